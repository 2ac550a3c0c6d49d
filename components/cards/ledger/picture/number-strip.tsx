import { accountLooks, legend } from "@/components/cards/ledger/picture/account-looks.ts";
import { StripMagnifier } from "@/components/cards/ledger/picture/strip-magnifier.tsx";
import { StripPieces } from "@/components/cards/ledger/picture/strip-pieces.tsx";
import { edgeLabels, type Stretch, type StripPiece } from "@/components/cards/ledger/picture/strip-scale.ts";
import { classNames } from "@/components/ui/class-names.ts";
import type { Account } from "@/lib/cards/ledger-rows.ts";
import { padded, sizeOf } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Parts of a phone's line that a number and the air beside it take. */
const clearOnPhone = 26;

export type NumberStripProps = {
  series: string;
  digits: number;
  /** The series from end to end; what is missing stands by itself. */
  pieces: readonly StripPiece<Account>[];
  /** Single spoiled, sampled and destroyed serials within them. */
  marks: readonly StripPiece<Account>[];
  balances: Record<Account, number>;
};

/** Which number is where: the whole series on one line, and the longest missing stretch under the glass. */
export function NumberStrip({ series, digits, pieces, marks, balances }: NumberStripProps) {
  const whole = wholeOf(pieces);
  if (!whole) return null;
  const missing = longestMissing(pieces);
  const drawn = [...pieces, ...marks.filter((mark) => !pieces.some(({ first, last }) => first === mark.first && last === mark.last))];
  const edges = pieces
    .filter(({ account }) => !accountLooks[account].isTick)
    .toSorted((one, other) => sizeOf(other) - sizeOf(one))
    .slice(0, 6)
    .map(({ first }) => first);
  const named = missing ? [missing.first, ...edges] : edges;
  const onPhone = new Set(edgeLabels(whole, named, clearOnPhone).map(({ serial }) => serial));
  return (
    <figure aria-label={`${series} serisi: hangi numara nerede`}>
      <StripLegend balances={balances} />
      <svg width="100%" height={22} role="img" aria-label={stripWords(balances)} className="mt-3 block overflow-visible">
        <StripPieces whole={whole} pieces={drawn} height={22} />
      </svg>
      <div className="relative mt-1 h-4 text-2xs text-ink-3" aria-hidden="true">
        {edgeLabels(whole, named).map(({ serial, left }) => (
          <span
            key={serial}
            className={classNames("num absolute whitespace-nowrap", !onPhone.has(serial) && "max-sm:hidden")}
            style={{ left: `${left}%`, translate: shiftAt(left) }}
          >
            {padded(serial, digits)}
          </span>
        ))}
      </div>
      {missing ? <StripMagnifier whole={whole} missing={missing} pieces={drawn} digits={digits} /> : null}
    </figure>
  );
}

function StripLegend({ balances }: { balances: Record<Account, number> }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {presentIn(balances).map(({ word, sample, count }) => (
        <li key={word} className="flex items-center gap-1.5">
          <LegendSample account={sample} />
          {word} <span className="num text-ink-3">{formatNumber(count)}</span>
        </li>
      ))}
    </ul>
  );
}

function LegendSample({ account }: { account: Account }) {
  const { fill, isTick, isOutline } = accountLooks[account];
  return (
    <svg width={10} height={10} aria-hidden="true">
      {isOutline ? (
        <rect x={0.5} y={0.5} width={9} height={9} rx={1.5} fill="none" stroke="var(--color-viz-6)" strokeDasharray="2 1.5" />
      ) : (
        <rect x={isTick ? 4 : 0} width={isTick ? 2 : 10} height={10} rx={isTick ? 0 : 2} fill={fill} />
      )}
    </svg>
  );
}

/** The first and last label stay within the line. */
function shiftAt(left: number): string {
  if (left === 0) return "0";
  return left === 100 ? "-100%" : "-50%";
}

function wholeOf(pieces: readonly StripPiece[]): Stretch | null {
  if (pieces.length === 0) return null;
  return { first: Math.min(...pieces.map(({ first }) => first)), last: Math.max(...pieces.map(({ last }) => last)) };
}

function longestMissing(pieces: readonly StripPiece<Account>[]): StripPiece<Account> | undefined {
  return pieces.filter(({ account }) => account === "missing").toSorted((one, other) => sizeOf(other) - sizeOf(one))[0];
}

function presentIn(balances: Record<Account, number>) {
  return legend
    .map(({ word, accounts, sample }) => ({ word, sample, count: accounts.reduce((sum, account) => sum + balances[account], 0) }))
    .filter(({ count }) => count > 0);
}

function stripWords(balances: Record<Account, number>): string {
  return presentIn(balances)
    .map(({ word, count }) => `${word} ${formatNumber(count)}`)
    .join(", ");
}
