/** Claims that were held back, by what held them, with the cards they stand in. */
import type { Claim } from '../core/claim.ts';
import { compareText } from '../core/compare.ts';
import type { Here, Site } from './frame.ts';
import { type HeldKind, heldReason } from './held.ts';

/** Cards that a reason names. */
const MOST_CARDS = 8;

export interface HeldGroupView {
  readonly title: string;
  readonly advice: string;
  readonly count: string;
  /** The cards with the most such claims; each leads to what its author can do. */
  readonly cards: readonly { readonly name: string; readonly href: string; readonly count: string }[];
  /** "and 4 more cards", or the empty string. */
  readonly more: string;
}

/** The groups, the largest first. */
export function heldGroups(site: Site, here: Here, held: readonly Claim[]): HeldGroupView[] {
  const groups = new Map<HeldKind, Map<string, number>>();
  for (const claim of held) {
    const { kind } = heldReason(claim);
    const cards = groups.get(kind) ?? new Map<string, number>();
    groups.set(kind, cards.set(claim.card, (cards.get(claim.card) ?? 0) + 1));
  }
  const { count: say } = site.context.language;
  return [...groups]
    .map(([kind, cards]) => ({
      kind,
      cards,
      count: [...cards.values()].reduce((sum, count) => sum + count, 0),
    }))
    .sort((a, b) => b.count - a.count || compareText(a.kind, b.kind))
    .map(({ kind, cards, count }) => {
      const listed = [...cards].sort(([a, left], [b, right]) => right - left || compareText(a, b));
      const shown = listed.slice(0, MOST_CARDS).flatMap(([path, number]) => {
        const card = site.index.cards.get(path);
        if (card === undefined) return [];
        const href = here.to(`${site.context.urls.model(card.model)}#author`);
        return [{ name: card.model, href, count: say(number) }];
      });
      const more = listed.length - shown.length;
      return {
        title: site.t(`held.${kind}.title`, { count }),
        advice: site.t(`held.${kind}.advice`),
        count: say(count),
        cards: shown,
        more: more === 0 ? '' : site.t('audit.held.more-cards', { count: more }),
      };
    });
}
