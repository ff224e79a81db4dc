/** What the overall page holds for the browser: its ranking as a board with one column of scores and three of counts. */
import type { BoardData, BoardDataColumn, BoardDataScores } from '../core/board-data.ts';
import type { OverallRow } from '../store/types.ts';
import type { Here, Site } from './frame.ts';
import { makeWords, modelsData } from './model-data.ts';

/** The keys of the columns, in the page's order. */
const COLUMNS = ['score', 'benchmarks', 'opponents', 'comparisons'] as const;

type Key = (typeof COLUMNS)[number];

const UNDER: Readonly<Record<Key, string>> = {
  score: 'board.overall.interval',
  benchmarks: 'board.overall.columns.with-others',
  opponents: 'board.overall.columns.met',
  comparisons: 'board.overall.columns.with-them',
};

function columnData(site: Site, key: Key): BoardDataColumn {
  const isScore = key === 'score';
  const name = site.t(isScore ? 'board.overall.score' : `board.overall.columns.${key}`);
  return {
    key,
    name,
    whole: name,
    under: site.t(UNDER[key]),
    href: '',
    group: '',
    unit: isScore ? 'percent' : 'number',
    decimals: isScore ? 1 : 0,
    lowerIsBetter: false,
    kind: isScore ? 'score' : 'count',
    baseline: null,
    ceiling: null,
  };
}

function scoresData(rows: readonly OverallRow[], key: Key): BoardDataScores {
  return {
    score: rows.map((row) => row[key]),
    stderr: rows.map(() => null),
    origin: ' '.repeat(rows.length),
    claimed: rows.map(() => null),
    loose: rows.map(() => false),
  };
}

/** The data of the overall ranking, in the page's order. Nobody claims its scores: they have no origin and no proof. */
export function overallData(site: Site, here: Here): BoardData {
  const { rows } = site.data.overall;
  const words = makeWords();
  const models = modelsData(
    site,
    here,
    rows.map(({ model }) => model),
    words,
  );
  return {
    id: 'overall',
    name: site.t('board.overall.title'),
    columns: COLUMNS.map((key) => columnData(site, key)),
    average: { rule: 'none', requires: 1, decimals: 1 },
    ranked: 'score',
    words: words.all,
    models,
    scores: COLUMNS.map((key) => scoresData(rows, key)),
    rank: rows.map(({ rank }) => rank),
    averages: rows.map(() => null),
  };
}
