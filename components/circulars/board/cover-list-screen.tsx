"use client";
import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import Link from "next/link";
import { recipientQueries } from "@/components/circulars/board/recipient-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { readCoverList } from "@/lib/circulars/delivery-contract.ts";
import { channelLabels } from "@/lib/institutions/labels.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

type CoverList = OutputOf<typeof readCoverList>;

/** The sheet that goes along by hand or post and comes back signed. */
export function CoverListScreen({ circularId }: { circularId: string }) {
  const query = useQuery(recipientQueries.coverList(circularId));
  const board = `/circulars/${circularId}/recipients`;
  return (
    <DensityScope fallback="comfortable" className="flex-1">
      <Breadcrumbs
        items={[{ label: "Dağıtımlı yazılar", href: "/circulars" }, { label: "Muhataplar", href: board }, { label: "Teslim listesi" }]}
      />
      <Page className="print:max-w-none print:p-0">
        <LoadState
          query={query}
          what="Teslim listesi"
          back={
            <Link href={board} className="link">
              Muhataplara dön
            </Link>
          }
        >
          {(list) => <CoverSheet list={list} board={board} />}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

function CoverSheet({ list, board }: { list: CoverList; board: string }) {
  if (list.rows.length === 0) {
    return (
      <>
        <PageHeader title="Teslim listesi" back={{ href: board, label: "Muhataplar" }} />
        <EmptyState
          title="Elden ya da postayla gidecek muhatap yok"
          action={
            <Link href={board} className="link">
              Muhataplara dön
            </Link>
          }
        >
          Muhatapların tümüne elektronik kanaldan gönderildi. Elden ya da postayla ulaşılacak muhatap olduğunda liste burada görünür.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Teslim listesi"
        back={{ href: board, label: "Muhataplar" }}
        meta={`${list.unitName} · ${formatNumber(list.rows.length)} muhatap`}
        actions={
          <Button tone="primary" icon={<Printer size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => print()}>
            {formatNumber(list.rows.length)} satırlık listeyi yazdır
          </Button>
        }
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

const cell = "border border-line-strong px-2 py-2 align-top print:border-black";
/** Nobody writes on a phone with a pen: there these columns only push the addresses out of sight. */
const penCell = `${cell} max-md:not-print:hidden`;

/** A plain grid: the empty columns are filled in by pen. */
function SignatureTable({ rows }: Pick<CoverList, "rows">) {
  return (
    <div className="mt-5 bg-surface print:bg-white">
      <table className="small w-full border-collapse print:text-black">
        <caption className="sr-only">Elden ve postayla teslim edilecek muhataplar</caption>
        <thead>
          <tr className="text-left">
            {["No", "Muhatap", "Kanal", "Adres"].map((name) => (
              <th key={name} scope="col" className={cell}>
                {name}
              </th>
            ))}
            {["Teslim alan (ad, unvan)", "Tarih", "İmza"].map((name) => (
              <th key={name} scope="col" className={penCell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  );
}
