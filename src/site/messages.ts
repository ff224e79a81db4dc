/** Reads the texts of a language: messages/LANGUAGE/*.yml, one file an area, and browser/*.yml for what the browser says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { compareText } from '../core/compare.ts';
import type { Message } from '../core/language.ts';
import { UsageError } from '../core/usage-error.ts';

/** What every text is missing from falls back to. */
const FIRST_LANGUAGE = 'en';

/** Keys that stand for the variants of one text. */
const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

export interface LoadedMessages {
  /** The language that was found: "de" for "de-AT". */
  readonly code: string;
  readonly all: ReadonlyMap<string, Message>;
  /** Those that the browser says, as a script that hands them over. */
  readonly script: string;
}

/**
 * Loads the texts of `language` from `folder`, those of English where it lacks one. A language without a folder is a
 * UsageError that names those there are; a file that is not a tree of texts is a mistake of the installation and throws.
 */
export function loadMessages(folder: string, language: string): LoadedMessages {
  const found = [language, language.split('-')[0] as string].find((code) => existsSync(join(folder, code)));
  if (found === undefined) {
    const known = readdirSync(folder).sort(compareText).join(', ');
    throw new UsageError(`there are no messages for the language "${language}"`, `there are: ${known}`);
  }
  const all = new Map<string, Message>();
  const browser = new Map<string, Message>();
  for (const code of new Set([FIRST_LANGUAGE, found])) {
    for (const [key, message] of readArea(join(folder, code))) all.set(key, message);
    for (const [key, message] of readArea(join(folder, code, 'browser'))) {
      all.set(key, message);
      browser.set(key, message);
    }
  }
  const script = `globalThis.cardboardMessages=${JSON.stringify({ code: found, messages: Object.fromEntries(browser) })};\n`;
  return { code: found, all, script };
}

/** The texts of one folder's files, by keys that join the names on the way with dots. */
function readArea(folder: string): [string, Message][] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const messages: [string, Message][] = [];
  for (const name of names.filter((file) => file.endsWith('.yml')).sort(compareText)) {
    const file = join(folder, name);
    collect(load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA, filename: file }), '', file, messages);
  }
  return messages;
}

function collect(tree: unknown, path: string, file: string, into: [string, Message][]): void {
  if (typeof tree === 'string') {
    into.push([path, tree]);
    return;
  }
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree))
    throw new Error(`${file}: ${path || 'the file'} is not a text`);
  const entries = Object.entries(tree);
  if (entries.length > 0 && entries.every(([key, value]) => PLURALS.has(key) && typeof value === 'string')) {
    into.push([path, tree as Readonly<Record<string, string>>]);
    return;
  }
  for (const [key, value] of entries) collect(value, path === '' ? key : `${path}.${key}`, file, into);
}
