/** Finds percents that may be fractions: 0.61 where everybody else says 61.2. */
import { formatScore } from '../core/format.ts';
import { shortHash } from '../core/hash.ts';
import type { Finding, Result } from '../core/result.ts';
import { isHundredfold } from './precision.ts';
import type { AuditInput, AuditRule } from './rule.ts';

/** A baseline that no score up to 1 can be meant to compare with. */
const LEAST_BASELINE = 5;

/**
 * One finding for each result in percent of which one number is about a hundred times another, or which lies at or
 * below 1 where guessing scores far more.
 */
function findScaleDoubts(input: AuditInput): Finding[] {
  return input.results.flatMap((result) => {
    if (result.unit !== 'percent') return [];
    const [headline] = result.values;
    if (headline === undefined) return [];
    const other = result.values.find((value) => isHundredfold(value.score, headline.score));
    const baseline = input.registry.benchmark(result.benchmark)?.random_baseline ?? 0;
    const guessed = baseline >= LEAST_BASELINE && result.score < 1 && result.score * 100 > baseline;
    if (other === undefined && !(guessed && isShareOfRightAnswers(result))) return [];
    const name = input.benchmarkOf.get(result.benchmark)?.name ?? result.benchmark;
    const claims = other === undefined ? headline.claims : [...headline.claims, ...other.claims];
    const shown = formatScore(headline.score, headline.decimals);
    const message =
      other === undefined
        ? `${name}: ${shown} where guessing scores ${formatScore(baseline, 0)}: a fraction read as a percentage?`
        : `${name}: claims give ${shown} and ${formatScore(other.score, other.decimals)}: is one a fraction of the other's scale?`;
    return [
      {
        id: shortHash(`scale\n${result.id}`),
        rule: 'scale' as const,
        severity: 'warning' as const,
        model: result.model,
        suite: null,
        benchmark: result.benchmark,
        message,
        published: result.score,
        recomputed: other?.score ?? baseline,
        by: other === undefined ? 'random baseline' : 'another claim',
        alternatives: [],
        claims,
      },
    ];
  });
}

function isShareOfRightAnswers({ metric }: Result): boolean {
  return /^(?:acc|accuracy|acc_norm|exact_match|mc[12])$/.test(metric);
}

/** Fraction and percent doubts. */
export const SCALE_DOUBTS: AuditRule = { id: 'scale', find: findScaleDoubts };
