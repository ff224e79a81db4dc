/** Reads the JSON of an evaluation harness as data with places, without what a reader of results has no use for. */
import type { YamlReading } from '../core/yaml-tree.ts';
import { readYaml } from './yaml.ts';

/** What says which results there are, of which model, under which conditions; samples and logs may be many megabytes. */
const WANTED = new Set([
  'config',
  'config_general',
  'date',
  'group_subtasks',
  'groups',
  'model_name',
  'n-shot',
  'results',
  'versions',
]);

/** What tells of results may be this long, so that one file never takes a second; real files have a tenth of it. */
const MAXIMUM_WANTED = 2_000_000;

/**
 * Reads one JSON object. Of its keys only those that tell of results are read; the others' values are 0. `NaN` and
 * `Infinity`, which Python writes, are texts. Null where the text is no object, or one without `results`. Never throws;
 * time grows with the length alone, and depth is bounded.
 */
export function readResultsJson(text: string): YamlReading | null {
  const entries = entriesOf(text);
  if (entries === null) return null;
  const wanted = entries.filter(({ key }) => WANTED.has(key));
  if (!wanted.some(({ key }) => key === 'results')) return null;
  if (wanted.reduce((sum, { from, to }) => sum + to - from, 0) > MAXIMUM_WANTED) {
    const offset = wanted[0]?.from ?? 0;
    return {
      document: null,
      error: { kind: 'too-complex', message: 'The results are longer than 2 MB.', offset },
    };
  }
  const parts: string[] = [];
  let done = 0;
  for (const { key, from, to } of entries) {
    if (WANTED.has(key) || to <= from) continue;
    // JSON is YAML, and offsets and lines stay as they are where as much white space stands for what is left out.
    parts.push(text.slice(done, from), '0', text.slice(from + 1, to).replace(/[^\r\n]+/g, blank));
    done = to;
  }
  return readYaml(`${parts.join('')}${text.slice(done)}`);
}

const blank = (stretch: string): string => ' '.repeat(stretch.length);

interface Entry {
  readonly key: string;
  /** Offsets of the value. */
  readonly from: number;
  readonly to: number;
}

/** The entries of the outermost object, found by its brackets and quotes alone; null where the text is no object. */
function entriesOf(text: string): Entry[] | null {
  const entries: Entry[] = [];
  let at = afterSpace(text, 0);
  if (text[at] !== '{') return null;
  at = afterSpace(text, at + 1);
  while (text[at] === '"') {
    const end = afterString(text, at);
    const key = text.slice(at + 1, end - 1);
    const colon = afterSpace(text, end);
    if (text[colon] !== ':') return entries;
    const from = afterSpace(text, colon + 1);
    const to = afterValue(text, from);
    entries.push({ key, from, to });
    at = afterSpace(text, to);
    if (text[at] !== ',') return entries;
    at = afterSpace(text, at + 1);
  }
  return entries;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] as string)) at++;
  return at;
}

/** The offset behind a string's closing quote, or the end of the text. */
function afterString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92 /* \ */) at++;
    else if (code === 34 /* " */) return at + 1;
  }
  return text.length;
}

/** The offset behind a value: at the comma or bracket that ends it outside all of its own brackets and strings. */
function afterValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === '"') {
      at = afterString(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (character === ',' && depth === 0) return at;
    at++;
  }
  return at;
}
