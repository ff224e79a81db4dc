/** Results as the JSON API has them, alone and with their proofs. */
import type { ApiClaim, ApiResult, ApiResultSummary } from '../core/api.ts';
import { type Claim, claimFile, claimId } from '../core/claim.ts';
import type { Result } from '../core/result.ts';
import type { Site } from './frame.ts';
import { causeOf } from './proof.ts';

/** A result as lists have it. */
export function apiResultSummary(site: Site, result: Result): ApiResultSummary {
  const { urls } = site.context;
  const standing = site.index.standings.get(result.id);
  const claim = result.claims[0];
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
    spread: result.spread,
    standing: standing === undefined ? null : { rank: standing.rank, of: standing.of, band: standing.band },
    url: claim === undefined ? urls.model(result.model) : urls.claim(claim),
  };
}

function apiClaim(site: Site, claim: Claim): ApiClaim {
  const { origin_name: name, origin_url: url } = claim;
  const id = claimId(claim);
  return {
    id,
    url: site.context.urls.claim(id),
    file: claimFile(claim),
    line: claim.source.line,
    column: claim.source.column,
    raw: claim.source.raw,
    row: claim.source.row,
    header: claim.source.header,
    source: name === null && url === null ? null : { name, url },
    date: claim.date,
    confidence: claim.confidence,
    because: claim.because,
  };
}

/** A result with every claim behind it. */
export function apiResult(site: Site, result: Result): ApiResult {
  return {
    ...apiResultSummary(site, result),
    cause: causeOf(site, result),
    values: result.values.map((value) => ({
      score: value.score,
      stderr: value.stderr,
      decimals: value.decimals,
      origin: value.origin,
      claims: value.claims.flatMap((id) => {
        const claim = site.index.claims.get(id);
        return claim === undefined ? [] : [apiClaim(site, claim)];
      }),
    })),
  };
}
