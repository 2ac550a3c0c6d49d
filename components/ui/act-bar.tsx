import type { ReactNode } from "react";

/** Pinned to the foot of the page: what one came to do. Full width on a phone. */
export function ActBar({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div
      data-chrome=""
      data-act-bar=""
      className="sticky bottom-0 z-20 flex flex-wrap items-center justify-between gap-3 border-t border-line-strong bg-surface px-4 py-3 lg:px-8"
    >
      <div className="min-w-0 flex-1">{note}</div>
      <div className="flex w-full flex-wrap justify-end gap-2 max-lg:[&>*]:flex-auto lg:w-auto">{children}</div>
    </div>
  );
}
