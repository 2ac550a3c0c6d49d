// Both card designs as our own schematic drawing, 85,6 × 54 mm at 440 × 277. No emblem and no real feature is drawn: place and
// form only stand for what a counter looks at, and each drawing says ŞEMATİK.
import type { CardDesign } from "./contract.ts";
import { group, round, type Shape, shape, words } from "./drawing-shapes.ts";

export const cardSize = { width: 440, height: 277 };

const ink = "#131b24";
const faint = "#5d6977";
const turquoise = "#0b7780";

export const cardDrawing = (design: CardDesign): Shape[] => (design === "old" ? oldCard() : newCard());

function oldCard(): Shape[] {
  return [
    shape("rect", { width: 440, height: 277, rx: 14, fill: "#f6f3ec" }),
    shape("path", { d: "M0 46V14A14 14 0 0 1 14 0H426A14 14 0 0 1 440 14V46Z", fill: "#dfe4e0" }),
    ...title("#44505e", ink),
    portrait({ x: 20, y: 64, width: 92, fill: "#8f9aa6", ground: "#e3e7ea" }),
    ...facts({ second: 232, from: "01.01.2025", until: "31.12.2025" }),
    shape("path", { d: "M20 200H420", stroke: "#c9ccc6" }),
    ...annotation(),
    ...labelled(20, 246, "Düzenleme tarihi", "12.12.2024"),
    squares(346, 206),
    ...edgeAndMark("#97a2ae"),
  ];
}

function newCard(): Shape[] {
  return [
    shape("rect", { width: 440, height: 277, rx: 14, fill: "#eef6f5" }),
    waves(),
    rosette(330, 150),
    shape("path", { d: "M0 44V14A14 14 0 0 1 14 0H426A14 14 0 0 1 440 14V44Z", fill: turquoise }),
    ...title("#d8efef", "#ffffff"),
    ...turningInk(),
    portrait({ x: 20, y: 62, width: 92, fill: "#7f8b98", ground: "#e3e7ea" }),
    shape("rect", { x: 20, y: 62, width: 92, height: 116, fill: "none", stroke: turquoise, "stroke-width": 0.8 }),
    ...glintingBand(),
    ...facts({ second: 214, from: "01.04.2026", until: "31.03.2027" }),
    group({ opacity: 0.38 }, [portrait({ x: 384, y: 66, width: 36, fill: turquoise, ground: "#dbe7e8" })]),
    shape("path", { d: "M20 196H420", stroke: turquoise, "stroke-width": 0.6 }),
    words(20, 200.6, "ÇALIŞMAİZNİKARTIÖRNEKMİKROYAZI".repeat(5), { "font-size": 3.1, fill: turquoise }),
    ...annotation(),
    words(20, 262, "A26 0000000", { "font-size": 13, "font-weight": 700, fill: "#a8402a", "letter-spacing": 1.5 }),
    squares(346, 206),
    ...edgeAndMark(faint),
  ];
}

const title = (small: string, large: string): Shape[] => [
  words(20, 19, "T.C. (örnek başlık)", { "font-size": 9, fill: small }),
  words(20, 35, "ÇALIŞMA İZNİ KARTI", { "font-size": 13, "font-weight": 700, fill: large }),
];

function labelled(x: number, y: number, label: string, value: string, weight = 500): Shape[] {
  return [
    words(x, y, label, { "font-size": 7.5, fill: faint }),
    words(x, y + 12, value, { "font-size": 10.5, "font-weight": weight, fill: ink }),
  ];
}

/** Nobody's data: every value is visibly an example. */
const facts = ({ second, from, until }: { second: number; from: string; until: string }): Shape[] => [
  ...labelled(132, 73, "Adı soyadı / Name", "ÖRNEK KİŞİ", 600),
  ...labelled(132, 103, "Uyruk / Nationality", "ÖRN"),
  ...labelled(second, 103, "İzin no / Permit no", "0.000.000"),
  ...labelled(132, 133, "Başlangıç / From", from),
  ...labelled(second, 133, "Bitiş / Until", until, 700),
  ...labelled(132, 163, "İşveren / Employer", "Örnek Sanayi A.Ş. – Aksaray"),
];

const annotation = (): Shape[] => labelled(20, 218, "Şerh / Annotation", "Yalnız belirtilen işyeri");

