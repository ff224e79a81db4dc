/**
 * Writes results as the files of a repository's folder `.eval_results`, from which the Hub makes leaderboards.
 * Source of the format: https://huggingface.co/docs/hub/eval-results.
 */
import { dump } from 'js-yaml';
import { compareText } from '../core/compare.ts';
import type { Result } from '../core/result.ts';
import { hubDataset } from './dataset.ts';
import { MARK } from './model-index.ts';
import { claimOf, sourceOf } from './source.ts';
import { COPIED, type ExportInput } from './types.ts';

/** One result in the terms of the format. */
export interface EvalEntry {
  readonly result: Result;
  readonly dataset: { readonly id: string; readonly task_id: string };
  readonly value: number;
  readonly date: string | null;
  readonly source: { readonly url: string; readonly name: string } | null;
  /** Shots, setting and split: the format has no other place for them. */
  readonly notes: string | null;
}

/** A result in the terms of the format, or the reason why the format has no place for it. */
export function evalEntry(result: Result, input: ExportInput): EvalEntry | string {
  const benchmark = input.benchmarks.get(result.benchmark);
  const source = sourceOf(result, input);
  if (benchmark === undefined || source === null) return 'its claim or benchmark is not at hand';
  if (input.copiedFrom.has(result.id)) return COPIED;
  const dataset = benchmark.listed ? hubDataset(benchmark.dataset) : null;
  if (dataset === null) return 'no data set on the Hub is known for its benchmark';
  if (result.metric !== benchmark.metric)
    return "its metric is not the benchmark's own, and the format names none";
  if (source.kind !== 'own-card' && source.url === null)
    return 'others measured it, and no address says where: a source needs one';
  return {
    result,
    dataset: { id: dataset, task_id: benchmark.id },
    value: result.score,
    date: claimOf(result, input)?.date ?? null,
    source: source.kind === 'own-card' || source.url === null ? null : { url: source.url, name: source.name },
    notes: conditionsOf(result).join(', ') || null,
  };
}

/** What tells a result from others of its benchmark and metric, in words. */
export function conditionsOf({ shots, setting, split }: Result): string[] {
  return [shots === null ? null : `${shots}-shot`, setting, split].filter((part) => part !== null);
}

/** One file's text. The order of the entries does not matter. */
export function evalResultsFile(entries: readonly EvalEntry[]): string {
  const ordered = [...entries].sort(
    (a, b) => compareText(a.notes ?? '', b.notes ?? '') || compareText(a.result.id, b.result.id),
  );
  const list = ordered.map(({ dataset, value, date, source, notes }) => ({
    dataset,
    value,
    ...(date === null ? {} : { date }),
    ...(source === null ? {} : { source }),
    ...(notes === null ? {} : { notes }),
  }));
  return `${MARK}\n${dump(list, { lineWidth: -1, noRefs: true })}`;
}
