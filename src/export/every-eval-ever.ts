/**
 * Writes results as records of Every Eval Ever, version 0.2.2 of its schema.
 * Source of the format: https://github.com/evaleval/every_eval_ever/blob/main/every_eval_ever/schemas/eval.schema.json.
 */
import type { BenchmarkRecord } from '../core/benchmark.ts';
import { type Claim, claimFile } from '../core/claim.ts';
import { compareText } from '../core/compare.ts';
import { sha256 } from '../core/hash.ts';
import type { Model, Result } from '../core/result.ts';
import { hubDataset } from './dataset.ts';
import { groupBy } from './group.ts';
import { claimOf, sourceOf } from './source.ts';
import type { ExportInput } from './types.ts';

const SCHEMA_VERSION = '0.2.2';
/** What the datastore calls this collection: the first step of every path and id. */
export const COLLECTION = 'model_cards';

type Details = Readonly<Record<string, string>>;

/** One result in the terms of the format, with the source that all results of its record share. */
export interface RecordEntry {
  readonly result: Result;
  readonly source: Readonly<Record<string, unknown>>;
  readonly evaluation: Readonly<Record<string, unknown>>;
}

/** A result in the terms of the format, or the reason why the format has no place for it. */
export function recordEntry(result: Result, input: ExportInput): RecordEntry | string {
  const benchmark = input.benchmarks.get(result.benchmark);
  const claim = claimOf(result, input);
  if (benchmark === undefined || claim === undefined) return 'its claim or benchmark is not at hand';
  const higherIsBetter = input.registry.metric(result.metric)?.higher_is_better ?? benchmark.higher_is_better;
  if (higherIsBetter === null)
    return 'nothing says whether more is better: neither its benchmark nor its metric is in the registry';
  const { stderr } = result;
  return {
    result,
    source: sourceMetadata(result, claim, input),
    evaluation: {
      evaluation_result_id: result.id,
      evaluation_name: benchmark.name,
      source_data: sourceData(result, benchmark, input),
      ...(claim.date === null ? {} : { evaluation_timestamp: claim.date }),
      metric_config: {
        ...(benchmark.description === '' ? {} : { evaluation_description: benchmark.description }),
        metric_id: result.metric,
        metric_name: input.registry.metric(result.metric)?.name ?? result.metric,
        ...unitOf(result.unit),
        lower_is_better: !higherIsBetter,
        ...rangeOf(result, benchmark),
      },
      score_details: {
        score: result.score,
        details: { ...proofOf(result, claim), ...copyOf(result, input) },
        ...(stderr === null ? {} : { uncertainty: { standard_error: { value: stderr } } }),
      },
      ...conditionsOf(result),
    },
  };
}

/** The records of one model, one a source. `retrieved` is the day of the export in seconds since 1970. */
export function recordsOf(
  model: Model,
  entries: readonly RecordEntry[],
  retrieved: number,
): { readonly name: string; readonly content: string }[] {
  const groups = groupBy(entries, ({ source }) => JSON.stringify(source));
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, group]) => {
      const name = uuidOf(`${model.id}\n${key}`);
      const record = {
        schema_version: SCHEMA_VERSION,
        // Two records of one model and day differ in their source alone, so the record's own name tells them apart.
        evaluation_id: `${COLLECTION}_${name.slice(0, 8)}/${model.id}/${retrieved}`,
        retrieved_timestamp: String(retrieved),
        source_metadata: group[0]?.source,
        eval_library: { name: 'unknown', version: 'unknown' },
        model_info: {
          name: model.display_name,
          id: model.id,
          ...(model.owner === null ? {} : { developer: model.owner }),
          ...modelDetails(model),
        },
        evaluation_results: [...group]
          .sort((a, b) => compareText(orderOf(a.result), orderOf(b.result)))
          .map(({ evaluation }) => evaluation),
      };
      return { name: `${name}.json`, content: `${JSON.stringify(record, null, 2)}\n` };
    });
}

