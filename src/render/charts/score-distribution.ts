/** The chart of how models are distributed over the scores of one thing, with one of them marked. */
import { ascending, quantileSorted } from 'd3-array';
import { type ChartTable, plainCell } from '../../core/charts/figure.ts';
import { compareText } from '../../core/compare.ts';
import type { Here, Site } from '../frame.ts';
import { type Axis, isDrawable, makeAxis, tickDecimals } from './axis.ts';
import type { Chart } from './chart.ts';
import { binsOf, drawDistribution, MOST_DOTS } from './distribution.ts';
import { FEWEST, type ModelScores, withUnit } from './model-scores.ts';

/**
 * How `scores` are distributed; `marked` is the id of the model to show among them, or null. Null where there are
 * fewer than three.
 */
export function distributionChart(
  site: Site,
  here: Here,
  scores: ModelScores,
  marked: string | null,
): Chart | null {
  const ordered = scores.scores
    .filter(({ score }) => isDrawable(score))
    .sort((a, b) => ascending(a.score, b.score) || compareText(a.model, b.model));
  if (ordered.length < FEWEST) return null;
  const values = ordered.map(({ score }) => score);
  const { t } = site;
  const { language } = site.context;
  const axis = distributionAxis(scores, values);
  const decimals = tickDecimals(axis.ticks);
  const say = (value: number) => language.score(value, scores.decimals);
  const quartile = (share: number) => quantileSorted(values, share) as number;
  const own = marked === null ? undefined : ordered.find(({ model }) => model === marked);
  const name = (id: string) => site.index.models.get(id)?.name ?? id;
  const sentences = [
    own === undefined
      ? ''
      : markedSentence(site, scores, values, { name: name(own.model), score: own.score }),
    t('charts.distribution.text', {
      median: say(quartile(0.5)),
      low: say(quartile(0.25)),
      high: say(quartile(0.75)),
    }),
  ];
  const id = `${scores.id}-distribution`;
  const { baseline } = scores;
  const shown = baseline !== null && baseline > axis.domain[0] && baseline < axis.domain[1];
  return {
    id,
    title: t('charts.distribution.title', { what: scores.what }),
    text: sentences.filter((sentence) => sentence !== '').join(' '),
    svg: drawDistribution({
      id,
      axis,
      axisTitle: withUnit(site, scores.what, scores.unit),
      tick: (value) => language.score(value, decimals),
      values,
      dotted: values.length <= MOST_DOTS,
      marked: own === undefined ? null : { value: own.score, name: `${name(own.model)} ${say(own.score)}` },
      level: shown && baseline !== null ? { x: baseline, name: t('charts.guessing') } : null,
      countTitle: t('charts.distribution.models', { count: 2 }),
      count: language.count,
    }),
    legend: [],
    source: t('charts.source', { count: ordered.length }),
    table: tableOf(site, here, scores, ordered, axis),
  };
}

/** Over the scores alone; the level of guessing is on it where somebody comes near. */
function distributionAxis(scores: ModelScores, values: readonly number[]): Axis {
  const [low, high] = [values[0] as number, values.at(-1) as number];
  const near = scores.baseline !== null && scores.baseline > low - (high - low) / 2;
  return makeAxis('linear', near ? [...values, scores.baseline as number] : values, 6, scores.range);
}

function markedSentence(
  site: Site,
  scores: ModelScores,
  values: readonly number[],
  own: { readonly name: string; readonly score: number },
): string {
  const better = values.filter((value) =>
    scores.higherIsBetter ? value < own.score : value > own.score,
  ).length;
  const of = values.length - 1;
  return site.t('charts.distribution.marked', {
    model: own.name,
    score: site.context.language.score(own.score, scores.decimals),
    share: site.context.language.score((100 * better) / of, 0),
    count: of,
  });
}

function tableOf(
  site: Site,
  here: Here,
  scores: ModelScores,
  ordered: ModelScores['scores'],
  axis: Axis,
): ChartTable {
  const { t } = site;
  const { language } = site.context;
  const what = withUnit(site, scores.what, scores.unit);
  if (ordered.length <= MOST_DOTS) {
    return {
      columns: [
        { label: t('charts.model'), numeric: false },
        { label: what, numeric: true },
      ],
      rows: ordered.map(({ model, score }) => [
        {
          text: site.index.models.get(model)?.name ?? model,
          href: here.to(site.context.urls.model(model)),
        },
        plainCell(language.score(score, scores.decimals)),
      ]),
    };
  }
  const bins = binsOf(
    ordered.map(({ score }) => score),
    axis,
  ).filter(({ count }) => count > 0);
  const decimals = tickDecimals(bins.flatMap(({ from, to }) => [from, to]));
  return {
    columns: [
      { label: what, numeric: false },
      { label: t('charts.distribution.count'), numeric: true },
    ],
    rows: bins.map(({ from, to, count }) => [
      plainCell(
        t('charts.distribution.bin', {
          from: language.score(from, decimals),
          to: language.score(to, decimals),
        }),
      ),
      plainCell(language.count(count)),
    ]),
  };
}
