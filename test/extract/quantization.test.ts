import { describe, expect, it } from 'vitest';
import { isNumberFormat, ownerOfFormat } from '../../src/extract/quantization.ts';

describe('isNumberFormat', () => {
  it.each(['BF16', 'Int4', 'Q4_K_M', 'IQ3_XS', 'FP8', '4-bit', 'w4a16', '4.65 bpw'])('%s is one', (label) => {
    expect(isNumberFormat(label)).toBe(true);
  });
  it.each(['MMLU', 'Q&A', 'Brook-7B-Int4', 'original', ''])('%s is none', (label) => {
    expect(isNumberFormat(label)).toBe(false);
  });
});

describe('ownerOfFormat', () => {
  const whose = (name: string, label: string) => {
    const owner = ownerOfFormat(name, [label]);
    return owner === null ? null : owner.self ? 'self' : owner.source;
  };
  it.each([
    ['Brook-7B-FP8', 'FP8', 'self'],
    ['Brook-7B-FP8', 'BF16', 'Brook-7B'],
    ['Brook-7B-GGUF', 'Q8_0', 'self'],
    ['Brook-7B-GGUF', 'F16', 'Brook-7B'],
    ['Brook-7B-AWQ', 'Int4', 'self'],
    ['Brook-7B-AWQ', 'Int8', 'Brook-7B'],
    ['Brook-7B-GPTQ-Int8', 'Int8', 'self'],
    ['Brook-7B', 'FP8', null],
    ['Brook-7B-FP8', 'MMLU', null],
  ])('on the card of %s, %s is of %s', (name, label, owner) => {
    expect(whose(name, label)).toBe(owner);
  });
});
