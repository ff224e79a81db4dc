import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../src/extract/cell-value.ts';

const values = (text: string) => {
  const reading = readCell(text);
  return reading.kind === 'values'
    ? reading.values.map(({ value, percent, stderr, note }) => ({ value, percent, stderr, note }))
    : reading.kind;
};
const one = (value: number, more: { percent?: boolean; stderr?: number; note?: string } = {}) => [
  { value, percent: more.percent ?? false, stderr: more.stderr ?? null, note: more.note ?? null },
];

describe('a cell holds', () => {
  it.each([
    ['61.2', one(61.2)],
    ['**61.2**', one(61.2)],
    ['<u>61.2</u>', one(61.2)],
    ['`61.2`', one(61.2)],
    ['61.2*', one(61.2)],
    ['61.2†', one(61.2)],
    ['61.2[^1]', one(61.2)],
    ['8.24^1', one(8.24)],
    ['🥇 61.2', one(61.2)],
    ['~61', one(61)],
    ['36.4%', one(36.4, { percent: true })],
    ['36,4 %', one(36.4, { percent: true })],
    ['65,3', one(65.3)],
    ['1,234', one(1234)],
    ['1,234.5', one(1234.5)],
    ['.52', one(0.52)],
    ['-12.5', one(-12.5)],
    ['−12.5', one(-12.5)],
    ['0.2410 ± 0.0270', one(0.241, { stderr: 0.027 })],
    ['20.0 +/- 1.2', one(20, { stderr: 1.2 })],
    ['20.0 (±1.2)', one(20, { stderr: 1.2 })],
    ['61.2 (5-shot)', one(61.2, { note: '5-shot' })],
    ['0.1885 (18.85%)', one(0.1885)],
    ['25/30 = 83.33%', one(83.33, { percent: true })],
    ['1.85 with LM', one(1.85, { note: 'with LM' })],
  ])('%s: one number', (text, expected) => expect(values(text)).toEqual(expected));

  it('two numbers where it gives two', () => {
    expect(values('61.2 / 70.3')).toEqual([...one(61.2), ...one(70.3)]);
    expect(values('65.2 (61.0)')).toEqual([...one(65.2), ...one(61)]);
  });

  it.each(['', '-', '—', '–', 'N/A', 'n/a', 'NaN', 'TBD', '---', '×'])('%j: nothing', (text) =>
    expect(values(text)).toBe('missing'),
  );

  it.each(['+1.6', '+0.4%'])('%s: a difference', (text) => expect(values(text)).toBe('difference'));

  it('a standard error alone', () => expect(values('±0.4')).toBe('error-only'));

  it.each([
    'Llama 2',
    '7B',
    'acc_norm',
    'v1.5',
    '2024-01-15',
    '10-20',
    '12:30',
    'about 60',
    '61.2 of 80 points in all',
  ])('%s: text', (text) => expect(values(text)).toBe('text'));

  it('any number as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, hundredths) => {
          const text = `${whole}.${String(hundredths).padStart(2, '0')}`;
          expect(values(text)).toEqual(one(Number(text)));
          expect(values(`| **${text}%** |`.slice(2, -2))).toEqual(one(Number(text), { percent: true }));
        },
      ),
    );
  });

  it('whatever a stranger writes, without throwing and in no time', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void readCell(text)));
    const start = performance.now();
    for (const text of ['9'.repeat(199), '('.repeat(199), '1 '.repeat(99), '±'.repeat(199), '1,'.repeat(99)])
      readCell(text);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
