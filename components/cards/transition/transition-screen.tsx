"use client";
import { useQuery } from "@tanstack/react-query";
import { Printer, Snowflake } from "lucide-react";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { useMay } from "@/components/access/use-may.ts";
import { AnomaliesPanel } from "@/components/cards/transition/anomalies-panel.tsx";
import { BackTestPanel } from "@/components/cards/transition/back-test-panel.tsx";
import { DrainPanel } from "@/components/cards/transition/drain-panel.tsx";
import { findingOf, type Transition } from "@/components/cards/transition/finding.ts";
import { KindsPanel } from "@/components/cards/transition/kinds-panel.tsx";
import { MonthsPanel } from "@/components/cards/transition/months-panel.tsx";
import { ProvincesPanel } from "@/components/cards/transition/provinces-panel.tsx";
import { ReplacementPanel } from "@/components/cards/transition/replacement-panel.tsx";
import { TransitionEquation } from "@/components/cards/transition/transition-equation.tsx";
import { type TransitionFilterState, useTransitionFilter } from "@/components/cards/transition/transition-filter.ts";
import { TransitionFilterBar } from "@/components/cards/transition/transition-filter-bar.tsx";
import { transitionQueries } from "@/components/cards/transition/transition-queries.ts";
import { useReplacement } from "@/components/cards/transition/use-replacement.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

/** How far the new design has come, when the last old card ends, and what would make it sooner. */
export function TransitionScreen() {
  const filter = useTransitionFilter();
  const query = useQuery(transitionQueries.figures(filter.request));
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Tasarım geçişi" }]} />
      <Page wide>
        <LoadState query={query} what="Tasarım geçişi" lines={10}>
          {(figures) => <Figures figures={figures} filter={filter} stale={query.isPlaceholderData} />}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

/** As high as the reckoning beside it. */
const besideHeight = 396;
const aloneHeight = 304;

type FiguresProps = { figures: Transition; filter: TransitionFilterState; stale: boolean };

function Figures({ figures, filter, stale }: FiguresProps) {
  const may = useMay();
  const { data: me } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  const replacement = useReplacement(filter, may("transition:forecast"));
  const province = filter.shown.province ?? me?.provinceId ?? null;
  const place = province === null ? null : provinceName(province);
  if (figures.day === null || figures.cutOver === null) return <NotBegun cutOver={figures.cutOver} />;
  const fileName = (what: string) => `gecis-${what}-${figures.day}${place ? `-${province}` : ""}`;
  return (
    <div aria-busy={stale} className={classNames(stale && "opacity-60")}>
      <Header figures={figures} place={place} freezeHref={may("statistics:freeze") ? filter.freezeHref : null} />
      <TransitionFilterBar filter={filter} hasProvinces={me?.provinceId === null} />
      <TransitionEquation parts={figures.parts} />
      <div className={classNames("mt-3 grid gap-3", may("transition:forecast") && "lg:grid-cols-[1fr_19.5rem] print:block")}>
        <DrainPanel
          figures={figures}
          whatIf={replacement.whatIf}
          fileName={fileName("egri")}
          height={may("transition:forecast") ? besideHeight : aloneHeight}
        />
        {may("transition:forecast") ? <ReplacementPanel filter={filter} replacement={replacement} /> : null}
      </div>
      {me?.provinceId === null ? <ProvincesPanel figures={figures} filter={filter} fileName={fileName("iller")} /> : null}
      <div className="mt-3 grid gap-3 xl:grid-cols-2">
        <MonthsPanel months={figures.months} fileName={fileName("bolumler")} />
        <KindsPanel kinds={figures.kinds} />
        <BackTestPanel backTest={figures.backTest} fileName={fileName("sinama")} />
        {may("card:read") ? <AnomaliesPanel filter={filter} /> : null}
      </div>
    </div>
  );
}

type HeaderProps = { figures: Transition; place: string | null; freezeHref: string | null };

function Header({ figures, place, freezeHref }: HeaderProps) {
  return (
    <PageHeader
      title={findingOf(figures, place)}
      meta={
        <>
          {formatDateTime(new Date(figures.asOf))} itibarıyla · geçiş günü {formatDate(figures.cutOver ?? "")} · eski kart, üzerinde yazan
          bitiş tarihine kadar geçerlidir
        </>
      }
      actions={
        <>
          {freezeHref ? (
            <ButtonLink href={freezeHref} icon={<Snowflake size={16} strokeWidth={1.75} aria-hidden="true" />}>
              Rakamı dondur
            </ButtonLink>
          ) : null}
          <Button icon={<Printer size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => window.print()}>
            Yazdır
          </Button>
        </>
      }
    />
  );
}

function NotBegun({ cutOver }: { cutOver: string | null }) {
  return (
    <>
      <PageHeader title="Tasarım geçişi" />
      <EmptyState title={cutOver === null ? "Geçiş günü girilmemiş" : "Günler henüz sayılmadı"}>
        {cutOver === null
          ? "Kart türlerinin yeni tasarıma geçtiği gün kuruluma girildiğinde beş bölüm, azalma eğrisi ve tahmin burada görünür."
          : "Arka plandaki sayım ilk turunu bitirdiğinde, birkaç dakika içinde, rakamlar burada görünür."}
      </EmptyState>
    </>
  );
}
