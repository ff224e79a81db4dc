/** The codes of what does not add up, one a rule of the audit: what it means and what to do, for `check` and the page. */
import type { CodeEntry } from './codes.ts';
import type { AuditRuleId } from './result.ts';

/** Part of the catalogue in codes.ts. */
export const AUDIT_CODES = {
  'audit/average-differs': {
    severity: 'warning',
    title: "A published average is not the average of the card's rows",
    explanation:
      "Recomputed by the suite's rule from the rows of the same card, another number comes out. Other choices of metric are tried too, and the message names what they give.",
    hint: 'compute the average again, or say over which rows and metrics it is taken.',
  },
  'audit/metadata-differs': {
    severity: 'warning',
    title: 'Metadata and text of a card differ',
    explanation:
      'The `model-index` of the front matter gives one number, the body of the same card another, for the same benchmark under the same conditions.',
    hint: 'correct the one that is out of date, or say in which conditions they differ.',
  },
  'audit/other-card-differs': {
    severity: 'warning',
    title: "Another card gives another number than the model's own",
    explanation:
      'A card that compares itself with this model gives a number that differs from what the model says of itself, by more than rounding. It may have been measured again, or copied wrong.',
    hint: 'look at both places; where both were measured, say with which shots, prompt and version.',
  },
  'audit/disagreement': {
    severity: 'warning',
    title: 'Claims of one thing differ',
    explanation:
      'Two cards give different numbers for a model that is neither’s own, on the same benchmark and under the same conditions as far as they say. All are kept and shown.',
    hint: 'name the source of the number, and its shots, prompt and version.',
  },
  'audit/scale-doubt': {
    severity: 'warning',
    title: 'A percentage may be a fraction',
    explanation:
      'A number at or below 1 stands where another claim gives about a hundred times as much, or where guessing alone scores far more. It is shown as it was read.',
    hint: 'write all numbers of a table in one scale, best with a percent sign.',
  },
  'audit/impossible-score': {
    severity: 'info',
    title: 'A score is no share of the number of questions',
    explanation:
      'On a test set of known size a share of right answers moves in steps: of 198 questions each is worth 0.505 %. No number of right answers gives this score. It may be a mean over several runs, another test set, or a slip.',
    hint: 'say over how many runs it is a mean, or which part of the set was used.',
  },
  'audit/below-baseline': {
    severity: 'info',
    title: 'A result is worse than guessing',
    explanation:
      'It lies below what picking at random scores, by more than chance explains. Answers may not have been recognised, or another measure goes by the same name.',
    hint: 'check how answers are taken from the output, and name the metric.',
  },
  'audit/bold-not-best': {
    severity: 'warning',
    title: 'A number in bold is not the best',
    explanation:
      'In a table that sets the best of each comparison in bold, another model has a better number.',
    hint: 'move the bold, or say among which models it marks the best.',
  },
  'audit/pasted': {
    severity: 'warning',
    title: 'The same numbers stand under two names',
    explanation:
      'Four or more numbers of a table repeat throughout under another model or another benchmark, as when a row or a column is pasted and not filled in.',
    hint: 'check the row or the column against its source.',
  },
  'audit/same-as-base': {
    severity: 'info',
    title: "A model's results are those of its base model",
    explanation:
      'All results that it shares with a base model named in its card are equal, four or more. They were probably not measured again.',
    hint: 'say whose results they are, or measure them.',
  },
  'audit/contamination': {
    severity: 'info',
    title: 'A card gives scores of contamination',
    explanation:
      'It says how likely the model has seen a test set. They are shown as written, with no judgement: methods differ in what they call high.',
  },
  'audit/flagged': {
    severity: 'info',
    title: 'A model is flagged',
    explanation:
      'The config of this site names it under `flagged`, with a reason. It is ranked all the same.',
    hint: 'follow the discussion; the flag is taken off in the config.',
  },
} as const satisfies Record<string, CodeEntry>;

/** Rules in the order in which they are shown. */
export const CODE_OF_RULE: Readonly<Record<AuditRuleId, keyof typeof AUDIT_CODES>> = {
  average: 'audit/average-differs',
  metadata: 'audit/metadata-differs',
  'other-card': 'audit/other-card-differs',
  disagreement: 'audit/disagreement',
  scale: 'audit/scale-doubt',
  impossible: 'audit/impossible-score',
  'below-baseline': 'audit/below-baseline',
  bold: 'audit/bold-not-best',
  pasted: 'audit/pasted',
  'same-as-base': 'audit/same-as-base',
  contamination: 'audit/contamination',
  flagged: 'audit/flagged',
};
