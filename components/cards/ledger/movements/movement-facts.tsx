import { roleLabels } from "@/components/access/labels.ts";
import { linked, scanned, told } from "@/components/cards/ledger/facts.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import type { SummaryItem } from "@/components/ui/summary-list.tsx";
import type { MovementRecord } from "@/lib/cards/ledger-rows.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

/** Whose act it was, when, why, and on which paper. */
export function movementFacts(movement: MovementRecord): SummaryItem[] {
  const { occurredOn, at, value, actorName, actorRole, approvedByName, approvedRole, documentId } = movement;
  return [
    { label: "Gün", value: formatDate(occurredOn) },
    { label: "Deftere yazıldığı an", value: formatDateTime(new Date(at)) },
    { label: "Değer", value: `${moneyText(value)}, o günün tarifesiyle` },
    { label: "Yazan", value: person(actorName, actorRole) },
    ...told("Onaylayan", approvedByName && person(approvedByName, approvedRole ?? "")),
    ...told("Tanık", movement.witnessName),
    ...told("Gerekçe", movement.reason),
    ...told("Yöntem", movement.method),
    ...told("Belge no", movement.documentNo),
    ...linked("Gönderi", movement.shipment, ledgerHrefs.shipment),
    ...linked("Parti", movement.batch, (id) => `/cards/production/${id}`),
    ...linked("Dosya", movement.case, ledgerHrefs.case),
    ...linked("Geri aldığı hareket", reference(movement.reversesId), ledgerHrefs.movement),
    ...linked("Geri alan hareket", reference(movement.reversedById), ledgerHrefs.movement),
    ...scanned("Taranmış belge", documentId),
  ];
}

const reference = (id: string | null) => (id ? { id, number: "Hareketi aç" } : null);

/** Name and office, as they were when it was written. */
function person(name: string, role: string): string {
  const office = role in roleLabels ? roleLabels[role as keyof typeof roleLabels] : role;
  return office && office !== name ? `${name}, ${office}` : name;
}
