import type { UnreadableReason } from "@/lib/cards/card-code.ts";
import type { CardDesign, CardKind } from "@/lib/cards/contract.ts";
import type { EntitledRight, EntitlementAnswer } from "@/lib/cards/entitlements.ts";
import type { CardOutcome, EmployerComparison, ExpectedDesign } from "@/lib/cards/verification-contract.ts";

type Told = { title: string; text: string };

/** Everything a stranger reads about a card, once a language; the record and its lists have words of their own. */
export type CardVerificationWords = {
  page: string;
  foot: string;
  title: string;
  lead: string;
  code: {
    title: string;
    lead: string;
    camera: string;
    stop: string;
    watching: string;
    refused: string;
    insecure: string;
    drop: string;
    choose: string;
    looking: string;
    paste: string;
    pasted: string;
    hint: string;
    deed: string;
    missing: string;
  };
  number: {
    title: string;
    lead: string;
    number: string;
    numberHint: string;
    deskHint: string;
    birthYear: string;
    birthYearHint: string;
    optional: string;
    deed: string;
    busy: string;
    badNumber: string;
    badYear: string;
    limit: string;
  };
  outcome: Record<CardOutcome, Told>;
  until: (date: string) => string;
  endedOn: (date: string) => string;
  withoutEnd: string;
  oldPromise: string;
  testCode: string;
  deskUnknown: string;
  rights: { title: string; onlyValid: string; source: string; words: Record<EntitledRight, Record<EntitlementAnswer, string>> };
  facts: { title: string; number: string; kind: string; issued: string; period: string; until: string; design: string; none: string };
  kinds: Record<CardKind, string>;
  design: {
    lead: string;
    words: Record<ExpectedDesign, string>;
    drawing: string;
    other: string;
    schematic: string;
    enlarge: string;
    close: string;
    none: string;
    /** What to look at, in the order of the drawing's numbers; without it as the counter guide says it. */
    features?: Record<CardDesign, readonly Told[]>;
  };
  employer: {
    title: string;
    lead: string;
    label: string;
    hint: string;
    deed: string;
    busy: string;
    short: string;
    expired: string;
    result: Record<EmployerComparison["result"], Told>;
  };
  unreadable: { lead: string; notInvalid: string; mark: string; letter: string; reasons: Record<UnreadableReason, Told> };
  failed: { title: string; limited: (minutes: number) => string; other: string; request: string };
  again: string;
  record: string;
  back: string;
  loading: string;
};
