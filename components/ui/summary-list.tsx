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
  const columns =
    labels === "wide" ? "grid-cols-[1fr_auto] max-sm:[&>dt]:col-span-2 sm:grid-cols-[9.5rem_1fr_auto]" : "grid-cols-[6.5rem_1fr_auto]";
  return (
    <dl className={classNames("divide-y divide-line", className)}>
      {items.map((item) => (
        <div key={item.label} className={classNames("grid gap-x-4 py-1.5", columns)}>
          <dt className="text-ink-3">{item.label}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{item.value ?? <span className="text-ink-off">–</span>}</dd>
          {item.change || item.action ? (
            <dd className="text-right">
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
