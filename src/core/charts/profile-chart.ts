/** A model's profile: a row for each benchmark, from the worst to the best of a field, with the models marked on it. */
import { cut, share, svg, svgText } from './markup.ts';

export interface ProfileRow {
  readonly name: string;
  /** Under the name: "5-shot · acc"; the empty string for nothing. */
  readonly under: string;
  /** Of all models of the field, in the benchmark's own unit; null where there is no field to compare with. */
  readonly field: { readonly worst: number; readonly median: number; readonly best: number } | null;
  /** Of each model, in their order; null where nobody reports it. */
  readonly values: readonly (number | null)[];
  /** The first model's value as printed; the empty string for none. */
  readonly printed: string;
  readonly lowerIsBetter: boolean;
}

export interface ProfileInput {
  readonly id: string;
  readonly rows: readonly ProfileRow[];
  /** One scale for all rows, from 0 to 100; null gives each row its own, from its worst to its best. */
  readonly scale: readonly [number, number] | null;
  /** The numbers at the scale's ticks as printed; left out where rows have scales of their own. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly axisTitle: string;
}

const ROW = 40;
const TOP = 6;
const NAME = 40;

/** Where a value of a row stands, 0 to 1; better is further right. */
function profilePlace(row: ProfileRow, value: number, scale: ProfileInput['scale']): number {
  const seen = [
    ...row.values.filter((one) => one !== null),
    ...(row.field === null ? [] : Object.values(row.field)),
  ];
  const [low, high] =
    scale ??
    (seen.reduce(([least, most], one) => [Math.min(least, one), Math.max(most, one)] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as readonly [number, number]) as readonly [number, number]);
  const place = high === low ? 0.5 : Math.max(0, Math.min(1, (value - low) / (high - low)));
  return scale === null && row.lowerIsBetter ? 1 - place : place;
}

/**
 * The drawing: an `svg` element as wide as its place, a row of 40 pixels each. The names stand above their rows, so that
 * they have room on a phone. Several models are told apart by the numbers in their dots, from 1.
 */
export function drawProfile(input: ProfileInput): string {
  const height = TOP + input.rows.length * ROW;
  const hasAxis = input.scale !== null;
  const { scale } = input;
  return svg(
    'svg',
    {
      class: 'chart-rows',
      width: '100%',
      height: height + (hasAxis ? NAME : 4),
      role: 'img',
      'aria-labelledby': `${input.id}-title`,
      'aria-describedby': `${input.id}-text`,
    },
    ...(scale === null
      ? []
      : input.ticks.flatMap(({ value, text }) => {
          const place = share(inset((value - scale[0]) / (scale[1] - scale[0])));
          return [
            svg('line', { class: 'grid', x1: place, x2: place, y1: TOP, y2: height }),
            svgText(text, { class: 'tick', x: place, y: height + 14, 'text-anchor': 'middle' }),
          ];
        })),
    ...(hasAxis
      ? [svgText(input.axisTitle, { class: 'axis', x: '100%', y: height + 32, 'text-anchor': 'end' })]
      : []),
    ...input.rows.map((row, place) => drawRow(row, TOP + place * ROW, scale)),
  );
}

/** Room at both ends, so that dots and numbers at the ends are whole. */
function inset(place: number): number {
  return 0.02 + place * 0.96;
}

function drawRow(row: ProfileRow, top: number, scale: ProfileInput['scale']): string {
  const y = top + 27;
  const at = (value: number) => share(inset(profilePlace(row, value, scale)));
  const { field } = row;
  const several = row.values.length > 1;
  return svg(
    'g',
    {},
    svgText(cut(row.name, 36), { class: 'name', x: '0', y: top + 12 }),
    ...(row.printed === ''
      ? []
      : [svgText(row.printed, { class: 'name value', x: '100%', y: top + 12, 'text-anchor': 'end' })]),
    ...(field === null
      ? [svg('line', { class: 'range', x1: share(inset(0)), x2: share(inset(1)), y1: y, y2: y })]
      : [
          svg('line', { class: 'range', x1: at(field.worst), x2: at(field.best), y1: y, y2: y }),
          svg('line', { class: 'median', x1: at(field.median), x2: at(field.median), y1: y - 6, y2: y + 6 }),
          svg('circle', { class: 'ring', cx: at(field.best), cy: y, r: 4 }),
        ]),
    // The first model is drawn last, on top.
    ...row.values
      .map((value, place) => ({ value, place }))
      .reverse()
      .flatMap(({ value, place }) => {
        if (value === null) return [];
        const first = place === 0;
        return [
          svg('circle', {
            class: first ? 'dot strong' : 'dot other',
            cx: at(value),
            cy: y,
            r: several ? 8 : 5,
          }),
          ...(several
            ? [
                svgText(String(place + 1), {
                  class: first ? 'digit strong' : 'digit',
                  x: at(value),
                  y: y + 4,
                  'text-anchor': 'middle',
                }),
              ]
            : []),
        ];
      }),
  );
}
