/** Lets the dots of charts speak: the nearest to the pointer, or the one that arrow keys lead to, shows its row's words. */
import { announce } from './announce.ts';
import { element } from './element.ts';

/** A dot further away than so many pixels is not meant. */
const REACH = 24;

interface Dot {
  readonly mark: SVGCircleElement;
  readonly row: HTMLTableRowElement;
}

/** What a row of the table behind a chart says: its name, then each value with its column's. */
function wordsOf(row: HTMLTableRowElement): { name: string; values: string[] } {
  const heads = [...(row.closest('table')?.tHead?.rows[0]?.cells ?? [])].map(
    (head) => head.textContent ?? '',
  );
  const [name = '', ...values] = [...row.cells].map((cell) => cell.textContent ?? '');
  return { name, values: values.map((value, place) => `${heads[place + 1]}: ${value}`) };
}

/** Brings one chart to life. */
function startChart(chart: SVGSVGElement): void {
  const figure = chart.closest('figure');
  const rows = figure?.querySelector('table')?.tBodies[0]?.rows;
  const box = chart.parentElement;
  if (rows === undefined || box === null) return;
  let found: Dot[] | undefined;
  let shown: Dot | undefined;
  let touched: Dot | undefined;
  let says: HTMLElement | undefined;

  const dots = (): Dot[] => {
    found ??= [...chart.querySelectorAll<SVGCircleElement>('circle[data-row]')]
      .flatMap((mark) => {
        const row = rows[Number(mark.dataset.row)];
        return row === undefined ? [] : [{ mark, row }];
      })
      .sort((a, b) => a.row.rowIndex - b.row.rowIndex);
    return found;
  };

  const hide = () => {
    shown?.mark.classList.remove('pointed');
    says?.remove();
    shown = undefined;
    says = undefined;
  };

  const show = (dot: Dot) => {
    if (dot === shown) return;
    hide();
    shown = dot;
    dot.mark.classList.add('pointed');
    const { name, values } = wordsOf(dot.row);
    says = element('div', { class: 'chart-says', 'aria-hidden': 'true' }, element('b', {}, name));
    for (const value of values) says.append(element('div', {}, value));
    box.append(says);
    const place = dot.mark.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    const size = says.getBoundingClientRect();
    const left = place.left + place.width / 2 - frame.left - size.width / 2;
    const above = place.top - frame.top - size.height - 8;
    says.style.left = `${Math.min(Math.max(0, left), Math.max(0, frame.width - size.width))}px`;
    says.style.top = `${place.top - size.height - 8 < 0 ? place.bottom - frame.top + 8 : above}px`;
  };

  const nearest = (x: number, y: number): Dot | undefined => {
    let best: Dot | undefined;
    let least = REACH ** 2;
    for (const dot of dots()) {
      const { left, top, width, height } = dot.mark.getBoundingClientRect();
      const away = (left + width / 2 - x) ** 2 + (top + height / 2 - y) ** 2;
      if (away < least) [best, least] = [dot, away];
    }
    return best;
  };

  chart.addEventListener('pointermove', (event) => {
    const dot = nearest(event.clientX, event.clientY);
    chart.classList.toggle('at-dot', dot !== undefined);
    if (dot === undefined) hide();
    else show(dot);
  });
  chart.addEventListener('pointerleave', (event) => {
    // A finger that is lifted leaves, too: what it showed stays until the next.
    if (event.pointerType === 'mouse') hide();
  });
  chart.addEventListener('click', (event) => {
    const dot = nearest(event.clientX, event.clientY);
    if (dot === undefined || (event.target instanceof Element && event.target.closest('a'))) return;
    show(dot);
    // The pointer shows first and follows then; a finger needs two taps.
    const isTouch = (event as PointerEvent).pointerType === 'touch';
    if (!isTouch || touched === dot) follow(dot);
    touched = isTouch ? dot : undefined;
  });
  const follow = (dot: Dot) => dot.row.querySelector('a')?.click();

  // One stop for the keyboard; arrows lead from dot to dot in the order of the table.
  chart.tabIndex = 0;
  chart.addEventListener('keydown', (event) => {
    if (event.target !== chart) return;
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const all = dots();
    if (event.key === 'Escape') hide();
    else if (event.key === 'Enter' && shown !== undefined) follow(shown);
    else if (step !== undefined && all.length > 0) {
      event.preventDefault();
      const at = shown === undefined ? (step > 0 ? -1 : all.length) : all.indexOf(shown);
      const next = all[Math.min(all.length - 1, Math.max(0, at + step))] as Dot;
      show(next);
      const { name, values } = wordsOf(next.row);
      announce([name, ...values].join(', '));
    }
  });
  chart.addEventListener('focusin', (event) => {
    const mark = event.target instanceof Element ? event.target.querySelector('circle[data-row]') : null;
    const dot = dots().find((one) => one.mark === mark);
    if (event.target !== chart && dot !== undefined) show(dot);
  });
  chart.addEventListener('focusout', hide);
}

/** Brings the charts of the page to life; dots are looked for when somebody comes near. */
export function startChartDots(): void {
  for (const chart of document.querySelectorAll<SVGSVGElement>('svg[data-dots]')) startChart(chart);
}
