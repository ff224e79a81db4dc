/** The published data: the same bytes from the same records, whatever their order, and readable by others. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { sha256 } from '../../src/core/hash.ts';
import type { Finding } from '../../src/core/result.ts';
import { openStore } from '../../src/store/store.ts';
import {
  SAMPLE_REGISTRY,
  sampleBenchmark,
  sampleBoard,
  sampleCard,
  sampleClaim,
  sampleModel,
  sampleResult,
} from './samples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "data 'quoted' "));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CLAIMS = [
  sampleClaim({ card: 'b.md', value: 61.2 }),
  sampleClaim({ card: 'a.md', value: 10, shots: 5, source: { line: 40 } }),
  sampleClaim({ card: 'a.md', value: 9, because: ['"quoted"', '=1+1', '\u2028'], source: { line: 7 } }),
  // Two claims of one place: only what they say tells them apart.
  sampleClaim({ card: 'a.md', value: 8, metric: 'acc', source: { line: 7 } }),
];
const RESULTS = [
  sampleResult({ model: 'b', benchmark: 'x', score: 61.2, claims: ['b.md#L12C3'] }),
  sampleResult({ model: 'a', benchmark: 'x', score: 10.1, shots: 5, stderr: 0.25, claims: ['a.md#L40C3'] }),
  sampleResult({ model: 'a', benchmark: 'x', score: 10.1, shots: 0, setting: '=cmd()', claims: [] }),
  sampleResult({
    model: 'a',
    benchmark: 'w',
    metric: 'exact_match',
    score: 1 / 3,
    spread: 2,
    claims: ['a.md#L7C3', 'b.md#L1C1'],
    values: [
      { score: 1 / 3, stderr: null, decimals: 2, origin: 'leaderboard', claims: ['a.md#L7C3'] },
      { score: 2.3333, stderr: 1, decimals: 4, origin: 'third-party', claims: ['b.md#L1C1'] },
    ],
  }),
];
const MODELS = [sampleModel('acme/b', { flagged: { reason: 'copied', link: null } }), sampleModel('a')];
const FINDINGS: Finding[] = [
  {
    id: 'f2',
    rule: 'average',
    severity: 'ok',
    model: 'a',
    suite: 's',
    benchmark: null,
    message: 'Holds.',
    published: 1,
    recomputed: 1,
    by: 'mean over 2 of 2 rows',
    alternatives: [{ by: 'mean of acc over 2 of 2 rows', value: 2 }],
    claims: ['a.md#L40C3'],
  },
  {
    id: 'f1',
    rule: 'disagreement',
    severity: 'warning',
    model: 'a',
    suite: null,
    benchmark: 'w',
    message: 'Differ.',
    published: null,
    recomputed: null,
    by: null,
    alternatives: [],
    claims: ['nowhere.md#L1C1'],
  },
];
const DIAGNOSTICS: Diagnostic[] = [
  { severity: 'info', code: 'extract/held', message: 'm', file: 'b.md', line: 2, column: 1 },
  {
    severity: 'info',
    code: 'extract/held',
    message: 'm',
    file: 'a.md',
    line: 9,
    column: 1,
    endColumn: 4,
    hint: 'h',
  },
];

interface Records {
  readonly claims: typeof CLAIMS;
  readonly results: typeof RESULTS;
  readonly models: typeof MODELS;
  readonly findings: typeof FINDINGS;
}
const RECORDS: Records = { claims: CLAIMS, results: RESULTS, models: MODELS, findings: FINDINGS };

/** Writes the records with a store at `path` and gives the files' bytes by name, and the site's data. */
async function exported(records: Records = RECORDS, to = 'data', path: string | null = null) {
  const store = await openStore(path);
  await store.write({
    ...records,
    cards: [sampleCard('b.md'), sampleCard('a.md')],
    benchmarks: [sampleBenchmark('x'), sampleBenchmark('w', { metric: 'exact_match' })],
    diagnostics: DIAGNOSTICS,
    registry: SAMPLE_REGISTRY,
  });
  for (const finding of records.findings) await store.addFindings([finding]);
  const data = await store.siteData([
    sampleBoard(['x', 'w'], { average: { rule: 'mean', requires: 1, decimals: 2 } }),
  ]);
  const files = await store.exportData(join(folder, to), { title: 'Sample' });
  store.close();
  const bytes = new Map(files.map((file) => [file.name, readFileSync(join(folder, to, file.name))]));
  return { data, files, bytes, text: (name: string) => String(bytes.get(name)) };
}

