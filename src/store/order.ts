/** The fixed order of everything that leaves the store, so that the order of files never shows. */
import { type Claim, compareClaims } from '../core/claim.ts';
import { compareNumbers, compareText, firstDifference } from '../core/compare.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Finding, Result } from '../core/result.ts';
import { exportedClaim } from './records.ts';

/** Orders texts with missing ones first: no setting before any setting. */
function compareMissingFirst(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareText(a, b);
}

/** By card, line and column; two claims of one place by what they say. */
export function orderClaims(claims: readonly Claim[]): Claim[] {
  return claims.toSorted(
    (a, b) =>
      compareClaims(a, b) || compareText(JSON.stringify(exportedClaim(a)), JSON.stringify(exportedClaim(b))),
  );
}

/** By benchmark, metric, shots, setting, split: all that compares stands together; then by model. */
export function orderResults(results: readonly Result[]): Result[] {
  return results.toSorted((a, b) =>
    a.benchmark === b.benchmark
      ? firstDifference(
          compareText(a.metric, b.metric),
          compareNumbers(a.shots, b.shots, 'ascending'),
          compareMissingFirst(a.setting, b.setting),
          compareMissingFirst(a.split, b.split),
          compareText(a.model, b.model),
          compareText(a.id, b.id),
        )
      : compareText(a.benchmark, b.benchmark),
  );
}

/** Warnings first, then by rule, model, suite, benchmark. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) =>
    firstDifference(
      compareText(b.severity, a.severity),
      compareText(a.rule, b.rule),
      compareText(a.model, b.model),
      compareMissingFirst(a.suite, b.suite),
      compareMissingFirst(a.benchmark, b.benchmark),
      compareText(a.id, b.id),
    ),
  );
}

/** By file, line, column, code, message. */
export function orderDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** By id. */
export function orderById<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => compareText(a.id, b.id));
}
