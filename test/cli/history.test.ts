/** Days of cards come from the repository's history. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseHistory, readHistory } from '../../src/commands/history.ts';
import { formatDay } from '../../src/core/format.ts';
import { makeFolder, remove } from '../support/workplace.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) remove(folder);
});

function repository(): string {
  const folder = makeFolder();
  folders.push(folder);
  execFileSync('git', ['init', '-q'], { cwd: folder });
  return folder;
}

function commit(folder: string, day: string, paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), `${path} ${day}`);
  }
  const env = { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z`, GIT_AUTHOR_DATE: `${day}T12:00:00Z` };
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  execFileSync('git', ['add', '.'], { cwd: folder });
  execFileSync('git', [...who, 'commit', '-q', '-m', 'x'], { cwd: folder, env });
}

describe('the day a card was added', () => {
  it('is that of the commit that added it, beside the day of its last change', async () => {
    const folder = repository();
    commit(folder, '2026-01-05', ['cards/acme/first.md']);
    commit(folder, '2026-03-09', ['cards/acme/ümläut name.md', 'other/file.md']);
    commit(folder, '2026-04-01', ['cards/acme/first.md']);
    expect(Object.fromEntries(await readHistory(join(folder, 'cards')))).toEqual({
      'acme/first.md': { added: '2026-01-05', changed: '2026-04-01' },
      'acme/ümläut name.md': { added: '2026-03-09', changed: '2026-03-09' },
    });
  });

  it('is unknown without a repository, and where one commit holds everything', async () => {
    const plain = makeFolder();
    folders.push(plain);
    expect((await readHistory(plain)).size).toBe(0);
    expect((await readHistory(join(plain, 'nowhere'))).size).toBe(0);
    const shallow = repository();
    commit(shallow, '2026-01-05', ['cards/a.md', 'cards/b.md']);
    expect((await readHistory(join(shallow, 'cards'))).size).toBe(0);
  });

  it('is read from whatever git prints, without a throw', () => {
    expect(parseHistory('').size).toBe(0);
    expect(parseHistory('\u0001nonsense\0\n\u0001').size).toBe(0);
  });

  it('is printed without a locale', () => {
    expect(formatDay('2026-11-21')).toBe('21 Nov 2026');
    expect(formatDay('soon')).toBe('soon');
  });
});
