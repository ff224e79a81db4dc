/** Finds numbers set in bold as the best of their row or column that are not. */
import { type Claim, claimId } from '../core/claim.ts';
import { foldCase } from '../core/fold.ts';
import { formatScore } from '../core/format.ts';
import { shortHash } from '../core/hash.ts';
import type { Finding } from '../core/result.ts';
import { printedDecimals, scoreOf } from './precision.ts';
import type { AuditInput, AuditRule } from './rule.ts';

/** Comparisons of one table with a number in bold, below which bold may mean anything. */
const FEWEST = 4;

/** Share of them in which it is the best, below which it means something else. */
const MOSTLY = 0.75;

/** The markup that sets a number in bold, perhaps behind an underline or a link's bracket. */
const BOLD = /^(?:<u>|[\s_*[$\\({]){0,6}?(?:\*\*|__|<(?:b|strong)\b[^>]{0,80}>|\\(?:math|text)bf\{)/i;

interface Contest {
  readonly claims: readonly Claim[];
  /** In bold; all of one score. */
  readonly bold: readonly Claim[];
  readonly best: readonly Claim[];
}

/**
 * One finding for each comparison of a table (all models on one benchmark under the same conditions) whose number in
 * bold is not its best, in tables where bold means the best: it is in three of four comparisons, of at least four, and
 * for more than one model.
 */
function findBold(input: AuditInput): Finding[] {
  return input.tables.flatMap((table) => {
    if (!table.some(isBold)) return [];
    const contests = contestsOf(table, input);
    const wrong = contests.filter(({ bold, best }) => !best.includes(bold[0] as Claim));
    if (contests.length < FEWEST || contests.length - wrong.length < MOSTLY * contests.length) return [];
    if (new Set(contests.flatMap(({ bold }) => bold.map(({ model }) => model))).size < 2) return [];
    return wrong.map((contest) => findingOf(contest, input));
  });
}

function isBold(claim: Claim): boolean {
  return BOLD.test(claim.source.raw.slice(0, 200));
}

/** The comparisons of a table that have one number in bold (or several equal ones), and whose direction is known. */
function contestsOf(table: readonly Claim[], input: AuditInput): Contest[] {
  const lines = new Map<string, Claim[]>();
  for (const claim of table) {
    const { benchmark, metric, shots, setting, split } = claim;
    const key = [benchmark, metric, shots, foldCase(setting ?? ''), foldCase(split ?? '')].join('\n');
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [claim]);
    else line.push(claim);
  }
  return [...lines.values()].flatMap((claims) => {
    const bold = claims.filter(isBold);
    const higher = higherIsBetter(claims[0] as Claim, input);
    if (bold.length === 0 || higher === null || bold.length * 2 > claims.length || claims.length < 3)
      return [];
    if (new Set(bold.map(scoreOf)).size > 1) return [];
    // A number that was held, or one model's several numbers, may not belong to the comparison.
    if (claims.some(({ status }) => status === 'held')) return [];
    if (new Set(claims.map(({ model }) => model)).size < claims.length) return [];
    const scores = claims.map(scoreOf);
    const top = scores.reduce((a, b) => ((higher ? b > a : b < a) ? b : a));
    return [{ claims, bold, best: claims.filter((claim) => scoreOf(claim) === top) }];
  });
}

function higherIsBetter(claim: Claim, { registry }: AuditInput): boolean | null {
  const metric = registry.metric(claim.metric ?? '')?.higher_is_better ?? null;
  return metric ?? registry.benchmark(claim.benchmark ?? '')?.higher_is_better ?? null;
}

function findingOf({ bold, best }: Contest, input: AuditInput): Finding {
  const [marked, top] = [bold[0] as Claim, best[0] as Claim];
  const decimals = Math.max(0, printedDecimals(marked), printedDecimals(top));
  const benchmark = marked.benchmark as string;
  const name = input.benchmarkOf.get(benchmark)?.name ?? benchmark;
  return {
    id: shortHash(`bold\n${claimId(marked)}`),
    rule: 'bold',
    severity: 'warning',
    model: marked.model as string,
    suite: null,
    benchmark,
    message: `${name}: ${formatScore(scoreOf(marked), decimals)} of ${marked.model} is set in bold as the best of its table, but ${top.model} has ${formatScore(scoreOf(top), decimals)}.`,
    published: scoreOf(marked),
    recomputed: scoreOf(top),
    by: 'best of the comparison',
    alternatives: [],
    claims: [...bold, ...best].map(claimId),
  };
}

/** A bolded "best" that is not the best. */
export const BOLD_NOT_BEST: AuditRule = { id: 'bold', find: findBold };
