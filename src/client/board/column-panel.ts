/** The panel of columns: which, in what order, which stay in sight; how their numbers are shown. */
import { AVERAGE, FACT_KEYS } from '../../core/board/board-index.ts';
import { canNormalise, shownColumns } from '../../core/board/board-layout.ts';
import { type BoardState, FIRST_STATE, MODES, MOST_DIGITS } from '../../core/board/board-state.ts';
import { announce } from '../announce.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';
import type { Board } from './board.ts';
import { columnName } from './head.ts';
import { group, makePanel, type Panel, tickBox } from './panel.ts';

/** Makes the panel. */
export function columnPanel(board: Board): Panel {
  let follow = () => {};
  const panel = makePanel(
    'columns',
    t('tools.columns'),
    (content) => {
      const look = lookOptions(board);
      const list = columnList(board);
      content.append(look.element, list.element);
      follow = () => {
        look.follow();
        list.follow();
      };
    },
    () => follow(),
  );
  // The first opening builds first and follows then.
  board.watch(() => {
    if (panel.isOpen) follow();
  });
  return panel;
}

interface Part {
  readonly element: HTMLElement;
  readonly follow: () => void;
}

/** How numbers are shown. */
function lookOptions(board: Board): Part {
  const change = (part: Partial<BoardState>) => board.change({ ...board.state, ...part });
  const modes = MODES.filter((mode) => mode !== 'normalised' || board.index.columns.some(canNormalise)).map(
    (mode) => {
      const input = element('input', { type: 'radio', name: 'mode', value: mode });
      input.addEventListener('change', () => change({ mode }));
      const note = element('span', { class: 'note' }, t(`tools.mode.about.${mode}`));
      return {
        mode,
        input,
        label: element('label', { class: 'tick' }, input, ' ', t(`tools.mode.${mode}`), note),
      };
    },
  );
  const digits = element('select', {});
  digits.append(element('option', { value: '' }, t('tools.digits.own')));
  for (let count = 0; count <= MOST_DIGITS; count++)
    digits.append(element('option', { value: String(count) }, String(count)));
  digits.addEventListener('change', () =>
    change({ digits: digits.value === '' ? null : Number(digits.value) }),
  );
  const heat = tickBox(t('tools.heat.label'), false, (on) => change({ heat: on }));
  heat.label.append(element('span', { class: 'note' }, t('tools.heat.about')));
  const dense = tickBox(t('tools.dense'), false, (on) => change({ dense: on }));
  return {
    element: element(
      'div',
      { class: 'look' },
      group(t('tools.mode.title'), ...modes.map(({ label }) => label)),
      group(
        t('tools.look'),
        element('label', { class: 'field' }, t('tools.digits.label'), ' ', digits),
        heat.label,
        dense.label,
      ),
    ),
    follow() {
      const { state } = board;
      for (const { mode, input } of modes) input.checked = state.mode === mode;
      digits.value = state.digits === null ? '' : String(state.digits);
      heat.input.checked = state.heat;
      dense.input.checked = state.dense;
    },
  };
}

