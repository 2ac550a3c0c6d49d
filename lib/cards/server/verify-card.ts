import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf, upperTr } from "../../platform/locale/tr.ts";
import { readCardCode } from "../card-code.ts";
import { allRights } from "../entitlements.ts";
import { designOn, outcomeOn } from "../verification.ts";
import type {
  CardAnswer,
  CardVerification,
  compareCardEmployer as compareEndpoint,
  verifyCardAtDesk as deskEndpoint,
  EmployerComparison,
  verifyCardNumber as numberEndpoint,
} from "../verification-contract.ts";
import { beginsWith } from "../verification-letters.ts";
import { faultOfCode } from "./card-code-keys.ts";
import {
  findAtDesk,
  findByBirthYear,
  findByCode,
  findEmployerTitle,
  listDesignDays,
  listEntitlements,
  type PublicCard,
} from "./public-card-repository.ts";
import { isTicketFor, ticketFor } from "./verify-ticket.ts";

/** By the signed code alone; a code that is not whole or not ours is diagnosed from its text and never looked up. */
export async function verifyCardCode(ctx: Context<Actor>, input: { code: string }): Promise<CardVerification> {
  const reading = readCardCode(input.code);
  if (reading.kind === "unreadable") return reading;
  const reason = await faultOfCode(ctx.db, reading);
  if (reason) return { kind: "unreadable", reason };
  const card = await findByCode(ctx.db, reading.number);
  return { kind: "answered", answer: await answerFor(ctx, card), testCode: reading.version === "T1" };
}

/** The tries are counted at the door, before anybody knows whether the card exists (quality.md, Security 5). */
export async function verifyCardNumber(ctx: Context<Actor>, input: ParsedInputOf<typeof numberEndpoint>): Promise<CardAnswer> {
  return answerFor(ctx, await findByBirthYear(ctx.db, input.number, input.birthYear));
}

/** Only for whoever was just answered about this very card. */
export async function compareCardEmployer(ctx: Context<Actor>, input: ParsedInputOf<typeof compareEndpoint>): Promise<EmployerComparison> {
  if (!isTicketFor(input.ticket, input.number, ctx.now)) throw new AppError("link_expired");
  const title = await findEmployerTitle(ctx.db, input.number);
  if (title === null) return { result: "not_recorded" };
  return { result: beginsWith(title, input.letters) ? "matches" : "differs" };
}

/** For staff on the telephone with an institution: their own rows need no second factor, and the record is one step away. */
export async function verifyCardAtDesk(ctx: Context<Actor>, input: ParsedInputOf<typeof deskEndpoint>) {
  const card = await findAtDesk(ctx.db, upperTr(input.number).replace(/\s/g, ""));
  return { answer: await answerFor(ctx, card), cardId: card?.cardId ?? null, permitId: card?.permitId ?? null };
}

const unknownCard: CardAnswer = {
  outcome: "unknown",
  number: null,
  cardKind: null,
  design: null,
  issuedOn: null,
  validFrom: null,
  validTo: null,
  rights: [],
  ticket: null,
};

async function answerFor(ctx: Context<Actor>, card: PublicCard | null): Promise<CardAnswer> {
  if (card === null) return unknownCard;
  const [rights, days] = [await listEntitlements(ctx.db, card.kind), await listDesignDays(ctx.db, card.kind)];
  return {
    outcome: outcomeOn(card, localDateOf(ctx.now)),
    number: card.number,
    cardKind: card.kind,
    design: designOn(days, card.issuedOn, card.design),
    issuedOn: card.issuedOn,
    validFrom: card.validFrom,
    validTo: card.validTo,
    rights: allRights(rights, "Kaynakta yok"),
    ticket: ticketFor(card.number, ctx.now),
  };
}
