/** Small records for the tests of the store: a few fields given, the rest filled in. */
import type { Claim } from '../../src/core/claim.ts';
import { shortHash } from '../../src/core/hash.ts';
import type { Model, Result } from '../../src/core/result.ts';
import type { Metric, Registry } from '../../src/registry/types.ts';
import type { BenchmarkRecord, BoardDefinition, CardRecord } from '../../src/store/types.ts';

export function sampleClaim(
  fields: Partial<Omit<Claim, 'source'>> & { source?: Partial<Claim['source']> } = {},
): Claim {
  const { source, ...rest } = fields;
  return {
    card: 'acme/zephyr.md',
    subject: 'self',
    model_as_written: null,
    benchmark_as_written: 'ARC',
    metric_as_written: null,
    shots: null,
    setting: null,
    split: null,
    value: 61.2,
    unit_as_written: null,
    stderr: null,
    origin_name: null,
    origin_url: null,
    date: null,
    claims_verification: false,
    suite_as_written: null,
    group: 'table:10',
    confidence: 0.9,
    because: ["benchmark from the header 'ARC'"],
    status: 'accepted',
    model: 'acme/zephyr',
    benchmark: 'arc_challenge',
    metric: 'acc_norm',
    score: rest.value ?? 61.2,
    unit: 'percent',
    ...rest,
    source: {
      kind: 'table',
      file: null,
      line: 12,
      column: 3,
      cell: 1,
      raw: String(rest.value ?? 61.2),
      row: null,
      header: 'ARC',
      ...source,
    },
  };
}

export function sampleResult(fields: Partial<Result> & { model: string; benchmark: string }): Result {
  const score = fields.score ?? 50;
  const metric = fields.metric ?? 'acc';
  const key = [fields.model, fields.benchmark, metric, fields.shots, fields.setting, fields.split].join('\n');
  const result = {
    id: shortHash(key),
    metric,
    shots: null,
    shots_inferred: false,
    setting: null,
    split: null,
    score,
    unit: 'percent',
    stderr: null,
    decimals: 2,
    origin: 'self-reported' as const,
    claims: [`${fields.model}.md#L1C1`],
    spread: 0,
    ...fields,
  };
  const value = { score, stderr: result.stderr, decimals: result.decimals, origin: result.origin };
  return { ...result, values: fields.values ?? [{ ...value, claims: result.claims }] };
}

export function sampleModel(id: string, fields: Partial<Model> = {}): Model {
  const [owner, name] = id.includes('/') ? (id.split('/') as [string, string]) : [null, id];
  return {
    id,
    owner,
    name,
    display_name: name,
    card: `${id}.md`,
    names: [name],
    licenses: ['apache-2.0'],
    license_name: null,
    license_link: null,
    languages: ['en'],
    tags: [],
    datasets: [],
    base_models: [],
    base_model_relation: null,
    library: null,
    pipeline_tag: null,
    parents: [],
    parameters: 7,
    parameters_because: 'the name says so',
    type: 'unknown',
    type_because: null,
    flagged: null,
    ...fields,
  };
}

export function sampleBenchmark(id: string, fields: Partial<BenchmarkRecord> = {}): BenchmarkRecord {
  return {
    id,
    name: id.toUpperCase(),
    listed: true,
    category: 'reasoning',
    metric: 'acc',
    unit: 'percent',
    range: [0, 100],
    higher_is_better: true,
    random_baseline: null,
    baseline_source: null,
    shots: null,
    dataset: null,
    home: null,
    harness_task: null,
    description: '',
    note: null,
    suites: [],
    results: 0,
    ...fields,
  };
}

export function sampleCard(path: string, fields: Partial<CardRecord> = {}): CardRecord {
  return {
    path,
    file: `cards/${path}`,
    model: path.replace(/\.md$/, ''),
    hash: shortHash(path),
    html: `<p>${path}</p>`,
    added: null,
    changed: null,
    accepted: 1,
    held: 0,
    ...fields,
  };
}

function sampleMetric(id: string, higher: boolean | null = true): Metric {
  return { id, name: id, aliases: [], higher_is_better: higher, unit: null, description: '' };
}

/** As much of a registry as the store reads. */
export const SAMPLE_REGISTRY: Pick<Registry, 'metrics' | 'suites'> = {
  metrics: [
    sampleMetric('acc'),
    sampleMetric('acc_norm'),
    sampleMetric('exact_match'),
    sampleMetric('wer', false),
    sampleMetric('average', null),
  ],
  suites: [],
};

/** A board over columns "benchmark", "benchmark:metric" or "benchmark:metric:shots". */
export function sampleBoard(
  columns: readonly string[],
  fields: Partial<BoardDefinition> = {},
): BoardDefinition {
  return {
    id: 'board',
    name: 'Board',
    description: '',
    suite: null,
    average: { rule: 'mean', requires: 'all', decimals: 2 },
    columns: columns.map((column) => {
      const [benchmark, metric = 'acc', shots] = column.split(':') as [string, string?, string?];
      return { benchmark, metric, shots: shots === undefined ? null : Number(shots), setting: null };
    }),
    ...fields,
  };
}
