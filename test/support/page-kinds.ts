/** The pages of a built site, by the kind of page they are. */
import { listFiles } from './workplace.ts';

/**
 * Paths of pages by kind: "boards" is the list of boards, "boards/*" a board, and what lies below one is named behind it.
 * Each kind's pages are in text order.
 */
export function pageKinds(site: string): Map<string, string[]> {
  const kinds = new Map<string, string[]>();
  for (const path of listFiles(site).filter((file) => file.endsWith('.html'))) {
    const kind = kindOf(path);
    const pages = kinds.get(kind);
    if (pages === undefined) kinds.set(kind, [path]);
    else pages.push(path);
  }
  return kinds;
}

function kindOf(path: string): string {
  const parts = path.replace(/\/?index\.html$/, '').split('/');
  const [first = '', id, ...below] = parts;
  if (id === undefined) return first === '' ? 'home' : first;
  return first === 'boards' && below.length > 0 ? `boards/*/${below[0]}` : `${first}/*`;
}
