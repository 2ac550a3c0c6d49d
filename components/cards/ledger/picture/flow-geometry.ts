// Where the boxes and lines of the flow picture stand: x in parts of the picture's width, y in pixels, so that the words keep
// their size on every screen (ui-notes, "Flow picture").

export const pictureWidth = 1184;
export const pictureHeight = 290;
export const boxHeight = 48;

const rows = { first: 38, second: 142, third: 222 } as const;

export type FlowBoxName =
  | "declared"
  | "transit"
  | "mint"
  | "vault"
  | "floor"
  | "consumed"
  | "missing"
  | "spoiled"
  | "waiting"
  | "written_off"
  | "destroyed"
  | "sample"
  | "carrier"
  | "returning"
  | "returned"
  | "carrier_destroyed"
  | "carrier_damaged"
  | "delivered"
  | "card_destroyed"
  | "card_lost";

export type Lane = { name: string; note: string; x: number; width: number; boxes: readonly FlowBoxName[] };

/** The custodians in order (domain.md, Facts). */
export const lanes: readonly Lane[] = [
  { name: "Darphane", note: "üretim, beyan", x: 0, width: 176, boxes: ["declared", "transit", "mint"] },
  {
    name: "NVİ",
    note: "kasa, basım",
    x: 204,
    width: 470,
    boxes: ["vault", "floor", "consumed", "waiting", "spoiled", "sample", "destroyed", "missing", "written_off"],
  },
  {
    name: "PTT",
    note: "zimmet, dağıtım",
    x: 706,
    width: 252,
    boxes: ["carrier", "returning", "returned", "carrier_destroyed", "carrier_damaged"],
  },
  { name: "Hak sahibi", note: "teslim", x: 990, width: 194, boxes: ["delivered", "card_destroyed", "card_lost"] },
];

export type Place = { x: number; y: number; width: number };

export const places: Record<FlowBoxName, Place> = {
  declared: { x: 12, y: rows.first, width: 152 },
  transit: { x: 36, y: rows.second, width: 128 },
  mint: { x: 36, y: rows.third, width: 128 },
  vault: { x: 216, y: rows.first, width: 108 },
  floor: { x: 372, y: rows.first, width: 106 },
  consumed: { x: 526, y: rows.first, width: 136 },
  missing: { x: 216, y: rows.second, width: 120 },
  written_off: { x: 216, y: rows.third, width: 120 },
  spoiled: { x: 372, y: rows.second, width: 106 },
  destroyed: { x: 372, y: rows.third, width: 106 },
  waiting: { x: 526, y: rows.second, width: 136 },
  sample: { x: 526, y: rows.third, width: 136 },
  carrier: { x: 718, y: rows.first, width: 228 },
  returning: { x: 718, y: rows.second, width: 108 },
  returned: { x: 838, y: rows.second, width: 108 },
  carrier_destroyed: { x: 718, y: rows.third, width: 108 },
  carrier_damaged: { x: 838, y: rows.third, width: 108 },
  delivered: { x: 1002, y: rows.first, width: 170 },
  card_destroyed: { x: 1002, y: rows.second, width: 146 },
  card_lost: { x: 1002, y: rows.third, width: 170 },
};

export type MainLineName = "received" | "allotted" | "consumed" | "handed_over" | "delivered";
export type MainLine = { from: FlowBoxName; to: FlowBoxName };

/** The way that every blank should go; each of these lines carries its count. */
export const mainLines: Record<MainLineName, MainLine> = {
  received: { from: "declared", to: "vault" },
  allotted: { from: "vault", to: "floor" },
  consumed: { from: "floor", to: "consumed" },
  handed_over: { from: "consumed", to: "carrier" },
  delivered: { from: "carrier", to: "delivered" },
};

export type Point = readonly [x: number, y: number];
/** Corner points of a side way and the box at its end; `red` is the way of what is missing. */
export type Branch = { to: FlowBoxName; points: readonly Point[]; red?: true /** One of two ways into the box. */; shared?: true };

const bottomOf = (name: FlowBoxName): number => places[name].y + boxHeight;
const middleOf = (name: FlowBoxName): number => places[name].y + boxHeight / 2;

function downTo(from: FlowBoxName, to: FlowBoxName, x: number): Branch {
  return {
    to,
    points: [
      [x, bottomOf(from)],
      [x, places[to].y],
    ],
  };
}

function elbowTo(x: number, top: number, to: FlowBoxName): Branch {
  return {
    to,
    points: [
      [x, top],
      [x, middleOf(to)],
      [places[to].x, middleOf(to)],
    ],
  };
}

export const branches: readonly Branch[] = [
  elbowTo(24, bottomOf("declared"), "transit"),
  elbowTo(24, bottomOf("declared"), "mint"),
  { ...downTo("vault", "missing", 270), red: true },
  { ...downTo("missing", "written_off", 270), red: true },
  downTo("floor", "spoiled", 425),
  downTo("spoiled", "destroyed", 425),
  {
    to: "sample",
    points: [
      [462, bottomOf("floor")],
      [462, 114],
      [502, 114],
      [502, middleOf("sample")],
      [places.sample.x, middleOf("sample")],
    ],
  },
  downTo("consumed", "waiting", 594),
  downTo("carrier", "returning", 772),
  downTo("carrier", "returned", 892),
  {
    to: "carrier_destroyed",
    points: [
      [832, bottomOf("carrier")],
      [832, 206],
      [772, 206],
      [772, places.carrier_destroyed.y],
    ],
  },
  {
    to: "carrier_damaged",
    points: [
      [832, bottomOf("carrier")],
      [832, 206],
      [892, 206],
      [892, places.carrier_damaged.y],
    ],
  },
  {
    to: "card_destroyed",
    points: [
      [places.returned.x + places.returned.width, middleOf("returned")],
      [places.card_destroyed.x, middleOf("card_destroyed")],
    ],
  },
  // A card is lost by PTT or by its holder; the record of where it is does not tell them apart.
  {
    to: "card_lost",
    points: [
      [832, bottomOf("carrier")],
      [832, 206],
      [974, 206],
      [974, middleOf("card_lost")],
      [places.card_lost.x, middleOf("card_lost")],
    ],
    shared: true,
  },
  { ...downTo("delivered", "card_lost", 1160), shared: true },
];

/** A part of the width as the browser wants it. */
export const across = (x: number): string => `${(x / pictureWidth) * 100}%`;

/** Line width in pixels, proportional to the square root of the count: a box lost beside 300,000 is still seen. */
export function strokeOf(count: number, largest: number, widest: number): number {
  if (count <= 0 || largest <= 0) return 1;
  return Math.max(1.5, widest * Math.sqrt(count / largest));
}
