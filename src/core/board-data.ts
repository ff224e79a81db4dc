/**
 * A board as the browser holds it: columns of plain values, one entry a row, in the order of the page. It is small,
 * sorts in a blink, and says the same as the page's table. The page carries it as JSON where all rows are in the page;
 * a long board carries it as a file.
 *
 * What a board's page holds for it:
 * - `<script type="application/json" id="board-data">` with a PackedBoardData (core/packed-board-data.ts); of a long
 *   board it is empty and has the way to the file in `data-file`.
 * - `<table id="board">`: its header's cells have `data-key`: "rank", "model", "average" (where there is one) and the
 *   columns' keys, in the order of `columns`; each row of its one tbody has these cells, and row n of the tbody is
 *   entry n of the data (of a long board: the first rows). A score's link is `a.number`, its last child the number.
 *   A header's cell may hold `a.sort`, the way to a page in another order: the browser's own sorting takes its place. The
 *   last row of the head is the one with the cells; one of `tr.groups` may stand above it.
 * - `<div id="board-tools" hidden>` before the table's box and `<p id="board-none" hidden>` behind it: the tools and
 *   what is said where no row is left. A page to be embedded has neither, and follows the state in its address.
 * - `data-proofs` of the table: the way to a script that sets `cardboardProofs[part]` of the window to PackedProofs with
 *   one proof for each score of the rows, row by row in the order of `columns`, `average` left out. There is one for
 *   each `data-proofs-rows` rows; its number, from 0 on, stands for "{part}" in the address. Scripts are loaded by
 *   pages that are opened from a file, too.
 */
import type { ModelType, Origin } from './result.ts';

export interface BoardDataColumn {
  /** Names the column in addresses and searches: unique on the board. */
  readonly key: string;
  /** As its header has it, and in full. */
  readonly name: string;
  readonly whole: string;
  /** Below the name: "25-shot · acc_norm". */
  readonly under: string;
  /** Where its benchmark's page is, from the board's page; '' where there is none. */
  readonly href: string;
  /** The suite it is grouped under; '' on a board of one suite. */
  readonly group: string;
  readonly unit: string;
  readonly decimals: number;
  readonly lowerIsBetter: boolean;
  /** A score has an origin and a proof; a count, and a day (20261121), are facts on the model. */
  readonly kind: 'score' | 'count' | 'day';
  /** What guessing scores, and the best score there can be, in the column's unit; null where unknown. */
  readonly baseline: number | null;
  readonly ceiling: number | null;
}

/** Whether a licence lets everyone use the model: without limits, with limits, not at all; or nobody says. */
export type Openness = 'open' | 'restricted' | 'closed' | 'unknown';

/** Facts on the models of the rows: each list has one entry a row. Words that recur are indexes into `words`. */
export interface BoardDataModels {
  readonly id: readonly string[];
  /** As the page shows it. */
  readonly name: readonly string[];
  /** Other names that it goes by, for the search; '' where there are none. */
  readonly also: readonly string[];
  /** The way to its page from the board's page. */
  readonly href: readonly string[];
  readonly organisation: readonly number[];
  readonly type: readonly ModelType[];
  /** Billions of parameters. */
  readonly parameters: readonly (number | null)[];
  readonly licenses: readonly (readonly number[])[];
  readonly openness: readonly Openness[];
  readonly languages: readonly (readonly number[])[];
  readonly library: readonly number[];
  readonly bases: readonly (readonly number[])[];
  readonly tags: readonly (readonly number[])[];
  /** "bf16", "4-bit", "gguf" …; none where nobody says. */
  readonly precision: readonly (readonly number[])[];
  /** A card of it is among the cards. */
  readonly card: readonly boolean[];
  readonly flagged: readonly boolean[];
  /** Its card repeats another model's numbers. */
  readonly copy: readonly boolean[];
}

/**
 * The scores of one column, one entry a row; null where nobody reports one. They have up to two digits more than are
 * shown.
 */
export interface BoardDataScores {
  readonly score: readonly (number | null)[];
  readonly stderr: readonly (number | null)[];
  /** The first letter of each origin, a space where there is no score or nobody claims it: "ls t". */
  readonly origin: string;
  /** The lowest and the highest number that is claimed, where they differ. */
  readonly claimed: readonly (readonly [low: number, high: number] | null)[];
  /** The number fits its column only loosely: its proof says why. */
  readonly loose: readonly boolean[];
}

export interface BoardData {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly BoardDataColumn[];
  readonly average: {
    readonly rule: 'mean' | 'none';
    /** How many columns a model needs. */
    readonly requires: number;
    readonly decimals: number;
  };
  /** What the page is ranked by: "average", a column's key, or ''. */
  readonly ranked: string;
  readonly words: readonly string[];
  readonly models: BoardDataModels;
  /** One for each column. */
  readonly scores: readonly BoardDataScores[];
  readonly rank: readonly (number | null)[];
  /** Of all columns, by the board's rule; null where the rule wants more. */
  readonly averages: readonly (number | null)[];
}

/** Letters of `BoardDataScores.origin`. */
export const ORIGIN_LETTERS: Readonly<Record<string, Origin>> = {
  l: 'leaderboard',
  s: 'self-reported',
  t: 'third-party',
};
