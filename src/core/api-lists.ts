/** The lists, benchmarks, boards and the index of the JSON API, version 1; core/api.ts has models and results. */
import type { API_VERSION, ApiBand, ApiModelSummary, ApiResultSummary } from './api.ts';
import type { Changes } from './changes.ts';
import type { Origin } from './result.ts';

/** `models.json`: every model, by id. */
export interface ApiModels {
  readonly api_version: typeof API_VERSION;
  readonly models: readonly ApiModelSummary[];
}

/** What is known of a benchmark. */
export interface ApiBenchmarkSummary {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly api: string;
  /** False for one that only cards know. */
  readonly listed: boolean;
  readonly category: string;
  /** Id of the metric meant where a card names none. */
  readonly metric: string;
  readonly unit: string;
  readonly higher_is_better: boolean | null;
  readonly result_count: number;
}

/** `benchmarks/ID.json`: a benchmark with all its results, the best of each set of conditions first. */
export interface ApiBenchmark extends ApiBenchmarkSummary {
  readonly api_version: typeof API_VERSION;
  readonly description: string;
  readonly note: string | null;
  readonly range: readonly [number | null, number | null];
  readonly random_baseline: number | null;
  readonly baseline_source: string | null;
  readonly shots: number | null;
  readonly dataset: string | null;
  readonly home: string | null;
  readonly harness_task: string | null;
  /** Ids of the suites it belongs to, and of the boards that show it. */
  readonly suites: readonly string[];
  readonly boards: readonly string[];
  readonly results: readonly ApiResultSummary[];
}

/** `benchmarks.json`: every benchmark, by id. */
export interface ApiBenchmarks {
  readonly api_version: typeof API_VERSION;
  readonly benchmarks: readonly ApiBenchmarkSummary[];
}

export interface ApiBoardSummary {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly api: string;
  /** Id of the suite it shows, or null for a board of the site's own. */
  readonly suite: string | null;
  /** Models with a number on it. */
  readonly models: number;
}

interface ApiBoardColumn {
  readonly benchmark: string;
  readonly name: string;
  readonly metric: string;
  readonly shots: number | null;
  readonly setting: string | null;
  readonly decimals: number;
  readonly higher_is_better: boolean;
}

export interface ApiBoardCell {
  /** Id of the result: its proof stands in the model's file. */
  readonly result: string;
  readonly score: number;
  readonly stderr: number | null;
  readonly rank: number;
  readonly of: number;
  readonly origin: Origin;
  readonly spread: number;
  /** False where shots or metric are not quite the column's. */
  readonly exact: boolean;
}

interface ApiBoardRow {
  readonly model: string;
  readonly rank: number | null;
  readonly band: ApiBand;
  readonly average: number | null;
  readonly coverage: number;
  /** One for each column; null where nobody reports it. */
  readonly cells: readonly (ApiBoardCell | null)[];
}

/** `boards/ID.json`: a board as its page shows it. */
export interface ApiBoard extends ApiBoardSummary {
  readonly api_version: typeof API_VERSION;
  /** Of how many columns the average needs a number; `rule` "none" makes no average. */
  readonly average: { readonly rule: 'mean' | 'none'; readonly requires: number; readonly decimals: number };
  readonly columns: readonly ApiBoardColumn[];
  readonly rows: readonly ApiBoardRow[];
}

/** `boards.json`: every board, in the site's order. */
export interface ApiBoards {
  readonly api_version: typeof API_VERSION;
  readonly boards: readonly ApiBoardSummary[];
}

/** `changes.json`: what changed between builds, where the site was compared with one before. */
export interface ApiChanges extends Changes {
  readonly api_version: typeof API_VERSION;
}

/** `index.json`: what there is. */
export interface ApiIndex {
  readonly api_version: typeof API_VERSION;
  readonly title: string;
  readonly description: string;
  /** Address of the published site with a slash at its end, to put before each `url`; null where it is not known. */
  readonly site: string | null;
  /** Version of Cardboard that made it. */
  readonly generator: string;
  readonly counts: {
    readonly cards: number;
    readonly models: number;
    readonly benchmarks: number;
    readonly boards: number;
    readonly results: number;
  };
  /** Addresses of the lists, of the schemas by kind, and of the published data in bulk. */
  readonly lists: Readonly<Record<string, string>>;
  readonly schemas: Readonly<Record<string, string>>;
  readonly data: readonly string[];
}