/** The columns there are: those shown in their order, then the others. */
function columnList(board: Board): Part {
  const { index, usual } = board;
  const list = element('ol', { class: 'columns' });
  const keys = [...usual, ...FACT_KEYS];
  const shown = () => shownColumns(index, board.state).map(({ key }) => key);
  let dragged: string | null = null;

  const show = (columns: readonly string[], sentence: string) => {
    const isUsual = columns.length === usual.length && columns.every((key, place) => key === usual[place]);
    const pinned = board.state.pinned.filter((key) => columns.includes(key));
    board.change({ ...board.state, columns: isUsual ? null : columns, pinned }, 'push', () => sentence);
  };
  const toggle = (key: string, on: boolean) => {
    const now = shown();
    const name = columnName(index, key);
    if (!on) {
      if (now.length === 1) {
        announce(t('tools.column-last'));
        return follow();
      }
      return show(
        now.filter((one) => one !== key),
        t('tools.column-hidden', { name }),
      );
    }
    // Back to where the page has it: behind the last one shown that stands before it there.
    const before = keys.slice(0, keys.indexOf(key));
    const after = Math.max(-1, ...before.map((one) => now.indexOf(one)));
    show([...now.slice(0, after + 1), key, ...now.slice(after + 1)], t('tools.column-shown', { name }));
  };
  const move = (key: string, to: number) => {
    const now = shown();
    const others = now.filter((one) => one !== key);
    const place = Math.max(0, Math.min(to, others.length));
    show(
      [...others.slice(0, place), key, ...others.slice(place)],
      t('tools.column-moved', { name: columnName(index, key), place: place + 1 }),
    );
  };
  const item = (key: string, place: number, count: number): HTMLElement => {
    const name = columnName(index, key);
    const isShown = place < count;
    const box = tickBox(name, isShown, (on) => toggle(key, on));
    box.input.dataset.column = key;
    const column = index.byKey.get(key);
    if (column !== undefined && column.whole !== column.name) box.label.title = column.whole;
    const about = [column?.under ?? '', column?.group ?? ''].filter((text) => text !== '').join(' · ');
    if (about !== '') box.label.append(element('span', { class: 'note' }, about));
    const made = element('li', { 'data-column': key }, box.label);
    if (!isShown) return made;
    const act = (what: string, sign: string, action: () => void) => {
      const button = element('button', { type: 'button', class: 'small', 'data-act': what }, sign);
      button.setAttribute('aria-label', t(`tools.${what}`, { name }));
      button.title = t(`tools.${what}`, { name });
      button.addEventListener('click', () => {
        action();
        const again = list.querySelector<HTMLButtonElement>(
          `li[data-column="${CSS.escape(key)}"] [data-act="${what}"]`,
        );
        (again?.disabled
          ? again.parentElement?.querySelector<HTMLElement>('button:enabled')
          : again
        )?.focus();
      });
      return button;
    };
    const isPinned = board.state.pinned.includes(key);
    const pin = act('pin', t('tools.pinned'), () =>
      board.change({
        ...board.state,
        pinned: isPinned ? board.state.pinned.filter((one) => one !== key) : [...board.state.pinned, key],
      }),
    );
    pin.setAttribute('aria-pressed', String(isPinned));
    const up = act('up', '↑', () => move(key, place - 1));
    up.disabled = place === 0;
    const down = act('down', '↓', () => move(key, place + 1));
    down.disabled = place === count - 1;
    made.append(element('span', { class: 'acts' }, pin, up, down));
    made.draggable = true;
    made.addEventListener('dragstart', (event) => {
      dragged = key;
      event.dataTransfer?.setData('text/plain', key);
    });
    made.addEventListener('dragover', (event) => {
      if (dragged !== null && dragged !== key) event.preventDefault();
    });
    made.addEventListener('drop', (event) => {
      event.preventDefault();
      if (dragged !== null) move(dragged, place);
      dragged = null;
    });
    return made;
  };
  const follow = () => {
    const now = shown();
    const hidden = keys.filter((key) => !now.includes(key));
    const focused = document.activeElement;
    const column = focused instanceof HTMLInputElement ? focused.dataset.column : undefined;
    list.replaceChildren(...[...now, ...hidden].map((key, place) => item(key, place, now.length)));
    if (column !== undefined)
      list.querySelector<HTMLElement>(`input[data-column="${CSS.escape(column)}"]`)?.focus();
  };
  const quick = (text: string, columns: readonly string[]) => {
    const button = element('button', { type: 'button', class: 'choice' }, text);
    button.addEventListener('click', () =>
      show(columns, t('tools.columns-shown', { count: columns.length })),
    );
    return button;
  };
  const average = index.hasAverage ? [AVERAGE] : [];
  const groups = [...new Set(index.columns.map(({ group: name }) => name))].filter((name) => name !== '');
  const quicks = [
    quick(t('tools.all-columns'), FIRST_STATE.columns ?? usual),
    ...(groups.length < 2 ? [] : groups).map((name) =>
      quick(t('tools.only-group', { group: name }), [
        ...average,
        ...index.columns.filter((column) => column.group === name).map(({ key }) => key),
      ]),
    ),
  ];
  const made = group(
    t('tools.columns'),
    element('div', { class: 'choices' }, ...quicks),
    ...(index.hasAverage ? [element('p', { class: 'note' }, t('tools.average.about'))] : []),
    list,
  );
  return { element: made, follow };
}
