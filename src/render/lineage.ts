/** Where a model comes from and what is made from it, as a small tree. */
import { compareNames } from '../core/compare.ts';
import type { Model } from '../core/result.ts';
import type { Here, Site } from './frame.ts';
import { hubModel } from './links.ts';
import { sizeWord, typeWord } from './words.ts';

/** Ancestors beyond this are left out. */
const MOST_ANCESTORS = 8;
/** Children of the model itself, and of each of its children. */
const MOST_CHILDREN = 24;
const MOST_GRANDCHILDREN = 6;

export interface ModelLink {
  readonly label: string;
  /** The empty string where there is neither a page here nor one on the Hub. */
  readonly href: string;
  readonly external: boolean;
}

export interface LineageNode extends ModelLink {
  /** The page's own model. */
  readonly own: boolean;
  /** How it was made from the model above, and its size: "quantized · 7B". */
  readonly facts: string;
  /** The other models that it was made from: all of a tree's first, all but the one above of others. */
  readonly from: readonly ModelLink[];
  /** "from" or "also from". */
  readonly fromWord: string;
  /** "and 12 more", or the empty string. */
  readonly more: string;
  readonly children: readonly LineageNode[];
}

/** A link to a model's page here, else to the Hub. */
export function linkToModel(site: Site, here: Here, id: string): ModelLink {
  const known = site.index.models.has(id);
  return {
    label: id,
    href: known ? here.to(site.context.urls.model(id)) : (hubModel(id) ?? ''),
    external: !known,
  };
}

/**
 * The tree from the oldest known ancestor down to what is made from the model; null where it would show no more than
 * the base models that the page names anyway. A model made from several ends the way up: they stand beside it. Rings
 * of base models are cut where they close.
 */
export function lineageView(site: Site, here: Here, model: Model): LineageNode | null {
  const { models, childrenOfModel } = site.index;
  const line = [model.id];
  let oldest: Model | undefined = model;
  while (oldest?.parents.length === 1 && line.length <= MOST_ANCESTORS) {
    const [parent] = oldest.parents as [string];
    if (line.includes(parent)) break;
    line.unshift(parent);
    oldest = models.get(parent);
  }
  const isKnown = model.parents.some((parent) => parent !== model.id && models.has(parent));
  if (!isKnown && !childrenOfModel.get(model.id)?.some(({ id }) => id !== model.id)) return null;
  const shown = new Set(line);
  const node = (
    id: string,
    above: string | null,
    children: readonly LineageNode[],
    left: number,
  ): LineageNode => ({
    ...linkToModel(site, here, id),
    own: id === model.id,
    facts: factsOf(site, models.get(id), above),
    from: (models.get(id)?.parents ?? [])
      .filter((parent) => parent !== above && (above !== null || !line.includes(parent)))
      .map((parent) => linkToModel(site, here, parent)),
    fromWord: site.t(above === null ? 'lineage.from' : 'lineage.also-from'),
    more: left === 0 ? '' : site.t('lineage.more', { count: left }),
    children,
  });
  const madeFrom = (id: string, most: number, deeper: boolean): [LineageNode[], number] => {
    const children = (childrenOfModel.get(id) ?? []).filter((child) => !shown.has(child.id));
    const kept = [...children].sort(inOrder).slice(0, most);
    for (const child of kept) shown.add(child.id);
    const nodes = kept.map((child) => {
      const [below, left] = deeper ? madeFrom(child.id, MOST_GRANDCHILDREN, false) : [[], 0];
      return node(child.id, id, below, left);
    });
    return [nodes, children.length - kept.length];
  };
  const [children, left] = madeFrom(model.id, MOST_CHILDREN, true);
  const [top, ...rest] = line.map((id, index) => ({
    id,
    above: index === 0 ? null : (line[index - 1] as string),
  }));
  const build = (at: { id: string; above: string | null }, below: typeof rest): LineageNode => {
    const [next, ...others] = below;
    return next === undefined
      ? node(at.id, at.above, children, left)
      : node(at.id, at.above, [build(next, others)], 0);
  };
  return build(top as { id: string; above: null }, rest);
}

/** Further training first, what only packs a model last; then by name. */
function inOrder(a: Model, b: Model): number {
  return TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || compareNames(a.id, b.id);
}

const TYPES: readonly Model['type'][] = [
  'pretrained',
  'continuously pretrained',
  'fine-tuned',
  'chat',
  'merge',
  'adapter',
  'quantized',
  'unknown',
];

function factsOf(site: Site, model: Model | undefined, above: string | null): string {
  if (model === undefined) return '';
  const type = typeWord(site.t, model.type);
  const made = above !== null && model.type === 'unknown' ? site.t('lineage.made') : type;
  return [made, sizeWord(model)].filter((word) => word !== '').join(' · ');
}
