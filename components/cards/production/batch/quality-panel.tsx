"use client";
import { useState } from "react";
import { ScanForm } from "@/components/cards/production/batch/scan-form.tsx";
import { ScanList } from "@/components/cards/production/batch/scan-list.tsx";
import { useQualityCheck } from "@/components/cards/production/batch/use-quality-check.ts";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { BatchRecord } from "@/lib/cards/production-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type Check = ReturnType<typeof useQualityCheck>;

/** Serials by scanner or keyboard: Enter takes each one, and all of them are written at once. */
export function QualityPanel({ batch }: { batch: BatchRecord }) {
  const check = useQualityCheck(batch);
  return (
    <Panel title="Kalite denetimi" aside={`${cardCount(batch.lines.printed - check.scans.length)} okutulmadı`}>
      <ScanForm outcome={check.outcome} onTake={check.take} onTakeRest={check.takeRest} />
      {check.scans.length > 0 ? <WriteScans batch={batch} check={check} /> : null}
    </Panel>
  );
}

function WriteScans({ batch, check }: { batch: BatchRecord; check: Check }) {
  const [witnessName, setWitness] = useState("");
  const { passed, failed } = check.counts;
  const refusals = refusalsOf(check.error, ["witnessName"]);
  const atWitness = refusals.at("witnessName");
  return (
    <div className="mt-3 grid gap-3 border-t border-line pt-3">
      <ScanList scans={check.scans} batch={batch} onRemove={check.remove} />
      {failed > 0 ? (
        <Field label="Bozuk çıkanları gören kişi" required hint="İşlemi yazandan başka biri." {...(atWitness && { error: atWitness })}>
          <TextInput value={witnessName} maxLength={120} className="max-w-md" onChange={({ target }) => setWitness(target.value)} />
        </Field>
      ) : null}
      {refusals.general ? (
        <Banner live tone="red" title="Yazılmadı.">
          {refusals.general} Okuttuklarınız duruyor.
        </Banner>
      ) : null}
      <div>
        <Button tone="primary" busy={check.isPending ? "Yazılıyor" : false} onClick={() => check.write(witnessName)}>
          {deedOf(passed, failed)}
        </Button>
      </div>
    </div>
  );
}

function deedOf(passed: number, failed: number): string {
  if (failed === 0) return `${cardCount(passed)}ı geçti yaz`;
  return passed === 0 ? `${cardCount(failed)}ı bozuk ayır` : `${formatNumber(passed)} geçti, ${formatNumber(failed)} bozuk yaz`;
}
