/** Badges of a model for its own card or page: the pictures, and the Markdown that shows them. */

import { compareText } from '../core/compare.ts';
import { siteAddress } from '../core/config.ts';
import type { Model, Result } from '../core/result.ts';
import { badgeAddress, badgeText, headlineResult } from './badges.ts';
import type { Here, Site } from './frame.ts';

/** Badges that a page shows; there is one for every benchmark. */
const MOST_BADGES = 4;

export interface BadgesView {
  readonly badges: readonly {
    /** What the picture says: "GSM8K (5-shot): 61.2 %". */
    readonly text: string;
    /** Of the first alone, so that a page stays light; else the empty string. */
    readonly image: string;
    readonly markdown: string;
  }[];
  /** Where others lie, or what to do where the site does not know its own address. */
  readonly note: string;
}

/** The badges of the benchmarks on which most models can be compared; null for a model without a card or results. */
export function badgesView(site: Site, here: Here, model: Model): BadgesView | null {
  const results = site.index.resultsOfModel.get(model.id) ?? [];
  if (model.card === null || results.length === 0) return null;
  const byBenchmark = new Map<string, Result[]>();
  for (const result of results) {
    if (!site.index.benchmarks.has(result.benchmark)) continue;
    const list = byBenchmark.get(result.benchmark);
    if (list === undefined) byBenchmark.set(result.benchmark, [result]);
    else list.push(result);
  }
  const among = (result: Result) => site.index.standings.get(result.id)?.of ?? 0;
  const { urls, config } = site.context;
  const home = siteAddress(config);
  const address = (path: string) => `${home ?? ''}/${path}`;
  const badges = [...byBenchmark.values()]
    .flatMap((list) => headlineResult(site, list) ?? [])
    .sort((a, b) => among(b) - among(a) || compareText(a.id, b.id))
    .slice(0, MOST_BADGES)
    .map((result, place) => {
      const { label, message } = badgeText(site, result);
      const image = badgeAddress(urls, model.id, result.benchmark);
      // Brackets in a name would end the text of the picture.
      const alt = `${label}: ${message}`.replace(/[[\]\\]/g, '\\$&');
      return {
        text: `${label}: ${message}`,
        image: place === 0 ? here.to(image) : '',
        markdown: `[![${alt}](${address(image)})](${address(urls.model(model.id))})`,
      };
    });
  if (badges.length === 0) return null;
  return { badges, note: site.t(home === null ? 'model.badges.no-address' : 'model.badges.note') };
}
