// PTT's file of reports, CSV or JSON, read whole or refused whole: a wrong line is named and nothing is taken.
import type { z } from "zod";
import type { InvalidParam } from "../platform/errors.ts";
import { CarrierReport } from "./delivery-contract.ts";

export type CarrierFile = { reports: CarrierReport[]; faults: InvalidParam[] };

const mostFaults = 20;

/** Rows as objects with PTT's heads, or with the contract's own names. */
export function readCarrierRows(rows: readonly Record<string, unknown>[]): CarrierFile {
  const read = rows.map((row, index) => ({ line: index + 1, result: CarrierReport.safeParse(named(row)) }));
  const faults = read.flatMap(({ line, result }) =>
    result.success ? [] : result.error.issues.map((issue) => ({ path: `file.${line}`, message: faultWords(line, issue) })),
  );
  const reports = read.flatMap(({ result }) => (result.success ? [result.data] : []));
  return { reports, faults: faults.slice(0, mostFaults) };
}

const wordOf: Record<string, string> = {
  barcode: "barkod",
  code: "kod",
  text: "açıklama",
  branch: "şube",
  time: "zaman",
  sequence: "sıra",
};

function faultWords(line: number, { path, message }: z.core.$ZodIssue): string {
  return `${line}. satır, ${wordOf[String(path[0])] ?? "satır"}: ${message}`;
}

const text = (value: unknown) => (value === undefined || value === null ? undefined : String(value).trim());

function named(row: Record<string, unknown>): unknown {
  const time = text(row.time ?? row.zaman);
  const sequence = text(row.sequence ?? row.sira);
  return {
    barcode: text(row.barcode ?? row.barkod)
      ?.replaceAll(" ", "")
      .toUpperCase(),
    code: text(row.code ?? row.kod),
    text: text(row.text ?? row.aciklama) ?? "",
    branch: text(row.branch ?? row.sube) ?? "",
    time: time?.replace(/^(\d{2})\.(\d{2})\.(\d{4})[ T]/, "$3-$2-$1T").replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T"),
    ...(sequence !== undefined && sequence !== "" && { sequence: Number(sequence) }),
  };
}
