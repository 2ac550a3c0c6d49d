"use client";
import { useQuery } from "@tanstack/react-query";
import { BoardLink, boardHref, cell, PenTable, PrintButton, penCell, SheetScreen } from "@/components/circulars/board/pen-sheet.tsx";
import { recipientQueries } from "@/components/circulars/board/recipient-queries.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { readCoverList } from "@/lib/circulars/delivery-contract.ts";
import { channelLabels } from "@/lib/institutions/labels.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

type CoverList = OutputOf<typeof readCoverList>;

/** The sheet that goes along by hand or post and comes back signed. */
export function CoverListScreen({ circularId }: { circularId: string }) {
  const query = useQuery(recipientQueries.coverList(circularId));
  return (
    <SheetScreen circularId={circularId} title="Teslim listesi" query={query}>
      {(list) => <CoverSheet list={list} circularId={circularId} />}
    </SheetScreen>
  );
}

function CoverSheet({ list, circularId }: { list: CoverList; circularId: string }) {
  const back = { href: boardHref(circularId), label: "Muhataplar" };
  if (list.rows.length === 0) {
    return (
      <>
        <PageHeader title="Teslim listesi" back={back} />
        <EmptyState title="Elden ya da postayla gidecek muhatap yok" action={<BoardLink circularId={circularId} />}>
          Muhatapların tümüne elektronik kanaldan gönderildi. Elden ya da postayla ulaşılacak muhatap olduğunda liste burada görünür.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Teslim listesi"
        back={back}
        meta={`${list.unitName} · ${formatNumber(list.rows.length)} muhatap`}
        actions={<PrintButton count={list.rows.length} />}
      />
      <dl className="mt-4 grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_1fr] print:grid-cols-[8rem_1fr]">
        <dt className="text-ink-3 print:text-black">Sayı, tarih</dt>
        <dd className="code">
          {list.documentNumber} · {formatDate(list.documentOn)}
        </dd>
        <dt className="text-ink-3 print:text-black">Konu</dt>
        <dd>{list.subject}</dd>
      </dl>
      <SignatureTable rows={list.rows} />
    </>
  );
}

function SignatureTable({ rows }: Pick<CoverList, "rows">) {
  return (
    <PenTable
      caption="Elden ve postayla teslim edilecek muhataplar"
      columns={["No", "Muhatap", "Kanal", "Adres"]}
      penColumns={["Teslim alan (ad, unvan)", "Tarih", "İmza"]}
    >
      {rows.map((row) => (
        <tr key={row.position} className="h-14 break-inside-avoid">
          <td className={`${cell} num text-right`}>{row.position}</td>
          <td className={cell}>{row.name}</td>
          <td className={cell}>{channelLabels[row.channel]}</td>
          <td className={`${cell} [overflow-wrap:anywhere]`}>{row.address}</td>
          <td className={`${penCell} w-40`} />
          <td className={`${penCell} w-24`} />
          <td className={`${penCell} w-28`} />
        </tr>
      ))}
    </PenTable>
  );
}
