"use client";
import {
  evidenceKindLabel,
  evidenceSourceLabels,
  evidenceStatusLabels,
  signatureStateLabels,
} from "@/components/circulars/board/recipient-labels.ts";
import { Code, CopyButton } from "@/components/ui/code.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list.tsx";
import { type EvidenceRow, readEvidence } from "@/lib/circulars/delivery-contract.ts";
import { urlOf } from "@/lib/platform/http/call.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

/** The chosen piece: who says so, by whose clock, and the raw bytes as they came. */
export function EvidenceDetails({ evidence }: { evidence: EvidenceRow }) {
  return (
    <section aria-labelledby="chosen-evidence">
      <h3 id="chosen-evidence" className="h-sec mb-1">
        Seçili delil: {evidenceKindLabel(evidence)}
        {evidence.ofSuperior ? " (üst makama bildirimin)" : ""}
      </h3>
      <SummaryList labels="narrow" className="small" items={itemsOf(evidence)} />
    </section>
  );
}

function itemsOf(evidence: EvidenceRow): SummaryItem[] {
  const { id, source, issuer, eventAt, receivedAt, sha256, size, mediaType, signatureState, status, intact } = evidence;
  return [
    { label: "Kaynak", value: [issuer, evidenceSourceLabels[source]].filter(Boolean).join(" · ") },
    { label: "Olay zamanı", value: <ClockSource eventAt={eventAt} receivedAt={receivedAt} /> },
    { label: "Alınma", value: <span className="num">{formatDateTime(new Date(receivedAt))}</span> },
    {
      label: "Özet",
      value: (
        <>
          <span className="cap">SHA-256 </span>
          <Code>
            <span title={sha256}>{`${sha256.slice(0, 12)}…${sha256.slice(-8)}`}</span>
          </Code>
          {intact ? null : (
            <StateWord tone="red" glyph="alert" className="mt-0.5">
              Saklanan içerik bu özeti tutmuyor
            </StateWord>
          )}
        </>
      ),
      action: <CopyButton text={sha256} label="Delilin özetini kopyala" />,
    },
    {
      label: "Ham kayıt",
      value: `${formatNumber(size)} bayt, ${formatOf(mediaType)}`,
      action: (
        <a href={urlOf(readEvidence, { evidenceId: id }).url} download className="link">
          İndir<span className="sr-only">: ham delil</span>
        </a>
      ),
    },
    { label: "İmza", value: signatureStateLabels[signatureState] },
    { label: "Durum", value: evidenceStatusLabels[status] },
  ];
}

function ClockSource({ eventAt, receivedAt }: Pick<EvidenceRow, "eventAt" | "receivedAt">) {
  return (
    <span className="num">
      {formatDateTime(new Date(eventAt ?? receivedAt))}
      <span className="cap block">{eventAt ? "delili verenin saati" : "sistem saati"}, Türkiye saatiyle</span>
    </span>
  );
}

const formats = new Map([
  ["application/xml", "XML"],
  ["text/xml", "XML"],
  ["message/rfc822", "e-posta iletisi"],
  ["application/zip", "ZIP"],
  ["application/json", "JSON"],
]);

const formatOf = (mediaType: string): string => formats.get(mediaType) ?? mediaType;
