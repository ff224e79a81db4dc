/**
 * The body of a long board: of thousands of rows only those in sight are in the page, between rows that take the room
 * of the others. It stays a table: its count of rows and each row's place are told.
 */
import { element } from '../element.ts';
import type { Board } from './board.ts';
import { fixedColumns } from './fixed-columns.ts';
import type { BoardPage } from './page.ts';
import type { BoardRows } from './rows.ts';

/** Rows that are made above and below those in sight, so that scrolling and the keyboard find some. */
const AROUND = 12;

/** Shows the rows of the view where they are in sight, now and after each change; `onRow` hears of rows that come into it. */
export function startWindow(
  page: BoardPage,
  board: Board,
  rows: BoardRows,
  onRow: (row: number, tr: HTMLTableRowElement) => void,
): { reveal(row: number): void } {
  const { box, table, body } = page;
  box.classList.add('windowed');
  const columns = fixedColumns(page);
  let height = 0;
  let shown = '';
  let isAsked = false;

  const space = (count: number): HTMLElement[] => {
    if (count <= 0) return [];
    const cell = element('td', { colspan: String(board.view.columns.length + 2) });
    cell.style.height = `${count * height}px`;
    return [element('tr', { class: 'space', 'aria-hidden': 'true' }, cell)];
  };
  const render = (isNew: boolean) => {
    const order = board.view.rows;
    const from = Math.max(0, Math.floor(box.scrollTop / height) - AROUND);
    const to = Math.min(order.length, Math.ceil((box.scrollTop + box.clientHeight) / height) + AROUND);
    // What has the focus stays, wherever the reader scrolls.
    const focused = body.contains(document.activeElement)
      ? rows.rowOf(document.activeElement as Element)
      : -1;
    const kept = focused < 0 ? -1 : order.indexOf(focused);
    const places = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
    if (kept >= 0 && kept < from) places.unshift(kept);
    if (kept >= to) places.push(kept);
    const key = `${places[0]}-${places.at(-1)}-${from}-${to}`;
    if (!isNew && key === shown) return;
    shown = key;
    const parts: HTMLElement[] = [];
    let next = 0;
    for (const place of places) {
      parts.push(...space(place - next));
      const row = order[place] as number;
      const tr = rows.dressed(row);
      onRow(row, tr);
      tr.setAttribute('aria-rowindex', String(place + 2));
      parts.push(tr);
      next = place + 1;
    }
    parts.push(...space(order.length - next));
    replaceRows(body, parts);
  };
  const measure = () => {
    const row = [...body.rows].find((tr) => !tr.classList.contains('space'));
    height = row?.getBoundingClientRect().height || 52;
  };
  let layout = '';
  board.watch((view, before) => {
    rows.follow(view);
    table.setAttribute('aria-rowcount', String(view.rows.length + 1));
    const wanted = `${view.columns.map(({ key }) => key).join()} ${view.state.dense}`;
    const isNewLayout = wanted !== layout;
    layout = wanted;
    const isMoved =
      before !== null &&
      (before.rows.length !== view.rows.length || before.rows.some((row, at) => row !== view.rows[at]));
    if (isMoved) box.scrollTop = 0;
    if (height === 0) height = 52;
    render(true);
    if (!isNewLayout) return;
    measure();
    columns.free();
    columns.measure();
    columns.fix();
    render(true);
  });
  const later = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      render(false);
    });
  };
  box.addEventListener('scroll', later, { passive: true });
  addEventListener('resize', () => {
    columns.measure();
    columns.fix();
    later();
  });
  return {
    reveal(row) {
      const place = board.view.rows.indexOf(row);
      if (place < 0) return;
      box.scrollTop = Math.max(0, place * height - box.clientHeight / 3);
      render(false);
    },
  };
}

/** Puts rows in place of those there are; rows that stay are not touched, so that they keep the focus. */
function replaceRows(body: HTMLElement, wanted: readonly HTMLElement[]): void {
  const keep = new Set<Node>(wanted);
  for (const old of [...body.children]) if (!keep.has(old)) old.remove();
  let at = body.firstElementChild;
  for (const row of wanted) {
    if (row === at) at = at.nextElementSibling;
    else body.insertBefore(row, at);
  }
}
