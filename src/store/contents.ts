/** What one build puts into the database, in its fixed order, and how it is written. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Claim, claimId } from '../core/claim.ts';
import { compareText } from '../core/compare.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Copy, Finding, Model, Recomputed, Result } from '../core/result.ts';
import type { Registry } from '../registry/types.ts';
import { appendRows, type Cell } from './append.ts';
import { orderById, orderClaims, orderDiagnostics, orderFindings, orderResults } from './order.ts';
import type { BenchmarkRecord, CardRecord } from './types.ts';

/** All that a build knows before boards are made. */
export interface Contents {
  readonly cards: readonly CardRecord[];
  readonly models: readonly Model[];
  readonly benchmarks: readonly BenchmarkRecord[];
  readonly claims: readonly Claim[];
  readonly results: readonly Result[];
  readonly findings: readonly Finding[];
  readonly copies: readonly Copy[];
  readonly recomputed: readonly Recomputed[];
  readonly diagnostics: readonly Diagnostic[];
  readonly registry: Pick<Registry, 'metrics' | 'suites'>;
}

/** The same contents with everything in its fixed order. */
export function inOrder(contents: Contents): Contents {
  return {
    cards: contents.cards.toSorted((a, b) => compareText(a.path, b.path)),
    models: orderById(contents.models),
    benchmarks: orderById(contents.benchmarks),
    claims: orderClaims(contents.claims),
    results: orderResults(contents.results),
    findings: orderFindings(contents.findings),
    copies: contents.copies.toSorted((a, b) => compareText(a.model, b.model)),
    recomputed: contents.recomputed,
    diagnostics: orderDiagnostics(contents.diagnostics),
    registry: contents.registry,
  };
}

type Rows = Iterable<readonly Cell[]>;

/** Replaces all that an earlier build wrote, in one transaction; the cache of readings stays. */
export async function writeContents(connection: DuckDBConnection, contents: Contents): Promise<void> {
  const { cards, models, benchmarks, claims, results, diagnostics, registry } = contents;
  const tables: readonly (readonly [string, Rows])[] = [
    ['cards', map(cards, (card) => [card.path, card.file, card.model, card.hash, card.accepted, card.held])],
    ['diagnostics', map(diagnostics, diagnosticRow)],
    ['claims', map(claims, claimRow)],
    ['models', map(models, modelRow)],
    ['benchmarks', map(benchmarks, benchmarkRow)],
    ['metrics', map(registry.metrics, (m) => [m.id, m.name, m.higher_is_better, m.unit, m.description])],
    ['suites', map(registry.suites, suiteRow)],
    ['suite_members', suiteMemberRows(registry)],
    ['results', map(results, resultRow)],
    ['result_values', resultValueRows(results)],
    ['result_claims', resultClaimRows(results)],
    ['findings', map(contents.findings, findingRow)],
    ['copies', map(contents.copies, (c) => [c.model, c.source, c.like, c.shared, c.of, c.because, c.claims])],
    ['inherited', inheritedRows(contents.copies)],
  ];
  await connection.run('BEGIN');
  for (const [table, rows] of tables) {
    await connection.run(`DELETE FROM ${table}`);
    await appendRows(connection, table, rows);
  }
  await connection.run('DELETE FROM board_cells; DELETE FROM board_columns; DELETE FROM boards; COMMIT');
}

/** Replaces the findings alone. */
export async function writeFindings(
  connection: DuckDBConnection,
  findings: readonly Finding[],
): Promise<void> {
  await connection.run('BEGIN; DELETE FROM findings');
  await appendRows(connection, 'findings', map(findings, findingRow));
  await connection.run('COMMIT');
}

function* map<T>(records: Iterable<T>, row: (record: T, index: number) => readonly Cell[]): Rows {
  let index = 0;
  for (const record of records) yield row(record, index++);
}

