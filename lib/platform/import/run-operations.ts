// The nine operations behind the addresses of one kind of import (import-endpoints.ts).
import type { z } from "zod";
import type { ImportContext } from "./importer.ts";
import type { ImportKit } from "./kit.ts";
import { abandon, check, commit, list, read, template, upload } from "./operations.ts";
import type { AbandonInput, CheckInput, CommitInput, RowsInput, RunInput, UploadInput } from "./run-contract.ts";
import { faultsFile, listRows } from "./run-rows.ts";

type Told<Input extends z.ZodType> = z.output<Input>;

export const importOperations = (kit: ImportKit, { templateName }: { templateName: string }) => ({
  list: async (ctx: ImportContext) => ({ runs: await list(kit, ctx) }),
  upload: (ctx: ImportContext, input: Told<typeof UploadInput>) => upload(kit, ctx, input),
  read: (ctx: ImportContext, input: Told<typeof RunInput>) => read(kit, ctx, input),
  check: (ctx: ImportContext, input: Told<typeof CheckInput>) => check(kit, ctx, input),
  rows: (ctx: ImportContext, input: Told<typeof RowsInput>) => listRows(kit, ctx, input),
  commit: (ctx: ImportContext, input: Told<typeof CommitInput>) => commit(kit, ctx, input),
  abandon: (ctx: ImportContext, input: Told<typeof AbandonInput>) => abandon(kit, ctx, input),
  faults: (ctx: ImportContext, input: Told<typeof RunInput>) => faultsFile(kit, ctx, input),
  template: async () => template(kit, templateName),
});
