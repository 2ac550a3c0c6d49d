// What a row makes of an institution: a new one, or the known one with what the row says of it.
import type { CellFault } from "../platform/import/column.ts";
import type { Change } from "../platform/import/verdict.ts";
import { foldTr } from "../platform/locale/tr.ts";
import { type Channel, type InstitutionKind, mostChannels, type Relation } from "./contract.ts";
import { institutionColumns } from "./import-columns.ts";
import { changedFields } from "./institution.ts";
import { type InstitutionCells, type ToldKind, toldKinds } from "./institution-import-row.ts";
import { kindLabels, relationLabels } from "./labels.ts";
import { dativeOf, genitiveOf } from "./suffix.ts";

/** What the form changes as well. */
export type InstitutionState = {
  name: string;
  kind: InstitutionKind;
  district: string | null;
  relation: Relation;
  detsisNumber: string | null;
  dative: string;
  genitive: string;
  phone: string;
  channels: Channel[];
};

/** Towards a provincial directorate; what can be either is a person's to say. */
const usualRelation: Record<InstitutionKind, Relation | null> = {
  governorship: "superior",
  district_governorship: "peer",
  university: "peer",
  law_enforcement: "peer",
  provincial_directorate: "peer",
  foundation: "private_body",
  professional_body: "private_body",
  union: "private_body",
  municipality: "peer",
  other: null,
};

export type Told = { state: InstitutionState; faults: null } | { state: null; faults: CellFault[] };

export function toldState(row: InstitutionCells, known: InstitutionState | null): Told {
  const kind = row.kind ?? known?.kind ?? null;
  const relation = row.relation ?? known?.relation ?? (kind && usualRelation[kind]);
  const channels = toldChannels(row.addresses, known?.channels ?? []);
  const faults: CellFault[] = [];
  if (!kind) faults.push({ column: "kind", message: "Kurum dizinde yok; eklemek için türünü yazın." });
  if (kind && !relation) faults.push({ column: "relation", message: "Bu türde hiyerarşi addan anlaşılmaz; yazın." });
  const longest = toldKinds.findLast((one) => row.addresses[one] !== null) ?? "kep";
  if (channels.length > mostChannels) faults.push({ column: longest, message: `Bir kurumun en çok ${mostChannels} kanalı olabilir.` });
  if (!kind || !relation || faults.length > 0) return { state: null, faults };
  // Capitals and accents make no other name: a file in capitals must not rewrite the directory.
  const isRenamed = !known || foldTr(known.name) !== foldTr(row.name);
  const state: InstitutionState = {
    name: isRenamed ? row.name : known.name,
    kind,
    district: row.district ?? known?.district ?? null,
    relation,
    detsisNumber: row.detsisNumber ?? known?.detsisNumber ?? null,
    dative: row.dative ?? (isRenamed ? dativeOf(row.name) : known.dative),
    genitive: row.genitive ?? (isRenamed ? genitiveOf(row.name) : known.genitive),
    phone: row.phone ?? known?.phone ?? "",
    channels,
  };
  return { state, faults: null };
}

/** A told cell says all addresses of its kind: they take the places of those there are, the rest follow at the end. */
export function toldChannels(addresses: InstitutionCells["addresses"], known: readonly Channel[]): Channel[] {
  const left = new Map<string, string[]>(toldKinds.flatMap((kind) => (addresses[kind] ? [[kind, [...addresses[kind]]] as const] : [])));
  const kept = known.flatMap((channel): Channel[] => {
    const told = left.get(channel.kind);
    if (!told) return [channel];
    const address = told.shift();
    return address === undefined ? [] : [{ kind: channel.kind, address }];
  });
  return [...kept, ...toldKinds.flatMap((kind): Channel[] => (left.get(kind) ?? []).map((address) => ({ kind, address })))];
}

/** The columns that become another, as the screen and the trail tell them. */
export function changesOf(state: InstitutionState, known: InstitutionState): { changes: Change[]; fields: (keyof InstitutionState)[] } {
  const [before, after] = [wordsOf(known), wordsOf(state)];
  const changes = institutionColumns
    .filter(({ key }) => (before[key] ?? null) !== (after[key] ?? null))
    .map(({ key, label }) => ({ label, before: before[key] ?? null, after: after[key] ?? null }));
  return { changes, fields: changedFields(known, state) };
}

/** The record as a file says it. */
export function wordsOf(state: InstitutionState): Record<string, string | null> {
  const { kind, relation, channels, ...plain } = state;
  const addresses = (wanted: ToldKind) =>
    channels
      .filter((channel) => channel.kind === wanted && channel.address !== "")
      .map(({ address }) => address)
      .join(" | ") || null;
  return {
    ...plain,
    phone: plain.phone || null,
    kind: kindLabels[kind],
    relation: relationLabels[relation],
    kep: addresses("kep"),
    email: addresses("email"),
    post: addresses("post"),
  };
}
