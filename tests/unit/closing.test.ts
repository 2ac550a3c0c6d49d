import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClosingRecipient, proposeClosing, type Relation } from "../../lib/circulars/closing.ts";

const forAction = (...relations: Relation[]): ClosingRecipient[] => relations.map((relation) => ({ relation, role: "action" }));

describe("closing sentence (m.16/12)", () => {
  test("superiors and peers are asked with arz, subordinates and private bodies with rica", () => {
    expect(proposeClosing(forAction("superior", "peer"))?.text).toBe("Gereğini arz ederim.");
    expect(proposeClosing(forAction("peer"))?.text).toBe("Gereğini arz ederim.");
    expect(proposeClosing(forAction("subordinate"))?.text).toBe("Gereğini rica ederim.");
    expect(proposeClosing(forAction("subordinate", "private_body"))?.text).toBe("Gereğini rica ederim.");
  });

  test("a distribution of peers and unions is closed with arz ve rica, and says why", () => {
    const proposal = proposeClosing(forAction("peer", "peer", "private_body"));
    expect(proposal).toEqual({
      text: "Gereğini arz ve rica ederim.",
      reason:
        "Muhataplar arasında aynı düzeyde makam ve kamu niteliği olmayan tüzel kişi birlikte bulunuyor (Yönetmelik m.16/12, Kılavuz 13.1).",
    });
  });

  test("persons alone are greeted, persons among institutions are asked with arz ve rica", () => {
    expect(proposeClosing(forAction("natural_person"))?.text).toBe("Saygılarımla.");
    expect(proposeClosing(forAction("natural_person", "subordinate"))?.text).toBe("Gereğini arz ve rica ederim.");
  });

  test("the head says whether action, information or both are asked", () => {
    expect(proposeClosing([{ relation: "peer", role: "information" }])?.text).toBe("Bilgilerinizi arz ederim.");
    expect(
      proposeClosing([
        { relation: "subordinate", role: "information" },
        { relation: "subordinate", role: "action" },
      ])?.text,
    ).toBe("Bilgilerinizi ve gereğini rica ederim.");
  });

  test("without recipients nothing is proposed", () => {
    expect(proposeClosing([])).toBeNull();
  });

  test("every proposal is one sentence with a reason that cites its article, whatever the order of recipients", () => {
    const aRecipient = fc.record<ClosingRecipient>({
      relation: fc.constantFrom("superior", "peer", "subordinate", "private_body", "natural_person"),
      role: fc.constantFrom("action", "information"),
    });
    fc.assert(
      fc.property(fc.array(aRecipient, { minLength: 1 }), (recipients) => {
        const proposal = proposeClosing(recipients);
        expect(proposal?.text).toMatch(/^[A-ZĞÜŞİÖÇ][^.]*\.$/);
        expect(proposal?.reason).toContain("m.16/12");
        expect(proposeClosing(recipients.toReversed())).toEqual(proposal);
      }),
    );
  });
});
