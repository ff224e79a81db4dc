/** Turns the audit's warnings into diagnostics at the published figure's place in its card. */
import { type Claim, claimId, claimPlaceFile } from '../core/claim.ts';
import type { Code } from '../core/codes.ts';
import { type Diagnostic, diagnose } from '../core/diagnostic.ts';
import type { Finding } from '../core/result.ts';

const CODES: Readonly<Record<Finding['rule'], Code>> = {
  average: 'audit/average-differs',
  disagreement: 'audit/disagreement',
};

/**
 * A diagnostic for each warning, at its first claim. `files` gives a card's path as a reader knows it (relative to
 * the working folder) by its path in the cards folder; without it the latter stands.
 */
export function auditDiagnostics(
  findings: readonly Finding[],
  claims: readonly Claim[],
  files: ReadonlyMap<string, string> = new Map(),
): Diagnostic[] {
  const warnings = findings.filter((finding) => finding.severity === 'warning');
  if (warnings.length === 0) return [];
  const places = new Map(claims.map((claim) => [claimId(claim), claim]));
  return warnings.flatMap((finding) => {
    const claim = places.get(finding.claims[0] ?? '');
    if (claim === undefined) return [];
    const { line, column, raw } = claim.source;
    const place = {
      file: claimPlaceFile(claim, files.get(claim.card) ?? claim.card),
      line,
      column,
      endColumn: column + Math.max(1, raw.search(/[\r\n]|$/)),
    };
    return [diagnose(CODES[finding.rule], place, finding.message)];
  });
}
