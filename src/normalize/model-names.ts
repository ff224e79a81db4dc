/** Gives every model that cards speak of one id, merging only what is certainly the same. */
import type { CardReading } from '../core/card.ts';
import type { Claim } from '../core/claim.ts';
import { compareText } from '../core/compare.ts';
import { foldCase, foldSeparators, tidy } from '../core/fold.ts';

/** Names that mean something else in every card: they stay with the card that uses them. */
const GENERIC =
  /^(?:human|humans|human expert|random|random baseline|random guess|chance|majority|majority class|baseline|base|base model|original|teacher|student|previous sota|prior sota|sota|state of the art|state-of-the-art|default|other|others|fine-?tuned|finetuned|pretrained|teacher model|student model|full|small|medium|large|tiny|before|after|reference|oracle|float|fp16|fp32|bf16|int8|int4|q4|q8)\b/i;

export interface ModelNames {
  /** The id for a claim's model. */
  idOf(claim: Claim): string;
  /** Every name used for an id, sorted. */
  namesOf(id: string): readonly string[];
  /** All ids, sorted. */
  readonly ids: readonly string[];
}

/** `aliases` of the config settle what cannot be known: name as written → id. */
export function nameModels(
  cards: readonly CardReading[],
  aliases: Readonly<Record<string, string>>,
): ModelNames {
  const alias = new Map(Object.entries(aliases).map(([name, id]) => [foldSeparators(name), id]));
  const cardIds = new Map<string, string>();
  const byName = new Map<string, string | null>();
  for (const card of cards) {
    const { id, name } = card.identity;
    cardIds.set(foldCase(id), id);
    const key = foldSeparators(name);
    byName.set(key, byName.has(key) && byName.get(key) !== id ? null : id);
  }
  const spelled = new Map<string, Set<string>>();
  for (const card of cards) {
    for (const claim of card.claims) {
      if (claim.subject !== 'other' || claim.model_as_written === null) continue;
      const name = tidy(claim.model_as_written);
      const key = keyOf(name, claim.card, card.identity.id);
      const set = spelled.get(key);
      if (set) set.add(name);
      else spelled.set(key, new Set([name]));
    }
  }
  const idOfCard = new Map(cards.map((card) => [card.path, card.identity.id]));
  const names = new Map<string, Set<string>>();
  const remember = (id: string, name: string) => {
    const set = names.get(id);
    if (set) set.add(name);
    else names.set(id, new Set([name]));
  };
  const resolve = (claim: Claim): string => {
    const own = idOfCard.get(claim.card) ?? claim.card;
    if (claim.subject === 'self' || claim.model_as_written === null) return own;
    const name = tidy(claim.model_as_written);
    const folded = foldSeparators(name);
    const aliased = alias.get(folded);
    if (aliased) return cardIds.get(foldCase(aliased)) ?? aliased;
    if (GENERIC.test(name) && !name.includes('/')) return `${name} (${own.replaceAll('/', '∕')})`;
    const exact = cardIds.get(foldCase(name));
    if (exact) return exact;
    const hub = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*\/[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(name);
    if (!hub) {
      const named = byName.get(folded);
      if (named && named !== own) return named;
    }
    const spellings = spelled.get(keyOf(name, claim.card, own));
    const first = spellings ? ([...spellings].sort(compareText)[0] as string) : name;
    return hub ? first : first.replaceAll('/', '∕');
  };
  const cache = new Map<string, string>();
  const idOf = (claim: Claim): string => {
    const key = `${claim.card}\u0000${claim.subject}\u0000${claim.model_as_written ?? ''}`;
    let id = cache.get(key);
    if (id === undefined) {
      id = resolve(claim);
      cache.set(key, id);
      if (claim.model_as_written !== null) remember(id, tidy(claim.model_as_written));
    }
    return id;
  };
  for (const card of cards) {
    for (const name of card.identity.names) remember(card.identity.id, name);
    for (const claim of card.claims) idOf(claim);
  }
  const ids = [...new Set([...cards.map((card) => card.identity.id), ...cache.values()])].sort(compareText);
  return { idOf, ids, namesOf: (id) => [...(names.get(id) ?? [])].sort(compareText) };
}

function keyOf(name: string, card: string, own: string): string {
  return GENERIC.test(name)
    ? `${card}\u0000${own}\u0000${foldSeparators(name)}`
    : name.includes('/')
      ? foldCase(name)
      : foldSeparators(name);
}
