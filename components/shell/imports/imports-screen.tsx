"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { importStateLabels, importStateTones, problemText } from "@/components/shell/imports/import-labels.ts";
import { importQueries, useUploadImport } from "@/components/shell/imports/import-queries.ts";
import { type ImportTarget, templateHref } from "@/components/shell/imports/import-target.ts";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { ImportRunRow } from "@/lib/platform/import/run-contract.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

/** A file begins its way here, and one that was left is found again. */
export function ImportsScreen({ target }: { target: ImportTarget }) {
  const query = useQuery(importQueries.list(target));
  return (
    <Page>
      <Breadcrumbs items={[...target.trail, { label: "Dosyadan aktar" }]} />
      <PageHeader
        title="Dosyadan aktar"
        meta={`${target.words.what} CSV ya da XLSX dosyasından alın. Önce denetlenir; siz onaylamadan hiçbir kayıt değişmez.`}
        className="mb-4"
      />
      <UploadPanel target={target} />
      <Panel title="Aktarımlar" flush className="mt-4">
        <LoadState query={query} what="Aktarım listesi" lines={4}>
          {({ runs }) =>
            runs.length === 0 ? (
              <EmptyState title="Aktarım yok">Yüklediğiniz dosyalar ve sonuçları burada görünür.</EmptyState>
            ) : (
              <RunTable target={target} runs={runs} />
            )
          }
        </LoadState>
      </Panel>
    </Page>
  );
}

function UploadPanel({ target }: { target: ImportTarget }) {
  const router = useRouter();
  const [source, setSource] = useState("");
  const [missing, setMissing] = useState(false);
  /** Chosen before its source was written: it waits, and need not be chosen again. */
  const [held, setHeld] = useState<File | null>(null);
  const upload = useUploadImport(target);
  function take(file: File | undefined) {
    setMissing(source.trim() === "");
    setHeld(file ?? null);
    if (!file || source.trim() === "") return;
    upload.mutate({ file, source }, { onSuccess: (run) => router.push(`${target.path}/${run.id}`) });
  }
  return (
    <Panel
      title="Yeni dosya"
      aside={
        <a className="link" href={templateHref(target)}>
          Boş şablonu indir
        </a>
      }
    >
      <Field
        label="Kaynak"
        hint="Dosyanın geldiği sistem ya da birim. Sütun eşleştirmesi kaynağa göre hatırlanır."
        error={missing ? "Dosyanın kaynağını yazın." : undefined}
        required
        className="mb-3 max-w-md"
      >
        <TextInput value={source} maxLength={80} onChange={(event) => setSource(event.target.value)} />
      </Field>
      <FileDrop
        label="CSV ya da XLSX dosyasını buraya bırakın"
        hint="En çok 48 MB ve 250.000 satır; tek başlık satırı"
        accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        maxBytes={48 * 1_048_576}
        busy={upload.isPending ? "Yükleniyor" : false}
        error={upload.error ? problemText(upload.error) : undefined}
        onFiles={([file]) => take(file)}
      />
      {held && !upload.isPending && !upload.error ? (
        <p className="small mt-3 flex flex-wrap items-center gap-3">
          <span className="[overflow-wrap:anywhere]">{held.name} seçildi.</span>
          <Button size="sm" tone="primary" onClick={() => take(held)}>
            Dosyayı yükle
          </Button>
        </p>
      ) : null}
    </Panel>
  );
}

function RunTable({ target, runs }: { target: ImportTarget; runs: readonly ImportRunRow[] }) {
  return (
    <Table caption="Aktarımlar" inset>
      <thead>
        <tr>
          <Head>Dosya</Head>
          <Head>Kaynak</Head>
          <Head>Durum</Head>
          <Head numeric>Satır</Head>
          <Head>Yükleyen</Head>
          <Head>Yüklenme</Head>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Row key={run.id}>
            <Cell lead>
              <Link className="link" href={`${target.path}/${run.id}`}>
                {run.fileName}
              </Link>
            </Cell>
            <Cell>{run.source}</Cell>
            <Cell>
              <Tag tone={importStateTones[run.state]}>{importStateLabels[run.state]}</Tag>
            </Cell>
            <Cell numeric rest>
              {formatNumber(run.rowsTotal ?? run.rowsDone)}
            </Cell>
            <Cell rest>{run.actorName}</Cell>
            <Cell rest>{formatDateTime(new Date(run.createdAt))}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
