/** The list of all benchmarks, by field. */
import { compareNames, compareText } from '../core/compare.ts';
import { countOf, formatCount, MISSING } from '../core/format.ts';
import type { BenchmarkRecord } from '../store/types.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { metricName, shotsWord } from './words.ts';

interface BenchmarkLine {
  readonly name: string;
  readonly href: string;
  readonly description: string;
  readonly metric: string;
  readonly shots: string;
  readonly baseline: string;
  readonly results: string;
}

interface FieldView {
  readonly id: string;
  readonly title: string;
  readonly benchmarks: readonly BenchmarkLine[];
}

export interface BenchmarksView extends Framed {
  readonly counts: string;
  readonly fields: readonly FieldView[];
  /** Benchmarks that only cards know. */
  readonly unlisted: readonly BenchmarkLine[];
  /** Names of listed benchmarks that no card reports. */
  readonly unreported: readonly { readonly name: string; readonly href: string }[];
}

/** "reasoning_and_logic" as a heading. */
export function fieldTitle(category: string): string {
  const words = category.replaceAll('_', ' ').replaceAll('-', ' ');
  return words === '' ? 'Other' : words.charAt(0).toUpperCase() + words.slice(1);
}

function line(site: Site, here: Here, benchmark: BenchmarkRecord): BenchmarkLine {
  return {
    name: benchmark.name,
    href: here.to(site.context.urls.benchmark(benchmark.id)),
    description: benchmark.description,
    metric: metricName(benchmark.metric, site.context.registry),
    shots: shotsWord(site.t, benchmark.shots) || MISSING,
    baseline: benchmark.random_baseline === null ? MISSING : String(benchmark.random_baseline),
    results: formatCount(benchmark.results),
  };
}

/** The view of the list of benchmarks: those with results by field, then the unlisted, then the rest by name alone. */
export function benchmarksView(site: Site, here: Here): BenchmarksView {
  const ordered = [...site.data.benchmarks].sort(
    (a, b) => compareNames(a.name, b.name) || compareText(a.id, b.id),
  );
  const fields = new Map<string, BenchmarkRecord[]>();
  for (const benchmark of ordered) {
    if (!benchmark.listed || benchmark.results === 0) continue;
    const field = fields.get(benchmark.category);
    if (field === undefined) fields.set(benchmark.category, [benchmark]);
    else field.push(benchmark);
  }
  const unlisted = ordered.filter((benchmark) => !benchmark.listed);
  const reported = ordered.filter((benchmark) => benchmark.listed && benchmark.results > 0).length;
  const more = unlisted.length === 0 ? '' : `, and ${formatCount(unlisted.length)} more that only cards know`;
  const counts = `${countOf(reported, 'benchmark')} with results${more}`;
  return {
    frame: frame(
      site,
      here,
      'Benchmarks',
      `What each benchmark measures, in which unit, and how to reproduce it: ${counts}.`,
    ),
    counts,
    fields: [...fields]
      .sort(([a], [b]) => compareText(a, b))
      .map(([category, list]) => ({
        id: `field-${category.replace(/[^\w-]+/g, '-')}`,
        title: fieldTitle(category),
        benchmarks: list.map((benchmark) => line(site, here, benchmark)),
      })),
    unlisted: unlisted.map((benchmark) => line(site, here, benchmark)),
    unreported: ordered
      .filter((benchmark) => benchmark.listed && benchmark.results === 0)
      .map((benchmark) => ({
        name: benchmark.name,
        href: here.to(site.context.urls.benchmark(benchmark.id)),
      })),
  };
}
