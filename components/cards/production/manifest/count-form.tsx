"use client";
import { type FormEvent, useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import { countManifest, type ManifestRecord } from "@/lib/cards/manifest-contract.ts";

const barcodesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

/** A number alone, or barcodes and their number; null while neither is there. */
function countIn(pieces: string, barcodes: readonly string[]): number | null {
  if (pieces === "") return barcodes.length > 0 ? barcodes.length : null;
  return /^\d{1,5}$/.test(pieces) ? Number(pieces) : null;
}

export type CountFormProps = { manifest: ManifestRecord; onCounted: (manifest: ManifestRecord) => void };

export function CountForm({ manifest, onCounted }: CountFormProps) {
  const count = useCardDeed(countManifest);
  const [pieces, setPieces] = useState("");
  const [typed, setTyped] = useState("");
  const [isAsked, setAsked] = useState(false);
  const barcodes = barcodesIn(typed);
  const pttCount = countIn(pieces, barcodes);
  const refusals = refusalsOf(count.error, ["pttCount", "barcodes"]);
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (pttCount === null) return;
    count.mutate({ manifestId: manifest.id, version: manifest.version, pttCount, barcodes }, { onSuccess: onCounted });
  }
  const pieceError = refusals.at("pttCount") ?? (isAsked && pttCount === null ? "PTT’nin saydığı parça sayısını yazın." : undefined);
  const barcodeError = refusals.at("barcodes") && "Barkodlardan biri okunamadı; her biri 8–20 harf ve rakamdır.";
  return (
    <form onSubmit={submit} noValidate className="grid content-start gap-3">
      <Field label="PTT kaç parça saydı" required {...(pieceError && { error: pieceError })}>
        <TextInput
          value={pieces}
          inputMode="numeric"
          autoComplete="off"
          className="num max-w-32"
          onChange={({ target }) => setPieces(target.value.trim())}
        />
      </Field>
      <Field label="Saydığı barkodlar" optional hint={barcodeHint(barcodes.length)} {...(barcodeError && { error: barcodeError })}>
        <TextArea rows={4} value={typed} className="num" onChange={({ target }) => setTyped(target.value)} />
      </Field>
      {refusals.general ? (
        <div role="alert">
          <FieldError>{refusals.general}</FieldError>
        </div>
      ) : null}
      <div>
        <Button type="submit" tone="primary" busy={count.isPending ? "Yazılıyor" : false}>
          {pttCount === null ? "Sayımı yaz" : `${pttCount} parçalık sayımı yaz`}
        </Button>
      </div>
    </form>
  );
}

const barcodeHint = (count: number): string =>
  count > 0 ? `${count} farklı barkod` : "Sayı tutmuyorsa okutun ya da yapıştırın; eksik olan satır böyle bulunur.";
