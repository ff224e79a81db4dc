/** A site that is compared with one before says what changed, and stays as it is while nothing does. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../src/build.ts';
import { DEFAULT_CONFIG } from '../src/core/config.ts';
import { digestTree, makeFolder, remove, writeFiles } from './support/workplace.ts';

const CARD = (score: number, more = '') =>
  `---\nlicense: mit\n---\n# Zephyr\n\n| Benchmark | Score |\n|---|---|\n| GSM8K (5-shot) | ${score} |\n${more}`;

let folder: string;
beforeAll(() => {
  folder = makeFolder();
});
afterAll(() => remove(folder));

async function site(card: string, out: string, since: string | null): Promise<Record<string, string>> {
  writeFiles(join(folder, 'cards'), [['acme/zephyr/README.md', card]]);
  const days = new Map([['acme/zephyr/README.md', { added: '2026-01-01', changed: '2026-02-02' }]]);
  await build({
    folder: join(folder, 'cards'),
    out: join(folder, out),
    config: DEFAULT_CONFIG,
    cacheFile: null,
    days,
    since: since === null ? null : join(folder, since),
    effects: { now: () => 0, log: () => {}, progress: () => {} },
  });
  return digestTree(join(folder, out));
}

it('is the same, byte for byte, compared with itself', { timeout: 60_000 }, async () => {
  await site(CARD(61.2), 'first', null);
  const changed = await site(CARD(62.5, '| MMLU (5-shot) | 70.1 |\n'), 'second', 'first');
  expect(Object.keys(changed)).toContain('api/v1/changes.json');
  const again = await site(CARD(62.5, '| MMLU (5-shot) | 70.1 |\n'), 'second', 'second');
  expect(again).toEqual(changed);
  expect(await site(CARD(62.5, '| MMLU (5-shot) | 70.1 |\n'), 'third', 'first')).toEqual(changed);
});

it('has nothing to say before the first build', { timeout: 60_000 }, async () => {
  const plain = await site(CARD(61.2), 'plain', null);
  expect(await site(CARD(61.2), 'compared', 'nowhere')).toEqual(plain);
});
