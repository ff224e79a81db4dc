/** Whether a claim leaves no doubt by which metric its benchmark was measured. */
import type { Claim } from '../core/claim.ts';
import type { Registry } from '../registry/types.ts';

/**
 * False where the registry splits the benchmark by metric (TruthfulQA into mc1, mc2 and written answers) and the claim
 * names neither a metric nor the suite that settles it: then the reading is a guess, good enough for a page of its own
 * but not to call two numbers contradictory.
 */
export function isMetricCertain(claim: Claim, registry: Pick<Registry, 'benchmark'>): boolean {
  if (claim.metric_as_written !== null || claim.suite_as_written !== null) return true;
  return Object.keys(registry.benchmark(claim.benchmark ?? '')?.by_metric ?? {}).length === 0;
}
