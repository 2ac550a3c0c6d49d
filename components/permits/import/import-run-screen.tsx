"use client";
import { useQuery } from "@tanstack/react-query";
import { CommitPanel } from "@/components/permits/import/commit-panel.tsx";
import { importStateLabels, importStateTones } from "@/components/permits/import/import-labels.ts";
import { importQueries, isWorking, useAbandonImport } from "@/components/permits/import/import-queries.ts";
import { ImportRows } from "@/components/permits/import/import-rows.tsx";
import { MappingForm } from "@/components/permits/import/mapping-form.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { useTimeLeft } from "@/components/ui/time-left.ts";
import type { ImportRunRecord } from "@/lib/platform/import/run-contract.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

/** One file's way: columns, dry run, check, taken over. The page may be left at any step. */
export function ImportRunScreen({ importId }: { importId: string }) {
  const query = useQuery(importQueries.record(importId));
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: "İzin kayıtları", href: "/permits" }, { label: "Dosyadan aktar", href: "/permits/import" }, { label: "Aktarım" }]}
      />
      <LoadState query={query} what="Aktarım">
        {(run) => <Run run={run} />}
      </LoadState>
    </Page>
  );
}

function Run({ run }: { run: ImportRunRecord }) {
  const hasRows = run.state === "checked" || run.state === "committing" || run.state === "committed";
  return (
    <>
      <PageHeader
        title={run.fileName}
        tag={<Tag tone={importStateTones[run.state]}>{importStateLabels[run.state]}</Tag>}
        meta={`${run.source} · ${run.actorName} · ${formatDateTime(new Date(run.createdAt))}`}
        actions={<AbandonButton run={run} />}
        className="mb-4"
      />
      {run.failure ? (
        <Banner tone={run.state === "failed" ? "red" : "amber"} title={run.failure} live className="mb-4">
          Kayıtlarda değişiklik yapılmadı.
        </Banner>
      ) : null}
      {isWorking(run.state) ? <Working run={run} /> : null}
      {run.state === "committed" ? <Done run={run} /> : null}
      {run.state === "uploaded" || run.state === "failed" ? <MappingForm run={run} /> : null}
      {run.state === "checked" ? <CommitPanel run={run} /> : null}
      {hasRows && run.areRowsKept ? <ImportRows run={run} /> : null}
    </>
  );
}

function Working({ run }: { run: ImportRunRecord }) {
  const isChecking = run.state === "checking";
  const taken = (run.counts.new ?? 0) + (run.counts.changed ?? 0);
  const total = Math.max(run.rowsDone, isChecking ? (run.rowsTotal ?? 0) : taken);
  const left = useTimeLeft(run.rowsDone, total);
  return (
    <Panel className="mb-4">
      <Progress
        label={isChecking ? "Satırlar denetleniyor" : "Kayıtlar hepsi birlikte aktarılıyor"}
        done={run.rowsDone}
        total={total}
        {...(left !== null && { left })}
        note="Sayfadan çıkabilirsiniz; aktarımı “Dosyadan aktar” sayfasında bulursunuz."
      />
    </Panel>
  );
}

function Done({ run }: { run: ImportRunRecord }) {
  const taken = `${formatNumber(run.counts.new ?? 0)} yeni kayıt eklendi, ${formatNumber(run.counts.changed ?? 0)} kayıt değişti.`;
  return (
    <Banner
      tone="green"
      title={taken}
      live
      className="mb-4"
      action={
        <ButtonLink href="/permits" size="sm">
          İzin kayıtlarına git
        </ButtonLink>
      }
    >
      {(run.counts.invalid ?? 0) + (run.counts.duplicate ?? 0) > 0 && run.areRowsKept
        ? "Hatalı ve yinelenen satırlar aktarılmadı; düzeltip yeniden yükleyin."
        : null}
      {run.areRowsKept ? null : "Dosyanın ve satırların saklama süresi doldu; silindiler."}
    </Banner>
  );
}

function AbandonButton({ run }: { run: ImportRunRecord }) {
  const abandon = useAbandonImport();
  if (!run.isOwn || !["uploaded", "checked", "failed"].includes(run.state)) return null;
  return (
    <Button
      tone="quiet"
      busy={abandon.isPending ? "Vazgeçiliyor" : false}
      onClick={() => abandon.mutate({ importId: run.id, version: run.version })}
    >
      Aktarımdan vazgeç
    </Button>
  );
}
