/** Finds results for which claims give different numbers. */
import type { BenchmarkRecord } from '../core/benchmark.ts';
import { type Claim, claimFile, claimId } from '../core/claim.ts';
import { formatScore } from '../core/format.ts';
import { shortHash } from '../core/hash.ts';
import type { Finding, Result, ResultValue } from '../core/result.ts';
import { halfUnit } from './precision.ts';

/** Different numbers that a sentence names. */
const MOST_NAMED = 4;

/**
 * One warning for every result with a value that differs from the headline by more than rounding can explain: more
 * than half a unit of each one's last printed digit, so that 61.18 and 61.19, one cut and one rounded, still agree.
 * Averages of no known suite are passed over, as nobody knows that they are of the same rows.
 * `published` is the headline. The result's claims follow, the headline's first.
 */
export function auditDisagreements(
  results: readonly Result[],
  claims: readonly Claim[],
  benchmarks: readonly BenchmarkRecord[],
): Finding[] {
  const known = new Map(benchmarks.map((benchmark) => [benchmark.id, benchmark]));
  const disputed = results.filter(
    (result) =>
      differing(result).length > 0 && (result.metric !== 'average' || known.get(result.benchmark)?.listed),
  );
  if (disputed.length === 0) return [];
  const places = new Map(claims.map((claim) => [claimId(claim), claim]));
  return disputed.map((result) => ({
    id: shortHash(`disagreement\n${result.id}`),
    rule: 'disagreement',
    severity: 'warning',
    model: result.model,
    suite: null,
    benchmark: result.benchmark,
    message: sentence(result, known.get(result.benchmark)?.name ?? result.benchmark, places),
    published: result.score,
    recomputed: null,
    by: null,
    alternatives: [],
    claims: result.claims,
  }));
}

/** The values that no rounding makes the headline's. */
function differing(result: Result): readonly ResultValue[] {
  const [headline, ...others] = result.values;
  if (headline === undefined) return [];
  return others.filter((value) => {
    const rounding = halfUnit(headline.decimals) + halfUnit(value.decimals);
    return Math.abs(value.score - headline.score) > rounding + 1e-9;
  });
}

function sentence(result: Result, benchmark: string, places: ReadonlyMap<string, Claim>): string {
  const conditions = [
    result.metric,
    ...(result.shots === null ? [] : [`${result.shots}-shot`]),
    ...[result.setting, result.split].filter((condition) => condition !== null),
  ].join(', ');
  const values = [result.values[0] as ResultValue, ...differing(result)];
  const said = values.slice(0, MOST_NAMED).map((value) => {
    const place = places.get(value.claims[0] ?? '');
    const source = place === undefined ? '' : ` (${claimFile(place)}, line ${place.source.line})`;
    return `${formatScore(value.score, value.decimals)}${source}`;
  });
  const more = values.length > MOST_NAMED ? ` and ${values.length - MOST_NAMED} more` : '';
  return `${benchmark} (${conditions}): claims give ${said.join(' and ')}${more}.`;
}
