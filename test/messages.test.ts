/** Every text that is asked for is there, every text that is there is asked for, and all languages say the same. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODE_OF_RULE } from '../src/core/audit-codes.ts';
import { CODES, type CodeEntry } from '../src/core/codes.ts';
import type { Message } from '../src/core/language.ts';
import { idleTexts, loadMessages } from '../src/site/messages.ts';
import { makeFolder, remove, writeFiles } from './support/workplace.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const MESSAGES = join(ROOT, 'messages');
const english = loadMessages(MESSAGES, 'en').all;

/** Sources that speak: texts are named as t('area.key') or t(`area.${part}`). */
function sources(): string[] {
  return ['src', 'templates'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|eta)$/.test(name))
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '')),
  );
}

function namedKeys(): { whole: Set<string>; beginnings: string[] } {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const source of sources()) {
    for (const [, key] of source.matchAll(/['"`]([a-z0-9-]+(?:\.[A-Za-z0-9_-]+)+)['"`]/g))
      whole.add(key as string);
    for (const [, start] of source.matchAll(/`([a-z0-9-]+(?:\.[A-Za-z0-9_-]+)*\.[a-z-]*)\$\{/g))
      beginnings.add(start as string);
  }
  return { whole, beginnings: [...beginnings] };
}

const placesOf = (message: Message): string[] =>
  [
    ...new Set(
      (typeof message === 'string' ? [message] : Object.values(message)).flatMap(
        (text) => text.match(/\{\w+\}/g) ?? [],
      ),
    ),
  ].sort();

describe('messages', () => {
  test('are there for every key that code and templates name', () => {
    const asked = sources().flatMap((source) =>
      [...source.matchAll(/(?<![\w.])(?:\w+\.)*t\(\s*'([^']+)'/g)].map(([, key]) => key as string),
    );
    expect(asked.filter((key) => key.includes('.') && !english.has(key))).toEqual([]);
  });

  test('are all used', () => {
    const { whole, beginnings } = namedKeys();
    const idle = [...english.keys()].filter(
      (key) =>
        !key.startsWith('format.') && !whole.has(key) && !beginnings.some((start) => key.startsWith(start)),
    );
    expect(idle).toEqual([]);
  });

  test('say of the rules of the audit what the catalogue of diagnostics says', () => {
    for (const [rule, code] of Object.entries(CODE_OF_RULE)) {
      const entry: CodeEntry = CODES[code];
      const plain = (text: string) => text.replaceAll('`', '');
      expect(english.get(`rules.${rule}.title`)).toBe(entry.title);
      expect(english.get(`rules.${rule}.meaning`)).toBe(plain(entry.explanation));
      const hint = entry.hint === undefined ? undefined : plain(entry.hint);
      expect(english.get(`rules.${rule}.advice`)).toBe(hint && hint.charAt(0).toUpperCase() + hint.slice(1));
    }
  });

  const others = readdirSync(MESSAGES).filter((code) => code !== 'en');
  test.each(others)('of %s say all that English says, with the same values', (code) => {
    // By itself, so that English stands in for nothing.
    const alone = makeFolder();
    cpSync(join(MESSAGES, code), join(alone, code), { recursive: true });
    const { all } = loadMessages(alone, code);
    remove(alone);
    const files = (of: string) =>
      readdirSync(join(MESSAGES, of), { recursive: true, encoding: 'utf8' }).sort();
    expect(files(code)).toEqual(files('en'));
    const missing = [...english.keys()].filter((key) => !all.has(key));
    const idle = [...all.keys()].filter((key) => !english.has(key));
    expect({ missing, idle }).toEqual({ missing: [], idle: [] });
    for (const [key, message] of english) {
      const said = all.get(key) as Message;
      expect([key, placesOf(said)]).toEqual([key, placesOf(message)]);
      // A text without variants cannot follow a number.
      expect([key, typeof said]).toEqual([key, typeof message]);
    }
  });

  test('of a theme count before ours, in every language, and may bring a language', () => {
    const theme = makeFolder();
    writeFiles(theme, [
      ['en/mine.yml', 'page:\n  copy: Take\nframe:\n  skipp: x\nmine: {banner: Hello}'],
      ['tlh/frame.yml', 'frame:\n  skip: nuqneH'],
    ]);
    const overlaid = loadMessages(MESSAGES, 'en', theme);
    expect(overlaid.all.get('page.copy')).toBe('Take');
    expect(overlaid.script).toContain('"page.copy":"Take"');
    expect(idleTexts(overlaid, [{ text: "t('mine.banner')" }])).toMatchObject([
      { code: 'theme/unknown-text', hint: 'did you mean `frame.skip`?' },
    ]);
    const brought = loadMessages(MESSAGES, 'tlh', theme);
    expect([brought.code, brought.all.get('frame.skip')]).toEqual(['tlh', 'nuqneH']);
    expect(brought.all.get('page.copy')).toBe('Take');
    remove(theme);
  });

  test.each([
    ['frame: [', 'en/a.yml:2: '],
    ['frame:\n  skip: 7', 'a.yml: "frame.skip" is not a text'],
  ])('of a theme that are no texts are refused by their place: %j', (text, expected) => {
    const theme = makeFolder();
    writeFiles(theme, [['en/a.yml', text]]);
    expect(() => loadMessages(MESSAGES, 'en', theme)).toThrow(expected);
    remove(theme);
  });

  test('of a language that nobody wrote are refused by name', () => {
    expect(() => loadMessages(MESSAGES, 'tlh')).toThrow('tlh');
    expect(loadMessages(MESSAGES, 'en-GB').code).toBe('en');
  });
});
