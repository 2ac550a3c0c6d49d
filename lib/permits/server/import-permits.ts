// The run's life as its uploader drives it: the engine's acts for the importer of permits.
import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import { abandon, check, commit, list, read, template, upload } from "../../platform/import/operations.ts";
import type { ImportRunRecord } from "../../platform/import/run-contract.ts";
import { faultsFile, listRows } from "../../platform/import/run-rows.ts";
import type * as contract from "../import-contract.ts";
import { permitImport } from "./permit-imports.ts";

type Ctx = Context<Actor>;
type Input<Name extends keyof typeof contract> = ParsedInputOf<(typeof contract)[Name]>;

export async function listPermitImports(ctx: Ctx) {
  return { runs: await list(permitImport, ctx) };
}

export function uploadPermitImport(ctx: Ctx, input: Input<"uploadPermitImport">): Promise<ImportRunRecord> {
  return upload(permitImport, ctx, input);
}

export function readPermitImport(ctx: Ctx, input: Input<"readPermitImport">): Promise<ImportRunRecord> {
  return read(permitImport, ctx, input);
}

export function checkPermitImport(ctx: Ctx, input: Input<"checkPermitImport">): Promise<ImportRunRecord> {
  return check(permitImport, ctx, input);
}

export function commitPermitImport(ctx: Ctx, input: Input<"commitPermitImport">): Promise<ImportRunRecord> {
  return commit(permitImport, ctx, input);
}

export function abandonPermitImport(ctx: Ctx, input: Input<"abandonPermitImport">): Promise<ImportRunRecord> {
  return abandon(permitImport, ctx, input);
}

export function listPermitImportRows(ctx: Ctx, input: Input<"listPermitImportRows">) {
  return listRows(permitImport, ctx, input);
}

export function readPermitImportFaults(ctx: Ctx, input: Input<"readPermitImportFaults">): Promise<FileAnswer> {
  return faultsFile(permitImport, ctx, input);
}

export async function readPermitImportTemplate(): Promise<FileAnswer> {
  return template(permitImport, "izin-aktarim-sablonu.csv");
}
