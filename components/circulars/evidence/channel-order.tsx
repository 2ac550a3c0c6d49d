import { StateWord } from "@/components/ui/state-word.tsx";
import type { ChannelStep } from "@/lib/circulars/delivery-contract.ts";
import { channelLabels } from "@/lib/institutions/labels.ts";

const standings = {
  failed: { word: "Sonuç vermedi", tone: "red", glyph: "alert" },
  used: { word: "Kullanıldı", tone: "blue", glyph: "half" },
  left: { word: "Sırada", tone: "grey", glyph: "empty" },
} as const;

/** In which order this institution is reached, and how far down the order the letter has come. */
export function ChannelOrder({ channels }: { channels: readonly ChannelStep[] }) {
  return (
    <section aria-labelledby="channel-order">
      <h3 id="channel-order" className="h-sec mb-1">
        Kanal sırası
      </h3>
      <ol className="small divide-y divide-line">
        {channels.map(({ kind, address, standing }, index) => (
          <li key={`${kind} ${address}`} className="flex items-baseline gap-3 py-1.5">
            <span className="num w-4 text-ink-3">{index + 1}.</span>
            <span className="w-16 shrink-0">{channelLabels[kind]}</span>
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere] text-ink-2">{address || "adres yazılmamış"}</span>
            <StateWord tone={standings[standing].tone} glyph={standings[standing].glyph}>
              {standings[standing].word}
            </StateWord>
          </li>
        ))}
      </ol>
    </section>
  );
}
