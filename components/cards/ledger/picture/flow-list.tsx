import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { type FlowBox, type FlowFigures, flowBoxWords, isAlarm } from "@/components/cards/ledger/picture/flow-figures.ts";
import { type FlowBoxName, lanes } from "@/components/cards/ledger/picture/flow-geometry.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** The flow picture where there is no room to draw it: custodian by custodian, each bar growing with the root of its count as the lines do. */
export function FlowList({ figures, className }: { figures: FlowFigures; className?: string }) {
  const largest = Math.max(figures.boxes.declared.count, 1);
  return (
    <div className={classNames("space-y-3", className)}>
      {lanes.map(({ name, note, boxes }) => (
        <section key={name} className="panel overflow-hidden">
          <h3 className="flex items-baseline justify-between gap-2 bg-sunken px-4 py-2 text-sm font-semibold">
            {name}
            <span className="text-2xs font-normal text-ink-3">{note}</span>
          </h3>
          <ul className="divide-y divide-line">
            {boxes.map((box) => (
              <FlowRow key={box} name={box} {...figures.boxes[box]} largest={largest} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type FlowRowProps = FlowBox & { name: FlowBoxName; largest: number };

function FlowRow({ name, count, note, href, largest }: FlowRowProps) {
  const isRed = isAlarm(name, count);
  const className = "flex min-h-11 items-center gap-3 px-4 py-2";
  const words = (
    <>
      <span className="min-w-0 flex-1">
        <span className={classNames("text-sm", isRed ? "font-semibold text-red" : "text-ink-2")}>{flowBoxWords[name]}</span>
        {note ? <span className="ml-2 text-2xs text-ink-3">{note}</span> : null}
        <span aria-hidden="true" className="mt-1 block h-1 rounded-sm bg-viz-ghost">
          <span
            className={classNames("block h-1 rounded-sm", isRed ? "bg-red-solid" : "bg-viz-1")}
            style={{ width: `${Math.sqrt(Math.min(count, largest) / largest) * 100}%` }}
          />
        </span>
      </span>
      <span className={classNames("num min-w-18 text-right text-md font-semibold", count === 0 && "text-ink-3")}>
        {formatNumber(count)}
      </span>
    </>
  );
  return (
    <li>
      {href ? (
        <Link href={href} className={classNames(className, "hover:bg-hover")}>
          {words}
          <ChevronRight size={16} strokeWidth={1.75} aria-hidden="true" className="text-ink-off print:hidden" />
        </Link>
      ) : (
        <div className={classNames(className, "pr-11")}>{words}</div>
      )}
    </li>
  );
}
