// Cells of a CSV (RFC 4180) as its text comes in. Lines without any quote, nearly all of them, are cut as they are, which a
// parser that looks at each character cannot: it took a fifth of an import's dry run.
import { refusedFile } from "./sheet.ts";

const mostCharacters = 1_000_000;

type Cut = { cell: string; next: number };

export class CsvRecords {
  private readonly delimiter: string;
  private readonly lineEnd: string;
  /** What was read and belongs to a record that has not ended. */
  private rest = "";
  private count = 0;

  constructor({ delimiter, lineEnd }: { delimiter: string; lineEnd: "\n" | "\r" }) {
    this.delimiter = delimiter;
    this.lineEnd = lineEnd;
  }

  /** The records that a piece of text completes. */
  read(piece: string): string[][] {
    return this.records(this.rest + piece, false);
  }

  /** The last record, which no line end follows. */
  end(): string[][] {
    return this.records(this.rest, true);
  }

  private records(text: string, isLast: boolean): string[][] {
    const found: string[][] = [];
    let at = 0;
    while (at < text.length) {
      const lineEnd = text.indexOf(this.lineEnd, at);
      if (lineEnd < 0 && !isLast) break;
      const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd);
      const next = line.includes('"') ? this.quoted(text, at, found, isLast) : this.plain(line, lineEnd, text, found);
      if (next === null) break;
      at = next;
      this.count += 1;
    }
    this.rest = text.slice(at);
    if (this.rest.length > mostCharacters) throw this.refusal("bir hücre çok uzun ya da bir tırnak kapanmamış.");
    return found;
  }

  private plain(line: string, lineEnd: number, text: string, found: string[][]): number {
    found.push((line.endsWith("\r") ? line.slice(0, -1) : line).split(this.delimiter));
    return lineEnd < 0 ? text.length : lineEnd + 1;
  }

  /** One record cell by cell; null if its end has not been read yet. */
  private quoted(text: string, from: number, found: string[][], isLast: boolean): number | null {
    const cells: string[] = [];
    for (let at = from; ; ) {
      const cut = text[at] === '"' ? this.quotedCell(text, at, isLast) : this.bareCell(text, at, isLast);
      if (cut === null) return null;
      cells.push(cut.cell);
      if (text[cut.next] === this.delimiter) {
        at = cut.next + 1;
        continue;
      }
      found.push(cells);
      const isPair = text[cut.next] === "\r" && text[cut.next + 1] === "\n";
      return Math.min(text.length, cut.next + (isPair ? 2 : 1));
    }
  }

  private quotedCell(text: string, at: number, isLast: boolean): Cut | null {
    let close = text.indexOf('"', at + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close < 0 && isLast) throw this.refusal("açılan tırnak dosyanın sonuna kadar kapanmıyor.");
    // A quote at the end of a piece may be the first half of a doubled one, a carriage return the first of a line end.
    if (close < 0 || (!isLast && close + 2 >= text.length)) return null;
    const after = text[close + 1];
    if (after !== undefined && after !== this.delimiter && after !== "\n" && after !== "\r") throw this.quoteInside();
    return { cell: text.slice(at + 1, close).replaceAll('""', '"'), next: close + 1 };
  }

  private bareCell(text: string, at: number, isLast: boolean): Cut | null {
    let next = at;
    while (next < text.length && text[next] !== this.delimiter && text[next] !== "\n" && text[next] !== "\r") {
      if (text[next] === '"') throw this.quoteInside();
      next += 1;
    }
    return next >= text.length - 1 && !isLast ? null : { cell: text.slice(at, next), next };
  }

  private quoteInside = () => this.refusal('tırnak işareti hücrenin ortasında. Tırnak içeren hücreleri "" ile yazın.');

  private refusal(why: string): Error {
    return refusedFile(`${this.count + 1}. satır okunamadı: ${why}`);
  }
}
