import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Proof, packProofs, proofHref, unpackProof } from '../../src/core/proof.ts';

const text = fc.oneof(fc.constantFrom('Value', 'IFEval', ''), fc.string());
const proof: fc.Arbitrary<Proof> = fc.record({
  decimals: fc.integer({ min: 0, max: 6 }),
  loose: fc.option(text),
  cause: fc.option(text),
  values: fc.array(
    fc.record({
      score: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((score) => !Object.is(score, -0)),
      stderr: fc.option(fc.integer()),
      origin: fc.constantFrom('leaderboard', 'self-reported', 'third-party'),
      claims: fc.array(
        fc.record({
          file: fc.constantFrom('a/b/README.md', 'a/b/results.json', 'c.md'),
          places: fc.constant('../../models/x/#'),
          line: fc.integer({ min: 1, max: 9999 }),
          column: fc.integer({ min: 1, max: 999 }),
          raw: text,
          row: fc.option(text),
          header: fc.option(text),
          source: fc.option(text),
          because: fc.array(text),
        }),
      ),
    }),
    { minLength: 1 },
  ),
});

describe('packed proofs', () => {
  it('come out as they went in, also by way of JSON', () => {
    fc.assert(
      fc.property(fc.array(proof), (proofs) => {
        const packed = JSON.parse(JSON.stringify(packProofs(proofs)));
        expect(proofs.map((_, place) => unpackProof(packed, place))).toEqual(proofs);
      }),
    );
  });

  it('keep every text once', () => {
    const one = fc.sample(proof, { numRuns: 1, seed: 7 })[0] as Proof;
    const { texts } = packProofs([one, one, one]);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toEqual(packProofs([one]).texts);
  });

  it('have none beyond their number', () => {
    expect(unpackProof(packProofs([]), 0)).toBeUndefined();
  });
});

it('leads to the very place in the card', () => {
  expect(proofHref({ places: '../acme/zephyr/#', line: 138, column: 14 })).toBe('../acme/zephyr/#L138C14');
});
