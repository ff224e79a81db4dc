/** Gives every model that cards speak of one id, merging only what is certainly the same. */
import type { CardReading } from '../core/card.ts';
import { type Claim, nameOfModel } from '../core/claim.ts';
import { compareText } from '../core/compare.ts';
import { foldCase, tidy } from '../core/fold.ts';
import type { NamedModel } from '../core/model-identity.ts';
import { type CardReferences, referencesOf } from './card-references.ts';
import { indexKnownModels, type KnownModels } from './known-models.ts';
import { foldName, hubIdOf, keyReader } from './model-name-parts.ts';

/** Names that mean something else in every card: they stay with the card that uses them. */
const GENERIC =
  /^(?:human|humans|human expert|random|random baseline|random guess|chance|majority|majority class|baseline|base|base model|original|teacher|student|previous sota|prior sota|sota|state of the art|state-of-the-art|default|other|others|fine-?tuned|finetuned|pretrained|teacher model|student model|full|small|medium|large|tiny|before|after|reference|oracle|float|fp16|fp32|bf16|int8|int4|q4|q8)\b/i;

/** What a card calls the model that its own is made from. */
const OWN_BASE = /^(?:the )?(?:base|base model|original|original model)$/i;

export interface ModelNames {
  /** The id for a claim's model. */
  idOf(claim: Claim): string;
  /** The same with the reason; null for a claim on the card's own model. */
  meaningOf(claim: Claim): NamedModel | null;
  /** The id of a base model or another hub id that a card gives, as it is spelled here. */
  idOfHub(id: string): string;
  /** Every name used for an id, sorted. */
  namesOf(id: string): readonly string[];
  /** All ids, sorted. */
  readonly ids: readonly string[];
  /** Ids of cards. */
  readonly cardIds: readonly string[];
  /** True where a card is about the model, letter case aside. */
  hasCard(id: string): boolean;
  /** Names of `aliases` that no card writes, sorted. */
  readonly unusedAliases: readonly string[];
}

/** A name that means no known model: it shares a page with the names of its group. */
interface Alone {
  readonly group: string;
  readonly because: string;
}

type Mention = { readonly card: CardReading; readonly name: string };

/**
 * `cards` in any order; the outcome is the same for every order. `aliases` of the config settle what cannot be known:
 * name as written → id.
 */
export function nameModels(
  cards: readonly CardReading[],
  aliases: Readonly<Record<string, string>>,
): ModelNames {
  const alias = new Map(Object.entries(aliases).map(([name, id]) => [foldName(name), { name, id }]));
  const keyOf = keyReader();
  const mentions = new Map<string, Mention>();
  for (const card of cards) {
    for (const claim of card.claims) {
      const written = nameOfModel(claim);
      if (claim.subject === 'self' || written === null) continue;
      const name = tidy(written);
      mentions.set(mentionKey(card.path, name), { card, name });
    }
  }
  const references = new Map<string, CardReferences>();
  for (const { card } of mentions.values())
    if (!references.has(card.path)) references.set(card.path, referencesOf(card, keyOf));
  const known = indexKnownModels(
    cards.map((card) => card.identity.id),
    hubIdsOf(cards, mentions.values(), references, Object.values(aliases)),
    keyOf,
  );
  const usedAliases = new Set<string>();
  const split = namesToldApart(cards, keyOf);
  const meanings = new Map<string, NamedModel>();
  const alone = new Map<string, { mention: Mention; alone: Alone }>();
  for (const [key, mention] of mentions) {
    const { card, name } = mention;
    const aliased = alias.get(foldName(name));
    if (aliased) {
      usedAliases.add(aliased.name);
      const id = known.spelling(aliased.id) ?? aliased.id;
      meanings.set(key, named(id, 'alias', 1, `the config's aliases say so`));
      continue;
    }
    const said = references.get(card.path) as CardReferences;
    const found = meaningOfName(name, card, { said, known, split, keyOf });
    if ('group' in found) alone.set(key, { mention, alone: found });
    else meanings.set(key, found);
  }
  nameTheRest(alone, meanings);
  return collect(
    cards,
    meanings,
    known,
    [...alias.values()]
      .filter(({ name }) => !usedAliases.has(name))
      .map(({ name }) => name)
      .sort(compareText),
  );
}

const mentionKey = (card: string, name: string) => `${card}\u0000${name}`;

const named = (id: string, by: NamedModel['by'], confidence: number, because: string): NamedModel => ({
  id,
  by,
  confidence,
  because,
});

/** One name in one card: a known model, or alone. */
function meaningOfName(
  name: string,
  card: CardReading,
  {
    said,
    known,
    split,
    keyOf,
  }: {
    readonly said: CardReferences;
    readonly known: KnownModels;
    readonly split: ReadonlySet<string>;
    readonly keyOf: (name: string) => string | null;
  },
): NamedModel | Alone {
  const own = card.identity.id;
  const spelled = (id: string) => known.spelling(id) ?? id;
  const hub = hubIdOf(name);
  if (GENERIC.test(name) && !name.includes('/')) {
    if (OWN_BASE.test(name) && said.onlyBase !== null)
      return named(spelled(said.onlyBase), 'base-model', 0.85, `the card's base_model is ${said.onlyBase}`);
    return named(
      `${name} (${own.replaceAll('/', '∕')})`,
      'own-card',
      1,
      'the name means something else in every card',
    );
  }
  const exact = known.spelling(name);
  if (exact !== undefined) return named(exact, 'id', 1, hub ? 'the id itself' : 'the id of a card');
  if (hub) return named(name, 'id', 1, 'the id itself');
  const linked = said.linkOf(name);
  if (linked !== null) return named(spelled(linked), 'link', 0.97, `the card says that it is ${linked}`);
  const base = said.baseOf(name);
  if (base !== null && foldCase(base) !== foldCase(own))
    return named(spelled(base), 'base-model', 0.95, `the card's base_model has this name`);
  const key = keyOf(name);
  const isSplit = key !== null && split.has(key);
  const byName = known.byName(name);
  const stages = isSplit ? [byName] : [byName, known.byParts(name)];
  for (const [stage, { ids }] of stages.entries()) {
    const [id, another] = ids;
    if (id === undefined) continue;
    if (another !== undefined)
      return { group: groupOf(name, key, isSplit), because: `${ids.length} models have this name` };
    if (id === own) break;
    return stage === 0
      ? named(id, 'name', 0.95, 'the same name, case and separators aside')
      : named(id, 'parts', 0.9, 'the same family, version, size, variant and format');
  }
  return {
    group: groupOf(name, key, isSplit),
    because: byName.others.length > 0 ? 'uploaded by others only' : 'no card is about it',
  };
}

