import { remainingWords } from "@/components/permits/record/permit-words.ts";
import type { PermitRecord } from "@/lib/permits/contract.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

/** Six facts that stay on top while the page scrolls (ui-notes, "Key-details bar"). */
export function KeyDetails({ record }: { record: PermitRecord }) {
  const pairs = [
    [
      "İzin no",
      <span key="number" className="code">
        {record.number}
      </span>,
    ],
    ["Tür", permitKindWords[record.kind]],
    ["Bitiş", record.validTo ? formatDate(record.validTo) : "Süresiz"],
    ["Kalan", remainingWords(record)],
    ["İl", provinceName(record.provinceId) ?? record.provinceId],
    ["İşveren", record.employer?.title ?? "İşverene bağlı değil"],
  ] as const;
  return (
    <dl
      aria-label="Kaydın künyesi"
      className="z-10 grid grid-cols-3 gap-x-4 gap-y-2 border-y border-line bg-surface px-4 py-2.5 sm:sticky sm:top-[var(--top-h)] lg:grid-cols-[repeat(5,auto)_minmax(0,1fr)] lg:gap-x-12 lg:px-6"
    >
      {pairs.map(([label, value], index) => (
        <div key={label} className={index === 5 ? "col-span-3 min-w-0 lg:col-span-1" : "min-w-0"}>
          <dt className="text-xs text-ink-3">{label}</dt>
          <dd className="num cut text-sm font-medium" title={typeof value === "string" ? value : undefined}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
