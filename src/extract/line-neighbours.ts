/** Weighs the lines that stand together: whether they are scores, so that an unknown name among them is a metric too. */
import { tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { readCell } from './cell-value.ts';
import { readLabel } from './label.ts';
import { otherThanQuality } from './no-quality.ts';

export interface Neighbours {
  /** True where what stands together are facts of any kind ("license: mit", "layers: 12"), with few scores or none. */
  readonly areFacts: boolean;
  /** True where benchmarks with numbers stand together: a short name among them is one too, and an average is theirs. */
  readonly areBenchmarks: boolean;
  /** Whether a name that nobody listed is a metric, by the known metrics beside it. */
  makeMetric(name: string): boolean;
}

const ENTRY = /^[\s>\-*+•·'"]*([^:：=]{1,60}?)['"*_`]*\s*(?:[:：=]|\s[-–—](?=\s))\s*(\S.{0,60}?)\s*,?\s*$/u;

/** What was found of the items of a list, which is asked for again with each of them. */
const known = new WeakMap<readonly string[], Neighbours>();

/** Lines of a block and of the list around it, always read by one registry; at most a few hundred are looked at. */
export function readNeighbours(lines: readonly string[], registry: Registry): Neighbours {
  const found = known.get(lines) ?? weighLines(lines, registry);
  known.set(lines, found);
  return found;
}

function weighLines(lines: readonly string[], registry: Registry): Neighbours {
  let entries = 0;
  let metrics = 0;
  let losses = 0;
  const benchmarks = new Set<string>();
  for (const line of lines.slice(0, 400)) {
    const found = line.length <= 200 ? ENTRY.exec(line) : null;
    if (!found) continue;
    entries++;
    const name = tidy((found[1] as string).replace(/\*\*|`/g, ''));
    const reading = readCell((found[2] as string).replace(/[*_`\s]+$/, ''));
    if (reading.kind !== 'values' && reading.kind !== 'missing') continue;
    const label = readLabel(name, registry);
    if (label.benchmark && !label.benchmark.short && reading.kind === 'values')
      benchmarks.add(label.benchmark.entry.id);
    const metric = registry.findMetric(name) ?? label.metricEntry;
    if (metric?.entry.id === 'loss') losses++;
    else if (metric) metrics++;
  }
  return {
    areFacts: metrics * 3 < entries - losses,
    areBenchmarks: benchmarks.size >= 2,
    makeMetric: (name) => {
      if (registry.findMetric(name)?.entry.id === 'loss')
        return metrics >= 1 && (metrics + losses) * 2 >= entries;
      if (otherThanQuality(name, registry) !== null) return false;
      if (metrics < 2 || !/^[\p{L}][\p{L}\d@_.-]*(?: [\p{L}\d@_.-]+){0,3}$/u.test(name)) return false;
      // "HasAns_exact" beside "exact", "sdr_imp" beside "sdr": a part of the name is a metric.
      const parts = name.split('_');
      const hasMetric =
        registry.findMetric(parts[parts.length - 1] as string) ??
        registry.findMetric(parts.slice(0, -1).join('_'));
      return metrics * 2 >= entries - losses || (parts.length > 1 && hasMetric !== undefined);
    },
  };
}
