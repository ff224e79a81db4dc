/** Charts of how models score on one thing, a benchmark under one set of conditions or a board's average. */
import { ascending } from 'd3-array';
import { legendEntry, plainCell } from '../../core/charts/figure.ts';
import { compareText } from '../../core/compare.ts';
import { spearman } from '../../core/correlation.ts';
import type { Model } from '../../core/result.ts';
import type { Here, Site } from '../frame.ts';
import { sizeWord } from '../words.ts';
import { type Axis, isDrawable, makeAxis, tickDecimals } from './axis.ts';
import type { Chart } from './chart.ts';
import { frontier } from './frontier.ts';
import { drawScatter, type NamedDot, type ScatterDot } from './scatter.ts';

/** Scores of one thing, one for each model. */
export interface ModelScores {
  /** Names the charts: unique on the page, and fit for an element's id. */
  readonly id: string;
  /** What is scored: "Average", "GSM8K · 5-shot". */
  readonly what: string;
  /** As benchmarks have it: "percent", "elo" …; the empty string where it is mixed. */
  readonly unit: string;
  readonly decimals: number;
  readonly higherIsBetter: boolean;
  /** What guessing scores, or null. */
  readonly baseline: number | null;
  readonly range: readonly [number | null, number | null];
  readonly scores: readonly { readonly model: string; readonly score: number }[];
}

/** Fewer models make no chart. */
export const FEWEST = 3;

interface Point {
  readonly id: string;
  readonly model: Model;
  readonly x: number;
  readonly y: number;
}

/** Milliseconds of a day. */
const DAY = 86_400_000;

/** Score against parameters on a logarithmic axis, with the best score at or below each size as a line. */
export function sizeChart(site: Site, here: Here, scores: ModelScores): Chart | null {
  const points = pointsOf(site, scores, (model) =>
    model.parameters !== null && model.parameters > 0 ? model.parameters : null,
  );
  if (points.length < FEWEST || new Set(points.map(({ x }) => x)).size < 2) return null;
  const best = frontier(points, scores.higherIsBetter);
  const { t } = site;
  const [first, last] = [best[0] as Point, best.at(-1) as Point];
  const together = spearman(
    points.map(({ x }) => x),
    points.map(({ y }) => y),
  );
  const label = (point: Point) => ({
    model: point.model.name,
    size: sizeWord(point.model),
    score: site.context.language.score(point.y, scores.decimals),
  });
  const sentences = [
    best.length === 1
      ? t('charts.size.one', label(first))
      : t('charts.size.frontier', {
          small: t('charts.size.model', label(first)),
          large: t('charts.size.model', label(last)),
        }),
    together === null || points.length < 8
      ? ''
      : t('charts.size.together', { value: site.context.language.score(together, 2) }),
  ];
  return scatterOf(site, here, scores, {
    kind: 'size',
    title: t('charts.size.title', { what: scores.what }),
    text: sentences.filter((sentence) => sentence !== '').join(' '),
    xTitle: t('charts.size.axis'),
    xColumn: t('charts.size.column'),
    x: makeAxis(
      'log',
      points.map(({ x }) => x),
    ),
    tickX: (value) => sizeWord({ parameters: value }),
    cellX: ({ model }) => sizeWord(model),
    without: t('charts.size.without', { count: scores.scores.length - points.length }),
    points,
    best,
  });
}

/** Score against the day that a model's card was added, with the best score up to each day as a line. */
export function dateChart(site: Site, here: Here, scores: ModelScores): Chart | null {
  const dayOf = (model: Model) => site.index.cardOfModel.get(model.id)?.added ?? null;
  const points = pointsOf(site, scores, (model) => {
    const day = dayOf(model);
    const time = day === null ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
    return Number.isNaN(time) ? null : Math.round(time / DAY);
  });
  if (points.length < FEWEST || new Set(points.map(({ x }) => x)).size < FEWEST) return null;
  const { t } = site;
  const { language } = site.context;
  const best = frontier(points, scores.higherIsBetter);
  const [first, last] = [best[0] as Point, best.at(-1) as Point];
  const day = (value: number) => language.day(new Date(value * DAY).toISOString().slice(0, 10));
  return scatterOf(site, here, scores, {
    kind: 'date',
    title: t('charts.date.title', { what: scores.what }),
    text: t('charts.date.text', {
      first: first.model.name,
      from: language.score(first.y, scores.decimals),
      start: day(first.x),
      last: last.model.name,
      to: language.score(last.y, scores.decimals),
      end: day(last.x),
    }),
    xTitle: t('charts.date.axis'),
    xColumn: t('charts.date.column'),
    x: makeAxis(
      'time',
      points.map(({ x }) => x),
      4,
    ),
    tickX: day,
    cellX: ({ x }) => day(x),
    without: t('charts.date.without', { count: scores.scores.length - points.length }),
    points,
    best,
  });
}

