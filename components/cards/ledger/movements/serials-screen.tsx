"use client";
import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { type FormEvent, useState } from "react";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { MovementTable } from "@/components/cards/ledger/movements/movement-table.tsx";
import { SegmentTable } from "@/components/cards/ledger/movements/segment-table.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { findSerials } from "@/lib/cards/ledger-contract.ts";
import { parseSerials, rangeText } from "@/lib/cards/serial-ranges.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** "Where is A26 0123456?": account, batch, shipment or card, and everything that ever moved it. */
export function SerialsScreen() {
  const [asked, ask] = useQueryState("q", parseAsString.withDefault(""));
  const parsed = parseSerials(asked);
  const query = useQuery({ ...ledgerQueries.serials(asked), enabled: parsed !== null });
  const isNoSeries = query.error instanceof ProblemError && query.error.code === "not_found";
  const isMistaken = asked !== "" && (parsed === null || isNoSeries);
  const { data: ledger } = useQuery({ ...ledgerQueries.seriesList(), enabled: isMistaken });
  return (
    <LedgerFrame crumbs={[{ label: "Hangi numara nerede" }]}>
      <Page wide className="grid content-start gap-4">
        <PageHeader title="Hangi numara nerede" meta="Bir numaranın ya da aralığın bugünkü yeri ve bütün geçmişi." />
        <SerialSearch key={asked} asked={asked} error={isMistaken ? mistakeIn(parsed) : undefined} onAsk={ask} />
        {isMistaken && ledger ? <MeantSerials meant={meantBy(asked, ledger.series)} onAsk={ask} /> : null}
        {asked === "" ? (
          <Panel>
            <EmptyState title="Bir numara yazın">Bulunduğu hesap, partisi, gönderisi ya da kartı ve hareketleri burada görünür.</EmptyState>
          </Panel>
        ) : null}
        {parsed && !isNoSeries ? (
          <LoadState query={query} what="Numaralar">
            {(answer) => <SerialAnswer answer={answer} />}
          </LoadState>
        ) : null}
      </Page>
    </LedgerFrame>
  );
}

const mistakeIn = (parsed: ReturnType<typeof parseSerials>): string =>
  parsed ? `${parsed.series} diye bir seri yok.` : "Seri ve numarayı yazın: A26 0123456 ya da A26 118001-118500.";

/** The same number in each series there is: the series was left out, or mistyped. */
function meantBy(asked: string, series: readonly { code: string }[]): string[] {
  const number = /(\d[\d.]*(?:\s*[-–—]\s*\d[\d.]*)?)\s*$/.exec(asked)?.[1] ?? "";
  return series.map(({ code }) => `${code} ${number}`).filter((text) => parseSerials(text) !== null);
}

function MeantSerials({ meant, onAsk }: { meant: readonly string[]; onAsk: (text: string) => void }) {
  if (meant.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="text-ink-2">Şunu mu arıyorsunuz:</span>
      {meant.map((text) => (
        <Button key={text} size="sm" className="code" onClick={() => onAsk(text)}>
          {text}
        </Button>
      ))}
    </p>
  );
}

type SerialSearchProps = { asked: string; error: string | undefined; onAsk: (text: string) => void };

function SerialSearch({ asked, error, onAsk }: SerialSearchProps) {
  const [text, setText] = useState(asked);
  function submit(event: FormEvent) {
    event.preventDefault();
    onAsk(text.trim());
  }
  return (
    <form role="search" onSubmit={submit} className="flex flex-wrap items-start gap-3">
      <Field
        label="Seri ve numara"
        hint="Örnek: A26 0118001 ya da A26 0118001-0118500"
        className="w-full max-w-md"
        {...(error ? { error } : {})}
      >
        <TextInput type="search" value={text} maxLength={60} className="code" onChange={({ target }) => setText(target.value)} />
      </Field>
      <Button type="submit" tone="primary" className="mt-6">
        Numarayı bul
      </Button>
    </form>
  );
}

function SerialAnswer({ answer }: { answer: OutputOf<typeof findSerials> }) {
  const { series, digits, first, last, segments, movements, isCut } = answer;
  return (
    <>
      <Panel flush title={rangeText(series, { first, last }, digits)} aside={`${formatNumber(last - first + 1)} numara`}>
        <SegmentTable segments={segments} series={series} digits={digits} />
      </Panel>
      <Panel flush title="Geçmişi" aside={`${formatNumber(movements.length)} hareket`}>
        {movements.length === 0 ? (
          <p className="small px-[var(--d-panel)] py-3 text-ink-2">Bu numaraları içeren hareket yok.</p>
        ) : (
          <MovementTable inset caption="Bu numaraları içeren hareketler, en yeni üstte" movements={movements} />
        )}
      </Panel>
      {isCut ? <p className="small text-ink-2">Aralık çok geniş; ilk 200 satır gösterildi. Daha dar bir aralık yazın.</p> : null}
    </>
  );
}
