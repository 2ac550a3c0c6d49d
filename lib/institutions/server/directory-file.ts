// The directory as a file: counted as it is written, in the columns that an import takes, and known to the trail by its digest.
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { type CanonicalValue, canonicalJson } from "../../platform/crypto/canonical.ts";
import { hex, sha256 } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import { listMediaTypes, openList } from "../../platform/export/list-file.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import type { Cells, ImportColumn } from "../../platform/import/column.ts";
import { foldTr, formatNumber, localDateOf } from "../../platform/locale/tr.ts";
import type { DirectoryFormat } from "../export-contract.ts";

type Written = {
  action: "institution.exported" | "distribution_list.exported";
  title: string;
  format: DirectoryFormat;
  expected: number;
  question: object;
  columns: readonly ImportColumn[];
  rows: readonly Cells[];
};

export async function directoryFile(ctx: Context<Actor>, written: Written): Promise<FileAnswer> {
  const { action, title, format, expected, question, columns, rows } = written;
  if (rows.length !== expected) {
    throw new AppError("conflict", {
      message: `Liste değişti: ${formatNumber(expected)} kurum bekleniyordu, şimdi ${formatNumber(rows.length)} kurum var.`,
    });
  }
  const writer = openList(format);
  writer.write([columns.map(({ label }) => label)]);
  writer.write(rows.map((cells) => columns.map(({ key }) => cells[key] ?? "")));
  const bytes = await writer.finish();
  const digest = hex(sha256(bytes));
  const filterDigest = hex(sha256(canonicalJson(JSON.parse(JSON.stringify(question)) as CanonicalValue)));
  const payload = { filterDigest, count: rows.length, format, sha256: digest };
  await record(ctx, { action, subjectKind: "export", subjectId: digest, payload });
  const name = foldTr(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return { name: `${name || "liste"}-${localDateOf(ctx.now)}.${format}`, mediaType: listMediaTypes[format], bytes, inline: false };
}
