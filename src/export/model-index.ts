/**
 * Writes results as the `model-index` of a card's front matter.
 * Source of the format: https://github.com/huggingface/hub-docs/blob/main/modelcard.md, read by `huggingface_hub` 2.0.
 */
import { dump } from 'js-yaml';
import type { BenchmarkRecord } from '../core/benchmark.ts';
import { compareText } from '../core/compare.ts';
import type { Model, Result } from '../core/result.ts';
import { hubDataset } from './dataset.ts';
import { groupBy } from './group.ts';
import { sourceOf } from './source.ts';
import { COPIED, type ExportInput } from './types.ts';

/** The first line of every YAML file of an export: files that lack it are somebody else's. */
export const MARK = '# Written by cardboard export.';

/** One result in the terms of the format. */
export interface IndexEntry {
  readonly result: Result;
  readonly dataset: {
    readonly name: string;
    readonly type: string;
    readonly config: string | null;
    readonly split: string | null;
    readonly args: Readonly<Record<string, number | boolean | string>> | null;
  };
  readonly metric: { readonly type: string; readonly name: string | null; readonly value: number | string };
  readonly source: { readonly name: string; readonly url: string } | null;
}

/** A result in the terms of the format, or the reason why the format has no place for it. */
export function indexEntry(result: Result, input: ExportInput): IndexEntry | string {
  const benchmark = input.benchmarks.get(result.benchmark);
  const source = sourceOf(result, input);
  if (benchmark === undefined || source === null) return 'its claim or benchmark is not at hand';
  if (input.copiedFrom.has(result.id)) return COPIED;
  if (source.kind !== 'own-card' && source.url === null)
    return 'others measured it, and no address says where: a source needs one';
  const dataset = benchmark.listed ? hubDataset(benchmark.dataset) : null;
  const { setting, shots, split } = result;
  const conditions = [shots === null ? null : `${shots}-shot`, setting].filter((part) => part !== null);
  const language = !benchmark.listed && setting !== null && LANGUAGE.test(setting) ? setting : null;
  // A data set may hold several benchmarks, and one benchmark several conditions: the configuration tells them apart.
  const config = benchmark.listed
    ? [benchmark.id, ...conditions].join('-').replace(/[^A-Za-z0-9.@+_-]+/g, '-')
    : language === null
      ? setting
      : null;
  return {
    result,
    dataset: {
      name: nameOf(benchmark, setting),
      type: dataset ?? benchmark.id,
      config,
      split,
      args: argumentsOf(result, language),
    },
    metric: {
      type: result.metric,
      name: input.registry.metric(result.metric)?.name ?? null,
      value: writtenValue(result, benchmark),
    },
    source: source.kind === 'own-card' || source.url === null ? null : { name: source.name, url: source.url },
  };
}

/** A language by its code, as cards on speech give it under `args`. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z]{2,4})?$/i;

function nameOf({ id, name, listed }: BenchmarkRecord, setting: string | null): string {
  // The name of an average of no known suite is that of one of the averages it stands for.
  if (!listed && id === 'average') return 'Average';
  return listed && setting !== null ? `${name} (${setting})` : name;
}

function argumentsOf(
  { shots, shots_inferred }: Result,
  language: string | null,
): IndexEntry['dataset']['args'] {
  const given = {
    ...(shots === null ? {} : { num_few_shot: shots }),
    ...(shots === null || !shots_inferred ? {} : { num_few_shot_inferred: true }),
    ...(language === null ? {} : { language }),
  };
  return Object.keys(given).length === 0 ? null : given;
}

/**
 * The score as a number; with a percent sign where the number alone would not tell that it is a percentage: of a
 * benchmark that nobody lists, or from -1 to 1, where percentages are written as fractions.
 */
function writtenValue({ score, unit }: Result, { listed }: BenchmarkRecord): number | string {
  const isUntold = unit === 'percent' && (!listed || (score !== 0 && Math.abs(score) <= 1));
  // A number so small that it is written with an exponent would not be read as a percentage.
  return isUntold && !String(score).includes('e') ? `${score}%` : score;
}

/**
 * A card that holds nothing but a `model-index` with these entries: README.md as `ModelCard.load` reads it. `null` for
 * no entries. The order of the entries does not matter.
 */
export function modelIndexCard(model: Model, entries: readonly IndexEntry[]): string | null {
  if (entries.length === 0) return null;
  const task = { type: model.pipeline_tag ?? 'other' };
  const groups = groupBy([...entries].sort(compareEntries), ({ dataset, source }) =>
    JSON.stringify([dataset, source]),
  );
  const taken = new Set<string>();
  const results = [...groups.values()].map((group) => {
    const [{ dataset, source }] = group as [IndexEntry];
    const { name, split, args } = dataset;
    const { type, config } = distinct(dataset, taken);
    return {
      task,
      dataset: {
        name,
        type,
        ...(config === null ? {} : { config }),
        ...(split === null ? {} : { split }),
        ...(args === null ? {} : { args }),
      },
      metrics: group.map(({ metric }) => ({
        type: metric.type,
        value: metric.value,
        ...(metric.name === null ? {} : { name: metric.name }),
      })),
      ...(source === null ? {} : { source }),
    };
  });
  const text = dump({ 'model-index': [{ name: model.name, results }] }, { lineWidth: -1, noRefs: true });
  return `---\n${MARK}\n${text}---\n`;
}

/**
 * `huggingface_hub` takes results of one data set type, configuration and split for one, and keeps name, arguments and
 * source of the first alone; so no two groups may share them.
 */
function distinct(
  { type, config, split }: IndexEntry['dataset'],
  taken: Set<string>,
): { type: string; config: string | null } {
  for (let number = 1; ; number++) {
    const own = number === 1 ? type : `${type}-${number}`;
    const key = JSON.stringify([own, config, split]);
    if (taken.has(key)) continue;
    taken.add(key);
    return { type: own, config };
  }
}

function compareEntries(a: IndexEntry, b: IndexEntry): number {
  return (
    compareText(a.result.benchmark, b.result.benchmark) ||
    (a.result.shots ?? -1) - (b.result.shots ?? -1) ||
    compareText(a.result.setting ?? '', b.result.setting ?? '') ||
    compareText(a.result.split ?? '', b.result.split ?? '') ||
    compareText(a.result.metric, b.result.metric) ||
    compareText(a.result.id, b.result.id)
  );
}
