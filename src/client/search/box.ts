/**
 * The search in its dialog: a combobox with a list of finds, by the pattern of the ARIA Authoring Practices Guide. The
 * focus stays in the field; arrows choose a find, Enter goes to it or to the page with all of them, Escape closes.
 */
import type { Found, Search } from '../../core/search-rank.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';
import { findLink, foundSentence } from './finds.ts';
import { isShortcutOn, setShortcut } from './shortcut.ts';

/** Finds of a kind that are shown where there are several kinds, and where there is one. */
const MOST_OF_A_KIND = 5;
const MOST_ALONE = 12;

/**
 * Brings the dialog to life; `start` is shown where nothing is typed. `root` is the way to the site's root, `page` the
 * address of the page with all finds.
 */
export function startBox(
  dialog: HTMLDialogElement,
  search: Search,
  start: Found,
  root: string,
  page: string,
): void {
  const input = dialog.querySelector('input') as HTMLInputElement;
  const results = dialog.querySelector('.finder-results') as HTMLElement;
  const list = element('div', { role: 'listbox', id: 'search-finds', 'aria-label': t('search.finds') });
  const status = element('p', { class: 'finder-status', role: 'status' });
  const key = element('input', { type: 'checkbox' });
  key.checked = isShortcutOn();
  key.addEventListener('change', () => setShortcut(key.checked));
  results.append(list, status, element('label', { class: 'finder-key' }, key, t('search.shortcut')));
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
  }))
    input.setAttribute(name, value);

  let options: HTMLAnchorElement[] = [];
  let active = -1;

  const choose = (place: number) => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = place;
    const option = options[active];
    if (option === undefined) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };

  const show = () => {
    const query = input.value;
    const found = query.trim() === '' ? start : search(query);
    const most = found.groups.length === 1 ? MOST_ALONE : MOST_OF_A_KIND;
    const groups = found.groups.map(({ kind, entries }) => {
      const heading = element('div', { class: 'finder-kind', id: `search-${kind}`, role: 'presentation' });
      heading.append(t(`search.kinds.${kind}`));
      const links = entries.slice(0, most).map((entry) => findLink(entry, query, root));
      return element('div', { role: 'group', 'aria-labelledby': heading.id }, heading, ...links);
    });
    const shown = found.groups.reduce((sum, { entries }) => sum + Math.min(most, entries.length), 0);
    if (shown < found.count) {
      const href = `${page}?q=${encodeURIComponent(query.trim())}`;
      groups.push(
        element(
          'div',
          {},
          element('a', { href, class: 'finder-all' }, t('search.all', { total: found.count })),
        ),
      );
    }
    list.replaceChildren(...groups);
    options = [...list.querySelectorAll('a')];
    for (const [place, option] of options.entries()) {
      option.id = `search-find-${place}`;
      option.tabIndex = -1;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
    }
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    choose(-1);
    // Where something is found it is to be seen.
    status.classList.toggle('hidden', found.count > 0);
    status.textContent = foundSentence(found, query);
  };

  input.addEventListener('input', show);
  input.addEventListener('keydown', (event) => {
    const { length } = options;
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are options: the field itself.
      if (length > 0) choose(((active + 1 + step + length + 1) % (length + 1)) - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      const { ctrlKey, metaKey, shiftKey } = event;
      options[active]?.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
      );
    } else if (event.key === 'Escape') {
      // Some browsers would empty the field first.
      event.preventDefault();
      dialog.close();
    }
  });
  show();
}
