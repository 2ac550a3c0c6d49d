import type { GlyphName } from "@/components/ui/glyph.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { AddressState } from "@/lib/institutions/address-freshness.ts";
import type { AddressRecord } from "@/lib/institutions/contract.ts";
import { addressStateLabels, confirmationWayLabels } from "@/lib/institutions/labels.ts";
import { formatDate, localDateOf, lowerTr } from "@/lib/platform/locale/tr.ts";

const looks: Record<AddressState, { tone: Tone; glyph: GlyphName }> = {
  fresh: { tone: "green", glyph: "done" },
  ageing: { tone: "amber", glyph: "waiting" },
  untried: { tone: "grey", glyph: "empty" },
  returned: { tone: "red", glyph: "alert" },
};

/** The state of an address in a word; an institution without a channel has none. */
export function AddressStateWord({ state }: { state: AddressState | null }) {
  if (!state) return null;
  return <StateWord {...looks[state]}>{addressStateLabels[state]}</StateWord>;
}

const failureWords: Record<NonNullable<AddressRecord["failure"]>, string> = {
  rejected: "karşı sağlayıcı kabul etmedi",
  bounced: "kutusuna bırakılamadı",
  address_invalid: "adres geçersiz",
};

const dayOf = (instant: string): string => formatDate(localDateOf(new Date(instant)));

/** What is known of an address, the newest first: a delivery that came back, one that arrived, a person who asked. */
export function addressHistory({ deliveredAt, failedAt, failure, confirmed }: AddressRecord): string[] {
  const known = [
    failedAt !== null && { at: failedAt, words: `${dayOf(failedAt)}: son yazı geri döndü, ${failureWords[failure ?? "bounced"]}` },
    deliveredAt !== null && { at: deliveredAt, words: `${dayOf(deliveredAt)}: son kanıtlı teslim` },
    confirmed !== null && {
      at: confirmed.at,
      words: `${dayOf(confirmed.at)}: ${confirmed.byName} teyit etti, ${lowerTr(confirmationWayLabels[confirmed.way])}${confirmed.note ? ` (${confirmed.note})` : ""}`,
    },
  ];
  return known
    .filter((one) => one !== false)
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map(({ words }) => words);
}
