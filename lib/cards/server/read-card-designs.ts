import type { Actor } from "../../access/policy.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { CardDesign } from "../contract.ts";
import type { CardDesigns, DesignSummary } from "../designs-contract.ts";
import { type CountedDay, findCountedDay, type GenerationRow, listGenerations } from "./guide-repository.ts";

/** Since when each design is issued, for which kinds, and how many of each are valid among one's own rows. */
export async function readCardDesigns(ctx: Context<Actor>): Promise<CardDesigns> {
  const [generations, counted] = [await listGenerations(ctx.db), await findCountedDay(ctx.db)];
  return {
    asOf: counted?.day ?? null,
    designs: CardDesign.options.map((design) => summaryOf(design, generations, counted)),
    verificationAddress: `${env.PUBLIC_URL}/verify/card`,
  };
}

function summaryOf(design: CardDesign, generations: readonly GenerationRow[], counted: CountedDay | null): DesignSummary {
  const own = generations.filter((generation) => generation.design === design);
  const starts = own.map(({ issueFrom }) => issueFrom).toSorted();
  const ends = own.map(({ issueUntil }) => issueUntil);
  const isOver = ends.length > 0 && ends.every((end) => end !== null);
  return {
    design,
    issueFrom: starts[0] ?? null,
    issueUntil: isOver ? (ends.toSorted().at(-1) ?? null) : null,
    kinds: own.map(({ kind }) => kind),
    cards: counted && (design === "old" ? { ending: counted.oldEnding, open: counted.oldOpen } : { ending: counted.fresh, open: 0 }),
  };
}
