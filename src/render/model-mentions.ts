/** Which other cards give numbers of a model, and how many. */
import { compareText } from '../core/compare.ts';
import type { Result } from '../core/result.ts';
import type { Here, Site } from './frame.ts';

/** More cards than this are folded. */
const MOST_SHOWN = 6;

interface MentionView {
  readonly card: string;
  readonly href: string;
  readonly count: string;
}

export interface MentionsView {
  readonly count: number;
  /** Those that give the most first. */
  readonly shown: readonly MentionView[];
  readonly more: readonly MentionView[];
  readonly moreLabel: string;
}

/** The cards behind a model's results but for `own`, its own card's path. */
export function mentionsView(
  site: Site,
  here: Here,
  results: readonly Result[],
  own: string | null,
): MentionsView {
  const counts = new Map<string, number>();
  for (const result of results) {
    for (const id of result.claims) {
      const card = site.index.claims.get(id)?.card;
      if (card !== undefined && card !== own) counts.set(card, (counts.get(card) ?? 0) + 1);
    }
  }
  const mentions = [...counts]
    .sort(([a, left], [b, right]) => right - left || compareText(a, b))
    .flatMap(([path, count]): MentionView[] => {
      const card = site.index.cards.get(path);
      if (card === undefined) return [];
      const href = here.to(site.context.urls.model(card.model));
      return [{ card: card.model, href, count: site.t('model.numbers', { count }) }];
    });
  const most = mentions.length > MOST_SHOWN + 2 ? MOST_SHOWN : mentions.length;
  const more = mentions.slice(most);
  return {
    count: mentions.length,
    shown: mentions.slice(0, most),
    more,
    moreLabel: more.length === 0 ? '' : site.t('model.more-cards', { count: more.length }),
  };
}
