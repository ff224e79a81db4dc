import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRunCondition } from '../../src/extract/run-condition.ts';

describe('splitRunCondition', () => {
  it.each([
    ['Brook-7B (thinking)', 'Brook-7B', 'thinking'],
    ['Brook-7B (Non-Thinking mode)', 'Brook-7B', 'Non-Thinking mode'],
    ['Brook-7B + self-consistency', 'Brook-7B', 'self-consistency'],
    ['Brook-7B w/o CoT', 'Brook-7B', 'w/o CoT'],
    ['Brook-7B with tools', 'Brook-7B', 'tools'],
    ['Brook-7B (maj@64)', 'Brook-7B', 'maj@64'],
    ['brook-asr + 4-gram LM', 'brook-asr', '4-gram LM'],
  ])('%s is run so', (text, name, condition) => {
    expect(splitRunCondition(text)).toEqual({ name, condition });
  });

  it.each([
    'Brook-7B',
    'Brook-7B + LoRA',
    'Brook-7B (INT4)',
    'Brook-7B + DPO',
    'Brook-7B-Thinking',
    'Brook (ours)',
    '',
  ])('%s says nothing of a run', (text) => {
    expect(splitRunCondition(text)).toBeNull();
  });

  it('never throws, and gives back parts of what is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const run = splitRunCondition(text);
        return run === null || run.name.length + run.condition.length <= 400;
      }),
    );
  });
});
