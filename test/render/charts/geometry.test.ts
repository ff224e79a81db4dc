/** Axes, frontiers, labels and bars: places within the frame, and laws that hold whatever the data. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/core/charts/markup.ts';
import { makeAxis, tickDecimals } from '../../../src/render/charts/axis.ts';
import { binsOf } from '../../../src/render/charts/distribution.ts';
import { frontier } from '../../../src/render/charts/frontier.ts';
import { placeLabels, SIDES } from '../../../src/render/charts/labels.ts';

const value = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const values = fc.array(value, { minLength: 1, maxLength: 60 });

describe('an axis', () => {
  it.each(['linear', 'time'] as const)('has room for every value: %s', (kind) => {
    fc.assert(
      fc.property(values, (list) => {
        const axis = makeAxis(kind, list);
        for (const one of list) {
          expect(axis.at(one)).toBeGreaterThanOrEqual(-1e-9);
          expect(axis.at(one)).toBeLessThanOrEqual(1 + 1e-9);
        }
        for (const tick of axis.ticks) expect(axis.at(tick)).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  it('of sizes has room at both ends, and passes over what has no logarithm', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 5000, noNaN: true }), { minLength: 1 }), (list) => {
        const axis = makeAxis('log', [...list, 0, -3]);
        for (const one of list) {
          expect(axis.at(one)).toBeGreaterThan(0);
          expect(axis.at(one)).toBeLessThan(1);
        }
        expect(axis.ticks.length).toBeGreaterThan(0);
        expect(axis.ticks.length).toBeLessThanOrEqual(9);
      }),
    );
  });

  it('of equal values, and of none, is still an axis', () => {
    expect(makeAxis('linear', [50, 50]).at(50)).toBeCloseTo(0.5, 6);
    expect(makeAxis('linear', [0]).at(0)).toBeCloseTo(0.5, 6);
    expect(makeAxis('linear', []).domain).toEqual([0, 1]);
    expect(makeAxis('linear', [100, 100], 5, [0, 100]).domain[1]).toBe(100);
    expect(makeAxis('log', [7, 7]).at(7)).toBeCloseTo(0.5, 6);
  });

  it('tells its ticks apart', () => {
    expect(tickDecimals([0, 20, 40])).toBe(0);
    expect(tickDecimals([0, 0.5, 1])).toBe(1);
    expect(tickDecimals([0.01, 0.02])).toBe(2);
  });
});

describe('the frontier', () => {
  const point = fc.record({
    x: fc.constantFrom(1, 3, 7, 7, 13, 70),
    y: fc.integer({ min: -20, max: 100 }),
    id: fc.string({ maxLength: 3 }),
  });

  it.each([true, false])('rises in both, leaves nobody better below it (higher is better: %s)', (higher) => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (points) => {
        const line = frontier(points, higher);
        const sign = higher ? 1 : -1;
        for (const [place, one] of line.entries()) {
          const before = line[place - 1];
          if (before !== undefined) {
            expect(one.x).toBeGreaterThan(before.x);
            expect(sign * (one.y - before.y)).toBeGreaterThan(0);
          }
          expect(points.some((other) => other.x <= one.x && sign * (other.y - one.y) > 0)).toBe(false);
        }
        for (const one of points)
          expect(line.some((best) => best.x <= one.x && sign * (best.y - one.y) >= 0)).toBe(true);
        expect(frontier([...points].reverse(), higher)).toEqual(line);
      }),
    );
  });

  it('of nobody is nobody', () => expect(frontier([])).toEqual([]));
});

it('places labels inside of the frame and off each other', () => {
  const labelled = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 300 }),
      y: fc.integer({ min: 0, max: 300 }),
      text: fc.string({ minLength: 1, maxLength: 20 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(labelled, (points) => {
      const sides = placeLabels(points, { width: 300, height: 300 }, ['right', 'left', 'above', 'below']);
      const boxes = points.flatMap((point, place) => {
        const side = sides[place];
        if (side == null) return [];
        const width = textWidth(point.text);
        const { dx, dy, anchor } = SIDES[side];
        const left = point.x + dx - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
        return [{ left, right: left + width, top: point.y + dy - 11, bottom: point.y + dy + 3 }];
      });
      for (const [place, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(300);
        for (const other of boxes.slice(place + 1)) {
          const apart =
            box.right <= other.left ||
            other.right <= box.left ||
            box.bottom <= other.top ||
            other.bottom <= box.top;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

it('counts every value in exactly one bar', () => {
  fc.assert(
    fc.property(values, (list) => {
      const bins = binsOf(list, makeAxis('linear', list, 6));
      expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(list.length);
      for (const [place, bin] of bins.entries()) {
        expect(bin.to).toBeGreaterThan(bin.from);
        if (place > 0) expect(bin.from).toBe(bins[place - 1]?.to);
      }
      expect(bins.length).toBeLessThanOrEqual(65);
    }),
  );
});
