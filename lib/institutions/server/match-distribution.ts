import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { provinceName } from "../../platform/locale/provinces.ts";
import type { InstitutionRow } from "../contract.ts";
import { cleanPage } from "../distribution-page.ts";
import type { MatchedLine } from "../intake-contract.ts";
import { indexNames, matchPage } from "../paste-intake.ts";
import { listNames } from "./name-repository.ts";
import { findRows } from "./repository.ts";

/** A letter goes to institutions of its own province, so that only their names are read, however large the directory. */
export async function matchDistribution(
  { actor, db }: Context<Actor>,
  { text }: { text: string },
): Promise<{ lines: MatchedLine[]; institutions: InstitutionRow[] }> {
  if (actor.provinceId === null) throw new AppError("forbidden");
  const names = await listNames(db, actor.provinceId);
  const lines = matchPage(cleanPage(text), indexNames(names, provinceName(actor.provinceId)));
  const ids = lines.flatMap(({ choices }) => choices.map(({ institutionId }) => institutionId));
  return { lines, institutions: await findRows(db, [...new Set(ids)]) };
}
