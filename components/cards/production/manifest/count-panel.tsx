"use client";
import { type FormEvent, useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { countManifest, type ManifestRecord, takeManifestCount } from "@/lib/cards/manifest-contract.ts";

const barcodesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

/** What PTT says it took: a number where it agrees, its barcodes where it does not. */
export function CountPanel({ manifest }: { manifest: ManifestRecord }) {
  const count = useCardDeed(countManifest);
  const upload = useCardDeed(takeManifestCount);
  const [pieces, setPieces] = useState("");
  const [typed, setTyped] = useState("");
  const [isAsked, setAsked] = useState(false);
  const barcodes = barcodesIn(typed);
  const pttCount = barcodes.length > 0 && pieces === "" ? barcodes.length : Number(pieces);
  const isGood = /^\d*$/.test(pieces) && (pieces !== "" || barcodes.length > 0);
  const handle = { manifestId: manifest.id, version: manifest.version };
  const told = ({ state }: ManifestRecord) =>
    toastDone(state === "matched" ? "Sayım tuttu; liste kapandı." : "Sayım farklı; satırlar işaretlendi.");
  const refusals = refusalsOf(count.error, ["pttCount", "barcodes"]);
  const uploadRefusal = refusalsOf(upload.error, []).general;

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (isGood) count.mutate({ ...handle, pttCount, barcodes }, { onSuccess: told });
  }
  async function take([file]: File[]) {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    upload.mutate({ ...handle, version: String(manifest.version), file: { name: file.name, bytes } }, { onSuccess: told });
  }
  const pieceError = refusals.at("pttCount") ?? (isAsked && !isGood ? "PTT’nin saydığı parça sayısını yazın." : undefined);
  return (
    <Panel title="PTT’nin sayımı" aside={`Listede ${cardCount(manifest.total)}`}>
      <div className="grid gap-5 lg:grid-cols-2">
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
          <Field
            label="Saydığı barkodlar"
            optional
            hint={
              barcodes.length > 0
                ? `${barcodes.length} farklı barkod`
                : "Sayı tutmuyorsa okutun ya da yapıştırın; eksik olan satır böyle bulunur."
            }
            {...(refusals.at("barcodes") && { error: "Barkodlardan biri okunamadı; her biri 8–20 harf ve rakamdır." })}
          >
            <TextArea rows={4} value={typed} className="num" onChange={({ target }) => setTyped(target.value)} />
          </Field>
          {refusals.general ? (
            <div role="alert">
              <FieldError>{refusals.general}</FieldError>
            </div>
          ) : null}
          <div>
            <Button type="submit" tone="primary" busy={count.isPending ? "Yazılıyor" : false}>
              {isGood && pttCount > 0 ? `${pttCount} parçalık sayımı yaz` : "Sayımı yaz"}
            </Button>
          </div>
        </form>
        <FileDrop
          label="Ya da PTT’nin sayım dosyasını bırakın"
          hint="Her satırda bir barkod, ya da “barkod” sütunu olan CSV"
          accept=".csv,.txt,text/csv,text/plain"
          maxBytes={1_048_576}
          busy={upload.isPending ? "Okunuyor" : false}
          {...(uploadRefusal && { error: uploadRefusal })}
          onFiles={take}
        />
      </div>
    </Panel>
  );
}
