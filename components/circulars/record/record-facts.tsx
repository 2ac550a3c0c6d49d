import Link from "next/link";
import { circularFiles } from "@/components/circulars/circular-queries.ts";
import { urgencyLabels } from "@/components/circulars/labels.ts";
import { KeepAsTemplate } from "@/components/circulars/templates/keep-as-template.tsx";
import { Code, CopyButton } from "@/components/ui/code.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";
import type { RecipientRole } from "@/lib/institutions/contract.ts";
import { formatBytes, formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

export function RecordFacts({ record }: { record: CircularRecord }) {
  const { document } = record;
  const items: SummaryItem[] = [
    ...(document
      ? [
          { label: "Sayı ve tarih", value: `${document.documentNumber} · ${formatDate(document.documentOn)}` },
          { label: "Doğrulama kodu", value: <Code>{document.verificationCode}</Code> },
        ]
      : []),
    { label: "Hazırlayan", value: `${record.draftedBy.name}, ${record.draftedBy.title}` },
    ...(record.incomingLetter ? [{ label: "Gelen yazı", value: <IncomingLink letter={record.incomingLetter} /> }] : []),
    ...(record.template ? [{ label: "Şablon", value: <TemplateLink template={record.template} /> }] : []),
    { label: "Muhataplar", value: recipientWords(record.recipients) },
    { label: "İvedilik", value: urgencyWords(record) },
    { label: "Ekler", value: <Attachments record={record} /> },
    ...digestItems(record),
    ...(document?.signedAt ? [{ label: "İmza dosyası", value: <SignatureLink record={record} number={document.documentNumber} /> }] : []),
  ];
  return (
    <Panel title="Yazının bilgileri" aside={<KeepAsTemplate content={record.content} quiet />}>
      <SummaryList items={items} labels="narrow" className="small" />
    </Panel>
  );
}

export function recipientWords(recipients: readonly { role: RecipientRole }[]): string {
  const action = recipients.filter(({ role }) => role === "action").length;
  const parts = [action > 0 && `${formatNumber(action)} gereği`, recipients.length > action && `${recipients.length - action} bilgi`];
  return [`${formatNumber(recipients.length)} kurum`, parts.filter(Boolean).join(", ")].filter(Boolean).join(": ");
}

export function urgencyWords({ content }: CircularRecord): string {
  const due = content.dueOn ? `son gün ${formatDate(content.dueOn)}` : null;
  return [urgencyLabels[content.urgency], due].filter(Boolean).join(", ");
}

/** The document's digest once there is one; before that the digest of what is initialled. */
function digestItems({ document, contentDigest }: CircularRecord): SummaryItem[] {
  if (document) return [digestItem("Belgenin özeti", document.documentDigest)];
  return contentDigest ? [digestItem("İçeriğin özeti", contentDigest)] : [];
}

const digestItem = (label: string, digest: string): SummaryItem => ({
  label,
  value: (
    <Code>
      {digest.slice(0, 16)} … {digest.slice(-8)}
    </Code>
  ),
  action: <CopyButton text={digest} label={`${label} (SHA-256): kopyala`} />,
});

function IncomingLink({ letter }: { letter: { id: string; label: string } }) {
  return (
    <Link href={`/incoming/${letter.id}`} className="link">
      {letter.label}
    </Link>
  );
}

/** The version the draft began with, and whether the template has moved on since. */
export function TemplateLink({ template }: { template: NonNullable<CircularRecord["template"]> }) {
  const { id, name, version, current } = template;
  return (
    <>
      <Link href={`/circulars/templates/${id}`} className="link">
        {name}
      </Link>
      , sürüm {version}
      {current > version ? <span className="text-ink-3"> (şablonun bugünkü sürümü {current})</span> : null}
    </>
  );
}

function SignatureLink({ record, number }: { record: CircularRecord; number: string }) {
  return (
    <a href={circularFiles.signature(record.id)} download={`${number}.p7s`} className="link">
      {number}.p7s
    </a>
  );
}

export function Attachments({ record }: { record: CircularRecord }) {
  if (record.attachments.length === 0) return "Ek yok";
  return (
    <ul>
      {record.attachments.map(({ id, title, pages, size, fileName }) => (
        <li key={id}>
          <a href={circularFiles.attachment(record.id, id)} download={fileName} className="link">
            {title}
          </a>{" "}
          <span className="text-ink-3">{[pages && `${pages} sayfa`, formatBytes(size)].filter(Boolean).join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}
