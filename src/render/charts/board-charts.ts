/** The charts of a board: its average against size and time, how scores are spread, which benchmarks go together. */
import type { Board } from '../../store/types.ts';
import type { Here, Site } from '../frame.ts';
import { rankedBy } from '../ranked-by.ts';
import { conditions } from '../words.ts';
import type { Chart } from './chart.ts';
import { correlationChart } from './correlation.ts';
import { dateChart, FEWEST, type ModelScores, sizeChart } from './model-scores.ts';
import { distributionChart } from './score-distribution.ts';

/** The charts of a board, by what it is ranked by; none where `hasBoardCharts` is false. */
export function boardCharts(site: Site, here: Here, board: Board): Chart[] {
  const scores = boardScores(site, board);
  if (scores === null || scores.scores.length < FEWEST) return [];
  const ranked = [
    sizeChart(site, here, scores),
    dateChart(site, here, scores),
    distributionChart(site, here, scores, null),
  ];
  return [...ranked, correlationChart(site, board)].filter((chart) => chart !== null);
}

/** Whether a board has charts: what it is ranked by, of three models or more. */
export function hasBoardCharts(site: Site, board: Board): boolean {
  return (boardScores(site, board)?.scores.length ?? 0) >= FEWEST;
}

/** What a board is ranked by, for each model; null where nothing is ranked. */
function boardScores(site: Site, board: Board): ModelScores | null {
  const ranked = rankedBy(board);
  if (ranked === null) return null;
  const units = new Set(
    board.columns.map(({ benchmark }) => site.index.benchmarks.get(benchmark)?.unit ?? ''),
  );
  if (ranked === 'average') {
    const scores = board.rows.flatMap(({ model, average }) =>
      average === null ? [] : [{ model, score: average }],
    );
    return {
      id: 'average',
      what: site.t('charts.average', { board: board.name }),
      unit: units.size === 1 ? ([...units][0] as string) : '',
      decimals: board.decimals,
      higherIsBetter: !board.columns.every((column) => !column.higher_is_better),
      baseline: null,
      range: [null, null],
      scores,
    };
  }
  const column = board.columns[ranked];
  if (column === undefined) return null;
  const benchmark = site.index.benchmarks.get(column.benchmark);
  const scores = board.rows.flatMap(({ model, cells }) => {
    const score = cells[ranked]?.score;
    return score === undefined ? [] : [{ model, score }];
  });
  const how = conditions(site, { ...column, split: null });
  return {
    id: 'average',
    what: [benchmark?.name ?? column.benchmark, how].filter(Boolean).join(' · '),
    unit: benchmark?.unit ?? '',
    decimals: column.decimals,
    higherIsBetter: column.higher_is_better,
    baseline: column.metric === benchmark?.metric ? (benchmark?.random_baseline ?? null) : null,
    range: benchmark?.range ?? [null, null],
    scores,
  };
}
