/** The list of all benchmarks, by field, each with its best result. */
import { compareNames, compareText } from '../core/compare.ts';
import { MISSING } from '../core/format.ts';
import type { BenchmarkRecord } from '../store/types.ts';
import { fieldTitle } from './benchmark-facts.ts';
import { groupsOf } from './benchmark-groups.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { resultHref } from './proof.ts';
import { metricName, shotsWord } from './words.ts';

interface BestView {
  readonly score: string;
  readonly href: string;
  readonly model: string;
}

interface BenchmarkLine {
  readonly name: string;
  readonly href: string;
  readonly description: string;
  /** Metric and usual shots. */
  readonly measure: string;
  readonly results: string;
  /** The first of the setting that most models report; null where nobody is ranked. */
  readonly best: BestView | null;
}

interface FieldView {
  readonly id: string;
  readonly title: string;
  readonly count: string;
  readonly benchmarks: readonly BenchmarkLine[];
}

export interface BenchmarksView extends Framed {
  readonly counts: string;
  readonly fields: readonly FieldView[];
  /** Benchmarks that only cards know. */
  readonly unlisted: readonly BenchmarkLine[];
  readonly unlistedCount: string;
  /** Names of listed benchmarks that no card reports. */
  readonly unreported: readonly { readonly name: string; readonly href: string }[];
  readonly missing: string;
}

function bestOf(site: Site, here: Here, benchmark: BenchmarkRecord): BestView | null {
  const [group] = groupsOf(site.index.resultsOfBenchmark.get(benchmark.id) ?? []);
  const best = group?.find(({ id }) => {
    const standing = site.index.standings.get(id);
    return standing?.rank === 1 && standing.of > 1;
  });
  if (best === undefined) return null;
  return {
    score: site.context.language.score(best.score, Math.min(2, best.decimals)),
    href: resultHref(site, here, best),
    model: site.index.models.get(best.model)?.name ?? best.model,
  };
}

function line(site: Site, here: Here, benchmark: BenchmarkRecord): BenchmarkLine {
  const shots = shotsWord(site.t, benchmark.shots);
  const metric = metricName(benchmark.metric, site.context.registry);
  return {
    name: benchmark.name,
    href: here.to(site.context.urls.benchmark(benchmark.id)),
    description: benchmark.description,
    measure: shots === '' ? metric : `${metric} · ${shots}`,
    results: site.context.language.count(benchmark.results),
    best: benchmark.listed ? bestOf(site, here, benchmark) : null,
  };
}

/** The view of the list of benchmarks: those with results by field, then the unlisted, then the rest by name alone. */
export function benchmarksView(site: Site, here: Here): BenchmarksView {
  const { t } = site;
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
  const withResults = t('benchmark.list.reported', { count: reported });
  const counts =
    unlisted.length === 0
      ? withResults
      : t('benchmark.list.and-unlisted', { reported: withResults, count: unlisted.length });
  const { count } = site.context.language;
  return {
    frame: frame(site, here, t('benchmark.list.title'), t('benchmark.list.description', { counts })),
    counts,
    fields: [...fields]
      .map(([category, list]) => ({
        id: `field-${category.replace(/[^\w-]+/g, '-')}`,
        title: fieldTitle(site, category),
        count: count(list.length),
        benchmarks: list.map((benchmark) => line(site, here, benchmark)),
      }))
      .sort((a, b) => compareNames(a.title, b.title) || compareText(a.id, b.id)),
    unlisted: unlisted.map((benchmark) => line(site, here, benchmark)),
    unlistedCount: count(unlisted.length),
    unreported: ordered
      .filter((benchmark) => benchmark.listed && benchmark.results === 0)
      .map((benchmark) => ({
        name: benchmark.name,
        href: here.to(site.context.urls.benchmark(benchmark.id)),
      })),
    missing: MISSING,
  };
}
