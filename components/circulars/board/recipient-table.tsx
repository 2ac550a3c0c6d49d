"use client";
import { ChevronRight } from "lucide-react";
import { Fragment, type ReactNode, useState } from "react";
import { type BoardGroup, groupsOf } from "@/components/circulars/board/board-groups.ts";
import { sharesOneDay } from "@/components/circulars/board/board-times.ts";
import {
  AcknowledgedCell,
  ActionCell,
  ChannelCell,
  type ClockOnly,
  DeliveredCell,
  ReadCell,
  StandingCell,
  SubmittedCell,
} from "@/components/circulars/board/recipient-cells.tsx";
import { useListKeys } from "@/components/ui/list-keys.ts";
import { Cell, GroupRow, Head, Row, Table } from "@/components/ui/table.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";

export type RecipientTableProps = {
  /** All rows of the board: they decide how times are written, whatever is shown. */
  rows: readonly BoardRow[];
  shown: readonly BoardRow[];
  openId: string | null;
  onOpen: (recipientId: string | null) => void;
  /** The one deed of the group from whom there is no word. */
  remind: ReactNode;
};

export function RecipientTable({ rows, shown, openId, onOpen, remind }: RecipientTableProps) {
  const [folded, setFolded] = useState<readonly BoardGroup["id"][]>([]);
  const groups = groupsOf(shown);
  const walked = groups.flatMap((group) => (folded.includes(group.id) ? [] : group.rows));
  const order = new Map(walked.map((row, index) => [row.id, index]));
  const clockOnly = clockOnlyOf(rows);
  // With the drawer open its timeline tells the rest; the column would cost the names their room.
  const showsAction = openId === null && rows.some((row) => row.role === "action");
  const columns = showsAction ? 8 : 7;
  const keys = useListKeys({
    count: walked.length,
    onOpen: (index) => onOpen(walked[index]?.id ?? null),
    onClose: () => onOpen(null),
  });
  const toggle = (id: BoardGroup["id"]) => setFolded(folded.includes(id) ? folded.filter((other) => other !== id) : [...folded, id]);
  return (
    <Table caption="Muhataplar" {...keys.list}>
      <BoardHead isRoomy={openId === null} showsAction={showsAction} />
      <tbody>
        {groups.map((group) => (
          <Fragment key={group.id}>
            <GroupRow
              columns={columns}
              name={group.name}
              count={group.rows.length}
              open={!folded.includes(group.id)}
              onToggle={() => toggle(group.id)}
              action={group.id === "silent" ? remind : undefined}
            />
            {(folded.includes(group.id) ? [] : group.rows).map((row) => (
              <Row key={row.id} open={row.id === openId} clickable onClick={() => onOpen(row.id)} {...keys.row(order.get(row.id) ?? 0)}>
                <RecipientCells row={row} clockOnly={clockOnly} showsAction={showsAction} />
              </Row>
            ))}
          </Fragment>
        ))}
      </tbody>
    </Table>
  );
}

function BoardHead({ isRoomy, showsAction }: { isRoomy: boolean; showsAction: boolean }) {
  const room = isRoomy ? "xl:min-w-28" : undefined;
  return (
    <thead>
      <tr>
        <Head numeric>No</Head>
        <Head>Muhatap</Head>
        <Head className={room}>Kanal</Head>
        <Head className={room}>Gönderildi</Head>
        <Head className={room}>Ulaştı</Head>
        <Head className={isRoomy ? "xl:min-w-40" : undefined}>Okundu</Head>
        <Head className={room}>Bilgi alındı</Head>
        {showsAction ? <Head className={room}>Gereği</Head> : null}
      </tr>
    </thead>
  );
}

type CellsProps = { row: BoardRow; clockOnly: ClockOnly; showsAction: boolean };

function RecipientCells({ row, clockOnly, showsAction }: CellsProps) {
  return (
    <>
      <Cell numeric rest className="text-ink-3">
        {row.position}
      </Cell>
      <Cell lead cut title={`${row.name}: ${row.sentence}`}>
        <span className="flex items-center justify-between gap-2">
          <span className="min-w-0 md:cut">{row.name}</span>
          <ChevronRight size={16} strokeWidth={1.75} aria-hidden="true" className="text-ink-3 md:hidden" />
        </span>
      </Cell>
      <Cell>
        <ChannelCell channel={row.channel} />
        <span className="ml-3 md:hidden">
          <StandingCell row={row} clockOnly={clockOnly} />
        </span>
      </Cell>
      <Cell rest>
        <SubmittedCell row={row} clockOnly={clockOnly} />
      </Cell>
      <Cell rest>
        <DeliveredCell row={row} clockOnly={clockOnly} />
      </Cell>
      <Cell rest>
        <ReadCell row={row} clockOnly={clockOnly} />
      </Cell>
      <Cell rest>
        <AcknowledgedCell row={row} clockOnly={clockOnly} />
      </Cell>
      {showsAction ? (
        <Cell rest>
          <ActionCell row={row} clockOnly={clockOnly} />
        </Cell>
      ) : null}
    </>
  );
}

function clockOnlyOf(rows: readonly BoardRow[]): ClockOnly {
  const oneDay = (instantOf: (row: BoardRow) => string | null) => sharesOneDay(rows.map(instantOf));
  return {
    submitted: oneDay((row) => row.submittedAt),
    delivered: oneDay((row) => row.deliveredAt),
    read: oneDay((row) => row.readAt ?? row.deemedReadAt),
    acknowledged: oneDay((row) => row.acknowledgedAt),
    actionReported: oneDay((row) => row.actionReportedAt),
  };
}
