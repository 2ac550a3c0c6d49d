"use client";
import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { HomeDispatches } from "@/components/statistics/ministry/home-dispatches.tsx";
import { HomeFigures } from "@/components/statistics/ministry/home-figures.tsx";
import { HomeIssued } from "@/components/statistics/ministry/home-issued.tsx";
import { homeQueries } from "@/components/statistics/ministry/home-queries.ts";
import { HomeSilent } from "@/components/statistics/ministry/home-silent.tsx";
import { HomeStuck } from "@/components/statistics/ministry/home-stuck.tsx";
import { HomeTransition } from "@/components/statistics/ministry/home-transition.tsx";
import { findingOf } from "@/components/statistics/ministry/home-words.ts";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";
import type { MinistryHome } from "@/lib/statistics/home-contract.ts";

/** What an undersecretary reads in a minute, on a screen or on one sheet of paper. */
export function MinistryHomeScreen() {
  const query = useQuery(homeQueries.read());
  return (
    <DensityScope fallback="comfortable" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Bakanlık özeti" }]} />
      <Page>
        <LoadState query={query} what="Bakanlık özeti" lines={10}>
          {(home) => <Home home={home} />}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

function Home({ home }: { home: MinistryHome }) {
  return (
    <>
      <PageHeader
        title={findingOf(home)}
        meta={
          <span className="num">
            {formatDate(home.until)} dâhil · {formatDateTime(new Date(home.asOf.at))} itibarıyla · bütün iller
          </span>
        }
        actions={
          <Button
            className="max-md:hidden"
            onClick={() => window.print()}
            icon={<Printer size={16} strokeWidth={1.75} aria-hidden="true" />}
          >
            Yazdır
          </Button>
        }
      />
      <HomeFigures figures={home.figures} month={home.month} />
      <div className="mt-4 grid items-stretch gap-4 lg:grid-cols-2">
        <HomeIssued months={home.issued} />
        <HomeTransition transition={home.transition} />
      </div>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
        <HomeStuck stuck={home.stuck} />
        <HomeDispatches provinces={home.provinces} />
      </div>
      {home.silent === null || home.provinces.length === 0 ? null : <HomeSilent silent={home.silent} />}
    </>
  );
}
