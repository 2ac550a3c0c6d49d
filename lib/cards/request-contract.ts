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

/** What NVİ refused is right now, and goes into the queue again. */
export const requeueCard = endpoint({
  name: "requeueCard",
  method: "POST",
  path: "/api/cards/requests/[cardId]/requeue",
  permission: "card_exception:resolve",
  input: z.object({ cardId: Id, version: Version, reason: Reason }),
  output: z.object({ cardId: Id, version: Version, work: CardWork }),
});
