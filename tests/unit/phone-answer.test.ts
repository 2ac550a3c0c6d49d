import { describe, expect, test } from "vitest";
import { type PhoneAnswer, recipientAnswer, standingAnswers } from "../../lib/circulars/phone-answer.ts";

const at = (hour: number): Date => new Date(Date.UTC(2026, 11, 1, hour));
const anAnswer = (id: string, given: Partial<PhoneAnswer>): PhoneAnswer => ({
  id,
  statement: "acknowledged",
  spokenAt: at(8),
  answerBy: null,
  reversesId: null,
  recordedAt: at(9),
  ...given,
});
const reversal = (id: string, reversesId: string): PhoneAnswer =>
  anAnswer(id, { statement: "reversal", spokenAt: null, reversesId, recordedAt: at(20) });

describe("an answer by telephone", () => {
  test("counts from the first call that said so, and says which way it came", () => {
    const answers = [anAnswer("b", { spokenAt: at(12) }), anAnswer("a", { spokenAt: at(10) })];
    expect(recipientAnswer([], answers)).toMatchObject({ acknowledgedAt: at(10), acknowledgedByPhone: true, actionReportedAt: null });
  });

  test("that the action is done also says that the letter is there", () => {
    const answer = recipientAnswer([], [anAnswer("a", { statement: "action_reported" })]);
    expect(answer).toMatchObject({
      acknowledgedAt: at(8),
      acknowledgedByPhone: true,
      actionReportedAt: at(8),
      actionReportedByPhone: true,
    });
  });

  test("stands below the institution's own declaration, earlier or later", () => {
    const declared = [{ kind: "acknowledged", declaredAt: at(15) }];
    expect(recipientAnswer(declared, [anAnswer("a", {})])).toMatchObject({ acknowledgedAt: at(15), acknowledgedByPhone: false });
  });

  test("that promises a day is no answer; the latest promise counts", () => {
    const answers = [
      anAnswer("a", { statement: "promised", answerBy: "2026-12-10", recordedAt: at(9) }),
      anAnswer("b", { statement: "promised", answerBy: "2026-12-08", recordedAt: at(10) }),
    ];
    expect(recipientAnswer([], answers)).toMatchObject({ acknowledgedAt: null, promisedOn: "2026-12-08" });
  });

  test("falls away with its reversal and uncovers what stood before", () => {
    const first = anAnswer("a", { statement: "promised", answerBy: "2026-12-10" });
    const wrong = anAnswer("b", {});
    const answers = [first, wrong, reversal("c", "b")];
    expect(standingAnswers(answers)).toEqual([first]);
    expect(recipientAnswer([], answers)).toMatchObject({ acknowledgedAt: null, acknowledgedByPhone: false, promisedOn: "2026-12-10" });
  });
});
