/** The box that filters the rows of a page's tables and lists, with the count of what is left. */
import { element } from './element.ts';
import { language, t } from './language.ts';
import { foldText, matches, queryWords } from './match.ts';

export interface TableFilter {
  readonly query: string;
  /** Whether rows that lack a cell are left out. */
  readonly complete: boolean;
  /** Shows a query as if it had been typed, and rows that lack a cell or not. */
  show(query: string, complete: boolean): void;
}

interface Row {
  readonly row: HTMLElement;
  readonly text: string;
}

/** The rows of a table, the items of a list. */
function rowsIn(list: HTMLElement): HTMLElement[] {
  return [
    ...(list instanceof HTMLTableElement ? (list.tBodies[0]?.rows ?? []) : list.children),
  ] as HTMLElement[];
}

/** What a row is found by: a table's first heading with its organisation, or the whole of an item; and its list's words. */
function textOf(row: HTMLElement): string {
  const named = row instanceof HTMLTableRowElement && row.closest('.differences') === null;
  // Spans of one cell touch in the text: a space keeps their words apart.
  const parts = [...((named ? row.querySelector('th') : row)?.children ?? [])].map(
    (part) => part.textContent,
  );
  const words = row.closest<HTMLElement>('[data-words]')?.dataset.words ?? '';
  return foldText([...parts, words].join(' '));
}

/** Builds the box into `tools`, for all lists of the page that may be filtered. `onType` hears of every change. */
export function tableFilter(tools: HTMLElement, onType: (sentence: string) => void): TableFilter {
  const things = tools.dataset.tools as string;
  const { scope } = tools.dataset;
  const countWords = (number: number): string => {
    const words = t(`tables.count.${things}`, { count: number });
    return scope === undefined ? words : t('tables.scoped', { count: words, scope });
  };
  const lists = [...document.querySelectorAll<HTMLElement>('[data-filter]')];
  const complete = document.querySelector<HTMLInputElement>('[data-complete]');
  const empty = document.querySelector<HTMLElement>('[data-empty]');
  const input = element('input', { type: 'search', id: 'filter', autocomplete: 'off', spellcheck: 'false' });
  const count = element('span', { class: 'count' });
  let rows: Row[] | undefined;

  const rowsOf = (): Row[] => {
    rows ??= lists.flatMap((list) => rowsIn(list).map((row) => ({ row, text: textOf(row) })));
    return rows;
  };

  const apply = (): string => {
    const words = queryWords(input.value);
    const isComplete = complete?.checked ?? false;
    const total = rowsOf().length;
    let left = 0;
    for (const { row, text } of rowsOf()) {
      const shown =
        (words.length === 0 || matches(text, words)) && !(isComplete && row.classList.contains('partial'));
      row.hidden = !shown;
      if (shown) left++;
    }
    for (const list of lists) {
      const section = list.closest<HTMLElement>('section.group');
      const gone = words.length > 0 && rowsIn(list).every((row) => row.hidden);
      if (section !== null) section.hidden = gone;
      // What was folded is unfolded for its finds, and folded again after them.
      const fold = list.closest<HTMLDetailsElement>('details.fold');
      if (fold !== null) fold.open = words.length > 0;
    }
    const whole = countWords(total);
    const sentence =
      words.length === 0 && !isComplete
        ? whole
        : t('tables.left', { left: language.count(left), all: whole });
    count.textContent = sentence;
    if (empty !== null) {
      empty.hidden = left > 0;
      empty.replaceChildren();
      if (left === 0) empty.append(t(`tables.none.${things}`, { query: input.value.trim() }), ' ', clear);
    }
    return sentence;
  };

  const clear = element('button', { type: 'button', class: 'link' }, t('tables.all-again'));
  clear.addEventListener('click', () => {
    input.value = '';
    onType(apply());
    input.focus();
  });
  input.addEventListener('input', () => onType(apply()));
  complete?.addEventListener('change', () => onType(apply()));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || input.value === '') return;
    input.value = '';
    onType(apply());
  });
  tools.append(element('label', { for: 'filter' }, t('tables.filter')), input, count);
  tools.hidden = false;
  // A browser that comes back to the page may have ticked the box already.
  if (complete?.checked) apply();
  else {
    const total = lists.reduce((sum, list) => sum + rowsIn(list).length, 0);
    count.textContent = countWords(total);
  }
  return {
    get query() {
      return input.value;
    },
    get complete() {
      return complete?.checked ?? false;
    },
    show(query, only) {
      if (query === input.value && only === (complete?.checked ?? false)) return;
      input.value = query;
      if (complete !== null) complete.checked = only;
      apply();
    },
  };
}
