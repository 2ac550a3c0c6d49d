"use client";
import { useQuery } from "@tanstack/react-query";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { CommitPanel } from "@/components/shell/imports/commit-panel.tsx";
import { importStateLabels, importStateTones } from "@/components/shell/imports/import-labels.ts";
import { importQueries, isWorking, useAbandonImport } from "@/components/shell/imports/import-queries.ts";
import { ImportRows } from "@/components/shell/imports/import-rows.tsx";
import type { ImportTarget } from "@/components/shell/imports/import-target.ts";
import { MappingForm } from "@/components/shell/imports/mapping-form.tsx";
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
export function ImportRunScreen({ target, importId }: { target: ImportTarget; importId: string }) {
  const query = useQuery(importQueries.record(target, importId));
  return (
    <Page>
      <Breadcrumbs items={[...target.trail, { label: "Dosyadan aktar", href: target.path }, { label: "Aktarım" }]} />
      <LoadState query={query} what="Aktarım">
        {(run) => <Run target={target} run={run} />}
      </LoadState>
    </Page>
  );
}

type RunProps = { target: ImportTarget; run: ImportRunRecord };

function Run({ target, run }: RunProps) {
  const hasRows = run.state === "checked" || run.state === "committing" || run.state === "committed";
  return (
    <>
      <PageHeader
        title={run.fileName}
        tag={<Tag tone={importStateTones[run.state]}>{importStateLabels[run.state]}</Tag>}
        meta={`${run.source} · ${run.actorName} · ${formatDateTime(new Date(run.createdAt))}`}
        actions={<AbandonButton target={target} run={run} />}
        className="mb-4"
      />
      {run.failure ? (
        <Banner tone={run.state === "failed" ? "red" : "amber"} title={run.failure} live className="mb-4">
          Kayıtlarda değişiklik yapılmadı.
        </Banner>
      ) : null}
      {isWorking(run.state) ? <Working run={run} /> : null}
      {run.state === "committed" ? <Done target={target} run={run} /> : null}
      {run.state === "uploaded" || run.state === "failed" ? <MappingForm target={target} run={run} /> : null}
      {run.state === "checked" ? <CommitPanel target={target} run={run} /> : null}
      {hasRows && run.areRowsKept ? <ImportRows target={target} run={run} /> : null}
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

function Done({ target, run }: RunProps) {
  const { unit, leave } = target.words;
  const taken = `${formatNumber(run.counts.new ?? 0)} yeni ${unit} eklendi, ${formatNumber(run.counts.changed ?? 0)} ${unit} değişti.`;
  return (
    <Banner
      tone="green"
      title={taken}
      live
      className="mb-4"
      action={
        <ButtonLink href={target.trail.at(-1)?.href ?? "/"} size="sm">
          {leave}
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

function AbandonButton({ target, run }: RunProps) {
  const abandon = useAbandonImport(target);
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
