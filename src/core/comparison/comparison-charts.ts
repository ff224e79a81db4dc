/** The charts of a comparison: a profile of all models, and slopes where there are two. */
import { type Figure, type LegendEntry, legendEntry, plainCell } from '../charts/figure.ts';
import { drawProfile } from '../charts/profile-chart.ts';
import { drawSlope } from '../charts/slope-chart.ts';
import type { Language } from '../language.ts';
import type { ComparedRow, Comparison } from './compare-models.ts';

/** What a page shows of a chart, as the charts of the site's own pages. */
export interface ComparisonChart extends Figure {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly legend: readonly LegendEntry[];
  readonly source: string;
}

/** More rows are left to the table: the widest differences are shown. */
const MOST_ROWS = 24;

/** The numbers of more models than this are left to the table. */
const MOST_PRINTED = 2;

/** Fewer rows than this are said quicker by the table. */
const FEWEST_ROWS = 3;

/** A row's name; where another row has the same, what tells it apart first: its conditions, the most special in front. */
function labels(rows: readonly ComparedRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1);
  return rows.map(({ name, conditions }) =>
    counts.get(name) === 1 || conditions === ''
      ? name
      : `${conditions.split(' · ').reverse().join(' · ')}, ${name}`,
  );
}

/** The charts of a comparison, over results in percent of which more is better; none where there are fewer than three. */
export function comparisonCharts(comparison: Comparison, language: Language): ComparisonChart[] {
  const drawn = comparison.rows.filter(
    ({ unit, lowerIsBetter, values }) =>
      unit === 'percent' &&
      !lowerIsBetter &&
      values.every((value) => value?.result.metric !== 'average') &&
      values.every((value) => value === null || (value.result.score >= 0 && value.result.score <= 100)),
  );
  if (comparison.models.length < 2 || drawn.length < FEWEST_ROWS) return [];
  const width = ({ values }: ComparedRow) =>
    values.reduce((most, value) => Math.max(most, Math.abs(value?.difference ?? 0)), 0);
  const widest = new Set(
    [...drawn].sort((a, b) => width(b) - width(a) || (a.key < b.key ? -1 : 1)).slice(0, MOST_ROWS),
  );
  const rows = drawn.filter((row) => widest.has(row));
  const source = [
    language.t('compare.charts.source', { count: rows.length }),
    rows.length < drawn.length ? language.t('compare.charts.cut', { count: drawn.length - rows.length }) : '',
  ]
    .filter(Boolean)
    .join(' ');
  const charts = [profile(comparison, rows, language, source)];
  const both = rows.filter(({ values }) => values.every((value) => value !== null));
  if (comparison.models.length === 2 && both.length >= FEWEST_ROWS)
    charts.unshift(slope(comparison, both, language, source));
  return charts;
}

function tableOf({ models }: Comparison, rows: readonly ComparedRow[], language: Language): Figure['table'] {
  return {
    columns: [
      { label: language.t('compare.benchmark'), numeric: false },
      ...models.map(({ name }) => ({ label: name, numeric: true })),
    ],
    rows: rows.map(({ name, conditions, values, decimals }) => [
      plainCell([name, conditions].filter(Boolean).join(' · ')),
      ...values.map((value) =>
        plainCell(value === null ? '–' : language.score(value.result.score, decimals)),
      ),
    ]),
  };
}

function profile(
  comparison: Comparison,
  rows: readonly ComparedRow[],
  language: Language,
  source: string,
): ComparisonChart {
  const { t } = language;
  const names = labels(rows);
  const ticks = [0, 20, 40, 60, 80, 100];
  return {
    id: 'profile',
    title: t('compare.charts.profile'),
    text: t('compare.charts.profile-text'),
    svg: drawProfile({
      id: 'profile',
      rows: rows.map(({ conditions, field, values, decimals, lowerIsBetter }, place) => ({
        name: names[place] as string,
        under: conditions,
        field: field === null ? null : { worst: field[0], median: field[1], best: field[2] },
        values: values.map((value) => value?.result.score ?? null),
        printed:
          values.length > MOST_PRINTED
            ? ''
            : values
                .map((value) => (value === null ? '–' : language.score(value.result.score, decimals)))
                .join(' | '),
        lowerIsBetter,
      })),
      scale: [0, 100],
      ticks: ticks.map((value) => ({ value, text: language.score(value, 0) })),
      axisTitle: t('compare.charts.percent'),
    }),
    legend: [
      ...comparison.models.map(({ name }, place) => ({
        ...legendEntry(place === 0 ? 'dot strong' : 'dot other', `${place + 1} ${name}`),
      })),
      legendEntry('median', t('compare.charts.median')),
      legendEntry('ring', t('compare.charts.best')),
    ],
    source,
    table: tableOf(comparison, rows, language),
  };
}

function slope(
  comparison: Comparison,
  rows: readonly ComparedRow[],
  language: Language,
  source: string,
): ComparisonChart {
  const { t } = language;
  const [left, right] = [comparison.models[0]?.name ?? '', comparison.models[1]?.name ?? ''];
  const names = labels(rows);
  const lines = rows.map(({ values, decimals }, place) => {
    const [a, b] = [values[0], values[1]];
    const [from, to] = [a?.result.score ?? 0, b?.result.score ?? 0];
    return {
      name: names[place] as string,
      from,
      to,
      printedFrom: language.score(from, decimals),
      printedTo: language.score(to, decimals),
      exceeds: b?.chance?.exceeds ?? null,
    };
  });
  return {
    id: 'slope',
    title: t('compare.charts.slope', { a: left, b: right }),
    text: t('compare.charts.slope-text', {
      model: right,
      up: lines.filter(({ from, to }) => to > from).length,
      down: lines.filter(({ from, to }) => to < from).length,
    }),
    svg: drawSlope({ id: 'slope', left, right, lines }),
    legend: [
      legendEntry('slope rising', t('compare.charts.rising')),
      legendEntry('slope falling', t('compare.charts.falling')),
      legendEntry('slope sure', t('compare.charts.sure')),
    ],
    source,
    table: tableOf(comparison, rows, language),
  };
}
