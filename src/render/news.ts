/** What is new on a site: cards by the day that they were added or changed, and results that changed since another build. */
import type { Change } from '../core/changes.ts';
import { compareText } from '../core/compare.ts';
import { siteAddress } from '../core/config.ts';
import type { CardRecord } from '../store/types.ts';
import type { Site } from './frame.ts';

/** A card that is new or changed on a day. */
export interface News {
  readonly kind: 'added' | 'changed';
  /** "2026-11-21" */
  readonly day: string;
  readonly card: CardRecord;
}

/** Where the page and the feed lie. */
export const NEW_ADDRESS = 'new/';
export const FEED_PATH = 'feed.xml';

/** Every card whose days are known, the latest first; a card that changed after it was added stands there twice. */
export function newsOf({ data }: Pick<Site, 'data'>): News[] {
  const news = data.cards.flatMap((card): News[] => {
    const added: News[] = card.added === null ? [] : [{ kind: 'added', day: card.added, card }];
    return card.changed === null ? added : [...added, { kind: 'changed', day: card.changed, card }];
  });
  return news.sort(
    (a, b) =>
      compareText(b.day, a.day) ||
      compareText(a.kind, b.kind) ||
      compareText(a.card.model, b.card.model) ||
      compareText(a.card.path, b.card.path),
  );
}

/** What the site remembers of changed results, the latest comparison first. */
export function changesOf({ context }: Pick<Site, 'context'>): readonly Change[] {
  return context.changes?.changes ?? [];
}

/** Whether there is anything to tell: without days of cards and without a site to compare with, nobody knows. */
export function hasNews(site: Site): boolean {
  return changesOf(site).length > 0 || site.data.cards.some(({ added }) => added !== null);
}

/** Whether there is a feed: its entries need days, and whole addresses. */
export function hasFeed({ data, context }: Pick<Site, 'data' | 'context'>): boolean {
  return siteAddress(context.config) !== null && data.cards.some(({ added }) => added !== null);
}
