/** The filter by size: classes to choose at once, and a range with two ends. */
import { sizeCounts } from '../../core/board/board-filters.ts';
import type { SizeRange } from '../../core/board/board-state.ts';
import type { BoardView } from '../../core/board/board-view.ts';
import { formatParameters } from '../../core/format.ts';
import { element } from '../element.ts';
import { language, t } from '../language.ts';
import type { Board } from './board.ts';
import { group } from './panel.ts';
import { countWords, sizeWords } from './sentences.ts';

/** Where the ends of the range can stand, in billions; before the first and behind the last it is open. */
const STOPS = [0.1, 0.5, 1, 2, 3, 4, 7, 9, 14, 20, 35, 50, 72, 100, 200, 500];

/** Each starts above where the one before ends. */
const CLASSES: readonly SizeRange[] = [
  { from: null, to: 3 },
  { from: 3.01, to: 9 },
  { from: 9.01, to: 30 },
  { from: 30.01, to: 80 },
  { from: 80.01, to: null },
];

const isSame = (a: SizeRange | null, b: SizeRange) => a?.from === b.from && a?.to === b.to;

/** Makes the filter. */
export function sizeFilter(board: Board): { element: HTMLElement; follow: (view: BoardView) => void } {
  const left = (view: BoardView) => countWords(view, board.index.size);
  const classes = CLASSES.map((range) => {
    const count = element('span', { class: 'count' });
    const button = element('button', { type: 'button', class: 'choice', 'aria-pressed': 'false' });
    button.append(sizeWords(range), ' ', count);
    button.addEventListener('click', () =>
      board.change({ ...board.state, size: isSame(board.state.size, range) ? null : range }, 'push', left),
    );
    return { range, button, count };
  });
  const end = (label: string) => {
    const input = element('input', { type: 'range', min: '0', max: String(STOPS.length), step: '1' });
    input.setAttribute('aria-label', label);
    return input;
  };
  const low = end(t('tools.size.least'));
  const high = end(t('tools.size.most'));
  const says = element('output', { class: 'says' });
  const unknown = element('p', { class: 'note' });
  // The lower end at place n means from stop n − 1 on, the upper one at place n up to stop n.
  const range = (): SizeRange | null => {
    const from = low.valueAsNumber === 0 ? null : (STOPS[low.valueAsNumber - 1] as number);
    const to = high.valueAsNumber === STOPS.length ? null : (STOPS[high.valueAsNumber] as number);
    return from === null && to === null ? null : { from, to };
  };
  const move = (own: HTMLInputElement) => {
    // Ends do not pass each other.
    if (low.valueAsNumber > high.valueAsNumber + 1) {
      if (own === low) low.value = String(high.valueAsNumber + 1);
      else high.value = String(low.valueAsNumber - 1);
    }
    board.change({ ...board.state, size: range() }, 'replace', left);
  };
  for (const input of [low, high]) input.addEventListener('input', () => move(input));

  const follow = (view: BoardView) => {
    const { size } = view.state;
    const { counts, unknown: without } = sizeCounts(board.index, view.filtered, CLASSES);
    for (const [place, { range: own, button, count }] of classes.entries()) {
      button.setAttribute('aria-pressed', String(isSame(size, own)));
      count.textContent = language.count(counts[place] ?? 0);
    }
    low.value = String(size?.from == null ? 0 : STOPS.filter((stop) => stop <= (size.from as number)).length);
    high.value = String(
      size?.to == null ? STOPS.length : STOPS.findIndex((stop) => stop >= (size.to as number)),
    );
    const { from = null, to = null } = size ?? {};
    low.setAttribute('aria-valuetext', from === null ? t('tools.size.any') : formatParameters(from));
    high.setAttribute('aria-valuetext', to === null ? t('tools.size.any') : formatParameters(to));
    says.textContent = size === null ? t('tools.size.all') : sizeWords(size);
    unknown.textContent = t('tools.size.unknown', { count: without });
    unknown.hidden = size === null || without === 0;
  };
  const made = group(
    t('tools.size.title'),
    element('div', { class: 'choices' }, ...classes.map(({ button }) => button)),
    element('div', { class: 'range' }, low, high),
    says,
    unknown,
  );
  made.classList.add('sizes');
  return { element: made, follow };
}
