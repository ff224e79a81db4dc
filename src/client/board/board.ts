/** A board at work: its state, the view that follows from it, its address, and those who want to know. */
import { readBoardState, writeBoardState } from '../../core/board/board-address.ts';
import type { BoardIndex } from '../../core/board/board-index.ts';
import { findColumn, pageSort, usualColumns } from '../../core/board/board-layout.ts';
import { type BoardSearch, searchBoard } from '../../core/board/board-search.ts';
import type { BoardState, SortKey } from '../../core/board/board-state.ts';
import { type BoardView, viewBoard } from '../../core/board/board-view.ts';
import { announce } from '../announce.ts';

/** A new step of the history, for choices; in the place of the present one, while something is typed or moved. */
type Step = 'push' | 'replace';

export interface Board {
  readonly index: BoardIndex;
  /** Keys of the columns that the page shows. */
  readonly usual: readonly string[];
  readonly state: BoardState;
  readonly view: BoardView;
  /** Made when it is first asked for. */
  readonly search: BoardSearch;
  /** What the rows are sorted by, the page's own order included. */
  readonly sorts: readonly SortKey[];
  /** Goes over to another state, keeps it in the address, and says a sentence to those who hear the page. */
  change(state: BoardState, step?: Step, sentence?: (view: BoardView) => string): void;
  /** The address of the page with the present state. */
  address(): string;
  /** Calls after each change, with the view before it. */
  watch(listener: (view: BoardView, before: BoardView | null) => void): void;
  /** Calls before each change, while the page stands still: to measure then costs nothing. */
  beforeChange(listener: () => void): void;
}

/** A sentence on something typed waits until the reader stops. */
const QUIET = 600;

/** Puts a board to work in the state that the page's address has. */
export function startBoard(index: BoardIndex): Board {
  const usual = usualColumns(index);
  const listeners: ((view: BoardView, before: BoardView | null) => void)[] = [];
  const early: (() => void)[] = [];
  let search: BoardSearch | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let tested: { readonly query: string; readonly test: ReturnType<BoardSearch['test']> } | undefined;

  const read = () => readBoardState(location.search, usual, (key) => findColumn(index, key) !== undefined);
  const make = (state: BoardState): BoardView => {
    const query = state.query.trim();
    if (query === '') return viewBoard(index, state, null);
    if (tested?.query !== query) tested = { query, test: board.search.test(query) };
    return viewBoard(index, state, tested.test);
  };
  const go = (state: BoardState) => {
    const before = view;
    view = make(state);
    for (const listener of early) listener();
    for (const listener of listeners) listener(view, before);
  };

  let view: BoardView;
  const board: Board = {
    index,
    usual,
    get state() {
      return view.state;
    },
    get view() {
      return view;
    },
    get search() {
      search ??= searchBoard(index);
      return search;
    },
    get sorts() {
      return view.state.sorts.length > 0 ? view.state.sorts : pageSort(index);
    },
    change(state, step = 'push', sentence) {
      go(state);
      keep(board.address(), step);
      clearTimeout(quiet);
      if (sentence === undefined) return;
      if (step === 'push') announce(sentence(view));
      else quiet = setTimeout(() => announce(sentence(view)), QUIET);
    },
    address: () => location.pathname + writeBoardState(view.state, usual, location.search) + location.hash,
    watch(listener) {
      listeners.push(listener);
      listener(view, null);
    },
    beforeChange: (listener) => early.push(listener),
  };
  view = make(read());
  addEventListener('popstate', () => go(read()));
  return board;
}

function keep(address: string, step: Step): void {
  if (address === location.pathname + location.search + location.hash) return;
  try {
    if (step === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // Some browsers refuse to change the address of a page opened from a file.
  }
}
