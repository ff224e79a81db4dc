import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/core/claim.ts';
import { type MergeInput, mergeClaims } from '../../src/normalize/merge.ts';
import { claim } from './claims.ts';

const input = (given: Partial<Claim> & { raw?: string }, more: Partial<MergeInput> = {}): MergeInput => {
  const made = claim(given);
  const decimals = made.source.raw.split('.')[1]?.length ?? 0;
  return {
    claim: made,
    shots: made.shots,
    shotsInferred: false,
    setting: made.setting,
    decimals,
    stderr: null,
    ...more,
  };
};
const leaderboard = {
  origin_name: 'Some Leaderboard',
  source: {
    kind: 'front-matter',
    file: null,
    line: 5,
    column: 9,
    cell: null,
    raw: '61.20',
    row: null,
    header: null,
  },
} as const;

describe('claims of one thing', () => {
  it('with one number are one result with several sources, the leaderboard first', () => {
    const results = mergeClaims([input({ value: 61.2 }), input({ ...leaderboard, value: 61.2 })]);
    expect(results).toHaveLength(1);
    expect(results[0]?.claims).toHaveLength(2);
    expect(results[0]).toMatchObject({ score: 61.2, origin: 'leaderboard', spread: 0 });
    expect(results[0]?.claims[0]).toBe('acme/demo/README.md#L5C9');
  });

  it('agree where one is a rounding of the other, and the more precise one is shown', () => {
    const results = mergeClaims([input({ value: 61 }), input({ value: 61.24 })]);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ score: 61.24, values: [{ score: 61.24 }] });
  });

  it('that differ are all kept, with the spread', () => {
    const results = mergeClaims([input({ value: 61.2 }), input({ ...leaderboard, value: 58.2 })]);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ score: 58.2, spread: 3, values: [{ score: 58.2 }, { score: 61.2 }] });
  });
});

describe('the headline', () => {
  const other = (fields: Partial<Claim>) =>
    input({ card: 'acme/other/README.md', subject: 'other', ...fields });
  const first = (...inputs: MergeInput[]) => mergeClaims(inputs)[0]?.score;

  it('is a leaderboard’s, then the card’s own, then another card’s, whatever the day and the digits', () => {
    const own = input({ value: 61.2, date: '2023-01-01' });
    const third = other({ value: 64.123, date: '2024-06-01' });
    expect(first(third, own)).toBe(61.2);
    expect(first(third, own, input({ ...leaderboard, value: 58.2 }))).toBe(58.2);
  });

  it('is the later of two by the same kind, and one with a day before one without', () => {
    const [early, late] = [
      other({ value: 61.234, date: '2023-01-01' }),
      other({ value: 64.1, date: '2024-06-01' }),
    ];
    expect(first(early, late)).toBe(64.1);
    expect(first(other({ value: 59.999 }), early)).toBe(61.234);
  });

  it('is the more precise of two of one day', () => {
    expect(first(other({ value: 61 }), other({ value: 64.12 }))).toBe(64.12);
  });

  it('is the same whatever the order of the claims', () => {
    const inputs = [
      input({ value: 61.2 }),
      other({ value: 64.1, date: '2024-06-01' }),
      other({ value: 64.123, source: { ...leaderboard.source, line: 9 } }),
      input({ ...leaderboard, value: 58.2 }),
    ];
    const expected = mergeClaims(inputs);
    fc.assert(
      fc.property(fc.shuffledSubarray(inputs, { minLength: inputs.length }), (shuffled) => {
        expect(mergeClaims(shuffled)).toEqual(expected);
      }),
    );
  });
});

describe('what stays apart', () => {
  it.each<[string, Partial<Claim>]>([
    ['shots', { shots: 0 }],
    ['settings', { setting: 'CoT' }],
    ['metrics', { metric: 'acc_norm' }],
    ['models', { model: 'acme/other' }],
    ['benchmarks', { benchmark: 'mmlu_pro' }],
  ])('other %s', (_, other) => {
    expect(mergeClaims([input({ shots: 5 }), input({ shots: 5, ...other })])).toHaveLength(2);
  });

  it('a number without shots, unless the same card gives that very number with shots', () => {
    expect(mergeClaims([input({ shots: 5, value: 61.2 }), input({ value: 64 })])).toHaveLength(2);
    expect(mergeClaims([input({ shots: 5, value: 61.2 }), input({ value: 61.2 })])).toMatchObject([
      { shots: 5, shots_inferred: false },
    ]);
    expect(
      mergeClaims([input({ shots: 5, value: 61.2 }), input({ value: 61.2, card: 'acme/other/README.md' })]),
    ).toHaveLength(2);
  });

  it('two splits; a claim without a split joins the only one that is named', () => {
    expect(mergeClaims([input({ split: 'test' }), input({ split: 'validation' })])).toHaveLength(2);
    expect(mergeClaims([input({ split: 'test' }), input({})])).toMatchObject([{ split: 'test' }]);
  });
});

it('gives the same results for every order of claims', () => {
  const all = [61.2, 61, 58.3, 64.04, 61.24].flatMap((value, index) => [
    input({ value, shots: index % 2 === 0 ? 5 : null, split: index === 1 ? 'test' : null }),
    input({ value, card: `acme/other${index}/README.md`, subject: 'other' }),
  ]);
  const expected = JSON.stringify(mergeClaims(all));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(all, { minLength: all.length }),
      (shuffled) => JSON.stringify(mergeClaims(shuffled)) === expected,
    ),
  );
});
