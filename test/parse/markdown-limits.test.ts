import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_CHARACTERS, MOST_LINES, parsedLength, tame } from '../../src/parse/markdown-limits.ts';

describe('what is parsed', () => {
  it('is all of a card, and whole lines of one that is too long', () => {
    expect(parsedLength('')).toBe(0);
    expect(parsedLength('a\nb')).toBe(3);
    expect(parsedLength('\n'.repeat(MOST_LINES))).toBe(MOST_LINES);
    expect(parsedLength(`${'\n'.repeat(MOST_LINES)}# Late\n`)).toBe(MOST_LINES);
    const line = `${'a'.repeat(999)}\n`;
    expect(parsedLength(line.repeat(MOST_CHARACTERS / 1000))).toBe(MOST_CHARACTERS);
    expect(parsedLength(`a\n${line.repeat(1000)}`)).toBe(2 + MOST_CHARACTERS - 1000);
    expect(parsedLength('a'.repeat(2 * MOST_CHARACTERS))).toBe(MOST_CHARACTERS);
  });
});

describe('what is tamed', () => {
  const parts = [
    '[',
    ']',
    '*',
    '_',
    '~',
    '`',
    '|',
    '|-|-|',
    '> ',
    '- ',
    '\n',
    '\r\n',
    '===',
    '[^a]: ',
    'a',
    '12.5',
    ' ',
  ];

  it('keeps its length and its lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...parts), fc.integer({ min: 1, max: 3_000 })), { maxLength: 12 }),
        (repeated) => {
          const body = repeated.map(([part, times]) => part.repeat(times)).join('');
          const tamed = tame(body);
          expect(tamed.length).toBe(body.length);
          expect(tamed.replace(/[^\r\n]/g, '')).toBe(body.replace(/[^\r\n]/g, ''));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is nothing in a card as authors write them', () => {
    const row = '| **model** | [50.1](https://example.org) | *60.2* |\n';
    const text = `# A\n\nText with _emphasis_ and [links](x).[^1]\n\nTitle\n---\n\n| a | b | c |\n|---|---|---|\n${row.repeat(300)}\n[^1]: Note.\n`;
    expect(tame(text.repeat(5))).toBe(text.repeat(5));
  });
});
