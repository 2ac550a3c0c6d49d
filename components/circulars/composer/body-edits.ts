import { type Block, newKey, plainLine } from "@/components/circulars/composer/draft-content.ts";
import type { BodyTable } from "@/lib/circulars/body-table.ts";

/** The text after an edit, and where the caret goes. */
export type BodyEdit = { body: Block[]; focus: { key: string; at: number } };

export const MOST_BLOCKS = 200;

export const blockFieldId = (key: string): string => `block-${key}`;

/** Enter: what stands right of the caret becomes the next block, of the same kind. */
export function splitBlock(body: readonly Block[], index: number, at: { from: number; to: number }): BodyEdit | null {
  const block = body[index];
  if (!block || block.kind === "table" || body.length >= MOST_BLOCKS) return null;
  const left = { ...block, text: block.text.slice(0, at.from).trimEnd() };
  const right = { kind: block.kind, text: block.text.slice(at.to).trimStart(), key: newKey() };
  return { body: [...body.slice(0, index), left, right, ...body.slice(index + 1)], focus: { key: right.key, at: 0 } };
}

/** Backspace at the start of a block: it continues the one before. */
export function joinWithPrevious(body: readonly Block[], index: number): BodyEdit | null {
  const [before, block] = [body[index - 1], body[index]];
  if (!before || !block || before.kind === "table" || block.kind === "table") return null;
  const joint = before.text && block.text ? " " : "";
  const joined = { ...before, text: before.text + joint + block.text };
  return { body: [...body.slice(0, index - 1), joined, ...body.slice(index + 1)], focus: { key: joined.key, at: before.text.length } };
}

export function addBlock(body: readonly Block[]): BodyEdit {
  const block: Block = { kind: body.at(-1)?.kind === "item" ? "item" : "paragraph", text: "", key: newKey() };
  return { body: [...body, block], focus: { key: block.key, at: 0 } };
}

/** A table at the end of the text, empty or of pasted cells; it is moved to its place like any block. */
export function addTable(body: readonly Block[], table: BodyTable): BodyEdit | null {
  if (body.length >= MOST_BLOCKS) return null;
  const block: Block = { kind: "table", text: "", table, key: newKey() };
  return { body: [...body, block], focus: { key: block.key, at: 0 } };
}

/** Cells pasted into a paragraph become a table below it; an empty paragraph gives its place. */
export function pasteTable(body: readonly Block[], index: number, table: BodyTable): BodyEdit | null {
  const block = body[index];
  if (!block || body.length >= MOST_BLOCKS) return null;
  const added: Block = { kind: "table", text: "", table, key: newKey() };
  const isEmpty = block.text.trim() === "";
  return { body: body.toSpliced(isEmpty ? index : index + 1, isEmpty ? 1 : 0, added), focus: { key: added.key, at: 0 } };
}

export function moveBlock(body: readonly Block[], index: number, step: 1 | -1): BodyEdit | null {
  const block = body[index];
  const other = body[index + step];
  if (!block || !other) return null;
  const moved = [...body];
  moved[index] = other;
  moved[index + step] = block;
  return { body: moved, focus: { key: block.key, at: 0 } };
}

export function changeKind(body: readonly Block[], index: number): BodyEdit | null {
  const block = body[index];
  if (!block || block.kind === "table") return null;
  const changed: Block = { ...block, kind: block.kind === "item" ? "paragraph" : "item" };
  return { body: body.map((each) => (each === block ? changed : each)), focus: { key: block.key, at: block.text.length } };
}

export function removeBlock(body: readonly Block[], index: number): BodyEdit {
  const rest = body.filter((_, place) => place !== index);
  const kept = rest.length > 0 ? rest : [{ kind: "paragraph" as const, text: "", key: newKey() }];
  const next = kept[Math.min(index, kept.length - 1)];
  return { body: kept, focus: { key: next?.key ?? "", at: 0 } };
}

/** Pasted lines become blocks of their own; formatting was never in the text. Null when it is a single line. */
export function pasteText(body: readonly Block[], index: number, at: { from: number; to: number }, text: string): BodyEdit | null {
  const block = body[index];
  const [first, ...others] = pastedBlocks(text);
  if (!block || block.kind === "table" || !first || others.length === 0) return null;
  const last = others.at(-1) ?? first;
  const opening: Block = {
    ...block,
    kind: block.text.trim() === "" ? first.kind : block.kind,
    text: block.text.slice(0, at.from) + first.text,
  };
  const middle = others.slice(0, -1).map((each) => ({ ...each, key: newKey() }));
  const closing: Block = { kind: last.kind, text: last.text + block.text.slice(at.to), key: newKey() };
  const next = [...body.slice(0, index), opening, ...middle, closing, ...body.slice(index + 1)].slice(0, MOST_BLOCKS);
  return { body: next, focus: { key: closing.key, at: last.text.length } };
}

const listMark = /^(?:\d{1,2}\)|[•–▪-])\s+/;

function pastedBlocks(text: string): { kind: "paragraph" | "item"; text: string }[] {
  return text
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => plainLine(line).replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .map((line) => ({ kind: listMark.test(line) ? ("item" as const) : ("paragraph" as const), text: line.replace(listMark, "") }));
}

/** What stands left of a block: paragraphs and tables are counted for the eye, items as they print. */
export function blockMarks(body: readonly Block[]): string[] {
  let paragraphs = 0;
  let items = 0;
  let tables = 0;
  return body.map(({ kind }) => {
    items = kind === "item" ? items + 1 : 0;
    paragraphs += kind === "paragraph" ? 1 : 0;
    tables += kind === "table" ? 1 : 0;
    if (kind === "table") return `T${tables}`;
    return kind === "item" ? `${items})` : String(paragraphs);
  });
}
