/** Decides per group of claims whether percents are written as fractions, and brings values to the benchmark's scale. */
import type { Claim } from '../core/claim.ts';
import type { Benchmark, Registry, Unit } from '../registry/types.ts';

export interface Scaled {
  readonly score: number;
  readonly stderr: number | null;
  readonly unit: string;
  readonly because: string | null;
  /** False where the score lies outside the benchmark's range. */
  readonly inRange: boolean;
}

export interface ScaleInput {
  readonly claim: Claim;
  readonly entry: Benchmark | undefined;
  readonly metric: string;
}

/** The unit of a score: the metric's own where it brings one, else the benchmark's. */
function unitOf({ claim, entry, metric }: ScaleInput, registry: Registry): Unit {
  const own = registry.metric(metric)?.unit;
  if (own) return own;
  if (entry) return entry.unit;
  return claim.unit_as_written === 'percent' ? 'percent' : 'number';
}

/**
 * Scales the claims of one group together, since a table has one scale (a lone 0.8 among 60s is 0.8 %).
 * Percents are fractions where every value lies in [-1, 1] and none carries a percent sign.
 */
export function scaleGroup(inputs: readonly ScaleInput[], registry: Registry): Scaled[] {
  const units = inputs.map((input) => unitOf(input, registry));
  // An average stands beside fractions as a percentage often enough: it is judged by itself. So are scores of overlap,
  // which programs print from 0 to 100 beside accuracies from 0 to 1.
  const averages = inputs.map((input) => input.metric === 'average');
  const overlaps = inputs.map((input) => OVERLAP.test(input.metric));
  const alike = (index: number) =>
    inputs.filter(
      (_, other) => units[other] === 'percent' && !averages[other] && overlaps[other] === overlaps[index],
    );
  const fractionsOf = (percents: readonly ScaleInput[]) =>
    percents.length > 0 &&
    percents.every(({ claim }) => isFraction(claim)) &&
    percents.some(({ claim }) => claim.value !== 0 && claim.value !== 1);
  const plain = alike(overlaps.indexOf(false));
  const others = alike(overlaps.indexOf(true));
  const plainFractions = fractionsOf(plain);
  const otherFractions = fractionsOf(others);
  return inputs.map((input, index) => {
    const { claim, entry } = input;
    const unit = units[index] as Unit;
    const percents = overlaps[index] ? others : plain;
    const fractions = overlaps[index] ? otherFractions : plainFractions;
    const scaled =
      unit === 'percent' &&
      (averages[index] ? isFraction(claim) && (fractions || percents.length === 0) : fractions);
    const score = scaled ? round(claim.value * 100) : claim.value;
    const stderr = claim.stderr === null ? null : scaled ? round(claim.stderr * 100) : claim.stderr;
    const [low, high] = rangeOf(unit, entry);
    const slack = 1e-9;
    return {
      score,
      stderr,
      unit,
      because: scaled
        ? `read as a fraction: ${percents.length === 1 ? 'it lies' : `all ${percents.length} percentages of its table lie`} between -1 and 1`
        : null,
      inRange: (low === null || score >= low - slack) && (high === null || score <= high + slack),
    };
  });
}

/** Metrics of overlap with a reference text. */
const OVERLAP = /^(?:bleu|sacrebleu|rouge|chrf|ter$|meteor)/i;

function isFraction(claim: Claim): boolean {
  return Math.abs(claim.value) <= 1 && claim.unit_as_written === null;
}

/** A metric that brings its own unit is not bound by the benchmark's range. */
function rangeOf(unit: Unit, entry: Benchmark | undefined): readonly [number | null, number | null] {
  if (entry && entry.unit === unit) return entry.range;
  if (unit === 'percent') return [-100, 100];
  return [null, null];
}

/** Takes off the noise of multiplying a decimal fraction by 100 in binary. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** Digits behind the point of a claim's own number, in the scale of its score. */
export function decimalsOf(claim: Claim, scaled: boolean): number {
  const number = /\d+(?:[.,](\d+))?/.exec(claim.source.raw.slice(Math.max(0, claim.source.raw.search(/\d/))));
  const written = String(claim.value);
  const behind =
    number?.[1] && Number(`0.${number[1]}`) !== 0 && written.includes('.')
      ? number[1].length
      : number?.[1] && Number.isInteger(claim.value)
        ? number[1].length
        : (written.split('.')[1]?.length ?? 0);
  return Math.min(8, Math.max(0, scaled ? behind - 2 : behind));
}
