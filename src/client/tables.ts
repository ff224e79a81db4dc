/** Joins a page's filter and sorting with its address, and follows the reader back and forth. */
import { announce } from './announce.ts';
import { keepState, readState, type TableState } from './page-state.ts';
import { tableFilter } from './table-filter.ts';
import { sortableTable } from './table-sort.ts';

/** Brings the tables of the page to life; boards have tools of their own. */
export function startTables(): void {
  if (document.getElementById('board-data') !== null) return;
  const tools = document.querySelector<HTMLElement>('[data-tools]');
  const table = document.querySelector<HTMLTableElement>('table[data-sort]');
  const present = (): TableState => ({
    sort: sortable?.sorted.key ?? null,
    direction: sortable?.sorted.direction ?? null,
    query: filter?.query ?? '',
    complete: filter?.complete ?? false,
  });
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const filter =
    tools === null
      ? null
      : tableFilter(tools, (sentence) => {
          keepState(present(), 'replace');
          // Announced once the reader stops typing.
          clearTimeout(quiet);
          quiet = setTimeout(() => announce(sentence), 500);
        });
  const sortable =
    table === null
      ? null
      : sortableTable(table, (sentence) => {
          keepState(present(), 'push');
          announce(sentence);
        });
  const restore = () => {
    const state = readState(location.search);
    if (
      state.sort !== (sortable?.sorted.key ?? null) ||
      state.direction !== (sortable?.sorted.direction ?? null)
    ) {
      sortable?.sort(state.sort, state.direction);
    }
    filter?.show(state.query, state.complete);
  };
  restore();
  addEventListener('popstate', restore);
}
