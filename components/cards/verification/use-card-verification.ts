"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { readCardCode } from "@/lib/cards/card-code.ts";
import {
  type CardAnswer,
  type CardVerification,
  compareCardEmployer,
  verifyCardAtDesk,
  verifyCardCode,
  verifyCardNumber,
} from "@/lib/cards/verification-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

export type CardQuestion =
  | { by: "code"; code: string }
  | { by: "nothing" }
  | { by: "number"; number: string; birthYear: number }
  | { by: "desk"; number: string };

export type VerifiedCard = CardVerification & { atDesk?: boolean };

/** A code that is no code is diagnosed here; nothing is sent for it. */
async function verify(question: CardQuestion): Promise<VerifiedCard> {
  if (question.by === "nothing") return { kind: "unreadable", reason: "nothing_found" };
  if (question.by === "number") return answered(await call(verifyCardNumber, { number: question.number, birthYear: question.birthYear }));
  if (question.by === "desk") return { ...answered((await call(verifyCardAtDesk, { number: question.number })).answer), atDesk: true };
  const reading = readCardCode(question.code);
  return reading.kind === "unreadable" ? reading : call(verifyCardCode, { code: question.code });
}

const answered = (answer: CardAnswer): CardVerification => ({ kind: "answered", answer, testCode: false });

/** A question, not a cached read: each asking counts, and nothing of it is kept. */
export const useVerifyCard = () => useMutation({ mutationFn: verify, meta: { handlesErrors: true } });

export const useCompareEmployer = () =>
  useMutation({
    mutationFn: (input: { number: string; ticket: string; letters: string }) => call(compareCardEmployer, input),
    meta: { handlesErrors: true },
  });

/** The record of a card for staff who may read it; null for everybody else's. */
export const useRecordOf = (number: string | null) =>
  useQuery({
    queryKey: ["cards", "desk", number],
    queryFn: () => call(verifyCardAtDesk, { number: number ?? "" }),
    enabled: number !== null,
    staleTime: 60_000,
  });
