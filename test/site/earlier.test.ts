/** An earlier site is read as far as it can be, and mistaken folders are named. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readEarlier } from '../../src/site/earlier.ts';
import { makeFolder, remove } from '../support/workplace.ts';

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => remove(folder));

const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const RESULT = {
  id: 'a1',
  model: 'acme/zephyr',
  benchmark: 'gsm8k',
  metric: 'exact_match',
  shots: 5,
  setting: null,
  split: null,
  score: 61.2,
  unit: 'percent',
  decimals: 1,
};

it('is nothing before the first build', () => {
  expect(readEarlier(join(folder, 'nowhere'))).toBeNull();
});

it('must be a site', () => {
  expect(() => readEarlier(folder)).toThrow('is not a site of Cardboard');
});

it('gives its results and the changes it knew, without what cannot be read', () => {
  const change = { ...RESULT, kind: 'changed', before: 60, day: '2026-11-21' };
  write('data/results.jsonl', `${JSON.stringify({ ...RESULT, claims: [] })}\nnonsense\n{"id":7}\n\n`);
  write(
    'api/v1/changes.json',
    JSON.stringify({ counts: { added: 0, changed: 1, removed: 0 }, changes: [change] }),
  );
  expect(readEarlier(folder)).toEqual({
    results: [RESULT],
    counts: { added: 0, changed: 1, removed: 0 },
    changes: [change],
  });
  write('api/v1/changes.json', '{"counts":');
  expect(readEarlier(folder)?.changes).toEqual([]);
});
