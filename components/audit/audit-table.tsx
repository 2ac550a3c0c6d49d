"use client";
import { roleLabels } from "@/components/access/labels.ts";
import { actionLabelOf, detailOf, subjectLabelOf } from "@/components/audit/labels.ts";
import { useListKeys } from "@/components/ui/list-keys.ts";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { AuditEntry } from "@/lib/audit/contract.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

export type AuditTableProps = { events: readonly AuditEntry[]; openId: string | null; onOpen: (id: string | null) => void };

export function AuditTable({ events, openId, onOpen }: AuditTableProps) {
  // The open drawer takes the room of two columns and shows what they say.
  const isNarrow = openId !== null;
  const open = (index: number) => onOpen(events[index]?.id ?? null);
  const keys = useListKeys({ count: events.length, onOpen: open, onClose: () => onOpen(null) });
  return (
    <Table fixed caption="Denetim kaydı, en yeni üstte" {...keys.list}>
      <thead>
        <tr>
          <Head className="w-40">Zaman</Head>
          <Head className="w-52">Olay</Head>
          <Head>Ayrıntı</Head>
          <Head className="w-48">Yapan</Head>
          {isNarrow ? null : <Head className="w-32">Konu</Head>}
          {isNarrow ? null : <Head className="w-28">İl</Head>}
          <Head className="w-28">Zincir</Head>
        </tr>
      </thead>
      <tbody>
        {events.map((event, index) => (
          <Row key={event.id} clickable open={event.id === openId} onClick={() => open(index)} {...keys.row(index)}>
            <Cell className="num whitespace-nowrap">{exactTime(event.at)}</Cell>
            <Cell lead cut>
              {actionLabelOf(event.action)}
            </Cell>
            <Cell rest cut className="text-ink-2">
              {detailOf(event)}
            </Cell>
            <Cell cut>{actorOf(event)}</Cell>
            {isNarrow ? null : <Cell rest>{subjectLabelOf(event.subjectKind)}</Cell>}
            {isNarrow ? null : <Cell rest>{event.provinceId === null ? null : provinceName(event.provinceId)}</Cell>}
            <Cell rest className="num">
              {event.sealed ? (
                <StateWord tone="green" glyph="done">
                  {event.sealed.position}
                </StateWord>
              ) : (
                <StateWord tone="amber" glyph="waiting">
                  Sırada
                </StateWord>
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

const clock = new Intl.DateTimeFormat("tr-TR", {
  timeZone: "Europe/Istanbul",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** To the second: in a trail the order within a minute matters. */
export function exactTime(at: string): string {
  const instant = new Date(at);
  return `${formatDate(instant)} ${clock.format(instant)}`;
}

/** Worker, visitor and link holder are named by what they are; a person by name and office. */
export function actorOf({ actorName, actorRole }: Pick<AuditEntry, "actorName" | "actorRole">): string {
  const role = actorRole in roleLabels ? roleLabels[actorRole as keyof typeof roleLabels] : actorRole;
  return role === actorName ? actorName : `${actorName} · ${role}`;
}
