/** Checks what one registry entry says about others: metrics and members exist, and no two share a name. */
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { foldSeparators } from '../core/fold.ts';
import type { Located } from './located.ts';
import type { Clash } from './names.ts';
import { clashes, type Entries } from './registry.ts';
import type { Benchmark, License, Metric, Suite } from './types.ts';

export interface LocatedEntries {
  readonly benchmarks: readonly Located<Benchmark>[];
  readonly metrics: readonly Located<Metric>[];
  readonly suites: readonly Located<Suite>[];
  readonly licenses: readonly Located<License>[];
}

/**
 * Leaves out benchmarks whose metric is unknown and suites with unknown members or metrics, each with
 * `registry/bad-entry`. Shared names are reported too; the entries stay, and the shared name finds nothing.
 */
export function crossCheck(located: LocatedEntries): Checked<Entries> {
  const diagnostics: Diagnostic[] = [];
  const metrics = located.metrics.map(({ entry }) => entry);
  const metricIds = new Set(metrics.map(({ id }) => id));
  const benchmarks = located.benchmarks.filter((one) =>
    keep(one, diagnostics, wrongMetrics(one.entry, metricIds)),
  );
  const byId = new Map(benchmarks.map(({ entry }) => [entry.id, entry]));
  for (const one of benchmarks) keep(one, diagnostics, wrongNeighbours(one.entry, byId));
  const suites = located.suites.filter((one) =>
    keep(one, diagnostics, wrongMembers(one.entry, byId, metricIds)),
  );

  const shared = clashes({ benchmarks: benchmarks.map(({ entry }) => entry), metrics });
  const known = (clash: Clash<Benchmark>) =>
    clash.how === 'separators' &&
    clash.entries.every((a) =>
      clash.entries.every((b) => a === b || a.differs_from.includes(b.id) || b.differs_from.includes(a.id)),
    );
  reportShared(
    benchmarks,
    shared.benchmarks.filter((clash) => !known(clash)),
    diagnostics,
  );
  reportShared(located.metrics, shared.metrics, diagnostics);
  return {
    value: {
      benchmarks: benchmarks.map(({ entry }) => entry),
      metrics,
      suites: suites.map(({ entry }) => entry),
      licenses: located.licenses.map(({ entry }) => entry),
    },
    diagnostics,
  };
}

/** What is wrong with an entry, by the key it stands under. */
type Wrong = readonly (readonly [key: string, message: string])[];

function keep(one: Located<{ readonly id: string }>, diagnostics: Diagnostic[], wrong: Wrong): boolean {
  for (const [key, message] of wrong) {
    diagnostics.push(diagnose('registry/bad-entry', one.place(key), `"${one.entry.id}": ${message}`));
  }
  return wrong.length === 0;
}

function wrongMetrics(benchmark: Benchmark, metricIds: ReadonlySet<string>): Wrong {
  return [
    ...unknown(metricIds, [benchmark.metric], 'metric', 'metric'),
    ...unknown(metricIds, Object.keys(benchmark.by_metric), 'by_metric', 'metric'),
  ];
}

function wrongNeighbours(benchmark: Benchmark, byId: ReadonlyMap<string, Benchmark>): Wrong {
  return [
    ...unknown(byId, Object.values(benchmark.by_metric), 'by_metric', 'benchmark'),
    ...unknown(byId, benchmark.differs_from, 'differs_from', 'benchmark'),
  ];
}

function wrongMembers(
  suite: Suite,
  byId: ReadonlyMap<string, Benchmark>,
  metricIds: ReadonlySet<string>,
): Wrong {
  const wrong: [string, string][] = [];
  const columns = new Set<string>();
  for (const member of suite.members) {
    const ids = member.stands_for === null ? [member.benchmark] : [member.benchmark, member.stands_for];
    wrong.push(
      ...unknown(byId, ids, 'members', 'benchmark'),
      ...unknown(metricIds, [member.metric], 'members', 'metric'),
    );
    const column = JSON.stringify([member.benchmark, member.metric, member.shots, member.setting]);
    if (columns.has(column)) wrong.push(['members', `the member ${member.benchmark} stands twice.`]);
    columns.add(column);
  }
  const { rule, requires, metrics, alternatives } = suite.average;
  wrong.push(...unknown(metricIds, [...metrics, ...alternatives.flat()], 'average', 'metric'));
  if (typeof requires === 'number' && requires > suite.members.length) {
    wrong.push(['average', `requires ${requires} of ${suite.members.length} members.`]);
  }
  if (rule === 'mean' && byId.get(suite.id)?.metric !== 'average') {
    wrong.push(['average', 'an averaged suite needs a benchmark of the same id whose metric is average.']);
  }
  return wrong;
}

function unknown(
  known: { has(id: string): boolean },
  ids: readonly string[],
  key: string,
  kind: 'metric' | 'benchmark',
): [string, string][] {
  return ids.filter((id) => !known.has(id)).map((id) => [key, `there is no ${kind} "${id}".`]);
}

/** Reports a shared name once, at the later of its claimants. */
function reportShared<T extends { readonly id: string }>(
  located: readonly Located<T>[],
  shared: readonly Clash<T>[],
  diagnostics: Diagnostic[],
): void {
  const reported = new Set<string>();
  for (const clash of shared) {
    // Names that are the same exactly are the same at every later level too.
    const key = JSON.stringify([foldSeparators(clash.name), ...clash.entries.map(({ id }) => id)]);
    if (reported.has(key)) continue;
    reported.add(key);
    const claimants = located.filter(({ entry }) => clash.entries.includes(entry));
    const last = claimants.at(-1);
    if (last === undefined) continue;
    const ids = claimants.map(({ entry }) => entry.id).join(', ');
    diagnostics.push(
      diagnose(
        'registry/bad-entry',
        last.place('aliases'),
        `The name "${clash.name}" is claimed by ${ids}.`,
        {
          hint: 'a name leads to one entry; where two really look alike, list them under `differs_from`.',
        },
      ),
    );
  }
}
