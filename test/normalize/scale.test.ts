import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decimalsOf, scaleGroup } from '../../src/normalize/scale.ts';
import { loadRegistry } from '../../src/registry/load.ts';
import { claim } from './claims.ts';

const registry = loadRegistry(join(import.meta.dirname, '../../registry')).value;
const scale = (
  given: { value: number; percent?: boolean; benchmark?: string; metric?: string; stderr?: number }[],
) =>
  scaleGroup(
    given.map(({ value, percent, benchmark = 'mmlu', metric = 'acc', stderr }) => ({
      claim: claim({ value, unit_as_written: percent ? 'percent' : null, stderr: stderr ?? null }),
      entry: registry.benchmark(benchmark),
      metric,
    })),
    registry,
  );

describe('a group of claims has one scale', () => {
  it('reads percents as fractions where all of them lie between 0 and 1, errors with them', () => {
    const [first, second] = scale([{ value: 0.612, stderr: 0.014 }, { value: 0.57 }]);
    expect([first?.score, first?.stderr, second?.score]).toEqual([61.2, 1.4, 57]);
    expect(first?.because).toMatch(/fraction/);
  });

  it('leaves a lone small number among percents as it is', () => {
    expect(scale([{ value: 61.2 }, { value: 0.8 }]).map(({ score }) => score)).toEqual([61.2, 0.8]);
  });

  it('judges an average by itself', () => {
    const given = [
      { value: 0.73 },
      { value: 0.71 },
      { value: 72.4, benchmark: 'gpt4all', metric: 'average' },
    ];
    expect(scale(given).map(({ score }) => score)).toEqual([73, 71, 72.4]);
    expect(
      scale([{ value: 73 }, { value: 0.72, benchmark: 'gpt4all', metric: 'average' }]).map(
        ({ score }) => score,
      ),
    ).toEqual([73, 0.72]);
  });

  it('judges scores of overlap by themselves: harness tables print BLEU from 0 to 100 beside fractions', () => {
    const given = [
      { value: 0.5691 },
      { value: 0.6041 },
      { value: 26.08, benchmark: 'truthfulqa_gen', metric: 'bleu_max' },
    ];
    expect(scale(given).map(({ score }) => score)).toEqual([56.91, 60.41, 26.08]);
  });

  it('believes a percent sign', () => {
    expect(scale([{ value: 0.8, percent: true }]).map(({ score }) => score)).toEqual([0.8]);
  });

  it('does not take 0 and 1 alone for fractions', () => {
    expect(scale([{ value: 0 }, { value: 1 }]).map(({ score }) => score)).toEqual([0, 1]);
  });

  it('never rescales what is no percent', () => {
    expect(
      scale([{ value: 0.9, benchmark: 'mt_bench', metric: 'score' }]).map(({ score, unit }) => [score, unit]),
    ).toEqual([[0.9, 'score']]);
    expect(scale([{ value: 0.2, metric: 'contamination' }]).map(({ score }) => score)).toEqual([0.2]);
  });

  it('tells what lies outside the range', () => {
    expect(scale([{ value: 101 }, { value: 99 }]).map(({ inRange }) => inRange)).toEqual([false, true]);
  });
});

describe('the digits of a claim', () => {
  it.each([
    ['61.20', 61.2, false, 2],
    ['**61.2%**', 61.2, false, 1],
    ['61', 61, false, 0],
    ['0.6120', 0.612, true, 2],
    ['8.60', 8.6, false, 2],
    ['7.0', 7, false, 1],
  ])('%s: as printed', (raw, value, scaled, digits) =>
    expect(decimalsOf(claim({ raw, value }), scaled)).toBe(digits),
  );
});
