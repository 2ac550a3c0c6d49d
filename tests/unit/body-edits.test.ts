import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type BodyEdit,
  blockMarks,
  changeKind,
  joinWithPrevious,
  moveBlock,
  pasteText,
  removeBlock,
  splitBlock,
} from "../../components/circulars/composer/body-edits.ts";
import type { Block } from "../../components/circulars/composer/draft-content.ts";

const block = (key: string, text: string, kind: "paragraph" | "item" = "paragraph"): Block => ({ key, kind, text });
const texts = (edit: BodyEdit | null) => edit?.body.map(({ text }) => text);

test("Enter inside a paragraph makes two, and the caret stands at the start of the second", () => {
  const edit = splitBlock([block("a", "Gereğini rica ederim.")], 0, { from: 9, to: 9 });
  expect(texts(edit)).toEqual(["Gereğini", "rica ederim."]);
  expect(edit?.focus).toEqual({ key: edit?.body[1]?.key, at: 0 });
});

test("Backspace at the start of a paragraph takes back the Enter that made it", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zçğıöşü]{1,8}$/), { minLength: 2, maxLength: 6 }), fc.nat(), (words, place) => {
      const text = words.join(" ");
      const at = words.slice(0, 1 + (place % (words.length - 1))).join(" ").length;
      const split = splitBlock([block("a", text)], 0, { from: at, to: at });
      expect(texts(joinWithPrevious(split?.body ?? [], 1))).toEqual([text]);
    }),
  );
});

test("the first paragraph has nothing before it to join", () => {
  expect(joinWithPrevious([block("a", "Metin")], 0)).toBeNull();
});

test("pasted lines become paragraphs and list marks become items, without their marks", () => {
  const edit = pasteText([block("a", "")], 0, { from: 0, to: 0 }, "Birinci paragraf.\r\n\r\n1) ilk madde\n• ikinci madde\n");
  expect(edit?.body.map(({ kind, text }) => [kind, text])).toEqual([
    ["paragraph", "Birinci paragraf."],
    ["item", "ilk madde"],
    ["item", "ikinci madde"],
  ]);
});

test("a pasted single line is left to the field", () => {
  expect(pasteText([block("a", "")], 0, { from: 0, to: 0 }, "tek satır")).toBeNull();
});

test("text pasted in the middle keeps what stood right of the caret at its end", () => {
  const edit = pasteText([block("a", "başson")], 0, { from: 3, to: 3 }, "bir\niki");
  expect(texts(edit)).toEqual(["başbir", "ikison"]);
});

test("a sentence that opens with the number of an article stays a paragraph", () => {
  const edit = pasteText([block("a", "")], 0, { from: 0, to: 0 }, "24. maddesi uyarınca\nikinci satır");
  expect(edit?.body.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
});

test("moving a block down and up again changes nothing", () => {
  const body = [block("a", "bir"), block("b", "iki"), block("c", "üç")];
  const down = moveBlock(body, 0, 1);
  expect(moveBlock(down?.body ?? [], 1, -1)?.body).toEqual(body);
  expect(moveBlock(body, 2, 1)).toBeNull();
});

test("a letter always keeps a place to write", () => {
  expect(texts(removeBlock([block("a", "bir")], 0))).toEqual([""]);
});

test("items are counted from one again after each paragraph", () => {
  const body = [block("a", "x"), block("b", "x", "item"), block("c", "x", "item"), block("d", "x"), block("e", "x", "item")];
  expect(blockMarks(body)).toEqual(["1", "1)", "2)", "2", "1)"]);
  expect(changeKind(body, 1)?.body[1]?.kind).toBe("paragraph");
});
