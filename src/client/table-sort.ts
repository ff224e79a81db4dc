/** Sorting of a table by its headers: buttons beside the labels, the state told by aria-sort. */
import { element } from './element.ts';
import { t } from './language.ts';
import { type ColumnValues, orderRows, parsePrinted } from './order.ts';
import type { Direction } from './page-state.ts';

interface Column {
  readonly key: string;
  readonly header: HTMLTableCellElement;
  readonly label: string;
  readonly first: Direction;
  values?: ColumnValues;
}

/** What a cell says as a number: its exact value where the printed one is rounded. */
function numberIn(cell: HTMLElement | undefined): number | null {
  if (cell === undefined) return null;
  if (cell.dataset.value !== undefined) return Number(cell.dataset.value);
  // The number is the last text of the cell's link, behind the mark of its origin; without a link the first text.
  const printed = cell.querySelector('a')?.lastChild ?? cell.firstChild;
  return parsePrinted(printed?.textContent ?? '');
}

export interface SortableTable {
  /** Sorts by a column's key; null and unknown keys restore the order that the page came in. */
  sort(key: string | null, direction: Direction | null): void;
  readonly sorted: { readonly key: string | null; readonly direction: Direction | null };
}

/** Makes a table sortable. `onSort` hears of what the reader asks for, after the rows stand in their new order. */
export function sortableTable(table: HTMLTableElement, onSort: (sentence: string) => void): SortableTable {
  const body = table.tBodies[0] as HTMLTableSectionElement;
  const rows = [...body.rows];
  const original = table.dataset.sort || null;
  let state: { key: string | null; direction: Direction | null } = { key: null, direction: null };

  const columns = [...table.querySelectorAll<HTMLTableCellElement>('thead th[data-key]')].map(
    (header): Column => {
      const label = header.querySelector('.label');
      const name = label?.querySelector('abbr')?.title || label?.textContent || '';
      return {
        key: header.dataset.key as string,
        header,
        label: name.trim(),
        first: header.dataset.first as Direction,
      };
    },
  );

  const valuesOf = (column: Column): ColumnValues => {
    if (column.values === undefined) {
      const index = column.header.cellIndex;
      column.values =
        column.header.dataset.text === undefined
          ? { kind: 'number', values: rows.map((row) => numberIn(row.cells[index])) }
          : {
              kind: 'text',
              values: rows.map((row) => row.cells[index]?.querySelector('a')?.textContent ?? ''),
            };
    }
    return column.values;
  };

  const mark = (key: string | null, direction: Direction | null) => {
    for (const { key: own, header } of columns) {
      if (own === key && direction !== null) header.setAttribute('aria-sort', direction);
      else header.removeAttribute('aria-sort');
    }
  };

  const sort = (key: string | null, direction: Direction | null) => {
    const column = columns.find((candidate) => candidate.key === key);
    const order =
      column === undefined
        ? rows.map((_, place) => place)
        : orderRows(valuesOf(column), direction ?? column.first);
    const sorted = document.createDocumentFragment();
    for (const place of order) sorted.append(rows[place] as HTMLTableRowElement);
    body.append(sorted);
    if (column === undefined) {
      const first = columns.find((candidate) => candidate.key === original)?.first ?? null;
      state = { key: null, direction: null };
      mark(original, first);
    } else {
      state = { key: column.key, direction: direction ?? column.first };
      mark(state.key, state.direction);
    }
  };

  for (const column of columns) {
    const button = element('button', {
      type: 'button',
      class: 'sort',
      title: t('tables.sort-by', { name: column.label }),
    });
    button.append(element('span', { class: 'hidden' }, t('tables.sort-by', { name: column.label })));
    column.header.querySelector('a.sort')?.remove();
    column.header.append(button);
    button.addEventListener('click', () => {
      const shown = column.header.getAttribute('aria-sort');
      const direction: Direction =
        shown === null ? column.first : shown === 'ascending' ? 'descending' : 'ascending';
      sort(column.key, direction);
      onSort(t(`tables.sorted.${direction}`, { name: column.label }));
    });
  }
  mark(original, columns.find((candidate) => candidate.key === original)?.first ?? null);
  return {
    sort,
    get sorted() {
      return state;
    },
  };
}
