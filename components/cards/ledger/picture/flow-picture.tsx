import Link from "next/link";
import { type FlowFigures, flowBoxWords, isAlarm, mainLineWords } from "@/components/cards/ledger/picture/flow-figures.ts";
import {
  across,
  boxHeight,
  type FlowBoxName,
  lanes,
  type MainLineName,
  mainLines,
  pictureHeight,
  places,
} from "@/components/cards/ledger/picture/flow-geometry.ts";
import { FlowLines } from "@/components/cards/ledger/picture/flow-lines.tsx";
import { FlowList } from "@/components/cards/ledger/picture/flow-list.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Where every blank of the series is, from the Mint to the holder, in one picture; on a phone the same as a list. */
export function FlowPicture({ series, figures }: { series: string; figures: FlowFigures }) {
  return (
    <figure aria-label={`${series} serisinin akışı`}>
      <ScrollRegion label="Akış resmi" className="@container overflow-x-auto rounded-lg max-lg:hidden print:hidden">
        <div className="relative min-w-[60rem]" style={{ height: pictureHeight }}>
          {lanes.map(({ name, note, x, width }) => (
            <div
              key={name}
              className="absolute inset-y-0 flex items-baseline justify-between gap-2 rounded-lg bg-sunken px-3.5 pt-2"
              style={{ left: across(x), width: across(width) }}
            >
              <h3 className="text-sm font-semibold">{name}</h3>
              <span className="text-2xs text-ink-3">{note}</span>
            </div>
          ))}
          <FlowLines figures={figures} />
          {Object.keys(mainLines).map((name) => (
            <LineCount key={name} name={name as MainLineName} count={figures.lines[name as MainLineName]} />
          ))}
          {lanes
            .flatMap(({ boxes }) => boxes)
            .map((name) => (
              <Box key={name} name={name} {...figures.boxes[name]} />
            ))}
        </div>
      </ScrollRegion>
      <FlowList figures={figures} className="lg:hidden print:block" />
      <figcaption className="cap mt-1.5">
        <span className="max-lg:hidden">
          Çizgi kalınlığı adedin kareköküyle orantılıdır; kayıp kartın iki yolu ince çizilir, payları kayıtta ayrı değildir.{" "}
        </span>
        Her kutu, arkasındaki kayıtları açar.
      </figcaption>
    </figure>
  );
}

function LineCount({ name, count }: { name: MainLineName; count: number }) {
  const { from, to } = mainLines[name];
  const start = places[from].x + places[from].width;
  return (
    <span
      title={`${formatNumber(count)} ${mainLineWords[name]}`}
      className="num absolute text-center text-2xs text-ink-3"
      style={{ left: across(start), width: across(places[to].x - start), top: places[from].y - 2 }}
    >
      {formatNumber(count)}
      <span className="sr-only"> {mainLineWords[name]}</span>
    </span>
  );
}

type BoxProps = { name: FlowBoxName; count: number; note?: string; href?: string };

function Box({ name, count, note, href }: BoxProps) {
  const { x, y, width } = places[name];
  const isRed = isAlarm(name, count);
  const look = {
    className: classNames(
      "absolute flex flex-col justify-center rounded-md border bg-surface px-2.5 @max-[68rem]:px-2",
      isRed ? "border-[1.5px] border-red-solid" : "border-line-strong",
      name === "transit" && "border-dashed",
      href && "hover:bg-hover",
    ),
    style: { left: across(x), top: y, width: across(width), height: boxHeight },
  };
  const words = (
    <>
      <span className={classNames("text-xs whitespace-nowrap @max-[68rem]:text-2xs", isRed ? "font-semibold text-red" : "text-ink-2")}>
        {flowBoxWords[name]}
      </span>
      <span className="flex items-baseline justify-between gap-2">
        <span className={classNames("num text-md leading-5 font-semibold", count === 0 && "text-ink-3")}>{formatNumber(count)}</span>
        {note ? <span className="cut text-2xs text-ink-3">{note}</span> : null}
      </span>
    </>
  );
  return href ? (
    <Link href={href} {...look}>
      {words}
    </Link>
  ) : (
    <div {...look}>{words}</div>
  );
}
