/** Finds scores that no number of right answers gives: 71.0 % of 198 questions is 140.58 of them. */
import { type Claim, claimId } from '../core/claim.ts';
import { foldCase } from '../core/fold.ts';
import { decimalsOf, formatScore } from '../core/format.ts';
import { shortHash } from '../core/hash.ts';
import type { Finding } from '../core/result.ts';
import { printedDecimals, scoreOf } from './precision.ts';
import type { AuditInput, AuditRule } from './rule.ts';

/** Metrics that count right answers and divide by the number of questions. */
const COUNTING = new Set(['acc', 'accuracy', 'acc_norm', 'exact_match', 'strict_acc']);

/** Words that say that the score is not of one run over the whole set, or not a plain share of it. */
const OTHERWISE =
  /\b(?:avg|average|mean|maj|majority|cons|consensus|pass|best|runs?|seeds?|samples?|trials?|subset|main|extended|diamond only|macro|weighted|votes?|voting|epochs?|lite|mini|norm|normali[sz]ed|rescaled|ensemble|router|relative|delta|gain|drop|recovery)\b|@|×|±|\+\/-/i;

/** Of so many scores at most one may miss: a column that misses more often is not made of such shares at all. */
const MOSTLY = 3;

/**
 * One finding for each benchmark of a table in which accepted scores miss every share of the benchmark's known number
 * of questions, by more than rounding or cutting can explain, while two of three do not: so the column is known to hold
 * such shares. A lone score is never doubted, as it may be a mean over runs or over subjects, or of another set; nor is
 * one with a standard error, under a setting, or whose names speak of several runs or of a part of the set.
 */
function findImpossibleScores(input: AuditInput): Finding[] {
  return input.tables.flatMap((table) => {
    const columns = new Map<string, Claim[]>();
    for (const claim of table) {
      if (!counts(claim)) continue;
      const key = [claim.benchmark, claim.metric, claim.shots, foldCase(claim.setting ?? '')].join('\n');
      columns.set(key, [...(columns.get(key) ?? []), claim]);
    }
    return [...columns.values()].flatMap((claims) => findingOf(claims, input));
  });
}

/** Whether a claim is a share of right answers, as far as can be seen. */
function counts(claim: Claim): boolean {
  if (claim.status !== 'accepted' || claim.unit !== 'percent' || claim.stderr !== null) return false;
  if (claim.setting !== null || !COUNTING.has(claim.metric ?? '')) return false;
  const { row, header, raw } = claim.source;
  return ![claim.benchmark_as_written, claim.metric_as_written, claim.split, row, header, raw].some(
    (text) => text !== null && OTHERWISE.test(text),
  );
}

function findingOf(claims: readonly Claim[], input: AuditInput): Finding[] {
  const [first] = claims;
  const entry = input.registry.benchmark(first?.benchmark ?? '');
  const items = entry?.items ?? null;
  if (first === undefined || entry === undefined || items === null) return [];
  const missing = claims.filter((claim) => {
    const decimals = tellingDigits(claim);
    return decimals >= leastDecimals(items) && !isShare(scoreOf(claim), decimals, items);
  });
  const [worst] = missing;
  if (worst === undefined || missing.length * MOSTLY > claims.length) return [];
  const step = 100 / items;
  const decimals = tellingDigits(worst);
  const score = scoreOf(worst);
  const below = Math.floor(score / step) * step;
  const nearest = score - below < step / 2 ? below : below + step;
  const others = missing.length > 1 ? ` and ${missing.length - 1} more of this table are` : ' is';
  return [
    {
      id: shortHash(`impossible\n${claimId(worst)}`),
      rule: 'impossible',
      severity: 'info',
      model: worst.model as string,
      suite: null,
      benchmark: entry.id,
      message: `${entry.name}: ${formatScore(score, decimals)}${others} no share of ${items} questions: ${formatScore(below, decimals + 1)} and ${formatScore(below + step, decimals + 1)} are the nearest.`,
      published: score,
      recomputed: Number(nearest.toFixed(6)),
      by: `nearest share of ${items} questions`,
      alternatives: [],
      claims: missing.map(claimId),
    },
  ];
}

/** Digits behind the point without closing zeros, which tables are filled up with: "29.60" may stand for 29.6. */
function tellingDigits(claim: Claim): number {
  return Math.max(0, Math.min(printedDecimals(claim), decimalsOf(scoreOf(claim))));
}

/** Digits from which at least half of all numbers are no share of so many questions. */
function leastDecimals(items: number): number {
  return Math.ceil(Math.log10((4 * items) / 100));
}

/** Whether a number of right answers gives this score, rounded either way to the printed digits. */
function isShare(score: number, decimals: number, items: number): boolean {
  const unit = 10 ** -decimals;
  const right = Math.round((score / 100) * items);
  return [right - 1, right, right + 1].some(
    (answers) => Math.abs((answers / items) * 100 - score) < unit - 1e-9 || (answers / items) * 100 === score,
  );
}

/** Scores impossible for a test set of known size. */
export const IMPOSSIBLE_SCORES: AuditRule = { id: 'impossible', find: findImpossibleScores };
