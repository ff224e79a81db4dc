/** Gathers what cards say of test data that a model may have seen. */
import { type Claim, claimId } from '../core/claim.ts';
import { countOf, formatScore } from '../core/format.ts';
import { shortHash } from '../core/hash.ts';
import type { Finding } from '../core/result.ts';
import { printedDecimals } from './precision.ts';
import type { AuditInput, AuditRule } from './rule.ts';

/** Scores that a sentence names. */
const MOST_NAMED = 4;

/** One finding for each card and model with scores of contamination, accepted or held, as they are written. */
function findContamination(input: AuditInput): Finding[] {
  const found = new Map<string, Claim[]>();
  for (const claim of input.tables.flat()) {
    if (claim.metric !== 'contamination') continue;
    const key = `${claim.card}\n${claim.model}`;
    const list = found.get(key);
    if (list === undefined) found.set(key, [claim]);
    else list.push(claim);
  }
  return [...found.values()].map((claims) => {
    const [first] = claims as [Claim];
    const named = claims.slice(0, MOST_NAMED).map((claim) => {
      const name = input.benchmarkOf.get(claim.benchmark ?? '')?.name ?? claim.benchmark_as_written;
      return `${name} ${formatScore(claim.value, Math.max(0, printedDecimals({ ...claim, score: null })))}`;
    });
    const more = claims.length > MOST_NAMED ? ` and ${claims.length - MOST_NAMED} more` : '';
    const highest = claims.reduce((a, b) => (b.value > a.value ? b : a));
    return {
      id: shortHash(`contamination\n${first.card}\n${first.model}`),
      rule: 'contamination',
      severity: 'info',
      model: first.model as string,
      suite: null,
      benchmark: claims.length === 1 ? first.benchmark : null,
      message: `The card gives ${countOf(claims.length, 'score')} of contamination: ${named.join(', ')}${more}.`,
      published: highest.value,
      recomputed: null,
      by: null,
      alternatives: [],
      claims: claims.map(claimId),
    };
  });
}

/** Contamination scores claimed. */
export const CONTAMINATION: AuditRule = { id: 'contamination', find: findContamination };
