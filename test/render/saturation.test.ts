/** How much room a benchmark leaves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saturationOf } from '../../src/render/saturation.ts';

const scores = (...list: number[]) =>
  list.map((score, place) => ({ model: `m${place}`, score, stderr: null }));

describe('saturation', () => {
  it('holds the best against the ceiling and against chance', () => {
    const found = saturationOf({
      unit: 'percent',
      scores: scores(50, 94.2, 93.9, 80),
      ceiling: 100,
      floor: 0,
      items: 1319,
    });
    expect(found?.best.model).toBe('m1');
    expect(found?.margin).toBeCloseTo(1.287, 3);
    expect(found?.headroom).toBeCloseTo(5.8);
    expect(found).toMatchObject({ state: 'close', level: 1 });
  });

  it.each([
    [[99.5], 200, 'within-noise'],
    [[99.5], 100_000, 'close'],
    [[100, 98], 200, 'ceiling'],
    [[60], 200, 'room'],
    [[99.5], null, 'close'],
  ] as const)('is, for %j of %j items, %s', (list, items, state) => {
    expect(
      saturationOf({ unit: 'percent', scores: scores(...list), ceiling: 100, floor: 25, items })?.state,
    ).toBe(state);
  });

  it('says nothing of chance where the number of questions is not known, but takes a stated error', () => {
    expect(
      saturationOf({ unit: 'percent', scores: scores(60, 60), ceiling: 100, floor: 0, items: null }),
    ).toMatchObject({
      margin: null,
      level: null,
    });
    const stated = [{ model: 'm', score: 60, stderr: 1.5 }];
    expect(
      saturationOf({ unit: 'percent', scores: stated, ceiling: 100, floor: 0, items: null })?.margin,
    ).toBe(3);
    expect(saturationOf({ unit: 'percent', scores: [], ceiling: 100, floor: 0, items: 5 })).toBeNull();
  });

  it('never leaves the scale', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 120, noNaN: true }),
        fc.integer({ min: 1, max: 1e6 }),
        (score, items) => {
          const found = saturationOf({
            unit: 'percent',
            scores: scores(score),
            ceiling: 100,
            floor: 25,
            items,
          });
          expect(found?.covered).toBeGreaterThanOrEqual(0);
          expect(found?.covered).toBeLessThanOrEqual(1);
          expect(found?.headroom).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
