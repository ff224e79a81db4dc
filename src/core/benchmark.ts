/** A benchmark as the site knows it, whether the registry lists it or only cards do. */

export interface BenchmarkRecord {
  readonly id: string;
  readonly name: string;
  /** False for a benchmark that only cards know. */
  readonly listed: boolean;
  readonly category: string;
  readonly metric: string;
  readonly unit: string;
  readonly range: readonly [number | null, number | null];
  readonly higher_is_better: boolean | null;
  readonly random_baseline: number | null;
  readonly baseline_source: string | null;
  readonly shots: number | null;
  readonly dataset: string | null;
  readonly home: string | null;
  readonly harness_task: string | null;
  readonly description: string;
  readonly note: string | null;
  /** Ids of the suites it belongs to. */
  readonly suites: readonly string[];
  /** Number of results. */
  readonly results: number;
}
