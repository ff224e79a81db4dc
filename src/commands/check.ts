/** `cardboard check`: what is wrong with a folder of cards, and nothing else. */
import { formatDiagnostics, type ReportFormat } from '../core/report.ts';
import { exitCodeOf, MISUSE } from './exit-code.ts';
import { startProgress } from './progress.ts';
import { readSettings } from './settings.ts';
import { painter, type Terminal } from './terminal.ts';

export interface CheckArguments {
  readonly format: ReportFormat;
  readonly config?: string;
  readonly strict?: boolean;
}

/** Prints the diagnostics and gives the exit code. Nothing is written to disk. */
export async function runCheck(terminal: Terminal, folder: string, given: CheckArguments): Promise<number> {
  const config = await readSettings(terminal, given.config);
  if (config === null) return MISUSE;
  const { check } = await import('../build.ts');
  const progress = startProgress(terminal);
  try {
    const { cards, diagnostics, sources } = await check(folder, {
      config,
      cacheFile: null,
      effects: progress.effects,
    });
    progress.finish();
    const paint = painter(terminal.out);
    await terminal.out.write(formatDiagnostics(diagnostics, given.format, sources, { cards, paint }));
    return exitCodeOf(diagnostics, given.strict ?? false);
  } finally {
    progress.finish();
  }
}
