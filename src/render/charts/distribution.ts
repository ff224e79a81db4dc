/** Draws a distribution: bars of how many models score so, or a dot for each where they are few; one model marked. */
import { bin } from 'd3-array';
import { cut, share, svg, svgText } from '../../core/charts/markup.ts';
import type { Axis } from './axis.ts';

export interface DistributionInput {
  readonly id: string;
  readonly axis: Axis;
  readonly axisTitle: string;
  readonly tick: (value: number) => string;
  readonly values: readonly number[];
  /** A dot for each value instead of bars. */
  readonly dotted: boolean;
  /** The model that the chart is about, or null. */
  readonly marked: { readonly value: number; readonly name: string } | null;
  readonly level: { readonly x: number; readonly name: string } | null;
  /** What the height of bars counts: "models". */
  readonly countTitle: string;
  readonly count: (count: number) => string;
}

/** A bar of a histogram: values from `from` up to `to`, of which the last bar alone has its end. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Up to so many values are shown one by one. */
export const MOST_DOTS = 40;

/** About as many bars. */
const BARS = 30;
const BAR_HEIGHT = 120;
/** Dots that stand high are pressed together. */
const MOST_HEIGHT = 120;
const DOT = 3.5;
/** The widths that a chart may have, for labels and for dots that are kept apart. */
const WIDE = 640;
const NARROW = 236;

/** Counts values in bars of equal, round width. */
export function binsOf(values: readonly number[], axis: Axis): Bin[] {
  const [from, to] = axis.domain;
  // Numbers are cut to twelve digits, so that 0.1 + 0.2 falls where 0.3 does.
  const clean = (value: number) => Number(value.toPrecision(12));
  const step = niceStep((to - from) / BARS);
  const first = Math.floor(clean(from / step));
  const last = Math.ceil(clean(to / step));
  const thresholds = Array.from({ length: last - first - 1 }, (_, place) =>
    clean((first + place + 1) * step),
  );
  const [low, high] = [clean(first * step), clean(last * step)];
  return bin<number, number>()
    .domain([low, high])
    .thresholds(thresholds)(values.map((value) => Math.min(high, Math.max(low, clean(value)))))
    .map((one) => ({ from: one.x0 as number, to: one.x1 as number, count: one.length }));
}

/** The smallest of 1, 2, 5, 10 … that is no smaller. */
function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((one) => one * power >= step * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(12));
}

/** The drawing: an `svg` element as wide as its place. */
export function drawDistribution(input: DistributionInput): string {
  const { axis } = input;
  const stacks = input.dotted ? stack(input) : [];
  const height = input.dotted ? dotsHeight(stacks) : BAR_HEIGHT;
  const marks = input.dotted ? dotsOf(input, stacks, height) : barsOf(input);
  return svg(
    'svg',
    {
      class: 'chart-plot chart-strip',
      width: '100%',
      height,
      role: 'img',
      'aria-labelledby': `${input.id}-title`,
      'aria-describedby': `${input.id}-text`,
      'data-dots': input.dotted ? '' : undefined,
    },
    ...marks,
    svg('line', { class: 'base', x1: '0', x2: '100%', y1: height, y2: height }),
    ...axis.ticks.flatMap((tick) => {
      const place = axis.at(tick);
      return [
        svg('line', { class: 'tick-mark', x1: share(place), x2: share(place), y1: height, y2: height + 4 }),
        svgText(input.tick(tick), {
          class: 'tick',
          x: share(place),
          y: height + 18,
          'text-anchor': place > 0.97 ? 'end' : 'middle',
        }),
      ];
    }),
    svgText(input.axisTitle, { class: 'axis', x: '100%', y: height + 37, 'text-anchor': 'end' }),
    ...levelOf(input, height),
    ...markedOf(input, height),
  );
}

function barsOf({ values, axis, countTitle, count }: DistributionInput): string[] {
  const bins = binsOf(values, axis);
  const most = bins.reduce((top, one) => Math.max(top, one.count), 1);
  const room = BAR_HEIGHT - 16;
  const bars = bins
    .filter((one) => one.count > 0)
    .map((one) => {
      const from = Math.max(0, axis.at(one.from));
      const to = Math.min(1, axis.at(one.to));
      const height = (one.count / most) * room;
      return svg('rect', { x: share(from), y: BAR_HEIGHT - height, width: share(to - from), height });
    });
  return [
    svg('line', { class: 'grid', x1: '0', x2: '100%', y1: BAR_HEIGHT - room, y2: BAR_HEIGHT - room }),
    svg('g', { class: 'bars' }, ...bars, ''),
    svgText(`${count(most)} ${countTitle}`, { class: 'tick', x: '0', y: BAR_HEIGHT - room - 4 }),
  ];
}

interface Stacked {
  readonly value: number;
  readonly row: number;
  /** 0 stands on the axis. */
  readonly level: number;
}

/** Lifts dots where they would cover one another in a chart between narrow and wide. */
function stack({ values, axis }: DistributionInput): Stacked[] {
  const order = values
    .map((value, row) => ({ value, row }))
    .sort((a, b) => a.value - b.value || a.row - b.row);
  const ends: number[] = [];
  return order.map(({ value, row }) => {
    const x = axis.at(value) * ((WIDE + NARROW) / 2);
    const found = ends.findIndex((end) => x - end >= 2 * DOT);
    const level = found < 0 ? ends.length : found;
    ends[level] = x;
    return { value, row, level };
  });
}

const levelsOf = (stacks: readonly Stacked[]) =>
  stacks.reduce((most, { level }) => Math.max(most, level + 1), 1);

function dotsHeight(stacks: readonly Stacked[]): number {
  return Math.min(MOST_HEIGHT, 30 + levelsOf(stacks) * (2 * DOT + 1));
}

function dotsOf({ axis }: DistributionInput, stacks: readonly Stacked[], height: number): string[] {
  const step = Math.min(2 * DOT + 1, (height - 24) / levelsOf(stacks));
  const dots = stacks.map(({ value, row, level }) =>
    svg('circle', {
      class: 'dot',
      cx: share(axis.at(value)),
      cy: height - DOT - 3 - level * step,
      r: DOT,
      'data-row': row,
    }),
  );
  return [svg('g', { class: 'dots' }, ...dots, '')];
}

function levelOf({ level, axis }: DistributionInput, height: number): string[] {
  if (level === null) return [];
  const place = axis.at(level.x);
  return [
    svg('line', { class: 'level', x1: share(place), x2: share(place), y1: 14, y2: height }),
    svgText(level.name, {
      class: 'tick',
      x: share(place),
      y: 10,
      dx: place > 0.5 ? -5 : 5,
      'text-anchor': place > 0.5 ? 'end' : 'start',
    }),
  ];
}

function markedOf({ marked, axis }: DistributionInput, height: number): string[] {
  if (marked === null) return [];
  const place = axis.at(marked.value);
  const name = cut(marked.name, 32);
  return [
    svg('line', { class: 'marked', x1: share(place), x2: share(place), y1: -4, y2: height }),
    svgText(name, {
      class: 'name marked-name',
      x: share(place),
      y: -8,
      'text-anchor': place > 0.62 ? 'end' : place < 0.38 ? 'start' : 'middle',
    }),
  ];
}
