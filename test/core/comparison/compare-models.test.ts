/** Comparing models: what is subtracted, what is not, and the laws of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareModels } from '../../../src/core/comparison/compare-models.ts';
import type { CompareModel } from '../../../src/core/comparison/model.ts';
import { compareModel as model, compareResult as result } from './compared.ts';

describe('results measured alike', () => {
  it('are subtracted from the first model’s', () => {
    const { rows, tallies } = compareModels([
      model('a/x', [result('gsm8k', 50), result('mmlu', 60), result('bbh', 40)]),
      model('a/y', [result('gsm8k', 53.1), result('mmlu', 60), result('bbh', 38)]),
    ]);
    expect(rows.map(({ name, values }) => [name, values[1]?.difference, values[1]?.outcome])).toEqual([
      ['BBH', -2, 'worse'],
      ['GSM8K', 3.1, 'better'],
      ['MMLU', 0, 'equal'],
    ]);
    expect(tallies).toEqual([
      { results: 3, better: 1, worse: 1, equal: 1, surelyBetter: 0, surelyWorse: 0, unknown: 2 },
    ]);
  });

  it('turn round where lower is better', () => {
    const loss = (score: number) => result('wikitext', score, { unit: 'perplexity', lowerIsBetter: true });
    const { rows } = compareModels([model('a/x', [loss(8)]), model('a/y', [loss(7)])]);
    expect(rows[0]?.values[1]).toMatchObject({ difference: -1, outcome: 'better' });
  });

  it('exceed chance by stated standard errors, or by the number of questions, or nobody knows', () => {
    const chanceOf = (more: Parameters<typeof result>[2]) =>
      compareModels([model('a/x', [result('gsm8k', 50, more)]), model('a/y', [result('gsm8k', 54, more)])])
        .rows[0]?.values[1]?.chance;
    expect(chanceOf({ stderr: 1 })).toMatchObject({ exceeds: true, estimated: false });
    expect(chanceOf({ stderr: 2 })).toMatchObject({ exceeds: false });
    expect(chanceOf({ questions: 10_000 })).toMatchObject({ exceeds: true, estimated: true });
    expect(chanceOf({ questions: 100 })).toMatchObject({ exceeds: false, estimated: true });
    expect(chanceOf({})).toBeNull();
  });

  it('may be of others than the first: those are shown and not subtracted', () => {
    const { rows, tallies } = compareModels([
      model('a/x', []),
      model('a/y', [result('mmlu', 60)]),
      model('a/z', [result('mmlu', 70)]),
    ]);
    expect(rows[0]?.values.map((value) => value?.difference ?? null)).toEqual([null, null, null]);
    expect(tallies.map((tally) => tally.results)).toEqual([0, 0]);
  });

  it('count no averages', () => {
    const average = (score: number) => result('open_llm', score, { metric: 'average' });
    const { rows, tallies } = compareModels([model('a/x', [average(1)]), model('a/y', [average(2)])]);
    expect(rows).toHaveLength(1);
    expect(tallies[0]?.results).toBe(0);
  });
});

describe('results measured differently', () => {
  it.each([
    ['shots', { shots: 8 }],
    ['metric', { metric: 'exact_match' }],
    ['setting', { setting: 'CoT' }],
    ['split', { split: 'validation' }],
    ['unit', { unit: 'fraction' }],
  ])('are never subtracted: other %s', (condition, more) => {
    const { rows, apart } = compareModels([
      model('a/x', [result('gsm8k', 50)]),
      model('a/y', [result('gsm8k', 80, more)]),
    ]);
    expect(rows).toEqual([]);
    expect(apart).toMatchObject([{ benchmark: 'gsm8k', differsIn: [condition] }]);
  });

  it('do not stand apart where two of the models were measured alike', () => {
    const { rows, apart, alone } = compareModels([
      model('a/x', [result('gsm8k', 50), result('mmlu', 50)]),
      model('a/y', [result('gsm8k', 60), result('gsm8k', 70, { shots: 8 })]),
    ]);
    expect([rows.length, apart.length, alone]).toEqual([1, 0, [1, 0]]);
  });

  it('do not mind how a setting is capitalised', () => {
    const { rows } = compareModels([
      model('a/x', [result('gsm8k', 50, { setting: 'CoT' })]),
      model('a/y', [result('gsm8k', 50, { setting: 'cot' })]),
    ]);
    expect(rows).toHaveLength(1);
  });
});

const anyResult = fc
  .record({
    benchmark: fc.constantFrom('a', 'b', 'c', 'd'),
    score: fc.integer({ min: 0, max: 1000 }),
    shots: fc.constantFrom(null, 0, 5),
    stderr: fc.constantFrom(null, 0.5, 2),
    questions: fc.constantFrom(null, 100),
    lowerIsBetter: fc.constant(false),
  })
  .map(({ benchmark, score, ...more }) => result(benchmark, score / 10, more));
const anyModel = fc
  .uniqueArray(anyResult, { maxLength: 8, selector: ({ benchmark, shots }) => `${benchmark} ${shots}` })
  .map((results) => model('a/m', results));
const few = fc
  .array(anyModel, { minLength: 2, maxLength: 6 })
  .map((models) => models.map((one, place): CompareModel => ({ ...one, id: `a/m${place}` })));

it('says of two models the opposite from the other side', () => {
  fc.assert(
    fc.property(anyModel, anyModel, (x, y) => {
      const there = compareModels([x, y]);
      const back = compareModels([y, x]);
      expect(back.rows.map(({ key }) => key)).toEqual(there.rows.map(({ key }) => key));
      for (const [place, row] of there.rows.entries()) {
        const [value, opposite] = [row.values[1], back.rows[place]?.values[1]];
        expect((opposite?.difference ?? 0) + (value?.difference ?? 0)).toBeCloseTo(0, 9);
        expect(opposite?.chance?.exceeds).toBe(value?.chance?.exceeds);
      }
      const [one, other] = [there.tallies[0], back.tallies[0]];
      expect([one?.better, one?.worse, one?.equal]).toEqual([other?.worse, other?.better, other?.equal]);
    }),
  );
});

it('only moves columns when the models behind the first are put in another order', () => {
  fc.assert(
    fc.property(few, (models) => {
      const [first, ...others] = models as [CompareModel, ...CompareModel[]];
      const straight = compareModels(models);
      const turned = compareModels([first, ...others.reverse()]);
      expect(turned.rows.map(({ key }) => key)).toEqual(straight.rows.map(({ key }) => key));
      for (const [place, row] of straight.rows.entries()) {
        const [head, ...rest] = row.values;
        expect(turned.rows[place]?.values).toEqual([head, ...rest.reverse()]);
      }
      expect([...turned.tallies].reverse()).toEqual(straight.tallies);
    }),
  );
});

it('loses no result: each is in a row, apart, alone, or beside a row of its benchmark', () => {
  fc.assert(
    fc.property(few, (models) => {
      const { rows, apart, alone } = compareModels(models);
      const alike = new Set(rows.map(({ name }) => name));
      const different = new Set(apart.map(({ name }) => name));
      for (const [place, one] of models.entries()) {
        const left = new Set(
          one.results.map(({ name }) => name).filter((name) => !alike.has(name) && !different.has(name)),
        );
        expect(left.size).toBe(alone[place]);
      }
    }),
  );
});
