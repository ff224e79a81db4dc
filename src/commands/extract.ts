/** `cardboard extract`: the claims of cards as JSON lines. */
import { plural } from '../core/report.ts';
import { CLEAN, MISUSE } from './exit-code.ts';
import { startProgress } from './progress.ts';
import { readSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface ExtractArguments {
  /** Also the claims that are held. */
  readonly all?: boolean;
  readonly config?: string;
}

/**
 * Prints one claim a line, card by card in path order. Problems of cards are no failure of this command: their
 * number goes to the error stream.
 */
export async function runExtract(
  terminal: Terminal,
  places: readonly string[],
  given: ExtractArguments,
): Promise<number> {
  const config = await readSettings(terminal, given.config);
  if (config === null) return MISUSE;
  const { extract } = await import('../build.ts');
  const progress = startProgress(terminal);
  let cards = 0;
  let errors = 0;
  try {
    for await (const card of extract([...places], { config, effects: progress.effects })) {
      cards++;
      errors += card.diagnostics.filter(({ severity }) => severity === 'error').length;
      const claims = given.all ? card.claims : card.claims.filter(({ status }) => status === 'accepted');
      if (claims.length === 0) continue;
      progress.finish();
      await terminal.out.write(claims.map((claim) => `${JSON.stringify(claim)}\n`).join(''));
    }
  } finally {
    progress.finish();
  }
  if (cards === 0) await terminal.error.write('no cards were found\n');
  if (errors > 0)
    await terminal.error.write(
      `${plural(errors, 'error')} in ${plural(cards, 'card')}; ${terminal.calledAs} check says which\n`,
    );
  return CLEAN;
}
