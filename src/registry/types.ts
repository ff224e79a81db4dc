/** What the registry knows: benchmarks, metrics, suites, licences, and how names are looked up. */

import type { Openness } from '../core/board-data.ts';

export type Unit = 'percent' | 'points' | 'score' | 'elo' | 'perplexity' | 'fraction' | 'number';

export interface Benchmark {
  /** As lm-evaluation-harness names it, where it does. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Too short to be sure of: matched exactly as written, and taken only beside another benchmark that is recognised. */
  readonly short_aliases: readonly string[];
  readonly category: string;
  /** Id of the metric meant where a card names none. */
  readonly metric: string;
  readonly unit: Unit;
  readonly range: readonly [number | null, number | null];
  readonly higher_is_better: boolean;
  readonly random_baseline: number | null;
  readonly baseline_source: string | null;
  /**
   * How many questions, problems or pictures its test set has as it is usually run, or null where that varies or is
   * not known for sure.
   */
  readonly items: number | null;
  readonly items_source: string | null;
  readonly shots: number | null;
  readonly dataset: string | null;
  readonly home: string | null;
  /** The task to pass to `lm_eval --tasks`, or null. */
  readonly harness_task: string | null;
  /** What people score on it, in its own unit and by its usual metric, or null; and who measured that. */
  readonly human_score: number | null;
  readonly human_source: string | null;
  /** Where it was published. */
  readonly paper: string | null;
  /** One line. */
  readonly description: string;
  /** What makes its numbers hard to compare. */
  readonly note: string | null;
  /**
   * Metrics that make it another benchmark, by metric id: "AlpacaEval 2.0" with `length_controlled_winrate` is
   * `alpaca_eval_2_lc`, "TruthfulQA" with `mc1` is `truthfulqa_mc1`.
   */
  readonly by_metric: Readonly<Record<string, string>>;
  /** Ids of benchmarks whose names look the same once separators are folded; such a folded name finds nothing. */
  readonly differs_from: readonly string[];
}

export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly higher_is_better: boolean | null;
  /** The unit it brings itself (perplexity, elo); null: the benchmark's. */
  readonly unit: Unit | null;
  readonly description: string;
}

export interface SuiteMember {
  readonly benchmark: string;
  /**
   * The benchmark that this member's label means outside the suite, or null where it is the same: the Open LLM
   * Leaderboard v2 prints "GPQA" for `leaderboard_gpqa`, a rescaled score that must not mix with raw GPQA.
   */
  readonly stands_for: string | null;
  readonly metric: string;
  readonly shots: number | null;
  /** What else the column asks for ("First Turn"), or null. */
  readonly setting: string | null;
}

export interface Suite {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly home: string | null;
  readonly members: readonly SuiteMember[];
  /** True where scores are rescaled so that the random baseline is 0 (Open LLM Leaderboard v2). */
  readonly normalized: boolean;
  readonly average: {
    /** 'none': the suite has no average. */
    readonly rule: 'mean' | 'none';
    /** 'all': no average unless every member is there; a number: at least so many. */
    readonly requires: 'all' | number;
    readonly decimals: number;
    /**
     * Metrics to average over, in order of preference per benchmark: ['acc_norm', 'acc'] means acc_norm where
     * the benchmark has it, else acc. Empty: each member's own metric.
     */
    readonly metrics: readonly string[];
    /** Other choices that publishers make, tried by the audit when the rule's own does not hold. */
    readonly alternatives: readonly (readonly string[])[];
  };
}

/** Whether a licence allows something, only to some or for some purposes, or not at all. */
export type Allowance = 'allowed' | 'limited' | 'forbidden' | 'unknown';

/** What a licence asks for, in the order of weight. */
export const LICENSE_CONDITIONS = [
  /** Commercial use needs the licensor's permission. */
  'permission',
  /** Above `user_limit` monthly users a licence of one's own is needed. */
  'user-limit',
  /** Some rights are withheld in the European Union. */
  'region',
  /** A list of prohibited uses applies. */
  'use-policy',
  /** The list applies to copies and to models made from it. */
  'pass-on-policy',
  /** Neither it nor its output may train other models. */
  'no-training',
  /** Models made from it carry its name, or must not. */
  'naming',
  /** Changed versions stay under the same licence. */
  'same-licence',
  /** Changed files do, not what is built around them. */
  'same-licence-files',
  /** That holds for use over a network, too. */
  'network',
  'credit',
  'state-changes',
  /** The licence and its notices go with every copy. */
  'notice',
  /** The authors' names must not advertise what is made from it. */
  'no-endorsement',
] as const;

type LicenseCondition = (typeof LICENSE_CONDITIONS)[number];

export interface License {
  readonly id: string;
  readonly name: string;
  readonly url: string | null;
  /** Names that cards give it as `license_name` of `license: other`. */
  readonly aliases: readonly string[];
  /**
   * Open: anyone may use, change and pass it on for any purpose, if need be with credit, notices or under the same
   * licence. Restricted: some uses, users or changes are shut out. Closed: nobody may without asking.
   */
  readonly openness: Openness;
  readonly commercial_use: Allowance;
  readonly changes: Allowance;
  readonly distribution: Allowance;
  readonly conditions: readonly LicenseCondition[];
  /** Monthly users above which a licence of one's own is needed, or null. */
  readonly user_limit: number | null;
  /** Who says so, or null where nothing is said. */
  readonly source: string | null;
  /** One line on what it allows. */
  readonly summary: string;
}

export interface Found<T> {
  readonly entry: T;
  /** How the name matched, the surest first. */
  readonly how: 'exact' | 'case' | 'separators';
  /** True where it matched a `short_aliases` name only. */
  readonly short: boolean;
}

export interface Registry {
  readonly benchmarks: readonly Benchmark[];
  readonly metrics: readonly Metric[];
  readonly suites: readonly Suite[];
  readonly licenses: readonly License[];
  benchmark(id: string): Benchmark | undefined;
  metric(id: string): Metric | undefined;
  suite(id: string): Suite | undefined;
  /** By its id or one of its aliases, in any case. */
  license(id: string): License | undefined;
  /**
   * Looks a name up: exact, then case folded, then separators folded; a folded name that two entries share finds
   * nothing. Shots and metric must be off it already.
   */
  findBenchmark(name: string): Found<Benchmark> | undefined;
  findMetric(name: string): Found<Metric> | undefined;
  /** Every suite a name may mean: "Open LLM Leaderboard" means v1 or v2. */
  findSuites(name: string): readonly Suite[];
  /** Hash of the registry's files: part of the key of what was read with it. */
  readonly hash: string;
}
