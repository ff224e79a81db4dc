/** Lists who is who for a person to review: every identity with its names, and the pairs that may be one model. */
import type { CardReading } from '../core/card.ts';
import { claimPlaceFile, compareClaims, nameOfModel } from '../core/claim.ts';
import { compareText } from '../core/compare.ts';
import { tidy } from '../core/fold.ts';
import type {
  DoubtfulPair,
  IdentityName,
  ModelIdentity,
  NamedModel,
  NamePlace,
} from '../core/model-identity.ts';
import { keyOfParts, type ModelNameParts, partsOfModelName } from './model-name-parts.ts';
import type { ModelNames } from './model-names.ts';

const MOST_PLACES = 10;
/** A name that so many models come near to is no near miss of any of them. */
const MOST_NEAR = 3;

/** Every identity in text order of ids, with the names that others' cards use for it; `cards` in any order. */
export function listIdentities(cards: readonly CardReading[], names: ModelNames): ModelIdentity[] {
  const found = new Map<string, Map<string, Gathered>>();
  for (const card of [...cards].sort((a, b) => compareText(a.path, b.path))) {
    const seen = new Set<string>();
    for (const claim of [...card.claims].sort(compareClaims)) {
      const meaning = names.meaningOf(claim);
      const written = nameOfModel(claim);
      if (meaning === null || written === null) continue;
      const name = tidy(written);
      if (seen.has(name)) continue;
      seen.add(name);
      const { line, column } = claim.source;
      gather(found, meaning, name, { file: claimPlaceFile(claim, card.file), line, column });
    }
  }
  const cardOf = new Map(cards.map((card) => [card.identity.id, card.file]));
  return names.ids.map((id) => ({
    id,
    card: cardOf.get(id) ?? null,
    names: [...(found.get(id)?.values() ?? [])].sort(
      (a, b) =>
        compareText(a.name, b.name) || b.confidence - a.confidence || compareText(a.because, b.because),
    ),
  }));
}

interface Gathered extends IdentityName {
  readonly places: NamePlace[];
  cards: number;
}

function gather(
  found: Map<string, Map<string, Gathered>>,
  { id, by, confidence, because }: NamedModel,
  name: string,
  place: NamePlace,
): void {
  const names = found.get(id) ?? new Map<string, Gathered>();
  found.set(id, names);
  const key = `${name}\u0000${because}`;
  const known = names.get(key);
  if (known === undefined) names.set(key, { name, by, confidence, because, places: [place], cards: 1 });
  else {
    known.cards += 1;
    if (known.places.length < MOST_PLACES) known.places.push(place);
  }
}

/** A looser reading of a name, and what it leaves out. */
const LOOSER: readonly {
  readonly because: string;
  readonly parts: (parts: ModelNameParts) => ModelNameParts;
}[] = [
  { because: 'one has an owner, the other none', parts: (parts) => parts },
  {
    because: 'one says "base", the other nothing',
    parts: (parts) => ({ ...parts, variants: parts.variants.filter((variant) => variant !== 'base') }),
  },
  {
    because: 'one names its number format, the other none',
    parts: (parts) => ({
      ...parts,
      formats: parts.formats.filter((format) => !/^(?:b?fp?16|f?p?32)$/.test(format)),
    }),
  },
  { because: 'one names its size, the other none', parts: (parts) => ({ ...parts, sizes: [] }) },
  { because: 'one names a snapshot, the other none', parts: (parts) => ({ ...parts, snapshots: [] }) },
  {
    // Another whole number is another generation.
    because: 'one names its version, the other none',
    parts: (parts) => ({ ...parts, family: parts.family.replace(/ ?(?:\d+(?:\.\d+)+|1)$/, '') }),
  },
];

/**
 * Pairs of identities that were kept apart although their names come near: at least one of each has no card of its
 * own, and not both have an owner, so that a name in a table may mean the other. Found by index, in text order.
 */
export function doubtfulPairs(identities: readonly Pick<ModelIdentity, 'id' | 'card'>[]): DoubtfulPair[] {
  const parsed = identities
    .filter(({ id }) => !id.includes('∕'))
    .map(({ id, card }) => ({ id, isCard: card !== null, parts: partsOfModelName(id) }))
    .filter(({ parts }) => keyOfParts(parts) !== null);
  const pairs = new Map<string, DoubtfulPair>();
  for (const { because, parts: looser } of LOOSER) {
    const buckets = new Map<string, typeof parsed>();
    for (const model of parsed) {
      const key = keyOfParts(looser(model.parts));
      if (key === null) continue;
      const bucket = buckets.get(key);
      if (bucket) bucket.push(model);
      else buckets.set(key, [model]);
    }
    for (const [key, bucket] of buckets) {
      // The name that says no more than the bucket, beside each that says more.
      const bare = bucket.filter(({ parts }) => keyOfParts(parts) === key);
      const near = bare.flatMap((a) =>
        bucket
          .filter(
            (b) =>
              b.id !== a.id && !(a.isCard && b.isCard) && (a.parts.owner === null || b.parts.owner === null),
          )
          .map((b) => [a, b] as const),
      );
      if (bucket.length > MOST_NEAR + 1) continue;
      for (const [a, b] of near) {
        const models = [a.id, b.id].sort(compareText) as [string, string];
        const pair = models.join('\u0000');
        if (!pairs.has(pair)) pairs.set(pair, { models, because });
      }
    }
  }
  return [...pairs.values()].sort(
    (a, b) => compareText(a.models[0], b.models[0]) || compareText(a.models[1], b.models[1]),
  );
}
