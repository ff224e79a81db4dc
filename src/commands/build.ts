/** `cardboard build`: a folder of cards becomes a site. */
import { exitCodeOf, MISUSE } from './exit-code.ts';
import { readHistory } from './history.ts';
import { startProgress } from './progress.ts';
import { CACHE_FILE, readSettings } from './settings.ts';
import { formatSummary } from './summary.ts';
import type { Terminal } from './terminal.ts';

export interface BuildArguments {
  readonly out: string;
  readonly config?: string;
  readonly baseUrl?: string;
  readonly basePath?: string;
  readonly since?: string;
  readonly strict?: boolean;
  readonly timings?: boolean;
  /** False where `--no-cache` is given. */
  readonly cache: boolean;
}

/** Builds, prints what was done, and gives the exit code. */
export async function runBuild(terminal: Terminal, folder: string, given: BuildArguments): Promise<number> {
  const { baseUrl = null, basePath = null } = given;
  const config = await readSettings(terminal, given.config, { baseUrl, basePath });
  if (config === null) return MISUSE;
  const { build } = await import('../build.ts');
  const progress = startProgress(terminal);
  const release = terminal.onInterrupt(() => {
    progress.finish();
    void terminal.error.write(`interrupted: ${given.out} is as it was\n`);
    return 'end the process';
  });
  try {
    const cacheFile = given.cache ? CACHE_FILE : null;
    const days = await readHistory(folder);
    const since = given.since ?? null;
    const { effects } = progress;
    const summary = await build({ folder, out: given.out, config, cacheFile, days, since, effects });
    progress.finish();
    const { calledAs } = terminal;
    const options = { folder, timings: given.timings ?? false, calledAs, workingFolder: process.cwd() };
    await terminal.out.write(formatSummary(summary, terminal.out, options));
    return exitCodeOf(summary.diagnostics, given.strict ?? false);
  } finally {
    progress.finish();
    release();
  }
}
