import Link from "next/link";
import { occupationName } from "@/components/permits/occupation-names.ts";
import { provincesWords } from "@/components/permits/record/permit-words.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import type { PermitRecord } from "@/lib/permits/contract.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { applicationOutcomeLabels, applicationTypeLabels, educationLabels, sectorName, sizeBandLabels } from "@/lib/permits/value-words.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

export function PermitPanel({ record }: { record: PermitRecord }) {
  return (
    <Panel title="İzin">
      <SummaryList
        labels="narrow"
        className="small"
        items={[
          { label: "Tür", value: permitKindWords[record.kind] },
          { label: "Başlangıç", value: <Day date={record.validFrom} /> },
          { label: "Bitiş", value: record.validTo ? <Day date={record.validTo} /> : "Süresiz" },
          ...(record.endedOn ? [{ label: "Sona erdiği gün", value: <Day date={record.endedOn} /> }] : []),
          { label: "Çalışma ili", value: provincesWords(record) },
          { label: "Meslek", value: record.occupation ? occupationWords(record.occupation) : null },
          { label: "Şerh", value: record.annotations.length > 0 ? <Lines lines={record.annotations} /> : null },
          { label: "Önceki izin", value: record.predecessor ? <PermitLink permit={record.predecessor} /> : null },
          ...(record.successor ? [{ label: "Sonraki izin", value: <PermitLink permit={record.successor} /> }] : []),
          { label: "Kayıt", value: <span className="num">{formatDateTime(new Date(record.registeredAt))}</span> },
        ]}
      />
    </Panel>
  );
}

export function EmployerPanel({ record }: { record: PermitRecord }) {
  const { employer } = record;
  return (
    <Panel title="İşveren">
      {employer ? (
        <SummaryList
          labels="narrow"
          className="small"
          items={[
            { label: "Unvan", value: employer.title },
            { label: "Vergi no", value: <span className="code">{employer.taxNumber}</span> },
            { label: "SGK işyeri", value: employer.workplaceNumber ? <span className="code">{employer.workplaceNumber}</span> : null },
            { label: "Sektör", value: record.sector ? `${record.sector} · ${sectorName(record.sector)}` : null },
            { label: "Büyüklük", value: employer.sizeBand ? sizeBandLabels[employer.sizeBand] : null },
            { label: "İşyeri adresi", value: [employer.address, employer.district].filter(Boolean).join(", ") || null },
            {
              label: "İzinleri",
              value: (
                <Link href={`/permits?employer=${employer.id}`} className="link">
                  Bu işverenin izinleri
                </Link>
              ),
            },
          ]}
        />
      ) : (
        <p className="small text-ink-2">Bu tür bir işverene bağlı değildir.</p>
      )}
    </Panel>
  );
}

/** A mirror of what was decided upstream: it is read here, never changed. */
export function ApplicationPanel({ record }: { record: PermitRecord }) {
  const { application } = record;
  return (
    <Panel title="Başvuru" aside="Başvuru sisteminden, değiştirilemez">
      {application ? (
        <SummaryList
          labels="narrow"
          className="small"
          items={[
            { label: "Başvuru no", value: <span className="code">{application.number}</span> },
            { label: "Türü", value: applicationTypeLabels[application.type] },
            { label: "Başvuruldu", value: <Day date={application.submittedOn} /> },
            { label: "Sonuçlandı", value: application.decidedOn ? <Day date={application.decidedOn} /> : null },
            { label: "Sonuç", value: application.outcome ? applicationOutcomeLabels[application.outcome] : "Değerlendirmede" },
            { label: "Öğrenim", value: application.education ? educationLabels[application.education] : null },
          ]}
        />
      ) : (
        <p className="small text-ink-2">Bu kayda bağlı başvuru yok.</p>
      )}
    </Panel>
  );
}

const Day = ({ date }: { date: string }) => <span className="num">{formatDate(date)}</span>;

function occupationWords(code: string): string {
  const name = occupationName(code);
  return name === code ? code : `${code} ${name}`;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function PermitLink({ permit }: { permit: { id: string; number: string } }) {
  return (
    <Link href={`/permits/${permit.id}`} className="link code">
      {permit.number}
    </Link>
  );
}
