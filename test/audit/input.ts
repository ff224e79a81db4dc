/** What a rule of the audit looks at, made from a few claims. */
import { type AuditInput, auditInput } from '../../src/audit/rule.ts';
import { type Claim, claimId } from '../../src/core/claim.ts';
import { decimalsOf } from '../../src/core/format.ts';
import type { Model, Result } from '../../src/core/result.ts';
import type { Benchmark, Metric } from '../../src/registry/types.ts';
import type { BenchmarkRecord } from '../../src/store/types.ts';

const BENCHMARK: Benchmark = {
  id: '',
  name: '',
  aliases: [],
  short_aliases: [],
  category: 'knowledge',
  metric: 'acc',
  unit: 'percent',
  range: [0, 100],
  higher_is_better: true,
  random_baseline: null,
  baseline_source: null,
  items: null,
  items_source: null,
  shots: null,
  dataset: null,
  home: null,
  harness_task: null,
  description: '',
  human_score: null,
  human_source: null,
  paper: null,
  note: null,
  by_metric: {},
  differs_from: [],
};

const MODEL: Model = {
  id: '',
  owner: null,
  name: '',
  display_name: '',
  card: null,
  names: [],
  licenses: [],
  license_name: null,
  license_link: null,
  languages: [],
  tags: [],
  datasets: [],
  base_models: [],
  base_model_relation: null,
  library: null,
  pipeline_tag: null,
  parents: [],
  parameters: null,
  parameters_because: null,
  type: 'unknown',
  type_because: null,
  flagged: null,
};

export function model(id: string, more: Partial<Model> = {}): Model {
  return { ...MODEL, id, name: id, display_name: id, ...more };
}

/** Results of the accepted claims: each different number a value, in the order of the claims. */
function resultsOf(claims: readonly Claim[]): Result[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.status !== 'accepted') continue;
    const key = [claim.model, claim.benchmark, claim.metric, claim.shots, claim.setting].join('|');
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups].map(([key, group]) => {
    const [first] = group as [Claim];
    const values = [...new Set(group.map(({ score }) => score as number))].map((score) => {
      const same = group.filter((claim) => claim.score === score);
      const printed = /\.(\d+)/.exec(same[0]?.source.raw ?? '')?.[1]?.length ?? 0;
      const decimals = same[0]?.score === same[0]?.value ? printed : decimalsOf(score);
      return {
        score,
        stderr: same[0]?.stderr ?? null,
        decimals,
        origin: 'self-reported' as const,
        claims: same.map(claimId),
      };
    });
    const headline = values[0] as (typeof values)[0];
    const { model, benchmark, metric, shots, setting, split, unit } = first;
    return {
      id: key,
      model: model as string,
      benchmark: benchmark as string,
      metric: metric as string,
      shots,
      shots_inferred: false,
      setting,
      split,
      score: headline.score,
      unit: unit as string,
      stderr: headline.stderr,
      decimals: headline.decimals,
      origin: 'self-reported',
      claims: values.flatMap((value) => value.claims),
      values,
      spread: 0,
    };
  });
}

/**
 * Claims with the registry's entries that matter: a benchmark's id stands for its name, every benchmark of the claims
 * is listed unless `unlisted` names it.
 */
export function inputOf(
  claims: readonly Claim[],
  more: {
    readonly benchmarks?: Readonly<Record<string, Partial<Benchmark>>>;
    readonly metrics?: Readonly<Record<string, Partial<Metric>>>;
    readonly models?: readonly Model[];
    readonly unlisted?: readonly string[];
  } = {},
): AuditInput {
  const { benchmarks = {}, metrics = {}, models = [], unlisted = [] } = more;
  const ids = [...new Set(claims.map(({ benchmark }) => benchmark as string))];
  const entry = (id: string) => ({ ...BENCHMARK, id, name: id, ...benchmarks[id] });
  const records = ids.map(
    (id): BenchmarkRecord => ({ ...entry(id), listed: !unlisted.includes(id), suites: [], results: 1 }),
  );
  return auditInput(
    { claims, results: resultsOf(claims), models, benchmarks: records },
    {
      suite: () => undefined,
      benchmark: (id) => (unlisted.includes(id) ? undefined : entry(id)),
      metric: (id) =>
        metrics[id] === undefined
          ? undefined
          : {
              id,
              name: id,
              aliases: [],
              higher_is_better: null,
              unit: null,
              description: '',
              ...metrics[id],
            },
    },
  );
}
