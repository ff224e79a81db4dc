/** The charts of a board: its average against size and time, how scores are spread, which benchmarks go together. */
import type { Board } from '../../store/types.ts';
import { rankedBy } from '../board.ts';
import type { Here, Site } from '../frame.ts';
import { conditions } from '../words.ts';
import type { Chart } from './chart.ts';
import { correlationChart } from './correlation.ts';
import { dateChart, type ModelScores, sizeChart } from './model-scores.ts';
import { distributionChart } from './score-distribution.ts';

/** The charts of a board, by what it is ranked by; none where too few models are ranked. */
export function boardCharts(site: Site, here: Here, board: Board): Chart[] {
  const scores = boardScores(site, board);
  const ranked =
    scores === null
      ? []
      : [
          sizeChart(site, here, scores),
          dateChart(site, here, scores),
          distributionChart(site, here, scores, null),
        ];
  return [...ranked, correlationChart(site, board)].filter((chart) => chart !== null);
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
  const how = conditions({ ...column, split: null }, site.context.registry);
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
