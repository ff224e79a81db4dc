/** Opens the search over the whole site; what it needs is loaded when it is opened first. */
import { element } from '../element.ts';
import { t } from '../language.ts';
import { isShortcut, isShortcutOn } from './shortcut.ts';

/** The field for a search, the same in the dialog and on the page. */
function searchForm(...more: Node[]): HTMLFormElement {
  const input = element('input', {
    type: 'search',
    name: 'q',
    'aria-label': t('search.label'),
    placeholder: t('search.placeholder'),
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
  });
  return element('form', { role: 'search', class: 'finder-form' }, input, ...more);
}

/** `page` is the address of the page with all finds. */
function makeDialog(page: string): HTMLDialogElement {
  const close = element('button', { type: 'button', class: 'finder-close' }, t('search.close'));
  const dialog = element(
    'dialog',
    { class: 'finder', 'aria-label': t('search.name') },
    searchForm(close),
    element('div', { class: 'finder-results' }),
  );
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = dialog.querySelector('input')?.value.trim() ?? '';
    location.assign(`${page}?q=${encodeURIComponent(query)}`);
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}

/** Brings the link to the search to life, and the key that opens it. */
export function startSearch(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-search]');
  if (link === null) return;
  const place = document.querySelector<HTMLElement>('[data-search-page]');
  let dialog: HTMLDialogElement | undefined;
  let loading = false;

  const load = () => {
    if (loading) return;
    loading = true;
    for (const source of [link.dataset.index, link.dataset.script]) {
      const script = element('script', { src: source });
      // One after the other, as they stand here.
      script.async = false;
      document.head.append(script);
    }
  };
  // On the disk a folder is no page.
  const page = link.protocol === 'file:' && link.href.endsWith('/') ? `${link.href}index.html` : link.href;
  const open = () => {
    if (place !== null) {
      place.querySelector('input')?.select();
      return;
    }
    if (dialog === undefined) {
      dialog = makeDialog(page);
      document.body.append(dialog);
    }
    dialog.showModal();
    dialog.querySelector('input')?.select();
    load();
  };

  if (place === null) link.setAttribute('aria-haspopup', 'dialog');
  const showKey = () => {
    link.toggleAttribute('data-key', isShortcutOn());
    if (isShortcutOn()) link.setAttribute('aria-keyshortcuts', '/');
    else link.removeAttribute('aria-keyshortcuts');
  };
  showKey();
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    showKey();
    if (!isShortcut(event) || !isShortcutOn()) return;
    event.preventDefault();
    open();
  });
  if (place !== null) {
    place.append(searchForm(), element('div', { class: 'finder-results' }));
    place.hidden = false;
    load();
  }
}
