/** JSON Schemas of the files of the JSON API: descriptions that the types of core/api.ts check. */
import { z } from 'zod';
import { API_FOLDER, API_VERSION, type ApiModel } from '../core/api.ts';
import type {
  ApiBenchmark,
  ApiBenchmarks,
  ApiBoard,
  ApiBoards,
  ApiChanges,
  ApiIndex,
  ApiModels,
} from '../core/api-lists.ts';
import { MODEL_TYPES } from '../core/result.ts';

const text = z.string();
const maybeText = text.nullable();
const number = z.number();
const maybeNumber = number.nullable();
const count = z.int().min(0);
const maybeCount = count.nullable();
const flag = z.boolean();
const texts = z.array(text);
const origin = z.enum(['leaderboard', 'self-reported', 'third-party']);
const band = z.tuple([count, count]).nullable();
const version = { api_version: z.literal(API_VERSION) };
const day = text.regex(/^\d{4}-\d{2}-\d{2}$/).nullable();

const claim = z.object({
  id: text,
  url: text,
  file: text,
  line: z.int().min(1),
  column: z.int().min(1),
  raw: text,
  row: maybeText,
  header: maybeText,
  source: z.object({ name: maybeText, url: maybeText }).nullable(),
  date: maybeText,
  confidence: number.min(0).max(1),
  because: texts,
});

const resultSummary = {
  id: text,
  model: text,
  benchmark: text,
  metric: text,
  shots: maybeCount,
  shots_inferred: flag,
  setting: maybeText,
  split: maybeText,
  score: number,
  unit: text,
  stderr: maybeNumber,
  decimals: count,
  origin,
  spread: number,
  standing: z.object({ rank: count, of: count, band }).nullable(),
  url: text,
};

const value = z.object({
  score: number,
  stderr: maybeNumber,
  decimals: count,
  origin,
  claims: z.array(claim),
});

const modelSummary = {
  id: text,
  owner: maybeText,
  name: text,
  display_name: text,
  url: text,
  api: text,
  card: maybeText,
  type: z.enum(MODEL_TYPES),
  parameters: maybeNumber,
  licenses: texts,
  license_name: maybeText,
  license_link: maybeText,
  result_count: count,
};

const model = z.object({
  ...version,
  ...modelSummary,
  names: texts,
  type_because: maybeText,
  parameters_because: maybeText,
  languages: texts,
  tags: texts,
  datasets: texts,
  base_models: texts,
  base_model_relation: maybeText,
  parents: texts,
  library: maybeText,
  pipeline_tag: maybeText,
  added: day,
  flagged: z.object({ reason: text, link: maybeText }).nullable(),
  copy: z.object({ source: maybeText, like: text, shared: count, of: count }).nullable(),
  overall: z.object({ rank: count, band, score: number, low: number, high: number }).nullable(),
  boards: z.array(
    z.object({
      board: text,
      name: text,
      url: text,
      rank: maybeCount,
      band,
      of: count,
      average: maybeNumber,
      published: maybeText,
      coverage: count,
      columns: count,
    }),
  ),
  findings: z.array(
    z.object({
      rule: text,
      severity: z.enum(['ok', 'info', 'warning']),
      suite: maybeText,
      benchmark: maybeText,
      message: text,
      published: maybeNumber,
      recomputed: maybeNumber,
      claims: texts,
    }),
  ),
  results: z.array(z.object({ ...resultSummary, cause: maybeText, values: z.array(value) })),
}) satisfies z.ZodType<ApiModel>;

const models = z.object({
  ...version,
  models: z.array(z.object(modelSummary)),
}) satisfies z.ZodType<ApiModels>;

const benchmarkSummary = {
  id: text,
  name: text,
  url: text,
  api: text,
  listed: flag,
  category: text,
  metric: text,
  unit: text,
  higher_is_better: flag.nullable(),
  result_count: count,
};

const benchmark = z.object({
  ...version,
  ...benchmarkSummary,
  description: text,
  note: maybeText,
  range: z.tuple([maybeNumber, maybeNumber]),
  random_baseline: maybeNumber,
  baseline_source: maybeText,
  shots: maybeCount,
  dataset: maybeText,
  home: maybeText,
  harness_task: maybeText,
  suites: texts,
  boards: texts,
  results: z.array(z.object(resultSummary)),
}) satisfies z.ZodType<ApiBenchmark>;

const benchmarks = z.object({
  ...version,
  benchmarks: z.array(z.object(benchmarkSummary)),
}) satisfies z.ZodType<ApiBenchmarks>;

const boardSummary = {
  id: text,
  name: text,
  description: text,
  url: text,
  api: text,
  suite: maybeText,
  models: count,
};

const cell = z.object({
  result: text,
  score: number,
  stderr: maybeNumber,
  rank: count,
  of: count,
  origin,
  spread: number,
  exact: flag,
});

const board = z.object({
  ...version,
  ...boardSummary,
  average: z.object({ rule: z.enum(['mean', 'none']), requires: count, decimals: count }),
  columns: z.array(
    z.object({
      benchmark: text,
      name: text,
      metric: text,
      shots: maybeCount,
      setting: maybeText,
      decimals: count,
      higher_is_better: flag,
    }),
  ),
  rows: z.array(
    z.object({
      model: text,
      rank: maybeCount,
      band,
      average: maybeNumber,
      coverage: count,
      cells: z.array(cell.nullable()),
    }),
  ),
}) satisfies z.ZodType<ApiBoard>;

const boards = z.object({
  ...version,
  boards: z.array(z.object(boardSummary)),
}) satisfies z.ZodType<ApiBoards>;

const index = z.object({
  ...version,
  title: text,
  description: text,
  site: maybeText,
  generator: text,
  counts: z.object({ cards: count, models: count, benchmarks: count, boards: count, results: count }),
  lists: z.record(text, text),
  schemas: z.record(text, text),
  data: texts,
}) satisfies z.ZodType<ApiIndex>;

const changes = z.object({
  ...version,
  counts: z.object({ added: count, changed: count, removed: count }),
  changes: z.array(
    z.object({
      kind: z.enum(['added', 'changed', 'removed']),
      id: text,
      model: text,
      benchmark: text,
      metric: text,
      shots: maybeCount,
      setting: maybeText,
      split: maybeText,
      score: number,
      unit: text,
      decimals: count,
      before: maybeNumber,
      day,
    }),
  ),
}) satisfies z.ZodType<ApiChanges>;

/** What each kind of file holds, by kind. */
export const API_SCHEMAS = { index, boards, board, benchmarks, benchmark, models, model, changes } as const;

/** The address of a kind's schema, from the site's root. */
export function schemaAddress(kind: string): string {
  return `${API_FOLDER}schema/${kind}.json`;
}

/** A kind's schema for others: fields that it does not name are allowed, as they may come. */
export function jsonSchema(kind: keyof typeof API_SCHEMAS): unknown {
  return z.toJSONSchema(API_SCHEMAS[kind], { io: 'input', target: 'draft-7' });
}