function portrait({ x, y, width, fill, ground }: { x: number; y: number; width: number; fill: string; ground: string }): Shape {
  const height = round(width * 1.26);
  const middle = x + width / 2;
  const half = round(width * 0.36);
  const shoulders = `M${round(middle - half)} ${y + height}c0-${round(height * 0.3)} ${round(half / 2)}-${round(height * 0.36)} ${half}-${round(height * 0.36)}s${half} ${round(height * 0.06)} ${half} ${round(height * 0.36)}z`;
  return group({}, [
    shape("rect", { x, y, width, height, fill: ground }),
    shape("circle", { cx: middle, cy: round(y + height * 0.4), r: round(width * 0.22), fill }),
    shape("path", { d: shoulders, fill }),
  ]);
}

/** A bar whose ink turns from one colour into another when the card is tilted. */
const turningInk = (): Shape[] => [
  shape("path", { d: "M300 14h86l10 8-10 8h-86l-10-8z", fill: "#c9b36a", stroke: "#8a6d1f", "stroke-width": 0.8 }),
  shape("path", { d: "M300 14h43l-20 16h-23l-10-8z", fill: "#6fa98b", opacity: 0.8 }),
];

function glintingBand(): Shape[] {
  const strokes = Array.from({ length: 9 }, (_, index) => `M96 ${76 + index * 11}l12 6`).join("");
  return [
    shape("rect", { x: 96, y: 70, width: 12, height: 100, fill: "#dfe9f2", opacity: 0.85 }),
    shape("path", { d: strokes, stroke: "#4f7fb5", "stroke-width": 0.7, opacity: 0.9, fill: "none" }),
  ];
}

/** The unbroken ground: lines that cross each other without ever meeting an edge. */
function waves(): Shape {
  const line = (index: number): string => {
    const points = Array.from({ length: 56 }, (_, step) => {
      const x = step * 8;
      const y = 60 + index * 7 + 22 * Math.sin(x / 62 + index * 0.21) + 11 * Math.sin(x / 27 - index * 0.34);
      return `${x} ${round(Math.min(276, Math.max(45, y)))}`;
    });
    return `M${points.join("L")}`;
  };
  const lines = Array.from({ length: 27 }, (_, index) => line(index));
  return shape("path", { d: lines.join(""), fill: "none", stroke: "#2f979d", "stroke-width": 0.6, opacity: 0.34 });
}

function rosette(x: number, y: number): Shape {
  const leaves = Array.from({ length: 12 }, (_, index) =>
    shape("ellipse", { cx: x, cy: y, rx: 62, ry: 26, transform: `rotate(${index * 15} ${x} ${y})` }),
  );
  return group({ fill: "none", stroke: turquoise, "stroke-width": 0.6, opacity: 0.5 }, leaves);
}

/** Looks like a QR code and is none: 25 × 25, three finders, and a pattern of no meaning. */
function squares(x: number, y: number): Shape {
  const isFinder = (row: number, column: number) => (row < 8 && (column < 8 || column > 16)) || (row > 16 && column < 8);
  const cells: string[] = [];
  let seed = 20260311;
  for (let row = 0; row < 25; row += 1) {
    for (let column = 0; column < 25; column += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      if (!isFinder(row, column) && seed > 1_073_741_824) cells.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  const finder = (column: number, row: number) =>
    `M${column} ${row}h7v7h-7zM${column + 1} ${row + 1}v5h5v-5zM${column + 2} ${row + 2}h3v3h-3z`;
  const path = cells.join("") + finder(0, 0) + finder(18, 0) + finder(0, 18);
  return group({ transform: `translate(${x} ${y}) scale(2.2)` }, [
    shape("rect", { x: -1, y: -1, width: 27, height: 27, fill: "#ffffff" }),
    shape("path", { d: path, fill: "#111111", "fill-rule": "evenodd" }),
  ]);
}

const edgeAndMark = (edge: string): Shape[] => [
  shape("rect", { x: 0.5, y: 0.5, width: 439, height: 276, rx: 14, fill: "none", stroke: edge }),
  words(225, 160, "ŞEMATİK", {
    "text-anchor": "middle",
    "font-size": 44,
    "font-weight": 700,
    "letter-spacing": 10,
    fill: ink,
    opacity: 0.09,
    transform: "rotate(-18 220 140)",
  }),
];
