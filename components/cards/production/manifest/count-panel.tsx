"use client";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { CountForm } from "@/components/cards/production/manifest/count-form.tsx";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { type ManifestRecord, takeManifestCount } from "@/lib/cards/manifest-contract.ts";

/** What PTT says it took: a number where it agrees, its barcodes where it does not. */
export function CountPanel({ manifest }: { manifest: ManifestRecord }) {
  return (
    <Panel title="PTT’nin sayımı" aside={`Listede ${cardCount(manifest.total)}`}>
      <div className="grid gap-5 lg:grid-cols-2">
        <CountForm manifest={manifest} onCounted={tellCounted} />
        <CountFile manifest={manifest} />
      </div>
    </Panel>
  );
}

const tellCounted = ({ state }: ManifestRecord) =>
  toastDone(state === "matched" ? "Sayım tuttu; liste kapandı." : "Sayım farklı; satırlar işaretlendi.");

function CountFile({ manifest }: { manifest: ManifestRecord }) {
  const upload = useCardDeed(takeManifestCount);
  const refusal = refusalsOf(upload.error, []).general;
  async function take([file]: File[]) {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const input = { manifestId: manifest.id, version: String(manifest.version), file: { name: file.name, bytes } };
    upload.mutate(input, { onSuccess: tellCounted });
  }
  return (
    <FileDrop
      label="Ya da PTT’nin sayım dosyasını bırakın"
      hint="Her satırda bir barkod, ya da “barkod” sütunu olan CSV"
      accept=".csv,.txt,text/csv,text/plain"
      maxBytes={1_048_576}
      busy={upload.isPending ? "Okunuyor" : false}
      {...(refusal && { error: refusal })}
      onFiles={take}
    />
  );
}
