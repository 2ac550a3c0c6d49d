import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textDifference } from "../../lib/circulars/text-difference.ts";

const words = fc.array(fc.constantFrom("Kart", "kurum", "teslim", "edilir.", "İlgi", "5")).map((list) => list.join(" "));
const without = (parts: ReturnType<typeof textDifference>, kind: "added" | "removed") =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join("");

describe("the difference between two versions", () => {
  test("without what was removed it is the new text, without what was added the old", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = textDifference(before, after);
        expect(without(parts, "removed")).toBe(after);
        expect(without(parts, "added")).toBe(before);
      }),
    );
  });

  test("one changed word is one change", () => {
    expect(textDifference("Kart beş gün içinde teslim edilir.", "Kart on gün içinde teslim edilir.")).toEqual([
      { kind: "same", text: "Kart " },
      { kind: "removed", text: "beş " },
      { kind: "added", text: "on " },
      { kind: "same", text: "gün içinde teslim edilir." },
    ]);
  });

  test("two very long texts are told apart as a whole, at once", () => {
    const long = (word: string) => `${word} `.repeat(5_000);
    expect(textDifference(long("eski"), long("yeni")).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});
