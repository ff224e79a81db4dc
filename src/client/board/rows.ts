/** The rows of a board: those of the page, or made from its data; dressed as the view wants them, only where they are seen. */

import { heatSteps } from '../../core/board/board-heat.ts';
import { type BoardIndex, FACT_KEYS } from '../../core/board/board-index.ts';
import { isLowerBetter, type ShownColumn } from '../../core/board/board-layout.ts';
import { shownDigits, shownRank, shownValue } from '../../core/board/board-table.ts';
import type { BoardView } from '../../core/board/board-view.ts';
import { MISSING } from '../../core/format.ts';
import { element } from '../element.ts';
import { language, t } from '../language.ts';
import { averageCell, factCell, nameCell, scoreCell, setNumber } from './cells.ts';
import type { BoardPage } from './page.ts';

interface Row {
  readonly element: HTMLTableRowElement;
  readonly cells: Map<string, HTMLElement>;
  /** The rank as the page has it. */
  readonly rank: { readonly text: string; readonly title: string } | null;
  layout: string;
  paint: string;
}

/** The paint of rows whose numbers stand as the page has them. */
const AS_PAGE = 'page';

/** What all rows of a view have in common. */
interface Look {
  readonly view: BoardView;
  readonly layout: string;
  readonly paint: string;
  /** The rows with the best number of each column among those left. */
  readonly best: ReadonlyMap<string, ReadonlySet<number>>;
  readonly sharedRanks: ReadonlySet<number>;
}

export interface BoardRows {
  /** The element of a row, dressed for the view. */
  dressed(row: number): HTMLTableRowElement;
  /** The element of a row as it is. */
  elementOf(row: number): HTMLTableRowElement;
  /** Takes over a view; rows are dressed when they are asked for. Whether they look different now. */
  follow(view: BoardView): boolean;
  /** The row that an element is in; −1 for none. */
  rowOf(node: Element): number;
}

/** Where the proof of a score stands: the part of the board's proofs, and the place in it. */
type ProofPlace = (row: number, column: number) => string;

/** Starts from the rows of the page. */
export function boardRows(
  page: BoardPage,
  index: BoardIndex,
  usual: readonly string[],
  proof: ProofPlace,
): BoardRows {
  const rows: (Row | undefined)[] = [];
  const places = new Map<Element, number>();
  const pageLayout = usual.join();
  let look: Look | undefined;
  let painted = 0;
  let paintOf: { readonly key: string; readonly view: BoardView } | undefined;
  // The page's own marks of the best become ours.
  const marked = new Set<Element>();
  for (const link of page.body.querySelectorAll('.best')) {
    const cell = link.closest('td');
    if (cell === null) continue;
    link.classList.remove('best');
    cell.classList.add('is-best');
    marked.add(cell);
  }
  const markBest = (best: Look['best']) => {
    for (const cell of marked) cell.classList.remove('is-best');
    marked.clear();
    for (const [key, all] of best) {
      for (const place of all) mark(key, place);
    }
  };
  const mark = (key: string, place: number) => {
    const row = rows[place] ?? (page.rows[place] === undefined ? undefined : known(place));
    const cell = row?.cells.get(key);
    if (cell === undefined) return;
    cell.classList.add('is-best');
    marked.add(cell);
  };

  const known = (place: number): Row => {
    let row = rows[place];
    if (row === undefined) {
      const own = page.rows[place];
      row = own === undefined ? built(place) : ofPage(own, page.keys);
      rows[place] = row;
      places.set(row.element, place);
    }
    return row;
  };
  const built = (place: number): Row => {
    const cells = new Map<string, HTMLElement>();
    cells.set('rank', element('td', { class: 'rank' }));
    cells.set('model', nameCell(index, place));
    return { element: element('tr'), cells, rank: null, layout: '', paint: '' };
  };
  const cellOf = (row: Row, key: string, place: number): HTMLElement => {
    let cell = row.cells.get(key);
    if (cell === undefined) {
      const column = index.byKey.get(key);
      const fact = FACT_KEYS.find((name) => name === key);
      if (column !== undefined) cell = scoreCell(index, column, place, proof(place, column.place));
      else if (fact !== undefined) cell = factCell(index, fact, place);
      else cell = averageCell();
      row.cells.set(key, cell);
      row.paint = 'new';
    }
    return cell;
  };

  const paintRank = (row: Row, place: number, { view, sharedRanks }: Look) => {
    const cell = row.cells.get('rank') as HTMLElement;
    const isPages = view.ranks === null && row.rank !== null;
    const rank = shownRank(index, view, place);
    const text = isPages
      ? (row.rank?.text ?? '')
      : rank === 0
        ? MISSING
        : sharedRanks.has(rank)
          ? `${rank}=`
          : String(rank);
    const node = [...cell.childNodes].find((child) => child.nodeType === Node.TEXT_NODE);
    if (node === undefined) cell.append(text);
    else if (node.textContent !== text) node.textContent = text;
    else return;
    if (isPages && row.rank?.title) cell.title = row.rank.title;
    else cell.removeAttribute('title');
  };

  const paintCell = (row: Row, place: number, column: ShownColumn, { view, best }: Look) => {
    if (column.kind === 'fact') return;
    const cell = row.cells.get(column.key) as HTMLElement;
    if (column.kind === 'score') {
      // Counts and days are the same in every mode.
      if (column.column.kind !== 'score' || Number.isNaN(column.column.scores[place] as number)) return;
      paintHeat(
        cell,
        view.state.heat ? (heatSteps(column.column, column.column.scores)[place] as number) : 0,
      );
    }
    const value = shownValue(view, column, place);
    const text = Number.isNaN(value) ? null : language.score(value, shownDigits(index, view, column));
    setNumber(cell, text, column.kind === 'average' ? t('tools.no-average') : t('tools.self-only'));
    if (column.kind === 'average') {
      // A row that has all of the columns need not say so.
      const coverage = { count: view.averages.coverage[place] ?? 0, of: view.averages.over.length };
      let under = cell.querySelector('.under');
      if (under === null && coverage.count < coverage.of) {
        under = element('span', { class: 'under' });
        cell.append(under);
      }
      if (under !== null)
        under.textContent = coverage.count < coverage.of ? t('tools.coverage', coverage) : '';
    }
    if (best.get(column.key)?.has(place)) mark(column.key, place);
  };

  return {
    dressed(place) {
      const { view, layout, paint } = look as Look;
      const row = known(place);
      if (row.layout === '') row.layout = page.rows[place] === undefined ? 'none' : pageLayout;
      if (row.layout !== layout) {
        const cells = view.columns.map(({ key }) => cellOf(row, key, place));
        row.element.replaceChildren(
          row.cells.get('rank') as HTMLElement,
          row.cells.get('model') as HTMLElement,
          ...cells,
        );
        row.layout = layout;
      }
      paintRank(row, place, look as Look);
      if (row.paint !== paint) {
        for (const column of view.columns) paintCell(row, place, column, look as Look);
        row.paint = paint;
      }
      return row.element;
    },
    follow(view) {
      // What is painted stays as it is while neither the numbers nor the rows that they are compared with change.
      const { mode, digits, heat, switches, columns } = view.state;
      const isPages = mode === 'raw' && digits === null && !heat && view.averages.isPages;
      const key = JSON.stringify([mode, digits, heat, switches.independent ?? false, columns]);
      const isSame =
        paintOf?.key === key && (mode !== 'rank' || sameRows(paintOf.view.filtered.rows, view.filtered.rows));
      if (!isSame) {
        paintOf = { key, view };
        painted++;
      }
      const before = look;
      look = {
        view,
        layout: view.columns.map(({ key: one }) => one).join(),
        paint: isPages ? AS_PAGE : String(painted),
        best: bestNumbers(index, view),
        sharedRanks: shared(view),
      };
      markBest(look.best);
      return (
        before === undefined ||
        before.layout !== look.layout ||
        before.paint !== look.paint ||
        !sameRanks(before.view.ranks, view.ranks)
      );
    },
    elementOf: (place) => known(place).element,
    rowOf: (node) => {
      const row = node.closest('tr');
      return row === null ? -1 : (places.get(row) ?? page.rows.indexOf(row));
    },
  };
}

