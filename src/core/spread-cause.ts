/** Why claims of one result may give different numbers, where the claims themselves let it be seen. */
import type { Claim } from './claim.ts';
import { foldCase, foldSeparators } from './fold.ts';

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
 * The likeliest cause of a difference between a result's headline and another number, as a clause ("one of them does not
 * state its shots"), or null where nothing can be seen. Clearest first: scale, rescaling, then conditions that claims
 * state differently, then names, days and rounding. `baseline` is the score of guessing, in the result's scale.
 */
export function spreadCause(
  headline: ClaimedNumber,
  other: ClaimedNumber,
  baseline: number | null,
): string | null {
  const [a, b] = [headline.score, other.score];
  if (isHundredfold(a, b)) return 'one seems to be a fraction of 1, the other in percent';
  if (isRescaled(a, b, baseline)) return 'one is rescaled so that guessing scores 0, the other is not';
  for (const [{ one, many }, read] of CONDITIONS) {
    const [left, right] = [valuesOf(headline, read), valuesOf(other, read)];
    if (left.size > 0 && right.size > 0) {
      if ([...left].some((value) => right.has(value))) continue;
      return `they name different ${many}: ${[...left].sort().join(', ')} and ${[...right].sort().join(', ')}`;
    }
    if (left.size + right.size > 0) return `only one of them names its ${one}`;
  }
  const names = nameDifference(headline, other);
  if (names !== null) return names;
  const unit = 10 ** -Math.min(headline.decimals, other.decimals);
  return Math.abs(a - b) <= unit + 1e-9 ? 'one may be cut where the other is rounded' : null;
}

/** What two claims of one thing may state differently. */
const CONDITIONS: readonly (readonly [
  { readonly one: string; readonly many: string },
  (claim: Claim) => string | number | null,
])[] = [
  [{ one: 'shots', many: 'numbers of shots' }, (claim) => claim.shots],
  [{ one: 'split', many: 'splits' }, (claim) => (claim.split === null ? null : foldCase(claim.split))],
  [
    { one: 'setting', many: 'settings' },
    (claim) => (claim.setting === null ? null : foldCase(claim.setting)),
  ],
  [
    { one: 'metric', many: 'metrics' },
    (claim) => (claim.metric_as_written === null ? null : foldSeparators(claim.metric_as_written)),
  ],
  [{ one: 'day', many: 'days' }, (claim) => claim.date],
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
function nameDifference(headline: ClaimedNumber, other: ClaimedNumber): string | null {
  for (const of of [(claim: Claim) => claim.benchmark_as_written, (claim: Claim) => claim.model_as_written]) {
    const names = (number: ClaimedNumber) =>
      new Map(
        number.claims
          .map(of)
          .flatMap((name) => (name === null ? [] : [[foldSeparators(name), name] as const])),
      );
    const [left, right] = [names(headline), names(other)];
    if (left.size === 0 || right.size === 0 || [...left.keys()].some((name) => right.has(name))) continue;
    return `they are written “${[...left.values()].sort()[0]}” and “${[...right.values()].sort()[0]}”, which may be two versions`;
  }
  return null;
}
