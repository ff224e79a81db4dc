/** Why claims were held back, and what an author can do about it. */
import type { Claim } from '../core/claim.ts';

/** What holds a claim back; the message `held.KIND` says what to do. */
export type HeldKind =
  | 'range'
  | 'twins'
  | 'scale'
  | 'model'
  | 'part'
  | 'proposal'
  | 'structure'
  | 'average'
  | 'benchmark'
  | 'metric'
  | 'unsure';

/** What a step of the reading says, in the order in which it explains the most. */
const SIGNS: readonly (readonly [RegExp, HeldKind])[] = [
  [/^held: outside the benchmark's range/, 'range'],
  [/^held: other numbers of this table/, 'twins'],
  [/^held: nothing .*(?:share|tells 1)/, 'scale'],
  [/^held: .* does not say whether it is the card's own/, 'model'],
  [/^held: the run was limited/, 'part'],
  [/^held: it is a proposal/, 'proposal'],
  [/^held: the card has lost its structure/, 'structure'],
  [/^an average of no known suite/, 'average'],
  [/^no benchmark is named|stands for (?:it|the benchmark)$/, 'benchmark'],
  [/^no metric is named/, 'metric'],
];

/** The step of the reading that explains most why a claim was held back, with its kind. */
export function heldReason(claim: Pick<Claim, 'because'>): { kind: HeldKind; reason: string } {
  for (const [sign, kind] of SIGNS) {
    const step = claim.because.findLast((text) => sign.test(text));
    if (step !== undefined) return { kind, reason: step.replace(/^held: /, '') };
  }
  return { kind: 'unsure', reason: claim.because.at(-1) ?? '' };
}
