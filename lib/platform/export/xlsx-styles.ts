// The few looks a table of an office needs. Numbers stay numbers: their groups and decimals come from the reader's own
// spreadsheet, which writes 51.884 and 44,7 in Türkiye.

const number = { count: "#,##0", decimal: "#,##0.0", year: "0" } as const;
export type NumberLook = keyof typeof number;

type Look = {
  bold?: true;
  size?: number;
  grey?: true;
  fill?: true;
  rule?: true;
  link?: true;
  wrap?: true;
  right?: true;
  format?: NumberLook;
};

const looks = {
  text: {},
  title: { bold: true, size: 14 },
  subtitle: { grey: true },
  head: { bold: true, fill: true, wrap: true },
  headRight: { bold: true, fill: true, wrap: true, right: true },
  label: { wrap: true },
  field: { bold: true, wrap: true },
  note: { grey: true, size: 9, wrap: true },
  link: { link: true },
  symbol: { right: true },
  totalLabel: { bold: true, rule: true },
  totalSymbol: { bold: true, rule: true, right: true },
  count: { format: "count" },
  decimal: { format: "decimal" },
  year: { format: "year" },
  totalCount: { bold: true, rule: true, format: "count" },
  totalDecimal: { bold: true, rule: true, format: "decimal" },
} as const satisfies Record<string, Look>;

export type CellLook = keyof typeof looks;
const names = Object.keys(looks) as CellLook[];

/** The number of a look in the sheet's cells; 0 is a plain cell. */
export const styleOf = (look: CellLook): number => names.indexOf(look);

const all: readonly Look[] = names.map((name) => looks[name]);
const custom = 164;
const formats = Object.keys(number) as NumberLook[];

function colourOf({ link, grey }: Look): string {
  if (link) return "FF0B6E8F";
  return grey ? "FF5A6673" : "FF131B24";
}

/** Years are names and stand with their column's head; other numbers stand under each other. */
function sideOf({ format, right }: Look): string {
  if (format === "year") return ' horizontal="left"';
  return right || format ? ' horizontal="right"' : "";
}

const fontXml = (look: Look): string => {
  const { bold, size, link } = look;
  const colour = colourOf(look);
  return `<font>${bold ? "<b/>" : ""}${link ? "<u/>" : ""}<sz val="${size ?? 10}"/><color rgb="${colour}"/><name val="Calibri"/><family val="2"/></font>`;
};

const fillXml = ({ fill }: Look): string =>
  fill ? '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF2"/><bgColor indexed="64"/></patternFill></fill>' : "";

const styleXml = (look: Look, index: number): string => {
  const { format, fill, rule, wrap } = look;
  const numberId = format ? custom + formats.indexOf(format) : 0;
  return (
    `<xf numFmtId="${numberId}" fontId="${index}" fillId="${fill ? 2 : 0}" borderId="${rule ? 1 : 0}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1">` +
    `<alignment vertical="top"${sideOf(look)}${wrap ? ' wrapText="1"' : ""}/></xf>`
  );
};

export const stylesXml = (): string =>
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<numFmts count="${formats.length}">${formats.map((name, index) => `<numFmt numFmtId="${custom + index}" formatCode="${number[name]}"/>`).join("")}</numFmts>` +
  `<fonts count="${all.length}">${all.map(fontXml).join("")}</fonts>` +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fillXml({ fill: true })}</fills>` +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left/><right/><top style="thin"><color rgb="FF131B24"/></top><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${all.length}">${all.map(styleXml).join("")}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
