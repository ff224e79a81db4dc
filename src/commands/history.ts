/** When cards were added, as the repository that holds them says; file times say nothing after a checkout. */
import { execFile } from 'node:child_process';

/** A history that takes longer is left unread: the dates are an ornament, the build is not. */
const MOST_MILLISECONDS = 10_000;

/**
 * Path below the folder → day of the commit that added it ("2026-11-21"). Empty where there is no repository, no git,
 * or only the one commit of a shallow clone.
 */
export function readHistory(folder: string): Promise<ReadonlyMap<string, string>> {
  const what = ['log', '--no-ext-diff', '--no-renames', '--diff-filter=A', '--relative', '--name-only', '-z'];
  const given = ['-C', folder, '-c', 'core.quotePath=off', ...what, '--format=%x01%cs', '--', '.'];
  const options = { timeout: MOST_MILLISECONDS, maxBuffer: 256 * 1024 * 1024, encoding: 'utf8' as const };
  return new Promise((resolve) => {
    execFile('git', given, options, (error, output) => resolve(error ? new Map() : parseHistory(output)));
  });
}

/** Reads git's answer: commits start with \x01 and their day, names end with \0, the newest commit first. */
export function parseHistory(output: string): Map<string, string> {
  const days = new Map<string, string>();
  for (const commit of output.split('\u0001')) {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(commit)?.[0];
    if (day === undefined) continue;
    for (const name of commit.slice(day.length).split('\0')) {
      const path = name.replace(/^\n+/, '');
      if (path !== '' && !days.has(path)) days.set(path, day);
    }
  }
  return new Set(days.values()).size > 1 ? days : new Map();
}
