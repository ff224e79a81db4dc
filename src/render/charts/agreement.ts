/** Pairs of what a card says of its own model and what somebody else measured, under the same conditions. */
import type { Claim } from '../../core/claim.ts';
import { compareText } from '../../core/compare.ts';
import type { Result, ResultValue } from '../../core/result.ts';
import { type Significance, significance } from '../../core/standard-error.ts';
import type { Site } from '../frame.ts';

export interface AgreementPair {
  readonly result: Result;
  /** What the model's own card reports, and what another source does. */
  readonly own: ResultValue;
  readonly other: ResultValue;
  /** Claim ids of both. */
  readonly ownClaim: string;
  readonly otherClaim: string;
  /** Own less other, so that above 0 is the better for the model; null-safe: 0 where both are one number. */
  readonly difference: number;
  /** Null where nobody knows the standard errors. */
  readonly beyond: Significance | null;
  /** The other number is a leaderboard's; else another card's. */
  readonly byLeaderboard: boolean;
}

type Who = 'own' | 'leaderboard' | 'third-party';

function whoSays(claim: Claim): Who {
  if (claim.origin_name !== null || claim.origin_url !== null) return 'leaderboard';
  return claim.subject === 'self' ? 'own' : 'third-party';
}

/**
 * Every result that both the model's own card and somebody else report: the same model, benchmark, metric, shots,
 * setting and split. A leaderboard's number goes before other cards'. What another model's card repeats is left out,
 * and so are averages. By size of the difference, the largest first within each unit.
 */
export function agreementPairs(site: Site): AgreementPair[] {
  return site.data.results
    .flatMap((result) => pairOf(site, result) ?? [])
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || compareText(a.result.id, b.result.id));
}

function pairOf(site: Site, result: Result): AgreementPair | null {
  if (result.metric === 'average' || site.index.sourceOfResult.has(result.id)) return null;
  const found: Partial<Record<Who, { value: ResultValue; claim: string }>> = {};
  for (const value of result.values) {
    for (const id of value.claims) {
      const claim = site.index.claims.get(id);
      if (claim !== undefined) found[whoSays(claim)] ??= { value, claim: id };
    }
  }
  const { own } = found;
  const other = found.leaderboard ?? found['third-party'];
  if (own === undefined || other === undefined) return null;
  const benchmark = site.context.registry.benchmark(result.benchmark);
  const questions = result.metric === benchmark?.metric && result.split === null ? benchmark.items : null;
  const measured = (value: ResultValue) => ({ score: value.score, unit: result.unit, stderr: value.stderr });
  const lower = site.context.registry.metric(result.metric)?.higher_is_better === false;
  const difference = Number((own.value.score - other.value.score).toPrecision(10));
  return {
    result,
    own: own.value,
    other: other.value,
    ownClaim: own.claim,
    otherClaim: other.claim,
    difference: lower ? 0 - difference : difference,
    beyond: significance(measured(own.value), measured(other.value), questions ?? null),
    byLeaderboard: found.leaderboard !== undefined,
  };
}

/** How the pairs come out. */
export interface AgreementCounts {
  readonly pairs: number;
  readonly models: number;
  readonly equal: number;
  /** The model's own card gives the better number, or the worse one. */
  readonly better: number;
  readonly worse: number;
  /** Of the pairs whose standard errors are known: those further apart than two of them. */
  readonly beyond: number;
  readonly beyondBetter: number;
  readonly judged: number;
}

/** Counts pairs; numbers of which one is a rounding of the other are equal. */
export function countAgreement(pairs: readonly AgreementPair[]): AgreementCounts {
  const apart = pairs.filter(({ difference }) => difference !== 0);
  const better = apart.filter(({ difference }) => difference > 0).length;
  const beyond = pairs.filter((pair) => pair.beyond?.exceeds === true);
  return {
    pairs: pairs.length,
    models: new Set(pairs.map(({ result }) => result.model)).size,
    equal: pairs.length - apart.length,
    better,
    worse: apart.length - better,
    beyond: beyond.length,
    beyondBetter: beyond.filter(({ difference }) => difference > 0).length,
    judged: pairs.filter((pair) => pair.beyond !== null).length,
  };
}
