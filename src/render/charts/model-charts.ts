/** The charts of a model's page: its profile beside each board, and where it stands among all on its benchmarks. */
import { ascending, quantileSorted } from 'd3-array';
import { legendEntry, plainCell } from '../../core/charts/figure.ts';
import { drawProfile, type ProfileRow } from '../../core/charts/profile-chart.ts';
import { compareText } from '../../core/compare.ts';
import type { Model, Result } from '../../core/result.ts';
import type { Board } from '../../store/types.ts';
import { benchmarkLink, type Here, type Site } from '../frame.ts';
import { metricName, shotsWord } from '../words.ts';
import { makeAxis, tickDecimals } from './axis.ts';
import { benchmarkScores } from './benchmark-charts.ts';
import type { Chart } from './chart.ts';
import { distributionChart } from './score-distribution.ts';

/** Rows of a profile; longer boards are cut to the columns that most models have. */
const MOST_ROWS = 30;

/** Columns with fewer models have no median worth the name. */
const FEWEST_MODELS = 5;

/**
 * A model's row on each of its boards beside the board's median and best, in the order of the boards. Boards on which
 * it has fewer than three columns that five models or more report give none.
 */
export function modelProfiles(site: Site, here: Here, model: Model): Chart[] {
  return (site.index.placementsOfModel.get(model.id) ?? [])
    .map(({ board, row }) =>
      profileOf(
        site,
        here,
        board,
        row.cells.map((cell) => cell?.score ?? null),
        model,
      ),
    )
    .filter((chart) => chart !== null);
}

function profileOf(
  site: Site,
  here: Here,
  board: Board,
  own: readonly (number | null)[],
  model: Model,
): Chart | null {
  const { language, registry } = site.context;
  const { t } = site;
  const names = site.index.columnNames.get(board.id) ?? [];
  const fields = fieldsOf(board);
  const columns = board.columns
    .flatMap((column, place) => {
      const value = own[place] ?? null;
      const scores = fields[place] ?? [];
      if (value === null || scores.length < FEWEST_MODELS) return [];
      const say = (score: number) => language.score(score, column.decimals);
      const median = quantileSorted(scores, 0.5) as number;
      const [low, high] = [scores[0] as number, scores.at(-1) as number];
      const [worst, best] = column.higher_is_better ? [low, high] : [high, low];
      const row: ProfileRow = {
        name: names[place] ?? column.benchmark,
        under: [shotsWord(t, column.shots), metricName(column.metric, registry)].filter(Boolean).join(' · '),
        field: { worst, median, best },
        values: [value],
        printed: say(value),
        lowerIsBetter: !column.higher_is_better,
      };
      const gap = (value - median) * (column.higher_is_better ? 1 : -1);
      const unit = site.index.benchmarks.get(column.benchmark)?.unit ?? '';
      const { href } = benchmarkLink(site, here, column.benchmark);
      return [{ row, unit, gap, say, count: scores.length, value, href }];
    })
    .slice(0, MOST_ROWS);
  if (columns.length < 3) return null;
  const unit = columns[0]?.unit ?? '';
  const together =
    columns.every((column) => column.unit === unit && !column.row.lowerIsBetter) && unit !== '';
  const everything = columns.flatMap(({ row, value }) => [value, ...Object.values(row.field ?? {})]);
  const axis = makeAxis('linear', everything, 5, unit === 'percent' ? [0, 100] : [null, null]);
  const decimals = tickDecimals(axis.ticks);
  const above = columns.filter(({ gap }) => gap > 0).length;
  const id = `profile-${board.id.replace(/[^\w-]+/g, '-')}`;
  return {
    id,
    title: t('charts.profile.title', { model: model.name, board: board.name }),
    text: t('charts.profile.text', { above, count: columns.length }),
    svg: drawProfile({
      id,
      rows: columns.map(({ row }) => row),
      scale: together ? axis.domain : null,
      ticks: axis.ticks.map((value) => ({ value, text: language.score(value, decimals) })),
      axisTitle: language.has(`charts.units.${unit}`) ? t(`charts.units.${unit}`) : '',
    }),
    legend: [
      legendEntry('dot strong', model.name),
      legendEntry('median', t('charts.profile.median')),
      legendEntry('ring', t('charts.profile.best')),
    ],
    source: [
      t('charts.profile.source', {
        board: board.name,
        count: Math.max(...columns.map(({ count }) => count)),
      }),
      together ? '' : t('charts.profile.own-scales'),
    ]
      .filter(Boolean)
      .join(' '),
    table: {
      columns: [
        { label: t('charts.profile.benchmark'), numeric: false },
        { label: model.name, numeric: true },
        { label: t('charts.profile.median'), numeric: true },
        { label: t('charts.profile.best'), numeric: true },
        { label: t('charts.profile.models'), numeric: true },
      ],
      rows: columns.map(({ row, say, count, href }) => [
        { text: row.under === '' ? row.name : `${row.name} (${row.under})`, href },
        plainCell(row.printed),
        plainCell(say(row.field?.median ?? 0)),
        plainCell(say(row.field?.best ?? 0)),
        plainCell(language.count(count)),
      ]),
    },
  };
}

/** Found once for all models of a board. */
const FIELDS = new WeakMap<Board, number[][]>();

/** The scores of each column, rising. */
function fieldsOf(board: Board): number[][] {
  const known = FIELDS.get(board);
  if (known !== undefined) return known;
  const fields = board.columns.map((_, place) =>
    board.rows
      .flatMap((row) => {
        const score = row.cells[place]?.score;
        return score === undefined ? [] : [score];
      })
      .sort(ascending),
  );
  FIELDS.set(board, fields);
  return fields;
}

/** Fewer models than this say little about where one stands. */
const FEWEST_OTHERS = 8;

/**
 * Where a model stands among all models of a benchmark, measured alike: for its `most` results that most others share,
 * each benchmark once.
 */
export function modelDistributions(site: Site, here: Here, model: Model, most = 6): Chart[] {
  const results = (site.index.resultsOfModel.get(model.id) ?? []).filter(
    ({ id, benchmark, metric }) =>
      metric !== 'average' &&
      !site.index.sourceOfResult.has(id) &&
      site.index.benchmarks.get(benchmark)?.listed === true,
  );
  const seen = new Set<string>();
  return results
    .map((result) => ({ result, of: site.index.standings.get(result.id)?.of ?? 0 }))
    .filter(({ of }) => of >= FEWEST_OTHERS)
    .sort((a, b) => b.of - a.of || compareText(a.result.id, b.result.id))
    .filter(({ result }) => !seen.has(result.benchmark) && seen.add(result.benchmark))
    .slice(0, most)
    .flatMap(({ result }) => distributionOf(site, here, model, result));
}

function distributionOf(site: Site, here: Here, model: Model, result: Result): Chart[] {
  const benchmark = site.index.benchmarks.get(result.benchmark);
  const scores = benchmark === undefined ? null : benchmarkScores(site, benchmark, result);
  if (scores === null) return [];
  const chart = distributionChart(site, here, { ...scores, id: `on-${result.id}` }, model.id);
  return chart === null ? [] : [chart];
}
