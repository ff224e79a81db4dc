/** Reads names of metrics where they need more than the registry: metric columns, filters, the parts of error rates. */
import { tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import type { LabelReading } from './label.ts';

/** The parts of a word or character error rate, as speech toolkits head their columns. */
export const ERROR_PART = /^(?:corr|sub|del|ins|err|s\.err)$/i;

/** What a speech toolkit calls "Err" is the error rate of the heading; its parts keep that as their condition. */
export function nameOfError({ name }: LabelReading, rate: string | null, settings: string[]): string {
  if (rate === null || !ERROR_PART.test(name)) return name;
  if (/^err$/i.test(name)) return rate;
  settings.push(rate);
  return name;
}

/** A metric column may hold shots too ("5-shot, top-1"); what stays is the metric, slashes and all. */
export function metricOfColumn(text: string): string | null {
  const metric = tidy(
    text.replace(/\(?\b\d{1,2}[- ]?shots?\b\)?/gi, ' ').replace(/^[\s,;/]+|[\s,;/]+$/g, ''),
  );
  return metric === '' || /^[-–—]$/.test(metric) ? null : metric;
}

/** Filters that the harness appends to the name of a metric: "acc,none", "exact_match,strict-match". */
const FILTER =
  /,(none|(?:[a-z]{1,20}[-_]){0,3}(?:match|extract|extraction|answer|whitespace|test|code|filter|regex|verify|vote)|maj@\d{1,4})$/;

/** A metric and its filter, which says how answers were taken from the output; "none" is no filter. */
export function splitFilter(metric: string): { readonly name: string; readonly filter: string | null } {
  const filter = FILTER.exec(metric)?.[1];
  if (filter === undefined) return { name: metric, filter: null };
  return { name: tidy(metric.slice(0, -filter.length - 1)), filter: filter === 'none' ? null : filter };
}

/** Metrics by what they count; those of one family stand for one another, those of two never measure the same. */
const FAMILIES: readonly RegExp[] = [
  /^pass@|^maj@/i,
  /^elo$|rating/i,
  /win_?rate/i,
  /^(?:wer|cer|mer|per|word error rate|character error rate)$/i,
  /bleu|chrf|rouge|meteor|comet/i,
  /ndcg|mrr|recall@|hits?@/i,
  /^(?:ppl|perplexity|bits_per_byte|word_perplexity|byte_perplexity)$/i,
  /^(?:acc|accuracy|acc_norm|mc1|mc2|exact_match|em|multiple_choice_grade|macro_f1)$/i,
];

/** False where a metric that a text names cannot be what a benchmark is measured by: pass@1 of TruthfulQA. */
export function fitsBenchmark(metric: string, usual: string, registry: Registry): boolean {
  const id = registry.findMetric(metric)?.entry.id ?? metric;
  // Ratings are of matches between models; texts mention them beside scores of every kind.
  if (id === 'elo') return usual === id;
  const family = (name: string) => FAMILIES.findIndex((pattern) => pattern.test(name));
  const named = family(id);
  const known = family(usual);
  return named < 0 || known < 0 || named === known;
}
