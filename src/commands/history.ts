/** When cards were added and last changed, as the repository that holds them says; file times say nothing after a checkout. */
import { execFile } from 'node:child_process';
import type { CardDays } from '../core/card.ts';

/** A history that takes longer is left unread: the dates are an ornament, the build is not. */
const MOST_MILLISECONDS = 10_000;

/**
 * By path below the folder, the days ("2026-11-21") of the commits that added and last changed it. Empty where there is
 * no repository, no git, or only the one commit of a shallow clone.
 */
export function readHistory(folder: string): Promise<ReadonlyMap<string, CardDays>> {
  const what = [
    'log',
    '--no-ext-diff',
    '--no-renames',
    '--diff-filter=AM',
    '--relative',
    '--name-status',
    '-z',
  ];
  const given = ['-C', folder, '-c', 'core.quotePath=off', ...what, '--format=%x01%cs', '--', '.'];
  const options = { timeout: MOST_MILLISECONDS, maxBuffer: 256 * 1024 * 1024, encoding: 'utf8' as const };
  return new Promise((resolve) => {
    execFile('git', given, options, (error, output) => resolve(error ? new Map() : parseHistory(output)));
  });
}

/**
 * Reads git's answer: commits start with \x01 and their day, the newest first; then, each ended by \0, a letter for
 * what was done and a name.
 */
export function parseHistory(output: string): Map<string, CardDays> {
  const changed = new Map<string, string>();
  const added = new Map<string, string>();
  for (const commit of output.split('\u0001')) {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(commit)?.[0];
    if (day === undefined) continue;
    const parts = commit
      .slice(day.length)
      .replace(/^[\0\n]+/, '')
      .split('\0');
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const [deed, path] = [parts[at] as string, parts[at + 1] as string];
      if (path === '') continue;
      if (!changed.has(path)) changed.set(path, day);
      if (deed === 'A' && !added.has(path)) added.set(path, day);
    }
  }
  if (new Set(added.values()).size < 2) return new Map();
  return new Map([...added].map(([path, day]) => [path, { added: day, changed: changed.get(path) ?? day }]));
}
