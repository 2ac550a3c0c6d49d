import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";
import { channelLabels, roleLabels } from "@/lib/institutions/labels.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Who will get it, in the order in which it is printed. */
export function RecipientsPanel({ record }: { record: CircularRecord }) {
  const { recipients, distributionList } = record;
  const list = distributionList ? `${distributionList.name}, sürüm ${distributionList.version}` : undefined;
  return (
    <Panel title={`${formatNumber(recipients.length)} muhatap`} aside={list}>
      <ol className="small grid gap-1">
        {recipients.map(({ id, position, name, role, channels }) => (
          <li key={id} className="flex gap-3">
            <span className="num w-6 shrink-0 text-right text-ink-3">{position}</span>
            <span className="min-w-0 flex-1">{name}</span>
            <span className="shrink-0 text-ink-3">
              {role === "information" ? `${roleLabels.information} · ` : ""}
              <FirstChannel kind={channels[0]?.kind} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function FirstChannel({ kind }: { kind: keyof typeof channelLabels | undefined }) {
  if (kind) return channelLabels[kind];
  return (
    <StateWord tone="red" glyph="alert">
      Kanalı yok
    </StateWord>
  );
}
