/** Who measured a result and where that is written down, as other formats ask for it. */
import type { Claim } from '../core/claim.ts';
import { claimFile } from '../core/claim.ts';
import type { Result } from '../core/result.ts';
import type { ExportInput } from './types.ts';

export interface Source {
  /** The model's own card, a leaderboard or another that the card names, or the card of another model. */
  readonly kind: 'own-card' | 'named' | 'other-card';
  /** What a person would call it. */
  readonly name: string;
  /** An http(s) address, or null where there is none. */
  readonly url: string | null;
  /** Who answers for it: an owner on the Hub, or the name of a leaderboard; null where nobody is named. */
  readonly organization: string | null;
}

/** The headline's claim. */
export function claimOf(result: Result, { claims }: ExportInput): Claim | undefined {
  return claims.get(result.claims[0] ?? '');
}

/** The source of a result's headline, or null where its claim is not at hand. */
export function sourceOf(result: Result, input: ExportInput): Source | null {
  const claim = claimOf(result, input);
  if (claim === undefined) return null;
  if (result.origin === 'leaderboard') {
    const url = webAddress(claim.origin_url);
    const name = claim.origin_name ?? (url === null ? null : new URL(url).host);
    return { kind: 'named', name: name ?? 'unnamed source', url, organization: name };
  }
  if (result.origin === 'self-reported') {
    const model = input.models.get(result.model);
    return {
      kind: 'own-card',
      name: `model card of ${result.model}`,
      url: model === undefined ? null : hubAddress(model),
      organization: model?.owner ?? null,
    };
  }
  const other = input.modelOfCard.get(claim.card);
  return {
    kind: 'other-card',
    name: `model card of ${other?.id ?? claimFile(claim)}`,
    url: other === undefined ? null : hubAddress(other),
    organization: other?.owner ?? null,
  };
}

/** Where the Hub shows a model: only for ids that the Hub allows. */
function hubAddress({
  owner,
  name,
}: {
  readonly owner: string | null;
  readonly name: string;
}): string | null {
  const allowed = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,95}$/;
  if (owner === null || !allowed.test(owner) || !allowed.test(name)) return null;
  return `https://huggingface.co/${owner}/${name}`;
}

/** The address as it is, where a browser could open it as a page; null for any other. */
function webAddress(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return URL.canParse(url) ? url : null;
}
