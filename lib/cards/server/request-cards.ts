// Cards for a frozen selection of permits: what production offers for those without a card, and early replacement in bulk.
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { type PermitTerms, permitTermsOf, selectedPermitIds, takeSelection } from "../../permits/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { OutputOf, ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { CardKind } from "../contract.ts";
import { requestHindrance, requestReasons } from "../production.ts";
import {
  type ManualRequestReason,
  mostRequested,
  type previewCardRequests as previewEndpoint,
  type requestCards as requestEndpoint,
} from "../request-contract.ts";
import { addCards } from "./card-events.ts";
import { designOn } from "./production-repository.ts";
import { liveCardsOf, nextCardNumbers } from "./repository.ts";
import { newCard } from "./request-card.ts";

export async function previewCardRequests(
  ctx: Context<Actor>,
  { selectionId, requestReason }: ParsedInputOf<typeof previewEndpoint>,
): Promise<OutputOf<typeof previewEndpoint>> {
  const ids = await selectedPermitIds(ctx, selectionId);
  const { wanted, leftOut } = await sorted(ctx, ids, requestReason);
  return { permitCount: ids.length, cardCount: wanted.length, leftOut };
}

export async function requestCards(
  ctx: Context<Actor>,
  { selectionId, requestReason, cardCount, reason }: ParsedInputOf<typeof requestEndpoint>,
): Promise<OutputOf<typeof requestEndpoint>> {
  const { id: subjectId, permitIds, digest } = await takeSelection(ctx, selectionId);
  const { wanted, leftOut } = await sorted(ctx, permitIds, requestReason);
  if (wanted.length !== cardCount) refuseOtherCount(wanted.length - cardCount);
  const numbers = await nextCardNumbers(ctx.db, wanted.length);
  const cards = wanted.map(({ permit, replacesId }, index) => ({
    ...newCard(permit, requestReason, ctx.now, replacesId),
    number: numbers[index] ?? "",
  }));
  for (let start = 0; start < cards.length; start += 1_000) await addCards(ctx, cards.slice(start, start + 1_000), { reason });
  const payload = { count: cards.length, digest, requestReason, reason };
  const { provinceId } = ctx.actor;
  await record(ctx, { action: "card.requested_together", subjectKind: "permit_selection", subjectId, provinceId, payload });
  return { cardCount: cards.length, leftOut };
}

/** A card was asked for, or one ended, between the number on the button and the press of it. */
function refuseOtherCount(difference: number): never {
  throw new AppError("selection_changed", {
    difference: { added: Math.max(0, difference), removed: Math.max(0, -difference), changed: 0 },
  });
}

type Wanted = { permit: PermitTerms; replacesId: string | null };

/** Which permits get a card, and why the others get none: by the rule of a single request. */
async function sorted(
  ctx: Context<Actor>,
  permitIds: readonly string[],
  requestReason: ManualRequestReason,
): Promise<{ wanted: Wanted[]; leftOut: { reason: string; count: number }[] }> {
  const today = localDateOf(ctx.now);
  const permits = await permitTermsOf(ctx.db, permitIds, today);
  const cards = Map.groupBy(await liveCardsOf(ctx.db, permitIds), ({ permitId }) => permitId);
  const designs = new Map<string, Awaited<ReturnType<typeof designOn>>>();
  for (const kind of CardKind.options) designs.set(kind, await designOn(ctx.db, kind, today));
  const wanted: Wanted[] = [];
  const reasons: string[] = [];
  for (const permit of permits) {
    const own = cards.get(permit.id) ?? [];
    const ground = { kind: permit.kind, state: permit.state, design: designs.get(permit.kind) ?? null, cards: own };
    if (requestReasons(ground).includes(requestReason)) {
      wanted.push({ permit, replacesId: own.find(({ validity }) => validity === "active")?.id ?? null });
    } else reasons.push(requestHindrance(ground) ?? otherwise[requestReason]);
  }
  if (wanted.length > mostRequested) {
    const message = `Toplu istek en çok ${mostRequested.toLocaleString("tr-TR")} kart içindir; seçimi daraltın.`;
    throw new AppError("bad_input", { message, invalidParams: [{ path: "selectionId", message }] });
  }
  const counts = Map.groupBy(reasons, (reason) => reason);
  return { wanted, leftOut: [...counts].map(([reason, all]) => ({ reason, count: all.length })) };
}

const otherwise: Record<ManualRequestReason, string> = {
  first: "İznin geçerli bir kartı var.",
  early_replacement: "İznin eski tasarım geçerli kartı yok.",
};
