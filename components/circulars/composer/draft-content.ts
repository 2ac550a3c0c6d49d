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
  const body = content.body.length > 0 ? content.body : [{ kind: "paragraph" as const, text: "" }];
  return {
    ...content,
    body: body.map((block) => ({ ...block, key: newKey() })),
    references: content.references.map((text) => ({ key: newKey(), text })),
  };
}

/** Row for row, so that a message about row 3 finds it. */
export function asWritten({ body, references, ...rest }: EditedContent): DraftContent {
  return { ...rest, body: body.map(({ kind, text }) => ({ kind, text })), references: references.map(({ text }) => text) };
}

/** What is saved: rows in which nothing is written are left out, the letter does not print them either. */
export function asSaved(content: EditedContent): DraftContent {
  const written = asWritten(content);
  return {
    ...written,
    body: written.body.filter(({ text }) => text.trim() !== ""),
    references: written.references.filter((text) => text.trim() !== ""),
  };
}

/** Pasted text brings characters that no key types; a field of one line cannot hold them. */
export const plainLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
