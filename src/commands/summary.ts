/** Prints what a build did. */
import { relative, sep } from 'node:path';
import type { BuildSummary } from '../build.ts';
import { CODES, type Code } from '../core/codes.ts';
import { compareText } from '../core/compare.ts';
import { groupThousands, plural } from '../core/report.ts';
import type { Stream } from './terminal.ts';

export interface SummaryOptions {
  /** The folder of cards, as it was given. */
  readonly folder: string;
  /** Shows how much each stage handled. */
  readonly timings: boolean;
  /** What is typed before a command. */
  readonly calledAs: string;
  /** The working folder. */
  readonly workingFolder: string;
}

/** Codes of problems that are listed; the rest is counted. */
const CODES_LISTED = 12;

/** The summary as text, each line ended by a line feed. */
export function formatSummary(
  summary: BuildSummary,
  stream: Pick<Stream, 'colour'>,
  options: SummaryOptions,
): string {
  const { colour } = stream;
  const number = (count: number) => colour('bold', groupThousands(count));
  const cached =
    summary.cached === 0 ? '' : `, ${groupThousands(summary.cached)} of them unchanged since the last build`;
  const facts: [string, string][] = [
    ['cards', `${number(summary.cards)} read${cached}`],
    ['claims', `${number(summary.accepted)} accepted, ${number(summary.held)} held`],
    ['results', number(summary.results)],
    ['models', number(summary.models)],
    ['boards', number(summary.boards)],
    ['pages', `${number(summary.pages)}, ${plural(summary.written, 'file')} written`],
    ['warnings', countOf(summary, 'warning', colour)],
  ];
  if (summary.diagnostics.some(({ severity }) => severity === 'error')) {
    facts.push(['errors', countOf(summary, 'error', colour)]);
  }
  const parts = [
    facts.map(([label, text]) => `${colour('dim', label.padEnd(9))} ${text}\n`).join(''),
    problems(summary, stream, options),
    stages(summary, stream, options.timings),
    whereToLook(summary, stream, options),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function countOf(summary: BuildSummary, severity: 'error' | 'warning', colour: Stream['colour']): string {
  const count = summary.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  if (count === 0) return colour('green', '0');
  return colour(severity === 'error' ? 'red' : 'yellow', groupThousands(count));
}

/** Errors and warnings by code, errors and the most frequent first. */
function problems(
  summary: BuildSummary,
  { colour }: Pick<Stream, 'colour'>,
  options: SummaryOptions,
): string {
  const counts = new Map<Code, { severity: string; count: number }>();
  for (const { code, severity } of summary.diagnostics) {
    if (severity === 'info') continue;
    const entry = counts.get(code) ?? { severity, count: 0 };
    entry.count++;
    counts.set(code, entry);
  }
  if (counts.size === 0) return '';
  const sorted = [...counts].sort(
    ([a, x], [b, y]) => compareText(x.severity, y.severity) || y.count - x.count || compareText(a, b),
  );
  const widest = Math.max(...sorted.map(([, { count }]) => groupThousands(count).length));
  const longest = Math.max(...sorted.slice(0, CODES_LISTED).map(([code]) => code.length));
  const lines = sorted.slice(0, CODES_LISTED).map(([code, { severity, count }]) => {
    const amount = colour(severity === 'error' ? 'red' : 'yellow', groupThousands(count).padStart(widest));
    return `  ${amount}  ${code.padEnd(longest)}  ${colour('dim', CODES[code].title)}\n`;
  });
  if (sorted.length > CODES_LISTED)
    lines.push(`  and ${plural(sorted.length - CODES_LISTED, 'more kind')}\n`);
  const command = colour('cyan', `${options.calledAs} check ${quoteForShell(options.folder)}`);
  return `${lines.join('')}  ${command} shows each of them in its place.\n`;
}

function stages(summary: BuildSummary, { colour }: Pick<Stream, 'colour'>, withCounts: boolean): string {
  const rows: { stage: string; milliseconds: number; count: number }[] = [];
  for (const timing of summary.timings) {
    // A stage may come in several parts, with others between them.
    const same = rows.find(({ stage }) => stage === timing.stage);
    if (same === undefined) rows.push({ ...timing });
    else same.milliseconds += timing.milliseconds;
  }
  const total = summary.timings.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  rows.push({ stage: 'total', milliseconds: total, count: -1 });
  const widest = Math.max(...rows.map(({ stage }) => stage.length));
  const times = rows.map(({ milliseconds }) => duration(milliseconds));
  const longest = Math.max(...times.map((time) => time.length));
  return rows
    .map(({ stage, count }, index) => {
      const time = (times[index] as string).padStart(longest);
      const amount = withCounts && count >= 0 ? `  ${colour('dim', `${groupThousands(count)} handled`)}` : '';
      return `${colour('dim', stage.padEnd(widest))} ${time}${amount}\n`;
    })
    .join('');
}

function whereToLook(
  summary: BuildSummary,
  { colour }: Pick<Stream, 'colour'>,
  { calledAs, workingFolder }: SummaryOptions,
): string {
  const near = relative(workingFolder, summary.out).split(sep).join('/');
  const folder = near === '' ? '.' : near.startsWith('..') ? summary.out : near;
  // In the repository `npm run serve` is the shorter way.
  const [serve, more] = calledAs.startsWith('npm ') ? ['npm run serve', ' --'] : [`${calledAs} serve`, ''];
  const command = folder === 'dist' ? serve : `${serve}${more} ${quoteForShell(folder)}`;
  return `Open ${colour('cyan', `${folder}/index.html`)}, or look at it with ${colour('cyan', command)}.\n`;
}

/** "412 ms", "3.2 s", "2 min 5 s". */
export function duration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function quoteForShell(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
