/** How exactly a claim's number is printed, and how far rounding alone can lead. */
import type { Claim } from '../core/claim.ts';

/** Longest stretch of a cell in which its number is looked for. */
const LONGEST = 200;

/**
 * Digits behind the point that the card prints, counted in the score's scale: 2 for "25.54", 2 for "0.2554" read
 * as 25.54 percent, −1 for "0.5" read as 50 percent.
 */
export function printedDecimals(claim: Claim): number {
  const score = claim.score ?? claim.value;
  const shift = claim.value === 0 ? 0 : Math.round(Math.log10(Math.abs(score / claim.value)));
  return digitsBehindPoint(claim.source.raw, claim.value) - (Number.isFinite(shift) ? shift : 0);
}

/** Half a unit of the last digit printed: how far rounding moves a number at most. */
export function halfUnit(decimals: number): number {
  return 0.5 * 10 ** -decimals;
}

function digitsBehindPoint(raw: string, value: number): number {
  for (const [text] of raw.slice(0, LONGEST).matchAll(/\d+(?:[.,]\d+)?/g)) {
    if (Number(text.replace(',', '.')) === Math.abs(value)) return text.split(/[.,]/)[1]?.length ?? 0;
  }
  return (/^-?\d+\.(\d+)$/.exec(String(value))?.[1] ?? '').length;
}

/** A claim's score where it has one, else its value as written. */
export function scoreOf(claim: Claim): number {
  return claim.score ?? claim.value;
}

/** True where the smaller number is a fraction and the larger one about the same as a percentage: 0.61 and 61.2. */
export function isHundredfold(a: number, b: number): boolean {
  const [small, large] = Math.abs(a) <= Math.abs(b) ? [a, b] : [b, a];
  if (small <= 0 || small > 1 || large <= 1.5) return false;
  return Math.abs(small * 100 - large) <= 0.1 * large;
}