function claimRow(claim: Claim): Cell[] {
  const { source } = claim;
  return [
    claimId(claim),
    claim.card,
    claim.subject,
    claim.model_as_written,
    claim.benchmark_as_written,
    claim.metric_as_written,
    claim.shots,
    claim.setting,
    claim.split,
    claim.value,
    claim.unit_as_written,
    claim.stderr,
    claim.origin_name,
    claim.origin_url,
    claim.date,
    claim.claims_verification,
    claim.suite_as_written,
    claim.group,
    source.kind,
    source.file,
    source.line,
    source.column,
    source.cell,
    source.raw,
    source.row,
    source.header,
    claim.confidence,
    JSON.stringify(claim.because),
    claim.status,
    claim.model,
    claim.benchmark,
    claim.metric,
    claim.score,
    claim.unit,
  ];
}

function modelRow(model: Model): Cell[] {
  return [
    model.id,
    model.owner,
    model.name,
    model.display_name,
    model.card,
    model.names,
    model.licenses,
    model.license_name,
    model.license_link,
    model.languages,
    model.tags,
    model.datasets,
    model.base_models,
    model.base_model_relation,
    model.library,
    model.pipeline_tag,
    model.parents,
    model.parameters,
    model.parameters_because,
    model.type,
    model.type_because,
    model.flagged?.reason ?? null,
    model.flagged?.link ?? null,
  ];
}

function benchmarkRow(benchmark: BenchmarkRecord): Cell[] {
  return [
    benchmark.id,
    benchmark.name,
    benchmark.listed,
    benchmark.category,
    benchmark.metric,
    benchmark.unit,
    benchmark.range[0],
    benchmark.range[1],
    benchmark.higher_is_better,
    benchmark.random_baseline,
    benchmark.baseline_source,
    benchmark.shots,
    benchmark.dataset,
    benchmark.home,
    benchmark.harness_task,
    benchmark.description,
    benchmark.note,
    benchmark.suites,
  ];
}

function suiteRow(suite: Registry['suites'][number]): Cell[] {
  const { rule, requires, decimals } = suite.average;
  return [
    suite.id,
    suite.name,
    suite.description,
    suite.home,
    suite.normalized,
    rule,
    requires === 'all' ? null : requires,
    decimals,
  ];
}

function* suiteMemberRows(registry: Pick<Registry, 'suites'>): Rows {
  for (const suite of registry.suites) {
    for (const [position, member] of suite.members.entries()) {
      yield [suite.id, position, member.benchmark, member.metric, member.shots, member.setting];
    }
  }
}

function resultRow(result: Result, position: number): Cell[] {
  return [
    position,
    result.id,
    result.model,
    result.benchmark,
    result.metric,
    result.shots,
    result.shots_inferred,
    result.setting,
    result.split,
    result.score,
    result.unit,
    result.stderr,
    result.decimals,
    result.origin,
    result.spread,
  ];
}

function* resultValueRows(results: readonly Result[]): Rows {
  for (const result of results) {
    for (const [number, value] of result.values.entries()) {
      yield [result.id, number, value.score, value.stderr, value.decimals, value.origin];
    }
  }
}

function* resultClaimRows(results: readonly Result[]): Rows {
  for (const result of results) {
    for (const [position, claim] of result.claims.entries()) yield [result.id, null, position, claim];
    for (const [number, value] of result.values.entries()) {
      for (const [position, claim] of value.claims.entries()) yield [result.id, number, position, claim];
    }
  }
}

function* inheritedRows(copies: readonly Copy[]): Rows {
  for (const { source, results } of copies) {
    if (source !== null) for (const result of results) yield [result, source];
  }
}

function findingRow(finding: Finding): Cell[] {
  return [
    finding.id,
    finding.rule,
    finding.severity,
    finding.model,
    finding.suite,
    finding.benchmark,
    finding.message,
    finding.published,
    finding.recomputed,
    finding.by,
    JSON.stringify(finding.alternatives),
    finding.claims,
  ];
}

function diagnosticRow(diagnostic: Diagnostic): Cell[] {
  return [
    diagnostic.severity,
    diagnostic.code,
    diagnostic.message,
    diagnostic.file,
    diagnostic.line,
    diagnostic.column,
    diagnostic.endColumn ?? null,
    diagnostic.hint ?? null,
  ];
}
