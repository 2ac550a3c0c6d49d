// Whose silence is told to whom (A21): one message to each superior, naming everybody below it who is silent. Whoever has no
// superior in the directory, or none that can be written to, is left to the office.
import { someOf } from "../platform/locale/tr.ts";
import type { Relation } from "./closing.ts";

export type Superior = {
  id: string;
  name: string;
  dative: string;
  relation: Relation;
  /** How the superior is written to; null where no wire reaches it. */
  way: { channel: string; channelIndex: number; address: string } | null;
};

export type ReachableSuperior = Superior & { way: NonNullable<Superior["way"]> };
export type Told<T> = { superior: ReachableSuperior; silent: T[] };

/** Everybody silent once: below the superior that is told of them, or among those of whom nobody is. The order stays. */
export function bySuperior<T extends { id: string }>(
  silent: readonly T[],
  superiorOf: ReadonlyMap<string, Superior>,
): { told: Told<T>[]; untold: T[] } {
  const told = new Map<string, Told<T>>();
  const untold: T[] = [];
  for (const recipient of silent) {
    const superior = superiorOf.get(recipient.id);
    if (!superior || !isReachable(superior)) {
      untold.push(recipient);
      continue;
    }
    const group = told.get(superior.id);
    if (group) group.silent.push(recipient);
    else told.set(superior.id, { superior, silent: [recipient] });
  }
  return { told: [...told.values()], untold };
}

const isReachable = (superior: Superior): superior is ReachableSuperior => superior.way !== null;

/** What the office is asked once the reminders have not helped: how many are silent, who was told of it, of whom nobody was. */
export function escalationTask(told: readonly Told<{ name: string }>[], untold: readonly { name: string }[]): string {
  const count = told.reduce((sum, { silent }) => sum + silent.length, untold.length);
  const deed = "Tekit yazısı hazırlayın ya da görevi gerekçeyle kapatın.";
  if (told.length === 0) {
    const above = untold.length === 1 ? "bir üst makamı yok; kurumu arayın" : "üst makamları yok; kurumları arayın";
    return `${count} kurumdan haber yok: ${namesOf(untold)}. Rehberde yazışılabilecek ${above}. ${deed}`;
  }
  const superiors = told.map(({ superior, silent }) => `${superior.dative} ${silent.length} kurum`).join(", ");
  return `${count} kurumdan haber yok. ${superiors} bildirildi${untoldWords(untold)}. ${deed}`;
}

function untoldWords(untold: readonly { name: string }[]): string {
  if (untold.length === 0) return "";
  if (untold.length === 1) return `; ${namesOf(untold)} için rehberde yazışılabilecek bir üst makam yok, kurumu arayın`;
  return `; ${untold.length} kurumun rehberde yazışılabilecek bir üst makamı yok, kurumları arayın: ${namesOf(untold)}`;
}

const namesOf = (institutions: readonly { name: string }[]): string => someOf(institutions.map(({ name }) => name));
