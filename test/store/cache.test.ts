/** The cache gives back what was saved, forgets what is to be forgotten, and survives any file. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CardReading, NO_METADATA } from '../../src/core/card.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import {
  SAMPLE_REGISTRY,
  sampleBenchmark,
  sampleBoard,
  sampleClaim,
  sampleModel,
  sampleResult,
} from './samples.ts';

let folder: string;
let file: string;
const stores: Store[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'deep', 'results.duckdb');
});
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string | null = file): Promise<Store> {
  const store = await openStore(path);
  stores.push(store);
  return store;
}

function reading(path: string, html = '<p>card</p>'): CardReading {
  return {
    path,
    file: `cards/${path}`,
    hash: 'h',
    identity: {
      id: path,
      owner: null,
      name: path,
      displayName: path,
      displayNameFrom: 'path',
      names: [path],
    },
    metadata: NO_METADATA,
    claims: [sampleClaim({ card: path })],
    diagnostics: [],
    html,
  };
}

describe('readings', () => {
  it('come back as they were saved, in a later store too, and only under the keys asked for', async () => {
    const first = await open();
    expect(await first.readCached(['a', 'b'])).toEqual(new Map());
    await first.saveReadings([
      { key: 'a', reading: reading('a.md') },
      { key: 'b', reading: reading('b.md') },
    ]);
    first.close();
    const second = await open();
    expect(second.path).toBe(file);
    expect(await second.readCached(['b', 'c'])).toEqual(new Map([['b', reading('b.md')]]));
  });

  it('are replaced under the same key, and forgotten when pruned', async () => {
    const store = await open();
    await store.saveReadings([
      { key: 'a', reading: reading('a.md', 'old') },
      { key: 'a', reading: reading('a.md', 'newer') },
      { key: 'b', reading: reading('b.md') },
    ]);
    await store.saveReadings([{ key: 'a', reading: reading('a.md', 'newest') }]);
    await store.prune(['a', 'elsewhere']);
    const cached = await store.readCached(['a', 'b']);
    expect([...cached].map(([key, value]) => [key, value.html])).toEqual([['a', 'newest']]);
    await store.prune([]);
    expect((await store.readCached(['a'])).size).toBe(0);
  });

  it('keep any text: quotes, null characters, halves of characters', async () => {
    const store = await open(null);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\0', '\ud800', "'", '😀'),
        async (a, b) => {
          const saved = reading(`${a}${b}.md`, `${b}${a}`);
          await store.saveReadings([{ key: 'k', reading: saved }]);
          expect((await store.readCached(['k'])).get('k')).toEqual(saved);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stay when the results of a build are written', async () => {
    const store = await open();
    await store.saveReadings([{ key: 'a', reading: reading('a.md') }]);
    await writeOne(store, 50);
    expect((await store.readCached(['a'])).size).toBe(1);
  });
});

async function writeOne(store: Store, score: number): Promise<void> {
  await store.write({
    cards: [],
    models: [sampleModel('m')],
    benchmarks: [sampleBenchmark('x')],
    claims: [sampleClaim()],
    results: [sampleResult({ model: 'm', benchmark: 'x', score })],
    diagnostics: [],
    registry: SAMPLE_REGISTRY,
  });
}

/** The store works: it keeps a reading and makes a board. */
async function expectToWork(store: Store): Promise<void> {
  await store.saveReadings([{ key: 'fresh', reading: reading('fresh.md') }]);
  expect((await store.readCached(['fresh'])).size).toBe(1);
  await writeOne(store, 42);
  const [board] = await store.boards([sampleBoard(['x'])]);
  expect(board?.rows[0]?.average).toBe(42);
}

