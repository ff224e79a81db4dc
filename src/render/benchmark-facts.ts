/** What a benchmark is: in one line, and in a list with the sources of each fact. */
import { compareNames } from '../core/compare.ts';
import type { BenchmarkRecord } from '../store/types.ts';
import type { Here, Site } from './frame.ts';
import { externalUrl, hubDataset } from './links.ts';
import { directionWord, metricName, shotsWord, unitWord } from './words.ts';

/** More related benchmarks than this are left to the list of all. */
const MOST_RELATED = 10;

export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly href: string;
  readonly note: string;
}

/** "Mathematics": a field of the registry in the site's language; one that has no text as the registry writes it. */
export function fieldTitle(site: Pick<Site, 't' | 'context'>, category: string): string {
  if (category === '') return site.t('benchmark.fields.other');
  if (site.context.language.has(`benchmark.fields.${category}`))
    return site.t(`benchmark.fields.${category}`);
  const words = category.replaceAll('_', ' ').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Field, metric, direction, number of questions, the score of guessing, usual shots: what is known of them. */
export function glanceOf(site: Site, benchmark: BenchmarkRecord): string[] {
  if (!benchmark.listed) return [];
  const { t, context } = site;
  const items = context.registry.benchmark(benchmark.id)?.items ?? null;
  const baseline = benchmark.random_baseline;
  return [
    fieldTitle(site, benchmark.category),
    metricName(benchmark.metric, context.registry),
    directionWord(t, benchmark.higher_is_better),
    items === null ? '' : t('benchmark.glance.items', { count: items }),
    baseline === null ? '' : t('benchmark.glance.guessing', { score: numberOf(site, baseline) }),
    benchmark.shots === null ? '' : t('benchmark.glance.shots', { shots: shotsWord(t, benchmark.shots) }),
  ].filter((text) => text !== '');
}

/** A number of the registry, with the digits that it has. */
function numberOf(site: Site, value: number): string {
  return String(value).replace('.', site.context.language.score(0, 1).slice(1, 2));
}

function rangeWord(site: Site, [low, high]: BenchmarkRecord['range']): string {
  if (low === null && high === null) return '';
  const say = (bound: number | null) => (bound === null ? '' : numberOf(site, bound));
  const kind = low === null ? 'below' : high === null ? 'above' : 'between';
  return site.t(`benchmark.range.${kind}`, { low: say(low), high: say(high) });
}

/** The facts of a benchmark of the registry; none of one that only cards know. */
export function factsOf(site: Site, benchmark: BenchmarkRecord): Fact[] {
  if (!benchmark.listed) return [];
  const { t } = site;
  const { registry } = site.context;
  const entry = registry.benchmark(benchmark.id);
  const fact = (key: string, text: string, href: string | null = '', note: string | null = ''): Fact => ({
    label: t(`benchmark.facts.${key}`),
    text,
    href: href ?? '',
    note: note ?? '',
  });
  const address = (key: string, url: string | null | undefined): Fact => {
    const href = externalUrl(url);
    return fact(key, href === null ? '' : href.replace(/^https?:\/\/(www\.)?|\/$/g, ''), href);
  };
  const { random_baseline: baseline, dataset } = benchmark;
  const items = entry?.items ?? null;
  const human = entry?.human_score ?? null;
  const facts = [
    fact(
      'metric',
      metricName(benchmark.metric, registry),
      '',
      registry.metric(benchmark.metric)?.description,
    ),
    fact(
      'unit',
      unitWord(t, benchmark.unit),
      '',
      benchmark.unit === 'percent' ? '' : rangeWord(site, benchmark.range),
    ),
    fact('items', items === null ? '' : site.context.language.count(items), '', entry?.items_source),
    fact('guessing', baseline === null ? '' : numberOf(site, baseline), '', benchmark.baseline_source),
    fact('human', human === null ? '' : numberOf(site, human), '', entry?.human_source),
    fact('shots', shotsWord(t, benchmark.shots)),
    fact('dataset', dataset ?? '', dataset === null ? '' : (externalUrl(dataset) ?? hubDataset(dataset))),
    address('paper', entry?.paper),
    address('home', benchmark.home),
  ];
  return facts.filter(({ text }) => text !== '');
}

interface RelatedView {
  readonly name: string;
  readonly href: string;
  readonly results: string;
}

/** Others of the same suites first, then of the same field: those that most results are known of. */
export function relatedTo(site: Site, here: Here, benchmark: BenchmarkRecord): RelatedView[] {
  const suites = new Set(benchmark.suites);
  if (!benchmark.listed && suites.size === 0) return [];
  const shared = ({ suites: others }: BenchmarkRecord) => Number(others.some((suite) => suites.has(suite)));
  return site.data.benchmarks
    .filter(
      (other) =>
        other.id !== benchmark.id &&
        other.results > 0 &&
        other.listed &&
        (shared(other) === 1 || (benchmark.listed && other.category === benchmark.category)),
    )
    .sort((a, b) => shared(b) - shared(a) || b.results - a.results || compareNames(a.name, b.name))
    .slice(0, MOST_RELATED)
    .map((other) => ({
      name: other.name,
      href: here.to(site.context.urls.benchmark(other.id)),
      results: site.context.language.count(other.results),
    }));
}
