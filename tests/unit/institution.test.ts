import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Channel } from "../../lib/institutions/contract.ts";
import { searchWords } from "../../lib/institutions/directory-search.ts";
import { repeatedMembers } from "../../lib/institutions/distribution-list.ts";
import { changedFields, channelProblems, mergedChange, normalisedChannels } from "../../lib/institutions/institution.ts";
import { seedGovernorship, seedInstitutions } from "../../prisma/seed-institutions.ts";
import { seedLetter } from "../../prisma/seed-letter.ts";

const problems = (channels: Channel[], rule: "test_only" | "any" = "test_only") => channelProblems(normalisedChannels(channels), rule);

describe("channels", () => {
  test("a KEP address has the providers' shape", () => {
    for (const address of ["aksarayiskur@hs01.kep.test", "il.mem_68-a@hs09.kep.test"])
      expect(problems([{ kind: "kep", address }])).toEqual([]);
    for (const address of [
      "",
      "aksaray@kep.tr",
      "aksaray@hs00.kep.test",
      "aksaray@hs10.kep.test",
      "çağrı@hs01.kep.test",
      "a b@hs01.kep.test",
    ]) {
      expect(problems([{ kind: "kep", address }]), address).toMatchObject([{ path: "channels.0.address" }]);
    }
  });

  test("outside production an address that does not end in .test is refused", () => {
    const channels: Channel[] = [
      { kind: "kep", address: "aksaray@hs01.kep.tr" },
      { kind: "email", address: "bilgi@aksaray.gov.tr" },
    ];
    expect(problems(channels).map((problem) => problem.path)).toEqual(["channels.0.address", "channels.1.address"]);
    expect(problems(channels, "any")).toEqual([]);
  });

  test("a letter can go by hand or by post without an address in the record", () => {
    expect(
      problems([
        { kind: "hand", address: "" },
        { kind: "post", address: "Hükümet Konağı, Merkez/AKSARAY" },
      ]),
    ).toEqual([]);
  });

  test("the same channel twice is marked at the second", () => {
    const channel: Channel = { kind: "kep", address: "aksaray@hs01.kep.test" };
    expect(problems([channel, { kind: "hand", address: "" }, { ...channel, address: " AKSARAY@hs01.KEP.test " }])).toEqual([
      { path: "channels.2.address", message: "Bu kanal 1. sırada da var; birini kaldırın." },
    ]);
  });

  test("capital letters of an address are lowered as in ASCII, never as in Turkish", () => {
    expect(normalisedChannels([{ kind: "email", address: "INFO@AKSARAY.TEST" }])).toEqual([
      { kind: "email", address: "info@aksaray.test" },
    ]);
    expect(normalisedChannels([{ kind: "post", address: " IŞIK Cad. " }])).toEqual([{ kind: "post", address: "IŞIK Cad." }]);
  });
});

test("a question to the directory is its different words, without Turkish letters", () => {
  expect(searchWords("  KAYMAKAMLIĞI  ağaç kaymakamlığı ")).toEqual(["kaymakamligi", "agac"]);
  expect(searchWords(" ")).toEqual([]);
});

describe("distribution list", () => {
  test("an institution named again is marked at each later row and nowhere else", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 }), (ids) => {
        const marked = new Set(repeatedMembers(ids.map((institutionId) => ({ institutionId }))).map((problem) => problem.path));
        ids.forEach((id, index) => {
          expect(marked.has(`members.${index}.institutionId`)).toBe(ids.indexOf(id) < index);
        });
      }),
    );
  });
});

test("the trail names exactly the fields that changed", () => {
  const before = { name: "A", district: null as string | null, channels: [{ kind: "kep", address: "a" }] };
  expect(changedFields(before, { ...before, channels: [{ kind: "kep", address: "a" }] })).toEqual([]);
  expect(changedFields(before, { ...before, district: "Eskil", channels: [] })).toEqual(["district", "channels"]);
});

test("after somebody else's change what is typed stays and untouched fields take the new state", () => {
  const before = { name: "A", phone: "1", district: "Eskil", version: 1 };
  const mine = { ...before, name: "B", phone: "2" };
  const now = { ...before, phone: "3", district: "Merkez", version: 2 };
  expect(mergedChange(before, mine, now)).toEqual({
    merged: { name: "B", phone: "2", district: "Merkez", version: 2 },
    theirs: ["phone", "district", "version"],
    both: ["phone"],
  });
});

describe("the demo's directory", () => {
  test("holds the letter's 24 institutions in its order", () => {
    expect(seedInstitutions.map((institution) => institution.name)).toEqual(seedLetter.recipients.map((recipient) => recipient.name));
  });

  test("has numbers and addresses that belong to nobody", () => {
    const all = [...seedInstitutions, seedGovernorship];
    expect(new Set(all.map((institution) => institution.detsisNumber)).size).toBe(25);
    expect(all.every((institution) => /^990000\d\d$/.test(institution.detsisNumber))).toBe(true);
    expect(all.flatMap((institution) => channelProblems([{ kind: "kep", address: institution.kepAddress }], "test_only"))).toEqual([]);
    expect(new Set(all.map((institution) => institution.kepAddress)).size).toBe(25);
  });
});
