import { actLabels } from "@/components/cards/ledger/forms/act-fields.tsx";
import { type ActValues, needsBatch } from "@/components/cards/ledger/forms/act-values.ts";
import type { ActName } from "@/components/cards/ledger/forms/act-words.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { readRanges } from "@/components/cards/ledger/range-text.ts";
import { SerialList } from "@/components/cards/ledger/serial-list.tsx";
import type { SummaryItem } from "@/components/ui/summary-list.tsx";
import type { SeriesRecord } from "@/lib/cards/ledger-contract.ts";
import type { Account } from "@/lib/cards/ledger-rows.ts";
import { accountWords, documents } from "@/lib/cards/ledger-words.ts";
import { merged } from "@/lib/cards/serial-ranges.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

/** What the check page says before the deed: which paper, how much money, from where to where, who saw it. */
export function actItems(act: ActName, record: SeriesRecord, values: ActValues): SummaryItem[] {
  const { ranges, count } = readRanges(values.ranges, record);
  return [
    { label: "Belge", value: documents(count) },
    { label: "Değer", value: `${moneyText(count * record.price.price)}, ${formatDate(record.price.from)} tarifesiyle` },
    { label: "Numaralar", value: <SerialList ranges={merged(ranges)} series={record} /> },
    ...told("Nereden", values.from && accountWords[values.from as Account]),
    ...told("Nereye", values.to && accountWords[values.to as Account]),
    ...told("Parti", needsBatch(act, values.from) && values.batchId ? "Seçilen parti" : ""),
    ...told(actLabels.witnessName, values.witnessName),
    ...told(actLabels.occurredOn, values.occurredOn && formatDate(values.occurredOn)),
    ...told(actLabels.method, values.method),
    ...told(actLabels.documentNo, values.documentNo),
    ...told(actLabels.document, values.document?.name),
    { label: "Gerekçe", value: values.reason },
  ];
}

const told = (label: string | undefined, value: string | undefined): SummaryItem[] => (label && value ? [{ label, value }] : []);
