/** The proof of a result as a page shows it: every claim behind it, and how the claims differ. */
import { claimFile, claimId } from '../core/claim.ts';
import type { Language } from '../core/language.ts';
import { type Proof, type ProofClaim, proofHref, proofSpread, spreadSentence } from '../core/proof.ts';
import type { Result, ResultValue } from '../core/result.ts';
import { spreadCause } from '../core/spread-cause.ts';
import type { Here, Site } from './frame.ts';
import { type OriginMark, originMark } from './words.ts';

/** More claims of one value than this are counted instead of listed. */
export const MOST_CLAIMS = 20;

/** Finds a result's claims. Digits are those of the column it stands in. */
export function proofOf(
  site: Site,
  here: Here,
  result: Result,
  decimals: number,
  loose: string | null = null,
): Proof {
  return {
    decimals,
    loose,
    cause: causeOf(site, result),
    values: result.values.map((value) => ({
      score: value.score,
      stderr: value.stderr,
      origin: value.origin,
      claims: value.claims.slice(0, MOST_CLAIMS).flatMap((id): ProofClaim[] => {
        const claim = site.index.claims.get(id);
        if (claim === undefined) return [];
        return [
          {
            file: claimFile(claim),
            places: here.to(site.context.urls.claim(claimId(claim))).replace(/L\d+C\d+$/, ''),
            line: claim.source.line,
            column: claim.source.column,
            raw: shorten(claim.source.raw),
            row: claim.source.row === null ? null : shorten(claim.source.row),
            header: claim.source.header === null ? null : shorten(claim.source.header),
            source: claim.origin_name,
            because: claim.because,
          },
        ];
      }),
    })),
  };
}

/** The likeliest cause of the widest difference from the headline; null where claims agree or nothing can be seen. */
export function causeOf(site: Site, { benchmark, values }: Result): string | null {
  const [headline, ...others] = values;
  if (headline === undefined || others.length === 0) return null;
  const withClaims = (value: ResultValue) => ({
    ...value,
    claims: value.claims.slice(0, MOST_CLAIMS).flatMap((id) => site.index.claims.get(id) ?? []),
  });
  const apart = (value: ResultValue) => Math.abs(value.score - headline.score);
  const widest = others.reduce((most, value) => (apart(value) > apart(most) ? value : most));
  const baseline = site.index.benchmarks.get(benchmark)?.random_baseline ?? null;
  const cause = spreadCause(withClaims(headline), withClaims(widest), baseline);
  return cause === null ? null : site.t(`causes.${cause.key}`, cause.values);
}

/** "60.8–63.9" for a result whose claims differ in the digits shown; else the empty string. */
export function spreadWord(language: Language, result: Result, decimals: number): string {
  const [low, high] = claimedRange(result).map((score) => language.score(score, decimals));
  return low === high ? '' : `${low}–${high}`;
}

/** The lowest and the highest of the numbers that are claimed. */
export function claimedRange({ values }: Result): readonly [low: number, high: number] {
  const scores = values.map((value) => value.score);
  return [Math.min(...scores), Math.max(...scores)];
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

/** The way to the place in a card where a result's number was read; to the model's page where it is not known. */
export function resultHref(site: Site, here: Here, result: Result): string {
  const claim = result.claims[0];
  return here.to(
    claim === undefined ? site.context.urls.model(result.model) : site.context.urls.claim(claim),
  );
}

interface ClaimView {
  readonly href: string;
  readonly file: string;
  readonly line: number;
  /** "acme/zephyr/README.md, line 138" */
  readonly place: string;
  readonly raw: string;
  /** "row “IFEval”, column “Value”", as two labels; the empty string where there is none. */
  readonly row: string;
  readonly header: string;
  readonly source: string;
  readonly because: readonly string[];
}

interface ValueView {
  readonly score: string;
  readonly stderr: string;
  /** Its difference from the value that is shown; the empty string for that value itself. */
  readonly difference: string;
  readonly mark: OriginMark;
  readonly words: string;
  readonly claims: readonly ClaimView[];
}

export interface ProofView {
  /** By how much the values differ, and why perhaps; the empty string where all agree. */
  readonly apart: string;
  readonly loose: string;
  readonly values: readonly ValueView[];
}

/** A proof as the templates print it. */
export function proofView(site: Site, proof: Proof): ProofView {
  const { language } = site.context;
  const shown = proof.values[0]?.score ?? 0;
  const { spread, decimals } = proofSpread(proof);
  return {
    apart: spread === 0 ? '' : spreadSentence(site.t, language.score(spread, decimals), proof.cause),
    loose: proof.loose ?? '',
    values: proof.values.map((value, place) => ({
      score: language.score(value.score, decimals),
      stderr: value.stderr === null ? '' : `± ${language.score(value.stderr, decimals)}`,
      difference: place === 0 ? '' : language.difference(value.score - shown, decimals),
      mark: originMark(site.t, value.origin),
      words: site.t(`proof.origins.${value.origin}`),
      claims: value.claims.map((claim) => ({
        href: proofHref(claim),
        file: claim.file,
        line: claim.line,
        place: site.t('proof.line', { file: claim.file, line: String(claim.line) }),
        raw: claim.raw,
        row: claim.row ?? '',
        header: claim.header ?? '',
        source: claim.source ?? '',
        because: claim.because,
      })),
    })),
  };
}

/** JSON that may stand inside a script element: nothing in it can end the element or start a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) =>
    character === '<' ? '\\u003c' : character === '\u2028' ? '\\u2028' : '\\u2029',
  );
}
