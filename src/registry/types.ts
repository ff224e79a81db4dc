/** What the registry knows: benchmarks, metrics, suites, licences, and how names are looked up. */

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

export interface License {
  readonly id: string;
  readonly name: string;
  readonly url: string | null;
  /** Open by the Open Source Initiative's or Open Knowledge definition; null where unknown. */
  readonly open: boolean | null;
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
