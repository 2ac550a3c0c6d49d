import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type Term = { count: number; word: string /** What is behind the number. */; href?: string; isBad?: boolean };
/** `difference`: the whole less its parts, as the server worked it out. */
export type EquationFigures = { name: string; whole: Term; parts: readonly Term[]; difference: number };

/** One law of conservation in live numbers: each term leads to what it counts (L2). */
export function Equation({ equation }: { equation: EquationFigures }) {
  const { difference } = equation;
  const equals = difference === 0 ? "=" : "≠";
  return (
    <div role="group" aria-label={equation.name}>
      <p className={classNames("flex flex-wrap items-start gap-y-2 max-sm:gap-x-2", gapOf(equation))}>
        <TermNumber term={equation.whole} />
        {equation.parts.map((part, index) => (
          <span key={part.word} className={classNames("inline-flex items-start max-sm:gap-x-2", gapOf(equation))}>
            <Sign>{index > 0 ? "+" : equals}</Sign>
            <TermNumber term={part} />
          </span>
        ))}
      </p>
      {difference === 0 ? null : <p className="small mt-1.5 text-red">{differenceWords(difference)}</p>}
    </div>
  );
}

/** Many terms stand closer, so that the whole law is one line on a desk. */
const gapOf = ({ parts }: EquationFigures): string => (parts.length > 8 ? "gap-x-2" : "gap-x-3");

function Sign({ children }: { children: string }) {
  return <span className={classNames("text-md leading-6", children === "≠" ? "font-semibold text-red" : "text-ink-3")}>{children}</span>;
}

function TermNumber({ term: { count, word, href, isBad } }: { term: Term }) {
  const number = classNames("num text-md font-semibold", isBad && "text-red", count === 0 && !isBad && "text-ink-3");
  return (
    <span className="inline-flex flex-col">
      {href ? (
        <Link href={href} className={classNames(number, "self-start border-b border-line-strong hover:border-current")}>
          {formatNumber(count)}
          <span className="sr-only"> {word}</span>
        </Link>
      ) : (
        <span className={number}>{formatNumber(count)}</span>
      )}
      <span aria-hidden={href ? true : undefined} className={classNames("text-xs", isBad ? "text-red" : "text-ink-2")}>
        {word}
      </span>
    </span>
  );
}

/** What is wrong, said in words: too few where the whole is larger than its parts, too many where it is smaller. */
export function differenceWords(difference: number): string {
  const many = formatNumber(Math.abs(difference));
  return difference > 0 ? `${many} numaranın nerede olduğu defterde yazmıyor.` : `Defterde, olması gerekenden ${many} numara fazla var.`;
}

/** The verdict beside the equations: the sum of their differences is never shown, each speaks for itself. */
export function EquationVerdict({ equations, children }: { equations: readonly EquationFigures[]; children?: ReactNode }) {
  const broken = equations.filter(({ difference }) => difference !== 0);
  const isGood = broken.length === 0;
  return (
    <div>
      <p className={classNames("flex items-center gap-2 text-md font-semibold", isGood ? "text-green" : "text-red")}>
        <Glyph name={isGood ? "done" : "alert"} size={14} />
        {isGood ? "Fark yok" : "Fark var"}
      </p>
      <p className="small mt-1 text-ink-2">
        {isGood ? goodWords(equations.length) : `Tutmayan: ${broken.map(({ name }) => name).join(", ")}.`}
      </p>
      {children ? <div className="small mt-1">{children}</div> : null}
    </div>
  );
}

const goodWords = (count: number): string =>
  count === 1 ? "Eşitlik tutuyor." : `${["", "", "İki", "Üç"][count] ?? count} eşitlik de tutuyor.`;
