/** The same cards give the same bytes: whatever the order of files, the time zone, the locale, or the cache. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, ROOT, readProjectFile } from './support/project.ts';
import { syntheticCards } from './support/synthetic-cards.ts';
import { digestTree, makeFolder, remove, writeFiles } from './support/workplace.ts';

const HERE = { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' };
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

const BESIDE = 'test/fixtures/sites/results-beside-a-card/cards';

const CARDS: [string, string][] = [
  ...filesBelow('cards').map((path): [string, string] => [path, readProjectFile(`cards/${path}`)]),
  ...syntheticCards(12),
  ...filesBelow(BESIDE).map((path): [string, string] => [path, readProjectFile(`${BESIDE}/${path}`)]),
];

describe('a site', { timeout: 180_000 }, () => {
  let folder: string;
  let expected: Record<string, string>;

  /** Builds the cards of the folder as a user would, and gives the tree of the site. */
  function build(environment: Record<string, string> = HERE): Record<string, string> {
    const command = [
      join(ROOT, 'node_modules/tsx/dist/cli.mjs'),
      join(ROOT, 'src/cli.ts'),
      'build',
      'cards',
      '--out',
      'dist',
    ];
    const run = spawnSync(process.execPath, command, {
      cwd: folder,
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    });
    expect(run.error).toBeUndefined();
    expect([0, 1], run.stderr).toContain(run.status);
    return digestTree(join(folder, 'dist'));
  }

  /** Paths whose bytes are not the expected ones, missing and additional ones included. */
  function differences(tree: Record<string, string>): string[] {
    const paths = new Set([...Object.keys(expected), ...Object.keys(tree)]);
    return [...paths].filter((path) => tree[path] !== expected[path]).sort();
  }

  beforeAll(() => {
    folder = makeFolder();
    writeFiles(join(folder, 'cards'), CARDS);
    expected = build();
  }, 60_000);
  afterAll(() => remove(folder));

  it('is there', () => {
    expect(Object.keys(expected)).toEqual(
      expect.arrayContaining(['index.html', 'data/claims.jsonl', 'data/results.parquet', 'audit/index.html']),
    );
  });

  it('is the same from a warm cache', () => {
    remove(join(folder, 'dist'));
    expect(differences(build())).toEqual([]);
  });

  it('is the same after a card was changed and changed back, with the old site in place', () => {
    const path = join(folder, 'cards', CARDS[5]?.[0] as string);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `${text}\nGSM8K: 99.5\n`);
    expect(differences(build())).not.toEqual([]);
    writeFileSync(path, text);
    expect(differences(build())).toEqual([]);
  });

  it('is the same after files beside a card were changed, taken away and put back', () => {
    const beside = CARDS.filter(([path]) => /results/.test(path));
    expect(beside).toHaveLength(3);
    const place = (path: string) => join(folder, 'cards', path);
    for (const [path, text] of beside)
      writeFileSync(
        place(path),
        text.replace(/12\.5|0\.61|0\.5871/, (value) => `${value}3`),
      );
    build();
    const claims = readFileSync(join(folder, 'dist/data/claims.jsonl'), 'utf8');
    for (const value of [12.53, 0.613, 0.58713]) expect(claims).toContain(`"value":${value},`);
    for (const [path] of beside) remove(place(path));
    const fewer = build();
    remove(join(folder, '.cardboard'));
    expect(build()).toEqual(fewer);
    for (const [path, text] of beside) writeFileSync(place(path), text);
    expect(differences(build())).toEqual([]);
  });

  it('is the same when its files were made in another order, in another place of the world', () => {
    remove(join(folder, 'cards'));
    remove(join(folder, 'dist'));
    remove(join(folder, '.cardboard'));
    writeFiles(join(folder, 'cards'), [...CARDS].reverse());
    expect(differences(build(ELSEWHERE))).toEqual([]);
  });

  it('is the same when half of its cards were there before', () => {
    for (const path of ['cards', 'dist', '.cardboard']) remove(join(folder, path));
    writeFiles(
      join(folder, 'cards'),
      CARDS.filter((_, index) => index % 2 === 1),
    );
    expect(Object.keys(build(ELSEWHERE)).length).toBeLessThan(Object.keys(expected).length);
    writeFiles(join(folder, 'cards'), CARDS);
    expect(differences(build())).toEqual([]);
  });
});
