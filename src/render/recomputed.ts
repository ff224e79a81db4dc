/** What a card's raw scores come to by a suite's own rescaling, beside what is published. */
import { MISSING } from '../core/format.ts';
import type { Recomputed } from '../core/result.ts';
import { benchmarkLink, type Here, type Site } from './frame.ts';
import { MOST_CLAIMS } from './proof.ts';

export interface RecomputedView {
  readonly suite: string;
  /** Path of the card that gives the raw scores, and places in it. */
  readonly card: string;
  readonly lines: readonly { readonly href: string; readonly words: string }[];
  readonly rows: readonly {
    readonly name: string;
    readonly score: string;
    /** As somebody publishes it; a dash where nobody does. */
    readonly published: string;
  }[];
}

/** The raw scores of a model, recomputed: a card an entry. */
export function recomputedViews(site: Site, here: Here, model: string): RecomputedView[] {
  return site.data.recomputed.filter((one) => one.model === model).map((one) => view(site, here, one));
}

function view(
  site: Site,
  here: Here,
  { suite, model, card, scores, average, claims }: Recomputed,
): RecomputedView {
  const results = site.index.resultsOfModel.get(model) ?? [];
  const publishedAs = (benchmark: string) => {
    const result = results.find((one) => one.benchmark === benchmark);
    return result === undefined ? MISSING : site.context.language.score(result.score, 2);
  };
  const print = (score: number | null) =>
    score === null ? MISSING : site.context.language.score(score + 1e-9, 2);
  const lines = new Map<number, string>();
  for (const id of claims.slice(0, MOST_CLAIMS)) {
    const line = site.index.claims.get(id)?.source.line;
    if (line !== undefined && !lines.has(line)) lines.set(line, here.to(site.context.urls.claim(id)));
  }
  return {
    suite: site.context.registry.suite(suite)?.name ?? suite,
    card,
    lines: [...lines]
      .sort(([a], [b]) => a - b)
      .map(([line, href]) => ({ href, words: site.t('model.differ.line', { line: String(line) }) })),
    rows: [
      ...scores.map(({ benchmark, score }) => ({
        name: benchmarkLink(site, here, benchmark).name,
        score: print(score),
        published: publishedAs(benchmark),
      })),
      { name: site.t('model.raw.average'), score: print(average), published: publishedAs(suite) },
    ],
  };
}
