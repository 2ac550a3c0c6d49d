import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import type { OutputOf } from "../../platform/http/endpoint.ts";
import type { listFigures as endpoint } from "../publication-contract.ts";
import { findFigures } from "./figure-repository.ts";

export async function listFigures({ db }: Context<Actor>): Promise<OutputOf<typeof endpoint>> {
  const figures = await findFigures(db);
  return {
    figures: figures.map(({ id, title, frozenAt, frozenByName, cut }) => ({
      id,
      title,
      frozenAt: frozenAt.toISOString(),
      frozenBy: frozenByName,
      total: cut.total,
    })),
  };
}
