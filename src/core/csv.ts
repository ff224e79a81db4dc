/** Comma-separated values by RFC 4180, safe to open in a spreadsheet. */

/** Starts that a spreadsheet reads as a formula, or that lead it past such a check. */
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * One line with its line end. Text is quoted where it must be, and text that a spreadsheet would run as a formula
 * gets an apostrophe in front (OWASP's advice on CSV injection); numbers stay as they are, missing cells are empty.
 */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | boolean | null): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
