/** Says which benchmark and metric a claim means, and under which conditions. */
import type { Claim } from '../core/claim.ts';
import { foldCase, tidy } from '../core/fold.ts';
import { isPlatform } from '../core/platforms.ts';
import type { Benchmark, Registry, Suite, SuiteMember } from '../registry/types.ts';

export interface Measure {
  /** Registry id, or an id made from the label where the registry does not know it. */
  readonly benchmark: string;
  readonly entry: Benchmark | undefined;
  readonly metric: string;
  readonly metricKnown: boolean;
  readonly shots: number | null;
  readonly shotsInferred: boolean;
  readonly setting: string | null;
  readonly because: readonly string[];
}

/** Turns a label into an id: lower case, words joined by underscores; '+' stays, it tells names apart. */
function idOfLabel(label: string): string {
  const id = foldCase(label)
    .replace(/[^\p{L}\p{N}+@.]+/gu, '_')
    .replace(/^[_.]+|[_.]+$/g, '');
  return id === '' ? 'unnamed' : id.slice(0, 120);
}

/** The suite a group of claims belongs to: of those its context names, the one most of its labels are members of. */
export function suiteOfGroup(claims: readonly Claim[], registry: Registry): readonly Suite[] {
  const names = new Set(
    claims.map((claim) => claim.suite_as_written).filter((name): name is string => name !== null),
  );
  const suites = [...names].flatMap((name) => registry.findSuites(name));
  const found = claims.map((claim) => registry.findBenchmark(claim.benchmark_as_written)?.entry.id);
  const hits = (suite: Suite) =>
    found.filter((id) => id !== undefined && memberOf(suite, id) !== undefined).length;
  return [...new Set(suites)]
    .map((suite) => ({ suite, hits: hits(suite) }))
    .sort((a, b) => b.hits - a.hits)
    .map(({ suite }) => suite);
}

function memberOf(suite: Suite, id: string): SuiteMember | undefined {
  return (
    suite.members.find((member) => member.stands_for === id) ??
    suite.members.find((member) => member.benchmark === id)
  );
}

const TURNS: readonly [RegExp, string][] = [
  [/^(?:1st|first|turn[\s-]*1)(?:[\s-]*turn)?$/i, 'First Turn'],
  [/^(?:2nd|second|turn[\s-]*2)(?:[\s-]*turn)?$/i, 'Second Turn'],
];
/** Settings that say "as it is": the overall score, the unmodified model, the harness's default filter. */
const PLAIN = /^(?:ori|orig|original|vanilla|none|default|overall|score|all|main)$/i;

const AVERAGE = /^(?:avg\.?|average|mean|overall)$/i;

/** Conditions in one spelling and a fixed order, without those that `saysNothing` here; null where there are none. */
function canonicalSetting(setting: string | null, saysNothing: (part: string) => boolean): string | null {
  if (setting === null) return null;
  const parts = setting
    .split(/\s*,\s*/)
    .map((part) => tidy(part))
    .filter((part) => part !== '' && !PLAIN.test(part) && !saysNothing(part))
    .map((part) => {
      for (const [pattern, name] of TURNS) if (pattern.test(part)) return name;
      const sampling = /^(maj|pass|cons|avg|best|bon)\s?@\s?(\d+k?)$/i.exec(part);
      if (sampling) return `${(sampling[1] as string).toLowerCase()}@${sampling[2]}`;
      return /^cot$|^chain[ -]of[ -]thought$/i.test(part) ? 'CoT' : part;
    });
  const unique = new Map(parts.map((part) => [foldCase(part), part]));
  return unique.size === 0
    ? null
    : [...unique.keys()]
        .sort()
        .map((key) => unique.get(key))
        .join(', ');
}

/**
 * `suites` are the candidates of the claim's group, the likeliest first. `embeds`: the card is of a model that embeds
 * texts and writes none, so that "HumanEval" among its tasks is a search for programs and no run of them.
 */