function orderOf({ benchmark, metric, id }: Result): string {
  return [benchmark, metric, id].join('\u0000');
}

function sourceMetadata(result: Result, claim: Claim, input: ExportInput): RecordEntry['source'] {
  const source = sourceOf(result, input);
  const owner = input.models.get(result.model)?.owner ?? null;
  const organization = source?.organization ?? null;
  const isOwn =
    source?.kind === 'own-card' ||
    (owner !== null && organization !== null && owner.toLowerCase() === organization.toLowerCase());
  return {
    source_name: source?.name ?? claim.card,
    // What a harness wrote is a record of the run itself; everything else is what somebody says of one.
    source_type: claim.source.kind === 'harness' ? 'evaluation_run' : 'documentation',
    source_organization_name: organization ?? 'unknown',
    ...(source?.url ? { source_organization_url: source.url } : {}),
    evaluator_relationship: isOwn ? 'first_party' : 'third_party',
    additional_details: { card: claim.card },
  };
}

function sourceData(result: Result, benchmark: BenchmarkRecord, { registry }: ExportInput) {
  const name = { dataset_name: benchmark.name };
  const dataset = hubDataset(benchmark.dataset);
  if (dataset === null) {
    return benchmark.home === null
      ? { ...name, source_type: 'other' }
      : { ...name, source_type: 'url', url: [benchmark.home] };
  }
  const items = result.split === null ? registry.benchmark(benchmark.id)?.items : null;
  return {
    ...name,
    source_type: 'hf_dataset',
    hf_repo: dataset,
    ...(result.split === null ? {} : { hf_split: result.split }),
    ...(items ? { samples_number: items } : {}),
  };
}

function unitOf(unit: string) {
  if (unit === 'number') return {};
  return { metric_unit: unit === 'fraction' ? 'proportion' : unit };
}

/** A continuous score must state both bounds; where one is open, the type of score is left unsaid. */
function rangeOf({ unit, score }: Result, benchmark: BenchmarkRecord) {
  const [low, high] = benchmark.range;
  if (!benchmark.listed || unit !== benchmark.unit || low === null || high === null) return {};
  return score < low || score > high ? {} : { score_type: 'continuous', min_score: low, max_score: high };
}

/** Where the score is written, so that whoever doubts it can look. */
function proofOf(result: Result, claim: Claim): Details {
  return {
    claim: result.claims[0] ?? '',
    file: claimFile(claim),
    line: String(claim.source.line),
    as_written: claim.source.raw,
    claims: String(result.claims.length),
    ...(result.values.length > 1
      ? {
          other_scores: result.values
            .slice(1)
            .map(({ score }) => String(score))
            .join(', '),
        }
      : {}),
  };
}

/** A number that a card repeats from another model's card says so. */
function copyOf({ id }: Result, { copiedFrom }: ExportInput): Details {
  const model = copiedFrom.get(id);
  return model === undefined ? {} : { copied_from: model };
}

function conditionsOf({ shots, shots_inferred, setting, split }: Result) {
  const additional_details: Details = {
    ...(shots === null ? {} : { num_few_shot: String(shots) }),
    ...(shots === null || !shots_inferred ? {} : { num_few_shot_inferred: 'true' }),
    ...(setting === null ? {} : { setting }),
    ...(split === null ? {} : { split }),
  };
  return Object.keys(additional_details).length === 0 ? {} : { generation_config: { additional_details } };
}

function modelDetails({ parameters, type, base_models }: Model) {
  const additional_details: Details = {
    ...(parameters === null ? {} : { parameters_in_billions: String(parameters) }),
    ...(type === 'unknown' ? {} : { type }),
    ...(base_models.length === 0 ? {} : { base_models: base_models.join(', ') }),
  };
  return Object.keys(additional_details).length === 0 ? {} : { additional_details };
}

/** A UUID of version 8 (RFC 9562, section 5.8) made from a text: the same for the same text. */
function uuidOf(text: string): string {
  const hash = sha256(text);
  const variant = '89ab'[Number.parseInt(hash[16] as string, 16) % 4];
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