/** Runs SQL on a database file as somebody else would. */
async function runOn(path: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

describe('the file', () => {
  it.each([
    ['text', 'This is no database.'],
    ['nothing', ''],
  ])('is put aside where it holds %s', async (_, content) => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(file, content);
    const store = await open();
    expect(store.path).toBe(file);
    expect(readFileSync(`${file}.broken`, 'utf8')).toBe(content);
    await expectToWork(store);
  });

  it('is put aside where it is cut short or its pages are damaged, at opening or later', async () => {
    const whole = await open();
    const text = Array.from({ length: 3000 }, (_, i) => (i * 7919).toString(36)).join(' ');
    await whole.saveReadings(
      Array.from({ length: 100 }, (_, i) => ({ key: `k${i}`, reading: reading(`${i}.md`, text + i) })),
    );
    whole.close();
    const bytes = readFileSync(file);
    expect(bytes.length).toBeGreaterThan(500_000);
    let damaged = 0;
    for (const share of [0, 0.4, 0.7, 0.99]) {
      for (const change of ['cut', 'overwrite'] as const) {
        const at = Math.floor(bytes.length * share);
        const broken = Buffer.from(change === 'cut' ? bytes.subarray(0, at) : bytes);
        if (change === 'overwrite') broken.fill(0xa5, at, at + 64);
        writeFileSync(file, broken);
        const store = await open();
        const cached = await store.readCached(Array.from({ length: 100 }, (_, i) => `k${i}`));
        if (cached.size < 100) damaged += 1;
        await expectToWork(store);
        store.close();
        const later = await open();
        expect(later.path).toBe(file);
        await expectToWork(later);
        later.close();
      }
    }
    expect(damaged).toBeGreaterThan(3);
  });

  it('is replaced where its schema is another, and put aside where it is not ours', async () => {
    const old = await open();
    await old.saveReadings([{ key: 'a', reading: reading('a.md') }]);
    old.close();
    await runOn(file, "UPDATE meta SET value = 'another' WHERE name = 'schema_hash'");
    const store = await open();
    expect((await store.readCached(['a'])).size).toBe(0);
    expect(existsSync(`${file}.broken`)).toBe(false);
    store.close();

    rmSync(file);
    await runOn(file, 'CREATE TABLE precious AS SELECT 1 AS a');
    await expectToWork(await open());
    expect(existsSync(`${file}.broken`)).toBe(true);
  });

  it('is left alone where another process holds it: the store is in memory then', async () => {
    const first = await open();
    await first.saveReadings([{ key: 'a', reading: reading('a.md') }]);
    const script = `
      import { openStore } from ${JSON.stringify(join(process.cwd(), 'src/store/store.ts'))};
      const store = await openStore(${JSON.stringify(file)});
      await store.saveReadings([{ key: 'b', reading: {} }]);
      console.log(JSON.stringify({ path: store.path, kept: (await store.readCached(['b'])).size }));
      store.close();`;
    const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(child.stdout.trim(), child.stderr).toBe('{"path":null,"kept":1}');
    expect([...(await first.readCached(['a', 'b'])).keys()]).toEqual(['a']);
    expect(existsSync(`${file}.broken`)).toBe(false);
  });

  it('is left alone where this process has it open already', async () => {
    const first = await open();
    const second = await open();
    expect([first.path, second.path]).toEqual([file, null]);
    await expectToWork(second);
    await expectToWork(first);
    first.close();
    expect((await open()).path).toBe(file);
  });

  it('is not needed: a folder that cannot be made, or a folder in its place, is no reason to fail', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const nowhere = await open(join(folder, 'a-file', 'results.duckdb'));
    expect(nowhere.path).toBeNull();
    await expectToWork(nowhere);
    mkdirSync(join(folder, 'occupied', 'inside'), { recursive: true });
    const inPlace = await open(join(folder, 'occupied'));
    await expectToWork(inPlace);
    expect(existsSync(join(folder, 'occupied.broken', 'inside'))).toBe(true);
  });

  it('recovers what a killed build had committed', async () => {
    const first = await open();
    await first.saveReadings([{ key: 'a', reading: reading('a.md') }]);
    const [copy, log] = [join(folder, 'copy.duckdb'), `${file}.wal`];
    copyFileSync(file, copy);
    if (existsSync(log)) copyFileSync(log, `${copy}.wal`);
    const later = await open(copy);
    expect((await later.readCached(['a'])).size).toBe(1);
  });

  it('does not grow from build to build', async () => {
    const sizes: number[] = [];
    for (let build = 0; build < 6; build++) {
      const store = await open();
      await store.write({
        cards: [],
        models: [],
        benchmarks: [],
        claims: Array.from({ length: 5000 }, (_, i) =>
          sampleClaim({ source: { line: i, raw: `${i * 31}` } }),
        ),
        results: [],
        diagnostics: [],
        registry: SAMPLE_REGISTRY,
      });
      store.close();
      sizes.push(statSync(file).size);
    }
    // Pages freed by one build are used by the next, so that sizes may alternate.
    expect(Math.max(...sizes.slice(3))).toBeLessThanOrEqual(Math.max(...sizes.slice(0, 3)));
  });
});
