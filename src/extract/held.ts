/** Says what was held back, and why. */
import { type Claim, claimPlaceFile } from '../core/claim.ts';
import { type Diagnostic, diagnose } from '../core/diagnostic.ts';

/** One diagnostic a table for what was held, instead of one a number. */
export function reportHeld(claims: readonly Claim[], file: string): Diagnostic[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.status !== 'held') continue;
    const group = groups.get(claim.group);
    if (group) group.push(claim);
    else groups.set(claim.group, [claim]);
  }
  return [...groups.values()].map((group) => {
    const first = group[0] as Claim;
    const why = first.because[first.because.length - 1] ?? 'the reading is not sure enough';
    return diagnose(
      'extract/held',
      { file: claimPlaceFile(first, file), line: first.source.line, column: first.source.column },
      `${group.length === 1 ? 'A number is' : `${group.length} numbers are`} held: ${why.startsWith('held: ') ? why.slice(6) : `not sure enough (${first.confidence.toFixed(2)}: ${first.because[0] ?? why})`}.`,
    );
  });
}
