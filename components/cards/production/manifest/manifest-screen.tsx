"use client";
import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { CountPanel } from "@/components/cards/production/manifest/count-panel.tsx";
import { ManifestTable } from "@/components/cards/production/manifest/manifest-table.tsx";
import { ResolvePanel } from "@/components/cards/production/manifest/resolve-panel.tsx";
import { productionQueries } from "@/components/cards/production/production-queries.ts";
import { cardCount, manifestLooks } from "@/components/cards/production/production-words.ts";
import { DeedDialog, refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { handOverManifest, type ManifestRecord } from "@/lib/cards/manifest-contract.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

/** The list that goes to PTT with the cards and is signed there; on paper it is the list alone. */
export function ManifestScreen({ manifestId }: { manifestId: string }) {
  const query = useQuery(productionQueries.manifest(manifestId));
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Üretim", href: "/cards/production" }, { label: query.data?.number ?? "Teslim listesi" }]} />
      <Page wide className="grid min-w-0 gap-4 print:max-w-none print:p-0">
        <LoadState query={query} what="Teslim listesi" lines={10}>
          {(manifest) => <ManifestPage manifest={manifest} />}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

function ManifestPage({ manifest }: { manifest: ManifestRecord }) {
  const look = manifestLooks[manifest.state];
  const may = (action: ManifestRecord["allowedActions"][number]) => manifest.allowedActions.includes(action);
  return (
    <>
      <PageHeader
        title={`PTT teslim listesi ${manifest.number}`}
        tag={
          <Tag tone={look.tone} glyph={look.glyph} className="print:hidden">
            {look.word}
          </Tag>
        }
        meta={headWords(manifest)}
        actions={
          <>
            <Button icon={<Printer size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => print()}>
              Listeyi yazdır
            </Button>
            {may("hand_over") ? <HandOver manifest={manifest} /> : null}
          </>
        }
      />
      <div data-chrome="" className="grid gap-4 empty:hidden">
        <ResultBanner manifest={manifest} />
        {may("resolve") ? <ResolvePanel key={manifest.version} manifest={manifest} /> : null}
        {may("count") ? <CountPanel manifest={manifest} /> : null}
      </div>
      <ManifestTable manifest={manifest} />
    </>
  );
}

function headWords({ total, createdByName, createdAt, handedOverAt, isDemo }: ManifestRecord): string {
  const parts = [
    cardCount(total),
    `${createdByName} çıkardı, ${formatDateTime(new Date(createdAt))}`,
    handedOverAt ? `PTT’ye teslim ${formatDateTime(new Date(handedOverAt))}` : "",
    isDemo ? "örnek veri" : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

function ResultBanner({ manifest }: { manifest: ManifestRecord }) {
  const { state, total, pttCount, note, rows } = manifest;
  if (state === "matched") {
    return (
      <Banner tone="green" title="Liste, satırlar ve PTT’nin sayısı aynı.">
        {note ? `Farkın açıklaması: ${note}` : `${cardCount(total)} teslim edildi ve sayıldı.`}
      </Banner>
    );
  }
  if (state !== "disputed") return null;
  const missing = rows.filter((row) => row.state === "missing" && row.card?.work === "handed_to_ptt").length;
  const unexpected = rows.filter((row) => row.state === "unexpected").length;
  const isNamed = missing + unexpected > 0;
  return (
    <Banner tone="red" title={`Listede ${formatNumber(total)}, PTT’nin sayımında ${formatNumber(pttCount ?? 0)}.`}>
      {isNamed
        ? `${formatNumber(missing)} kart PTT’de sayılmadı, ${formatNumber(unexpected)} parça listede yok. Satırlar aşağıda.`
        : "Hangi kartların eksik olduğu belli değil: PTT’nin barkod listesini yükleyin."}
    </Banner>
  );
}

function HandOver({ manifest }: { manifest: ManifestRecord }) {
  const [isOpen, setOpen] = useState(false);
  const handOver = useCardDeed(handOverManifest);
  const done = () => {
    toastDone("Kartlar teslim edildi ve geçerli oldu.");
    setOpen(false);
  };
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        {cardCount(manifest.total)}ı PTT’ye teslim et
      </Button>
      {isOpen ? (
        <DeedDialog
          title={`${cardCount(manifest.total)} PTT’ye teslim edilsin mi?`}
          consequence="Her kart şimdi geçerli olur; yerine geçtiği kart aynı anda geçersiz olur. İzni sona eren kart listeden çıkarılır. Geri alınamaz."
          deed={`${cardCount(manifest.total)}ı teslim et`}
          doing="Teslim ediliyor"
          isPending={handOver.isPending}
          refusal={refusalsOf(handOver.error, []).general}
          onSubmit={() => handOver.mutate({ manifestId: manifest.id, version: manifest.version }, { onSuccess: done })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
