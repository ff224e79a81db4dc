/** The search of a board: a box that completes what is written, says how it is understood, and what is not. */
import type { BoardView } from '../../core/board/board-view.ts';
import { type Completions, completeQuery } from '../../core/query/complete.ts';
import { explainQuery } from '../../core/query/explain.ts';
import { element } from '../element.ts';
import { language, t } from '../language.ts';
import type { Board } from './board.ts';
import { countWords } from './sentences.ts';

/** Builds the box; the words below it stand in `says`. */
export function searchBox(board: Board): { readonly element: HTMLElement; readonly says: HTMLElement } {
  const input = element('input', {
    type: 'search',
    id: 'filter',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'completions',
    'aria-autocomplete': 'list',
    'aria-describedby': 'search-says',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    placeholder: t('tools.search.example'),
  });
  const list = element('ul', {
    id: 'completions',
    role: 'listbox',
    'aria-label': t('tools.search.completions'),
  });
  list.hidden = true;
  const says = element('div', { id: 'search-says', class: 'search-says' });
  let completions: Completions = { from: 0, to: 0, items: [] };
  let active = -1;

  const left = (view: BoardView) => countWords(view, board.index.size);
  const write = (text: string, caret: number) => {
    input.value = text;
    input.setSelectionRange(caret, caret);
    board.change({ ...board.state, query: text }, 'replace', left);
  };
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const point = (place: number) => {
    active = place;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === place));
      if (at === place) option.scrollIntoView({ block: 'nearest' });
    }
    if (place < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `completion-${place}`);
  };
  const complete = () => {
    completions = completeQuery(
      input.value,
      input.selectionStart ?? input.value.length,
      board.search.fields,
      8,
    );
    if (completions.items.length === 0) return close();
    list.replaceChildren(
      ...completions.items.map(({ kind, insert, value, field, count }, place) => {
        const option = element('li', { role: 'option', id: `completion-${place}`, 'aria-selected': 'false' });
        option.append(element('span', { class: 'insert' }, kind === 'field' ? insert : (value ?? insert)));
        if (kind === 'value') option.append(element('span', { class: 'note' }, field));
        if (count !== null) option.append(element('span', { class: 'count' }, language.count(count)));
        option.addEventListener('pointerdown', (event) => event.preventDefault());
        option.addEventListener('click', () => take(place));
        return option;
      }),
    );
    list.hidden = false;
    active = -1;
    input.setAttribute('aria-expanded', 'true');
    input.removeAttribute('aria-activedescendant');
  };
  const take = (place: number) => {
    const item = completions.items[place];
    if (item === undefined) return;
    const before = input.value.slice(0, completions.from);
    const after = input.value.slice(completions.to).replace(/^\s+/, '');
    // A value is finished: the next word may follow.
    const added = item.kind === 'value' ? `${item.insert} ` : item.insert;
    write(before + added + after, before.length + added.length);
    if (item.kind === 'field') complete();
    else close();
    input.focus();
  };

  input.addEventListener('input', () => {
    board.change({ ...board.state, query: input.value }, 'replace', left);
    if (input.value === '') close();
    else complete();
  });
  input.addEventListener('keydown', (event) => {
    const count = completions.items.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        complete();
        return;
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      point(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
    } else if (event.key === 'Enter' && !list.hidden && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Enter') close();
    else if (event.key === 'Escape') {
      if (!list.hidden) close();
      else if (input.value !== '') write('', 0);
      else return;
      event.preventDefault();
    }
  });
  input.addEventListener('blur', close);
  board.watch(({ state }) => {
    if (input.value !== state.query) input.value = state.query;
    explain(board, says, (text) => write(text, text.length));
  });
  const label = element('label', { class: 'hidden', for: 'filter' }, t('tools.search.label'));
  return { element: element('div', { class: 'search' }, label, input, list), says };
}

/** Says how the search is read where it is more than words, and what is not understood, with what may be meant. */
function explain(board: Board, says: HTMLElement, write: (text: string) => void): void {
  const text = board.state.query;
  says.replaceChildren();
  if (text.trim() === '') return;
  const { query, messages } = board.search.parse(text);
  if (query.filters.length > 0 || query.names.length > 1) {
    const clauses = explainQuery(query, board.search.fields, language);
    says.append(element('p', { class: 'note' }, t('tools.search.reads', { clauses: clauses.join(' · ') })));
  }
  for (const { key, values, suggestion, start, end } of messages) {
    const line = element('p', { class: 'remark' }, t(key, values));
    if (suggestion !== null) {
      const button = element(
        'button',
        { type: 'button', class: 'link' },
        t('tools.search.use', { text: suggestion }),
      );
      button.addEventListener('click', () => write(text.slice(0, start) + suggestion + text.slice(end)));
      line.append(' ', button);
    }
    says.append(line);
  }
}
