/** The overall page: models ranked across all benchmarks by whom they beat, and how that is done. */
import type { Language } from '../core/language.ts';
import { packBoardData } from '../core/packed-board-data.ts';
import type { Overall } from '../store/types.ts';
import { tableWidth } from './board-table.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { overallData } from './overall-data.ts';
import { scriptJson } from './proof.ts';
import { ofWord, rankWord } from './ranks.ts';

/** Where the page stands. */
export const OVERALL_ADDRESS = 'overall/';

interface OverallRowView {
  readonly rank: string;
  readonly rankMeaning: string;
  readonly model: ModelLine;
  readonly score: string;
  readonly interval: string;
  readonly benchmarks: string;
  readonly opponents: string;
  readonly comparisons: string;
}

export interface OverallView extends Framed {
  readonly counts: string;
  readonly rows: readonly OverallRowView[];
  /** JSON of the ranking's data for the browser; '' where nobody is ranked. */
  readonly data: string;
  readonly width: number;
  /** The limits that the ranking is made with, for the text. */
  readonly limits: Overall['limits'] & { readonly others: number };
}

/** "97–99" in the digits of the score. */
function interval(language: Language, low: number, high: number): string {
  return `${language.score(low, 1)}–${language.score(high, 1)}`;
}

/** A rank with its band: "3", "2–9". */
export function overallRank({ rank, band }: Overall['rows'][number]): string {
  return rankWord(rank, false, band[0] === band[1] ? null : band);
}

/** A model's overall place in words, "2–9 of 211", with the way to the page; null where it is not ranked. */
export function overallPlace(
  site: Site,
  here: Here,
  model: string,
): { name: string; href: string; rank: string } | null {
  const row = site.index.overallOfModel.get(model);
  if (row === undefined) return null;
  return {
    name: site.t('board.overall.title'),
    href: here.to(OVERALL_ADDRESS),
    rank: ofWord(site.t, overallRank(row), site.data.overall.rows.length),
  };
}

/** The view of the overall page. */
export function overallView(site: Site, here: Here): OverallView {
  const { rows, contests, comparisons, unranked, limits } = site.data.overall;
  const { t } = site;
  const { language } = site.context;
  const counts = [
    t('board.overall.ranked', { count: rows.length }),
    t('board.overall.unranked', { count: unranked }),
    t('board.overall.comparisons', { count: comparisons }),
    t('board.overall.contests', { count: contests }),
  ].join(' · ');
  return {
    frame: frame(site, here, t('board.overall.title'), t('board.overall.description', { counts })),
    counts,
    rows: rows.map((row) => ({
      rank: overallRank(row),
      rankMeaning:
        row.band[0] === row.band[1]
          ? ''
          : t('board.overall.band', { rank: row.rank, from: row.band[0], to: row.band[1] }),
      model: modelLine(site, here, row.model),
      score: language.score(row.score, 1),
      interval: interval(language, row.low, row.high),
      benchmarks: language.count(row.benchmarks),
      opponents: language.count(row.opponents),
      comparisons: language.count(row.comparisons),
    })),
    data: rows.length === 0 ? '' : scriptJson(packBoardData(overallData(site, here))),
    width: tableWidth(4, false),
    limits: { ...limits, others: limits.opponents + 1 },
  };
}