function groupOf(name: string, key: string | null, isSplit: boolean): string {
  return key === null || isSplit ? `name ${foldName(name)}` : `parts ${key}`;
}

/** Names that stand alone get one page a group, under the spelling that most cards use. */
function nameTheRest(
  alone: ReadonlyMap<string, { mention: Mention; alone: Alone }>,
  meanings: Map<string, NamedModel>,
): void {
  const spellings = new Map<string, Map<string, number>>();
  for (const {
    mention,
    alone: { group },
  } of alone.values()) {
    const counts = spellings.get(group) ?? new Map<string, number>();
    counts.set(mention.name, (counts.get(mention.name) ?? 0) + 1);
    spellings.set(group, counts);
  }
  for (const [
    key,
    {
      mention,
      alone: { group, because },
    },
  ] of alone) {
    const [[usual] = ['']] = [...(spellings.get(group) as Map<string, number>)].sort(
      ([a, many], [b, more]) => more - many || compareText(a, b),
    );
    const id = usual.replaceAll('/', '∕');
    const isUsual = mention.name === usual;
    const sameName = foldName(mention.name) === foldName(usual);
    meanings.set(
      key,
      isUsual
        ? named(id, 'own-page', 1, because)
        : sameName
          ? named(id, 'name', 0.9, 'the same name, case and separators aside')
          : named(id, 'parts', 0.85, 'the same family, version, size, variant and format'),
    );
  }
}

/**
 * Keys of names that some table tells apart: where it has rows for two spellings of what looks like one model, they
 * are two, and the parts of a name are no evidence.
 */
function namesToldApart(
  cards: readonly CardReading[],
  keyOf: (name: string) => string | null,
): ReadonlySet<string> {
  const apart = new Set<string>();
  for (const card of cards) {
    const seen = new Map<string, string>();
    for (const claim of card.claims) {
      const written = nameOfModel(claim);
      if (claim.subject === 'self' || written === null) continue;
      const name = foldName(written);
      const where = `${claim.group}\u0000${name}`;
      if (seen.has(where)) continue;
      seen.set(where, name);
      const key = keyOf(written);
      if (key === null) continue;
      const place = `${claim.group}\u0001${key}`;
      const other = seen.get(place);
      if (other === undefined) seen.set(place, name);
      else if (other !== name) apart.add(key);
    }
  }
  return apart;
}

function* hubIdsOf(
  cards: readonly CardReading[],
  mentions: Iterable<Mention>,
  references: ReadonlyMap<string, CardReferences>,
  aliased: readonly string[],
): Iterable<string> {
  for (const { card, name } of mentions) {
    const id = hubIdOf(name) ? name : references.get(card.path)?.linkOf(name);
    if (id) yield id;
  }
  for (const card of cards) for (const id of card.metadata.baseModels) if (hubIdOf(id)) yield id;
  for (const id of aliased) if (hubIdOf(id)) yield id;
}

function collect(
  cards: readonly CardReading[],
  meanings: ReadonlyMap<string, NamedModel>,
  known: KnownModels,
  unusedAliases: readonly string[],
): ModelNames {
  const idOfCard = new Map(cards.map((card) => [card.path, card.identity.id]));
  const folded = new Set([...idOfCard.values()].map(foldCase));
  const names = new Map<string, Set<string>>();
  const remember = (id: string, name: string) => {
    const set = names.get(id);
    if (set) set.add(name);
    else names.set(id, new Set([name]));
  };
  for (const card of cards) {
    for (const name of card.identity.names) remember(card.identity.id, name);
    for (const claim of card.claims) {
      const name = claim.subject === 'self' ? nameOfModel(claim) : null;
      if (name !== null) remember(card.identity.id, tidy(name));
    }
  }
  for (const [key, { id }] of meanings) remember(id, key.slice(key.indexOf('\u0000') + 1));
  const meaningOf = (claim: Claim): NamedModel | null => {
    const name = claim.subject === 'self' ? null : nameOfModel(claim);
    return name === null ? null : (meanings.get(mentionKey(claim.card, tidy(name))) ?? null);
  };
  const ids = new Set([
    ...cards.map((card) => card.identity.id),
    ...[...meanings.values()].map(({ id }) => id),
  ]);
  return {
    meaningOf,
    idOf: (claim) => meaningOf(claim)?.id ?? idOfCard.get(claim.card) ?? claim.card,
    idOfHub: (id) => known.spelling(id) ?? id,
    ids: [...ids].sort(compareText),
    namesOf: (id) => [...(names.get(id) ?? [])].sort(compareText),
    cardIds: [...idOfCard.values()],
    hasCard: (id) => folded.has(foldCase(id)),
    unusedAliases,
  };
}
