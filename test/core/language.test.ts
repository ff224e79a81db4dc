import { describe, expect, test } from 'vitest';
import { makeLanguage } from '../../src/core/language.ts';

const english = makeLanguage('en', {
  'board.title': 'Board {name}',
  'board.models': { one: '{count} model', other: '{count} models' },
});
const german = makeLanguage('de', {
  'format.decimal': ',',
  'format.thousands': '.',
  'format.months': 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  'format.day': '{day}. {month} {year}',
  'board.models': { one: '{count} Modell', other: '{count} Modelle' },
});

describe('a language', () => {
  test('puts values in their places and chooses the plural', () => {
    expect(english.t('board.title', { name: '{count} <b>' })).toBe('Board {count} <b>');
    expect(english.t('board.models', { count: 1 })).toBe('1 model');
    expect(english.t('board.models', { count: 1200 })).toBe('1,200 models');
    expect(german.t('board.models', { count: 1200 })).toBe('1.200 Modelle');
  });

  test('leaves a place alone for which there is no value, and takes none from the prototype', () => {
    expect(english.t('board.title')).toBe('Board {name}');
    expect(makeLanguage('en', { a: '{constructor}' }).t('a', {})).toBe('{constructor}');
  });

  test('throws at a text that nobody wrote', () => {
    expect(() => english.t('board.nothing')).toThrow('board.nothing');
    expect(english.has('board.nothing')).toBe(false);
  });

  test('knows where its lines begin', () => {
    expect([english.direction, german.direction]).toEqual(['ltr', 'ltr']);
    expect(makeLanguage('ar-EG', {}).direction).toBe('rtl');
  });

  test('writes numbers and days its own way', () => {
    expect([english.score(-3.5, 2), german.score(-3.5, 2)]).toEqual(['−3.50', '−3,50']);
    expect([english.difference(3.12, 1), german.difference(3.12, 1)]).toEqual(['+3.1', '+3,1']);
    expect([english.day('2026-11-21'), german.day('2026-11-21')]).toEqual([
      '21 Nov 2026',
      '21. November 2026',
    ]);
    expect(german.day('soon')).toBe('soon');
  });
});
