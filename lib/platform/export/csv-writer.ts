/**
 * Text a spreadsheet would compute instead of showing begins with one of these, also behind spaces; a mark before it
 * makes it text (OWASP, "CSV Injection").
 */
const computed = /^[\s\u00a0\ufeff]*[=+\-@\t\r]/;

export const neutralised = (cell: string): string => (computed.test(cell) || cell.startsWith("\t") ? `'${cell}` : cell);

/** One line with semicolons, as a Turkish spreadsheet opens it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(";")}\r\n`;
}

function quoted(cell: string): string {
  const safe = neutralised(cell);
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
