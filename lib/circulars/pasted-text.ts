// A received letter's text as it comes out of a PDF or a mail: lines broken by the page, lists marked by hand. It is kept
// as the same blocks a circular is written in, so that "Dağıtıma çıkar" can take it over.
import type { BodyBlock } from "./contract.ts";

type TextBlock = Exclude<BodyBlock, { kind: "table" }>;

/** "1)", "1." before a capital, "a)", "•": the mark goes, the numbering is the template's. */
const itemMark = /^(?:\d{1,2}\)|\d{1,2}\.(?=\s+\p{Lu})|\p{Ll}\)|[•▪–*-])\s+(?=\S)/u;
const sentenceEnd = /[.:;?!…][”"’')]*$/;

/** Blank lines part paragraphs; without any, a line that ends no sentence goes on in the next. */
export function blocksOfText(text: string): TextBlock[] {
  const lines = text
    .normalize("NFC")
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => line.replace(/[\p{Cc}\p{Zs}]+/gu, " ").trim());
  const isParted = lines.some((line, index) => line === "" && index > 0 && index < lines.length - 1 && lines[index + 1] !== "");
  const blocks: TextBlock[] = [];
  let isOpen = false;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line === "") isOpen = false;
    else if (itemMark.test(line)) isOpen = begin(blocks, "item", line.replace(itemMark, ""));
    else if (last && isOpen && (isParted || !sentenceEnd.test(last.text))) last.text = joined(last.text, line);
    else isOpen = begin(blocks, "paragraph", line);
  }
  return blocks;
}

function begin(blocks: TextBlock[], kind: TextBlock["kind"], text: string): true {
  blocks.push({ kind, text });
  return true;
}

/** A word parted at the end of a line by a soft hyphen becomes one again; a hard hyphen may belong to it. */
const joined = (text: string, line: string): string => (text.endsWith("\u00ad") ? text.slice(0, -1) + line : `${text} ${line}`);

/** One name a line, without marks and numbering: "1- Duyuru metni (2 sayfa)" is "Duyuru metni (2 sayfa)". */
export function namesOfText(text: string): string[] {
  return text
    .normalize("NFC")
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) =>
      line
        .replace(/[\p{Cc}\p{Zs}]+/gu, " ")
        .trim()
        .replace(/^(?:\d{1,2}\s*[).-](?:\s+|(?=\p{L}))|[•▪–*-]\s*)/u, ""),
    )
    .filter(Boolean);
}
