/** The page that compares any models, and the ready-made comparisons of models with what they were made from. */

import { compareText } from '../core/compare.ts';
import { comparedQuery } from '../core/comparison/compare-address.ts';
import { type Comparison, compareModels } from '../core/comparison/compare-models.ts';
import { comparisonHtml } from '../core/comparison/comparison-html.ts';
import { MOST_COMPARED } from '../core/comparison/model.ts';
import type { Model } from '../core/result.ts';
import { COMPARE_LIST, compareModel } from './compare-model.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';

/** Where the page stands. */
export const COMPARE_ADDRESS = 'compare/';

/** Fewer results in common make no page. */
const FEWEST_SHARED = 3;

/** Pages that are made at most: those with the most results in common. */
const MOST_PAGES = 1000;

/** Of these, so many are listed. */
const MOST_LISTED = 60;

/** A model beside the models that it was made from. */
export interface Pair {
  readonly model: Model;
  readonly bases: readonly Model[];
  /** Results that the model has in common with any of them. */
  readonly shared: number;
}

/** Found once for all pages of a site. */
const PAIRS = new WeakMap<Site['data'], ReadonlyMap<string, Pair>>();

/** The ready-made comparisons by the model's id, those with the most results in common first. */
export function pairs(site: Site): ReadonlyMap<string, Pair> {
  const known = PAIRS.get(site.data);
  if (known !== undefined) return known;
  const found = site.data.models
    .flatMap((model) => pairOf(site, model) ?? [])
    .sort((a, b) => b.shared - a.shared || compareText(a.model.id, b.model.id))
    .slice(0, MOST_PAGES);
  const made = new Map(found.map((pair) => [pair.model.id, pair]));
  PAIRS.set(site.data, made);
  return made;
}

function pairOf(site: Site, model: Model): Pair | null {
  if (model.parents.length === 0 || !site.index.resultsOfModel.has(model.id)) return null;
  const keysOf = (id: string) =>
    new Set(
      (site.index.resultsOfModel.get(id) ?? []).map((result) =>
        JSON.stringify([result.benchmark, result.metric, result.shots, result.setting, result.split]),
      ),
    );
  const own = keysOf(model.id);
  const all = new Set<string>();
  const bases = model.parents
    .flatMap((id) => {
      const base = site.index.models.get(id);
      const shared =
        base === undefined || id === model.id ? [] : [...keysOf(id)].filter((key) => own.has(key));
      if (base === undefined || shared.length < FEWEST_SHARED) return [];
      for (const key of shared) all.add(key);
      return [base];
    })
    .slice(0, MOST_COMPARED - 1);
  return bases.length === 0 ? null : { model, bases, shared: all.size };
}

/** Where a ready-made comparison stands. */
export function pairAddress(site: Site, model: string): string {
  return site.context.urls.model(model).replace(/^models\//, COMPARE_ADDRESS);
}

/** The way to the comparison of a model with what it was made from; the empty string where there is none. */
export function pairLink(site: Site, here: Here, model: string): string {
  return pairs(site).has(model) ? here.to(pairAddress(site, model)) : '';
}

/** The way to a comparison that the reader may change, of these models. */
export function compareLink(here: Here, ids: readonly string[]): string {
  return here.to(COMPARE_ADDRESS) + comparedQuery(ids);
}

export interface CompareView extends Framed {
  /** The way to the site's root, and from there to the list of models. */
  readonly root: string;
  readonly list: string;
  readonly script: string;
  readonly pairs: readonly { readonly label: string; readonly href: string; readonly counts: string }[];
  readonly more: string;
}

/** The view of the page that compares any models. */
export function compareView(site: Site, here: Here): CompareView {
  const { t } = site;
  const all = [...pairs(site).values()];
  return {
    frame: frame(site, here, t('compare.title'), t('compare.description')),
    root: here.to(''),
    list: COMPARE_LIST,
    script: here.to(site.context.urls.asset('compare.js')),
    pairs: all.slice(0, MOST_LISTED).map(({ model, bases, shared }) => ({
      label: [model.name, ...bases.map(({ name }) => name)].join(' · '),
      href: here.to(pairAddress(site, model.id)),
      counts: t('compare.pair-counts', { count: shared }),
    })),
    more: all.length > MOST_LISTED ? t('compare.more-pairs', { count: all.length - MOST_LISTED }) : '',
  };
}

export interface PairView extends Framed {
  readonly title: string;
  readonly description: string;
  /** To the page where models can be chosen, with these chosen. */
  readonly change: string;
  readonly model: { readonly label: string; readonly href: string };
  /** Markup that is made alike in the browser. */
  readonly comparison: string;
}

/** The view of a ready-made comparison. */
export function pairView(site: Site, here: Here, pair: Pair): PairView {
  const { t } = site;
  const { language, urls } = site.context;
  // Beside its one base, differences say what was gained and lost since; of several bases each is held against it.
  const models = pair.bases.length === 1 ? [...pair.bases, pair.model] : [pair.model, ...pair.bases];
  const comparison: Comparison = compareModels(models.map((model) => compareModel(site, model)));
  const title = t('compare.pair', { model: pair.model.name, count: pair.bases.length });
  const description = t('compare.pair-description', {
    model: pair.model.id,
    bases: pair.bases.map(({ id }) => id).join(', '),
  });
  return {
    frame: frame(site, here, title, description),
    title,
    description,
    change: compareLink(
      here,
      models.map(({ id }) => id),
    ),
    model: {
      label: t('compare.to-model', { model: pair.model.name }),
      href: here.to(urls.model(pair.model.id)),
    },
    comparison: comparisonHtml(comparison, { language, to: (address) => here.to(address) }),
  };
}
