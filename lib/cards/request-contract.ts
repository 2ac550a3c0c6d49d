// A permit's cards and the request for another one (domain.md §3; B1); the way back from what NVİ refused.
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, Instant, text, Version } from "../platform/http/fields.ts";
import { CardDesign, CardValidity, CardWork, RequestReason } from "./contract.ts";

const Reason = text(1_000, 5);

/** `first`: the permit has no card that is valid or under way. `early_replacement`: its valid card is of the old design. */
export const ManualRequestReason = z.enum(["first", "early_replacement"]);
export type ManualRequestReason = z.infer<typeof ManualRequestReason>;

export const PermitCard = z.object({
  id: Id,
  number: z.string(),
  design: CardDesign,
  work: CardWork,
  validity: CardValidity,
  requestReason: RequestReason,
  requestedAt: Instant,
  serialNumber: z.string().nullable(),
});
export type PermitCard = z.infer<typeof PermitCard>;

export const CardRequestView = z.object({
  cards: z.array(PermitCard),
  /** Which request this person may make now; empty with `hindrance`. */
  allowedActions: z.array(ManualRequestReason),
  /** Why no card can be requested, in words; null where one can, or where one is there already. */
  hindrance: z.string().nullable(),
});
export type CardRequestView = z.infer<typeof CardRequestView>;

/** A permit's cards, and whether another may be requested. */
export const readCardRequest = endpoint({
  name: "readCardRequest",
  method: "GET",
  path: "/api/cards/requests",
  permission: "card:read",
  input: z.object({ permitId: Id }),
  output: CardRequestView,
});

export const requestCard = endpoint({
  name: "requestCard",
  method: "POST",
  path: "/api/cards/requests",
  permission: "card:request",
  input: z.object({ permitId: Id, requestReason: ManualRequestReason, reason: Reason }),
  output: CardRequestView,
});

/** One bulk act asks for no more cards than this. */
export const mostRequested = 5_000;

/** Permits of a selection that get no card by a request of this kind, by the reason in words. */
const LeftOut = z.object({ reason: z.string(), count: z.int() });
const selection = { selectionId: Id, requestReason: ManualRequestReason };

/** How many cards a request for all permits of the actor's selection would make, and why the others get none. */
export const previewCardRequests = endpoint({
  name: "previewCardRequests",
  method: "GET",
  path: "/api/cards/requests/selections/[selectionId]",
  permission: "card:request",
  input: z.object(selection),
  output: z.object({ permitCount: z.int(), cardCount: z.int(), leftOut: z.array(LeftOut) }),
});

/**
 * Asks for a card of every permit of a selection that may have one, all or none. `cardCount` is the number on the button: any
 * other number, or a permit that came, went or changed since the selection, refuses all with `selection_changed`.
 */
export const requestCards = endpoint({
  name: "requestCards",
  method: "POST",
  path: "/api/cards/requests/selections/[selectionId]",
  permission: "card:request",
  input: z.object({ ...selection, cardCount: z.int().min(1).max(mostRequested), reason: Reason }),
  output: z.object({ cardCount: z.int(), leftOut: z.array(LeftOut) }),
});

/** What NVİ refused is right now, and goes into the queue again. */
export const requeueCard = endpoint({
  name: "requeueCard",
  method: "POST",
  path: "/api/cards/requests/[cardId]/requeue",
  permission: "card_exception:resolve",
  input: z.object({ cardId: Id, version: Version, reason: Reason }),
  output: z.object({ cardId: Id, version: Version, work: CardWork }),
});
