/** The charts of agreement: self-reported against independent numbers, and how far they are apart. */
import { type ChartTable, legendEntry, plainCell } from '../../core/charts/figure.ts';
import { claimId } from '../../core/claim.ts';
import type { Here, Site } from '../frame.ts';
import { benchmarkLink } from '../frame.ts';
import { conditions } from '../words.ts';
import type { AgreementPair } from './agreement.ts';
import { isDrawable, makeAxis, tickDecimals } from './axis.ts';
import type { Chart } from './chart.ts';
import { drawDistribution, MOST_DOTS } from './distribution.ts';
import { FEWEST } from './model-scores.ts';
import { drawScatter, type NamedDot, type ScatterDot } from './scatter.ts';

/** More points than this are not named. */
const MOST_NAMED = 14;

/** The charts over pairs in percent; none where there are fewer than three of them. */
export function agreementCharts(site: Site, here: Here, pairs: readonly AgreementPair[]): Chart[] {
  const shown = pairs.filter(
    ({ result, own, other }) => result.unit === 'percent' && isDrawable(own.score) && isDrawable(other.score),
  );
  if (shown.length < FEWEST) return [];
  const apart = shown.filter(({ difference }) => difference !== 0);
  return [
    scatter(site, here, shown),
    ...(apart.length < FEWEST ? [] : [differences(site, here, shown, apart)]),
  ];
}

/** Where a pair's own number stands in its card. */
export function pairHref(site: Site, here: Here, pair: AgreementPair, side: 'own' | 'other'): string {
  const claim = site.index.claims.get(side === 'own' ? pair.ownClaim : pair.otherClaim);
  return here.to(
    claim === undefined
      ? site.context.urls.model(pair.result.model)
      : site.context.urls.claim(claimId(claim)),
  );
}

/** Digits that both numbers of a pair give, so that what is only rounded is not told as a difference. */
export function pairDecimals({ own, other }: AgreementPair): number {
  return Math.min(4, Math.max(own.decimals, other.decimals));
}

function scatter(site: Site, here: Here, pairs: readonly AgreementPair[]): Chart {
  const { t } = site;
  const { language } = site.context;
  const scores = pairs.flatMap(({ own, other }) => [own.score, other.score]);
  const axis = makeAxis('linear', scores, 5, [0, 100]);
  const decimals = tickDecimals(axis.ticks);
  const tick = (value: number) => language.score(value, decimals);
  const dots = pairs.map(
    (pair, row): ScatterDot => ({
      x: pair.other.score,
      y: pair.own.score,
      row,
      mark: pair.beyond?.exceeds ? (pair.difference > 0 ? 'dot second' : 'dot strong') : 'dot',
    }),
  );
  const named = pairs
    .flatMap((pair, row): NamedDot[] => {
      const dot = dots[row] as ScatterDot;
      if (!pair.beyond?.exceeds) return [];
      const benchmark = benchmarkLink(site, here, pair.result.benchmark).name;
      const model = site.index.models.get(pair.result.model)?.name ?? pair.result.model;
      return [
        {
          ...dot,
          name: t('charts.agreement.point', { model, benchmark }),
          href: pairHref(site, here, pair, 'own'),
        },
      ];
    })
    .slice(0, MOST_NAMED);
  const rows = new Set(named.map(({ row }) => row));
  const [low, high] = axis.domain;
  return {
    id: 'agreement',
    title: t('charts.agreement.title'),
    text: [
      t('charts.agreement.text', { count: pairs.length }),
      rows.size === 0 ? '' : t('charts.agreement.named', { count: rows.size }),
    ]
      .filter(Boolean)
      .join(' '),
    svg: drawScatter({
      id: 'agreement',
      x: axis,
      y: axis,
      xTitle: t('charts.agreement.x'),
      yTitle: t('charts.agreement.y'),
      tickX: tick,
      tickY: tick,
      dots: dots.filter(({ row }) => !rows.has(row)),
      named,
      line: [
        { x: low, y: low },
        { x: high, y: high },
      ],
      shape: 'diagonal',
      level: null,
    }),
    legend: [
      legendEntry('dot second', t('charts.agreement.above')),
      legendEntry('dot strong', t('charts.agreement.below')),
      legendEntry('dot', t('charts.agreement.within')),
      legendEntry('diagonal', t('charts.agreement.equal')),
    ],
    source: t('charts.agreement.source', { count: pairs.length }),
    table: pairsTable(site, here, pairs),
  };
}

