// The closing sentence of an official letter, proposed from the hierarchy between sender and recipients
// (Regulation m.16/12, guide K 13.1). A proposal with its reason: the drafter may choose another, with a warning.
import type { RecipientRole } from "./recipient.ts";

/** What a recipient is to the sender. A unit in parentheses counts as its institution; by delegation, the delegating office is the sender. */
export type Relation = "superior" | "peer" | "subordinate" | "private_body" | "natural_person";

export type ClosingRecipient = { relation: Relation; role: RecipientRole };

export type ClosingProposal = { text: string; reason: string };

/** The closing the rules ask for; null while there is nobody to address. */
export function proposeClosing(recipients: readonly ClosingRecipient[]): ClosingProposal | null {
  if (recipients.length === 0) return null;
  const relations = new Set(recipients.map(({ relation }) => relation));
  if (relations.size === 1 && relations.has("natural_person")) {
    return { text: "Saygılarımla.", reason: "Muhatap gerçek kişidir (Yönetmelik m.16/12)." };
  }
  const head = headOf(recipients);
  const upward = relations.has("superior") || relations.has("peer");
  const downward = relations.has("subordinate") || relations.has("private_body");
  if (relations.has("natural_person") || (upward && downward)) {
    return { text: `${head} arz ve rica ederim.`, reason: mixedReason(relations) };
  }
  if (upward) {
    return { text: `${head} arz ederim.`, reason: "Muhatapların tümü üst veya aynı düzeyde makamdır (Yönetmelik m.16/12)." };
  }
  return { text: `${head} rica ederim.`, reason: downwardReason(relations) };
}

function headOf(recipients: readonly ClosingRecipient[]): string {
  const roles = new Set(recipients.map(({ role }) => role));
  if (roles.size > 1) return "Bilgilerinizi ve gereğini";
  return roles.has("information") ? "Bilgilerinizi" : "Gereğini";
}

function downwardReason(relations: ReadonlySet<Relation>): string {
  if (!relations.has("private_body")) return "Muhatapların tümü alt makamdır (Yönetmelik m.16/12).";
  const who = relations.has("subordinate") ? "alt makam veya kamu niteliği olmayan tüzel kişi" : "kamu niteliği olmayan tüzel kişi";
  return `Muhatapların tümü ${who}dir (Yönetmelik m.16/12, Kılavuz 13.1).`;
}

const relationNames = {
  superior: "üst makam",
  peer: "aynı düzeyde makam",
  subordinate: "alt makam",
  private_body: "kamu niteliği olmayan tüzel kişi",
  natural_person: "gerçek kişi",
} as const satisfies Record<Relation, string>;

const relationOrder: readonly Relation[] = ["superior", "peer", "subordinate", "private_body", "natural_person"];

function mixedReason(relations: ReadonlySet<Relation>): string {
  const names = relationOrder.filter((relation) => relations.has(relation)).map((relation) => relationNames[relation]);
  const list = `${names.slice(0, -1).join(", ")} ve ${names.at(-1)}`;
  return `Muhataplar arasında ${list} birlikte bulunuyor (Yönetmelik m.16/12, Kılavuz 13.1).`;
}
