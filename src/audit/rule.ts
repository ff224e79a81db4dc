/** What a rule of the audit is, and everything it may look at. */
import type { BenchmarkRecord } from '../core/benchmark.ts';
import { type Claim, claimId, compareClaims } from '../core/claim.ts';
import type { AuditRuleId, Finding, Model, Result } from '../core/result.ts';
import type { Registry } from '../registry/types.ts';

/** What normalisation made of all cards. */
export interface Audited {
  readonly claims: readonly Claim[];
  readonly results: readonly Result[];
  readonly models: readonly Model[];
  readonly benchmarks: readonly BenchmarkRecord[];
}

/** The same, found once for all rules: O(n) over the claims. */
export interface AuditInput extends Audited {
  readonly registry: Pick<Registry, 'suite' | 'benchmark' | 'metric'>;
  readonly claimOf: ReadonlyMap<string, Claim>;
  readonly benchmarkOf: ReadonlyMap<string, BenchmarkRecord>;
  /** Every claim of one table or list, accepted and held, in the order of the card. */
  readonly tables: readonly (readonly Claim[])[];
}

/** One rule: a pure function from what is known to what it finds. Its words stand in the catalogue of codes. */
export interface AuditRule {
  readonly id: AuditRuleId;
  /** In any order; the same for every order of the claims. */
  readonly find: (input: AuditInput) => Finding[];
}

/** Indexes what the rules look at. */
export function auditInput(audited: Audited, registry: AuditInput['registry']): AuditInput {
  const tables = new Map<string, Claim[]>();
  for (const claim of [...audited.claims].sort(compareClaims)) {
    const key = `${claim.card}\n${claim.group}`;
    const table = tables.get(key);
    if (table === undefined) tables.set(key, [claim]);
    else table.push(claim);
  }
  return {
    ...audited,
    registry,
    claimOf: new Map(audited.claims.map((claim) => [claimId(claim), claim])),
    benchmarkOf: new Map(audited.benchmarks.map((benchmark) => [benchmark.id, benchmark])),
    tables: [...tables.values()],
  };
}
