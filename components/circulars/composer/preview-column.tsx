"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from "lucide-react";
import { useRef, useState } from "react";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { asSaved } from "@/components/circulars/composer/draft-content.ts";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { IconButton } from "@/components/ui/button.tsx";
import { Skeleton } from "@/components/ui/screen-states.tsx";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { SvgPages } from "@/components/ui/svg-pages.tsx";

const PAUSE = 300;
const zooms = [100, 130, 170, 220] as const;
const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

/** The letter as it would print, by the compiler that will make the PDF; follows the typing. */
export function PreviewColumn() {
  const { content, record, invalid } = useDraft();
  const settled = useSettled(content, PAUSE);
  const attached = record.attachments.map(({ id }) => id).join();
  const query = useQuery({ ...circularQueries.preview(record.id, asSaved(settled), attached), enabled: invalid.length === 0 });
  const [zoom, setZoom] = useState(0);
  const [page, setPage] = useState(1);
  const scroller = useRef<HTMLDivElement>(null);
  const pages = query.data?.pages ?? [];
  const isBehind = settled !== content || query.isPlaceholderData || invalid.length > 0;

  function turnTo(next: number) {
    scroller.current?.querySelectorAll(".paper")[next - 1]?.scrollIntoView({ block: "start" });
    setPage(next);
  }
  function follow() {
    const box = scroller.current;
    if (!box) return;
    const middle = box.getBoundingClientRect().top + box.clientHeight / 2;
    const papers = [...box.querySelectorAll(".paper")];
    const shown = papers.findLastIndex((paper) => paper.getBoundingClientRect().top <= middle);
    setPage(Math.max(1, shown + 1));
  }

  return (
    <section aria-label="Yazının görünümü" className="flex min-h-0 flex-col bg-sunken">
      <div className="flex h-10 shrink-0 items-center gap-2 px-4">
        <h2 className="h-sec whitespace-nowrap">Yazının görünümü</h2>
        <span className="cap cut flex-1">{isBehind && pages.length > 0 ? "yenileniyor" : "yazdıkça yenilenir"}</span>
        <span className="num text-sm whitespace-nowrap">{pages.length > 0 ? `${Math.min(page, pages.length)} / ${pages.length}` : ""}</span>
        <IconButton size="sm" label="Önceki sayfa" aria-disabled={page <= 1 || undefined} onClick={() => turnTo(Math.max(1, page - 1))}>
          <ChevronLeft {...icon} />
        </IconButton>
        <IconButton size="sm" label="Sonraki sayfa" onClick={() => turnTo(Math.min(Math.max(1, pages.length), page + 1))}>
          <ChevronRight {...icon} />
        </IconButton>
        <IconButton size="sm" label="Uzaklaştır" aria-disabled={zoom === 0 || undefined} onClick={() => setZoom(Math.max(0, zoom - 1))}>
          <ZoomOut {...icon} />
        </IconButton>
        <IconButton size="sm" label="Yakınlaştır" onClick={() => setZoom(Math.min(zooms.length - 1, zoom + 1))}>
          <ZoomIn {...icon} />
        </IconButton>
      </div>
      <ScrollRegion label="Yazının sayfaları" ref={scroller} onScroll={follow} className="relative min-h-0 flex-1 overflow-auto px-4 pb-6">
        <PreviewTrouble query={query} />
        {pages.length > 0 ? (
          <div style={{ width: `${zooms[zoom]}%` }}>
            <SvgPages pages={pages} name="Yazının görünümü" stale={isBehind} />
          </div>
        ) : null}
        {query.isLoading ? <Skeleton lines={8} label="Görünüm hazırlanıyor" /> : null}
      </ScrollRegion>
    </section>
  );
}

function PreviewTrouble({ query }: { query: { error: Error | null } }) {
  const { invalid } = useDraft();
  if (invalid.length > 0) {
    return (
      <Banner tone="amber" className="mb-3" title="Görünüm son basılabilen hâlini gösteriyor.">
        Yazı tipinde bulunmayan karakterleri alanlarında düzeltin.
      </Banner>
    );
  }
  if (!query.error) return null;
  return (
    <Banner tone="red" className="mb-3" live title="Görünüm hazırlanamadı.">
      {query.error.message} Yazdıklarınız bundan etkilenmez.
    </Banner>
  );
}
