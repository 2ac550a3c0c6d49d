/**
 * An institution is a public or private body that letters are sent to: its name with its case forms, its DETSİS number
 * and the ordered channels by which it can be reached (product.md A4; KEP addresses: letter.md C.4).
 */
import { z } from "zod";
import type { InvalidParam } from "../platform/errors.ts";
import { asciiLower } from "../platform/locale/tr.ts";
import type { Channel } from "./contract.ts";

/** Outside production every address must end in `.test` (architecture.md, "Modes"). */
export type AddressRule = "test_only" | "any";

const kepAddress = /^[a-z0-9._-]+@hs0[1-9]\.kep\.(tr|test)$/;
const email = z.email().max(200);

/** Addresses in the spelling they are compared and sent in; Turkish casing would turn "INFO" into "ınfo". */
export function normalisedChannels(channels: readonly Channel[]): Channel[] {
  return channels.map(({ kind, address }) => ({ kind, address: isElectronic(kind) ? asciiLower(address.trim()) : address.trim() }));
}

/** What must be corrected, at `channels.N.address`; expects normalised channels. */
export function channelProblems(channels: readonly Channel[], rule: AddressRule): InvalidParam[] {
  const first = new Map<string, number>();
  return channels.flatMap((channel, index) => {
    const message = addressProblem(channel, rule) ?? repetition(channel, index, first);
    return message ? [{ path: `channels.${index}.address`, message }] : [];
  });
}

const isElectronic = (kind: Channel["kind"]): boolean => kind === "kep" || kind === "email";

function addressProblem({ kind, address }: Channel, rule: AddressRule): string | null {
  if (!isElectronic(kind)) return null;
  if (address === "") return kind === "kep" ? "KEP adresini yazın." : "E-posta adresini yazın.";
  if (kind === "kep" && !kepAddress.test(address))
    return "KEP adresi “ad@hs01.kep.tr” biçimindedir; ad yalnız a–z, 0–9, nokta, alt çizgi ve tire içerir.";
  if (kind === "email" && !email.safeParse(address).success) return "E-posta adresi “ad@kurum.gov.tr” biçimindedir.";
  if (rule === "test_only" && !address.endsWith(".test")) return "Bu kurulumda yalnız .test ile biten adresler kullanılabilir.";
  return null;
}

function repetition({ kind, address }: Channel, index: number, first: Map<string, number>): string | null {
  const key = `${kind} ${address}`;
  const earlier = first.get(key);
  if (earlier === undefined) first.set(key, index);
  return earlier === undefined ? null : `Bu kanal ${earlier + 1}. sırada da var; birini kaldırın.`;
}

/** Names of the fields in which two states of a record differ, for the trail. */
export function changedFields<Fields extends object>(before: Fields, after: Fields): (keyof Fields & string)[] {
  const names = Object.keys(after) as (keyof Fields & string)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

export type MergedChange<Fields> = {
  merged: Fields;
  /** Fields somebody else changed meanwhile. */
  theirs: (keyof Fields & string)[];
  /** Of those, the ones changed here too: what is typed here is kept and must be looked at again. */
  both: (keyof Fields & string)[];
};

/** After `stale_version`: what is typed stays, untouched fields take the record's new state. */
export function mergedChange<Fields extends object>(before: Fields, mine: Fields, now: Fields): MergedChange<Fields> {
  const own = new Set(changedFields(before, mine));
  const theirs = changedFields(before, now);
  const kept = Object.fromEntries([...own].map((name) => [name, mine[name]]));
  return { merged: { ...now, ...kept }, theirs, both: theirs.filter((name) => own.has(name)) };
}
