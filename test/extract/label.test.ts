import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLabel } from '../../src/extract/label.ts';
import { loadRegistry } from '../../src/registry/load.ts';

const registry = loadRegistry(join(import.meta.dirname, '../../registry')).value;
const read = (text: string) => {
  const { name, shots, metric, settings, benchmark } = readLabel(text, registry);
  return [name, shots, metric, settings.join('; '), benchmark?.entry.id ?? null];
};

describe('a label is a name and its conditions', () => {
  it.each([
    ['AI2 Reasoning Challenge (25-Shot)', 'AI2 Reasoning Challenge', 25, null, '', 'arc_challenge'],
    ['MMLU 5-shot', 'MMLU', 5, null, '', 'mmlu'],
    ['MMLU (0-shot, CoT)', 'MMLU', 0, null, 'CoT', 'mmlu'],
    ['zero-shot HellaSwag', 'HellaSwag', 0, null, '', 'hellaswag'],
    ['GSM8k maj@100', 'GSM8k', null, null, 'maj@100', 'gsm8k'],
    ['HumanEval pass@1', 'HumanEval', null, 'pass@1', '', 'humaneval'],
    ['HumanEval+', 'HumanEval+', null, null, '', 'humaneval_plus'],
    ['Win Rate (Ori)', 'Win Rate', null, null, 'Ori', null],
    ['LC Win Rate (+ ExPO)', 'LC Win Rate', null, null, '+ ExPO', null],
    ['anli_r1/acc', 'anli_r1', null, 'acc', '', 'anli_r1'],
    ['ARC Challenge (acc_norm)', 'ARC Challenge', null, 'acc_norm', '', 'arc_challenge'],
    ['MMLU ↑', 'MMLU', null, null, '', 'mmlu'],
    ['gsm8k|5', 'gsm8k', 5, null, '', 'gsm8k'],
  ])('%s', (text, ...expected) => expect(read(text)).toEqual(expected));

  it('says which way is better where an arrow does', () => {
    expect(readLabel('WER ↓', registry).lowerIsBetter).toBe(true);
    expect(readLabel('MMLU ↑', registry).lowerIsBetter).toBe(false);
    expect(readLabel('MMLU', registry).lowerIsBetter).toBeNull();
  });

  it.each(['Avg.', 'Average', 'AVG', 'Overall', '平均'])('%s is an average', (text) =>
    expect(readLabel(text, registry).average).toBe(true),
  );

  it('never throws and never takes long', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => void readLabel(text, registry)));
    const start = performance.now();
    for (const text of ['('.repeat(300), '@1 '.repeat(100), '5-shot '.repeat(60), 'a/'.repeat(150)])
      readLabel(text, registry);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
