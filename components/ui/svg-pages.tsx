"use client";
import { useEffect, useState } from "react";
import { classNames } from "@/components/ui/class-names.ts";

export type SvgPagesProps = {
  /** One SVG document a page. Shown as images: whatever is in them cannot run. */
  pages: readonly string[];
  name: string;
  /** The pages no longer show what was typed last. */
  stale?: boolean;
  className?: string;
};

/** Pages of a live preview; the paper stays white in the dark theme. */
export function SvgPages({ pages, name, stale, className }: SvgPagesProps) {
  const numbered = pages.map((svg, index) => ({ svg, number: index + 1 }));
  return (
    <section aria-label={name} aria-busy={stale} className={classNames("space-y-3 transition-opacity", stale && "opacity-70", className)}>
      {numbered.map((page) => (
        <SvgPage key={page.number} svg={page.svg} label={`${name}, sayfa ${page.number} / ${pages.length}`} />
      ))}
    </section>
  );
}

function SvgPage({ svg, label }: { svg: string; label: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const next = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setUrl(next);
    return () => URL.revokeObjectURL(next);
  }, [svg]);
  // biome-ignore lint/performance/noImgElement: a blob of this page's own; the image optimiser cannot fetch it
  return url ? <img src={url} alt={label} className="paper block h-auto w-full" /> : <div className="paper aspect-[210/297]" />;
}
