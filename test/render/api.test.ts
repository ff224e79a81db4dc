/** The files of the JSON API: they keep to their schemas, lead to each other, and say what the pages say. */
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiModel } from '../../src/core/api.ts';
import type { ApiBenchmark, ApiBoard, ApiIndex, ApiModels } from '../../src/core/api-lists.ts';
import type { Change } from '../../src/core/changes.ts';
import { API_SCHEMAS, jsonSchema } from '../../src/render/api-schema.ts';
import { renderFiles } from '../../src/render/files.ts';
import { siteOf } from '../../src/render/frame.ts';
import { HOSTILE, sampleContext, sampleData } from './sample-data.ts';

const data = sampleData();
const context = {
  ...sampleContext({ baseUrl: 'https://example.org/board' }),
  changes: {
    counts: { added: 1, changed: 0, removed: 0 },
    changes: data.results.slice(0, 1).map(
      ({ id, model, benchmark, metric, shots, setting, split, score, unit, decimals }): Change => ({
        kind: 'added',
        ...{ id, model, benchmark, metric, shots, setting, split, score, unit, decimals },
        before: null,
        day: '2026-11-21',
      }),
    ),
  },
};
const files = new Map<string, unknown>();

beforeAll(() => {
  for (const { path, content } of renderFiles(siteOf(data, context)))
    if (path.startsWith('api/')) files.set(path, JSON.parse(content as string));
});

const read = <T>(path: string): T => {
  expect([...files.keys()]).toContain(path);
  return files.get(path) as T;
};

/** Which schema a file keeps to. */
function kindOf(path: string): keyof typeof API_SCHEMAS | null {
  const [, kind, inside] = /^api\/v1\/([a-z]+)(\/)?/.exec(path) ?? [];
  if (kind === undefined || kind === 'schema') return null;
  return (inside === undefined ? kind : kind.slice(0, -1)) as keyof typeof API_SCHEMAS;
}

/** The schema with every object closed, so that a field which it does not name is noticed here. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)] as const);
  const inner = Object.fromEntries(entries);
  return 'properties' in inner ? { ...inner, additionalProperties: false } : inner;
}

it('keeps every file to its schema, with no field that the schema does not name', () => {
  const ajv = new Ajv({ allErrors: true });
  const checks = new Map(
    Object.keys(API_SCHEMAS).map((kind) => [
      kind,
      ajv.compile(closed(jsonSchema(kind as 'model')) as object),
    ]),
  );
  const seen = new Set<string>();
  for (const [path, content] of files) {
    const kind = kindOf(path);
    if (kind === null) continue;
    seen.add(kind);
    const check = checks.get(kind);
    check?.(content);
    expect(check?.errors ?? [], path).toEqual([]);
  }
  expect([...seen].sort()).toEqual(Object.keys(API_SCHEMAS).sort());
});

it('publishes schemas that leave room for fields to come, and refuse what is not theirs', () => {
  const ajv = new Ajv();
  const check = ajv.compile(read<object>('api/v1/schema/model.json'));
  const model = read<ApiModel>('api/v1/models/arcee-ai/Arcee-Spark.json');
  expect(check({ ...model, a_field_to_come: 1 })).toBe(true);
  expect(check({ ...model, id: 7 })).toBe(false);
  expect(check({ ...model, results: undefined })).toBe(false);
});

it('writes every path once, each below a folder of its version', () => {
  const paths = [...renderFiles(siteOf(data, context))].map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

describe('the index', () => {
  it('leads to lists and schemas that are there', () => {
    const index = read<ApiIndex>('api/v1/index.json');
    expect(index.site).toBe('https://example.org/board/');
    for (const path of [...Object.values(index.lists), ...Object.values(index.schemas)])
      expect([...files.keys()]).toContain(path);
    expect(index.counts.models).toBe(data.models.length);
  });

  it('has no address of the site where nobody knows it', () => {
    const index = [...renderFiles(siteOf(data, sampleContext()))].find(
      ({ path }) => path === 'api/v1/index.json',
    );
    expect(JSON.parse(index?.content as string)).toMatchObject({ site: null });
  });
});

describe('lists', () => {
  it('lead to a file for each entry, which repeats what the list says', () => {
    const { models } = read<ApiModels>('api/v1/models.json');
    expect(models).toHaveLength(data.models.length);
    for (const summary of models) expect(read<ApiModel>(summary.api)).toMatchObject(summary);
  });
});

describe('a model', () => {
  const model = () => read<ApiModel>('api/v1/models/arcee-ai/Arcee-Spark.json');

  it('has every result with every claim, each with its place', () => {
    const results = data.results.filter((result) => result.model === 'arcee-ai/Arcee-Spark');
    expect(model().results.map(({ id }) => id)).toEqual(results.map(({ id }) => id));
    const bbh = model().results.find(({ benchmark }) => benchmark === 'bbh');
    expect(bbh?.values.map(({ score, origin }) => [score, origin])).toEqual([
      [37.14, 'leaderboard'],
      [34.04, 'third-party'],
    ]);
    expect(bbh?.values[1]?.claims[0]).toMatchObject({
      url: 'models/acme/Zephyr-7B/#L90C14',
      file: 'acme/Zephyr-7B/README.md',
      line: 90,
      raw: '34.0',
    });
  });

  it('has its ranks and what was found about it', () => {
    expect(model().boards[0]).toMatchObject({ board: 'open_llm_v2', rank: 1, of: 3, coverage: 6 });
    expect(model().findings.map(({ rule }) => rule)).toContain('average');
  });

  it('gives hostile names as they are, as data', () => {
    const names = read<ApiModels>('api/v1/models.json').models.map(({ name }) => name);
    expect(names).toContain(HOSTILE);
  });
});

describe('a board', () => {
  it('has the rows of its page, with results whose proof stands in the model’s file', () => {
    const board = read<ApiBoard>('api/v1/boards/open_llm_v2.json');
    expect(board.rows.map(({ model }) => model)).toEqual(data.boards[0]?.rows.map(({ model }) => model));
    expect(board.rows.every(({ cells }) => cells.length === board.columns.length)).toBe(true);
    const first = board.rows[0]?.cells[0];
    const model = read<ApiModel>('api/v1/models/arcee-ai/Arcee-Spark.json');
    expect(model.results.map(({ id }) => id)).toContain(first?.result);
  });
});

describe('a benchmark', () => {
  it('has its results, best first within one set of conditions', () => {
    const { results } = read<ApiBenchmark>('api/v1/benchmarks/ifeval.json');
    expect(results.length).toBe(data.results.filter(({ benchmark }) => benchmark === 'ifeval').length);
    const ranks = results.flatMap(({ standing }) => (standing === null ? [] : [standing.rank]));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });
});