function pointsOf(site: Site, { scores }: ModelScores, xOf: (model: Model) => number | null): Point[] {
  return scores
    .flatMap(({ model: id, score }): Point[] => {
      const model = site.index.models.get(id);
      const x = model === undefined ? null : xOf(model);
      return model === undefined || x === null || !isDrawable(score) ? [] : [{ id, model, x, y: score }];
    })
    .sort((a, b) => ascending(a.x, b.x) || ascending(a.y, b.y) || compareText(a.id, b.id));
}

interface ScatterWords {
  readonly kind: 'size' | 'date';
  readonly title: string;
  readonly text: string;
  readonly xTitle: string;
  readonly xColumn: string;
  readonly x: Axis;
  readonly tickX: (value: number) => string;
  readonly cellX: (point: Point) => string;
  /** How many are left out for want of an x. */
  readonly without: string;
  readonly points: readonly Point[];
  readonly best: readonly Point[];
}

function scatterOf(site: Site, here: Here, scores: ModelScores, words: ScatterWords): Chart {
  const { points, best } = words;
  const { t } = site;
  const { language } = site.context;
  const y = scoreAxis(
    scores,
    points.map((point) => point.y),
  );
  const decimals = tickDecimals(y.ticks);
  const onFrontier = new Set(best);
  const href = (point: Point) => here.to(site.context.urls.model(point.id));
  const dots = points.map((point, row): ScatterDot => ({ x: point.x, y: point.y, row, mark: 'dot' }));
  const named = points
    .flatMap((point, row): NamedDot[] =>
      onFrontier.has(point)
        ? [{ x: point.x, y: point.y, row, mark: 'dot strong', name: point.model.name, href: href(point) }]
        : [],
    )
    .reverse();
  const end = best.at(-1);
  const id = `${scores.id}-${words.kind}`;
  const left = scores.scores.length - points.length;
  return {
    id,
    title: words.title,
    text: words.text,
    svg: drawScatter({
      id,
      x: words.x,
      y,
      xTitle: words.xTitle,
      yTitle: withUnit(site, scores.what, scores.unit),
      tickX: words.tickX,
      tickY: (value) => language.score(value, decimals),
      dots: dots.filter((_, row) => !onFrontier.has(points[row] as Point)),
      named,
      // The best holds for all that are larger or later, too.
      line: end === undefined ? [] : [...best, { x: words.x.domain[1], y: end.y }],
      shape: 'step',
      level: levelOf(site, scores, y),
    }),
    legend: [
      legendEntry('dot strong', t(`charts.${words.kind}.best`)),
      legendEntry('dot', t('charts.others')),
    ],
    source: [t('charts.source', { count: points.length }), left === 0 ? '' : words.without]
      .filter((part) => part !== '')
      .join(' '),
    table: {
      columns: [
        { label: t('charts.model'), numeric: false },
        { label: words.xColumn, numeric: true },
        { label: withUnit(site, scores.what, scores.unit), numeric: true },
      ],
      rows: points.map((point) => [
        { text: point.model.name, href: href(point) },
        plainCell(words.cellX(point)),
        plainCell(language.score(point.y, scores.decimals)),
      ]),
    },
  };
}

/** The axis of the scores: the level of guessing is on it where anybody comes near. */
function scoreAxis(scores: Pick<ModelScores, 'baseline' | 'range'>, values: readonly number[]): Axis {
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  const { baseline } = scores;
  const near = baseline !== null && baseline > least - (most - least) && baseline < most + (most - least);
  return makeAxis('linear', near ? [...values, baseline] : values, 5, scores.range);
}

function levelOf(site: Site, { baseline }: ModelScores, axis: Axis): { y: number; name: string } | null {
  if (baseline === null || baseline <= axis.domain[0] || baseline >= axis.domain[1]) return null;
  return { y: baseline, name: site.t('charts.guessing') };
}

/** A quantity with its unit: "GSM8K (percent)". */
export function withUnit(site: Site, what: string, unit: string): string {
  return site.context.language.has(`charts.units.${unit}`)
    ? site.t('charts.quantity', { what, unit: site.t(`charts.units.${unit}`) })
    : what;
}
