import { isWrittenBlock } from "@/lib/circulars/body-table.ts";
import type { BodyBlock, DraftContent } from "@/lib/circulars/contract.ts";

export type Block = BodyBlock & { key: string };
export type Reference = { key: string; text: string };

/** The draft as it stands on the screen: rows keep a key of their own while they are moved, split and joined. */
export type EditedContent = Omit<DraftContent, "body" | "references"> & { body: Block[]; references: Reference[] };

let lastKey = 0;

export function newKey(): string {
  lastKey += 1;
  return `row-${lastKey}`;
}

export function edited(content: DraftContent): EditedContent {
  return {
    ...content,
    body: editedBody(content.body),
    references: content.references.map((text) => ({ key: newKey(), text })),
  };
}

/** There is always a block to write in. */
export function editedBody(body: readonly BodyBlock[]): Block[] {
  const blocks = body.length > 0 ? body : [{ kind: "paragraph" as const, text: "" }];
  return blocks.map((block) => ({ ...block, key: newKey() }));
}

/** Row for row, so that a message about row 3 finds it. */
export function asWritten({ body, references, ...rest }: EditedContent): DraftContent {
  return { ...rest, body: body.map(withoutKey), references: references.map(({ text }) => text) };
}

/** What is saved: rows in which nothing is written are left out, the letter does not print them either. */
export function asSaved(content: EditedContent): DraftContent {
  const written = asWritten(content);
  return {
    ...written,
    body: written.body.filter(isWrittenBlock),
    references: written.references.filter((text) => text.trim() !== ""),
  };
}

export const asSavedBody = (body: readonly Block[]): BodyBlock[] => body.map(withoutKey).filter(isWrittenBlock);

const withoutKey = ({ key: _, ...block }: Block): BodyBlock => block;

/** Pasted text brings characters that no key types; a field of one line cannot hold them. */
export const plainLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
