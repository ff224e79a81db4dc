/** The panel of filters: every word with the models that it would leave, sizes, and switches. */
import { facetIndex, orderWords } from '../../core/board/board-facets.ts';
import { facetCounts, switchCount } from '../../core/board/board-filters.ts';
import {
  type BoardState,
  FACETS,
  type FacetName,
  SWITCHES,
  withFacet,
  withSwitch,
} from '../../core/board/board-state.ts';
import type { BoardView } from '../../core/board/board-view.ts';
import { element } from '../element.ts';
import { language, t } from '../language.ts';
import { foldText } from '../match.ts';
import type { Board } from './board.ts';
import { group, makePanel, type Panel, tickBox } from './panel.ts';
import { chipsOf, countWords, facetWord } from './sentences.ts';
import { sizeFilter } from './size-filter.ts';

/** So many words of a facet are in sight at first. */
const IN_SIGHT = 5;
/** From so many on, a box to look for them. */
const MANY = 20;

type Follow = (view: BoardView) => void;

/** Makes the panel. */
export function filterPanel(board: Board): Panel {
  const follows: Follow[] = [];
  const left = (view: BoardView) => countWords(view, board.index.size);
  const change = (state: BoardState) => board.change(state, 'push', left);
  const panel = makePanel(
    'filters',
    t('tools.filters'),
    (content) => {
      const parts = element('div', { class: 'facets' });
      for (const made of [
        ...(board.index.data.models.parameters.some((size) => size !== null) ? [sizeFilter(board)] : []),
        switches(board, change),
        ...FACETS.flatMap((name) => facet(board, name, change) ?? []),
      ]) {
        parts.append(made.element);
        follows.push(made.follow);
      }
      const done = element('button', { type: 'button', class: 'done' });
      done.addEventListener('click', () => panel.close());
      follows.push((view) => {
        done.textContent = t('tools.show', { count: view.rows.length });
      });
      content.append(parts, done);
    },
    () => {
      for (const follow of follows) follow(board.view);
    },
  );
  board.watch((view) => {
    const count = chipsOf(view.state).length;
    panel.button.textContent = count === 0 ? t('tools.filters') : t('tools.filters-on', { count });
    if (panel.isOpen) for (const follow of follows) follow(view);
  });
  return panel;
}

function switches(
  board: Board,
  change: (state: BoardState) => void,
): { element: HTMLElement; follow: Follow } {
  const { index } = board;
  const wanted = SWITCHES.filter((name) => {
    if (name === 'card') return index.data.models.card.includes(false);
    if (name === 'independent') return index.data.scores.some(({ origin }) => origin.includes('s'));
    return index.data.scores.some(({ score }) => score.includes(null));
  });
  const boxes = wanted.map((name) => {
    const box = tickBox(t(`tools.switch.${name}`), false, (on) => change(withSwitch(board.state, name, on)));
    const count = element('span', { class: 'count' });
    if (name !== 'independent') box.label.append(' ', count);
    return { name, count, ...box };
  });
  return {
    element: group(t('tools.switch.title'), ...boxes.map(({ label }) => label)),
    follow(view) {
      for (const { name, input, count } of boxes) {
        input.checked = view.state.switches[name] ?? false;
        if (name !== 'independent')
          count.textContent = language.count(switchCount(index, view.filtered, view.state, name));
      }
    },
  };
}

function facet(
  board: Board,
  name: FacetName,
  change: (state: BoardState) => void,
): { element: HTMLElement; follow: Follow } | null {
  const { index } = board;
  const { words, ofRow } = facetIndex(index, name);
  if (words.length < 2) return null;
  const totals = new Map<string, number>();
  for (const places of ofRow)
    for (const place of places) {
      const word = words[place] as string;
      totals.set(word, (totals.get(word) ?? 0) + 1);
    }
  const chosen = () => board.state.facets[name] ?? [];
  const boxes = orderWords(
    name,
    words.map((word) => ({ word, count: totals.get(word) ?? 0 })),
  ).map(({ word }) => {
    const shown = facetWord(name, word);
    const box = tickBox(shown, false, (on) =>
      change(withFacet(board.state, name, on ? [...chosen(), word] : chosen().filter((one) => one !== word))),
    );
    const count = element('span', { class: 'count' });
    box.label.append(' ', count);
    box.label.dir = 'auto';
    return { word, text: foldText(shown), count, ...box };
  });
  const list = element('div', { class: 'words' }, ...boxes.map(({ label }) => label));
  const parts: HTMLElement[] = [list];
  let isWhole = boxes.length <= IN_SIGHT + 1;
  let wanted = '';
  const sift = () => {
    for (const [place, box] of boxes.entries()) {
      const isFound =
        wanted === '' ? isWhole || place < IN_SIGHT || box.input.checked : box.text.includes(wanted);
      box.label.hidden = !isFound;
    }
    list.classList.toggle('long', isWhole && boxes.length > IN_SIGHT + 1);
  };
  if (boxes.length >= MANY) {
    const look = element('input', {
      type: 'search',
      'aria-label': t('tools.look-for', { facet: t(`tools.facet.${name}`) }),
    });
    look.placeholder = t('tools.look-among', { count: boxes.length });
    look.addEventListener('input', () => {
      wanted = foldText(look.value);
      sift();
    });
    parts.unshift(look);
  }
  if (!isWhole) {
    const more = element(
      'button',
      { type: 'button', class: 'link' },
      t('tools.all-words', { count: boxes.length }),
    );
    more.addEventListener('click', () => {
      isWhole = !isWhole;
      more.textContent = isWhole ? t('tools.fewer-words') : t('tools.all-words', { count: boxes.length });
      sift();
    });
    parts.push(more);
  }
  return {
    element: group(t(`tools.facet.${name}`), ...parts),
    follow(view) {
      const counts = new Map(facetCounts(index, view.filtered, name).map(({ word, count }) => [word, count]));
      const on = new Set(view.state.facets[name]);
      for (const { word, input, label, count } of boxes) {
        const number = counts.get(word) ?? 0;
        input.checked = on.has(word);
        count.textContent = language.count(number);
        label.classList.toggle('idle', number === 0);
      }
      sift();
    },
  };
}
