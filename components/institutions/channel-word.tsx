import { StateWord } from "@/components/ui/state-word.tsx";
import type { Channel } from "@/lib/institutions/contract.ts";
import { channelLabels } from "@/lib/institutions/labels.ts";

/** The channel that is tried first, or in red that there is none. */
export function ChannelWord({ channels }: { channels: readonly Channel[] }) {
  const [first, ...others] = channels;
  if (!first) {
    return (
      <StateWord tone="red" glyph="alert">
        Kanalı yok
      </StateWord>
    );
  }
  return (
    <>
      {channelLabels[first.kind]}
      {others.length > 0 ? <span className="text-ink-3"> + {others.map((channel) => channelLabels[channel.kind]).join(", ")}</span> : null}
    </>
  );
}
