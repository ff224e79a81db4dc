/** The proof of a number: who says so, where, and how it was read; and its compact form inside a page. */
import type { Translate } from './language.ts';
import type { Origin } from './result.ts';

/** One place in a card, or in a file beside it, that gives a number. */
export interface ProofClaim {
  /** Path of the file, as a reader knows it. */
  readonly file: string;
  /**
   * Address of the card's page, seen from the page the proof stands on, up to where a place of the file begins:
   * "../zephyr/#", "../zephyr/#results_demo.json:".
   */
  readonly places: string;
  /** 1-based place in the card's file. */
  readonly line: number;
  readonly column: number;
  /** The text exactly as the card has it, and the labels of its row and column where there are any. */
  readonly raw: string;
  readonly row: string | null;
  readonly header: string | null;
  /** The source that the claim itself names ("Open LLM Leaderboard"). */
  readonly source: string | null;
  readonly because: readonly string[];
}

/** One number that is claimed, with every place that gives it. */
export interface ProofValue {
  readonly score: number;
  readonly stderr: number | null;
  readonly origin: Origin;
  readonly claims: readonly ProofClaim[];
}

/** Every number claimed for one result; the one shown stands first. */
export interface Proof {
  readonly decimals: number;
  /** Why the result fits its column only loosely, or null. */
  readonly loose: string | null;
  /** Why the values may differ, as a clause, or null. */
  readonly cause: string | null;
  readonly values: readonly ProofValue[];
}

/** The address of a claim's place in its rendered card. */
export function proofHref(claim: Pick<ProofClaim, 'places' | 'line' | 'column'>): string {
  return `${claim.places}L${claim.line}C${claim.column}`;
}

/**
 * By how much the other values differ from the one shown at most, and the digits that tell them apart: two more
 * than the column's where they differ only behind those.
 */
export function proofSpread(proof: Proof): { spread: number; decimals: number } {
  const shown = proof.values[0]?.score ?? 0;
  const spread = Math.max(0, ...proof.values.map((value) => Math.abs(value.score - shown)));
  const close = spread > 0 && Number(spread.toFixed(proof.decimals)) === 0;
  return { spread, decimals: close ? proof.decimals + 2 : proof.decimals };
}

/** "Claims differ by 3.10: only one of them names its shots." */
export function spreadSentence(t: Translate, apart: string, cause: string | null): string {
  return cause === null ? t('proof.differ', { apart }) : t('proof.differ-because', { apart, cause });
}

const ORIGINS: readonly Origin[] = ['leaderboard', 'self-reported', 'third-party'];

/** [file, line, column, raw, row, header, source, ...because]: numbers are places in `texts`, −1 is none. */
type PackedClaim = number[];
type PackedValue = [score: number, stderr: number | null, origin: number, ...claims: PackedClaim[]];
type PackedProof = [decimals: number, loose: number, cause: number, ...values: PackedValue[]];

/** The proofs of one page: every text once, and a proof for each marked number in the page's order. */
export interface PackedProofs {
  readonly texts: readonly string[];
  /** Places in `texts` of a file's path and of the address of its places. */
  readonly files: readonly (readonly [path: number, places: number])[];
  readonly proofs: readonly PackedProof[];
}

/** Packs proofs so that a page of a thousand rows stays small: texts and cards are kept once. */
export function packProofs(proofs: Iterable<Proof>): PackedProofs {
  const texts: string[] = [];
  const textPlaces = new Map<string, number>();
  const files: [number, number][] = [];
  const filePlaces = new Map<string, number>();
  const text = (value: string | null): number => {
    if (value === null) return -1;
    let place = textPlaces.get(value);
    if (place === undefined) {
      place = texts.push(value) - 1;
      textPlaces.set(value, place);
    }
    return place;
  };
  const file = (claim: ProofClaim): number => {
    let place = filePlaces.get(claim.file);
    if (place === undefined) {
      place = files.push([text(claim.file), text(claim.places)]) - 1;
      filePlaces.set(claim.file, place);
    }
    return place;
  };
  const packed: PackedProof[] = [];
  for (const proof of proofs) {
    const values = proof.values.map((value): PackedValue => {
      const claims = value.claims.map((claim) => [
        file(claim),
        claim.line,
        claim.column,
        text(claim.raw),
        text(claim.row),
        text(claim.header),
        text(claim.source),
        ...claim.because.map(text),
      ]);
      return [value.score, value.stderr, ORIGINS.indexOf(value.origin), ...claims];
    });
    packed.push([proof.decimals, text(proof.loose), text(proof.cause), ...values]);
  }
  return { texts, files, proofs: packed };
}

/** Unpacks the proof at a place; undefined where there is none. */
export function unpackProof(packed: PackedProofs, place: number): Proof | undefined {
  const proof = packed.proofs[place];
  if (proof === undefined) return undefined;
  const text = (index: number | undefined): string | null => packed.texts[index ?? -1] ?? null;
  const [decimals, loose, cause, ...values] = proof;
  return {
    decimals,
    loose: text(loose),
    cause: text(cause),
    values: values.map(([score, stderr, origin, ...claims]) => ({
      score,
      stderr,
      origin: ORIGINS[origin] as Origin,
      claims: claims.map(([file, line, column, raw, row, header, source, ...because]) => {
        const [path, places] = packed.files[file as number] ?? [-1, -1];
        return {
          file: text(path) ?? '',
          places: text(places) ?? '',
          line: line as number,
          column: column as number,
          raw: text(raw) ?? '',
          row: text(row),
          header: text(header),
          source: text(source),
          because: because.map((index) => text(index) ?? ''),
        };
      }),
    })),
  };
}
