/** The state of a table in the page's address: ?sort=ifeval&dir=asc&q=llama&complete=1 */

export type Direction = 'ascending' | 'descending';

export interface TableState {
  /** Key of the column to sort by, or null for the order that the page came in. */
  readonly sort: string | null;
  readonly direction: Direction | null;
  readonly query: string;
  /** Only rows that lack no cell. */
  readonly complete: boolean;
}

/** Reads the state; what is not understood counts as not given. */
export function readState(search: string): TableState {
  const parameters = new URLSearchParams(search);
  const direction = parameters.get('dir');
  return {
    sort: parameters.get('sort') || null,
    direction: direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : null,
    query: parameters.get('q') ?? '',
    complete: parameters.get('complete') === '1',
  };
}

/** The address's search part for a state, other parameters kept; the empty string for none. */
export function writeState(search: string, state: TableState): string {
  const parameters = new URLSearchParams(search);
  const set = (key: string, value: string | null) => {
    if (value === null || value === '') parameters.delete(key);
    else parameters.set(key, value);
  };
  set('sort', state.sort);
  set(
    'dir',
    state.sort === null || state.direction === null ? null : state.direction === 'ascending' ? 'asc' : 'desc',
  );
  set('q', state.query.trim());
  set('complete', state.complete ? '1' : null);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Puts a state into the address: as a new step of the history, or in place of the present one. */
export function keepState(state: TableState, step: 'push' | 'replace'): void {
  const address = location.pathname + writeState(location.search, state) + location.hash;
  try {
    if (step === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // Some browsers refuse to change the address of a page opened from a file.
  }
}
