"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type TabLink = {
  href: string;
  label: ReactNode;
  count?: number;
  /** How much of it is new, and the same in a whole sentence. */
  fresh?: { figure: string; words: string } | null;
  current: boolean;
};

/** Views of one thing, each with its own address: the URL is the state. */
export function TabLinks({ label, tabs, className }: { label: string; tabs: readonly TabLink[]; className?: string }) {
  return (
    <nav aria-label={label} className={classNames("flex gap-5 overflow-x-auto border-b border-line", className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={classNames(
            "-mb-px flex h-10 items-center gap-1.5 border-b-2 text-sm whitespace-nowrap",
            tab.current ? "border-accent font-semibold" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="num text-ink-3">{formatNumber(tab.count)}</span>}
          {tab.fresh ? (
            <span title={tab.fresh.words} className="num rounded-sm bg-accent-soft px-1 text-xs font-semibold text-accent-ink">
              <span aria-hidden="true">{tab.fresh.figure}</span>
              <span className="sr-only">{tab.fresh.words}</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
