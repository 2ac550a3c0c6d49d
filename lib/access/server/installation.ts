import { withScope } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import { Mode } from "../contract.ts";
import { findMode } from "./repository.ts";

let kept: Mode | undefined;

/** The installation's mode; written once, so one read a process is enough. `unavailable` before set-up has written it. */
export async function installationMode(): Promise<Mode> {
  kept ??= Mode.optional().parse((await withScope({ kind: "none" }, findMode)) ?? undefined);
  if (!kept) throw new AppError("unavailable");
  return kept;
}
