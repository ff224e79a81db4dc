/** A claim: what one card says, a number at a place in a file, with the reading of it. */

/** `eval-results` and `harness` are files beside the card: `.eval_results/*.yaml`, and what evaluation harnesses write. */
export type SourceKind = 'front-matter' | 'table' | 'html' | 'code' | 'text' | 'eval-results' | 'harness';

export interface ClaimSource {
  readonly kind: SourceKind;
  /** The file beside the card that it stands in, relative to the cards folder; null: the card itself. */
  readonly file: string | null;
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
  /** The day of the measurement as the card or the file beside it says, "2026-02-03". */
  readonly date: string | null;
  /** It says of itself that it was verified: it carries a token or a mark, which nobody checked here. */
  readonly claims_verification: boolean;
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
  /**
   * Ids after normalisation; null where unknown, and before normalisation: but for the name of a model that its card
   * spreads over several cells ("Llama 2" beside "13B"), which stands here as a whole until then.
   */
  readonly model: string | null;
  readonly benchmark: string | null;
  readonly metric: string | null;
  /** In the benchmark's own scale. */
  readonly score: number | null;
  readonly unit: string | null;
}

type Placed = Pick<Claim, 'card' | 'source'>;

/** Path of the file that a claim stands in, relative to the cards folder. */
export function claimFile(claim: Placed): string {
  return claim.source.file ?? claim.card;
}

/** The same file as diagnostics name it, from how they name the card: files beside a card stand in or below its folder. */
export function claimPlaceFile(claim: Placed, cardFile: string): string {
  const { file } = claim.source;
  if (file === null) return cardFile;
  return `${cardFile.slice(0, cardFile.lastIndexOf('/') + 1)}${fileBeside(claim.card, file)}`;
}

/** Path of a file beside a card, from the card's folder: "results_demo.json". Both paths are relative to the cards folder. */
export function fileBeside(card: string, file: string): string {
  return file.slice(card.lastIndexOf('/') + 1);
}

/**
 * The fragment that leads to a claim's place on the card's page: "L138C14"; in a file beside the card that file stands
 * before it, "results_demo.json:L138C14". Characters that an address or an id may not hold are written as "~" and their
 * number in hexadecimal digits, closed by another "~".
 */
export function claimAnchor(claim: Placed): string {
  const { file, line, column } = claim.source;
  const place = `L${line}C${column}`;
  if (file === null) return place;
  const name = fileBeside(claim.card, file).replace(
    /[^A-Za-z0-9._/-]/g,
    (character) => `~${character.charCodeAt(0).toString(16)}~`,
  );
  return `${name}:${place}`;
}

/** One claim's id over all cards: "acme/zephyr/README.md#L138C14". */
export function claimId(claim: Placed): string {
  return `${claim.card}#${claimAnchor(claim)}`;
}

/** Orders claims by card, file (the card itself first), line, column: the order of every export. */
export function compareClaims(a: Placed, b: Placed): number {
  if (a.card !== b.card) return a.card < b.card ? -1 : 1;
  const [ours, theirs] = [a.source.file ?? '', b.source.file ?? ''];
  if (ours !== theirs) return ours < theirs ? -1 : 1;
  return a.source.line - b.source.line || a.source.column - b.source.column;
}

/** The name that a claim not normalised yet gives its model, with what other cells add to it; null where it gives none. */
export function nameOfModel(claim: Pick<Claim, 'model' | 'model_as_written'>): string | null {
  return claim.model ?? claim.model_as_written;
}
