/** Every rule of the audit, and running them all. */
import type { Finding } from '../core/result.ts';
import { AVERAGES } from './averages.ts';
import { BELOW_BASELINE } from './below-baseline.ts';
import { BOLD_NOT_BEST } from './bold.ts';
import { CONTAMINATION } from './contamination.ts';
import { DISAGREEMENT, METADATA_DIFFERS, OTHER_CARD_DIFFERS } from './disagreements.ts';
import { FLAGGED } from './flagged.ts';
import { IMPOSSIBLE_SCORES } from './impossible-scores.ts';
import { PASTED } from './pasted.ts';
import { type Audited, type AuditInput, type AuditRule, auditInput } from './rule.ts';
import { SAME_AS_BASE } from './same-as-base.ts';
import { SCALE_DOUBTS } from './scale-doubts.ts';

/** A rule is shipped here only where nine of ten of its findings on published cards are real. */
export const RULES: readonly AuditRule[] = [
  AVERAGES,
  METADATA_DIFFERS,
  OTHER_CARD_DIFFERS,
  DISAGREEMENT,
  SCALE_DOUBTS,
  IMPOSSIBLE_SCORES,
  BELOW_BASELINE,
  BOLD_NOT_BEST,
  PASTED,
  SAME_AS_BASE,
  CONTAMINATION,
  FLAGGED,
];

/** Every finding about the cards, rule by rule. */
export function audit(audited: Audited, registry: AuditInput['registry']): Finding[] {
  const input = auditInput(audited, registry);
  return RULES.flatMap((rule) => rule.find(input));
}
