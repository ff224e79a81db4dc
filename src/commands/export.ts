/** `cardboard export`: the results of a folder of cards in another format. */
import type { ExportFormat } from '../core/export-formats.ts';
import { groupThousands, plural } from '../core/report.ts';
import type { ExportSummary } from '../export-build.ts';
import { CLEAN, MISUSE, PROBLEMS } from './exit-code.ts';
import { startProgress } from './progress.ts';
import { readSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface ExportArguments {
  readonly format: ExportFormat;
  readonly out: string;
  /** "2026-02-03". */
  readonly date?: string;
  readonly config?: string;
}

/** As many files are named that could not be replaced. */
const MOST_NAMED = 10;

/**
 * Exports, prints what was written and what the format has no place for, and gives the exit code. Problems of cards are
 * no failure of this command: their number goes to the error stream.
 */
export async function runExport(terminal: Terminal, folder: string, given: ExportArguments): Promise<number> {
  const config = await readSettings(terminal, given.config);
  if (config === null) return MISUSE;
  const { exportCards } = await import('../export-build.ts');
  const progress = startProgress(terminal);
  try {
    const { format, out } = given;
    const retrieved = secondsOf(given.date ?? today());
    const summary = await exportCards({ folder, out, format, config, retrieved, effects: progress.effects });
    progress.finish();
    await terminal.out.write(formatExport(summary));
    await complain(terminal, summary, given);
    return summary.foreign.length > 0 ? PROBLEMS : CLEAN;
  } finally {
    progress.finish();
  }
}

function formatExport(summary: ExportSummary): string {
  const { exported, leftOut, lostErrors, files, written } = summary;
  const missing = leftOut.reduce((sum, { results }) => sum + results, 0);
  const lines = [
    `cards     ${groupThousands(summary.cards)} read`,
    `results   ${groupThousands(exported)} exported, ${groupThousands(missing)} left out`,
    ...leftOut.map(({ reason, results }) => `          ${groupThousands(results)}: ${reason}`),
    ...(lostErrors === 0
      ? []
      : [`          ${plural(lostErrors, 'standard error')} left out: the format has no place for them`]),
    `files     ${groupThousands(files)} made, ${groupThousands(written)} new or changed`,
  ];
  return `${lines.join('\n')}\n`;
}

async function complain(terminal: Terminal, summary: ExportSummary, { out }: ExportArguments): Promise<void> {
  const { cards, diagnostics, foreign } = summary;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (cards === 0) await terminal.error.write('no cards were found\n');
  if (errors > 0)
    await terminal.error.write(
      `${plural(errors, 'error')} in ${plural(cards, 'card')}; ${terminal.calledAs} check says which\n`,
    );
  for (const path of foreign.slice(0, MOST_NAMED))
    await terminal.error.write(`${out}/${path} was not written by an export and stays as it is\n`);
  if (foreign.length > MOST_NAMED)
    await terminal.error.write(`so do ${groupThousands(foreign.length - MOST_NAMED)} more files\n`);
}

/** Builds that must be the same again set SOURCE_DATE_EPOCH: https://reproducible-builds.org/specs/source-date-epoch/. */
function today(): string {
  const given = process.env.SOURCE_DATE_EPOCH;
  const now = given !== undefined && /^\d{1,11}$/.test(given) ? Number(given) * 1000 : Date.now();
  return new Date(now).toISOString().slice(0, 10);
}

function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}
