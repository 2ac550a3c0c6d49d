import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InstitutionKind, RecipientRole, Relation } from "../../lib/institutions/contract.ts";
import { changesOf, compareLists, isSame } from "../../lib/institutions/list-comparison.ts";
import { inProtocolOrder, protocolStep, protocolSteps } from "../../lib/institutions/protocol-order.ts";

const listOf = (letters: string, role: RecipientRole = "action", name = "Liste") => ({
  name,
  members: [...letters].map((letter) => ({ institutionId: letter, name: letter.toUpperCase(), role })),
});
const idsOf = (rows: readonly { institutionId: string }[]) => rows.map(({ institutionId }) => institutionId).join("");

describe("two versions of a list", () => {
  test("who came and who went are told with their places", () => {
    const { added, removed, moved } = compareLists(listOf("abcd"), listOf("xacd"));
    expect(added).toMatchObject([{ institutionId: "x", place: 1 }]);
    expect(removed).toMatchObject([{ institutionId: "b", place: 2 }]);
    expect(moved).toEqual([]);
  });

  test("an institution that another was put before has not moved", () => {
    expect(compareLists(listOf("abcde"), listOf("eabcd")).moved).toEqual([{ institutionId: "e", name: "E", before: 5, after: 1 }]);
    expect(idsOf(compareLists(listOf("abcd"), listOf("badc")).moved)).toHaveLength(2);
  });

  test("a role and the list's name are told with what they were", () => {
    const after = { ...listOf("ab", "information", "Yeni ad"), members: [...listOf("a").members, ...listOf("b", "information").members] };
    expect(compareLists(listOf("ab"), after)).toMatchObject({
      renamed: { before: "Liste", after: "Yeni ad" },
      roles: [{ institutionId: "b", before: "action", after: "information" }],
      moved: [],
    });
  });

  test("each change taken back leaves nothing, and only equal lists are the same", () => {
    const list = fc.uniqueArray(fc.constantFrom(..."abcdefghij"), { maxLength: 10 }).map((letters) => listOf(letters.join("")));
    fc.assert(
      fc.property(list, list, (before, after) => {
        const there = changesOf(compareLists(before, after));
        const back = changesOf(compareLists(after, before));
        expect([back.added, back.removed, back.moved]).toEqual([there.removed, there.added, there.moved]);
        expect(isSame(there)).toBe(idsOf(before.members) === idsOf(after.members));
      }),
    );
  });

  test("the rest of the list keeps its order when those that moved are taken out", () => {
    const letters = fc.shuffledSubarray([..."abcdefghijkl"], { minLength: 12 });
    fc.assert(
      fc.property(letters, (shuffled) => {
        const before = listOf("abcdefghijkl");
        const after = listOf(shuffled.join(""));
        const moved = new Set(compareLists(before, after).moved.map(({ institutionId }) => institutionId));
        const stay = (state: typeof before) => idsOf(state.members.filter(({ institutionId }) => !moved.has(institutionId)));
        expect(stay(after)).toBe(stay(before));
      }),
    );
  });
});

describe("the order of protocol", () => {
  const institution = (kind: InstitutionKind, relation: Relation = "peer") => ({ kind, relation });

  test("puts superiors first, then kinds by the table, and those of one step as they were", () => {
    const members = [
      { id: "oda", ...institution("professional_body", "private_body") },
      { id: "ilçe 2", ...institution("district_governorship") },
      { id: "emniyet", ...institution("law_enforcement") },
      { id: "bakanlık", ...institution("other", "superior") },
      { id: "ilçe 1", ...institution("district_governorship") },
      { id: "üniversite", ...institution("university") },
      { id: "dernek", ...institution("other", "private_body") },
      { id: "kamu", ...institution("other") },
    ];
    const ordered = inProtocolOrder(members, (member) => member).map(({ id }) => id);
    expect(ordered).toEqual(["bakanlık", "üniversite", "ilçe 2", "ilçe 1", "emniyet", "oda", "kamu", "dernek"]);
    expect(inProtocolOrder(ordered, (id) => members.find((member) => member.id === id))).toEqual(ordered);
  });

  test("every kind has a step that the screen names", () => {
    const kinds: InstitutionKind[] = [
      "governorship",
      "university",
      "municipality",
      "foundation",
      "union",
      "other",
      "provincial_directorate",
    ];
    for (const kind of kinds) expect(protocolSteps[protocolStep(institution(kind))]).toBeTruthy();
    expect(protocolSteps[protocolStep(institution("municipality"))]).toBe("Belediyeler");
    expect(protocolSteps[protocolStep(institution("other", "private_body"))]).toBe("Öteki tüzel kişiler");
  });

  test("an institution the directory no longer shows goes to the end", () => {
    expect(inProtocolOrder(["?", "v"], (id) => (id === "v" ? institution("governorship") : undefined))).toEqual(["v", "?"]);
  });
});
