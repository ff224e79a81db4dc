/** What is known of a card once it has been read: its file, its model, its metadata. */
import type { Claim } from './claim.ts';
import type { Diagnostic } from './diagnostic.ts';

/** A file with results that stands beside a card. */
export interface ResultsFile {
  /** `eval-results`: YAML of the folder `.eval_results`; `harness`: JSON that an evaluation harness wrote. */
  readonly kind: 'eval-results' | 'harness';
  /** Relative to the cards folder, forward slashes: "acme/zephyr/.eval_results/hle.yaml". */
  readonly path: string;
  /** As diagnostics name it, relative to the working folder. */
  readonly file: string;
  /** Decoded text without a byte order mark; line ends as in the file. */
  readonly text: string;
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
}

/** A card's file as it was found. */
export interface CardFile {
  /** Relative to the cards folder, forward slashes: "acme/zephyr/README.md". */
  readonly path: string;
  /** As diagnostics name it, relative to the working folder: "cards/acme/zephyr/README.md". */
  readonly file: string;
  /** Decoded text without a byte order mark; line ends as in the file. */
  readonly text: string;
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
  /** What stands beside the card, ordered by path. */
  readonly results: readonly ResultsFile[];
}

/** Who a card is about, under every name that the card itself gives it. */
export interface CardIdentity {
  /** "owner/name", or "name" where the path gives no owner. */
  readonly id: string;
  readonly owner: string | null;
  readonly name: string;
  readonly displayName: string;
  /** Where the display name comes from. */
  readonly displayNameFrom: 'model_name' | 'model-index' | 'heading' | 'path';
  /** Every name of the card's own model that the card gives: id, name, model_name, model-index names, first heading. */
  readonly names: readonly string[];
}

/** The metadata a site shows, validated field by field. */
export interface CardMetadata {
  readonly licenses: readonly string[];
  readonly licenseName: string | null;
  readonly licenseLink: string | null;
  readonly languages: readonly string[];
  readonly tags: readonly string[];
  readonly datasets: readonly string[];
  readonly baseModels: readonly string[];
  readonly baseModelRelation: string | null;
  readonly libraryName: string | null;
  readonly pipelineTag: string | null;
  readonly newVersion: string | null;
  /** Billions, as the front matter gives them. */
  readonly parameters: number | null;
}

/** The metadata of a card that gives none. */
export const NO_METADATA: CardMetadata = {
  licenses: [],
  licenseName: null,
  licenseLink: null,
  languages: [],
  tags: [],
  datasets: [],
  baseModels: [],
  baseModelRelation: null,
  libraryName: null,
  pipelineTag: null,
  newVersion: null,
  parameters: null,
};

/** The days of a card that its history knows, as "2026-11-21". */
export interface CardDays {
  readonly added: string;
  /** Of its last change; the day it was added where there was none. */
  readonly changed: string;
}

/** The outcome of reading one card: everything later stages need, and all that is cached. */
export interface CardReading {
  readonly path: string;
  readonly file: string;
  readonly hash: string;
  readonly identity: CardIdentity;
  readonly metadata: CardMetadata;
  /** As read, before normalisation: accepted and held, ordered by place. */
  readonly claims: readonly Claim[];
  readonly diagnostics: readonly Diagnostic[];
  /** The card rendered and sanitised, its numbers marked with their anchors. */
  readonly html: string;
}
