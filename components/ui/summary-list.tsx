import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";

export type SummaryItem = {
  label: string;
  value: ReactNode;
  /** "Değiştir" link of a check page; `what` is read out after it. */
  change?: { href: string; what: string };
  /** Anything else at the right end: a download, a copy button. */
  action?: ReactNode;
};

export type SummaryListProps = {
  items: readonly SummaryItem[] /** Width of the label column. */;
  labels?: "narrow" | "wide";
  className?: string;
};

/** What is being said, line by line: a record's facts, or the answers to check before a deed. */
export function SummaryList({ items, labels = "wide", className }: SummaryListProps) {
  const columns = labels === "wide" ? "sm:grid-cols-[9.5rem_1fr_auto]" : "grid-cols-[6.5rem_1fr_auto]";
  return (
    <dl className={classNames("divide-y divide-line", className)}>
      {items.map((item) => (
        <div key={item.label} className={classNames("grid gap-x-4 py-1.5", columns)}>
          <dt className="text-ink-3">{item.label}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{item.value ?? <span className="text-ink-off">–</span>}</dd>
          {item.change || item.action ? (
            <dd className="text-right max-sm:text-left">
              {item.change ? (
                <Link href={item.change.href} className="link">
                  Değiştir<span className="sr-only">: {item.change.what}</span>
                </Link>
              ) : (
                item.action
              )}
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

export type KeyDetail = { label: string; value: ReactNode };

/** The six facts one must not lose while scrolling; stays under the top bar. */
export function KeyDetails({ details }: { details: readonly KeyDetail[] }) {
  return (
    <dl className="sticky top-[var(--top-h)] z-10 flex min-h-15 items-center gap-x-8 gap-y-2 overflow-x-auto border-b border-line bg-surface px-4 py-2.5 lg:px-5">
      {details.map((detail) => (
        <div key={detail.label} className="shrink-0">
          <dt className="cap">{detail.label}</dt>
          <dd className="num text-base font-medium">{detail.value}</dd>
        </div>
      ))}
    </dl>
  );
}
