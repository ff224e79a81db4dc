/** The search's own page: all finds, kind by kind, and the query in the address. */
import type { Search } from '../../core/search-rank.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';
import { findLink, foundSentence } from './finds.ts';

/** More finds of a kind are counted instead of shown. */
const MOST_OF_A_KIND = 200;

/** Brings the page to life: shows what the address asks for, and follows what is typed. */
export function startPage(place: HTMLElement, search: Search, root: string): void {
  const form = place.querySelector('form') as HTMLFormElement;
  const input = form.querySelector('input') as HTMLInputElement;
  const results = place.querySelector('.finder-results') as HTMLElement;
  const status = element('p', { class: 'finder-status', role: 'status' });
  const finds = element('div');
  results.append(status, finds);

  const show = () => {
    const query = input.value;
    const found = search(query);
    finds.replaceChildren(
      ...found.groups.map(({ kind, entries }) => {
        const shown = entries.slice(0, MOST_OF_A_KIND);
        const more = shown.length < entries.length;
        return element(
          'section',
          {},
          element('h2', {}, t(`search.kinds.${kind}`)),
          element('ul', {}, ...shown.map((entry) => element('li', {}, findLink(entry, query, root)))),
          ...(more
            ? [
                element(
                  'p',
                  { class: 'note' },
                  t('search.shown', { shown: shown.length, total: entries.length }),
                ),
              ]
            : []),
        );
      }),
    );
    status.textContent = foundSentence(found, query);
  };
  const readAddress = () => {
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    show();
  };

  input.addEventListener('input', () => {
    show();
    const query = input.value.trim();
    try {
      history.replaceState(null, '', query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`);
    } catch {
      // Some browsers refuse where pages lie on the disk.
    }
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', readAddress);
  // What was typed while this was loaded counts more than the address.
  if (input.value === '') readAddress();
  else show();
}
