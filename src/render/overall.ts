/** The overall page: models ranked across all benchmarks by whom they beat, and how that is done. */
import { countOf, formatCount, formatScore } from '../core/format.ts';
import type { Overall } from '../store/types.ts';
import { tableWidth } from './board-table.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { ofWord, rankWord } from './ranks.ts';

/** Where the page stands. */
export const OVERALL_ADDRESS = 'overall/';

interface OverallRowView {
  readonly rank: string;
  readonly rankExact: string;
  readonly rankMeaning: string;
  readonly model: ModelLine;
  readonly score: string;
  readonly exact: string;
  readonly interval: string;
  readonly benchmarks: string;
  readonly opponents: string;
  readonly comparisons: string;
}

export interface OverallView extends Framed {
  readonly counts: string;
  readonly rows: readonly OverallRowView[];
  readonly width: number;
  /** The limits that the ranking is made with, for the text. */
  readonly limits: Overall['limits'];
}

/** "97–99" in the digits of the score. */
function interval(low: number, high: number): string {
  return `${formatScore(low, 1)}–${formatScore(high, 1)}`;
}

/** A rank with its band: "3", "2–9". */
function place({ rank, band }: Overall['rows'][number]): string {
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
    name: 'Overall',
    href: here.to(OVERALL_ADDRESS),
    rank: ofWord(site.t, place(row), site.data.overall.rows.length),
  };
}

/** The view of the overall page. */
export function overallView(site: Site, here: Here): OverallView {
  const { rows, contests, comparisons, unranked, limits } = site.data.overall;
  const counts = [
    `${countOf(rows.length, 'model')} ranked`,
    `${formatCount(unranked)} with too little behind them`,
    countOf(comparisons, 'comparison'),
    `${formatCount(contests)} benchmarks under one set of conditions each`,
  ].join(' · ');
  return {
    frame: frame(site, here, 'Overall', `Models ranked across benchmarks by whom they beat: ${counts}.`),
    counts,
    rows: rows.map((row) => ({
      rank: place(row),
      rankExact: String(row.rank),
      rankMeaning:
        row.band[0] === row.band[1]
          ? ''
          : `Rank ${row.rank}; in 95 of 100 samples from ${row.band[0]} to ${row.band[1]}`,
      model: modelLine(site, here, row.model),
      score: formatScore(row.score, 1),
      exact: String(Number(row.score.toFixed(6))),
      interval: interval(row.low, row.high),
      benchmarks: formatCount(row.benchmarks),
      opponents: formatCount(row.opponents),
      comparisons: formatCount(row.comparisons),
    })),
    width: tableWidth(4, false),
    limits,
  };
}