async function ask(sql: string) {
  const connection = await DuckDBConnection.create();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  return rows;
}

const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;

describe('files', () => {
  it('are listed with rows, bytes and hashes, the index last, and nothing else is written', async () => {
    const { files, bytes, text } = await exported();
    expect(files.map((file) => [file.name, file.rows])).toEqual([
      ['audit.json', 2],
      ['claims.jsonl', 4],
      ['copies.json', 0],
      ['models.json', 2],
      ['results.csv', 4],
      ['results.jsonl', 4],
      ['results.parquet', 4],
      ['index.json', 7],
    ]);
    expect(readdirSync(join(folder, 'data')).sort()).toEqual([...bytes.keys()].sort());
    for (const file of files) {
      const content = bytes.get(file.name) as Buffer;
      expect([file.bytes, file.sha256]).toEqual([content.length, sha256(content)]);
    }
    const index = JSON.parse(text('index.json'));
    expect(index).toEqual({ schema_version: 1, title: 'Sample', files: files.slice(0, -1) });
  });

  it('are in a fixed order: claims by place, results by benchmark and conditions, models by id', async () => {
    const { text } = await exported();
    const lines = (name: string) =>
      text(name)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    expect(lines('claims.jsonl').map((c) => [c.card, c.source.line, c.value])).toEqual([
      ['a.md', 7, 8],
      ['a.md', 7, 9],
      ['a.md', 40, 10],
      ['b.md', 12, 61.2],
    ]);
    expect(lines('results.jsonl').map((r) => [r.benchmark, r.shots, r.model])).toEqual([
      ['w', null, 'a'],
      ['x', 0, 'a'],
      ['x', 5, 'a'],
      ['x', null, 'b'],
    ]);
    expect(JSON.parse(text('models.json')).models.map((m: { id: string }) => m.id)).toEqual(['a', 'acme/b']);
    expect(Object.keys(lines('claims.jsonl')[0]).join(' ')).toBe(
      'card subject model_as_written benchmark_as_written metric_as_written shots setting split value ' +
        'unit_as_written stderr origin_name origin_url date claims_verification suite_as_written group source confidence because ' +
        'status model benchmark metric score unit',
    );
  });

  it('carry every field of the records', async () => {
    const { text } = await exported();
    const models = JSON.parse(text('models.json'));
    expect(models).toEqual({ schema_version: 1, models: [MODELS[1], MODELS[0]] });
    const results = text('results.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(results).toEqual([RESULTS[3], RESULTS[2], RESULTS[1], RESULTS[0]]);
    const claims = text('claims.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(claims).toEqual([CLAIMS[3], CLAIMS[2], CLAIMS[1], CLAIMS[0]]);
  });

  it('say in audit.json where the published figure stands', async () => {
    const { text } = await exported();
    const audit = JSON.parse(text('audit.json'));
    expect(audit.schema_version).toBe(1);
    expect(audit.findings).toEqual([
      {
        ...FINDINGS[1],
        code: 'audit/disagreement',
        card: null,
        file: null,
        line: null,
        cards: [],
        places: [],
      },
      {
        ...FINDINGS[0],
        code: 'audit/average-differs',
        card: 'a.md',
        file: null,
        line: 40,
        cards: ['a.md'],
        places: [{ card: 'a.md', file: null, line: 40 }],
      },
    ]);
  });

  it('defuse formulas in results.csv', async () => {
    const { text } = await exported();
    const [header, ...lines] = text('results.csv').trimEnd().split('\r\n');
    expect(header).toBe(
      'id,model,benchmark,metric,shots,shots_inferred,setting,split,score,unit,stderr,decimals,origin,spread,claims,claim',
    );
    expect(lines[1]).toContain(",'=cmd(),");
    expect(lines[2]).toMatch(/,x,acc,5,false,,,10.1,percent,0.25,2,self-reported,0,1,a.md#L40C3$/);
  });

  it('hold the same results in Parquet, its lists in order, with the version in its metadata', async () => {
    const { text } = await exported();
    const parquet = quoted(join(folder, 'data', 'results.parquet'));
    const rows = await ask(`SELECT to_json(r) FROM ${parquet} AS r`);
    const read = rows.map(([json]) => JSON.parse(json as string));
    const results = text('results.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(read).toEqual(
      results.map((result) => ({
        ...result,
        claims: result.claims.length === 0 ? null : result.claims,
        values: result.values.map(({ claims: _, ...value }: { claims: unknown }) => value),
      })),
    );
    expect(await ask(`SELECT decode(key), decode(value) FROM parquet_kv_metadata(${parquet})`)).toEqual([
      ['schema_version', '1'],
    ]);
    expect(await ask(`SELECT DISTINCT compression FROM parquet_metadata(${parquet})`)).toEqual([['ZSTD']]);
  });

  it('hold the same numbers in the database as in JSON lines', async () => {
    const path = join(folder, 'results.duckdb');
    await exported(RECORDS, 'data', path);
    const connection = `ATTACH ${quoted(path)} AS kept (READ_ONLY);`;
    const claims = quoted(join(folder, 'data', 'claims.jsonl'));
    expect(
      await ask(`${connection} SELECT
        (SELECT list((card, line, value, metric, because) ORDER BY card, line, value) FROM kept.claims)::VARCHAR =
        (SELECT list((card, source.line, value, metric, to_json(because)) ORDER BY card, source.line, value)
         FROM read_json(${claims}))::VARCHAR`),
    ).toEqual([[true]]);
  });
});

describe('results alone', () => {
  it.each(['csv', 'jsonl', 'parquet'] as const)('are the same bytes as %s beside a site', async (format) => {
    const { bytes } = await exported();
    const store = await openStore(null);
    const benchmarks = [sampleBenchmark('x'), sampleBenchmark('w', { metric: 'exact_match' })];
    await store.write({ ...RECORDS, cards: [], benchmarks, diagnostics: [], registry: SAMPLE_REGISTRY });
    const file = await store.exportResults(join(folder, 'alone'), format);
    store.close();
    expect(file).toMatchObject({ name: `results.${format}`, rows: RESULTS.length });
    expect(readFileSync(join(folder, 'alone', file.name))).toEqual(bytes.get(file.name));
    expect(readdirSync(join(folder, 'alone'))).toEqual([file.name]);
  });
});

describe('the same bytes', () => {
  it('come from records in any order, with a file or in memory', async () => {
    const expected = await exported();
    let run = 0;
    const shuffled = <T>(records: readonly T[]) =>
      fc.shuffledSubarray([...records], { minLength: records.length });
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          claims: shuffled(CLAIMS),
          results: shuffled(RESULTS),
          models: shuffled(MODELS),
          findings: shuffled(FINDINGS),
        }),
        fc.boolean(),
        async (records, kept) => {
          run += 1;
          const path = kept ? join(folder, `${run}.duckdb`) : null;
          const { files, data } = await exported(records, `data-${run}`, path);
          expect(files).toEqual(expected.files);
          expect(data).toEqual(expected.data);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('come from a store that has been used before', async () => {
    const path = join(folder, 'results.duckdb');
    const first = await exported(RECORDS, 'one', path);
    await exported({ ...RECORDS, results: RESULTS.slice(0, 1), claims: [] }, 'two', path);
    const third = await exported(RECORDS, 'three', path);
    expect(third.files).toEqual(first.files);
  });

  it('come for many results, in more than one piece', async () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      sampleResult({
        model: `m${i % 700}`,
        benchmark: `b${i % 13}`,
        shots: i % 30,
        split: `${i}`,
        score: (i * 7919) / 1000,
      }),
    );
    const one = await exported({ ...RECORDS, results: many }, 'one');
    const two = await exported({ ...RECORDS, results: many.toReversed() }, 'two');
    expect(two.files).toEqual(one.files);
    expect(one.text('results.jsonl').split('\n')).toHaveLength(5001);
  });
});

it('gives a site everything in a fixed order, with counts and standings', async () => {
  const { data } = await exported();
  expect(data.cards.map((card) => [card.path, card.html])).toEqual([
    ['a.md', '<p>a.md</p>'],
    ['b.md', '<p>b.md</p>'],
  ]);
  expect(data.benchmarks.map((benchmark) => [benchmark.id, benchmark.results])).toEqual([
    ['w', 1],
    ['x', 3],
  ]);
  expect(data.diagnostics.map((diagnostic) => diagnostic.file)).toEqual(['a.md', 'b.md']);
  expect(data.findings.map((finding) => finding.id)).toEqual(['f1', 'f2']);
  expect(data.standings.map((standing) => standing.result)).toEqual(data.results.map((result) => result.id));
  expect(data.boards).toHaveLength(1);
});
