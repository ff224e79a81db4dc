/** A model as the JSON API has it: its metadata, its results with their proofs, its ranks, and what was found. */
import { API_VERSION, type ApiModel, type ApiModelSummary, apiAddress } from '../core/api.ts';
import type { Model } from '../core/result.ts';
import { apiResult } from './api-results.ts';
import type { Site } from './frame.ts';

/** A model as lists have it. */
export function apiModelSummary(site: Site, model: Model): ApiModelSummary {
  const url = site.context.urls.model(model.id);
  return {
    id: model.id,
    owner: model.owner,
    name: model.name,
    display_name: model.display_name,
    url,
    api: apiAddress(url),
    card: model.card,
    type: model.type,
    parameters: model.parameters,
    licenses: model.licenses,
    license_name: model.license_name,
    license_link: model.license_link,
    result_count: site.index.resultsOfModel.get(model.id)?.length ?? 0,
  };
}

function copyOf(site: Site, id: string): ApiModel['copy'] {
  const copy = site.index.copyOfModel.get(id);
  if (copy === undefined) return null;
  return { source: copy.source, like: copy.like, shared: copy.shared, of: copy.of };
}

function overallOf(site: Site, id: string): ApiModel['overall'] {
  const row = site.index.overallOfModel.get(id);
  if (row === undefined) return null;
  return { rank: row.rank, band: row.band, score: row.score, low: row.low, high: row.high };
}

function boardsOf(site: Site, id: string): ApiModel['boards'] {
  return (site.index.placementsOfModel.get(id) ?? []).map(({ board, row }) => ({
    board: board.id,
    name: board.name,
    url: site.context.urls.board(board.id),
    rank: row.rank,
    band: row.band,
    of: site.index.ranks.get(board.id)?.ranked ?? 0,
    average: row.average,
    published: row.published,
    coverage: row.coverage,
    columns: board.columns.length,
  }));
}

function findingsOf(site: Site, id: string): ApiModel['findings'] {
  return (site.index.findings.ofModel.get(id) ?? []).map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    suite: finding.suite,
    benchmark: finding.benchmark,
    message: finding.message,
    published: finding.published,
    recomputed: finding.recomputed,
    claims: finding.claims.map((claim) => site.context.urls.claim(claim)),
  }));
}

/** Everything on a model. */
export function apiModel(site: Site, model: Model): ApiModel {
  const results = site.index.resultsOfModel.get(model.id) ?? [];
  return {
    api_version: API_VERSION,
    ...apiModelSummary(site, model),
    names: model.names,
    type_because: model.type_because,
    parameters_because: model.parameters_because,
    languages: model.languages,
    tags: model.tags,
    datasets: model.datasets,
    base_models: model.base_models,
    base_model_relation: model.base_model_relation,
    parents: model.parents,
    library: model.library,
    pipeline_tag: model.pipeline_tag,
    added: site.index.cardOfModel.get(model.id)?.added ?? null,
    flagged: model.flagged === null ? null : { reason: model.flagged.reason, link: model.flagged.link },
    copy: copyOf(site, model.id),
    overall: overallOf(site, model.id),
    boards: boardsOf(site, model.id),
    findings: findingsOf(site, model.id),
    results: results.map((result) => apiResult(site, result)),
  };
}
