import { linked, scanned, told } from "@/components/cards/ledger/facts.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { SerialList } from "@/components/cards/ledger/serial-list.tsx";
import type { SummaryItem } from "@/components/ui/summary-list.tsx";
import type { StockProposal } from "@/lib/cards/ledger-rows.ts";
import { accountWords, documents } from "@/lib/cards/ledger-words.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

export function proposalFacts(proposal: StockProposal): SummaryItem[] {
  const { quantity, value, series, digits, ranges, from, to, reason, documentId, decidedAt } = proposal;
  return [
    { label: "Belge", value: documents(quantity) },
    { label: "Değer", value: moneyText(value) },
    { label: "Numaralar", value: <SerialList ranges={ranges} series={{ code: series, digits }} /> },
    { label: "Nereden nereye", value: `${accountWords[from]} → ${accountWords[to]}` },
    ...linked("Parti", proposal.batch, (id) => `/cards/production/${id}`),
    ...linked("Dosya", proposal.case, ledgerHrefs.case),
    ...told("Yöntem", proposal.method),
    ...told("Tutanak no", proposal.documentNo),
    ...scanned("Taranmış tutanak", documentId),
    { label: "Gerekçe", value: reason },
    { label: "Öneren", value: `${proposal.proposedByName}, ${formatDateTime(new Date(proposal.proposedAt))}` },
    ...(proposal.state === "proposed" ? [{ label: "Son an", value: formatDateTime(new Date(proposal.expiresAt)) }] : []),
    ...told("Karar veren", decidedAt && `${proposal.decidedByName ?? ""}, ${formatDateTime(new Date(decidedAt))}`),
    ...told("Karar notu", proposal.note),
  ];
}