function pairsTable(site: Site, here: Here, pairs: readonly AgreementPair[]): ChartTable {
  const { t } = site;
  const { language } = site.context;
  return {
    columns: [
      { label: t('charts.agreement.columns.what'), numeric: false },
      { label: t('charts.agreement.columns.own'), numeric: true },
      { label: t('charts.agreement.columns.other'), numeric: true },
      { label: t('charts.agreement.columns.difference'), numeric: true },
      { label: t('charts.agreement.columns.bound'), numeric: true },
    ],
    rows: pairs.map((pair) => {
      const { result, own, other, beyond } = pair;
      const decimals = pairDecimals(pair);
      const model = site.index.models.get(result.model)?.name ?? result.model;
      const benchmark = benchmarkLink(site, here, result.benchmark).name;
      return [
        {
          text: [model, benchmark, conditions(site, result)].filter(Boolean).join(' · '),
          href: here.to(site.context.urls.model(result.model)),
        },
        { text: language.score(own.score, decimals), href: pairHref(site, here, pair, 'own') },
        { text: language.score(other.score, decimals), href: pairHref(site, here, pair, 'other') },
        plainCell(language.difference(pair.difference, decimals)),
        plainCell(
          beyond === null
            ? t('charts.agreement.unknown')
            : t(beyond.estimated ? 'charts.agreement.estimated' : 'charts.agreement.stated', {
                bound: language.score(beyond.bound, 1),
              }),
        ),
      ];
    }),
  };
}

function differences(
  site: Site,
  here: Here,
  pairs: readonly AgreementPair[],
  apart: readonly AgreementPair[],
): Chart {
  const { t } = site;
  const { language } = site.context;
  const values = apart.map(({ difference }) => difference);
  const axis = makeAxis('linear', [...values, 0], 6);
  const decimals = tickDecimals(axis.ticks);
  const dotted = values.length <= MOST_DOTS;
  const limits = [0, 1, 2, 5, 10];
  const counts = [
    { label: t('charts.agreement.rows.equal'), count: pairs.length - apart.length },
    ...limits.map((low, place) => bandOf(site, values, low, limits[place + 1] ?? null)),
  ];
  return {
    id: 'differences',
    title: t('charts.agreement.differences.title'),
    text: t('charts.agreement.differences.text', {
      count: pairs.length,
      equal: counts[0]?.count ?? 0,
      better: values.filter((value) => value > 0).length,
      worse: values.filter((value) => value < 0).length,
    }),
    svg: drawDistribution({
      id: 'differences',
      axis,
      axisTitle: t('charts.agreement.differences.axis'),
      tick: (value) => language.difference(value, decimals),
      values,
      dotted,
      marked: null,
      level: { x: 0, name: t('charts.agreement.equal') },
      countTitle: t('charts.agreement.differences.results', { count: 2 }),
      count: language.count,
    }),
    legend: [],
    source: t('charts.agreement.differences.source', { count: apart.length }),
    table: dotted
      ? pairsTable(site, here, apart)
      : {
          columns: [
            { label: t('charts.agreement.columns.difference'), numeric: false },
            { label: t('charts.agreement.columns.results'), numeric: true },
          ],
          rows: counts.map(({ label, count }) => [plainCell(label), plainCell(language.count(count))]),
        },
  };
}

function bandOf(
  site: Site,
  values: readonly number[],
  low: number,
  high: number | null,
): { label: string; count: number } {
  const count = values.filter((value) => {
    const size = Math.abs(value);
    return size > low && (high === null || size <= high);
  }).length;
  return {
    label:
      high === null
        ? site.t('charts.agreement.rows.over', { from: String(low) })
        : site.t('charts.agreement.rows.band', { from: String(low), to: String(high) }),
    count,
  };
}
