import { StripPieces } from "@/components/cards/ledger/picture/strip-pieces.tsx";
import { piecesWithin, placeOn, type Stretch, type StripPiece, windowAround } from "@/components/cards/ledger/picture/strip-scale.ts";
import { classNames } from "@/components/ui/class-names.ts";
import type { Account } from "@/lib/cards/ledger-rows.ts";
import { padded, sizeOf } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Share of the glass that a printed number takes. */
const roomOfNumber = 16;
const glass = { left: 14, width: 72 };

type StripMagnifierProps = { whole: Stretch; missing: Stretch; pieces: readonly StripPiece<Account>[]; digits: number };

/** The missing stretch between its neighbours, drawn large, with the cone that says where on the line it lies. */
export function StripMagnifier({ whole, missing, pieces, digits }: StripMagnifierProps) {
  const view = windowAround(whole, missing);
  const near = piecesWithin(pieces, view).filter(({ account }) => account !== "missing");
  const eye = placeOn(whole, view);
  const gap = placeOn(view, missing);
  // The neighbours' own ends are named where their numbers have room beside those of the missing stretch.
  const edges = [
    ...(gap.left >= roomOfNumber ? [view.first] : []),
    missing.first,
    ...(gap.left + gap.width <= 100 - 2 * roomOfNumber ? [missing.last + 1] : []),
    view.last,
  ];
  return (
    <div aria-hidden="true" className="mt-1">
      <svg width="100%" height={18} aria-hidden="true" className="block">
        <line x1={`${eye.left}%`} y1={0} x2={`${glass.left}%`} y2={18} stroke="var(--color-line-strong)" strokeDasharray="2 3" />
        <line
          x1={`${eye.left + eye.width}%`}
          y1={0}
          x2={`${glass.left + glass.width}%`}
          y2={18}
          stroke="var(--color-line-strong)"
          strokeDasharray="2 3"
        />
      </svg>
      <div className="relative" style={{ marginLeft: `${glass.left}%`, width: `${glass.width}%` }}>
        <svg width="100%" height={22} aria-hidden="true" className="block overflow-visible">
          <StripPieces whole={view} pieces={near} height={22} />
        </svg>
        <span
          className="absolute top-0 grid h-[22px] place-items-center overflow-hidden rounded-xs border border-red-solid bg-red-soft text-2xs font-semibold whitespace-nowrap text-red"
          style={{ left: `${gap.left}%`, width: `${gap.width}%` }}
        >
          kayıp {formatNumber(sizeOf(missing))}
        </span>
        <div className="relative mt-1 h-4 text-2xs text-ink-3">
          {edges.map((serial) => (
            <span
              key={serial}
              className={classNames("num absolute whitespace-nowrap", serial === missing.last + 1 && edges.length === 4 && "max-sm:hidden")}
              style={{
                left: `${serial === view.last ? 100 : placeOn(view, { first: serial, last: serial }).left}%`,
                translate: serial === view.last ? "-100%" : "0",
              }}
            >
              {padded(serial, digits)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
