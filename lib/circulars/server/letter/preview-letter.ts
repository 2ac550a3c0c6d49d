import { z } from "zod";
import { Placement } from "../../contract.ts";
import type { Letter } from "../../letter.ts";
import { typeset } from "./typesetter.ts";

const Placed = z.array(z.object({ value: Placement })).length(1);

/** The letter as one self-contained SVG per page: glyphs as paths, no script, no text, no font needed. */
export function previewLetter(letter: Letter): { pages: string[]; placement: Placement | null } {
  const isChosen = letter.layout !== "auto";
  const { drawing, placed } = typeset(letter, (compiler, entry) => ({
    drawing: compiler.plainSvg(entry),
    // The letter is set once more for the answer: only where somebody waits for it.
    placed: isChosen ? (compiler.query(entry, { selector: "<placement>" }) as unknown) : null,
  }));
  return { pages: separatePages(drawing), placement: isChosen ? (Placed.parse(placed)[0]?.value ?? null) : null };
}

/** Typst stacks all pages in one drawing: a white sheet and a group for each, then the glyphs they share. */
function separatePages(stacked: string): string[] {
  const drawing = shortened(stacked);
  const glyphs = new Map<string, string>();
  for (const [symbol, id = ""] of drawing.matchAll(/<symbol id="(\w+)"[\s\S]*?<\/symbol>/g)) glyphs.set(id, symbol);
  const sheets = drawing
    .slice(0, drawing.indexOf("<defs id"))
    .split(/<path fill="#ffffff" d="(?=M 0 0v 841\.\d+ h 595)/)
    .slice(1);
  return sheets.map((sheet) => {
    const content = sheet.slice(sheet.indexOf("/>") + 2).replace(/^<g transform="[^"]*">/, "<g>");
    const used = new Set([...content.matchAll(/href="#(\w+)"/g)].map((match) => match[1] ?? ""));
    const defs = [...used].map((id) => glyphs.get(id) ?? "").join("");
    const sheetPaper = '<path fill="#fff" d="M0 0h595.28v841.89h-595.28z"/>';
    const opening = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 595.28 841.89">';
    return `${opening}<defs>${defs}</defs>${sheetPaper}${content}</svg>`;
  });
}

/** A quarter of the size: no indentation, no attributes at their default, glyphs named by number. */
function shortened(svg: string): string {
  const names = new Map<string, string>();
  const short = (name: string) => {
    if (!names.has(name)) names.set(name, `g${names.size}`);
    return names.get(name);
  };
  return svg
    .replace(/>\s+</g, "><")
    .replace(/ (?:class="[^"]*"|fill-rule="nonzero"|y="0"|fill="#000000")/g, "")
    .replace(/(id="|href="#)(g[0-9A-F]{20,32})"/g, (_, start: string, name: string) => `${start}${short(name)}"`);
}
