/** Draws a scatter: quiet dots, a few named ones, a line, and axes with their units. */
import { curveLinear, curveStepAfter, line } from 'd3-shape';
import { cut, share, svg, svgText } from '../../core/charts/markup.ts';
import type { Axis } from './axis.ts';
import { type Box, placeLabels, SIDES, type Side } from './labels.ts';

export interface ScatterDot {
  readonly x: number;
  readonly y: number;
  /** The row of the table behind the chart, from 0. */
  readonly row: number;
  /** How it is drawn: "dot" is quiet, "dot strong" stands out. */
  readonly mark: 'dot' | 'dot strong' | 'dot second';
}

export interface NamedDot extends ScatterDot {
  readonly name: string;
  readonly href: string;
}

export interface ScatterInput {
  /** Ids of the elements that name and describe the chart. */
  readonly id: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly tickX: (value: number) => string;
  readonly tickY: (value: number) => string;
  readonly dots: readonly ScatterDot[];
  /** Labelled dots, the most telling first: they have the first choice of room. */
  readonly named: readonly NamedDot[];
  /** A line through these places, in order; a step rises only where a point stands. */
  readonly line: readonly { readonly x: number; readonly y: number }[];
  readonly shape: 'step' | 'diagonal';
  /** A level to compare with ("guessing"), or null. */
  readonly level: { readonly y: number; readonly name: string } | null;
}

/** Height of the plot; the widths that labels are placed for. */
const HEIGHT = 320;
const WIDE = 640;
const NARROW = 236;
const LONGEST_NAME = 34;

/** Across and down, in a space that lines are drawn in and stretched from. */
const STRETCH = 1000;

/** The drawing: an `svg` element as wide as its place, 320 pixels high, its axes outside of its frame. */
export function drawScatter(input: ScatterInput): string {
  const down = (value: number) => (1 - input.y.at(value)) * HEIGHT;
  const across = (value: number) => share(input.x.at(value));
  const dot = ({ x, y, row, mark }: ScatterDot, radius: number) =>
    svg('circle', { class: mark, cx: across(x), cy: down(y), r: radius, 'data-row': row });
  const links = input.named.length > 0;
  return svg(
    'svg',
    {
      class: 'chart-plot',
      width: '100%',
      height: HEIGHT,
      // Links inside an image would be out of reach.
      role: links ? 'group' : 'img',
      'aria-labelledby': `${input.id}-title`,
      'aria-describedby': `${input.id}-text`,
      'data-dots': '',
    },
    ...grid(input, down),
    ...(input.level === null
      ? []
      : [
          svg('line', {
            class: 'level',
            x1: '0',
            x2: '100%',
            y1: down(input.level.y),
            y2: down(input.level.y),
          }),
          svgText(input.level.name, {
            class: 'tick',
            x: '100%',
            y: down(input.level.y) - 5,
            'text-anchor': 'end',
          }),
        ]),
    svg('g', { class: 'dots' }, ...input.dots.map((one) => dot(one, 3.5)), ''),
    stretchedLine(input),
    ...namedDots(input, down, across, (one) => dot(one, 4.5)),
  );
}

function grid(input: ScatterInput, down: (value: number) => number): string[] {
  return [
    svgText(input.yTitle, { class: 'axis', x: -40, y: -12 }),
    ...input.y.ticks.flatMap((tick) => [
      svg('line', { class: 'grid', x1: '0', x2: '100%', y1: down(tick), y2: down(tick) }),
      svgText(input.tickY(tick), { class: 'tick', x: -7, y: down(tick) + 4, 'text-anchor': 'end' }),
    ]),
    ...input.x.ticks.flatMap((tick) => {
      const place = input.x.at(tick);
      const anchor = place > 0.97 ? 'end' : 'middle';
      return [
        svg('line', { class: 'tick-mark', x1: share(place), x2: share(place), y1: HEIGHT, y2: HEIGHT + 4 }),
        svgText(input.tickX(tick), { class: 'tick', x: share(place), y: HEIGHT + 18, 'text-anchor': anchor }),
      ];
    }),
    svg('line', { class: 'base', x1: '0', x2: '100%', y1: HEIGHT, y2: HEIGHT }),
    svgText(input.xTitle, { class: 'axis', x: '100%', y: HEIGHT + 37, 'text-anchor': 'end' }),
  ];
}

/** The line alone is stretched to the width; its stroke is not. */
function stretchedLine(input: ScatterInput): string {
  if (input.line.length < 2) return '';
  const draw = line<{ readonly x: number; readonly y: number }>(
    ({ x }) => input.x.at(x) * STRETCH,
    ({ y }) => (1 - input.y.at(y)) * HEIGHT,
  )
    .curve(input.shape === 'step' ? curveStepAfter : curveLinear)
    .digits(2);
  return svg(
    'svg',
    { width: '100%', height: HEIGHT, viewBox: `0 0 ${STRETCH} ${HEIGHT}`, preserveAspectRatio: 'none' },
    svg('path', {
      class: input.shape === 'step' ? 'frontier' : 'diagonal',
      d: draw(input.line) ?? '',
      'vector-effect': 'non-scaling-stroke',
    }),
  );
}

/** Up and to the left of a frontier there is room by its nature. */
const SIDES_OF: Readonly<Record<ScatterInput['shape'], readonly Side[]>> = {
  step: ['above-left', 'above', 'above-right', 'left', 'right', 'below-right', 'below'],
  diagonal: ['left', 'above-left', 'right', 'below-right', 'above', 'below'],
};

/** The line as boxes that labels keep off. */
function lineBoxes(input: ScatterInput, width: number): Box[] {
  const down = (value: number) => (1 - input.y.at(value)) * HEIGHT;
  if (input.shape === 'diagonal') return [];
  return input.line.slice(1).flatMap((to, place) => {
    const from = input.line[place] as { readonly x: number; readonly y: number };
    const [left, right] = [input.x.at(from.x) * width, input.x.at(to.x) * width];
    return [
      { left, right, top: down(from.y) - 1, bottom: down(from.y) + 1 },
      { left: right - 1, right: right + 1, top: down(to.y), bottom: down(from.y) },
    ];
  });
}

function namedDots(
  input: ScatterInput,
  down: (value: number) => number,
  across: (value: number) => string,
  dot: (one: ScatterDot) => string,
): string[] {
  const placed = (width: number) =>
    placeLabels(
      input.named.map((one) => ({
        x: input.x.at(one.x) * width,
        y: down(one.y),
        text: cut(one.name, LONGEST_NAME),
      })),
      { width, height: HEIGHT },
      SIDES_OF[input.shape],
      lineBoxes(input, width),
    );
  const [wide, narrow] = [placed(WIDE), placed(NARROW)];
  return input.named.map((one, place) => {
    const label = (side: Side | null | undefined, seen: string) => {
      if (side === null || side === undefined) return '';
      const { dx, dy, anchor } = SIDES[side];
      return svgText(cut(one.name, LONGEST_NAME), {
        class: `name${seen}`,
        x: across(one.x),
        y: down(one.y),
        dx,
        dy,
        'text-anchor': anchor,
      });
    };
    const [far, near] = [wide[place], narrow[place]];
    const labels = far === near ? label(far, '') : label(far, ' if-wide') + label(near, ' if-narrow');
    // A name that is not shown is still said.
    return svg('a', { href: one.href, 'aria-label': one.name }, dot(one), labels);
  });
}
