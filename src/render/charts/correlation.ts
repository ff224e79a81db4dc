/** How the benchmarks of a board go together: correlations over the models that have both, as a triangle. */
import { plainCell } from '../../core/charts/figure.ts';
import { cut, svg, svgText, textWidth } from '../../core/charts/markup.ts';
import { compareText } from '../../core/compare.ts';
import { pearson, spearman } from '../../core/correlation.ts';
import type { Board } from '../../store/types.ts';
import type { Site } from '../frame.ts';
import type { Chart } from './chart.ts';

/** Fewer models that have both say nothing about two benchmarks. */
const FEWEST_MODELS = 8;

/** Longer boards show the columns that most models have. */
const MOST_COLUMNS = 20;

interface Pair {
  /** Places of the columns on the board, the earlier first. */
  readonly a: number;
  readonly b: number;
  /** Models that have both. */
  readonly models: number;
  readonly spearman: number;
  readonly pearson: number;
}

/**
 * Correlations between the columns of a board over the models that have both, their signs turned so that better goes
 * with better; pairs with fewer than eight models, or where one column is all equal, are left out. Models whose results
 * are another's are counted once, as they are not among `rows`' scores twice.
 */
export function correlations(
  rows: readonly (readonly (number | null)[])[],
  higherIsBetter: readonly boolean[],
): Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < higherIsBetter.length; a++) {
    for (let b = a + 1; b < higherIsBetter.length; b++) {
      const both = rows.flatMap((row) => {
        const [x, y] = [row[a] ?? null, row[b] ?? null];
        return x === null || y === null ? [] : [[x, y] as const];
      });
      if (both.length < FEWEST_MODELS) continue;
      const [left, right] = [both.map(([x]) => x), both.map(([, y]) => y)];
      const ranks = spearman(left, right);
      const values = pearson(left, right);
      if (ranks === null || values === null) continue;
      const sign = higherIsBetter[a] === higherIsBetter[b] ? 1 : -1;
      pairs.push({ a, b, models: both.length, spearman: sign * ranks, pearson: sign * values });
    }
  }
  return pairs;
}

/** The chart of a board's correlations; null where no two columns have enough models in common. */
export function correlationChart(site: Site, board: Board): Chart | null {
  const places = shownColumns(board);
  // By id, so that sums are taken in an order that no ranking changes.
  const rows = [...board.rows]
    .sort((a, b) => compareText(a.model, b.model))
    .map((row) => places.map((place) => row.cells[place]?.score ?? null));
  const pairs = correlations(
    rows,
    places.map((place) => board.columns[place]?.higher_is_better ?? true),
  );
  if (pairs.length === 0) return null;
  const { t } = site;
  const { language } = site.context;
  const known = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const shown = places.map((_, place) => place).filter((place) => known.has(place));
  const names = places.map(
    (place) => site.index.columnNames.get(board.id)?.[place] ?? board.columns[place]?.benchmark ?? '',
  );
  const nameOf = (place: number) => names[place] as string;
  const say = (value: number) => language.score(value, 2);
  const byStrength = [...pairs].sort((x, y) => y.spearman - x.spearman || x.a - y.a || x.b - y.b);
  const sentence = (key: 'closest' | 'loosest', pair: Pair) =>
    t(`charts.correlation.${key}`, {
      a: nameOf(pair.a),
      b: nameOf(pair.b),
      value: say(pair.spearman),
      count: pair.models,
    });
  const [closest, loosest] = [byStrength[0] as Pair, byStrength.at(-1) as Pair];
  const order = new Map(shown.map((place, at) => [place, at]));
  return {
    id: 'correlation',
    title: t('charts.correlation.title'),
    text: [sentence('closest', closest), pairs.length > 1 ? sentence('loosest', loosest) : '']
      .filter(Boolean)
      .join(' '),
    svg: drawMatrix({
      id: 'correlation',
      names: shown.map(nameOf),
      cells: pairs.map((pair) => ({
        row: order.get(pair.b) as number,
        column: order.get(pair.a) as number,
        value: pair.spearman,
        text: say(pair.spearman).replace(/^(.?)0(?=\D)/, '$1'),
      })),
    }),
    legend: [],
    source: [
      t('charts.correlation.source', { count: FEWEST_MODELS }),
      places.length < board.columns.length ? t('charts.correlation.cut', { count: places.length }) : '',
    ]
      .filter(Boolean)
      .join(' '),
    table: {
      columns: [
        { label: t('charts.correlation.pair'), numeric: false },
        { label: t('charts.correlation.spearman'), numeric: true },
        { label: t('charts.correlation.pearson'), numeric: true },
        { label: t('charts.correlation.models'), numeric: true },
      ],
      rows: byStrength.map((pair) => [
        plainCell(t('charts.correlation.and', { a: nameOf(pair.a), b: nameOf(pair.b) })),
        plainCell(say(pair.spearman)),
        plainCell(say(pair.pearson)),
        plainCell(language.count(pair.models)),
      ]),
    },
  };
}

/** Places of the columns that most models have, in the order of the board. */
function shownColumns(board: Board): number[] {
  const counts = board.columns.map((_, place) => ({
    place,
    count: board.rows.reduce((sum, row) => sum + (row.cells[place] == null ? 0 : 1), 0),
  }));
  return counts
    .filter(({ count }) => count >= FEWEST_MODELS)
    .sort((a, b) => b.count - a.count || a.place - b.place)
    .slice(0, MOST_COLUMNS)
    .map(({ place }) => place)
    .sort((a, b) => a - b);
}

interface MatrixInput {
  readonly id: string;
  /** Of rows and columns alike. */
  readonly names: readonly string[];
  readonly cells: readonly {
    readonly row: number;
    /** Below `row`. */
    readonly column: number;
    /** −1 to 1. */
    readonly value: number;
    readonly text: string;
  }[];
}

const CELL = 34;
const LONGEST_NAME = 22;

/**
 * The drawing: the lower half of the matrix, each name where its row ends and its column begins, so that one name serves
 * both. Five steps of colour on either side of none.
 */
function drawMatrix({ id, names, cells }: MatrixInput): string {
  const shown = names.map((name) => cut(name, LONGEST_NAME));
  const width = shown.reduce(
    (most, name, place) => Math.max(most, place * CELL + 8 + textWidth(name)),
    shown.length * CELL,
  );
  const height = shown.length * CELL;
  return svg(
    'svg',
    {
      class: 'chart-matrix',
      width: Math.ceil(width),
      height,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-text`,
    },
    ...cells.flatMap(({ row, column, value, text }) => {
      const step = Math.min(5, Math.round(Math.abs(value) * 5));
      return [
        svg('rect', {
          class: `heat ${value < 0 ? 'less' : 'more'}-${step}`,
          x: column * CELL + 1,
          y: row * CELL + 1,
          width: CELL - 2,
          height: CELL - 2,
        }),
        svgText(text, {
          class: 'cell',
          x: column * CELL + CELL / 2,
          y: row * CELL + CELL / 2 + 4,
          'text-anchor': 'middle',
        }),
      ];
    }),
    ...shown.map((name, place) =>
      svgText(name, { class: 'name', x: place * CELL + 6, y: place * CELL + CELL / 2 + 4 }),
    ),
  );
}
