import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pairsOf } from '../../src/extract/line-pairs.ts';
import { loadRegistry } from '../../src/registry/load.ts';

const registry = loadRegistry(join(import.meta.dirname, '../../registry')).value;
const read = (line: string, kind: 'text' | 'code' = 'text') =>
  pairsOf(line, kind, registry).map(({ label, metric, value, column }) => [
    label,
    metric,
    value.value,
    column,
  ]);

describe('labels and numbers of a line', () => {
  it('stand apart by a sign, with markup around them', () => {
    expect(read('- **MMLU**: 61.2%')).toEqual([['MMLU', null, 61.2, 13]]);
    expect(read('MMLU - 5-shot: 61.2')).toEqual([['MMLU - 5-shot', null, 61.2, 16]]);
  });

  it('may have the metric between them', () => {
    expect(read('ARC (25-shot): acc_norm = 0.54')).toEqual([['ARC (25-shot)', 'acc_norm', 0.54, 27]]);
  });

  it('keep underscores inside of names', () => {
    expect(read('- eval_f1: 0.91')).toEqual([['eval_f1', null, 0.91, 12]]);
  });

  it('stand in dictionaries and in lists of known names', () => {
    expect(read("- Result: {'rouge1': 56.02, 'rouge2': 34.9}")).toEqual([
      ['rouge1', null, 56.02, 22],
      ['rouge2', null, 34.9, 39],
    ]);
    expect(read('MMLU = 61.2, GSM8K = 50.0').map(([label]) => label)).toEqual(['MMLU', 'GSM8K']);
  });

  it('stand together where the label ends with a metric, but not where a version follows a name', () => {
    expect(read('MT-Bench score of 7.9')).toEqual([['MT-Bench', null, 7.9, 19]]);
    expect(read('Common Voice 8.0')).toEqual([]);
  });

  it('lose remarks in brackets, and have no units of time or size', () => {
    expect(read('MMLU: 67.4 (better than all of its size)').map(([, , value]) => value)).toEqual([67.4]);
    expect(read('Training: 12.5 hours')).toEqual([]);
  });

  it('are not looked for in prose', () => {
    expect(read('We trained for 3.5 days and saw the loss fall to 1.2 in the end, which is fine.')).toEqual(
      [],
    );
  });

  it('stand apart by spaces in printouts where the label is a benchmark', () => {
    expect(read('hellaswag    0.8011', 'code')).toEqual([['hellaswag', null, 0.8011, 14]]);
    expect(read('spoons    0.8011', 'code')).toEqual([]);
  });
});
