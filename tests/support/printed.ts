import { expect, type Page } from "@playwright/test";
import { pdfLines, pdfText } from "../unit/fixtures/pdf-text.ts";

/** Words of the frame around a page; none of them belongs on paper. */
const chrome = /Ara ya da komut yaz|Gösterim · veriler sentetik|İzin kayıtları|yazdır$/m;
const a4 = [595, 842];

/** The page as the printer gets it: A4 either way up, each sheet's lines, and nothing of the frame. */
export async function printedPages(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString("latin1")) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))].toSorted((a, b) => a - b)).toEqual(a4);
  const sheets = (await pdfText(pdf)).map((sheet) => pdfLines(sheet).join("\n"));
  for (const sheet of sheets) expect(sheet).not.toMatch(chrome);
  return sheets;
}
