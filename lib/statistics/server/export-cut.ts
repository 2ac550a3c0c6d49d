import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { readerOf } from "../../platform/db/reader.ts";
import { AppError } from "../../platform/errors.ts";
import { workbookOf } from "../../platform/export/xlsx-book.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import { formatNumber, localDateOf } from "../../platform/locale/tr.ts";
import type { Cut, CutInput } from "../contract.ts";
import { basisOf, cutFaults, cutOf } from "../cut.ts";
import { durationTable, isOfDurations } from "../duration-table.ts";
import { inNaturalOrder } from "../natural-order.ts";
import type { Publication } from "../publication.ts";
import type { exportCut as endpoint } from "../publication-contract.ts";
import { cutNotes, issuer, periodWords, scopeWord } from "../publication-notes.ts";
import { hiddenInCut, type PublishedTable, publishedTable, titleOf } from "../published-table.ts";
import { reportOf } from "../report.ts";
import { csvOf, notesSheet, tableSheet } from "../sheets.ts";
import { answered, refuseBackwards } from "./answers.ts";
import { handedOver, settingsOf } from "./publication-file.ts";
import { typesetReport } from "./report-typesetter.ts";

type Asked = ParsedInputOf<typeof endpoint>;

/** Figures on paper; beyond it nobody reads, and setting the pages would keep the others waiting. */
const mostPrinted = 4_000;

export async function exportCut(ctx: Context<Actor>, { format, audience, ...input }: Asked): Promise<FileAnswer> {
  const publication = await publicationOf(ctx, input, audience);
  const bytes = await bytesOf(publication, format);
  return await handedOver(ctx, { what: input.measure, title: publication.title, format, audience, question: input, bytes });
}

async function publicationOf(ctx: Context<Actor>, input: CutInput, audience: Asked["audience"]): Promise<Publication> {
  const { actor, db, now } = ctx;
  refuseBackwards(input);
  const invalidParams = cutFaults(input);
  if (invalidParams.length > 0) throw new AppError("bad_input", { invalidParams });
  const today = localDateOf(now);
  const found = await answered({ reader: readerOf(db.scope) }, { measure: input.measure, today }, (rows) => ({
    cut: cutOf({ input, today }, rows),
    basis: basisOf({ input, today }, rows),
  }));
  const settings = await settingsOf(ctx, audience);
  const cut = inNaturalOrder(found.cut);
  const table = tableOf(cut, inNaturalOrder(found.basis), audience === "publication" ? settings.threshold : null);
  const { measure, rows: _rows, columns: _columns, ...filter } = input;
  const about = cutNotes({ measure, filter, asOf: found.asOf, provinceId: actor.provinceId });
  return { ...settings, title: table.title, subtitle: `${scopeWord(actor.provinceId)} · ${periodWords(input)}`, tables: [table], about };
}

/** Without a threshold nothing is hidden. */
function tableOf(cut: Cut, basis: Cut, threshold: number | null): PublishedTable {
  if (isOfDurations(cut) && cut.rowCodes.length > 0) return durationTable(titleOf(cut), cut, basis, threshold);
  return publishedTable(cut, threshold === null ? null : hiddenInCut(cut, basis, threshold));
}

async function bytesOf(publication: Publication, format: Asked["format"]): Promise<Uint8Array<ArrayBuffer>> {
  const [table] = publication.tables;
  if (!table || format === "csv") return new TextEncoder().encode(csvOf(publication));
  if (format === "xlsx") {
    const sheets = [tableSheet("Tablo", table, publication, null), notesSheet("Açıklama", publication)];
    return await workbookOf(sheets, { title: publication.title, author: issuer });
  }
  const figures = table.lines.length * (table.heads.length - 1);
  if (figures > mostPrinted) throw new AppError("bad_input", { invalidParams: [{ path: "format", message: tooLarge(figures) }] });
  return new Uint8Array(typesetReport(reportOf(publication), publication.madeAt));
}

const tooLarge = (figures: number): string =>
  `Bu tabloda ${formatNumber(figures)} sayı var; en çok ${formatNumber(mostPrinted)} sayı basılabilir. XLSX olarak alın ya da süzün.`;
