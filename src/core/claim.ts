/** A claim: what one card says, a number at a place in a file, with the reading of it. */

export type SourceKind = 'front-matter' | 'table' | 'html' | 'code' | 'text';

export interface ClaimSource {
  readonly kind: SourceKind;
  /** 1-based in the file. */
  readonly line: number;
  /** 1-based in the file, UTF-16 code units: where the number itself starts, behind any emphasis in `raw`. */
  readonly column: number;
  /** 0-based in its pipe-table row, else null. */
  readonly cell: number | null;
  /** The cell or the text of the value exactly as the card has it. */
  readonly raw: string;
  /** The label of the value's row and of its column as written, where there are any. */
  readonly row: string | null;
  readonly header: string | null;
}

/** The fields of docs/results-schema.md, in the order they are exported. */
export interface Claim {
  /** Path of the card relative to the cards folder, forward slashes. */
  readonly card: string;
  readonly subject: 'self' | 'other';
  readonly model_as_written: string | null;
  /** The label with markup, shots and metric taken off it. */
  readonly benchmark_as_written: string;
  readonly metric_as_written: string | null;
  /** Only where the card says so. */
  readonly shots: number | null;
  /** What else tells it apart: "maj@100", "First Turn", "CoT", a language. */
  readonly setting: string | null;
  readonly split: string | null;
  /** As written: 36.4 for "36.4%". */
  readonly value: number;
  readonly unit_as_written: 'percent' | null;
  /** In the value's own scale. */
  readonly stderr: number | null;
  readonly origin_name: string | null;
  readonly origin_url: string | null;
  /** The suite that a heading, a caption or the source names around the value. */
  readonly suite_as_written: string | null;
  /** The table, list or model-index source the value stands in: scales are decided per group. */
  readonly group: string;
  readonly source: ClaimSource;
  /** 0 … 1. */
  readonly confidence: number;
  /** How it was read, one sentence a step. */
  readonly because: readonly string[];
  readonly status: 'accepted' | 'held';
  /** Ids after normalisation; null where unknown, and before normalisation. */
  readonly model: string | null;
  readonly benchmark: string | null;
  readonly metric: string | null;
  /** In the benchmark's own scale. */
  readonly score: number | null;
  readonly unit: string | null;
}

/** The fragment that leads to a claim's place in the rendered card: "L138C14". */
export function claimAnchor(claim: Pick<Claim, 'source'>): string {
  return `L${claim.source.line}C${claim.source.column}`;
}

/** One claim's id over all cards: "acme/zephyr/README.md#L138C14". */
export function claimId(claim: Pick<Claim, 'card' | 'source'>): string {
  return `${claim.card}#${claimAnchor(claim)}`;
}

/** Orders claims by card, line, column: the order of every export. */
export function compareClaims(a: Pick<Claim, 'card' | 'source'>, b: Pick<Claim, 'card' | 'source'>): number {
  if (a.card !== b.card) return a.card < b.card ? -1 : 1;
  return a.source.line - b.source.line || a.source.column - b.source.column;
}
