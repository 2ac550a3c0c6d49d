import { assertWithinLimits, refusedFile, type Sheet, type SheetRow, sheetLimits } from "./sheet.ts";
import { type Archive, openArchive, walkXml } from "./xlsx-archive.ts";

type Book = { sheetPath: string; strings: string[]; dateStyles: Set<number>; epoch: number };

const DAY = 86_400_000;
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

/** The first visible sheet of a workbook, row by row; numbers come whole, dates as yyyy-MM-dd. */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet> {
  const archive = await openArchive(bytes);
  const book = await openBook(archive);
  const rows = await toldRows(archive, book);
  return { about: { format: "xlsx", encoding: null, delimiter: null }, rows, batches: rowsOf(archive, book) };
}

/** What the sheet's head says of its extent; a writer that streams does not know it. */
async function toldRows(archive: Archive, { sheetPath }: Book): Promise<number | null> {
  let told: number | null = null;
  const head = walkXml(archive, sheetPath, {
    open: (name, { ref = "" }) => {
      if (name === "dimension") told = Number(/:[A-Z]+(\d+)$/.exec(ref)?.[1] ?? 0) || null;
    },
  });
  for await (const _ of head) break;
  return told;
}

async function drain(steps: AsyncIterable<void>): Promise<void> {
  for await (const _ of steps);
}

async function openBook(archive: Archive): Promise<Book> {
  let relation: string | null = null;
  let epoch = Date.UTC(1899, 11, 30);
  await drain(
    walkXml(archive, "xl/workbook.xml", {
      open: (name, attributes) => {
        if (name === "workbookPr" && /^(1|true)$/.test(attributes.date1904 ?? "")) epoch = Date.UTC(1904, 0, 1);
        if (name === "sheet" && !attributes.state?.toLowerCase().includes("hidden")) relation ??= attributes["r:id"] ?? null;
      },
    }),
  );
  const targets = new Map<string, string>();
  await drain(
    walkXml(archive, "xl/_rels/workbook.xml.rels", {
      open: (name, { Id = "", Target = "" }) => void (name === "Relationship" && targets.set(Id, Target)),
    }),
  );
  const target = targets.get(relation ?? "") ?? "worksheets/sheet1.xml";
  const sheetPath = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  if (!archive.entries.has(sheetPath)) throw refusedFile("XLSX içinde okunacak sayfa bulunamadı.");
  return { sheetPath, strings: await stringsOf(archive), dateStyles: await dateStylesOf(archive), epoch };
}

async function stringsOf(archive: Archive): Promise<string[]> {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let inPhonetic = false;
  await drain(
    walkXml(archive, "xl/sharedStrings.xml", {
      open: (name) => {
        if (name === "si") current = "";
        if (name === "rPh") inPhonetic = true;
        inText = name === "t" && !inPhonetic;
      },
      text: (text) => {
        if (inText) current += text;
        if (current.length > sheetLimits.cell) throw refusedFile("XLSX’te 32.767 karakterden uzun bir hücre var.");
      },
      close: (name) => {
        inText = false;
        if (name === "rPh") inPhonetic = false;
        if (name === "si") strings.push(current);
      },
    }),
  );
  return strings;
}

async function dateStylesOf(archive: Archive): Promise<Set<number>> {
  const custom = new Set<number>();
  const styles = new Set<number>();
  let inCellStyles = false;
  let index = 0;
  await drain(
    walkXml(archive, "xl/styles.xml", {
      open: (name, attributes) => {
        const format = Number(attributes.numFmtId);
        if (name === "numFmt" && /[dy]/i.test((attributes.formatCode ?? "").replace(/\[[^\]]*\]|"[^"]*"/g, ""))) custom.add(format);
        if (name === "cellXfs") inCellStyles = true;
        if (name !== "xf" || !inCellStyles) return;
        if (builtInDates.has(format) || custom.has(format)) styles.add(index);
        index += 1;
      },
      close: (name) => {
        if (name === "cellXfs") inCellStyles = false;
      },
    }),
  );
  return styles;
}

async function* rowsOf(archive: Archive, book: Book): AsyncGenerator<SheetRow[]> {
  const reading = new SheetReading(book);
  for await (const _ of walkXml(archive, book.sheetPath, reading)) {
    const rows = reading.taken();
    if (rows.length > 0) yield rows;
  }
}

/** What is open while a sheet is walked: the row, the cell, and whether its text counts. */
class SheetReading {
  private readonly book: Book;
  private rows: SheetRow[] = [];
  private row: SheetRow = { number: 0, cells: [] };
  private column = 0;
  private cell = { type: "", style: -1, text: "", counts: false };

  constructor(book: Book) {
    this.book = book;
  }

  taken(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === "row") {
      this.row = { number: Number(attributes.r ?? this.row.number + 1), cells: [] };
      this.column = 0;
    } else if (name === "c") {
      if (attributes.r) this.column = columnOf(attributes.r);
      if (this.column >= sheetLimits.columns) throw refusedFile(`${this.row.number}. satırda 200’den çok sütun var.`);
      this.cell = { type: attributes.t ?? "n", style: Number(attributes.s ?? -1), text: "", counts: false };
    } else if (name === "f") {
      this.row.formulas = [...(this.row.formulas ?? []), this.column];
    }
    this.cell.counts = name === "v" || name === "t";
  }

  text(text: string): void {
    if (this.cell.counts) this.cell.text += text;
    if (this.cell.text.length > sheetLimits.cell)
      throw refusedFile(`${this.row.number}. satırın ${this.column + 1}. hücresi 32.767 karakterden uzun.`);
  }

  close(name: string): void {
    this.cell.counts = false;
    if (name === "c") {
      while (this.row.cells.length < this.column) this.row.cells.push("");
      this.row.cells[this.column] = this.valueOf();
      this.column += 1;
    } else if (name === "row" && this.row.cells.some((cell) => cell !== "")) {
      assertWithinLimits(this.row);
      this.rows.push(this.row);
    }
  }

  private valueOf(): string {
    const { type, style, text } = this.cell;
    if (type === "s") return this.book.strings[Number(text)] ?? "";
    if (type !== "n" || text === "") return text;
    const value = Number(text);
    if (this.book.dateStyles.has(style) && value > 0 && value < 2_958_466) {
      return new Date(this.book.epoch + Math.floor(value) * DAY).toISOString().slice(0, 10);
    }
    // 9.9E+10 is how the file writes a whole number; a person wrote its digits.
    return Number.isSafeInteger(value) ? String(value) : text;
  }
}

/** "AB12" → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/gi, "").toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
