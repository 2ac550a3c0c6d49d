"use client";
import { actorOf, exactTime } from "@/components/audit/audit-table.tsx";
import { actionLabelOf, detailOf, subjectLabelOf } from "@/components/audit/labels.ts";
import { Button } from "@/components/ui/button.tsx";
import { Code, CopyButton } from "@/components/ui/code.tsx";
import { Drawer } from "@/components/ui/drawer.tsx";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list.tsx";
import type { AuditEntry } from "@/lib/audit/contract.ts";

export type AuditEntryDrawerProps = { event: AuditEntry; onClose: () => void; onSubject: (subjectId: string) => void };

export function AuditEntryDrawer({ event, onClose, onSubject }: AuditEntryDrawerProps) {
  return (
    <Drawer title={actionLabelOf(event.action)} meta={exactTime(event.at)} onClose={onClose}>
      <SummaryList labels="narrow" className="small" items={factsOf(event)} />
      <Button size="sm" className="mt-3" onClick={() => onSubject(event.subjectId)}>
        Bu kaydın bütün olayları
      </Button>
      <h3 className="h-sec mt-5 mb-2">Kayıttaki içerik</h3>
      <pre className="rounded-md border border-line bg-sunken p-3 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
        {JSON.stringify(event.payload, null, 2)}
      </pre>
    </Drawer>
  );
}

function factsOf(event: AuditEntry): SummaryItem[] {
  const detail = detailOf(event);
  const facts: SummaryItem[] = [
    { label: "Yapan", value: actorOf(event) },
    { label: "Konu", value: subjectLabelOf(event.subjectKind) },
    { label: "Konu no", value: <Code>{event.subjectId}</Code> },
    { label: "Olay no", value: event.id },
    { label: "İstek no", value: <Code>{event.requestId}</Code> },
    { label: "Zincirde", value: event.sealed?.position ?? "Henüz mühürlenmedi" },
  ];
  if (detail) facts.unshift({ label: "Ayrıntı", value: detail });
  if (event.sealed) {
    const { hash } = event.sealed;
    facts.push({ label: "Mühür özeti", value: <Code>{hash}</Code>, action: <CopyButton text={hash} label="Özeti kopyala" /> });
  }
  return facts;
}
