import { type Archive, openArchive, walkXml } from "../../lib/platform/import/xlsx-archive.ts";

/** Sheets by name in their order; numbers as numbers, text as text. */
export async function readBook(bytes: Uint8Array): Promise<Map<string, (string | number)[][]>> {
  const archive = await openArchive(bytes);
  const names: string[] = [];
  await walked(archive, "xl/workbook.xml", { open: (tag, { name }) => void (tag === "sheet" && names.push(name ?? "")) });
  const sheets = new Map<string, (string | number)[][]>();
  for (const [index, name] of names.entries()) sheets.set(name, await rowsOf(archive, `xl/worksheets/sheet${index + 1}.xml`));
  return sheets;
}

async function rowsOf(archive: Archive, entry: string): Promise<(string | number)[][]> {
  const rows: (string | number)[][] = [];
  let [isText, text] = [false, ""];
  await walked(archive, entry, {
    open: (tag, { t }) => {
      if (tag === "row") rows.push([]);
      if (tag === "c") [isText, text] = [t === "inlineStr", ""];
    },
    text: (piece) => {
      text += piece;
    },
    close: (tag) => {
      if (tag === "c") rows.at(-1)?.push(isText ? text : Number(text));
    },
  });
  return rows;
}

async function walked(...args: Parameters<typeof walkXml>): Promise<void> {
  for await (const _ of walkXml(...args));
}
