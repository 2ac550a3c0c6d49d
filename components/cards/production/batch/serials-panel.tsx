import Link from "next/link";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { SerialList } from "@/components/cards/ledger/serial-list.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { SerialRange } from "@/lib/cards/ledger-rows.ts";
import type { BatchRecord } from "@/lib/cards/production-contract.ts";
import { countOf, storedText } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Serials that lie on the batch's floor, and the two-person acts that bring or return them. */
export function SerialsPanel({ batch }: { batch: BatchRecord }) {
  const { series, digits, floor, spare, suggested, waiting, allowedActions } = batch;
  return (
    <Panel
      title="Seri numaraları"
      aside={
        <Link className="link" href={ledgerHrefs.movements({ series, batch: batch.id })}>
          Hareketleri
        </Link>
      }
    >
      <dl className="small grid gap-2">
        <Ranges label="Ayrılmış" ranges={floor} series={series} digits={digits} none="Henüz ayrılmadı." />
        {spare.length > 0 ? <Ranges label="Artan" ranges={spare} series={series} digits={digits} none="" /> : null}
      </dl>
      {waiting ? (
        <Banner tone="amber" title="İkinci kişinin onayı bekleniyor." className="mt-3">
          {waiting.summary}; {waiting.proposedByName} önerdi.{" "}
          <Link className="link" href={ledgerHrefs.proposal(waiting.proposalId)}>
            Öneriyi aç
          </Link>
        </Banner>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        {allowedActions.includes("allot") ? (
          <ButtonLink size="sm" tone="primary" href={actHref("allot", batch, suggested)}>
            {suggested.length > 0 ? `Kasadan ${formatNumber(countOf(suggested))} numara ayır` : "Kasadan numara ayır"}
          </ButtonLink>
        ) : null}
        {allowedActions.includes("give_back") ? (
          <ButtonLink size="sm" href={actHref("give-back", batch, spare)}>
            {formatNumber(countOf(spare))} numarayı kasaya geri ver
          </ButtonLink>
        ) : null}
      </div>
      {allowedActions.includes("allot") && suggested.length === 0 ? (
        <p className="cap mt-2">Kasada bu parti için yeterli numara yok; önce Darphane’den teslim alınmalı.</p>
      ) : null}
    </Panel>
  );
}

const actHref = (act: "allot" | "give-back", { id, series }: BatchRecord, ranges: readonly SerialRange[]): string =>
  `/valued-paper/acts/${act}?${new URLSearchParams({ series, batch: id, ranges: storedText(ranges) })}`;

type RangesProps = { label: string; ranges: readonly SerialRange[]; series: string; digits: number; none: string };

function Ranges({ label, ranges, series, digits, none }: RangesProps) {
  const shown = ranges.slice(0, 6);
  return (
    <div>
      <dt className="cap">
        {label}
        {ranges.length > 0 ? <span className="num"> · {formatNumber(countOf(ranges))}</span> : null}
      </dt>
      <dd className="code">
        {ranges.length === 0 ? none : <SerialList ranges={shown} series={{ code: series, digits }} />}
        {ranges.length > shown.length ? ` ve ${formatNumber(ranges.length - shown.length)} aralık daha` : ""}
      </dd>
    </div>
  );
}
