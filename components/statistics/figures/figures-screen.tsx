"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { publicationQueries } from "@/components/statistics/publication-queries.ts";
import { ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

const decimal = new Intl.NumberFormat("tr-TR", { maximumFractionDigits: 1 });

/** Figures that were frozen, the newest first. */
export function FiguresScreen() {
  const query = useQuery(publicationQueries.figures());
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs items={[{ label: "İstatistik", href: "/statistics" }, { label: "Dondurulan rakamlar" }]} />
      <Page wide className="lg:pt-4">
        <PageHeader
          title="Dondurulan rakamlar"
          meta={query.data ? `${formatNumber(query.data.figures.length)} rakam` : undefined}
          actions={<ButtonLink href="/statistics/table">Tablo kur</ButtonLink>}
        />
        <section className="panel mt-3 overflow-clip" aria-label="Dondurulan rakamlar">
          <LoadState query={query} what="Dondurulan rakamlar" lines={6}>
            {({ figures }) =>
              figures.length === 0 ? (
                <EmptyState title="Henüz dondurulan rakam yok" action={<ButtonLink href="/statistics/table">Tablo kur</ButtonLink>}>
                  Bir tabloda “Rakamı dondur” denince, o andaki rakam bağlantısıyla burada durur.
                </EmptyState>
              ) : (
                <Table caption="Dondurulan rakamlar">
                  <thead>
                    <tr>
                      <Head>Başlık</Head>
                      <Head numeric>Toplam</Head>
                      <Head>Donduran</Head>
                      <Head numeric>Ne zaman</Head>
                    </tr>
                  </thead>
                  <tbody>
                    {figures.map(({ id, title, frozenAt, frozenBy, total }) => (
                      <Row key={id}>
                        <Cell lead className="w-full">
                          <Link href={`/statistics/figures/${id}`} className="link">
                            {title}
                          </Link>
                        </Cell>
                        <Cell numeric>{total.value === null ? null : decimal.format(total.value)}</Cell>
                        <Cell>{frozenBy}</Cell>
                        <Cell numeric>{formatDateTime(new Date(frozenAt))}</Cell>
                      </Row>
                    ))}
                  </tbody>
                </Table>
              )
            }
          </LoadState>
        </section>
      </Page>
    </DensityScope>
  );
}
