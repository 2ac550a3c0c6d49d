"use client";
import Link from "next/link";
import { figureText } from "@/components/statistics/figure-text.ts";
import { dayWords, numberWords, titleWords } from "@/components/statistics/records/record-words.ts";
import { dimensionWords, valueName } from "@/components/statistics/value-names.ts";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { formatDate } from "@/lib/platform/locale/tr.ts";
import { factOf } from "@/lib/statistics/facts.ts";
import { type Dimension, type MeasureName, measureOf } from "@/lib/statistics/measures.ts";
import type { CountedRecord } from "@/lib/statistics/records-contract.ts";

const paths = { permit: "/permits", card: "/cards", circular: "/circulars" } as const;

/** What each row tells besides its number and its day, as far as the measure knows it. */
const told: readonly Dimension[] = ["nationality", "kind", "type", "design", "outcome"];

export function RecordsTable({ measure, records }: { measure: MeasureName; records: readonly CountedRecord[] }) {
  const { source, form, breakdowns, label } = measureOf(measure);
  const { day } = factOf(measure);
  const dimensions = told.filter((dimension) => breakdowns.includes(dimension));
  const title = titleWords[source];
  return (
    <Table caption={`${label}: kayıtlar`} inset>
      <thead>
        <tr>
          <Head>{numberWords[source]}</Head>
          {title ? <Head>{title}</Head> : null}
          {day ? <Head numeric>{dayWords[day]}</Head> : null}
          {form === "days" ? <Head numeric>Süre</Head> : null}
          <Head>{dimensionWords.province.label}</Head>
          {dimensions.map((dimension) => (
            <Head key={dimension}>{dimensionWords[dimension].label}</Head>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <Row key={record.id}>
            <Cell lead className="num">
              <RecordNumber record={record} />
            </Cell>
            {title ? (
              <Cell cut className="max-w-96">
                {record.title}
              </Cell>
            ) : null}
            {day ? <Cell numeric>{record.on === null ? null : formatDate(record.on)}</Cell> : null}
            {form === "days" ? <Cell numeric>{figureText(measure, record.value)}</Cell> : null}
            <Cell>{valueName("province", String(record.provinceId))}</Cell>
            {dimensions.map((dimension) => (
              <Cell key={dimension} rest={dimension !== "nationality"}>
                {valueName(dimension, record.codes[dimension] ?? "")}
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** An application that no permit came of has no page; its number is all there is. */
function RecordNumber({ record: { number, opens } }: { record: CountedRecord }) {
  if (opens === null) return number;
  return (
    <Link href={`${paths[opens.kind]}/${opens.id}`} prefetch={false} className="link">
      {number || "numarasız"}
    </Link>
  );
}
