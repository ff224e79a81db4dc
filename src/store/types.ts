/** What the store answers: the shapes that pages and exports are made from. */
import type { BenchmarkRecord } from '../core/benchmark.ts';
import type { Claim } from '../core/claim.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Copy, Finding, Model, Recomputed, Result } from '../core/result.ts';

export type { BenchmarkRecord } from '../core/benchmark.ts';
export type { BoardDefinition } from '../core/board.ts';

/** The best and the worst rank of those that cannot be told apart, standard errors considered. */
export type Band = readonly [from: number, to: number];

export interface BoardColumn {
  readonly benchmark: string;
  readonly metric: string;
  readonly shots: number | null;
  readonly setting: string | null;
  /** Digits to show, equal down the column. */
  readonly decimals: number;
  readonly higher_is_better: boolean;
}

export interface BoardCell {
  /** Id of the result. */
  readonly result: string;
  readonly score: number;
  readonly stderr: number | null;
  /** True for the best of the column (ties share). */
  readonly best: boolean;
  /** Rank in the column by what is printed (ties share), among so many. */
  readonly rank: number;
  readonly of: number;
  readonly band: Band | null;
  /** Why the cell matches the column only loosely ("shots not stated"), or null. */
  readonly loose: string | null;
}

export interface BoardRow {
  readonly model: string;
  /** Competition ranking by the average (or the only column); null where not ranked. */
  readonly rank: number | null;
  /** Where the rank may lie; null where it is one rank, or standard errors are not known. */
  readonly band: Band | null;
  /** Recomputed by the suite's rule; null where the rule wants more than there is. */
  readonly average: number | null;
  /** The average as a card publishes it: a result's id, or null. */
  readonly published: string | null;
  /** How many of the columns have a cell. */
  readonly coverage: number;
  /** One for each column; null where nobody reports it. */
  readonly cells: readonly (BoardCell | null)[];
}

export interface Board {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The suite it shows, or null for a board of the config. */
  readonly suite: string | null;
  /** How its average is made, and how many cells that takes. */
  readonly average: { readonly rule: 'mean' | 'none'; readonly requires: number };
  readonly columns: readonly BoardColumn[];
  /** Digits of the average. */
  readonly decimals: number;
  readonly rows: readonly BoardRow[];
}

/** A card as pages show it. */
export interface CardRecord {
  readonly path: string;
  readonly file: string;
  readonly model: string;
  readonly hash: string;
  readonly html: string;
  /** The day it was added, "2026-11-21", or null where nobody knows. */
  readonly added: string | null;
  /** The day it last changed, where that is later. */
  readonly changed: string | null;
  readonly accepted: number;
  readonly held: number;
}

/** Rank of a result among all of its benchmark, metric, shots, setting and split; what is another model's has none. */
export interface Standing {
  readonly result: string;
  readonly rank: number;
  readonly of: number;
  readonly band: Band | null;
}

/** A model's place over all benchmarks. */
export interface OverallRow {
  readonly model: string;
  readonly rank: number;
  /** Where the rank lies in 95 of 100 samples. */
  readonly band: Band;
  /** Chance to beat a ranked model picked at random, in percent, and where it lies in 95 of 100 samples. */
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** Benchmarks on which it met others, models that it met, and comparisons with them. */
  readonly benchmarks: number;
  readonly opponents: number;
  readonly comparisons: number;
}

/** A ranking across benchmarks, by who beats whom where both were measured alike. */
export interface Overall {
  readonly rows: readonly OverallRow[];
  /** Benchmarks under one set of conditions, with two models or more. */
  readonly contests: number;
  readonly comparisons: number;
  /** Models in contests that have too little behind them to be ranked. */
  readonly unranked: number;
  /** What the ranking is made with: the fewest, or for `opponents` and `suite` the most; and how many samples. */
  readonly limits: {
    readonly benchmarks: number;
    readonly rivals: number;
    readonly shared: number;
    readonly opponents: number;
    readonly suite: number;
    readonly samples: number;
  };
}

/** Everything a site is rendered from, in a fixed order. */
export interface SiteData {
  readonly cards: readonly CardRecord[];
  readonly models: readonly Model[];
  readonly benchmarks: readonly BenchmarkRecord[];
  readonly claims: readonly Claim[];
  readonly results: readonly Result[];
  readonly standings: readonly Standing[];
  readonly boards: readonly Board[];
  readonly overall: Overall;
  readonly findings: readonly Finding[];
  /** Cards whose results are another model's. */
  readonly copies: readonly Copy[];
  /** What raw scores of cards come to by a suite's own rescaling. */
  readonly recomputed: readonly Recomputed[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of the published data. */
export interface DataFile {
  /** Below the data folder: "results.csv". */
  readonly name: string;
  /** Records in it. */
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What the results alone can be written as. */
export type ResultsFormat = 'csv' | 'jsonl' | 'parquet';
