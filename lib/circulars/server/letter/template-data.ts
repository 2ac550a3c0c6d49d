import type { BodyBlock, Letter } from "../../letter.ts";
import { distributionAddressee } from "../../letter.ts";
import { printedText } from "../../printable-characters.ts";

/** What `letter.typ` reads: finished strings in printing order, so that the template only places them. */
export function templateData(letter: Letter) {
  const isDistributed = letter.addressee === distributionAddressee;
  const named = (role: "action" | "information") =>
    isDistributed ? letter.recipients.filter((recipient) => recipient.role === role).map((recipient) => recipient.dative) : [];
  const { recipients: _, mark, layout, ...printed } = letter;
  return { ...asPrinted({ ...printed, body: numbered(letter), action: named("action"), information: named("information") }), mark, layout };
}

type PrintedTable = { rows: string[][]; aligns: string[]; hasHeader: boolean; widths: number[] };

/** Consecutive items count 1) 2) 3); a paragraph or a table between them begins the count anew. */
function numbered(letter: Letter): (string | PrintedTable)[] {
  let count = 0;
  const body: BodyBlock[] = letter.body.length > 0 ? letter.body : [{ kind: "paragraph", text: "" }];
  return body.map((block) => {
    count = block.kind === "item" ? count + 1 : 0;
    if (block.kind === "table") return { ...block.table, rows: block.table.rows.map(withBreaks), widths: widthsOf(block.table.rows) };
    return block.kind === "item" ? `${count}) ${block.text}` : block.text;
  });
}

/** A line of a narrow column holds few letters: a longer word would run into the next column. */
const withBreaks = (row: string[]): string[] => row.map((cell) => breakableAfter(cell, Math.floor(80 / row.length)));

/** Shares of the width: a column is as wide as its longest word asks for, and wider where it has more to say. */
function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const columns = rows[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? "");
    const longestWord = Math.max(...cells.flatMap((cell) => cell.split(/\s+/).map((word) => word.length)));
    const longestCell = Math.max(...cells.map((cell) => cell.length));
    return Math.max(6, Math.min(longestWord * 1.4, Math.floor(80 / columns) * 1.4), Math.min(longestCell, 40));
  });
}

/** Every string normalised to what the font prints, whatever form the keyboard or an import gave it. */
function asPrinted<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) => (typeof inner === "string" ? breakable(printedText(inner)) : inner));
}

/** A run longer than a line would leave the page: it may break, invisibly, every 40 characters. */
function breakable(text: string): string {
  return text.replace(/[^\s/?&-]{80,}/g, (run) => withBreakEvery(run, 40));
}

const breakableAfter = (text: string, letters: number): string =>
  text.replace(/[^\s/?&-]+/g, (run) => (run.length > letters ? withBreakEvery(run, letters) : run));

const withBreakEvery = (run: string, letters: number): string =>
  [...run].map((character, index) => ((index + 1) % letters === 0 ? `${character}\u200b` : character)).join("");
