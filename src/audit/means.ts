/** The ways in which a suite's rows can be averaged, and what each gives. */
import { type Claim, compareClaims } from '../core/claim.ts';
import { wayText } from '../core/way-of-averaging.ts';
import type { Suite } from '../registry/types.ts';
import { halfUnit, printedDecimals } from './precision.ts';
import { rowOf } from './rows.ts';

export interface Mean {
  /** "mean of acc_norm over 8 of 8 rows". */
  readonly by: string;
  readonly value: number;
  /** The rows averaged, in the suite's order. */
  readonly rows: readonly Claim[];
  /** Members of the suite without a row. */
  readonly missing: number;
  /** False where the way leaves out members that the card does report, so that it cannot be the rule meant. */
  readonly sound: boolean;
  /** How far the rows' own rounding may move the mean. */
  readonly slack: number;
}

/**
 * Every way of averaging that uses at least two rows, each set of rows once: the suite's own rule first, then its
 * alternatives, then accuracy alone, normalised accuracy alone, and normalised accuracy where there is one.
 */
export function meansOf(suite: Suite, rows: readonly Claim[], average: Claim): Mean[] {
  const { metrics, alternatives } = suite.average;
  const choices = [metrics, ...alternatives, ['acc'], ['acc_norm'], ['acc_norm', 'acc']];
  const reported = new Set(rows.map((claim) => claim.benchmark));
  const there = suite.members.filter((member) => reported.has(member.benchmark)).length;
  const means = new Map<string, Mean>();
  for (const choice of choices) {
    const chosen = suite.members.flatMap((member) => rowOf(member, choice, rows, average) ?? []);
    const key = chosen.map((claim) => `${claim.source.line}:${claim.source.column}`).join(' ');
    if (chosen.length < 2 || means.has(key)) continue;
    const of = suite.members.length;
    const words = wayText({ kind: 'suite', metrics: metricsOf(choice, suite), rows: chosen.length, of });
    means.set(key, meanOf(chosen, words, suite.members.length - chosen.length, chosen.length === there));
  }
  return [...means.values()];
}

/**
 * The mean of everything in the average's own table, where that has rows which are not of the suite; undefined where
 * it has none, or several numbers for one benchmark.
 */
export function meanOfTable(suite: Suite, table: readonly Claim[], average: Claim): Mean | undefined {
  const rows = table.filter((claim) => claim.unit === average.unit);
  const ids = new Set(rows.map((claim) => claim.benchmark));
  const own = suite.members.filter((member) => ids.has(member.benchmark)).length;
  if (ids.size !== rows.length || rows.length <= own || own < 2) return undefined;
  return meanOf(rows, wayText({ kind: 'table', rows: rows.length }), 0, true);
}

/**
 * The mean of what stands between the average and the one before it in its own table, as where one table holds two
 * suites, each with its average below; undefined where no average stands before it, or several numbers for one
 * benchmark stand between.
 */
export function meanOfBlock(
  table: readonly Claim[],
  average: Claim,
  averages: readonly Claim[],
): Mean | undefined {
  const before = averages.filter((other) => compareClaims(other, average) < 0).sort(compareClaims);
  const last = before.at(-1);
  if (last === undefined) return undefined;
  const rows = table.filter((claim) => compareClaims(last, claim) < 0 && compareClaims(claim, average) < 0);
  const ids = new Set(rows.map((claim) => claim.benchmark));
  if (rows.length < 2 || ids.size !== rows.length || rows.some((claim) => claim.unit !== average.unit))
    return undefined;
  return meanOf(rows, wayText({ kind: 'above', rows: rows.length }), 0, true);
}

function meanOf(rows: readonly Claim[], by: string, missing: number, sound: boolean): Mean {
  const scores = rows.map((claim) => claim.score ?? claim.value);
  const slack = rows.map((claim) => halfUnit(printedDecimals(claim)));
  return { by, value: mean(scores), rows, missing, sound, slack: mean(slack) };
}

/** Rounded to six digits behind the point: more than cards print, fewer than binary fractions disturb. */
function mean(numbers: readonly number[]): number {
  return Number((numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toFixed(6));
}

/** The metrics that words name: those of the choice, else the one that all members have. */
function metricsOf(choice: readonly string[], suite: Suite): readonly string[] {
  const own = new Set(suite.members.map((member) => member.metric));
  return choice.length > 0 ? choice.slice(0, 2) : own.size === 1 ? [...own] : [];
}
