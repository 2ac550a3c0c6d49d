import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";

export const boardShows = ["all", "silent", "deemed", "acknowledged", "failed"] as const;
export type BoardShow = (typeof boardShows)[number];

export type BoardGroup = { id: "silent" | "answered" | "phone" | "waived" | "replaced"; name: string; rows: BoardRow[] };

const failures = new Set<BoardRow["state"]>(["rejected", "bounced", "too_large", "address_invalid", "expired"]);
const remindable = new Set<BoardRow["state"]>(["submitted", "accepted", "delivered", "read", "deemed_read"]);

export const hasAnswered = (row: BoardRow): boolean => row.acknowledgedAt !== null || row.actionReportedAt !== null;

export const isFailed = (row: BoardRow): boolean => failures.has(row.state);

/** All that is known of the answer is what an officer heard on the telephone. */
export const isKnownByPhone = (row: BoardRow): boolean => (row.actionReportedAt ? row.actionReportedByPhone : row.acknowledgedByPhone);

/** Did not arrive, or waits for a person's decision. */
export const isTroubled = (row: BoardRow): boolean => isFailed(row) || (row.task !== null && row.task.kind !== "hand_delivery");

/** A reminder goes the way that worked: by wire, to whoever has not answered. */
export const canBeReminded = (row: BoardRow): boolean =>
  row.silent && remindable.has(row.state) && (row.channel === "kep" || row.channel === "email");

const shows: Record<BoardShow, (row: BoardRow) => boolean> = {
  all: () => true,
  silent: (row) => row.silent,
  deemed: (row) => row.deemedReadAt !== null,
  acknowledged: hasAnswered,
  failed: isTroubled,
};

export function shownRows(rows: readonly BoardRow[], show: BoardShow): BoardRow[] {
  return rows.filter(shows[show]);
}

/** What each chip would show. */
export function showCounts(rows: readonly BoardRow[]): Record<BoardShow, number> {
  const count = (show: BoardShow) => shownRows(rows, show).length;
  return {
    all: rows.length,
    silent: count("silent"),
    deemed: count("deemed"),
    acknowledged: count("acknowledged"),
    failed: count("failed"),
  };
}

/** From whom there is no word comes first: that is what the page is opened for. */
export function groupsOf(rows: readonly BoardRow[]): BoardGroup[] {
  const groups: BoardGroup[] = [
    { id: "silent", name: "Kimden haber yok", rows: rows.filter((row) => row.silent) },
    { id: "phone", name: "Telefonla bildirdi", rows: rows.filter((row) => !row.silent && isKnownByPhone(row)) },
    { id: "answered", name: "Bilgi alındı", rows: rows.filter((row) => !row.silent && hasAnswered(row) && !isKnownByPhone(row)) },
    { id: "waived", name: "Vazgeçildi (gerekçeli)", rows: rows.filter((row) => !hasAnswered(row) && row.waivedAt !== null) },
    { id: "replaced", name: "Yanıt beklenmiyor", rows: rows.filter((row) => !row.silent && !hasAnswered(row) && row.waivedAt === null) },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

/** Name and telephone, one a line, as one pastes it into a message or a sheet. */
export function phoneListOf(rows: readonly BoardRow[]): string {
  return rows.map((row) => `${row.name}\t${row.phone || "telefonu yazılmamış"}`).join("\n");
}
