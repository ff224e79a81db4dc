/** Builds the registry's lookups from its entries. */
import { foldCase } from '../core/fold.ts';
import { type Clash, indexNames, type Named } from './names.ts';
import { indexSuites } from './suite-names.ts';
import type { Benchmark, License, Metric, Registry, Suite } from './types.ts';

/** The registry's entries, checked, in the order of their files. */
export interface Entries {
  readonly benchmarks: readonly Benchmark[];
  readonly metrics: readonly Metric[];
  readonly suites: readonly Suite[];
  readonly licenses: readonly License[];
}

/** Builds every lookup once; each answers in constant time. `hash` is the hash of the files the entries are from. */
export function buildRegistry(entries: Entries, hash: string): Registry {
  const benchmarks = byId(entries.benchmarks);
  const metrics = byId(entries.metrics);
  const suites = byId(entries.suites);
  const licenses = new Map(
    // Ids last: no alias hides one.
    [
      ...entries.licenses.flatMap((license) => license.aliases.map((name) => [name, license] as const)),
      ...entries.licenses.map((license) => [license.id, license] as const),
    ].map(([name, license]) => [foldCase(name), license]),
  );
  const benchmarkNames = indexNames(entries.benchmarks.map(benchmarkNamed));
  const metricNames = indexNames(entries.metrics.map(metricNamed));
  return {
    ...entries,
    hash,
    benchmark: (id) => benchmarks.get(id),
    metric: (id) => metrics.get(id),
    suite: (id) => suites.get(id),
    license: (id) => licenses.get(foldCase(id)),
    findBenchmark: benchmarkNames.find,
    findMetric: metricNames.find,
    findSuites: indexSuites(entries.suites),
  };
}

/** Names that two benchmarks or two metrics claim at one level of folding. */
export function clashes(entries: Pick<Entries, 'benchmarks' | 'metrics'>): {
  benchmarks: readonly Clash<Benchmark>[];
  metrics: readonly Clash<Metric>[];
} {
  return {
    benchmarks: indexNames(entries.benchmarks.map(benchmarkNamed)).clashes,
    metrics: indexNames(entries.metrics.map(metricNamed)).clashes,
  };
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** A benchmark's names; an id or name that is too short to be sure of stands in `short_aliases` too, and is short. */
function benchmarkNamed(benchmark: Benchmark): Named<Benchmark> {
  const short = new Set(benchmark.short_aliases.map(foldCase));
  const names = [benchmark.id, benchmark.name, ...benchmark.aliases];
  return {
    entry: benchmark,
    full: names.filter((name) => !short.has(foldCase(name))),
    short: [...benchmark.short_aliases, ...names.filter((name) => short.has(foldCase(name)))],
  };
}

function metricNamed(metric: Metric): Named<Metric> {
  return { entry: metric, full: [metric.id, metric.name, ...metric.aliases], short: [] };
}
