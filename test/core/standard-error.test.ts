/** Standard errors: stated before estimated, and none where nothing tells. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsOf, significance, standardError } from '../../src/core/standard-error.ts';

const percent = (score: number, stderr: number | null = null) => ({ score, unit: 'percent', stderr });

describe('a standard error', () => {
  it('is the stated one', () => {
    expect(standardError(percent(50, 1.3), 100)).toEqual({ value: 1.3, estimated: false });
  });

  it('is estimated from the number of questions', () => {
    expect(standardError(percent(50), 100)).toEqual({ value: 5, estimated: true });
    expect(standardError(percent(80), 400)?.value).toBeCloseTo(2, 12);
  });

  it('does not vanish where every answer is right, or none', () => {
    expect(standardError(percent(100), 100)?.value).toBeGreaterThan(0.5);
    expect(standardError(percent(0), 100)?.value).toBeGreaterThan(0.5);
  });

  it('is unknown without questions, in other units, and outside of 0 to 100', () => {
    expect(standardError(percent(50), null)).toBeNull();
    expect(standardError({ score: 1200, unit: 'elo', stderr: null }, 100)).toBeNull();
    expect(standardError(percent(-3), 100)).toBeNull();
  });
});

describe('a difference', () => {
  it('exceeds chance beyond two standard errors', () => {
    expect(significance(percent(50, 1), percent(52, 1), null)).toMatchObject({ exceeds: false });
    expect(significance(percent(50, 1), percent(53, 1), null)).toMatchObject({ exceeds: true });
    expect(significance(percent(50, 3), percent(58, 4), null)?.bound).toBe(10);
  });

  it('is the same from both sides', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    const stderr = fc.option(fc.double({ min: 0.01, max: 10, noNaN: true }));
    fc.assert(
      fc.property(
        score,
        stderr,
        score,
        stderr,
        fc.option(fc.integer({ min: 1, max: 5000 })),
        (a, x, b, y, n) => {
          expect(significance(percent(a, x), percent(b, y), n)).toEqual(
            significance(percent(b, y), percent(a, x), n),
          );
        },
      ),
    );
  });
});

it('counts questions for the usual metric and the split that was counted', () => {
  const set = { metric: 'acc', items: 14042, items_source: 'MMLU, test split of all 57 subjects' };
  expect(questionsOf({ metric: 'acc', setting: null, split: null }, set)).toBe(14042);
  expect(questionsOf({ metric: 'acc', setting: null, split: 'Test' }, set)).toBe(14042);
  expect(questionsOf({ metric: 'acc', setting: null, split: 'dev' }, set)).toBeNull();
  expect(questionsOf({ metric: 'acc', setting: 'Health', split: null }, set)).toBeNull();
  expect(questionsOf({ metric: 'f1', setting: null, split: null }, set)).toBeNull();
  expect(questionsOf({ metric: 'acc', setting: null, split: null }, undefined)).toBeNull();
});
