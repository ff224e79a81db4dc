/** Which pages a finding touches: those of every model and benchmark that its claims are about. */
import type { Claim } from '../core/claim.ts';
import type { Finding } from '../core/result.ts';

export interface FindingsIndex {
  /** By model, what holds as well. */
  readonly ofModel: ReadonlyMap<string, readonly Finding[]>;
  /** By benchmark, and by suite for its averages; only what does not add up. */
  readonly ofBenchmark: ReadonlyMap<string, readonly Finding[]>;
}

/** Indexes findings, in their order: O(n) over their claims. */
export function indexFindings(
  findings: readonly Finding[],
  claims: ReadonlyMap<string, Claim>,
): FindingsIndex {
  const ofModel = new Map<string, Finding[]>();
  const ofBenchmark = new Map<string, Finding[]>();
  const add = (index: Map<string, Finding[]>, keys: Iterable<string>, finding: Finding) => {
    for (const key of keys) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [finding]);
      else list.push(finding);
    }
  };
  for (const finding of findings) {
    const models = new Set([finding.model]);
    const benchmarks = new Set([finding.benchmark ?? finding.suite].filter((id) => id !== null));
    // An average concerns its suite, not every benchmark that it is taken over.
    if (finding.rule !== 'average') {
      for (const id of finding.claims) {
        const claim = claims.get(id);
        if (claim?.model) models.add(claim.model);
        if (claim?.benchmark) benchmarks.add(claim.benchmark);
      }
    }
    add(ofModel, models, finding);
    if (finding.severity !== 'ok') add(ofBenchmark, benchmarks, finding);
  }
  return { ofModel, ofBenchmark };
}
