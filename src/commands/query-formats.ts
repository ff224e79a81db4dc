/** How `cardboard query` prints what it found: for people, for programs, for spreadsheets, for documents. */
import { csvLine } from '../core/csv.ts';
import { formatParameters, formatScore, MISSING } from '../core/format.ts';
import { groupThousands, harmless, plural, widthOf } from '../core/report.ts';
import type { QueryAnswer, QueryColumn } from '../query-build.ts';

export const QUERY_FORMATS = ['table', 'json', 'csv', 'markdown'] as const;

export type QueryFormat = (typeof QUERY_FORMATS)[number];

type Cell = string | number | null;

/** Wider texts are cut in a table that people read. */
const WIDEST = 60;

/** The text of an answer; `bold` marks the heads of a table's columns. */
export function formatAnswer(
  answer: QueryAnswer,
  format: QueryFormat,
  bold: (text: string) => string,
): string {
  if (format === 'json') return asJson(answer);
  if (format === 'csv') {
    const head = answer.columns.map(({ key }) => key);
    return [head, ...answer.rows].map((cells) => csvLine(cells)).join('');
  }
  return format === 'markdown' ? asMarkdown(answer) : asTable(answer, bold);
}

/** One object; a row is an object by the columns' keys, one a line. */
function asJson({ canonical, meaning, board, models, found, columns, rows, messages }: QueryAnswer): string {
  const head = {
    query: canonical,
    meaning,
    board,
    models,
    found,
    messages: messages.map(({ code, start, end, sentence, suggestion, ignored }) => {
      return { code, start, end, message: sentence, suggestion, ignored };
    }),
  };
  const lines = rows.map((cells) =>
    JSON.stringify(Object.fromEntries(columns.map(({ key }, place) => [key, cells[place] ?? null]))),
  );
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "rows": ${list}\n}\n`;
}

function asMarkdown({ columns, rows }: QueryAnswer): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const escaped = (text: string) => harmless(text).replace(/[\\|`*_[\]<>&]/g, '\\$&');
  return [
    line(columns.map(({ label }) => escaped(label))),
    line(columns.map((column) => (isNumber(column) ? '---:' : '---'))),
    ...rows.map((cells) =>
      line(columns.map((column, place) => escaped(printed(cells[place] ?? null, column)))),
    ),
  ].join('');
}

function asTable(answer: QueryAnswer, bold: (text: string) => string): string {
  const { columns, rows } = answer;
  if (rows.length === 0) return `${summary(answer)}\n`;
  const texts = rows.map((cells) =>
    columns.map((column, place) => cut(harmless(printed(cells[place] ?? null, column)))),
  );
  const heads = columns.map(({ label }) => cut(harmless(label)));
  const widths = columns.map((_, place) =>
    [heads, ...texts].reduce((widest, cells) => Math.max(widest, widthOf(cells[place] ?? '')), 0),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, place) => {
        const space = ' '.repeat((widths[place] ?? 0) - widthOf(cell));
        return isNumber(columns[place]) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return `${[bold(line(heads)), ...texts.map(line)].join('\n')}\n\n${summary(answer)}\n`;
}

/** "2 of 512 models of MT-Bench: licence is mit", and how many of them are printed. */
function summary({ board, models, found, rows, meaning }: QueryAnswer): string {
  const of = `${groupThousands(found)} of ${plural(models, 'model')}${board === null ? '' : ` of ${harmless(board)}`}`;
  const said = meaning.length === 0 ? '' : `: ${harmless(meaning.join('; '))}`;
  const shown = rows.length < found ? `\n${groupThousands(rows.length)} shown` : '';
  return `${of}${said}${shown}`;
}

function printed(cell: Cell, { kind }: QueryColumn): string {
  if (cell === null) return MISSING;
  if (typeof cell === 'string') return cell;
  return typeof kind === 'number' ? formatScore(cell, kind) : formatParameters(cell);
}

function isNumber(column: QueryColumn | undefined): boolean {
  return column !== undefined && column.kind !== 'text';
}

function cut(text: string): string {
  if (widthOf(text) <= WIDEST) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept) >= WIDEST - 2) break;
    kept += character;
  }
  return `${kept}…`;
}
