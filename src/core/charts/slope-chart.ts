/** A slope chart: what two models score on the same things, a line from the one to the other for each. */
import { cut, svg, svgText } from './markup.ts';

interface SlopeLine {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly printedFrom: string;
  readonly printedTo: string;
  /** Beyond two standard errors; null where nobody knows. */
  readonly exceeds: boolean | null;
}

export interface SlopeInput {
  readonly id: string;
  readonly left: string;
  readonly right: string;
  /** The longer list is cut by whoever asks. */
  readonly lines: readonly SlopeLine[];
}

const LINE = 17;
const TOP = 34;
/** Where the lines start and end, as shares of the width in percent. */
const LEFT = 58;
const RIGHT = 86;

/** Moves labels apart to at least a line each, as little as can be, within a height; keeps their order. */
export function spread(places: readonly number[], gap: number, height: number): number[] {
  const order = places
    .map((_, place) => place)
    .sort((a, b) => (places[a] as number) - (places[b] as number) || a - b);
  const spaced = new Array<number>(places.length).fill(0);
  let last = Number.NEGATIVE_INFINITY;
  for (const place of order) {
    last = Math.max(places[place] as number, last + gap);
    spaced[place] = last;
  }
  let limit = height;
  for (const place of [...order].reverse()) {
    limit = Math.min(spaced[place] as number, limit);
    spaced[place] = limit;
    limit -= gap;
  }
  return spaced;
}

/** The drawing: an `svg` element as wide as its place. Both sides have one scale, higher up is more. */
export function drawSlope({ id, left, right, lines }: SlopeInput): string {
  const values = lines.flatMap(({ from, to }) => [from, to]);
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)] as const,
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as readonly [number, number],
  );
  const height = Math.max(220, lines.length * (LINE + 3));
  const down = (value: number) => (high === low ? height / 2 : (1 - (value - low) / (high - low)) * height);
  const starts = spread(
    lines.map(({ from }) => down(from)),
    LINE,
    height,
  );
  const ends = spread(
    lines.map(({ to }) => down(to)),
    LINE,
    height,
  );
  return svg(
    'svg',
    {
      class: 'chart-slope',
      width: '100%',
      height: TOP + height + 12,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-text`,
    },
    svgText(cut(left, 26), { class: 'axis', x: `${LEFT}%`, y: 14, 'text-anchor': 'end' }),
    svgText(cut(right, 18), { class: 'axis', x: '100%', y: 14, 'text-anchor': 'end' }),
    ...lines.flatMap((one, place) => {
      const [from, to] = [TOP + down(one.from), TOP + down(one.to)];
      const [labelFrom, labelTo] = [TOP + (starts[place] as number), TOP + (ends[place] as number)];
      const mark = one.to > one.from ? 'rising' : one.to < one.from ? 'falling' : 'level-line';
      return [
        svg('line', {
          class: `slope ${mark}${one.exceeds === true ? ' sure' : ''}`,
          x1: `${LEFT + 2}%`,
          x2: `${RIGHT - 2}%`,
          y1: from,
          y2: to,
        }),
        // A label that had to move is tied to its end.
        svg('line', { class: 'tie', x1: `${LEFT + 0.5}%`, x2: `${LEFT + 2}%`, y1: labelFrom, y2: from }),
        svg('line', { class: 'tie', x1: `${RIGHT - 2}%`, x2: `${RIGHT - 0.5}%`, y1: to, y2: labelTo }),
        svgText(`${cut(one.name, 20)}  ${one.printedFrom}`, {
          class: 'name',
          x: `${LEFT}%`,
          y: labelFrom + 4,
          'text-anchor': 'end',
        }),
        svgText(one.printedTo, { class: 'name', x: `${RIGHT}%`, y: labelTo + 4 }),
      ];
    }),
  );
}
