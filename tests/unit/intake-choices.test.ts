import { expect, test } from "vitest";
import { chosenRows, intakeLines, type LineChoice, openCount } from "../../components/institutions/intake/intake-choices.ts";
import type { InstitutionRow } from "../../lib/institutions/contract.ts";
import type { MatchedLine } from "../../lib/institutions/intake-contract.ts";

const row = (id: string): InstitutionRow => ({
  id,
  name: id,
  kind: "other",
  provinceId: 68,
  district: null,
  detsisNumber: null,
  relation: "peer",
  dative: id,
  channels: [],
  isDemo: true,
});
const line = (id: string | null, parts: Partial<MatchedLine> = {}): MatchedLine => ({
  text: id ?? "?",
  from: 0,
  to: 1,
  role: null,
  grade: id ? "certain" : "none",
  doubt: null,
  choices: id ? [{ institutionId: id, confidence: 1 }] : [],
  repeats: null,
  ...parts,
});
const intake = (lines: MatchedLine[], choices: [number, LineChoice][] = [], listed: string[] = []) =>
  intakeLines({ lines, institutions: ["a", "b", "c"].map(row), choices: new Map(choices), roles: new Map() }, new Set(listed));

test("what is certain is taken, what is doubtful waits for a person", () => {
  const lines = intake([line("a"), line("b", { grade: "likely" }), line(null)]);
  expect(lines.map(({ state }) => state)).toEqual(["certain", "open", "open"]);
  expect(openCount(lines)).toBe(2);
  expect(chosenRows(lines).map(({ institution }) => institution.id)).toEqual(["a"]);
});

test("an institution is taken once: not again by a later line, not if it is a recipient already", () => {
  const lines = intake([line("a"), line(null), line("b"), line("a")], [[1, row("a")]], ["b"]);
  expect(lines.map(({ state }) => state)).toEqual(["certain", "repeated", "listed", "repeated"]);
  expect(chosenRows(lines)).toHaveLength(1);
});

test("a line that is left out frees its institution for another line", () => {
  const lines = intake([line("a"), line("a")], [[0, "nobody"]]);
  expect(lines.map(({ state }) => state)).toEqual(["left_out", "certain"]);
});

test("the page says the role, a person may say another", () => {
  const page = [line("a", { role: "information" }), line("b")];
  expect(chosenRows(intake(page)).map(({ role }) => role)).toEqual(["information", "action"]);
  const lines = intakeLines(
    { lines: page, institutions: [row("a"), row("b")], choices: new Map(), roles: new Map([[1, "information"]]) },
    new Set(),
  );
  expect(chosenRows(lines).map(({ role }) => role)).toEqual(["information", "information"]);
});
