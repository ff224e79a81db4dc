/** Selecting models: a box in every row, and a bar that leads to their comparison or copies their rows. */
import { formatTable } from '../../core/board/board-export.ts';
import { MOST_SELECTED } from '../../core/board/board-state.ts';
import { takeTable } from '../../core/board/board-table.ts';
import { announce } from '../announce.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';
import type { Board } from './board.ts';
import type { BoardPage } from './page.ts';
import { copyButtons, tableNames } from './share-panel.ts';

/** Rows that have their boxes from the start. */
const AT_ONCE = 40;

export interface Selection {
  /** Gives a row its box. */
  equip(row: number, tr: HTMLTableRowElement): void;
  /** Gives the rows of the page their boxes when they come near the window: a thousand at once would take their time. */
  equipNear(rows: readonly HTMLTableRowElement[]): void;
}

/** The way to the page of comparisons, with the models given. */
function compareAddress(page: BoardPage, ids: readonly string[]): string {
  const way = page.table.dataset.compare ?? '../../compare/';
  return `${way}?${ids.map((id) => `m=${encodeURIComponent(id).replaceAll('%2F', '/')}`).join('&')}`;
}

/** Brings selecting to the rows of a board. */
export function startSelection(page: BoardPage, board: Board): Selection {
  const { index } = board;
  const boxes = new Map<number, HTMLInputElement>();
  const nameOf = (id: string) => index.data.models.name[index.rowOf.get(id) ?? -1] ?? id;
  const select = (ids: readonly string[], sentence: string) =>
    board.change({ ...board.state, selected: ids }, 'replace', () => sentence);

  const bar = element('section', { class: 'compare-bar', 'aria-label': t('tools.selected.title') });
  const names = element('ul', { class: 'chips' });
  const compare = element('a', { class: 'done' });
  const clear = element('button', { type: 'button', class: 'link' }, t('tools.selected.clear'));
  clear.addEventListener('click', () => {
    select([], t('tools.selected.none'));
    page.box.focus();
  });
  const copies = copyButtons('rows', (format) => {
    const chosen = board.state.selected.flatMap((id) => index.rowOf.get(id) ?? []);
    return formatTable(takeTable(index, board.view, tableNames(board), { rows: chosen }), format);
  });
  bar.append(
    names,
    element(
      'div',
      { class: 'choices' },
      compare,
      element('span', { class: 'note' }, t('tools.selected.copy')),
      ...copies,
      clear,
    ),
  );
  bar.hidden = true;
  page.box.after(bar);

  board.watch(({ state }) => {
    const selected = state.selected.filter((id) => index.rowOf.has(id));
    bar.hidden = selected.length === 0;
    for (const [row, box] of boxes) {
      box.checked = selected.includes(index.data.models.id[row] as string);
      box.closest('tr')?.classList.toggle('is-selected', box.checked);
    }
    names.replaceChildren(
      ...selected.map((id) => {
        const chip = element('button', { type: 'button', class: 'chip', dir: 'auto' }, nameOf(id));
        chip.append(element('span', { class: 'cross', 'aria-hidden': 'true' }, '×'));
        chip.setAttribute('aria-label', t('tools.selected.drop', { name: nameOf(id) }));
        chip.addEventListener('click', () => {
          select(
            state.selected.filter((other) => other !== id),
            t('tools.selected.count', { count: selected.length - 1 }),
          );
          (names.querySelector<HTMLElement>('button') ?? page.box).focus();
        });
        return element('li', {}, chip);
      }),
    );
    compare.textContent = t('tools.selected.compare', { count: selected.length });
    if (selected.length > 1) compare.setAttribute('href', compareAddress(page, selected));
    else compare.removeAttribute('href');
  });

  const equip = (row: number, tr: HTMLTableRowElement) => {
    if (boxes.has(row)) return;
    const id = index.data.models.id[row] as string;
    const box = element('input', {
      type: 'checkbox',
      'aria-label': t('tools.selected.select', { name: nameOf(id) }),
    });
    box.checked = board.state.selected.includes(id);
    tr.classList.toggle('is-selected', box.checked);
    box.addEventListener('change', () => {
      const { selected } = board.state;
      if (box.checked && selected.length >= MOST_SELECTED) {
        box.checked = false;
        announce(t('tools.selected.full', { most: MOST_SELECTED }));
        bar.dataset.full = '';
        return;
      }
      const next = box.checked ? [...selected, id] : selected.filter((other) => other !== id);
      delete bar.dataset.full;
      select(next, t('tools.selected.count', { count: next.length }));
    });
    tr.querySelector('.rank')?.prepend(element('label', { class: 'select' }, box));
    boxes.set(row, box);
  };
  return {
    equip,
    equipNear(near) {
      const places = new Map<Element, number>(near.map((tr, place) => [tr, place]));
      const observer = new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries) {
            if (!isIntersecting) continue;
            observer.unobserve(target);
            equip(places.get(target) as number, target as HTMLTableRowElement);
          }
        },
        { rootMargin: '1000px' },
      );
      for (const [row, tr] of near.entries()) {
        if (row < AT_ONCE) equip(row, tr);
        else observer.observe(tr);
      }
    },
  };
}
