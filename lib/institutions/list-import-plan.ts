/**
 * What a whole file makes of the distribution lists: it says a list from first to last, so that each of its lines is judged
 * by all of them. Members that a sound list does not name leave it; where a line is wrong nobody leaves, since the one who
 * would may be who the line means.
 */
import type { CellFault } from "../platform/import/column.ts";
import type { Change, Judged } from "../platform/import/verdict.ts";
import { foldTr, someOf } from "../platform/locale/tr.ts";
import { mostMembers, type RecipientRole } from "./contract.ts";
import { roleLabels } from "./labels.ts";

export type ListMember = { institutionId: string; role: RecipientRole };
export type KnownList = { id: string; name: string; version: number; members: readonly ListMember[] };

/** One line of the file; without `institutionId` it is wrong, and told so elsewhere. */
export type PlannedLine = { rowNumber: number; list: string; institutionId: string | null; role: RecipientRole; order: number | null };

/** What the commit writes; it stands with the list's first line that changes anything. */
export type StagedList = { id: string | null; version: number | null; name: string; members: ListMember[] };
export type StagedLine = { list: StagedList | null };

export type ListPlan = Map<number, Judged>;

/** `nameOf` tells the institutions that leave. */
export function planLists(lines: readonly PlannedLine[], known: readonly KnownList[], nameOf: (institutionId: string) => string): ListPlan {
  const plan: ListPlan = new Map();
  const byName = new Map(known.toReversed().map((list) => [foldTr(list.name), list]));
  for (const own of Map.groupBy(lines, ({ list }) => foldTr(list)).values()) {
    const name = own[0]?.list ?? "";
    const list = known.find((one) => one.name === name) ?? byName.get(foldTr(name)) ?? null;
    planList(plan, { own, name, list, nameOf });
  }
  return plan;
}

type SoundLine = PlannedLine & { institutionId: string };
type OneList = { own: readonly PlannedLine[]; name: string; list: KnownList | null; nameOf: (institutionId: string) => string };

function planList(plan: ListPlan, { own, name, list, nameOf }: OneList): void {
  const sound = soundLines(plan, own);
  const ordered = sound.toSorted(
    (a, b) => (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY) || a.rowNumber - b.rowNumber,
  );
  const isWhole = sound.length === own.length;
  const absent = (list?.members ?? []).filter(({ institutionId }) => !ordered.some((line) => line.institutionId === institutionId));
  const leaving = isWhole ? absent : [];
  const kept = isWhole ? [] : absent;
  const members = [...ordered.map(({ institutionId, role }) => ({ institutionId, role })), ...kept];
  const before = new Map((list?.members ?? []).map((member, place) => [member.institutionId, { ...member, place }]));
  const changes = new Map(ordered.map((line, place) => [line.rowNumber, changesOf(line, place, before.get(line.institutionId))]));
  const first = Math.min(...sound.map(({ rowNumber }) => rowNumber));
  if (leaving.length > 0 && sound.length > 0) changes.set(first, [...(changes.get(first) ?? []), leavingChange(leaving, nameOf)]);
  let staged: StagedList | null = { id: list?.id ?? null, version: list?.version ?? null, name: list?.name ?? name, members };
  for (const { rowNumber, institutionId } of sound) {
    const told = changes.get(rowNumber) ?? [];
    const isNew = !before.has(institutionId);
    if (!isNew && told.length === 0) plan.set(rowNumber, { outcome: "same" });
    else {
      const values: StagedLine = { list: staged };
      plan.set(rowNumber, { outcome: isNew ? "new" : "changed", values, changes: told });
      staged = null;
    }
  }
}

/** Without the wrong ones, those that are there twice, and those beyond what a list holds. */
function soundLines(plan: ListPlan, own: readonly PlannedLine[]): SoundLine[] {
  const first = new Map<string, number>();
  return own.flatMap((line): SoundLine[] => {
    const { institutionId, rowNumber } = line;
    if (institutionId === null) return [];
    const refuse = (outcome: "invalid" | "duplicate", fault: CellFault) => plan.set(rowNumber, { outcome, faults: [fault] });
    const earlier = first.get(institutionId);
    if (earlier !== undefined) refuse("duplicate", { column: "name", message: `Bu kurum aynı listede ${earlier}. satırda da var.` });
    else if (first.size >= mostMembers) refuse("invalid", { column: "list", message: "Bir listede en çok 5.000 kurum olabilir." });
    else {
      first.set(institutionId, rowNumber);
      return [{ ...line, institutionId }];
    }
    return [];
  });
}

function changesOf({ role }: SoundLine, place: number, before: (ListMember & { place: number }) | undefined): Change[] {
  if (!before) return [];
  const changes: Change[] = [];
  if (before.role !== role) changes.push({ label: "Görev", before: roleLabels[before.role], after: roleLabels[role] });
  if (before.place !== place) changes.push({ label: "Sıra", before: String(before.place + 1), after: String(place + 1) });
  return changes;
}

const mostNamed = 10;

function leavingChange(leaving: readonly ListMember[], nameOf: (institutionId: string) => string): Change {
  const names = leaving.map(({ institutionId }) => nameOf(institutionId));
  return { label: `Dosyada olmayan ${leaving.length} üye`, before: someOf(names, { most: mostNamed }), after: "listeden çıkacak" };
}
