/** Why claims of one result may give different numbers, where the claims themselves let it be seen. */
import type { Claim } from './claim.ts';
import { foldCase, foldSeparators } from './fold.ts';
import type { MessageValues } from './language.ts';
import { plainSplit } from './split.ts';

/** A cause: the key of its text below "causes.", and what stands in it. */
export interface SpreadCause {
  readonly key: string;
  readonly values: MessageValues;
}

/** One of the numbers, with the claims that give it. */
export interface ClaimedNumber {
  readonly score: number;
  readonly decimals: number;
  readonly claims: readonly Claim[];
}

/** Two numbers are nearly the same: within so much of themselves, or so many points. */
const NEARLY = 0.002;
const NEARLY_POINTS = 0.06;

/**
 * The likeliest cause of a difference between a result's headline and another number, as the key of a clause ("only-one.shots"),
 * or null where nothing can be seen. Clearest first: scale, rescaling, then conditions that claims
 * state differently, then names, days and rounding. `baseline` is the score of guessing, in the result's scale.
 */
export function spreadCause(
  headline: ClaimedNumber,
  other: ClaimedNumber,
  baseline: number | null,
): SpreadCause | null {
  const [a, b] = [headline.score, other.score];
  if (isHundredfold(a, b)) return { key: 'fraction', values: {} };
  if (isRescaled(a, b, baseline)) return { key: 'rescaled', values: {} };
  for (const [condition, read] of CONDITIONS) {
    const [left, right] = [valuesOf(headline, read), valuesOf(other, read)];
    if (left.size > 0 && right.size > 0) {
      if ([...left].some((value) => right.has(value))) continue;
      const values = { one: [...left].sort().join(', '), other: [...right].sort().join(', ') };
      return { key: `apart.${condition}`, values };
    }
    if (left.size + right.size > 0) return { key: `only-one.${condition}`, values: {} };
  }
  const names = nameDifference(headline, other);
  if (names !== null) return names;
  const unit = 10 ** -Math.min(headline.decimals, other.decimals);
  return Math.abs(a - b) <= unit + 1e-9 ? { key: 'rounded', values: {} } : null;
}

/** What two claims of one thing may state differently. */
const CONDITIONS: readonly (readonly [string, (claim: Claim) => string | number | null])[] = [
  ['shots', (claim) => claim.shots],
  ['split', (claim) => (claim.split === null ? null : plainSplit(claim.split))],
  ['setting', (claim) => (claim.setting === null ? null : foldCase(claim.setting))],
  ['metric', (claim) => (claim.metric_as_written === null ? null : foldSeparators(claim.metric_as_written))],
  ['day', (claim) => claim.date],
];

function valuesOf({ claims }: ClaimedNumber, of: (claim: Claim) => string | number | null): Set<string> {
  return new Set(claims.map(of).flatMap((value) => (value === null ? [] : [String(value)])));
}

function isHundredfold(a: number, b: number): boolean {
  const [small, large] = [Math.abs(a), Math.abs(b)].sort((x, y) => x - y) as [number, number];
  return small > 0 && Math.abs(large / small / 100 - 1) <= NEARLY;
}

/** One is (the other − guessing) / (100 − guessing), in percent. */
function isRescaled(a: number, b: number, baseline: number | null): boolean {
  if (baseline === null || baseline <= 0 || baseline >= 100) return false;
  const rescaled = (raw: number) => Math.max(0, (100 * (raw - baseline)) / (100 - baseline));
  return Math.abs(rescaled(Math.max(a, b)) - Math.min(a, b)) <= NEARLY_POINTS;
}

/** A benchmark or a model written in two ways may be two versions of it. */
function nameDifference(headline: ClaimedNumber, other: ClaimedNumber): SpreadCause | null {
  for (const of of [(claim: Claim) => claim.benchmark_as_written, (claim: Claim) => claim.model_as_written]) {
    const names = (number: ClaimedNumber) =>
      new Map(
        number.claims
          .map(of)
          .flatMap((name) => (name === null ? [] : [[foldSeparators(name), name] as const])),
      );
    const [left, right] = [names(headline), names(other)];
    if (left.size === 0 || right.size === 0 || [...left.keys()].some((name) => right.has(name))) continue;
    const [first = '', second = ''] = [left, right].map((found) => [...found.values()].sort()[0]);
    return { key: 'names', values: { one: first, other: second } };
  }
  return null;
}
