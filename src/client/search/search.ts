/** What the search needs once somebody searches: loaded by start.ts, after the index. */
import { type SearchIndex, unpackSearch } from '../../core/search-index.ts';
import { makeSearch } from '../../core/search-rank.ts';
import { startBox } from './box.ts';
import { startPage } from './page.ts';

const { cardboardSearch } = globalThis as { cardboardSearch?: SearchIndex };
const link = document.querySelector<HTMLAnchorElement>('a[data-search]');
const root = link?.dataset.root ?? '';
const dialog = document.querySelector<HTMLDialogElement>('dialog.finder');
const place = document.querySelector<HTMLElement>('[data-search-page]');
const entries = unpackSearch(cardboardSearch ?? {});
const search = makeSearch(entries);

if (dialog !== null && link !== null) {
  const pages = entries.filter(({ kind }) => kind === 'page');
  const start = { count: pages.length, groups: [{ kind: 'page' as const, entries: pages }] };
  startBox(dialog, search, start, root, link.href);
}
if (place !== null) startPage(place, search, root);
