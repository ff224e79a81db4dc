/** What is left of a board, and why: the count, the filters as chips, and a way out where nothing is left. */
import { costOfFilters } from '../../core/board/board-filters.ts';
import { type BoardState, FIRST_STATE, withoutFilters } from '../../core/board/board-state.ts';
import type { BoardView } from '../../core/board/board-view.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';
import type { Board } from './board.ts';
import { sortWords } from './head.ts';
import type { BoardPage } from './page.ts';
import { chipsOf, countWords } from './sentences.ts';

const left = (board: Board) => (view: BoardView) => countWords(view, board.index.size);

function linkButton(text: string, action: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'link' }, text);
  button.addEventListener('click', action);
  return button;
}

/** Builds the line below the tools. */
export function startStatus(page: BoardPage, board: Board, tools: HTMLElement): void {
  const count = element('strong', { class: 'left' });
  const sorted = element('span', { class: 'sorted' });
  const chips = element('ul', { class: 'chips', 'aria-label': t('tools.chips') });
  const notes = element('p', { class: 'note' });
  const line = element('div', { class: 'board-status' }, count, chips, sorted, notes);
  tools.append(line);
  const focusTools = () => tools.querySelector<HTMLElement>('input')?.focus();
  const clear = () => {
    board.change(withoutFilters(board.state), 'push', left(board));
    focusTools();
  };

  board.watch((view) => {
    count.textContent = countWords(view, board.index.size);
    const all = chipsOf(view.state);
    chips.replaceChildren(
      ...all.map((chip, place) => {
        const button = element('button', { type: 'button', class: 'chip' }, chip.words);
        button.append(element('span', { class: 'cross', 'aria-hidden': 'true' }, '×'));
        button.setAttribute('aria-label', t('tools.drop', { filter: chip.words }));
        button.addEventListener('click', () => {
          board.change(chip.without, 'push', left(board));
          const next = chips.querySelectorAll('button')[Math.min(place, all.length - 2)];
          if (next !== undefined) next.focus();
          else focusTools();
        });
        return element('li', {}, button);
      }),
    );
    chips.hidden = all.length === 0;
    if (all.length + Number(view.state.query.trim() !== '') > 1)
      chips.append(element('li', {}, linkButton(t('tools.clear'), clear)));
    sorted.replaceChildren();
    sorted.hidden = view.state.sorts.length === 0;
    if (view.state.sorts.length > 0) {
      sorted.append(
        t('tools.sort.by-names', { names: sortWords(board) }),
        ' ',
        linkButton(t('tools.sort.reset'), () =>
          board.change({ ...board.state, sorts: FIRST_STATE.sorts }, 'push', () => t('tools.sort.was-reset')),
        ),
      );
    }
    const { mode, heat } = view.state;
    notes.textContent = [
      ...(mode === 'raw' ? [] : [t(`tools.mode.note.${mode}`)]),
      ...(heat ? [t('tools.heat.note')] : []),
    ].join(' ');
    notes.hidden = notes.textContent === '';
    sayNone(page, board, view, clear);
  });
}

function sum(mask: Uint8Array): number {
  return mask.reduce((count, passes) => count + passes, 0);
}

/** Where no row is left: which filter costs the most, and how to go on without it. */
function sayNone(page: BoardPage, board: Board, view: BoardView, clear: () => void): void {
  const { none } = page;
  if (none === null) return;
  none.hidden = view.rows.length > 0;
  none.replaceChildren();
  if (view.rows.length > 0) return;
  const chips = chipsOf(view.state);
  const named = (name: string) =>
    name === 'query'
      ? {
          words: t('tools.chip.query', { query: view.state.query.trim() }),
          without: { ...view.state, query: '' },
        }
      : chips.find((chip) => chip.name === (name === 'number' ? 'independent' : name));
  const costs = costOfFilters(view.filtered);
  const worst = costs.reduce((most, cost) => (cost.rows > most.rows ? cost : most), { name: '', rows: 0 });
  const cost = named(worst.name);
  // No single one may be to blame: then the one that the fewest rows pass.
  const passing = view.filtered.filters.map(({ name, mask }) => ({ name, rows: sum(mask) }));
  const narrow = passing.reduce((least, one) => (one.rows < least.rows ? one : least), passing[0] ?? worst);
  const narrowest = named(narrow.name);
  const drop = (without: BoardState) =>
    none.append(
      ' ',
      linkButton(t('tools.none.drop'), () => board.change(without, 'push', left(board))),
      ' · ',
    );
  if (costs.length > 1 && cost !== undefined && worst.rows > 0) {
    none.append(t('tools.none.because', { filter: cost.words, count: worst.rows }));
    drop(cost.without);
  } else if (costs.length > 1 && narrowest !== undefined) {
    none.append(t('tools.none.narrow', { filter: narrowest.words, count: narrow.rows }));
    drop(narrowest.without);
  } else none.append(`${t('tools.none.plain')} `);
  none.append(linkButton(t('tools.none.clear'), clear));
}
