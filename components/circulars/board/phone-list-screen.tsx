"use client";
import { useQuery } from "@tanstack/react-query";
import { phoneListOf } from "@/components/circulars/board/board-groups.ts";
import { boardHref, cell, PenTable, PrintButton, penCell, SheetScreen } from "@/components/circulars/board/pen-sheet.tsx";
import { type RecipientBoard, recipientQueries } from "@/components/circulars/board/recipient-queries.ts";
import { CopyButton } from "@/components/ui/code.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

/** The sheet for the telephone: from whom there is no word, with room for what they say. */
export function PhoneListScreen({ circularId }: { circularId: string }) {
  const query = useQuery(recipientQueries.board(circularId));
  return (
    <SheetScreen circularId={circularId} title="Telefon listesi" query={query}>
      {({ circular, rows }) => <PhoneSheet circular={circular} rows={rows.filter((row) => row.silent)} board={boardHref(circularId)} />}
    </SheetScreen>
  );
}

type PhoneSheetProps = { circular: RecipientBoard["circular"]; rows: readonly BoardRow[]; board: string };

function PhoneSheet({ circular, rows, board }: PhoneSheetProps) {
  const due = circular.dueOn ? ` · son gün ${formatDate(circular.dueOn)}` : "";
  const header = { title: "Telefon listesi", back: { href: board, label: "Muhataplar" } };
  if (rows.length === 0) {
    return (
      <>
        <PageHeader {...header} />
        <EmptyState title="Aranacak kurum yok">Muhatapların tümü yanıt verdi ya da yanıtlarından vazgeçildi.</EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        {...header}
        meta={`${circular.documentNumber} · ${formatDate(circular.documentOn)}${due} · ${formatNumber(rows.length)} kurumdan haber yok`}
        actions={
          <>
            <CopyButton text={phoneListOf(rows)} label={`${formatNumber(rows.length)} telefonu kopyala`} withLabel />
            <PrintButton count={rows.length} />
          </>
        }
      />
      <p className="mt-3">{circular.subject}</p>
      <CallTable rows={rows} />
    </>
  );
}

function CallTable({ rows }: Pick<PhoneSheetProps, "rows">) {
  return (
    <PenTable
      caption="Yanıt vermeyen muhatapların telefonları"
      columns={["No", "Muhatap", "Telefon"]}
      penColumns={["Görüşülen (ad, unvan)", "Tarih, saat", "Ne dedi"]}
    >
      {rows.map((row) => (
        <tr key={row.id} className="break-inside-avoid md:h-12 print:h-12">
          <td className={`${cell} num text-right`}>{row.position}</td>
          <td className={cell}>
            {row.name}
            {row.promisedOn ? <span className="cap block">{formatDate(row.promisedOn)} tarihine kadar yanıt verecek</span> : null}
          </td>
          <td className={`${cell} num whitespace-nowrap`}>
            <Telephone phone={row.phone} />
          </td>
          <td className={`${penCell} w-48 print:w-32`} />
          <td className={`${penCell} w-28 print:w-20`} />
          <td className={`${penCell} w-48 print:w-32`} />
        </tr>
      ))}
    </PenTable>
  );
}

function Telephone({ phone }: { phone: string }) {
  if (!phone) return <span className="text-ink-3">yazılmamış</span>;
  return (
    <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className="link print:text-black print:no-underline">
      {phone}
    </a>
  );
}
