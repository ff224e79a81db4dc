/** Tells raw scores from those that a leaderboard rescaled so that guessing gives 0, where both stand under one name. */
import { type Claim, nameOfModel } from '../core/claim.ts';
import type { Registry, Suite } from '../registry/types.ts';

/**
 * Raw scores of any model lie at or above chance: 25 on GPQA, about a third on MuSR. Rescaled ones of the best models
 * that the Open LLM Leaderboard v2 ranked stay below these limits on both at once (its archived table, March 2025).
 */
const RAW_FROM: readonly (readonly [name: RegExp, least: number])[] = [
  [/gpqa/i, 22],
  [/musr/i, 29],
];

/** The suites without those that rescale, where a group's own values show that it is not rescaled. */
export function withoutRescaling(
  suites: readonly Suite[],
  group: readonly Claim[],
  registry: Registry,
): readonly Suite[] {
  return suites.some((suite) => suite.normalized) && holdsRawScores(group, registry)
    ? suites.filter((suite) => !suite.normalized)
    : suites;
}

/** True where every model of a group that has both has GPQA and MuSR as high as only raw scores are. */
function holdsRawScores(group: readonly Claim[], registry: Registry): boolean {
  const models = new Map<string, (number | null)[]>();
  const share = group.every(({ value }) => Math.abs(value) <= 1);
  for (const claim of group) {
    const id = registry.findBenchmark(claim.benchmark_as_written)?.entry.id ?? claim.benchmark_as_written;
    const at = RAW_FROM.findIndex(([name]) => name.test(id));
    if (at < 0) continue;
    const model = claim.subject === 'self' ? '' : (nameOfModel(claim) ?? '');
    const values = models.get(model) ?? RAW_FROM.map(() => null);
    values[at] = claim.value * (share ? 100 : 1);
    models.set(model, values);
  }
  const both = [...models.values()].filter((values) => values.every((value) => value !== null));
  return (
    both.length > 0 &&
    both.every((values) => values.every((value, at) => (value as number) >= (RAW_FROM[at]?.[1] ?? 0)))
  );
}
