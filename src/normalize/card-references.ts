/** Reads what one card says of the models it names: which page a name links to, and what its own model is made from. */
import type { CardReading } from '../core/card.ts';

import { contradict, foldName, hubIdOf, partsOfModelName } from './model-name-parts.ts';

export interface CardReferences {
  /** The hub id that the card's links, or brackets in the name itself, give this name; null where they give none or two. */
  linkOf(name: string): string | null;
  /** The hub id among the card's base models that has this name; null where none or two have it. */
  baseOf(name: string): string | null;
  /** The one base model of a card that is no merge, or null. */
  readonly onlyBase: string | null;
}

/** Links of a rendered card to a model's page; data sets, spaces and the like have a first part of their own. */
const MODEL_LINK =
  /<a href="https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!(?:datasets|spaces|papers|docs|collections|blog|models|organizations|join)\/)([\w.-]{1,96}\/[\w.-]{1,96})(?:\/(?:tree\/main\/?)?)?"[^>]*>([^<]{1,200}|<(code|strong|em|b)>[^<]{1,200}<\/\3>)<\/a>/g;

const BRACKETED = /[([]([\w.-]{1,96}\/[\w.-]{1,96})[)\]]/g;

/** `keyOf` gives the key of a name; it may remember. */
export function referencesOf(card: CardReading, keyOf: (name: string) => string | null): CardReferences {
  const links = new Map<string, string | null>();
  const bases = new Map<string, string | null>();
  const remember = (map: Map<string, string | null>, key: string | null, id: string) => {
    if (key === null || key === '') return;
    const known = map.get(key);
    map.set(key, known === undefined || known === id ? id : null);
  };
  if (card.html.includes('huggingface.co/') || card.html.includes('hf.co/'))
    for (const [, id, text] of card.html.matchAll(MODEL_LINK))
      remember(links, foldName(plainText(text as string)), id as string);
  const baseModels = card.metadata.baseModels.filter((id) => hubIdOf(id) !== null);
  for (const id of baseModels) {
    const name = id.slice(id.indexOf('/') + 1);
    remember(bases, foldName(name), id);
    remember(bases, keyOf(name), id);
  }
  return {
    linkOf(name) {
      const written = [...new Set([...name.matchAll(BRACKETED)].map(([, id]) => id as string))];
      const id = written.length === 1 ? (written[0] as string) : (links.get(foldName(name)) ?? null);
      if (id === null) return null;
      const bare = written.length === 1 ? name.replace(BRACKETED, ' ') : name;
      // A link below another row's name is a slip of copying.
      return contradict(partsOfModelName(bare), partsOfModelName(id)) ? null : id;
    },
    baseOf: (name) => bases.get(foldName(name)) ?? bases.get(keyOf(name) ?? '') ?? null,
    onlyBase:
      card.metadata.baseModels.length === 1 && card.metadata.baseModelRelation !== 'merge'
        ? (baseModels[0] ?? null)
        : null,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x26': '&',
  '#x3C': '<',
};

function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (entity, name) => ENTITIES[name] ?? entity);
}
