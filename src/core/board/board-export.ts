/** A board, or part of it, as text to be taken away: Markdown, CSV, LaTeX, JSON. */
import { csvLine } from '../csv.ts';

export interface TableColumn {
  /** In data: "gsm8k". */
  readonly key: string;
  /** For readers: "GSM8K". */
  readonly name: string;
  readonly isNumber: boolean;
}

export interface TableCell {
  /** As it is shown, with a point and a minus of ASCII; '' where there is none. */
  readonly text: string;
  /** As data has it. */
  readonly value: string | number | null;
}

export interface TakenTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

const TABLE_FORMATS = ['markdown', 'csv', 'latex', 'json'] as const;

export type TableFormat = (typeof TABLE_FORMATS)[number];

/** What stands where nobody reports a number. */
const NONE = '–';

/** White space and signs of control of whatever kind become one space: a cell is one line. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The table in a format. */
export function formatTable(table: TakenTable, format: TableFormat): string {
  return WRITERS[format](table);
}

const WRITERS: Readonly<Record<TableFormat, (table: TakenTable) => string>> = {
  markdown: asMarkdown,
  csv: asCsv,
  latex: asLatex,
  json: asJson,
};

/** A table of GitHub's Markdown; signs with a meaning in it are escaped. */
function asMarkdown({ columns, rows }: TakenTable): string {
  const escaped = (text: string) => oneLine(text).replace(/[\\|`*_~<>[\]]/g, '\\$&');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [
    line(columns.map(({ name }) => escaped(name))),
    line(columns.map(({ isNumber }) => (isNumber ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(({ text }) => (text === '' ? NONE : escaped(text))))),
  ].join('');
}

/** Comma-separated values by RFC 4180, numbers unrounded, safe to open in a spreadsheet. */
function asCsv({ columns, rows }: TakenTable): string {
  return [
    csvLine(columns.map(({ key }) => key)),
    ...rows.map((row) => csvLine(row.map(({ value }) => value))),
  ].join('');
}

const LATEX_SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
};

/** A tabular with the rules of booktabs. */
function asLatex({ columns, rows }: TakenTable): string {
  const escaped = (text: string) =>
    oneLine(text).replace(/[\\~^<>|"&%$#_{}]/g, (sign) => LATEX_SIGNS[sign] ?? `\\${sign}`);
  const cell = ({ text }: TableCell, isNumber: boolean) => {
    if (text === '') return '--';
    return isNumber && text.startsWith('-') ? `$${escaped(text)}$` : escaped(text);
  };
  const line = (cells: readonly string[]) => `${cells.join(' & ')} \\\\\n`;
  return [
    '% needs \\usepackage{booktabs}\n',
    `\\begin{tabular}{${columns.map(({ isNumber }) => (isNumber ? 'r' : 'l')).join('')}}\n`,
    '\\toprule\n',
    line(columns.map(({ name }) => escaped(name))),
    '\\midrule\n',
    ...rows.map((row) => line(row.map((one, place) => cell(one, columns[place]?.isNumber ?? false)))),
    '\\bottomrule\n',
    '\\end{tabular}\n',
  ].join('');
}

/** A list of objects, one a row, with the columns' keys. */
function asJson({ columns, rows }: TakenTable): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map(({ key }, place) => [key, row[place]?.value ?? null])),
  );
  return `${JSON.stringify(objects, null, 1)}\n`;
}
