import { expect, test } from "vitest";
import { channelProblems, normalisedChannels } from "../../lib/institutions/institution.ts";
import { districtsOf } from "../../lib/platform/locale/districts.ts";
import { provinceNumbers } from "../../lib/platform/locale/provinces.ts";
import { directoryBeyond } from "../../prisma/seed-directory.ts";

const directory = directoryBeyond([]);

test("every district but those named Merkez has a governorship: 922 of them (domain.md, Facts)", () => {
  expect(provinceNumbers.flatMap(districtsOf)).toHaveLength(973);
  const governorships = directory.filter(({ kind }) => kind === "district_governorship");
  expect(governorships).toHaveLength(922);
  expect(governorships.filter(({ name }) => name.startsWith("Merkez "))).toEqual([]);
});

test("every province has its governorship, police, gendarmerie, mufti, directorates, chambers, unions and university", () => {
  const kinds = ["governorship", "law_enforcement", "provincial_directorate", "professional_body", "union", "university", "foundation"];
  for (const plate of provinceNumbers) {
    const own = directory.filter(({ provinceId }) => provinceId === plate);
    expect(own.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
    expect(new Set(own.map(({ name }) => name)).size, `names of ${plate}`).toBe(own.length);
  }
});

test("numbers and addresses are nobody's, and each is told once", () => {
  for (const { detsisNumber, kepAddress } of directory) {
    expect(Number(detsisNumber)).toBeGreaterThanOrEqual(99_001_000);
    expect(channelProblems(normalisedChannels([{ kind: "kep", address: kepAddress }]), "test_only"), kepAddress).toEqual([]);
  }
  expect(new Set(directory.map(({ detsisNumber }) => detsisNumber)).size).toBe(directory.length);
  expect(new Set(directory.map(({ kepAddress }) => kepAddress)).size).toBe(directory.length);
});
