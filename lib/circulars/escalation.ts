// Whose silence is told to whom (A21): one message to each superior, naming everybody below it who is silent. Whoever has no
// superior in the directory, or none that can be written to, is left to the office.
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

/** What the office is asked once the reminders have not helped: who is silent, who was told of it, of whom nobody was. */
export function escalationTask(told: readonly Told<{ name: string }>[], untold: readonly { name: string }[]): string {
  const silent = [...told.flatMap((group) => group.silent), ...untold];
  const sentences = [
    `İki hatırlatmaya karşın ${silent.length} kurumdan haber yok: ${someOf(silent)}.`,
    ...told.map(({ superior, silent: below }) => `${superior.dative} ${below.length} kurum bildirildi.`),
    ...(untold.length > 0 ? [untoldSentence(untold, told.length > 0)] : []),
    "Tekit yazısı hazırlayın ya da görevi gerekçeyle kapatın.",
  ];
  return sentences.join(" ");
}

function untoldSentence(untold: readonly { name: string }[], areOthersTold: boolean): string {
  const why = "rehberde yazışılabilecek bir üst makamı yok; kendisini arayın";
  if (!areOthersTold) return untold.length === 1 ? `Bu kurumun ${why}.` : `Bu kurumların ${why.replace("kendisini", "kendilerini")}.`;
  return untold.length === 1
    ? `${someOf(untold)}: ${why}.`
    : `${untold.length} kurumun (${someOf(untold)}) ${why.replace("kendisini", "kendilerini")}.`;
}

const shownNames = 3;

function someOf(institutions: readonly { name: string }[]): string {
  const shown = institutions.slice(0, shownNames).map(({ name }) => name);
  const rest = institutions.length - shown.length;
  return `${shown.join(", ")}${rest > 0 ? ` ve ${rest} kurum daha` : ""}`;
}
