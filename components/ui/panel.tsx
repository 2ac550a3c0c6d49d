import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names.ts";

export type PanelProps = {
  title?: ReactNode;
  /** Right end of the head: a link, a count, a small button. */
  aside?: ReactNode;
  /** Draws a hairline under the head and takes the body's padding away: for tables and rows. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
};

export function Panel({ title, aside, flush, className, children }: PanelProps) {
  const id = useId();
  if (title === undefined) return <div className={classNames("panel", !flush && "p-[var(--d-panel)]", className)}>{children}</div>;
  return (
    <section aria-labelledby={id} className={classNames("panel", flush && "panel-flush", className)}>
      <div
        className={classNames(
          "flex items-center justify-between gap-3 px-[var(--d-panel)]",
          flush ? "border-b border-line py-3" : "pt-[var(--d-panel)] pb-3",
        )}
      >
        <h2 id={id} className="h-sec">
          {title}
        </h2>
        {aside ? <div className="small text-ink-3">{aside}</div> : null}
      </div>
      {flush ? children : <div className="px-[var(--d-panel)] pb-[var(--d-panel)]">{children}</div>}
    </section>
  );
}
