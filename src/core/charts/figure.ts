/** A drawing and the table behind it: what both the build and the browser make of a chart. */
import { svg } from './markup.ts';

/** A cell of the table behind a chart. */
export interface ChartCell {
  readonly text: string;
  /** The way to what it is about; the empty string where there is none. */
  readonly href: string;
}

export interface ChartTable {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly ChartCell[])[];
}

export interface Figure {
  /** Safe markup of an `svg` element. */
  readonly svg: string;
  readonly table: ChartTable;
}

/** A cell without a link. */
export function plainCell(text: string): ChartCell {
  return { text, href: '' };
}

export interface LegendEntry {
  /** Safe markup: the mark itself, small. */
  readonly key: string;
  readonly label: string;
}

/** What a legend explains, as it is drawn in a chart. */
export type LegendMark =
  | 'dot'
  | 'dot strong'
  | 'dot second'
  | 'dot other'
  | 'ring'
  | 'median'
  | 'frontier'
  | 'diagonal'
  | 'slope rising'
  | 'slope falling'
  | 'slope sure';

/** An entry of a legend. */
export function legendEntry(mark: LegendMark, label: string): LegendEntry {
  const isLine = /^(?:frontier|diagonal|slope)/.test(mark);
  const drawn = isLine
    ? svg('line', { class: mark, x1: 0, x2: 14, y1: 7, y2: 7 })
    : mark === 'median'
      ? svg('line', { class: mark, x1: 7, x2: 7, y1: 1, y2: 13 })
      : svg('circle', { class: mark, cx: 7, cy: 7, r: 4 });
  return { key: svg('svg', { width: 14, height: 14, 'aria-hidden': 'true' }, drawn), label };
}
