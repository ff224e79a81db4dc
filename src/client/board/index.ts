/** What runs on a board's page: sorting, searching, filtering, choosing columns, comparing, taking away. */
import { indexBoard } from '../../core/board/board-index.ts';
import type { BoardData } from '../../core/board-data.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';
import { startBoard } from './board.ts';
import { startBody } from './body.ts';
import { startCellLinks } from './cell-link.ts';
import { columnPanel } from './column-panel.ts';
import { filterPanel } from './filter-panel.ts';
import { startHead } from './head.ts';
import { helpPanel } from './help-panel.ts';
import { type BoardPage, findBoard, loadBoard, readBoard } from './page.ts';
import { startPins } from './pins.ts';
import { proofPlaces } from './proof-places.ts';
import { boardRows } from './rows.ts';
import { searchBox } from './search-box.ts';
import { startSelection } from './selection.ts';
import { sharePanel } from './share-panel.ts';
import { startStatus } from './status.ts';
import { startWindow } from './window.ts';

/** Above so many rows only those in sight are in the page. */
const MOST_IN_PAGE = 1000;

function start(page: BoardPage, data: BoardData): void {
  const index = indexBoard(data);
  const board = startBoard(index);
  const rows = boardRows(page, index, board.usual, proofPlaces(page, index));
  startHead(page, board);
  const { tools } = page;
  const selection = tools === null ? null : startSelection(page, board);
  const isLong = index.size > MOST_IN_PAGE;
  const reveal = isLong
    ? startWindow(page, board, rows, (row, tr) => selection?.equip(row, tr)).reveal
    : () => {};
  if (!isLong) {
    startBody(page, board, rows);
    selection?.equipNear(page.rows);
  }
  board.watch(({ state }) => {
    page.table.classList.toggle('dense', state.dense);
    page.table.classList.toggle('heated', state.heat);
    page.table.dataset.mode = state.mode;
  });
  startPins(page, board);
  if (tools !== null) {
    const search = searchBox(board);
    const panels = [helpPanel(board), filterPanel(board), columnPanel(board), sharePanel(board)];
    const [help, ...others] = panels.map(({ button }) => button) as [
      HTMLButtonElement,
      ...HTMLButtonElement[],
    ];
    tools.replaceChildren(
      element('div', { class: 'toolbar', role: 'search' }, search.element, help, ...others),
      search.says,
    );
    startStatus(page, board, tools);
    tools.append(...panels.map(({ sheet }) => sheet));
    if (isLong) tools.append(element('p', { class: 'note' }, t('tools.long.note')));
    tools.hidden = false;
  }
  startCellLinks(page, board, rows, reveal);
}

async function startLong(page: BoardPage): Promise<void> {
  const says = element('p', { class: 'note', role: 'status' });
  page.tools?.replaceChildren(says);
  if (page.tools !== null) page.tools.hidden = false;
  const waiting = setTimeout(() => {
    says.textContent = t('tools.long.loading');
  }, 300);
  try {
    const data = await loadBoard(page);
    clearTimeout(waiting);
    start(page, data);
    for (const pages of document.querySelectorAll<HTMLElement>('[data-pages]')) pages.hidden = true;
  } catch {
    clearTimeout(waiting);
    says.textContent = t('tools.long.failed');
  }
}

const page = findBoard();
if (page !== null) {
  if (page.file === null) start(page, readBoard(page));
  else void startLong(page);
}
