/** What the published data says of a mean can be read back, so that pages say it in their own language. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWay, type WayOfAveraging, wayText } from '../../src/core/way-of-averaging.ts';

const rows = fc.nat(200);
const metric = fc.stringMatching(/^[a-z][a-z0-9_@-]{0,12}$/);
const way: fc.Arbitrary<WayOfAveraging> = fc.oneof(
  fc.record({ kind: fc.constant('table' as const), rows }),
  fc.record({ kind: fc.constant('above' as const), rows }),
  fc.record({
    kind: fc.constant('suite' as const),
    metrics: fc.array(metric, { maxLength: 2 }),
    rows,
    of: rows,
  }),
);

it('is read as it was written', () => {
  fc.assert(
    fc.property(way, (one) => {
      expect(readWay(wayText(one))).toEqual(one);
    }),
  );
});

it.each([
  [{ kind: 'suite', metrics: [], rows: 4, of: 6 } as const, 'mean over 4 of 6 rows'],
  [
    { kind: 'suite', metrics: ['acc_norm', 'acc'], rows: 6, of: 6 } as const,
    'mean of acc_norm where present, else acc, over 6 of 6 rows',
  ],
])('%o is "%s"', (one, text) => expect(wayText(one)).toBe(text));

it('is nothing else', () => {
  expect(readWay('random baseline')).toBeNull();
});
