/** Short words for what the data says in codes. */
import { describe, expect, it } from 'vitest';
import { bytesWord } from '../../src/render/words.ts';
import { english } from '../support/english.ts';

describe('words', () => {
  it.each([
    [1, '1 byte'],
    [812, '812 bytes'],
    [48_256, '48 kB'],
    [999_600, '1.0 MB'],
    [2_850_000, '2.9 MB'],
  ])('%d bytes are %s', (bytes, text) => expect(bytesWord(english, bytes)).toBe(text));
});
