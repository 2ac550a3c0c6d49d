"use client";
import Link from "next/link";
import { measureWords, type ReachFigure, shareOf, sortFigures } from "@/components/circulars/reach/reach-figures.ts";
import type { ReachFilterState, ReachSort } from "@/components/circulars/reach/reach-filter.ts";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { Cell, Head, Row, type SortDirection, Table } from "@/components/ui/table.tsx";
import { percentNumber } from "@/lib/platform/locale/percent.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type ReachTableProps = { rows: readonly ReachFigure[]; filter: ReachFilterState };

/** The map's equal: every province with its figures, sortable; a name opens its institutions. */
export function ReachTable({ rows, filter }: ReachTableProps) {
  const { measure, sort } = filter.shown;
  const words = measureWords[measure];
  const head = (key: ReachSort) => ({
    direction: sort === key ? directionOf(key) : null,
    onSort: () => void filter.set({ sort: key }),
  });
  return (
    <ScrollRegion label={`İllere göre: ${words.title}`} className="max-h-[30rem] overflow-auto [--sticky-top:0] print:max-h-none">
      <Table caption={`İllere göre: ${words.title}`} inset>
        <thead>
          <tr>
            <Head sort={head("name")}>İl {formatNumber(rows.length)}</Head>
            <Head numeric sort={head("whole")}>
              {words.whole}
            </Head>
            <Head numeric sort={head("part")}>
              {words.part}
            </Head>
            <Head numeric sort={head("share")}>
              {words.share}
            </Head>
            <Head numeric sort={head("rest")}>
              {words.rest}
            </Head>
          </tr>
        </thead>
        <tbody>
          {sortFigures(rows, sort).map((row) => (
            <ReachRow key={row.provinceId} row={row} isAboutAddresses={measure === "address"} words={words} />
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

const directionOf = (key: ReachSort): SortDirection => (key === "name" ? "asc" : "desc");

type ReachRowProps = { row: ReachFigure; isAboutAddresses: boolean; words: (typeof measureWords)["address"] };

function ReachRow({ row, isAboutAddresses, words }: ReachRowProps) {
  const share = shareOf(row);
  const directory = `/institutions?province=${row.provinceId}`;
  return (
    <Row>
      <Cell lead>
        <Link href={directory} className="hover:underline">
          {row.name}
        </Link>
      </Cell>
      <Cell numeric>
        <OnPhone>{words.whole}</OnPhone>
        {formatNumber(row.whole)}
      </Cell>
      <Cell numeric rest>
        {formatNumber(row.part)}
      </Cell>
      <Cell numeric>
        <OnPhone>{words.share}</OnPhone>
        {share === null ? "" : percentNumber(row.part, row.whole)}
      </Cell>
      <Cell numeric rest>
        {isAboutAddresses && row.rest > 0 ? (
          <Link href={`${directory}&address=returned`} className="link">
            {formatNumber(row.rest)}
            <span className="sr-only"> kurumun adresi geri döndü: {row.name}</span>
          </Link>
        ) : (
          formatNumber(row.rest)
        )}
      </Cell>
    </Row>
  );
}

/** A phone shows no column heads. */
const OnPhone = ({ children }: { children: string }) => <span className="text-ink-3 md:hidden">{children} </span>;
