"use client";
import { useState } from "react";
import { problemText } from "@/components/shell/imports/import-labels.ts";
import { useCommitImport } from "@/components/shell/imports/import-queries.ts";
import type { ImportTarget } from "@/components/shell/imports/import-target.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import type { ImportRunRecord } from "@/lib/platform/import/run-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** What will happen, in numbers, and the deed with the same number on it. */
export function CommitPanel({ target, run }: { target: ImportTarget; run: ImportRunRecord }) {
  const [reason, setReason] = useState("");
  const [isTold, setIsTold] = useState(false);
  const commit = useCommitImport(target);
  const { new: created = 0, changed = 0, invalid = 0, duplicate = 0 } = run.counts;
  const { unit, reasonHint, alsoDone = "" } = target.words;
  const expected = created + changed;
  const isShort = reason.trim().length < 5;
  function take() {
    setIsTold(true);
    if (!isShort) commit.mutate({ importId: run.id, version: run.version, expected, reason });
  }
  if (expected === 0) {
    return (
      <Banner tone="grey" title="Aktarılacak satır yok." className="mb-4">
        Satırların hepsi kayıttakiyle aynı, hatalı ya da yinelenen.
      </Banner>
    );
  }
  return (
    <Panel title="Gözden geçirin ve aktarın" className="mb-4">
      <p className="small mb-3 text-ink-2">
        {formatNumber(created)} yeni {unit} eklenecek, {formatNumber(changed)} {unit} değişecek; hepsi birlikte, biri bile alınamazsa
        hiçbiri.
        {invalid + duplicate > 0 ? ` ${formatNumber(invalid + duplicate)} hatalı ya da yinelenen satır aktarılmayacak.` : ""} {alsoDone}
      </p>
      {commit.error ? <Banner tone="red" title={problemText(commit.error)} live className="mb-3" /> : null}
      <Field
        label="Gerekçe"
        hint={reasonHint}
        error={isTold && isShort ? "Gerekçeyi en az 5 karakterle yazın." : undefined}
        required
        className="max-w-xl"
      >
        <TextArea rows={2} maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="mt-4 flex justify-end">
        <Button
          tone="primary"
          busy={commit.isPending ? "Başlatılıyor" : false}
          off={run.isOwn ? false : "Aktarımı yalnız dosyayı yükleyen onaylar"}
          onClick={take}
        >
          {formatNumber(expected)} satırı aktar
        </Button>
      </div>
    </Panel>
  );
}
