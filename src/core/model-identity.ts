/** Who is who: one model, every name that cards use for it, and why each is taken for it. */

/** Why a name means a model, the surest first; docs/models.md explains each. */
type NamedBy = 'card' | 'alias' | 'id' | 'link' | 'base-model' | 'name' | 'parts' | 'own-page' | 'own-card';

/** What a name that a card writes was taken to mean. */
export interface NamedModel {
  readonly id: string;
  readonly by: NamedBy;
  /** 0 … 1. */
  readonly confidence: number;
  /** One plain sentence. */
  readonly because: string;
}

export interface NamePlace {
  /** As diagnostics name it, relative to the working folder. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** A name as written, and the places where it means the model. */
export interface IdentityName extends Omit<NamedModel, 'id'> {
  readonly name: string;
  /** The first place in each card, in path order, at most ten. */
  readonly places: readonly NamePlace[];
  /** Cards that write it. */
  readonly cards: number;
}

export interface ModelIdentity {
  readonly id: string;
  /** How diagnostics name its card's file; null where no card is about it. */
  readonly card: string | null;
  /** Names that others' cards use for it, ordered by name. */
  readonly names: readonly IdentityName[];
}

/** Two models that may be one; only a person can know. Settle them with `aliases` in the config. */
export interface DoubtfulPair {
  /** Ids, in text order. */
  readonly models: readonly [string, string];
  /** One plain sentence. */
  readonly because: string;
}
