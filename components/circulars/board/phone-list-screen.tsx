"use client";
import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import Link from "next/link";
import { phoneListOf } from "@/components/circulars/board/board-groups.ts";
import { type RecipientBoard, recipientQueries } from "@/components/circulars/board/recipient-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/code.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

/** The sheet for the telephone: from whom there is no word, with room for what they say. */
export function PhoneListScreen({ circularId }: { circularId: string }) {
  const query = useQuery(recipientQueries.board(circularId));
  const board = `/circulars/${circularId}/recipients`;
  const back = (
    <Link href={board} className="link">
      Muhataplara dön
    </Link>
  );
  return (
    <DensityScope fallback="comfortable" className="flex-1">
      <Breadcrumbs
        items={[{ label: "Dağıtımlı yazılar", href: "/circulars" }, { label: "Muhataplar", href: board }, { label: "Telefon listesi" }]}
      />
      <Page className="print:max-w-none print:p-0">
        <LoadState query={query} what="Telefon listesi" back={back}>
          {({ circular, rows }) => <PhoneSheet circular={circular} rows={rows.filter((row) => row.silent)} board={board} />}
        </LoadState>
      </Page>
    </DensityScope>
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
            <Button tone="primary" icon={<Printer size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => print()}>
              {formatNumber(rows.length)} satırlık listeyi yazdır
            </Button>
          </>
        }
      />
      <p className="mt-3">{circular.subject}</p>
      <CallTable rows={rows} />
    </>
  );
}

const cell = "border border-line-strong px-2 py-2 align-top print:border-black";
/** Nobody writes on a phone with a pen. */
const penCell = `${cell} max-md:not-print:hidden`;

function CallTable({ rows }: Pick<PhoneSheetProps, "rows">) {
  return (
    <div className="mt-5 bg-surface print:bg-white">
      <table className="small w-full border-collapse print:text-black">
        <caption className="sr-only">Yanıt vermeyen muhatapların telefonları</caption>
        <thead>
          <tr className="text-left">
            {["No", "Muhatap", "Telefon"].map((name) => (
              <th key={name} scope="col" className={cell}>
                {name}
              </th>
            ))}
            {["Görüşülen (ad, unvan)", "Tarih, saat", "Ne dedi"].map((name) => (
              <th key={name} scope="col" className={penCell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
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
