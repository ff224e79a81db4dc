/** A language that says everything in brackets, ⟦so⟧: what stands outside of them on a page came from no message. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { parse } from 'parse5';
import type { Message } from '../../src/core/language.ts';
import { loadMessages } from '../../src/site/messages.ts';
import { filesBelow, ROOT } from './project.ts';

/** English to whoever asks for plural rules, and no language of ours. */
export const PSEUDO = 'en-XA';

/** Writes the language into a theme's folder. */
export function writePseudoLanguage(theme: string): void {
  const wrap = (message: Message): Message =>
    typeof message === 'string'
      ? `⟦${message}⟧`
      : Object.fromEntries(Object.entries(message).map(([kind, text]) => [kind, `⟦${text}⟧`]));
  const texts = [...loadMessages(join(ROOT, 'messages'), 'en').all]
    .filter(([key]) => !key.startsWith('format.'))
    .map(([key, message]) => [key, wrap(message)]);
  mkdirSync(join(theme, 'messages', PSEUDO), { recursive: true });
  writeFileSync(join(theme, 'messages', PSEUDO, 'all.yml'), JSON.stringify(Object.fromEntries(texts)));
}

/** Every text of the registry and of what the site publishes of cards: names and reasons, which no language changes. */
export function knownTexts(site: string): Set<string> {
  const texts = new Set<string>();
  const gather = (value: unknown): void => {
    if (typeof value === 'string') {
      texts.add(value.trim());
      for (const words of phrasesOf(value)) texts.add(words);
    }
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
  };
  for (const name of filesBelow('registry').filter((file) => file.endsWith('.yml')))
    gather(load(readFileSync(join(ROOT, 'registry', name), 'utf8'), { schema: CORE_SCHEMA }));
  for (const name of readdirSync(join(site, 'data'))) {
    texts.add(name);
    const text = () => readFileSync(join(site, 'data', name), 'utf8');
    if (name === 'models.json' || name === 'copies.json') gather(JSON.parse(text()));
    if (/^(?:results|claims)\.jsonl$/.test(name))
      for (const line of text().split('\n').filter(Boolean)) gather(JSON.parse(line));
  }
  return texts;
}

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

/** What people read or hear in attributes. */
const SPOKEN = new Set(['title', 'aria-label', 'aria-description', 'alt', 'placeholder', 'abbr', 'label']);

/** Texts of cards, of articles, and what is said in a language of its own, or names something. */
function isTheirs({ nodeName, attrs = [] }: Node): boolean {
  if (['script', 'style', 'code', 'pre', 'bdi', 'kbd', 'q', 'cite'].includes(nodeName)) return true;
  return attrs.some(
    ({ name, value }) =>
      name === 'dir' ||
      (name === 'lang' && value !== PSEUDO) ||
      (name === 'class' && /(?:^| )(?:card|prose|raw)(?: |$)/.test(value)),
  );
}

/** A text cut where pages join what they are made of, so that each part can be looked for by itself. */
function phrasesOf(text: string): string[] {
  const parts = text.split(/ · |\n|[;:,()]| – |(?<=\.) /);
  return parts.map((part) => part.trim().replace(/^[\s.…"“”‘’±*]+|[\s.…"“”‘’±*]+$/g, ''));
}

/** An address without its scheme, as links show it. */
const ADDRESS = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?$/;

/** Whether a text is known, or is the end of one, as short names are, or has a number behind it, as in charts. */
function isKnown(words: string, known: ReadonlySet<string>, ends: string): boolean {
  const named = words.replace(/ ±?−?[\d.,]+$/, '');
  return known.has(words) || known.has(named) || ADDRESS.test(words) || ends.includes(` ${words}\n`);
}

/** The words of a page that came from no message: texts and spoken attributes outside of all brackets. */
export function strayWords(html: string, known: ReadonlySet<string>): string[] {
  const stray: string[] = [];
  const ends = [...known].map((text) => `${text}\n`).join('');
  const look = (text: string): void => {
    for (const words of phrasesOf(outside(text))) {
      if (/\p{L}{2}/u.test(words) && !isKnown(words, known, ends) && !known.has(text.trim()))
        stray.push(words);
    }
  };
  const visit = (node: Node): void => {
    const attributes = new Map((node.attrs ?? []).map(({ name, value }) => [name, value]));
    if (attributes.get('name') === 'description') look(attributes.get('content') ?? '');
    for (const [name, value] of attributes) if (SPOKEN.has(name)) look(value);
    if (node.nodeName !== 'html' && isTheirs(node)) return;
    if (node.nodeName === '#text') look(node.value ?? '');
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(parse(html, { scriptingEnabled: false }) as unknown as Node);
  return [...new Set(stray)];
}

/** What stands outside of ⟦ and ⟧, however they are nested; a place that nothing filled counts as a text. */
function outside(text: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (character === '⟦') depth += 1;
    else if (character === '⟧') depth -= 1;
    else if (depth === 0) kept += character;
  }
  return kept;
}
