import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { readerOf } from "../../platform/db/reader.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import type { Cells } from "../../platform/import/column.ts";
import type { exportInstitutions as endpoint } from "../export-contract.ts";
import { institutionColumns } from "../import-columns.ts";
import { wordsOf } from "../institution-import-change.ts";
import { directoryFile } from "./directory-file.ts";
import { findForFile } from "./directory-repository.ts";

export async function exportInstitutions(
  ctx: Context<Actor>,
  { format, expected, ...filter }: ParsedInputOf<typeof endpoint>,
): Promise<FileAnswer> {
  const institutions = await findForFile(readerOf(ctx.db.scope), { filter, now: ctx.now });
  const rows = institutions.map(({ provinceId, ...state }): Cells => ({ ...told(wordsOf(state)), province: String(provinceId) }));
  const columns = institutionColumns;
  return await directoryFile(ctx, { action: "institution.exported", title: "Kurumlar", format, expected, question: filter, columns, rows });
}

const told = (words: Record<string, string | null>): Cells =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word ?? ""]));
