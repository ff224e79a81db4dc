/** Reads the texts of a language: messages/LANGUAGE/*.yml, one file an area, and browser/*.yml for what the browser says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, type YAMLException } from 'js-yaml';
import { compareText } from '../core/compare.ts';
import { type Diagnostic, diagnose } from '../core/diagnostic.ts';
import type { Message } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
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
  /** Keys that the theme alone has, each with its file. */
  readonly added: ReadonlyMap<string, string>;
}

/**
 * Loads the texts of `language` from `folder` and over them those of a theme, those of English where both lack one. A
 * language without a folder in either, and a file that is not a tree of texts, is a UsageError.
 */
export function loadMessages(folder: string, language: string, theme: string | null = null): LoadedMessages {
  const folders = theme === null ? [folder] : [folder, theme];
  const known = languagesIn(folders);
  const found = [language, language.split('-')[0] as string].find((code) => known.includes(code));
  if (found === undefined) {
    throw new UsageError(
      `there are no texts in the language "${language}"`,
      `there are texts in: ${known.join(', ')}.`,
    );
  }
  const all = new Map<string, Message>();
  const browser = new Map<string, Message>();
  const added = new Map<string, string>();
  for (const code of new Set([FIRST_LANGUAGE, found])) {
    for (const place of folders) {
      const areas = [join(place, code), join(place, code, 'browser')];
      for (const [index, area] of areas.entries()) {
        for (const { key, message, file } of readArea(area)) {
          if (place === theme && !all.has(key)) added.set(key, file);
          // A theme need not know which of our texts the browser says.
          if (index === 1 || browser.has(key)) browser.set(key, message);
          all.set(key, message);
        }
      }
    }
  }
  const script = `globalThis.cardboardMessages=${JSON.stringify({ code: found, messages: Object.fromEntries(browser) })};\n`;
  return { code: found, all, script, added };
}

interface Text {
  readonly key: string;
  readonly message: Message;
  /** Where it stands. */
  readonly file: string;
}

/** Texts of a theme that nobody asks for: they have the key of none of ours, and no template names them. */
export function idleTexts(
  { all, added }: LoadedMessages,
  templates: readonly { readonly text: string }[],
): Diagnostic[] {
  const ours = [...all.keys()].filter((key) => !added.has(key));
  return [...added].flatMap(([key, file]) => {
    if (templates.some(({ text }) => text.includes(key))) return [];
    const near = nearest(key, ours);
    const hint = near === null ? {} : { hint: `did you mean \`${near}\`?` };
    const place = { file, line: 1, column: 1 };
    return [diagnose('theme/unknown-text', place, `Nothing asks for a text "${key}".`, hint)];
  });
}

/** The languages that folders hold texts in, sorted. */
function languagesIn(folders: readonly string[]): string[] {
  const found = folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    ),
  );
  return [...new Set(found)].sort(compareText);
}

/** The texts of one folder's files, by keys that join the names on the way with dots. */
function readArea(folder: string): Text[] {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.yml'));
  const texts: Text[] = [];
  for (const name of names.map((entry) => entry.name).sort(compareText)) {
    const file = join(folder, name).replaceAll('\\', '/');
    collect(parse(file), '', file, texts);
  }
  return texts;
}

function parse(file: string): unknown {
  try {
    return load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA }) ?? {};
  } catch (error) {
    const { mark, reason } = error as YAMLException;
    throw new UsageError(`${file}:${(mark?.line ?? 0) + 1}: ${reason}`);
  }
}

function collect(tree: unknown, path: string, file: string, into: Text[]): void {
  if (typeof tree === 'string') {
    into.push({ key: path, message: tree, file });
    return;
  }
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree))
    throw new UsageError(`${file}: ${path === '' ? 'the file' : `"${path}"`} is not a text`);
  const entries = Object.entries(tree);
  if (entries.length > 0 && entries.every(([key, value]) => PLURALS.has(key) && typeof value === 'string')) {
    into.push({ key: path, message: tree as Readonly<Record<string, string>>, file });
    return;
  }
  for (const [key, value] of entries) collect(value, path === '' ? key : `${path}.${key}`, file, into);
}
