import { CopyButton } from "@/components/ui/code.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import type { Channel } from "@/lib/institutions/contract.ts";
import { channelLabels } from "@/lib/institutions/labels.ts";

/** The channels in the order in which they are tried. */
export function ChannelList({ channels }: { channels: readonly Channel[] }) {
  if (channels.length === 0) {
    return (
      <p className="small flex items-start gap-2 text-red">
        <Glyph name="alert" className="mt-1" />
        <span>Kanalı yok; bu kuruma yazı gönderilemez. Kaydı düzelterek bir KEP adresi ya da başka bir kanal ekleyin.</span>
      </p>
    );
  }
  return (
    <ol className="small divide-y divide-line">
      {channels.map((channel, index) => (
        <li key={`${channel.kind} ${channel.address}`} className="flex items-center gap-3 py-1.5">
          <span className="num w-4 text-ink-3">{index + 1}.</span>
          <span className="w-16 shrink-0 font-medium">{channelLabels[channel.kind]}</span>
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere] text-ink-2">{channel.address || "adres yazılmamış"}</span>
          {channel.address ? <CopyButton text={channel.address} label={`${channelLabels[channel.kind]} adresini kopyala`} /> : null}
        </li>
      ))}
    </ol>
  );
}
