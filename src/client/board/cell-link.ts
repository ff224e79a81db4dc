/** Links to the very cell of a board: "#cell:owner/name:gsm8k" leads to it, and a proof offers it. */
import { announce } from '../announce.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';
import type { Board } from './board.ts';
import { copyText } from './clipboard.ts';
import type { BoardPage } from './page.ts';
import type { BoardRows } from './rows.ts';

const encode = (text: string) => encodeURIComponent(text).replaceAll('%2F', '/');

/** Reads a fragment: the model and the column, or null. */
function readCell(hash: string): { readonly id: string; readonly key: string } | null {
  const [, id, key] = /^#cell:(.+):([^:]+)$/.exec(hash) ?? [];
  if (id === undefined || key === undefined) return null;
  try {
    return { id: decodeURIComponent(id), key: decodeURIComponent(key) };
  } catch {
    return null;
  }
}

/** Follows such links, and offers them in proofs. `reveal` brings a row into the page. */
export function startCellLinks(
  page: BoardPage,
  board: Board,
  rows: BoardRows,
  reveal: (row: number) => void,
): void {
  const columnOf = (node: Element): string | undefined => {
    const cell = node.closest('td');
    const place = cell === null ? -1 : cell.cellIndex;
    return page.header.cells[place]?.dataset.key;
  };
  page.table.addEventListener('cardboard:proof', (event) => {
    const panel = (event as CustomEvent<HTMLElement>).detail;
    const link = event.target as Element;
    const id = board.index.data.models.id[rows.rowOf(link)];
    const key = columnOf(link);
    if (id === undefined || key === undefined) return;
    const button = element('button', { type: 'button', class: 'link cell-link' }, t('tools.cell.copy'));
    button.addEventListener('click', () => {
      const address = new URL(board.address(), location.href);
      address.hash = `cell:${encode(id)}:${encode(key)}`;
      void copyText(address.href, button);
    });
    panel.append(button);
  });
  const go = () => {
    const wanted = readCell(location.hash);
    const row = wanted === null ? undefined : board.index.rowOf.get(wanted.id);
    if (wanted === null || row === undefined) return;
    if (!board.view.rows.includes(row)) return announce(t('tools.cell.left-out'));
    reveal(row);
    for (const cell of page.body.querySelectorAll('.is-target')) cell.classList.remove('is-target');
    const place = [...page.header.cells].findIndex((cell) => cell.dataset.key === wanted.key);
    const cell = rows.elementOf(row).cells[place];
    if (cell === undefined) return;
    cell.classList.add('is-target');
    cell.scrollIntoView({ block: 'center', inline: 'center' });
    cell.querySelector('a')?.focus();
  };
  addEventListener('hashchange', go);
  if (location.hash !== '') go();
}
