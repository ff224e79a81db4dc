/** Pairs of what a card says of its own model and what somebody else measured, under the same conditions. */
import type { Claim } from '../../core/claim.ts';
import { compareText } from '../../core/compare.ts';
import type { Result, ResultValue } from '../../core/result.ts';
import { questionsOf, type Significance, significance } from '../../core/standard-error.ts';
import type { Site } from '../frame.ts';

export interface AgreementPair {
  readonly result: Result;
  /** What the model's own card reports, and what another source does. */
  readonly own: ResultValue;
  readonly other: ResultValue;
  /** Claim ids of both. */
  readonly ownClaim: string;
  readonly otherClaim: string;
  /** Own less other, turned so that above 0 the own card's number is the better one; 0 where both are one number. */
  readonly difference: number;
  /** Null where nobody knows the standard errors. */
  readonly beyond: Significance | null;
  /** The other number is a leaderboard's; else other cards'. */
  readonly byLeaderboard: boolean;
  /** Cards that give the other number. */
  readonly cards: number;
}

function isLeaderboard({ origin_name, origin_url }: Claim): boolean {
  return origin_name !== null || origin_url !== null;
}

/**
 * Every number that both a model's own card and somebody else report for the same model, benchmark, metric, shots,
 * setting and split; where others give several numbers, each of them is held against the own card's first. A number that
 * the own card repeats from a source that it names is no report of its own. What another model's card repeats is left
 * out, and so are averages. The largest differences first.
 */
export function agreementPairs(site: Site): AgreementPair[] {
  return site.data.results
    .flatMap((result) => pairsOf(site, result))
    .sort(
      (a, b) =>
        Math.abs(b.difference) - Math.abs(a.difference) ||
        compareText(a.result.id, b.result.id) ||
        compareText(a.otherClaim, b.otherClaim),
    );
}

interface Spoken {
  readonly value: ResultValue;
  readonly id: string;
  readonly claim: Claim;
}

function pairsOf(site: Site, result: Result): AgreementPair[] {
  if (result.metric === 'average' || site.index.sourceOfResult.has(result.id)) return [];
  const spoken = result.values.flatMap((value) =>
    value.claims.flatMap((id): Spoken[] => {
      const claim = site.index.claims.get(id);
      return claim === undefined ? [] : [{ value, id, claim }];
    }),
  );
  const others = spoken.filter(({ claim }) => isLeaderboard(claim) || claim.subject === 'other');
  const quoted = new Set(
    others
      .filter(({ claim }) => isLeaderboard(claim))
      .map(({ value, claim }) => `${value.score} ${claim.card}`),
  );
  const own = spoken.find(
    ({ value, claim }) =>
      !isLeaderboard(claim) && claim.subject === 'self' && !quoted.has(`${value.score} ${claim.card}`),
  );
  if (own === undefined) return [];
  return result.values.flatMap((value) => {
    const saying = others.filter((one) => one.value === value);
    const other = saying.find(({ claim }) => isLeaderboard(claim)) ?? saying[0];
    return other === undefined ? [] : [pairOf(site, result, own, other, saying)];
  });
}

function pairOf(
  site: Site,
  result: Result,
  own: Spoken,
  other: Spoken,
  saying: readonly Spoken[],
): AgreementPair {
  const benchmark = site.context.registry.benchmark(result.benchmark);
  const questions = questionsOf(result, benchmark);
  const measured = (value: ResultValue) => ({ score: value.score, unit: result.unit, stderr: value.stderr });
  const metric = site.context.registry.metric(result.metric);
  const isLower = (metric?.higher_is_better ?? benchmark?.higher_is_better) === false;
  const difference = Number((own.value.score - other.value.score).toPrecision(10));
  return {
    result,
    own: own.value,
    other: other.value,
    ownClaim: own.id,
    otherClaim: other.id,
    difference: isLower ? 0 - difference : difference,
    beyond: significance(measured(own.value), measured(other.value), questions),
    byLeaderboard: isLeaderboard(other.claim),
    cards: new Set(saying.map(({ claim }) => claim.card)).size,
  };
}

/** How the pairs come out. */
interface AgreementCounts {
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
