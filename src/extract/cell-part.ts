/** Tells what each of several numbers in one cell is, from the slashes and brackets around it. */
import { tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import type { Draft } from './draft.ts';
import type { Cell } from './grid.ts';

export interface CellPart {
  readonly metric: string | null;
  readonly setting: string | null;
  readonly sure: number;
}

export interface CellTexts {
  readonly header: string;
  /** What stands under the header. */
  readonly beneath: readonly string[];
  readonly row: string;
  readonly corner: string;
  /** The cell's own text. */
  readonly cell: string;
  /** Metrics that the text above names for such cells ("PSNR/SSIM"), or null. */
  readonly above: string | null;
  /** The metric that the table's title gives the number in brackets, or null. */
  readonly inBrackets: string | null;
}

/**
 * What the number at `position` of `count` is: "F1/EM" above "90.1/83.4" names both, as "(dev / test)" does behind
 * them. Where nothing explains them, their order is a condition of its own, so that none passes for the plain score.
 */
export function cellPart(texts: CellTexts, position: number, count: number, registry: Registry): CellPart {
  if (count < 2) return { metric: null, setting: null, sure: 1 };
  for (const text of [
    texts.header,
    ...texts.beneath,
    texts.row,
    texts.corner,
    texts.cell,
    texts.above ?? '',
  ]) {
    for (const [, inside] of text.matchAll(/[([]([^()[\]]+)[)\]]/g)) {
      const bracket = inside as string;
      if (!/[/|]/.test(bracket) || /^[\d.,%\s/|±-]+$/.test(bracket)) continue;
      const part = namedPart(bracket, position, count, registry);
      if (part) return part;
    }
    const part = text === texts.cell ? null : namedPart(text, position, count, registry);
    if (part) return part;
  }
  if (position === 0 && texts.cell.includes('(')) return { metric: null, setting: null, sure: 0.97 };
  if (position === 1 && texts.inBrackets !== null && texts.cell.includes('('))
    return { metric: texts.inBrackets, setting: null, sure: 0.97 };
  const order = ['first', 'second', 'third', 'fourth'][position] ?? `number ${position + 1}`;
  return { metric: null, setting: `${order} of ${count === 2 ? 'two' : count} numbers`, sure: 0.92 };
}

function namedPart(text: string, position: number, count: number, registry: Registry): CellPart | null {
  const parts = text.replace(/\s*[([][^()[\]/|]*[)\]]\s*$/, '').split(/\s*[/|]\s*|\s+[-–]\s+/);
  if (parts.length !== count) return null;
  const written = tidy(parts[position] ?? '');
  // "MNLI-m/mm": the first part stands behind the name of both.
  const behind = position === 0 ? /^(.{2,60})[\s_-](\S{1,12})$/.exec(written) : null;
  const name = behind && registry.findBenchmark(behind[1] as string) ? (behind[2] as string) : written;
  return registry.findMetric(name)
    ? { metric: name, setting: null, sure: 1 }
    : { metric: null, setting: name, sure: 1 };
}

/** True for a condition ("F1/EM") that only says what all numbers of a cell are, where of this one its own part is said. */
export function restatesParts(setting: string, { metric, setting: own }: CellPart, count: number): boolean {
  const parts = count > 1 ? setting.split('/') : [];
  return parts.length === count && parts.some((part) => tidy(part) === (metric ?? own));
}

/** Where a number stands in a cell; the second of two equal numbers is the later one. */
function placeOf(raw: string, number: string, position: number): number {
  const first = raw.indexOf(number);
  return position > 0 ? Math.max(first, raw.indexOf(number, first + number.length)) : first;
}

/** The place of a value: where it starts in its cell, whose lines HTML may break. */
export function sourceOf(
  kind: Draft['source']['kind'],
  cell: Cell,
  value: string,
  position: number,
  row: string,
  header: string,
): Draft['source'] {
  const above = cell.raw.slice(0, Math.max(0, placeOf(cell.raw, value, position))).split('\n');
  return {
    kind,
    line: cell.line + above.length - 1,
    column: (above.length === 1 ? cell.column : 1) + (above[above.length - 1] as string).length,
    cell: cell.cell,
    raw: cell.raw,
    row: row === '' ? null : row,
    header: header === '' ? null : header,
  };
}
