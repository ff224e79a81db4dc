/** docs/results-schema.md names every file and every field that is published. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../src/store/database.ts';
import {
  exportedClaim,
  exportedCopy,
  exportedFinding,
  exportedModel,
  exportedResult,
} from '../../src/store/records.ts';
import { openStore } from '../../src/store/store.ts';
import { SAMPLE_REGISTRY, sampleClaim, sampleModel, sampleResult } from './samples.ts';

const DOCUMENT = readFileSync(new URL('../../docs/results-schema.md', import.meta.url), 'utf8');

/** The names in the first column of the tables below a heading. */
function documented(heading: string): string[] {
  const section = DOCUMENT.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .flatMap((line) => [...(/^\| (`.*?) \|/.exec(line)?.[1] ?? '').matchAll(/`([^`]+)`/g)])
    .map((match) => match[1] as string);
}

it('describes every file, and the version that is written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'data-'));
  const store = await openStore(null);
  const files = await store.exportData(folder, { title: '' });
  store.close();
  rmSync(folder, { recursive: true });
  const index = { schema_version: 1, title: '', files };
  for (const { name } of files) expect(DOCUMENT, name).toContain(`\n## ${name}\n`);
  expect(DOCUMENT).toContain(`\`schema_version\` is ${SCHEMA_VERSION}.`);
  const fields = [...Object.keys(index), ...Object.keys(files[0] ?? {}).map((field) => `files[].${field}`)];
  expect(documented('index.json')).toEqual(fields);
});

it('describes every field of a record, and no other', () => {
  const claim = exportedClaim(sampleClaim());
  expect(documented('claims.jsonl')).toEqual([...Object.keys(claim), ...Object.keys(claim.source)]);
  const result = exportedResult(sampleResult({ model: 'm', benchmark: 'x' }));
  const values = documented('results.jsonl').filter((field) => !/^values\[\]|^\./.test(field));
  expect(values).toEqual(Object.keys(result));
  const model = exportedModel(sampleModel('m'));
  expect(documented('models.json').toSorted()).toEqual(Object.keys(model).toSorted());
  expect(documented('copies.json')).toEqual(Object.keys(exportedCopy({} as never)));
  const finding = { id: '', alternatives: [], claims: [] } as never;
  expect(documented('audit.json')).toEqual(Object.keys(exportedFinding(finding, () => undefined, null)));
});

it('gives queries that run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'data-'));
  const store = await openStore(null);
  await store.write({
    cards: [],
    models: [sampleModel('m')],
    benchmarks: [],
    claims: [sampleClaim({ card: 'acme/zephyr.md', status: 'held' })],
    results: [sampleResult({ model: 'm', benchmark: 'x', score: 7 })],
    diagnostics: [],
    registry: SAMPLE_REGISTRY,
  });
  await store.exportData(folder, { title: '' });
  store.close();
  const { DuckDBConnection } = await import('@duckdb/node-api');
  const connection = await DuckDBConnection.create();
  const queries = /```sql\n([\s\S]*?)```/.exec(DOCUMENT)?.[1]?.trim().split('\n') ?? [];
  const answers = [];
  for (const query of queries) {
    const rows = await connection.runAndReadAll(query.replaceAll('dist/data', folder));
    answers.push(rows.getRowsJson());
  }
  connection.closeSync();
  rmSync(folder, { recursive: true });
  expect(answers).toEqual([[['x', 'acc', 7]], [['12', '61.2', ["benchmark from the header 'ARC'"]]]]);
});
