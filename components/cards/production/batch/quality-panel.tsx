"use client";
import { type FormEvent, useRef, useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { addScan, type Scan, type Verdict } from "@/components/cards/production/batch/scans.ts";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { type BatchRecord, recordQuality } from "@/lib/cards/production-contract.ts";
import { rangeText } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const verdicts = [
  { value: "passed", label: "Geçti" },
  { value: "failed", label: "Bozuk" },
] as const;

/** Serials by scanner or keyboard: Enter takes each one, and all of them are written at once. */
export function QualityPanel({ batch }: { batch: BatchRecord }) {
  const check = useCardDeed(recordQuality);
  const field = useRef<HTMLInputElement>(null);
  const [scans, setScans] = useState<Scan[]>([]);
  const [verdict, setVerdict] = useState<Verdict>("passed");
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [witnessName, setWitness] = useState("");
  const [complaint, setComplaint] = useState<string>();
  const failed = scans.filter((scan) => scan.verdict === "failed");
  const passed = scans.filter((scan) => scan.verdict === "passed");
  const refusals = refusalsOf(check.error, ["witnessName"]);

  function take(event: FormEvent) {
    event.preventDefault();
    const outcome = addScan(scans, batch, { typed, verdict, reason });
    setComplaint(outcome.complaint);
    if (outcome.scans) {
      setScans(outcome.scans);
      setTyped("");
    }
    field.current?.focus();
  }
  function takeAll() {
    const known = new Set(scans.map(({ serial }) => serial));
    const rest = batch.rows.filter((row) => row.state === "printed" && !row.isInvalidated && row.serial !== null && !known.has(row.serial));
    setScans([...scans, ...rest.map(({ serial }) => ({ serial: serial ?? 0, verdict: "passed" as const, reason: "" }))]);
  }
  function write() {
    const input = {
      batchId: batch.id,
      version: batch.version,
      passed: passed.map(({ serial }) => String(serial)),
      failed: failed.map((scan) => ({ serial: String(scan.serial), reason: scan.reason })),
      witnessName,
    };
    const done = () => {
      toastDone(`${cardCount(passed.length)} denetimden geçti${failed.length > 0 ? `, ${cardCount(failed.length)} bozuk ayrıldı` : ""}.`);
      setScans([]);
      setWitness("");
    };
    check.mutate(input, { onSuccess: done });
  }

  return (
    <Panel title="Kalite denetimi" aside={`${cardCount(batch.lines.printed - scans.length)} okutulmadı`}>
      <form onSubmit={take} noValidate className="grid gap-3 sm:grid-cols-[auto_1fr_auto] sm:items-end">
        <RadioGroup inline legend="Sonuç" value={verdict} onValueChange={setVerdict} options={verdicts} />
        <Field label="Seri numarası" hint="Okutun ya da yazıp Enter’a basın." {...(complaint && { error: complaint })}>
          <TextInput
            ref={field}
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            className="num"
            onChange={({ target }) => setTyped(target.value)}
          />
        </Field>
        <div className="flex gap-2">
          <Button type="submit">Ekle</Button>
          <Button tone="quiet" onClick={takeAll}>
            Kalanların tümü geçti
          </Button>
        </div>
        {verdict === "failed" ? (
          <Field label="Neden bozuk" required className="sm:col-span-3">
            <TextInput value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
          </Field>
        ) : null}
      </form>
      {scans.length > 0 ? (
        <div className="mt-3 grid gap-3 border-t border-line pt-3">
          <ScanList scans={scans} batch={batch} onRemove={(serial) => setScans(scans.filter((scan) => scan.serial !== serial))} />
          {failed.length > 0 ? (
            <Field label="Bozuk çıkanları gören kişi" required hint="İşlemi yazandan başka biri." {...errorOf(refusals.at("witnessName"))}>
              <TextInput value={witnessName} maxLength={120} className="max-w-md" onChange={({ target }) => setWitness(target.value)} />
            </Field>
          ) : null}
          {refusals.general ? (
            <Banner live tone="red" title="Yazılmadı.">
              {refusals.general} Okuttuklarınız duruyor.
            </Banner>
          ) : null}
          <div>
            <Button tone="primary" busy={check.isPending ? "Yazılıyor" : false} onClick={write}>
              {deedOf(passed.length, failed.length)}
            </Button>
          </div>
        </div>
      ) : null}
    </Panel>
  );
}

const errorOf = (error: string | undefined) => (error ? { error } : {});

const deedOf = (passed: number, failed: number): string => {
  if (failed === 0) return `${cardCount(passed)}ı geçti yaz`;
  return passed === 0 ? `${cardCount(failed)}ı bozuk ayır` : `${formatNumber(passed)} geçti, ${formatNumber(failed)} bozuk yaz`;
};

type ScanListProps = { scans: readonly Scan[]; batch: BatchRecord; onRemove: (serial: number) => void };

/** The last ones read stand first; a slip is taken back with one key. */
function ScanList({ scans, batch, onRemove }: ScanListProps) {
  const last = scans.slice(-12).toReversed();
  return (
    <div>
      <ul aria-label="Okutulanlar" className="small grid gap-x-4 gap-y-1 sm:grid-cols-2 xl:grid-cols-3">
        {last.map(({ serial, verdict, reason }) => (
          <li key={serial} className="flex items-center justify-between gap-2">
            <StateWord tone={verdict === "passed" ? "green" : "red"} glyph={verdict === "passed" ? "done" : "alert"} className="min-w-0">
              <span className="code">{rangeText(batch.series, { first: serial, last: serial }, batch.digits)}</span>
              {reason ? ` · ${reason}` : ""}
            </StateWord>
            <Button size="sm" tone="quiet" aria-label={`${serial} numarayı listeden çıkar`} onClick={() => onRemove(serial)}>
              Çıkar
            </Button>
          </li>
        ))}
      </ul>
      {scans.length > last.length ? <p className="cap mt-1">ve {cardCount(scans.length - last.length)} daha</p> : null}
    </div>
  );
}
