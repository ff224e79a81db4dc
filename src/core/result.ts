/** A result: what we believe the claims mean, with every claim that says so. */

export type Origin = 'leaderboard' | 'self-reported' | 'third-party';

export interface ResultValue {
  readonly score: number;
  readonly stderr: number | null;
  /** Digits behind the point that the claim's own text gives, in the score's scale. */
  readonly decimals: number;
  readonly origin: Origin;
  /** Claim ids. */
  readonly claims: readonly string[];
}

/** One (model, benchmark, metric, shots, setting, split) with its score and the claims behind it. */
export interface Result {
  /** Short hash of the key: stable between builds. */
  readonly id: string;
  readonly model: string;
  readonly benchmark: string;
  readonly metric: string;
  readonly shots: number | null;
  /** True where shots come from the suite or the registry instead of the claim itself. */
  readonly shots_inferred: boolean;
  readonly setting: string | null;
  readonly split: string | null;
  readonly score: number;
  readonly unit: string;
  readonly stderr: number | null;
  readonly decimals: number;
  readonly origin: Origin;
  /** Every claim behind it, the headline's first. */
  readonly claims: readonly string[];
  /** Different numbers claimed for the same thing, the headline first; one entry where all agree. */
  readonly values: readonly ResultValue[];
  /** Largest difference between the values; 0 where all agree. */
  readonly spread: number;
}

/** A model that has a card, or that cards name. */
export interface Model {
  /** "owner/name"; for a model that no card is about and that is named without an owner, the name alone. */
  readonly id: string;
  readonly owner: string | null;
  readonly name: string;
  readonly display_name: string;
  /** Path of its card, or null where it appears in others' tables only. */
  readonly card: string | null;
  /** Names that cards used for it, sorted. */
  readonly names: readonly string[];
  readonly licenses: readonly string[];
  readonly license_name: string | null;
  readonly license_link: string | null;
  readonly languages: readonly string[];
  readonly tags: readonly string[];
  readonly datasets: readonly string[];
  readonly base_models: readonly string[];
  readonly base_model_relation: string | null;
  readonly library: string | null;
  readonly pipeline_tag: string | null;
  /** Its base models under their ids here, itself left out. */
  readonly parents: readonly string[];
  /** Parameters in billions ("7B" → 7), or null. */
  readonly parameters: number | null;
  /** What says so: the name, the card's metadata or the config; null where parameters are not known. */
  readonly parameters_because: string | null;
  /** What kind of model, with the evidence: 'base_model_relation: merge', "name says 'Instruct'" … */
  readonly type: ModelType;
  readonly type_because: string | null;
  readonly flagged: { readonly reason: string; readonly link: string | null } | null;
}

/** In the order of their making; 'chat' stands for everything trained to follow instructions or preferences. */
export const MODEL_TYPES = [
  'pretrained',
  'continuously pretrained',
  'fine-tuned',
  'chat',
  'merge',
  'quantized',
  'adapter',
  'unknown',
] as const;

export type ModelType = (typeof MODEL_TYPES)[number];

/** What a card's raw scores come to by a suite's own way of rescaling them. */
export interface Recomputed {
  readonly suite: string;
  readonly model: string;
  /** Path of the card. */
  readonly card: string;
  /** Of each member of the suite; null where raw scores are missing. */
  readonly scores: readonly { readonly benchmark: string; readonly score: number | null }[];
  /** Null where any of them is. */
  readonly average: number | null;
  /** Ids of the claims that give the raw scores. */
  readonly claims: readonly string[];
}

/** A card whose results are those of another model's card. */
export interface Copy {
  readonly model: string;
  /** Whose results they are; null where nothing says which of the two cards repeats the other. */
  readonly source: string | null;
  /** The model whose card gives the same numbers: the source where it is known. */
  readonly like: string;
  /** Numbers that both cards give, of so many that this card gives; those that tell nothing are not counted. */
  readonly shared: number;
  readonly of: number;
  /** What says who is the source, or null. */
  readonly because: string | null;
  /** Ids of the results that are the source's: shown, but not ranked. Empty where the source is not known. */
  readonly results: readonly string[];
  /** Ids of the claims that repeat the other card's. */
  readonly claims: readonly string[];
}

/** The rules of the audit; core/audit-codes.ts has the words of each. */
export type AuditRuleId =
  | 'average'
  | 'disagreement'
  | 'metadata'
  | 'other-card'
  | 'scale'
  | 'impossible'
  | 'below-baseline'
  | 'bold'
  | 'pasted'
  | 'same-as-base'
  | 'contamination'
  | 'flagged';

/** What the audit found: figures that do not add up, or do. */
export interface Finding {
  readonly id: string;
  readonly rule: AuditRuleId;
  /** ok: checked, and it holds. info: worth knowing. warning: somebody should look. */
  readonly severity: 'ok' | 'info' | 'warning';
  readonly model: string;
  readonly suite: string | null;
  readonly benchmark: string | null;
  /** One plain sentence. */
  readonly message: string;
  /** The figure in question. */
  readonly published: number | null;
  /** What it is held against: a mean, the best of its row, the random baseline … */
  readonly recomputed: number | null;
  /** What that is, in words: "mean of acc_norm over 8 of 8", "random baseline". */
  readonly by: string | null;
  /** Other ways to average that were tried, with what they give. */
  readonly alternatives: readonly { readonly by: string; readonly value: number }[];
  /** Claim ids, the published figure first. */
  readonly claims: readonly string[];
}
