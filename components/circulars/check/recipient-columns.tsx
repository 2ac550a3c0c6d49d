import { AddressNotices } from "@/components/circulars/check/address-notices.tsx";
import type { DispatchWarning } from "@/components/circulars/check/dispatch-warnings.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";
import type { RecipientAddress } from "@/lib/circulars/signing-contract.ts";
import { ChannelKind } from "@/lib/institutions/contract.ts";
import { channelLabels } from "@/lib/institutions/labels.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type RecipientColumnsProps = {
  record: CircularRecord;
  warnings: readonly DispatchWarning[];
  addresses: readonly RecipientAddress[];
};

/** Every name, none folded away: this list is what one answers for. */
export function RecipientColumns({ record, warnings, addresses }: RecipientColumnsProps) {
  const { recipients, distributionList } = record;
  const counts = ChannelKind.options.flatMap((kind) => {
    const count = recipients.filter(({ channels }) => channels[0]?.kind === kind).length;
    return count > 0 ? [`${formatNumber(count)} ${channelLabels[kind]}`] : [];
  });
  const list = distributionList ? `${distributionList.name}, sürüm ${distributionList.version} · sunulurken donduruldu` : undefined;
  return (
    <Panel
      flush
      title={
        <>
          {formatNumber(recipients.length)} muhatap <span className="small font-normal text-ink-3">{counts.join(" · ")}</span>
        </>
      }
      aside={list}
    >
      {warnings.map(({ title, sentence, blocks }) => (
        <Banner key={title} flush tone={blocks ? "red" : "amber"} title={title} className="border-t-0">
          {sentence}
        </Banner>
      ))}
      <AddressNotices addresses={addresses} />
      <ol className="gap-x-10 p-[var(--d-panel)] sm:columns-2">
        {recipients.map(({ id, position, name, role, channels }) => {
          const kind = channels[0]?.kind;
          const notes = [role === "information" && "Bilgi", kind && kind !== "kep" && channelLabels[kind]].filter(Boolean);
          return (
            <li key={id} className="small flex break-inside-avoid gap-3 py-0.5">
              <span className="num w-6 shrink-0 text-right text-ink-3">{position}</span>
              <span className="min-w-0 flex-1">{name}</span>
              {notes.length > 0 ? <span className="shrink-0 text-ink-3">{notes.join(" · ")}</span> : null}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
