/** Prints diagnostics for people, for programs, and for GitHub's annotations. */
import { compareText, firstDifference } from './compare.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';

export const REPORT_FORMATS = ['text', 'json', 'github'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export type ReportStyle = 'place' | 'error' | 'warning' | 'info' | 'code' | 'frame' | 'caret' | 'hint';

export interface ReportOptions {
  /** Number of cards that were read, for the summary. */
  readonly cards?: number;
  /** Colours a piece of the text format; left out, nothing is coloured. */
  readonly paint?: (style: ReportStyle, text: string) => string;
}

/** Orders diagnostics by file, line, column, code, message. */
function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return firstDifference(
    compareText(a.file, b.file),
    a.line - b.line,
    a.column - b.column,
    compareText(a.code, b.code),
    compareText(a.message, b.message),
  );
}

/**
 * Prints diagnostics in a fixed order, each line ended by a line feed. 'text' shows the line each is about, asked of
 * `sources` by file (null: not at hand), and ends with a summary; 'json' is one array of the fields of `Diagnostic`,
 * an object a line; 'github' is one workflow command a line.
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: ReportFormat,
  sources: (file: string) => string | null,
  options: ReportOptions = {},
): string {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  if (format === 'json') {
    if (sorted.length === 0) return '[]\n';
    return `[\n${sorted.map((diagnostic) => JSON.stringify(diagnostic)).join(',\n')}\n]\n`;
  }
  if (format === 'github') return sorted.map((diagnostic) => `${annotation(diagnostic)}\n`).join('');
  const paint = options.paint ?? ((_style, text) => text);
  const linesOf = lineReader(sources);
  const blocks = sorted.map((diagnostic) =>
    describe(diagnostic, linesOf(diagnostic.file, diagnostic.line), paint),
  );
  return `${blocks.join('')}${summarise(sorted, options.cards)}\n`;
}

/** "1 error, 3 warnings in 812 cards"; infos are counted where there are any. */
export function summarise(diagnostics: readonly Diagnostic[], cards?: number): string {
  const count = (severity: Severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const infos = count('info');
  const counts = [plural(count('error'), 'error'), plural(count('warning'), 'warning')];
  if (infos > 0) counts.push(plural(infos, 'info'));
  return `${counts.join(', ')}${cards === undefined ? '' : ` in ${plural(cards, 'card')}`}`;
}

/** "1 card", "1,989 cards". */
export function plural(count: number, noun: string): string {
  return `${groupThousands(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** "1,989", whatever the locale. */
export function groupThousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Remembers the lines of the last file asked for: sorted diagnostics ask for one file after another. */
function lineReader(sources: (file: string) => string | null): (file: string, line: number) => string | null {
  let last: { file: string; lines: string[] } | null = null;
  return (file, line) => {
    if (last?.file !== file) {
      const text = sources(file);
      last = { file, lines: text === null ? [] : text.split(/\r\n|\r|\n/) };
    }
    return last.lines[line - 1] ?? null;
  };
}

function describe(
  diagnostic: Diagnostic,
  source: string | null,
  paint: NonNullable<ReportOptions['paint']>,
): string {
  const { severity, code, file, line, column, hint } = diagnostic;
  const place = paint('place', `${harmless(file)}:${line}:${column}`);
  const head = `${place} ${paint(severity, severity)} ${paint('code', code)}  ${harmless(diagnostic.message)}\n`;
  const frame = source === null ? '' : codeFrame(diagnostic, source, paint);
  return `${head}${frame}${hint === undefined ? '' : `     ${paint('hint', `hint: ${harmless(hint)}`)}\n`}`;
}

/** Longest part of a line that is shown. */
const FRAME_WIDTH = 100;

function codeFrame(
  diagnostic: Diagnostic,
  source: string,
  paint: NonNullable<ReportOptions['paint']>,
): string {
  const start = Math.min(Math.max(diagnostic.column, 1), source.length + 1) - 1;
  const wanted = Math.max(start + 1, (diagnostic.endColumn ?? diagnostic.column + 1) - 1);
  const marked = markPlace(source, start, wanted);
  if (marked === null) return '';
  const number = paint('frame', String(diagnostic.line).padStart(4));
  const bar = paint('frame', '|');
  return `${number} ${bar} ${marked.text}\n     ${bar} ${marked.indent}${paint('caret', marked.carets)}\n`;
}

/**
 * A line with the part from `start` up to `end` (offsets into it) marked by carets below; a long line is cut around the
 * part. Null where there is nothing to see.
 */
export function markPlace(
  source: string,
  start: number,
  end: number,
): { readonly text: string; readonly indent: string; readonly carets: string } | null {
  const from =
    source.length <= FRAME_WIDTH ? 0 : Math.max(0, Math.min(start - 40, source.length - FRAME_WIDTH));
  const to = Math.min(source.length, from + FRAME_WIDTH);
  const before = (from > 0 ? '…' : '') + oneWide(source.slice(from, start));
  const marked = oneWide(source.slice(start, Math.min(end, to)));
  const rest = oneWide(source.slice(Math.min(end, to), to)) + (to < source.length ? '…' : '');
  if (before.trim() === '' && marked.trim() === '' && rest.trim() === '') return null;
  return {
    text: `${before}${marked}${rest}`.trimEnd(),
    indent: ' '.repeat(widthOf(before)),
    carets: '^'.repeat(Math.max(1, widthOf(marked))),
  };
}

/** Shows control characters as pictures, so that a card cannot steer a terminal, and tabs as one space. */
function oneWide(text: string): string {
  return harmless(text.replace(/\t/g, ' '));
}

/** Replaces what could steer a terminal or turn the direction of text. */
export function harmless(text: string): string {
  return text
    .replace(/\r\n|[\r\n\u2028\u2029]/g, ' ')
    .replace(/\p{Cc}/gu, (control) => {
      const code = control.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
    })
    .replace(/\p{Cs}|\p{Bidi_Control}|\ufeff/gu, '\ufffd');
}

/** How many columns of a terminal a text takes: wide East Asian characters and emoji take two, marks that combine take none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}|\ufe0f/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions, "Setting a notice/warning/error message". */
function annotation(diagnostic: Diagnostic): string {
  const command = diagnostic.severity === 'info' ? 'notice' : diagnostic.severity;
  const properties: [string, string | number][] = [
    ['file', diagnostic.file],
    ['line', diagnostic.line],
    ['endLine', diagnostic.line],
    ['col', diagnostic.column],
  ];
  if (diagnostic.endColumn !== undefined)
    properties.push(['endColumn', Math.max(diagnostic.column, diagnostic.endColumn - 1)]);
  properties.push(['title', diagnostic.code]);
  const written = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  const hint = diagnostic.hint === undefined ? '' : `\nhint: ${diagnostic.hint}`;
  return `::${command} ${written}::${escapeData(`${diagnostic.message}${hint}`)}`;
}

function escapeData(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(/\p{Cc}|\p{Cs}/gu, '\ufffd');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
