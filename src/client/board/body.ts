/**
 * The body of a board whose rows are all in the page: the rows that are left, in their order. Those in sight come at
 * once, the others right behind them, so that a table of a thousand rows answers without delay and is whole again
 * before anyone looks for the rest.
 */
import { FIRST_STATE } from '../../core/board/board-state.ts';
import { element } from '../element.ts';
import type { Board } from './board.ts';
import { fixedColumns } from './fixed-columns.ts';
import type { BoardPage } from './page.ts';
import type { BoardRows } from './rows.ts';

/** So many rows come at once, whatever is in sight. */
const AT_ONCE = 120;
/** Rows that come at once above and below those in sight. */
const AROUND = 20;
/** Rows that come at a time behind those. */
const AT_A_TIME = 120;

/** Shows the rows of the view, now and after each change. */
export function startBody(page: BoardPage, board: Board, rows: BoardRows): void {
  const { body } = page;
  const columns = fixedColumns(page);
  let shown = page.rows.length;
  let layout = board.usual.join();
  let finish = () => {};
  // The height of a row, and the first one in sight.
  let height = 0;
  let above = 0;
  const measure = () => {
    const { top, height: whole } = body.getBoundingClientRect();
    height = shown === 0 ? 0 : whole / shown;
    above = height === 0 ? 0 : Math.floor((Math.max(0, topOf(page)) - top) / height);
    columns.measure();
  };

  const show = () => {
    const order = board.view.rows;
    const wanted = board.view.columns.map(({ key }) => key).join();
    finish = () => {};
    if (order.length <= AT_ONCE) {
      columns.free();
      body.replaceChildren(...Array.from(order, rows.dressed));
      shown = order.length;
      layout = wanted;
      return;
    }
    const from = Math.max(0, Math.min(above - AROUND, order.length - AT_ONCE));
    const to = Math.min(
      order.length,
      Math.max(from + AT_ONCE, from + Math.ceil(innerHeight / (height || 48)) + 2 * AROUND),
    );
    if (layout === wanted) columns.fix();
    else columns.free();
    const before = spacer(from * height);
    const after = spacer((order.length - to) * height);
    body.replaceChildren(before, ...Array.from(order.subarray(from, to), rows.dressed), after);
    if (layout !== wanted) {
      columns.measure();
      columns.fix();
    }
    layout = wanted;
    shown = order.length;
    fill(order, from, to, before, after);
  };

  /** Brings the other rows: first those below, then those above from the nearest on. */
  const fill = (order: Uint32Array, from: number, to: number, before: HTMLElement, after: HTMLElement) => {
    let first = from;
    let last = to;
    const more = (count: number) => {
      if (last < order.length) {
        const end = Math.min(order.length, last + count);
        after.before(...Array.from(order.subarray(last, end), rows.dressed));
        last = end;
        resize(after, (order.length - last) * height);
      } else if (first > 0) {
        const start = Math.max(0, first - count);
        before.after(...Array.from(order.subarray(start, first), rows.dressed));
        first = start;
        resize(before, first * height);
      }
      if (first > 0 || last < order.length) return true;
      before.remove();
      after.remove();
      return false;
    };
    const isCurrent = () => before.parentNode === body;
    const step = () => {
      if (isCurrent() && more(AT_A_TIME)) soon(step);
    };
    finish = () => {
      while (isCurrent() && more(order.length));
    };
    soon(step);
  };

  board.beforeChange(measure);
  board.watch((view, before) => {
    // The page as it came needs nothing.
    if (before === null && isAsPage(board) && page.rows.length === view.rows.length) return;
    const isNew = rows.follow(view);
    if (isNew || before === null || !sameRows(before.rows, view.rows)) show();
  });
  addEventListener('beforeprint', () => finish());
}

/** Where what is seen of the table begins, in the window. */
function topOf({ box }: BoardPage): number {
  return box.scrollHeight > box.clientHeight ? box.getBoundingClientRect().top : 0;
}

function spacer(height: number): HTMLTableRowElement {
  const row = element('tr', { class: 'space', 'aria-hidden': 'true' }, element('td', { colspan: '1000' }));
  resize(row, height);
  return row;
}

function resize(row: HTMLElement, height: number): void {
  (row.firstElementChild as HTMLElement).style.height = `${Math.max(0, height)}px`;
}

/** Lets the browser paint and hear the reader first. */
function soon(action: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(action, { timeout: 250 });
  else setTimeout(action, 30);
}

function isAsPage({ state }: Board): boolean {
  const { selected, dense } = FIRST_STATE;
  return JSON.stringify({ ...state, selected, dense }) === JSON.stringify(FIRST_STATE);
}

function sameRows(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((row, place) => row === b[place]);
}
