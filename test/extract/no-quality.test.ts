import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { abbreviatedCounts, otherThanQuality } from '../../src/extract/no-quality.ts';
import { loadRegistry } from '../../src/registry/load.ts';

const registry = loadRegistry(join(import.meta.dirname, '../../registry')).value;

describe('a label whose numbers measure no quality', () => {
  it.each([
    ['decode tok/s (HumanEval, T = 0.6)', 'speeds'],
    ['Latency T4 (ms)', 'speeds'],
    ['total time', 'speeds'],
    ['HumanEval-style accept (T = 0.6)', 'rates of accepted drafts'],
    ['Power consumption (W)', 'energy'],
    ['Emissions (kgCO2eq)', 'energy'],
    ['$ / 1M tokens', 'prices'],
    ['n_wins', 'counts'],
    ['# of clips', 'counts'],
    ['CATS_LOSS', 'losses of training'],
    ['per_device_train_batch_size', 'settings of training'],
    ['num_train_epochs', 'settings of training'],
    ['Hidden dimension', 'sizes'],
    ['Max Seq. Length', 'lengths'],
    ['Δ to base', 'differences'],
    ['true_posititves', 'counts of right and wrong answers'],
    ['False Negatives', 'counts of right and wrong answers'],
  ])('%s: %s', (label, kind) => expect(otherThanQuality(label, registry)).toBe(kind));

  it.each([
    'DROP (3-shot)',
    'MRR@10 (MS Marco Dev)',
    'Second turn',
    'Code generation, all time',
    'NumGLUE',
    '2B Params',
    'eval_loss',
    '$\\tau$-Bench',
    'Acceptability (CoLA)',
    'Energy',
    'True Positive Rate',
    'True or False',
    'L',
  ])('is not %s', (label) => expect(otherThanQuality(label, registry)).toBeNull());

  it('takes codes of languages for sizes only where three of them are sizes', () => {
    expect([...abbreviatedCounts(['nl (el/dl)', 'ff', 'dm', 'kv'])]).toHaveLength(4);
    expect([...abbreviatedCounts(['en', 'nl', 'el', 'de'])]).toEqual([]);
  });

  it('takes short names of confusion for counts only where three of them stand together', () => {
    expect([...abbreviatedCounts(['Class', 'TP', 'FP', 'FN', 'F1'])]).toEqual(['TP', 'FP', 'FN']);
    expect([...abbreviatedCounts(['GPU', 'TP', 'PP'])]).toEqual([]);
  });
});
