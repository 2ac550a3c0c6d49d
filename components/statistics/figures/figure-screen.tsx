"use client";
import { useQuery } from "@tanstack/react-query";
import { Link2, Printer } from "lucide-react";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { DefinitionLine } from "@/components/statistics/explore/definition-line.tsx";
import { changeText, figureText } from "@/components/statistics/figure-text.ts";
import { cutHrefOf, cutSentence } from "@/components/statistics/figures/cut-words.ts";
import { publicationQueries } from "@/components/statistics/publication-queries.ts";
import { CutTable } from "@/components/statistics/table/cut-table.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";
import type { readFigure } from "@/lib/statistics/publication-contract.ts";

type Figure = OutputOf<typeof readFigure>;

/** A figure as it was when it was frozen, with today's beside it. */
export function FigureScreen({ figureId }: { figureId: string }) {
  const query = useQuery(publicationQueries.figure(figureId));
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs
        items={[
          { label: "İstatistik", href: "/statistics" },
          { label: "Dondurulan rakamlar", href: "/statistics/figures" },
          { label: query.data?.title ?? "Rakam" },
        ]}
      />
      <Page wide className="lg:pt-4">
        <LoadState query={query} what="Rakam" lines={8}>
          {(figure) => <Frozen figure={figure} />}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

function Frozen({ figure }: { figure: Figure }) {
  const { title, frozenAt, frozenBy, provinceId, input, cut, asOf } = figure;
  const copy = () => navigator.clipboard.writeText(location.href).then(() => toastDone("Bağlantı kopyalandı."));
  return (
    <>
      <PageHeader
        title={title}
        meta={`${formatDateTime(new Date(frozenAt))} · ${frozenBy} dondurdu · ${provinceId === null ? "Türkiye geneli" : provinceName(provinceId)}`}
        actions={
          <>
            <Button
              tone="quiet"
              className="max-md:hidden"
              icon={<Printer size={16} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              Yazdır
            </Button>
            <ButtonLink href={cutHrefOf(input)}>Aynısını bugün aç</ButtonLink>
            <Button icon={<Link2 size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => void copy()}>
              Bağlantıyı kopyala
            </Button>
          </>
        }
      />
      <Facts figure={figure} />
      <section className="panel mt-3 min-w-0 overflow-hidden p-3" aria-label="Dondurulan tablo">
        <p className="cap num mb-2">
          {cutSentence(input)} · {formatDateTime(new Date(asOf.at))} itibarıyla
        </p>
        <CutTable cut={cut} shown="figure" caption={title} />
      </section>
      <DefinitionLine measure={cut.measure} />
    </>
  );
}

function Facts({ figure: { cut, now, digest } }: { figure: Figure }) {
  const { measure, total } = cut;
  const change = now === null ? null : changeText(measure, now.value, total.value);
  return (
    <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-3 border-y border-line py-3">
      <div>
        <dt className="small text-ink-2">Dondurulan rakam</dt>
        <dd className="num text-2xl font-semibold tracking-[-0.02em]">{figureText(measure, total.value)}</dd>
      </div>
      <div>
        <dt className="small text-ink-2">Bugün</dt>
        <dd className="num text-2xl font-semibold tracking-[-0.02em] text-ink-2">
          {now === null ? "ölçülemiyor" : figureText(measure, now.value)}
          {change ? <span className="small ml-2 font-normal tracking-normal">{change}</span> : null}
        </dd>
      </div>
      <div className="min-w-0">
        <dt className="small text-ink-2">Özet (SHA-256)</dt>
        <dd className="font-mono text-xs break-all">{digest}</dd>
      </div>
    </dl>
  );
}
