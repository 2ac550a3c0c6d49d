import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import type { Cells } from "../../platform/import/column.ts";
import type { exportDistributionList as endpoint } from "../export-contract.ts";
import { listColumns } from "../import-columns.ts";
import { roleLabels } from "../labels.ts";
import { directoryFile } from "./directory-file.ts";
import { findDirectoryList } from "./queries.ts";

export async function exportDistributionList(
  ctx: Context<Actor>,
  { listId, format, expected }: ParsedInputOf<typeof endpoint>,
): Promise<FileAnswer> {
  const list = await findDirectoryList(ctx.db, listId);
  if (!list) throw new AppError("not_found");
  const rows = list.members.map(
    ({ name, detsisNumber, role }, place): Cells => ({
      list: list.name,
      order: String(place + 1),
      detsisNumber: detsisNumber ?? "",
      name,
      role: roleLabels[role],
    }),
  );
  const question = { listId, version: list.version };
  const action = "distribution_list.exported";
  return await directoryFile(ctx, { action, title: list.name, format, expected, question, columns: listColumns, rows });
}
