/** Shows what a search found: one link a find, kind by kind. */
import type { SearchEntry } from '../../core/search-index.ts';
import type { Found } from '../../core/search-rank.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';

/** A text with the words of the query marked. */
function marked(text: string, query: string): (Node | string)[] {
  const words = query
    .split(/[\s;,]+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  if (words.length === 0 || words.length > 10) return [text];
  const parts = text.split(new RegExp(`(${words.join('|')})`, 'i'));
  // What was split by stands at every second place.
  return parts.map((part, place) => (place % 2 === 1 ? element('mark', {}, part) : part));
}

/** The link of one find; `root` is the way to the site's root. */
export function findLink(entry: SearchEntry, query: string, root: string): HTMLAnchorElement {
  const title = element('span', { class: 'title', dir: 'auto' }, ...marked(entry.title, query));
  const folded = query.toLowerCase();
  const other = entry.title.toLowerCase().includes(folded)
    ? undefined
    : entry.also.find((name) => name.toLowerCase().includes(folded));
  const notes = [other, entry.note].filter((note) => note !== undefined && note !== '').join(' · ');
  const link = element('a', { href: root + entry.address }, title);
  if (notes !== '') link.append(element('span', { class: 'note', dir: 'auto' }, notes));
  return link;
}

/** How many were found, or that nothing was; '' for an empty query. */
export function foundSentence({ count }: Found, query: string): string {
  if (query.trim() === '') return '';
  return count === 0 ? t('search.none', { query: query.trim() }) : t('search.found', { count });
}
