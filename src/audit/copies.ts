/** Finds cards whose results are another model's: repeated by a quantised repository, uploaded again, or pasted. */
import type { CardReading } from '../core/card.ts';
import { type Claim, claimId } from '../core/claim.ts';
import { compareText, firstDifference } from '../core/compare.ts';
import type { Copy, Result } from '../core/result.ts';
import { type Direction, directionOf, namesModel } from './copy-direction.ts';

/** What makes a card's results another's: so many telling numbers in common, … */
const FEWEST_SHARED = 4;
/** … and so large a part of all telling numbers that it has. */
const LEAST_OVERLAP = 0.9;
/** A number that more cards than this give does not tell where it comes from. */
const MOST_CARDS = 64;

type Card = Pick<CardReading, 'path' | 'identity' | 'metadata' | 'html'>;

/** A card with its numbers about its own model. */
export interface Numbers {
  readonly card: Card;
  /** Telling numbers (benchmark, metric and score as one text) → the claims that give them. */
  readonly claims: Map<string, Claim[]>;
  /** The others, which tell nothing by themselves. */
  readonly plain: Map<string, Claim[]>;
  /** Addresses that these claims name as their source. */
  readonly origins: Set<string>;
}

interface Candidate {
  readonly copy: Numbers;
  readonly other: Numbers;
  readonly shared: readonly string[];
  readonly direction: Direction | null;
}

/**
 * Every card whose numbers about its own model stand in another card about its own: at least four telling numbers in
 * common, and nine tenths of all that it has. What the cards say (`base_model`, a name, a link) decides whose they are;
 * where nothing does, the source is null, both are listed, and nothing is taken from either. Cards and claims
 * (normalised) come in any order; one entry a model, ordered by model.
 */
export function findCopies(
  cards: readonly Card[],
  claims: readonly Claim[],
  results: readonly Result[],
): Copy[] {
  const candidates = new Map<string, Candidate[]>();
  for (const { a, b, shared } of pairsOf(numbersOf(cards, claims))) {
    const direction = directionOf(a, b);
    for (const [copy, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = direction === null || direction.source === other.card.identity.id;
      if (!known || shared.length < LEAST_OVERLAP * copy.claims.size) continue;
      const list = candidates.get(copy.card.identity.id) ?? [];
      list.push({ copy, other, shared, direction });
      candidates.set(copy.card.identity.id, list);
    }
  }
  const resultOf = new Map(results.flatMap((result) => result.claims.map((id) => [id, result] as const)));
  const copies = [...candidates.values()].map((list) => copyOf(bestOf(list), resultOf));
  return withoutRings(copies.sort((x, y) => compareText(x.model, y.model)));
}

/** Three significant digits or more: 0, 50 and 0.9 are everybody's. */
function isTelling(claim: Claim): boolean {
  const digits = String(Math.abs(claim.value)).replace(/e.*$/, '').replace('.', '').replace(/^0+/, '');
  return digits.length >= 3 && Number(digits) % 100 !== 0;
}

function numbersOf(cards: readonly Card[], claims: readonly Claim[]): Numbers[] {
  const byPath = new Map(
    cards.map((card): [string, Numbers] => [
      card.path,
      { card, claims: new Map(), plain: new Map(), origins: new Set() },
    ]),
  );
  for (const claim of claims) {
    if (claim.status !== 'accepted' || claim.subject !== 'self') continue;
    const numbers = byPath.get(claim.card);
    if (numbers === undefined) continue;
    // What a leaderboard gives under this very model's name was measured on it, even where another scores the same.
    if (claim.origin_url !== null) {
      if (namesModel(claim.origin_url, numbers.card.identity.id)) continue;
      numbers.origins.add(claim.origin_url);
    }
    const key = [claim.benchmark, claim.metric, (claim.score ?? claim.value).toPrecision(8)].join('\n');
    const kind = isTelling(claim) ? numbers.claims : numbers.plain;
    const list = kind.get(key);
    if (list === undefined) kind.set(key, [claim]);
    else list.push(claim);
  }
  return [...byPath.values()]
    .filter((numbers) => numbers.claims.size >= FEWEST_SHARED)
    .sort((a, b) => compareText(a.card.path, b.card.path));
}

/** Cards that have enough numbers in common, found through the numbers: O(numbers), not O(cards²). */
function pairsOf(cards: readonly Numbers[]): { a: Numbers; b: Numbers; shared: string[] }[] {
  const index = new Map<string, number[]>();
  for (const [place, { claims }] of cards.entries()) {
    for (const key of claims.keys()) {
      const places = index.get(key);
      if (places === undefined) index.set(key, [place]);
      else places.push(place);
    }
  }
  const shared = new Map<number, string[]>();
  for (const [key, places] of index) {
    if (places.length > MOST_CARDS) continue;
    for (const [count, first] of places.entries()) {
      for (const second of places.slice(count + 1)) {
        const pair = first * cards.length + second;
        const keys = shared.get(pair);
        if (keys === undefined) shared.set(pair, [key]);
        else keys.push(key);
      }
    }
  }
  return [...shared]
    .filter(([, keys]) => keys.length >= FEWEST_SHARED)
    .map(([pair, keys]) => ({
      a: cards[Math.floor(pair / cards.length)] as Numbers,
      b: cards[pair % cards.length] as Numbers,
      shared: keys.sort(compareText),
    }));
}

/** A known source before an unknown one, the surest first; then the one with most in common and least besides. */
function bestOf(candidates: readonly Candidate[]): Candidate {
  const [best] = candidates.toSorted((x, y) =>
    firstDifference(
      (x.direction?.order ?? Number.MAX_SAFE_INTEGER) - (y.direction?.order ?? Number.MAX_SAFE_INTEGER),
      y.shared.length - x.shared.length,
      x.other.claims.size - y.other.claims.size,
      compareText(x.other.card.identity.id, y.other.card.identity.id),
    ),
  );
  return best as Candidate;
}

function copyOf({ copy, other, shared, direction }: Candidate, resultOf: ReadonlyMap<string, Result>): Copy {
  const model = copy.card.identity.id;
  // Where most is repeated, so are the numbers that tell nothing by themselves.
  const plain = [...copy.plain].flatMap(([key, claims]) => (other.plain.has(key) ? claims : []));
  const claims = [...shared.flatMap((key) => copy.claims.get(key) ?? []), ...plain].map(claimId);
  // A result that anybody else vouches for, or a leaderboard measured, is the model's own in spite of all.
  const repeated = new Set(claims);
  const results = claims.flatMap((id) => {
    const result = resultOf.get(id);
    return result?.model === model && repeated.has(result.claims[0] ?? '') ? [result.id] : [];
  });
  return {
    model,
    source: direction?.source ?? null,
    like: other.card.identity.id,
    shared: shared.length,
    of: copy.claims.size,
    because: direction?.because ?? null,
    results: direction === null ? [] : [...new Set(results)].sort(compareText),
    claims: claims.sort(compareText),
  };
}

/** Sources that lead back to where they began say nothing: one of the ring is the source, and nobody knows which. */
function withoutRings(copies: readonly Copy[]): Copy[] {
  const sources = new Map(copies.map((copy) => [copy.model, copy.source]));
  const inRing = (start: string): boolean => {
    let at = sources.get(start) ?? null;
    for (let steps = 0; at !== null && steps < sources.size; steps++) {
      if (at === start) return true;
      at = sources.get(at) ?? null;
    }
    return false;
  };
  return copies.map((copy) =>
    inRing(copy.model) ? { ...copy, source: null, because: null, results: [] } : copy,
  );
}