function ofPage(tr: HTMLTableRowElement, keys: readonly string[]): Row {
  const cells = new Map(keys.map((key, place) => [key, tr.cells[place] as HTMLElement]));
  const rank = cells.get('rank');
  const text =
    [...(rank?.childNodes ?? [])].find((child) => child.nodeType === Node.TEXT_NODE)?.textContent ?? '';
  return {
    element: tr,
    cells,
    rank: { text: text.trim(), title: rank?.title ?? '' },
    layout: '',
    paint: AS_PAGE,
  };
}

function paintHeat(cell: HTMLElement, step: number): void {
  if (step === 0) cell.removeAttribute('data-heat');
  else cell.dataset.heat = String(step);
}

function sameRanks(a: Int32Array | null, b: Int32Array | null): boolean {
  return a === b || (a !== null && b !== null && a.every((rank, row) => rank === b[row]));
}

function sameRows(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((row, place) => row === b[place]);
}

/** The rows with the best number of each column among those that are left; none where a column has but one number. */
function bestNumbers(index: BoardIndex, view: BoardView): Map<string, Set<number>> {
  const best = new Map<string, Set<number>>();
  for (const column of view.columns) {
    if (column.kind === 'fact' || (column.kind === 'score' && column.column.kind !== 'score')) continue;
    const numbers = column.kind === 'average' ? view.averages.values : view.values(column.key);
    const scale =
      10 ** shownDigits(index, view, column) * (isLowerBetter(index, column, view.state.mode) ? -1 : 1);
    let top = Number.NEGATIVE_INFINITY;
    let count = 0;
    let rows: number[] = [];
    for (const row of view.filtered.rows) {
      const number = numbers[row] as number;
      if (Number.isNaN(number)) continue;
      count++;
      const printed = Math.round(number * scale);
      if (printed < top) continue;
      if (printed > top) rows = [];
      top = printed;
      rows.push(row);
    }
    if (count > 1) best.set(column.key, new Set(rows));
  }
  return best;
}

/** Ranks that several rows have; those of the page say so themselves. */
function shared(view: BoardView): Set<number> {
  const seen = new Set<number>();
  const twice = new Set<number>();
  if (view.ranks === null) return twice;
  for (const row of view.filtered.rows) {
    const rank = view.ranks[row] as number;
    if (rank === 0) continue;
    if (seen.has(rank)) twice.add(rank);
    seen.add(rank);
  }
  return twice;
}
