/** Who reports a benchmark, and how often the reports disagree. */
import { median } from 'd3-array';
import { compareNames, compareText } from '../core/compare.ts';
import type { Result } from '../core/result.ts';
import { type DifferenceView, differenceOf } from './audit-rows.ts';
import type { Here, Site } from './frame.ts';

/** More cards than this are counted. */
const MOST_CARDS = 400;
const MOST_DIFFERENCES = 12;

export interface ReportsView {
  /** "Reported by 61 cards". */
  readonly title: string;
  readonly cards: readonly { readonly name: string; readonly href: string; readonly count: string }[];
  readonly more: string;
}

/** The cards that give a benchmark's results, by the model they are about. */
export function reportsView(site: Site, here: Here, results: readonly Result[]): ReportsView | null {
  const counts = new Map<string, number>();
  for (const result of results) {
    for (const id of result.claims) {
      const card = site.index.claims.get(id)?.card;
      if (card !== undefined) counts.set(card, (counts.get(card) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return null;
  const cards = [...counts].flatMap(([path, count]) => {
    const card = site.index.cards.get(path);
    return card === undefined ? [] : [{ id: card.model, count }];
  });
  cards.sort((a, b) => compareNames(a.id, b.id) || compareText(a.id, b.id));
  const more = cards.length - MOST_CARDS;
  return {
    title: site.t('benchmark.reports.title', { count: counts.size }),
    cards: cards.slice(0, MOST_CARDS).map(({ id, count }) => ({
      name: id,
      href: here.to(site.context.urls.model(id)),
      count: site.context.language.count(count),
    })),
    more: more <= 0 ? '' : site.t('benchmark.reports.more', { count: more }),
  };
}

export interface DifferencesView {
  readonly summary: string;
  readonly rows: readonly DifferenceView[];
  readonly more: string;
}

/** How often results that several claims give differ, and the widest of them; null where none was claimed twice. */
export function differencesView(site: Site, here: Here, results: readonly Result[]): DifferencesView | null {
  const several = results.filter((result) => result.claims.length > 1);
  const differing = several.filter((result) => result.values.length > 1 && result.spread > 0);
  if (several.length === 0) return null;
  const spreads = differing.map(({ spread }) => spread);
  const { score } = site.context.language;
  const summary =
    differing.length === 0
      ? site.t('benchmark.differ.none', { count: several.length })
      : site.t('benchmark.differ.some', {
          count: differing.length,
          of: several.length,
          median: score(median(spreads) ?? 0, 2),
          most: score(Math.max(...spreads), 2),
        });
  const rows = [...differing]
    .sort((a, b) => b.spread - a.spread || compareText(a.id, b.id))
    .slice(0, MOST_DIFFERENCES)
    .map((result) => differenceOf(site, here, result));
  const more = differing.length - rows.length;
  return { summary, rows, more: more === 0 ? '' : site.t('benchmark.differ.more', { count: more }) };
}
