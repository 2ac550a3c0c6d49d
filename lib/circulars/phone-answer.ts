// What an institution says on the telephone (Telefonla bildirdi). An officer writes down who said what and when; it counts as
// an answer, but never as the institution's own click (N8): a declaration by the link stands above it. A record is never
// changed; a wrong one is cited by a reversing record.

export const phoneStatements = ["acknowledged", "action_reported", "promised"] as const;
export type PhoneStatement = (typeof phoneStatements)[number];

export type PhoneAnswer = {
  id: string;
  statement: PhoneStatement | "reversal";
  spokenAt: Date | null;
  /** yyyy-MM-dd: until when an answer was promised. */
  answerBy: string | null;
  reversesId: string | null;
  recordedAt: Date;
};

export type LinkDeclaration = { kind: string; declaredAt: Date };

export type RecipientAnswer = {
  acknowledgedAt: Date | null;
  acknowledgedByPhone: boolean;
  actionReportedAt: Date | null;
  actionReportedByPhone: boolean;
  promisedOn: string | null;
};

/** Those that no record reverses, in the order in which they were written down. */
export function standingAnswers<T extends PhoneAnswer>(answers: readonly T[]): T[] {
  const reversed = new Set(answers.map(({ reversesId }) => reversesId));
  return answers
    .filter(({ id, statement }) => statement !== "reversal" && !reversed.has(id))
    .toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
}

/** Where the recipient stands by everything that was declared and said: the link first, else the first call that said so. */
export function recipientAnswer(declarations: readonly LinkDeclaration[], answers: readonly PhoneAnswer[]): RecipientAnswer {
  const standing = standingAnswers(answers);
  const byLink = (kind: string) => declarations.find((declaration) => declaration.kind === kind)?.declaredAt ?? null;
  const byPhone = (...statements: PhoneAnswer["statement"][]) =>
    earliest(standing.flatMap(({ statement, spokenAt }) => (spokenAt && statements.includes(statement) ? [spokenAt] : [])));
  const [acknowledged, reported] = [byLink("acknowledged"), byLink("action_reported")];
  // Whoever has done what the letter asks has the letter.
  const acknowledgedByPhone = acknowledged === null ? byPhone("acknowledged", "action_reported") : null;
  const reportedByPhone = reported === null ? byPhone("action_reported") : null;
  return {
    acknowledgedAt: acknowledged ?? acknowledgedByPhone,
    acknowledgedByPhone: acknowledgedByPhone !== null,
    actionReportedAt: reported ?? reportedByPhone,
    actionReportedByPhone: reportedByPhone !== null,
    promisedOn: standing.findLast(({ answerBy }) => answerBy !== null)?.answerBy ?? null,
  };
}

const earliest = (instants: readonly Date[]): Date | null =>
  instants.length === 0 ? null : new Date(Math.min(...instants.map((at) => at.getTime())));
