// The yearbook as a workbook: contents with links, notes, and a sheet a table.
import type { BookSheet, Cell } from "../platform/export/xlsx-book.ts";
import { noticeOf, type Publication } from "./publication.ts";
import { issuer } from "./publication-notes.ts";
import { notesSheet, tableSheet } from "./sheets.ts";

const contents = "İçindekiler";
const explanation = "Açıklama";

export function yearbookSheets(publication: Publication): BookSheet[] {
  const tables = publication.tables.map((table, index) => ({ name: `Tablo ${index + 1}`, table }));
  const sheets = tables.map(({ name, table }) => tableSheet(name, { ...table, title: `${name}. ${table.title}` }, publication, contents));
  return [
    contentsSheet(
      publication,
      tables.map(({ name, table }) => ({ name, title: table.title })),
    ),
    notesSheet(explanation, publication),
    ...sheets,
  ];
}

function contentsSheet(publication: Publication, tables: readonly { name: string; title: string }[]): BookSheet {
  const notice = noticeOf(publication);
  const line = (name: string, title: string): Cell[] => [
    { look: "link", value: name, sheet: name },
    { look: "text", value: title },
  ];
  return {
    name: contents,
    widths: [14, 92],
    rows: [
      [{ look: "subtitle", value: issuer }],
      [{ look: "title", value: publication.title }],
      [{ look: "subtitle", value: publication.subtitle }],
      notice
        ? [
            { look: "field", value: "Dikkat" },
            { look: "field", value: notice },
          ]
        : [],
      [
        { look: "head", value: "Sayfa" },
        { look: "head", value: "İçerik" },
      ],
      line(explanation, "Tanım, kaynak, gizleme kuralı ve simgeler"),
      ...tables.map(({ name, title }) => line(name, title)),
    ],
    heights: { 1: 20 },
    frozen: { rows: 0, columns: 0 },
    merged: [],
    isLandscape: false,
  };
}
