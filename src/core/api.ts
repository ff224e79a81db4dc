/**
 * The static JSON API of a site, version 1, as docs/api.md describes it. Within a version fields are added, never
 * renamed, retyped or taken away. `url` is always an address of the site itself, from its root, without a slash before
 * it: "models/acme/zephyr/#L138C14".
 */
import type { ModelType, Origin } from './result.ts';

/** The version that stands in each file, and in every address: "api/v1/". */
export const API_VERSION = 1;

/** Where the files lie, from the site's root. */
export const API_FOLDER = `api/v${API_VERSION}/`;

/** The file of a page's subject: "models/acme/zephyr/" → "api/v1/models/acme/zephyr.json". */
export function apiAddress(page: string): string {
  return `${API_FOLDER}${page.replace(/\/$/, '')}.json`;
}

/** Best and worst rank of those that cannot be told apart, standard errors considered. */
export type ApiBand = readonly [from: number, to: number] | null;

/** One place in a card, or in a file beside it, that gives a number. */
export interface ApiClaim {
  /** Path of the card relative to the cards folder, and the place behind "#". */
  readonly id: string;
  /** The very place in the rendered card. */
  readonly url: string;
  /** The file it stands in, relative to the cards folder: the card itself, or one beside it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** The text exactly as the file has it, and the labels of its row and column. */
  readonly raw: string;
  readonly row: string | null;
  readonly header: string | null;
  /** The source that the claim itself names. */
  readonly source: { readonly name: string | null; readonly url: string | null } | null;
  /** The day of the measurement, "2026-02-03", where the file says it. */
  readonly date: string | null;
  /** 0 … 1. */
  readonly confidence: number;
  /** How it was read, one sentence a step. */
  readonly because: readonly string[];
}

/** One number that is claimed, with every place that gives it. */
interface ApiValue {
  readonly score: number;
  readonly stderr: number | null;
  readonly decimals: number;
  readonly origin: Origin;
  readonly claims: readonly ApiClaim[];
}

/** Rank among all results of the same benchmark, metric, shots, setting and split. */
interface ApiStanding {
  readonly rank: number;
  readonly of: number;
  readonly band: ApiBand;
}

/** A result without its proofs, as lists have it. */
export interface ApiResultSummary {
  readonly id: string;
  readonly model: string;
  readonly benchmark: string;
  readonly metric: string;
  readonly shots: number | null;
  /** True where shots come from the suite or the registry, not from the claim. */
  readonly shots_inferred: boolean;
  readonly setting: string | null;
  readonly split: string | null;
  readonly score: number;
  readonly unit: string;
  readonly stderr: number | null;
  readonly decimals: number;
  readonly origin: Origin;
  /** By how much the numbers that are claimed differ at most; 0 where all agree. */
  readonly spread: number;
  /** Null where it is not ranked: another model's number that a card repeats. */
  readonly standing: ApiStanding | null;
  /** Where its headline number stands in a card. */
  readonly url: string;
}

/** A result with everything that says so; the headline's value stands first. */
export interface ApiResult extends ApiResultSummary {
  /** Why the numbers may differ, one clause in the site's language, or null. */
  readonly cause: string | null;
  readonly values: readonly ApiValue[];
}

/** What is known of a model. */
export interface ApiModelSummary {
  readonly id: string;
  readonly owner: string | null;
  readonly name: string;
  readonly display_name: string;
  /** Its page, and its file of this API. */
  readonly url: string;
  readonly api: string;
  /** Path of its card; null where it stands in others' cards only. */
  readonly card: string | null;
  readonly type: ModelType;
  /** Billions. */
  readonly parameters: number | null;
  readonly licenses: readonly string[];
  readonly license_name: string | null;
  readonly license_link: string | null;
  readonly result_count: number;
}

/** A model's row on a board. */
interface ApiPlacement {
  readonly board: string;
  readonly name: string;
  readonly url: string;
  readonly rank: number | null;
  readonly band: ApiBand;
  /** How many models are ranked there. */
  readonly of: number;
  readonly average: number | null;
  /** Id of the result that is the average as published, or null. */
  readonly published: string | null;
  /** How many of so many columns it has a number in. */
  readonly coverage: number;
  readonly columns: number;
}

/** What does not add up, or was checked and does. */
interface ApiFinding {
  /** Id of the rule: docs/diagnostics.md has them. */
  readonly rule: string;
  readonly severity: 'ok' | 'info' | 'warning';
  readonly suite: string | null;
  readonly benchmark: string | null;
  readonly message: string;
  readonly published: number | null;
  readonly recomputed: number | null;
  /** Addresses of the claims that it rests on. */
  readonly claims: readonly string[];
}

/** `api/v1/models/OWNER/NAME.json`: everything on one model. */
export interface ApiModel extends ApiModelSummary {
  readonly api_version: typeof API_VERSION;
  /** Names that cards use for it. */
  readonly names: readonly string[];
  readonly type_because: string | null;
  readonly parameters_because: string | null;
  readonly languages: readonly string[];
  readonly tags: readonly string[];
  readonly datasets: readonly string[];
  /** As the card writes them, and those of them that are models here. */
  readonly base_models: readonly string[];
  readonly base_model_relation: string | null;
  readonly parents: readonly string[];
  readonly library: string | null;
  readonly pipeline_tag: string | null;
  /** The day its card was added, "2026-11-21", where the history of the cards says it. */
  readonly added: string | null;
  readonly flagged: { readonly reason: string; readonly link: string | null } | null;
  /** The model whose results its card repeats; `source` is null where nobody knows which of the two repeats. */
  readonly copy: {
    readonly source: string | null;
    readonly like: string;
    readonly shared: number;
    readonly of: number;
  } | null;
  /** Its place over all benchmarks, and its chance in percent to beat a ranked model picked at random. */
  readonly overall: {
    readonly rank: number;
    readonly band: ApiBand;
    readonly score: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly boards: readonly ApiPlacement[];
  readonly findings: readonly ApiFinding[];
  readonly results: readonly ApiResult[];
}
