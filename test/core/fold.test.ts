import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAccents, foldCase } from '../../src/core/fold.ts';

describe('foldAccents', () => {
  it.each([
    ['  Qwén  2 ', 'qwen 2'],
    ['ＬＬＡＭＡ', 'llama'],
    ['Ünïcödé Łódź', 'unicode łodz'],
    ['Ελλάδα', 'ελλαδα'],
    ['日本語がぎ', '日本語がぎ'],
    ['हिन्दी', 'हिन्दी'],
    ['한국어', '한국어'],
  ])('of %j is %j', (name, expected) => expect(foldAccents(name)).toBe(expected));

  it('is the folded case where there are no accents', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (name) => {
        expect(foldAccents(name)).toBe(foldCase(name));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldAccents(foldAccents(name))).toBe(foldAccents(name));
      }),
    );
  });
});