export function measureOf(
  claim: Claim,
  suites: readonly Suite[],
  registry: Registry,
  embeds = false,
): Measure {
  const because: string[] = [];
  if (/^average$/i.test(claim.benchmark_as_written)) return averageOf(claim, suites, registry);
  const found = registry.findBenchmark(claim.benchmark_as_written);
  let entry: Benchmark | undefined = found?.entry;
  if (found && found.how !== 'exact')
    because.push(
      `'${claim.benchmark_as_written}' is ${found.entry.name} (${found.how === 'case' ? 'but for case' : 'but for separators'})`,
    );
  if (entry !== undefined && claim.suite_as_written === null) {
    const raw = rawOf(entry, registry);
    if (raw) {
      because.push(`a harness row without the leaderboard's rescaling: ${raw.name}`);
      entry = raw;
    }
  }
  const metricFound =
    claim.metric_as_written === null ? undefined : registry.findMetric(claim.metric_as_written);
  let metric =
    metricFound?.entry.id ?? (claim.metric_as_written === null ? null : idOfLabel(claim.metric_as_written));
  let shots = claim.shots;
  let shotsInferred = false;

  const contamination = metric === 'contamination';
  const inSuite =
    entry && !contamination
      ? suites
          .map((suite) => ({ suite, member: memberOf(suite, (entry as Benchmark).id) }))
          .find(
            ({ member }) =>
              member !== undefined && (shots === null || member.shots === null || member.shots === shots),
          )
      : undefined;
  if (inSuite?.member) {
    const { suite, member } = inSuite;
    const own = registry.benchmark(member.benchmark);
    if (own && own.id !== entry?.id)
      because.push(`in ${suite.name} '${claim.benchmark_as_written}' means ${own.name}`);
    entry = own ?? entry;
    if (metric === null) {
      metric = member.metric;
      because.push(`metric ${metric} from ${suite.name}`);
    }
    if (shots === null && member.shots !== null) {
      shots = member.shots;
      shotsInferred = true;
      because.push(`${shots}-shot from ${suite.name}`);
    }
  }
  if (entry && metric !== null && metric !== entry.metric) {
    const sibling = registry.benchmark(entry.by_metric[metric] ?? '');
    if (sibling && sibling.id !== entry.id) {
      because.push(`metric ${metric} is ${sibling.name}`);
      entry = sibling;
    }
    if (metric !== entry.metric && isOtherNameOf(metric, entry)) {
      because.push(`${metric} is what it calls ${entry.metric}`);
      metric = entry.metric;
    }
  }
  if (metric === null && embeds && entry?.metric.startsWith('pass')) {
    metric = 'score';
    because.push(`no metric is named, and a model of embeddings runs no programs: not ${entry.metric}`);
  }
  if (metric === null) {
    metric = entry?.metric ?? 'score';
    because.push(entry ? `metric ${metric}: the usual one of ${entry.name}` : 'no metric is named');
  }
  return {
    benchmark: entry?.id ?? unlistedId(claim.benchmark_as_written, registry),
    entry,
    metric,
    metricKnown: registry.metric(metric) !== undefined,
    shots,
    shotsInferred,
    setting: canonicalSetting(claim.setting, (part) => AVERAGE.test(part) || isWhere(part, entry, registry)),
    because,
  };
}

/** True for the suite that a benchmark is a member of, and for who ran it: where it stood makes no other result. */
function isWhere(part: string, entry: Benchmark | undefined, registry: Registry): boolean {
  return (
    entry !== undefined &&
    (isPlatform(part) || registry.findSuites(part).some((suite) => memberOf(suite, entry.id) !== undefined))
  );
}

function unlistedId(label: string, registry: Registry): string {
  const id = idOfLabel(label);
  return registry.benchmark(id) ? `${id}_unlisted` : id;
}

/** An average stands under its suite's id; an average of nothing known under "average". */
function averageOf(claim: Claim, suites: readonly Suite[], registry: Registry): Measure {
  const named = claim.setting ? registry.findSuites(claim.setting) : [];
  const suite = suites[0] ?? named[0];
  const benchmark = suite?.id ?? (claim.setting ? `average_${idOfLabel(claim.setting)}` : 'average');
  return {
    benchmark,
    entry: registry.benchmark(benchmark),
    metric: 'average',
    metricKnown: true,
    shots: null,
    shotsInferred: false,
    setting: suite ? null : canonicalSetting(claim.setting, () => false),
    because: suite ? [`the average of ${suite.name}`] : ['an average of no known suite'],
  };
}

/** The raw benchmark that a rescaled member of a suite stands for: harness tables print `leaderboard_gpqa` raw. */
function rawOf(entry: Benchmark, registry: Registry): Benchmark | undefined {
  for (const suite of registry.suites) {
    if (!suite.normalized) continue;
    const member = suite.members.find((candidate) => candidate.benchmark === entry.id);
    if (member?.stands_for) return registry.benchmark(member.stands_for);
  }
  return undefined;
}

/**
 * MTEB prints a task's own metric as main_score; the harness prints TruthfulQA's mc2 as acc since version 0.4.
 */
function isOtherNameOf(metric: string, entry: Benchmark): boolean {
  return metric === 'main_score' || (metric === 'acc' && (entry.metric === 'mc1' || entry.metric === 'mc2'));
}
