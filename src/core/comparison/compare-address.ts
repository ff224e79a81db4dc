/** Which models a comparison's address names: "?m=acme/zephyr&m=acme/breeze". */
import { MOST_COMPARED } from './model.ts';

/** The ids that a query names, each once, in order; more than there is room for are left out. */
export function comparedIds(query: string): string[] {
  const ids = new URLSearchParams(query).getAll('m').filter((id) => id !== '');
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

/** The query that names these models; the empty string for none. Slashes stay readable. */
export function comparedQuery(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  return `?${ids.map((id) => `m=${encodeURIComponent(id).replaceAll('%2F', '/')}`).join('&')}`;
}
