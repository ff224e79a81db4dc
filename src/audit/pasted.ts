/** Finds whole rows or columns of a table that repeat under another name. */
import { type Claim, claimId } from '../core/claim.ts';
import { foldCase } from '../core/fold.ts';
import { shortHash } from '../core/hash.ts';
import type { Finding } from '../core/result.ts';
import { scoreOf } from './precision.ts';
import type { AuditInput, AuditRule } from './rule.ts';

/** Fewer numbers may be the same by chance; so may fewer different ones. */
const FEWEST = 4;

/**
 * One finding for each set of models (or of benchmarks) of one table with the same four or more numbers throughout, of
 * which at least four differ from one another and carry digits behind the point.
 */
function findPasted(input: AuditInput): Finding[] {
  return input.tables.flatMap((table) => {
    const claims = table.filter(({ status, model }) => status === 'accepted' && model !== null);
    if (claims.length < 2 * FEWEST) return [];
    return [
      ...repeats(claims, (claim) => claim.model as string, measure, 'models', input),
      ...repeats(
        claims,
        (claim) => claim.benchmark as string,
        (claim) =>
          [claim.model, claim.metric, claim.shots, foldCase(claim.setting ?? ''), claim.split].join('\n'),
        'benchmarks',
        input,
      ),
    ];
  });
}

function measure(claim: Claim): string {
  const { benchmark, metric, shots, setting, split } = claim;
  return [benchmark, metric, shots, foldCase(setting ?? ''), split].join('\n');
}

/** Names whose numbers are the same at every place. */
function repeats(
  claims: readonly Claim[],
  nameOf: (claim: Claim) => string,
  placeOf: (claim: Claim) => string,
  what: 'models' | 'benchmarks',
  input: AuditInput,
): Finding[] {
  const rows = new Map<string, Claim[]>();
  for (const claim of claims) {
    const row = rows.get(nameOf(claim));
    if (row === undefined) rows.set(nameOf(claim), [claim]);
    else row.push(claim);
  }
  const same = new Map<string, { readonly name: string; readonly row: readonly Claim[] }[]>();
  for (const [name, row] of rows) {
    const telling = new Set(row.map(scoreOf).filter((score) => !Number.isInteger(score)));
    if (row.length < FEWEST || telling.size < FEWEST) continue;
    const key = row
      .map((claim) => `${placeOf(claim)}\n${scoreOf(claim)}`)
      .sort()
      .join('\n\n');
    same.set(key, [...(same.get(key) ?? []), { name, row }]);
  }
  return [...same.values()].flatMap((entries) => {
    const [first, ...others] = entries;
    if (first === undefined || others.length === 0) return [];
    const shown = (name: string) => (what === 'models' ? name : (input.benchmarkOf.get(name)?.name ?? name));
    const names = entries.map(({ name }) => shown(name));
    const lead = first.row[0] as Claim;
    return [
      {
        id: shortHash(`pasted\n${what}\n${claimId(lead)}`),
        rule: 'pasted' as const,
        severity: 'warning' as const,
        model: lead.model as string,
        suite: null,
        benchmark: what === 'benchmarks' ? first.name : null,
        message: `The ${first.row.length} numbers of ${names[0]} stand under ${names.slice(1, 4).join(' and ')}${names.length > 4 ? ` and ${names.length - 4} more ${what}` : ''} too.`,
        published: null,
        recomputed: null,
        by: null,
        alternatives: [],
        claims: entries.flatMap(({ row }) => row.map(claimId)),
      },
    ];
  });
}

/** The same numbers under two benchmarks or two models of one table. */
export const PASTED: AuditRule = { id: 'pasted', find: findPasted };
