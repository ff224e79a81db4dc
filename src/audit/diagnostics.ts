/** Turns what does not add up into diagnostics at the figure's place in its card. */
import { CODE_OF_RULE } from '../core/audit-codes.ts';
import { type Claim, claimId, claimPlaceFile } from '../core/claim.ts';
import { type Diagnostic, diagnose } from '../core/diagnostic.ts';
import type { Finding, Model } from '../core/result.ts';

/**
 * A diagnostic for each finding but what holds, at its first claim; at the top of the model's card where it rests on
 * none, and none where there is no card either. `files` gives a card's path as a reader knows it (relative to the
 * working folder) by its path in the cards folder; without it the latter stands.
 */
export function auditDiagnostics(
  findings: readonly Finding[],
  claims: readonly Claim[],
  models: readonly Model[] = [],
  files: ReadonlyMap<string, string> = new Map(),
): Diagnostic[] {
  const said = findings.filter((finding) => finding.severity !== 'ok');
  if (said.length === 0) return [];
  const places = new Map(claims.map((claim) => [claimId(claim), claim]));
  const cards = new Map(models.map((model) => [model.id, model.card]));
  return said.flatMap((finding) => {
    const claim = places.get(finding.claims[0] ?? '');
    const code = CODE_OF_RULE[finding.rule];
    if (claim === undefined) {
      const card = finding.claims.length > 0 ? null : (cards.get(finding.model) ?? null);
      if (card === null) return [];
      return [diagnose(code, { file: files.get(card) ?? card, line: 1, column: 1 }, finding.message)];
    }
    const { line, column, raw } = claim.source;
    const place = {
      file: claimPlaceFile(claim, files.get(claim.card) ?? claim.card),
      line,
      column,
      endColumn: column + Math.max(1, raw.search(/[\r\n]|$/)),
    };
    return [diagnose(code, place, finding.message)];
  });
}
