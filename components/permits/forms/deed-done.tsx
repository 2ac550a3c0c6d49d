"use client";
import { useEffect, useRef } from "react";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Page } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";

export type Done = { title: string; reference: string; next: readonly string[]; recordHref: string };

/** How a deed that cannot be undone ended: its reference and what follows from it. */
export function DeedDone({ done: { title, reference, next, recordHref } }: { done: Done }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Page className="max-w-[52rem]">
      <div className="rounded-lg border border-green-line bg-green-soft px-6 py-5">
        <h1 ref={heading} tabIndex={-1} className="flex items-center gap-3 text-2xl font-semibold text-green outline-none">
          <Glyph name="done" size={22} />
          {title}
        </h1>
        <p className="code mt-2 text-lg text-ink">{reference}</p>
      </div>
      <Panel title="Bundan sonra" className="mt-5">
        <ul className="grid list-disc gap-1.5 pl-5 text-ink-2">
          {next.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
      <ButtonLink tone="primary" href={recordHref} className="mt-5">
        Kayda dön
      </ButtonLink>
    </Page>
  );
}
