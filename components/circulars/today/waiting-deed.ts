import type { Permission } from "@/lib/access/policy.ts";
import type { TodayItem } from "@/lib/circulars/incoming-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type Kind = TodayItem["kind"];

/** The one deed a waiting thing asks for: done here (a letter becomes a draft, a question without one is closed) or on its page. */
export type Deed = { label: string; href: string } | { distribute: string } | { closeTask: string };

type May = (permission: Permission) => boolean;

const opened: Record<Exclude<Kind, "incoming" | "to_dispatch" | "silent" | "overdue">, string> = {
  draft: "Taslağı sürdür",
  returned: "Düzelt",
  to_initial: "Paraf için aç",
  to_sign: "İmza için aç",
  prepared: "İmzayı sürdür",
  to_carry: "Dosyaları al",
  task: "Karar için aç",
  address: "Adresleri aç",
};

export function deedOf(item: TodayItem, may: May): Deed {
  const { kind, letterId } = item;
  const count = formatNumber(item.count ?? 0);
  if (kind === "incoming") {
    if (letterId && may("circular:draft")) return { distribute: letterId };
    return { label: "Yazıyı aç", href: placeOf(item) };
  }
  if (kind === "to_dispatch") {
    return may("circular:dispatch")
      ? { label: `${count} kuruma gönder`, href: `/circulars/${item.circularId}/dispatch` }
      : { label: "Yazıyı aç", href: placeOf(item) };
  }
  if (kind === "silent" || kind === "overdue") {
    const label = may("circular:remind") && item.count !== 0 ? `${count} kuruma hatırlat` : "Muhatapları aç";
    return { label, href: placeOf(item) };
  }
  if (kind === "task" && !item.circularId) return { closeTask: item.id.slice("task-".length) };
  return { label: opened[kind], href: placeOf(item) };
}

/** Where the thing itself can be read before anything is done. */
export function placeOf({ kind, letterId, circularId, recipientId }: TodayItem): string {
  if (letterId && kind === "incoming") return `/incoming/${letterId}`;
  if (kind === "address") return "/institutions?address=returned";
  if (!circularId) return "/circulars";
  // The board's own address: filtered as its chips filter it, or with the recipient's drawer open.
  const board = `/circulars/${circularId}/recipients`;
  if (kind === "silent" || kind === "overdue") return `${board}?show=silent`;
  if (kind === "to_carry") return board;
  // About the circular as a whole: its own page has the plan and the question.
  if (kind === "task" && recipientId) return `${board}?recipient=${recipientId}`;
  return `/circulars/${circularId}`;
}
