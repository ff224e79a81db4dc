/** Axes: from values to places in a chart, with ticks at round numbers. */
import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale';

export type AxisKind = 'linear' | 'log' | 'time';

export interface Axis {
  /** Where a value stands: 0 at the axis' start, 1 at its end. */
  at(value: number): number;
  readonly ticks: readonly number[];
  readonly domain: readonly [number, number];
}

/** Whether a chart can show a number: cards may claim any. */
export function isDrawable(value: number): boolean {
  return Math.abs(value) <= 1e12;
}

/** Milliseconds of a day. */
const DAY = 86_400_000;

/**
 * An axis over `values`: `linear` widened to round numbers, `log` (values above 0) by a fifth, with ticks at 1, 3, 10 …, `time` (days since
 * 1970) by half a month on both sides. `within` bounds the widening where a benchmark has a range. Equal values get an
 * axis around them, no values one from 0 to 1.
 */
export function makeAxis(
  kind: AxisKind,
  values: readonly number[],
  count = 5,
  within: readonly [number | null, number | null] = [null, null],
): Axis {
  const finite = values.filter((value) => isDrawable(value) && (kind !== 'log' || value > 0));
  let low = finite.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  let high = finite.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (low > high) [low, high] = kind === 'log' ? [1, 10] : [0, 1];
  if (kind === 'log') return logAxis(low, high);
  if (kind === 'time') return timeAxis(low, high, count);
  // What differs in the ninth digit is drawn as equal.
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low <= size * 1e-9 || size < 1e-9) {
    const room = size < 1e-9 ? 1 : size / 10;
    [low, high] = [low - room, high + room];
    low = Math.max(low, within[0] ?? low);
    high = Math.min(high, within[1] ?? high);
    if (low === high) [low, high] = [low - room, high + room];
  }
  const scale = scaleLinear().domain([low, high]).nice(count);
  const [from, to] = scale.domain() as [number, number];
  return {
    at: (value) => (value - from) / (to - from),
    ticks: scale.ticks(count),
    domain: [from, to],
  };
}

function logAxis(low: number, high: number): Axis {
  // A little room at both ends, so that no dot stands on the frame.
  const [from, to] = [low / 1.2, high * 1.2];
  const marks = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power++) {
    for (const one of [1, 3]) marks.push(Number((one * 10 ** power).toPrecision(3)));
  }
  const inside = marks.filter((mark) => mark >= from && mark <= to);
  const ticks = inside.length > 7 ? inside.filter((mark) => !String(mark).includes('3')) : inside;
  const scale = scaleLog().domain([from, to]);
  return { at: (value) => scale(value), ticks: ticks.length > 0 ? ticks : [low], domain: [from, to] };
}

function timeAxis(low: number, high: number, count: number): Axis {
  const [from, to] = [low - 15, high + 15];
  const scale = scaleUtc().domain([from * DAY, to * DAY]);
  return {
    at: (value) => (value - from) / (to - from),
    ticks: scale.ticks(count).map((date) => Math.round(date.getTime() / DAY)),
    domain: [from, to],
  };
}

/** Digits behind the point that tell an axis' ticks apart. */
export function tickDecimals(ticks: readonly number[]): number {
  const steps = ticks.slice(1).map((tick, place) => Math.abs(tick - (ticks[place] as number)));
  const step = steps.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  return Number.isFinite(step) && step > 0
    ? Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)))
    : 2;
}
