/** Holds a table's columns at the widths that they have, so that rows may come and go without moving them. */
import { element } from '../element.ts';
import type { BoardPage } from './page.ts';

export interface FixedColumns {
  /** Takes the widths that the columns have now. */
  measure(): void;
  /** Lets the browser find the widths anew, from the rows that are there. */
  free(): void;
  /** Keeps the widths as they were measured. */
  fix(): void;
}

/** Starts with columns that are free, and frees them whenever the window changes. */
export function fixedColumns({ table, header }: BoardPage): FixedColumns {
  const columns = element('colgroup');
  let isFixed = false;
  let widths: readonly number[] = [];
  const measure = () => {
    widths = Array.from(header.cells, (cell) => cell.getBoundingClientRect().width);
  };
  const free = () => {
    if (!isFixed) return;
    isFixed = false;
    table.classList.remove('fixed');
    columns.remove();
  };
  addEventListener('resize', free);
  return {
    measure() {
      if (!isFixed) measure();
    },
    free,
    fix() {
      if (isFixed) return;
      isFixed = true;
      columns.replaceChildren(
        ...widths.map((width) => {
          const column = element('col');
          column.style.width = `${width}px`;
          return column;
        }),
      );
      table.caption?.after(columns);
      if (!columns.isConnected) table.prepend(columns);
      table.classList.add('fixed');
    },
  };
}
