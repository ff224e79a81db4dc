/** The header of a board: its columns in the reader's order, with buttons that sort. */
import { AVERAGE, type BoardIndex, FACT_KEYS } from '../../core/board/board-index.ts';
import { canNormalise, firstDirection, shownDirection } from '../../core/board/board-layout.ts';
import { withSort } from '../../core/board/board-state.ts';
import type { BoardView } from '../../core/board/board-view.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';
import type { Board } from './board.ts';
import type { BoardPage } from './page.ts';

/** What a column is called: "GSM8K", "Average". */
export function columnName(index: BoardIndex, key: string): string {
  const column = index.byKey.get(key);
  if (column !== undefined) return column.name;
  return t(`tools.column.${key}`);
}

const textFacts = new Set<string>(FACT_KEYS.filter((key) => key !== 'parameters'));

/** "GSM8K from high to low, then Model from A to Z": what the rows are sorted by. */
export function sortWords(board: Board): string {
  const names = board.sorts.map((sort) => {
    const direction = shownDirection(board.index, sort, board.state.mode);
    const isText = sort.key === 'model' || textFacts.has(sort.key);
    return t(`tools.sort.${direction}${isText ? '-text' : ''}`, { name: columnName(board.index, sort.key) });
  });
  return names.reduce((all, name) => t('tools.sort.then', { all, name }));
}

/** Brings the header to life. */
export function startHead(page: BoardPage, board: Board): void {
  const { index } = board;
  const cells = new Map(page.keys.map((key, place) => [key, page.header.cells[place] as HTMLElement]));
  const texts = new Map<string, string>();

  const addSort = (key: string, cell: HTMLElement) => {
    const button = element('button', { type: 'button', class: 'sort', 'data-sort-by': key });
    button.append(
      element('span', { class: 'hidden' }, t('tools.sort.by', { name: columnName(index, key) })),
      element('span', { class: 'place', 'aria-hidden': 'true' }),
    );
    cell.querySelector('a.sort')?.remove();
    button.title = t('tools.sort.hint');
    button.addEventListener('click', (event) => {
      // The page's rank is its own order: by what it is ranked.
      const { ranked } = index.data;
      const by = key === 'rank' ? ranked : key;
      const present = { ...board.state, sorts: board.sorts };
      const next = withSort(present, by, firstDirection(index, by), event.shiftKey);
      const isPages =
        next.sorts.length === 1 &&
        next.sorts[0]?.key === ranked &&
        next.sorts[0].direction === firstDirection(index, ranked);
      board.change(isPages ? { ...next, sorts: [] } : next, 'push', () =>
        t('tools.sort.done', { names: sortWords(board) }),
      );
    });
    cell.append(button);
  };
  const cellOf = (key: string): HTMLElement => {
    let cell = cells.get(key);
    if (cell === undefined) {
      const isNumber = key === 'parameters';
      cell = element('th', { scope: 'col', class: isNumber ? 'score' : 'fact', 'data-key': key });
      cell.append(element('span', { class: 'label' }, columnName(index, key)));
      cell.append(element('span', { class: 'under' }));
      addSort(key, cell);
      cells.set(key, cell);
    }
    return cell;
  };
  const under = (key: string, text: string | null) => {
    const cell = cells.get(key);
    let line = cell?.querySelector('.under') ?? null;
    if (line === null) {
      if (cell === undefined || text === null) return;
      line = element('span', { class: 'under' });
      cell.insertBefore(line, cell.querySelector('.sort'));
    }
    if (!texts.has(key)) texts.set(key, line.textContent ?? '');
    const wanted = text ?? texts.get(key) ?? '';
    if (line.textContent !== wanted) line.textContent = wanted;
  };
  const follow = (view: BoardView) => {
    const keys = ['rank', 'model', ...view.columns.map(({ key }) => key)];
    const wanted = keys.map(cellOf);
    if (
      wanted.some((cell, place) => page.header.cells[place] !== cell) ||
      page.header.cells.length !== wanted.length
    )
      page.header.replaceChildren(...wanted);
    under(AVERAGE, averageWords(view));
    for (const column of index.columns) {
      const isOdd = view.state.mode === 'normalised' && !canNormalise(column);
      under(column.key, isOdd ? t('tools.mode.as-is') : null);
    }
    // Names of groups stand above the columns as the page has them.
    const groups = page.table.tHead?.querySelector<HTMLElement>('.groups');
    if (groups != null)
      groups.hidden =
        view.columns.some(({ key }, place) => key !== board.usual[place]) ||
        view.columns.length !== board.usual.length;
    const several = board.state.sorts.length > 1;
    for (const [key, cell] of cells) {
      const place = board.sorts.findIndex((sort) => sort.key === key);
      const sort = board.sorts[place];
      if (sort === undefined) cell.removeAttribute('aria-sort');
      else cell.setAttribute('aria-sort', shownDirection(index, sort, view.state.mode));
      const button = cell.querySelector<HTMLElement>('.sort');
      if (button === null) continue;
      const number = button.querySelector('.place');
      if (number !== null) number.textContent = several && sort !== undefined ? String(place + 1) : '';
    }
  };
  for (const [key, cell] of cells) if (key !== '') addSort(key, cell);
  board.watch(follow);
}

/** What is said below the name of the averages; null where the page's own words hold. */
function averageWords({ averages, state }: BoardView): string | null {
  if (averages.isPages) return null;
  const count = averages.over.length;
  if (state.mode === 'rank') return t('tools.average.ranks', { count });
  if (state.mode === 'normalised') return t('tools.average.normalised', { count });
  return t('tools.average.chosen', { count });
}
