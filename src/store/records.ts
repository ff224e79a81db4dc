/** Records as they are exported: every field, in the documented order, whatever order they came in. */
import { CODE_OF_RULE } from '../core/audit-codes.ts';
import type { Claim, ClaimSource } from '../core/claim.ts';
import type { Copy, Finding, Model, Result, ResultValue } from '../core/result.ts';

/** A claim with its fields in the order of core/claim.ts. */
export function exportedClaim(claim: Claim): Claim {
  return {
    card: claim.card,
    subject: claim.subject,
    model_as_written: claim.model_as_written,
    benchmark_as_written: claim.benchmark_as_written,
    metric_as_written: claim.metric_as_written,
    shots: claim.shots,
    setting: claim.setting,
    split: claim.split,
    value: claim.value,
    unit_as_written: claim.unit_as_written,
    stderr: claim.stderr,
    origin_name: claim.origin_name,
    origin_url: claim.origin_url,
    date: claim.date,
    claims_verification: claim.claims_verification,
    suite_as_written: claim.suite_as_written,
    group: claim.group,
    source: exportedSource(claim.source),
    confidence: claim.confidence,
    because: claim.because,
    status: claim.status,
    model: claim.model,
    benchmark: claim.benchmark,
    metric: claim.metric,
    score: claim.score,
    unit: claim.unit,
  };
}

function exportedSource(source: ClaimSource): ClaimSource {
  return {
    kind: source.kind,
    file: source.file,
    line: source.line,
    column: source.column,
    cell: source.cell,
    raw: source.raw,
    row: source.row,
    header: source.header,
  };
}

/** A result with its fields in the order of core/result.ts. */
export function exportedResult(result: Result): Result {
  return {
    id: result.id,
    model: result.model,
    benchmark: result.benchmark,
    metric: result.metric,
    shots: result.shots,
    shots_inferred: result.shots_inferred,
    setting: result.setting,
    split: result.split,
    score: result.score,
    unit: result.unit,
    stderr: result.stderr,
    decimals: result.decimals,
    origin: result.origin,
    claims: result.claims,
    values: result.values.map(exportedValue),
    spread: result.spread,
  };
}

function exportedValue(value: ResultValue): ResultValue {
  return {
    score: value.score,
    stderr: value.stderr,
    decimals: value.decimals,
    origin: value.origin,
    claims: value.claims,
  };
}

/** A model with its fields in the order of core/result.ts. */
export function exportedModel(model: Model): Model {
  return {
    id: model.id,
    owner: model.owner,
    name: model.name,
    display_name: model.display_name,
    card: model.card,
    names: model.names,
    licenses: model.licenses,
    license_name: model.license_name,
    license_link: model.license_link,
    languages: model.languages,
    tags: model.tags,
    datasets: model.datasets,
    base_models: model.base_models,
    base_model_relation: model.base_model_relation,
    library: model.library,
    pipeline_tag: model.pipeline_tag,
    parents: model.parents,
    parameters: model.parameters,
    parameters_because: model.parameters_because,
    type: model.type,
    type_because: model.type_because,
    flagged: model.flagged === null ? null : { reason: model.flagged.reason, link: model.flagged.link },
  };
}

/** A copy with its fields in the order of core/result.ts. */
export function exportedCopy(copy: Copy): Copy {
  return {
    model: copy.model,
    source: copy.source,
    like: copy.like,
    shared: copy.shared,
    of: copy.of,
    because: copy.because,
    results: copy.results,
    claims: copy.claims,
  };
}

/** A finding as audit.json has it: with its code, and the places of all its claims. */
export interface ExportedFinding extends Finding {
  readonly code: string;
  /** Every card that it rests on, in order of its claims. */
  readonly cards: readonly string[];
  /** The place of each claim, in their order. */
  readonly places: readonly { readonly card: string; readonly file: string | null; readonly line: number }[];
  readonly card: string | null;
  /** The file beside the card that it stands in; null: the card itself. */
  readonly file: string | null;
  /** 1-based. */
  readonly line: number | null;
}

/**
 * A finding with its fields in the order of core/result.ts. `placeOf` gives a claim by its id, `card` the card of the
 * model, where a finding rests on no claim.
 */
export function exportedFinding(
  finding: Finding,
  placeOf: (claim: string) => Pick<Claim, 'card' | 'source'> | undefined,
  card: string | null,
): ExportedFinding {
  const claims = finding.claims.flatMap((id) => placeOf(id) ?? []);
  const [first] = claims;
  const own = finding.claims.length === 0 ? card : null;
  return {
    id: finding.id,
    rule: finding.rule,
    code: CODE_OF_RULE[finding.rule],
    severity: finding.severity,
    model: finding.model,
    suite: finding.suite,
    benchmark: finding.benchmark,
    card: first?.card ?? own,
    file: first?.source.file ?? null,
    line: first?.source.line ?? null,
    cards: [...new Set(own !== null ? [own] : claims.map((claim) => claim.card))],
    places: claims.map(({ card, source }) => ({ card, file: source.file, line: source.line })),
    message: finding.message,
    published: finding.published,
    recomputed: finding.recomputed,
    by: finding.by,
    alternatives: finding.alternatives.map(({ by, value }) => ({ by, value })),
    claims: finding.claims,
  };
}
