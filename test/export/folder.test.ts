/** An export of a folder: the sample cards, exported and read again. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import type { ExportFormat } from '../../src/core/export-formats.ts';
import type { Result } from '../../src/core/result.ts';
import { exportCards } from '../../src/export-build.ts';

const root = mkdtempSync(join(tmpdir(), 'export-folder-'));
afterAll(() => rmSync(root, { recursive: true }));

const effects = { now: () => 0, log: () => {}, progress: () => {} };
const run = (folder: string, format: ExportFormat, name: string) =>
  exportCards({ folder, out: join(root, name), format, config: DEFAULT_CONFIG, retrieved: 0, effects });

const resultsIn = (name: string): Result[] =>
  readFileSync(join(root, name, 'results.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Every file below a folder, by path. */
const filesIn = (name: string) =>
  Object.fromEntries(
    readdirSync(join(root, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(join(root, name).length), readFileSync(path, 'base64')]),
  );

describe('the sample cards', () => {
  it('exported as cards with a model-index are cards with the same results', async () => {
    const first = await run('cards', 'model-index', 'index');
    await run('cards', 'jsonl', 'before');
    const again = await run(join(root, 'index'), 'jsonl', 'after');
    expect(again.results).toBe(first.exported);
    const keyOf = ({ model, benchmark, metric, shots, setting, split, score, unit }: Result) =>
      JSON.stringify([model, benchmark, metric, shots, setting?.toLowerCase(), split, score, unit]);
    const before = new Set(resultsIn('before').map(keyOf));
    expect(resultsIn('after').filter((result) => !before.has(keyOf(result)))).toEqual([]);
    expect(first.exported).toBeGreaterThan(100);
  });

  it.each(['every-eval-ever', 'eval-results', 'model-index', 'parquet', 'csv', 'jsonl'] as const)(
    'give the same bytes twice as %s, and the second time nothing is written',
    async (format) => {
      const first = await run('cards', format, `${format}-1`);
      await run('cards', format, `${format}-2`);
      expect(filesIn(`${format}-2`)).toEqual(filesIn(`${format}-1`));
      expect(Object.keys(filesIn(`${format}-1`))).toHaveLength(first.files);
      expect(await run('cards', format, `${format}-1`)).toMatchObject({ written: 0, foreign: [] });
    },
  );
});
