/** Reads what one card says of the models it names: which page a name links to, and what its own model is made from. */
import type { CardReading } from '../core/card.ts';
import { nameOfModel } from '../core/claim.ts';
import { tidy } from '../core/fold.ts';
import { HUB_MODEL } from '../core/hub-links.ts';
import { contradict, foldName, hubIdOf, partsOfModelName } from './model-name-parts.ts';

export interface CardReferences {
  /** The hub id that the card's links, or brackets in the name itself, give this name; null where they give none or two. */
  linkOf(name: string): string | null;
  /** The hub id among the card's base models that has this name; null where none or two have it. */
  baseOf(name: string): string | null;
  /** The one base model of a card that is no merge, or null. */
  readonly onlyBase: string | null;
}

/** Links of a rendered card to a model's page. */
const MODEL_LINK = new RegExp(
  String.raw`<a href="https?:\/\/${HUB_MODEL}(?:\/(?:tree\/main\/?)?)?"[^>]*>([^<]{1,200}|<(code|strong|em|b)>[^<]{1,200}<\/\3>)<\/a>`,
  'g',
);

const BRACKETED = /[([]([\w.-]{1,96}\/[\w.-]{1,96})[)\]]/g;

/** `keyOf` gives the key of a name; it may remember. */
export function referencesOf(card: CardReading, keyOf: (name: string) => string | null): CardReferences {
  const written = new Set(
    card.claims.map((claim) => {
      const name = nameOfModel(claim);
      return name === null ? null : keyOf(tidy(name));
    }),
  );
  const links = linksOf(card.html, written, keyOf);
  const bases = new Map<string, string | null>();
  const baseModels = card.metadata.baseModels.filter((id) => hubIdOf(id) !== null);
  for (const id of baseModels) {
    const name = id.slice(id.indexOf('/') + 1);
    remember(bases, foldName(name), id);
    const key = keyOf(name);
    if (key !== null) remember(bases, key, id);
  }
  return {
    linkOf(name) {
      const written = [...new Set([...name.matchAll(BRACKETED)].map(([, id]) => id as string))];
      const id = written.length === 1 ? (written[0] as string) : (links.get(foldName(name)) ?? null);
      if (id === null) return null;
      const bare = written.length === 1 ? name.replace(BRACKETED, ' ') : name;
      // A link below another row's name is a slip of copying.
      return isSlip(bare, id) ? null : id;
    },
    baseOf: (name) => bases.get(foldName(name)) ?? bases.get(keyOf(name) ?? '') ?? null,
    onlyBase:
      card.metadata.baseModels.length === 1 && card.metadata.baseModelRelation !== 'merge'
        ? (baseModels[0] ?? null)
        : null,
  };
}

/** The names that links stand on, folded, with the one id that each leads to; null where they lead to several. */
function linksOf(
  html: string,
  written: ReadonlySet<string | null>,
  keyOf: (name: string) => string | null,
): Map<string, string | null> {
  const links = new Map<string, string | null>();
  if (!html.includes('huggingface.co/') && !html.includes('hf.co/')) return links;
  const names = new Map<string, Set<string>>();
  for (const [, id, text] of html.matchAll(MODEL_LINK)) {
    const name = plainText(text as string);
    if (foldName(name) === '') continue;
    remember(links, foldName(name), id as string);
    names.set(id as string, (names.get(id as string) ?? new Set()).add(name));
  }
  // A page whose own name stands in the card too, linked or in a table, is not that of another name: a slip of copying.
  for (const [id, linking] of names) {
    const own = keyOf(id);
    const isOwn = (name: string) => keyOf(name) === own;
    if (own !== null && (written.has(own) || [...linking].some(isOwn)))
      for (const name of linking) if (!isOwn(name)) links.delete(foldName(name));
  }
  return links;
}

function remember(map: Map<string, string | null>, key: string, id: string): void {
  const known = map.get(key);
  map.set(key, known === undefined || known === id ? id : null);
}

const SIZE_WORD = /^(?:tiny|mini|small|medium|base|large|huge|xl|xxl)$/;

/** True where a name and the id that it leads to say different things, or the page has files in another number format. */
function isSlip(name: string, id: string): boolean {
  const [ours, theirs] = [partsOfModelName(name), partsOfModelName(id)];
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => SIZE_WORD.test(word));
  const [small, large] = [words(name), words(id.slice(id.indexOf('/') + 1))];
  return (
    contradict(ours, theirs) ||
    ours.formats.join(' ') !== theirs.formats.join(' ') ||
    (small.length > 0 && large.length > 0 && !small.some((word) => large.includes(word)))
  );
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
