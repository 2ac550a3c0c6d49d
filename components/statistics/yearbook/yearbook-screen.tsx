"use client";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useMay } from "@/components/access/use-may.ts";
import { saveFile } from "@/components/charts/save-file.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { publicationQueries, useExportYearbook } from "@/components/statistics/publication-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";
import type { readYearbook } from "@/lib/statistics/publication-contract.ts";

type Year = OutputOf<typeof readYearbook>["years"][number];

/** The yearbook's table set, year by year: what the records hold beside what was published (D17). */
export function YearbookScreen() {
  const query = useQuery(publicationQueries.yearbook());
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs items={[{ label: "İstatistik", href: "/statistics" }, { label: "Yıllık tablolar" }]} />
      <Page wide className="lg:pt-4">
        <PageHeader
          title="Yabancıların çalışma izinleri, yıllık tablolar"
          meta={
            query.data
              ? `${formatDateTime(new Date(query.data.asOf.at))} itibarıyla · tür, cinsiyet, il, uyruk, ekonomik faaliyet, öğrenim`
              : undefined
          }
        />
        <section className="panel mt-3 overflow-clip" aria-label="Yıllar">
          <LoadState query={query} what="Yıllık tablolar" lines={8}>
            {({ years }) =>
              years.length === 0 ? (
                <EmptyState title="Henüz yıl yok">İlk izin kaydedilince o yılın tabloları burada görünür.</EmptyState>
              ) : (
                <YearTable years={years} />
              )
            }
          </LoadState>
        </section>
        <p className="cap mt-3 max-w-prose">
          Kayıtlar: bu sistemin izin kayıtlarından o yıl verilen izin; tabloların toplamı bu sayıya eşittir. Yayımlanan: Bakanlığın o yıl
          için duyurduğu toplam. Sistemin kayıtlarından önceki yıllarda yalnız yayımlanan toplam vardır.
        </p>
      </Page>
    </DensityScope>
  );
}

function YearTable({ years }: { years: readonly Year[] }) {
  const may = useMay();
  return (
    <Table caption="Yıllara göre verilen izin">
      <thead>
        <tr>
          <Head>Yıl</Head>
          <Head numeric>Kayıtlar</Head>
          <Head numeric>Yayımlanan</Head>
          <Head>Yayımlananın kaynağı</Head>
          <Head>
            <span className="sr-only">İndir</span>
          </Head>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, records, published, source }) => (
          <Row key={year}>
            <Cell lead className="num font-medium">
              {year}
            </Cell>
            <Cell numeric>{records === null ? null : formatNumber(records)}</Cell>
            <Cell numeric>{published === null ? null : formatNumber(published)}</Cell>
            <Cell wrap rest className="w-full">
              {source}
            </Cell>
            <Cell className="text-right">{records !== null && may("statistics:publish") ? <Workbook year={year} /> : " "}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Workbook({ year }: { year: number }) {
  const download = useExportYearbook();
  return (
    <Button
      size="sm"
      icon={<Download size={14} strokeWidth={1.75} aria-hidden="true" />}
      busy={download.isPending ? "Hazırlanıyor" : false}
      onClick={() => download.mutate({ year: String(year), audience: "publication" }, { onSuccess: saveFile })}
    >
      {year} çalışma kitabı
    </Button>
  );
}
