import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelPlace } from '../../src/client/proof-popover.ts';

const view = { width: 1000, height: 700 };
const panel = { width: 400, height: 300 };

describe('a panel', () => {
  it('stands below its number, ending where the number ends', () => {
    expect(panelPlace({ left: 600, right: 640, top: 100, bottom: 120 }, panel, view)).toEqual({
      left: 240,
      top: 124,
    });
  });

  it('stands above where there is no room below', () => {
    expect(panelPlace({ left: 600, right: 640, top: 600, bottom: 620 }, panel, view).top).toBe(296);
  });

  it('never leaves a window that can hold it', () => {
    const anchor = fc.record({
      left: fc.integer({ min: 0, max: 960 }),
      top: fc.integer({ min: 0, max: 680 }),
    });
    fc.assert(
      fc.property(anchor, ({ left, top }) => {
        const place = panelPlace({ left, right: left + 40, top, bottom: top + 20 }, panel, view);
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.left + panel.width).toBeLessThanOrEqual(view.width - 8);
        expect(place.top).toBeGreaterThanOrEqual(8);
        expect(place.top + panel.height).toBeLessThanOrEqual(view.height - 8);
      }),
    );
  });
});
