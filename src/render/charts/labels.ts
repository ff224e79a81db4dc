/** Places labels beside points so that none covers another, a point that matters, or the frame. */
import { textWidth } from '../../core/charts/markup.ts';

export interface Labelled {
  /** In pixels of the chart. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export type Side = 'right' | 'left' | 'above' | 'below' | 'above-left' | 'above-right' | 'below-right';

/** Where a label's text starts, from its point, and how it is aligned. */
export const SIDES: Readonly<Record<Side, { dx: number; dy: number; anchor: 'start' | 'end' | 'middle' }>> = {
  right: { dx: 8, dy: 4, anchor: 'start' },
  left: { dx: -8, dy: 4, anchor: 'end' },
  above: { dx: 0, dy: -9, anchor: 'middle' },
  below: { dx: 0, dy: 17, anchor: 'middle' },
  'above-left': { dx: -2, dy: -9, anchor: 'end' },
  'above-right': { dx: -4, dy: -9, anchor: 'start' },
  'below-right': { dx: 4, dy: 17, anchor: 'start' },
};

/** A part of the chart, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LINE = 15;
const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function boxOf(point: Labelled, side: Side, width: number): Box {
  const { dx, dy, anchor } = SIDES[side];
  const start = point.x + dx - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
  const base = point.y + dy;
  return { left: start - 2, right: start + width + 2, top: base - LINE + 3, bottom: base + 4 };
}

/**
 * The side for each label, or null where there is no room; the first have the first choice. `sides` are tried in
 * their order; labels keep off the `obstacles`. O(n²) over labels: for a few dozen.
 */
export function placeLabels(
  points: readonly Labelled[],
  frame: { readonly width: number; readonly height: number },
  sides: readonly Side[],
  obstacles: readonly Box[] = [],
): (Side | null)[] {
  const dots = points.map(({ x, y }): Box => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  const taken: Box[] = [...obstacles];
  return points.map((point, place) => {
    const width = textWidth(point.text);
    for (const side of sides) {
      const box = boxOf(point, side, width);
      const inside = box.left >= 0 && box.right <= frame.width && box.top >= -4 && box.bottom <= frame.height;
      if (!inside || taken.some((other) => overlap(box, other))) continue;
      if (dots.some((dot, other) => other !== place && overlap(box, dot))) continue;
      taken.push(box);
      return side;
    }
    return null;
  });
}
