/** Finds results that are worse than guessing. */
import type { Claim } from '../core/claim.ts';
import { formatScore } from '../core/format.ts';
import { shortHash } from '../core/hash.ts';
import type { Finding, Result } from '../core/result.ts';
import type { AuditInput, AuditRule } from './rule.ts';
import { isMetricCertain } from './stated-metric.ts';

/** Questions of a benchmark whose number nobody knows: fewer than most have, so that more is left to chance. */
const FEW_QUESTIONS = 100;

/** How far below the baseline a score must lie where nothing tells how much chance moves it, in percent points. */
const MARGIN = 2;

/** Standard errors that chance is given. */
const ERRORS = 3;

/** Metrics for which a registry's baseline is meant: the benchmark's own, and shares of right answers. */
const COUNTING = new Set(['acc', 'accuracy', 'acc_norm', 'exact_match']);

/**
 * One finding for each result in percent below its benchmark's random baseline, by more than chance explains: three
 * standard errors, never less than two points. Passed over are results of a part or under a setting, rows of chance
 * itself, numbers up to 1 (a doubt about the scale), and those of which more than half of the table lies below the
 * baseline too: then the table counts something else, as the share of toxic answers.
 */
function findBelowBaseline(input: AuditInput): Finding[] {
  const tables = scoresByTable(input);
  return input.results.flatMap((result) => {
    const entry = input.registry.benchmark(result.benchmark);
    const baseline = entry?.random_baseline ?? null;
    if (entry === undefined || baseline === null || baseline <= 0 || !entry.higher_is_better) return [];
    if (result.unit !== 'percent' || (result.metric !== entry.metric && !COUNTING.has(result.metric)))
      return [];
    if (result.score <= 1 || result.score >= baseline - marginOf(result, baseline, entry.items)) return [];
    if (/\b(?:random|chance|guess)/i.test(result.model)) return [];
    const claims = result.claims.flatMap((id) => input.claimOf.get(id) ?? []);
    const sound = (claim: Claim) =>
      claim.setting === null &&
      isMetricCertain(claim, input.registry) &&
      !isDifference(claim) &&
      !mostLieBelow(claim, baseline, tables);
    if (!claims.every(sound)) return [];
    return [findingOf(result, entry.name, baseline)];
  });
}

function marginOf(result: Result, baseline: number, items: number | null): number {
  const sampling = Math.sqrt((baseline * (100 - baseline)) / (items ?? FEW_QUESTIONS));
  return Math.max(MARGIN, ERRORS * Math.max(result.stderr ?? 0, sampling));
}

const columnOf = (claim: Claim): string => [claim.card, claim.group, claim.benchmark].join('\n');

/** The scores of each benchmark in each table. */
function scoresByTable(input: AuditInput): Map<string, number[]> {
  const scores = new Map<string, number[]>();
  for (const claim of input.claims) {
    if (claim.status !== 'accepted' || claim.score === null) continue;
    const column = scores.get(columnOf(claim));
    if (column === undefined) scores.set(columnOf(claim), [claim.score]);
    else column.push(claim.score);
  }
  return scores;
}

function mostLieBelow(
  claim: Claim,
  baseline: number,
  tables: ReadonlyMap<string, readonly number[]>,
): boolean {
  const scores = tables.get(columnOf(claim)) ?? [];
  const below = scores.filter((score) => score < baseline).length;
  return scores.length > 1 && below * 2 > scores.length;
}

/** A change or a rescaled score is no share of right answers. */
function isDifference(claim: Claim): boolean {
  return (
    /^[^\d]*\+/.test(claim.source.raw) ||
    /\b(?:normali[sz]ed|rescaled|delta|gain|centered)\b/i.test(
      [claim.setting, claim.metric_as_written, claim.source.row, claim.source.header].join(' '),
    )
  );
}

function findingOf(result: Result, name: string, baseline: number): Finding {
  return {
    id: shortHash(`below-baseline\n${result.id}`),
    rule: 'below-baseline',
    severity: 'info',
    model: result.model,
    suite: null,
    benchmark: result.benchmark,
    message: `${name}: ${formatScore(result.score, result.decimals)} is below ${formatScore(baseline, Number.isInteger(baseline) ? 0 : 1)}, which guessing scores.`,
    published: result.score,
    recomputed: baseline,
    by: 'random baseline',
    alternatives: [],
    claims: result.values[0]?.claims ?? result.claims,
  };
}

/** Scores below the random baseline. */
export const BELOW_BASELINE: AuditRule = { id: 'below-baseline', find: findBelowBaseline };
