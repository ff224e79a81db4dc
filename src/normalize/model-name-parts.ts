/** Takes a model's name apart: family, version, size, variant, snapshot and number format, wherever they stand in it. */
import { foldSeparators, tidy } from '../core/fold.ts';
import { MAKER_IN_BRACKETS, MAKER_OF_FAMILY } from './makers.ts';

export interface ModelNameParts {
  /** "meta-llama" of "meta-llama/Llama-2-7b-hf"; null where the name has no owner. */
  readonly owner: string | null;
  /** The words and the versions that follow them, in order, without separators: "llama2", "noushermes2mistral". */
  readonly family: string;
  /** Billions of parameters: ["7b"], ["8x7b"]; "350M" is "0.35b". Where there are several, the family has them in place. */
  readonly sizes: readonly string[];
  /** Stages of training behind the last word, where their order says nothing, sorted: "base", "chat", "dpo", "sft" … */
  readonly variants: readonly string[];
  /** Days and months of a snapshot, numbers of four digits or more: "0613", "20240513". */
  readonly snapshots: readonly string[];
  /** Lengths of context and amounts of training text: "128k", "1.5t". */
  readonly lengths: readonly string[];
  /** Number formats and what they are packed in: "fp16", "gptq", "4bit". */
  readonly formats: readonly string[];
}

/** Longer names are cut: nothing that long is a name. */
const LONGEST = 200;

const HUB_ID = /^([\p{L}\p{N}][\p{L}\p{N}_.-]*)\/([\p{L}\p{N}][\p{L}\p{N}_.-]*)$/u;

/** Owner and name of a hub id, or null where the text is none. */
export function hubIdOf(name: string): { readonly owner: string; readonly name: string } | null {
  const found = HUB_ID.exec(name);
  return found ? { owner: found[1] as string, name: found[2] as string } : null;
}

/** A name without case and separators, but for those between numbers: "gemma-2-7b" is not "gemma-27b". */
export function foldName(name: string): string {
  return foldSeparators(tidy(name).replace(/(?<=\d)[\s\-_/,:|]+(?=\d)/g, '\u0002'));
}

const GREEK: Readonly<Record<string, string>> = { α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta' };

const SIZE = /^(?:(\d{1,3})x)?(\d{1,4}(?:\.\d{1,3})?)([bm])$/;
/** "34bx2" is two experts of 34 billion, "2b4" is 2.4 billion. */
const SIZE_TIMES = /^(\d{1,4}(?:\.\d{1,3})?)bx(\d{1,2})$/;
const SIZE_SPLIT = /^(\d{1,3})b(\d{1,2})$/;
const VARIANT = /^(?:chat|instruct|base|sft|dpo|rlhf|rlaif|rl|ppo|orpo|kto|simpo|sppo)$/;
const FORMAT =
  /^(?:fp(?:4|8|16|32)|f(?:16|32)|bf16|u?int[248]|nf4|mxfp4|nvfp4|[2-8]bit|w\d{1,2}a\d{1,2}|i?q[2-8]|gptq|awq|gguf|ggml|exl[23]|bnb|mlx|onnx|openvino)$/;
const LENGTH = /^\d{1,4}(?:\.\d+)?[kt]$/;
const SNAPSHOT = /^\d{4,8}$/;
const VERSION = /^v?(\d+(?:\.\d+)*)$/;

/** Joins what separators take apart although it is one thing: dates, versions behind a v, numbers of bits. */
function joined(name: string): string {
  return name
    .replace(/(?<!\d)(20\d\d)[-_/.](\d\d)[-_/.](\d\d)(?!\d)/g, '$1$2$3')
    .replace(/\((\d\d)-(\d\d)\)/g, ' $1$2 ')
    .replace(/(?<![\p{L}\d])v(\d)[-_](\d)(?![\p{L}\d.])/gu, 'v$1.$2')
    .replace(/(?<!\d)([2-8])[-_ ]?bits?(?![\p{L}\d])/gu, '$1bit')
    .replace(/(?<![\p{L}\d])(int|fp|bf)[-_ ](4|8|16|32)(?![\p{L}\d])/gu, '$1$2')
    .replace(/(\d)\s?×\s?(?=\d)/g, '$1x')
    .replace(/(\d)[-\s]?billion(?![\p{L}])/gu, '$1b');
}

/** Where a name is written with hyphens, an underscore between two digits is a dot: "dolphin-2_6", "internlm2-1_8b". */
function dotted(name: string): string {
  return name.includes('-') ? name.replace(/(?<=(?:^|[-\s])v?\d)_(?=\d(?![\d.]))/g, '.') : name;
}

/** Takes a name apart. Everything that is written stays in some part, but for "hf", "model" and the maker's name. */
export function partsOfModelName(written: string): ModelNameParts {
  const whole = tidy(written).slice(0, LONGEST);
  const hub = hubIdOf(whole);
  const plain = (hub ? hub.name : whole)
    .toLowerCase()
    .replace(MAKER_IN_BRACKETS, ' ')
    .replace(/[αβγδ]/g, (letter) => ` ${GREEK[letter]} `)
    .replace(/[\^*†‡§]+/g, ' ');
  const chunks = joined(dotted(plain))
    .replace(/\.(?!\d)|(?<!\d)\.|\+(?=[\p{L}\d])/gu, ' ')
    .split(/[\s\-_/:,;()[\]{}|·'"`‐-―]+/u)
    .filter((chunk) => chunk !== '');
  while (chunks.length > 1 && /^(?:hf|models?)$/.test(chunks.at(-1) as string)) chunks.pop();
  const isGemma = chunks.some((chunk) => chunk.includes('gemma'));
  const tokens = chunks.flatMap((chunk) => tokensOf(chunk, isGemma));
  const lastWord = tokens.findLastIndex(({ kind }) => kind === 'word');
  const severalSizes = tokens.filter(({ kind }) => kind === 'sizes').length > 1;
  const words = tokens
    .filter(({ kind }, index) =>
      kind === 'variants'
        ? index < lastWord
        : kind === 'word' || kind === 'version' || (kind === 'sizes' && severalSizes),
    )
    .map(({ text }) => text);
  const list = (wanted: Token['kind']) =>
    tokens.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  const family = withoutMaker(words);
  return {
    owner: hub?.owner ?? null,
    // A space keeps numbers apart that separators kept apart.
    family: family.reduce(
      (text, word) => text + (/\d$/.test(text) && /^\d/.test(word) ? ' ' : '') + word,
      '',
    ),
    sizes: list('sizes'),
    variants: tokens
      .filter(({ kind }, index) => kind === 'variants' && index > lastWord)
      .map(({ text }) => text)
      .sort(),
    snapshots: list('snapshots'),
    lengths: list('lengths'),
    formats: list('formats'),
  };
}

interface Token {
  readonly kind: 'word' | 'version' | 'sizes' | 'variants' | 'snapshots' | 'lengths' | 'formats';
  readonly text: string;
}

/** What a chunk between separators says; a word and what is glued to it ("llama2", "instructv0.1") are two. */
function tokensOf(chunk: string, isGemma: boolean): Token[] {
  const size = sizeOf(chunk);
  if (size !== null) return [{ kind: 'sizes', text: size }];
  if (chunk === 'inst' || (isGemma && chunk === 'it')) return [{ kind: 'variants', text: 'instruct' }];
  if (VARIANT.test(chunk)) return [{ kind: 'variants', text: chunk }];
  if (FORMAT.test(chunk)) return [{ kind: 'formats', text: chunk }];
  if (LENGTH.test(chunk)) return [{ kind: 'lengths', text: chunk }];
  if (SNAPSHOT.test(chunk)) return [{ kind: 'snapshots', text: chunk }];
  if (VERSION.test(chunk)) return [{ kind: 'version', text: chunk.replace(/^v/, '') }];
  const glued = /^(\p{L}{2,}?)v?(?=\d)(.+)$/u.exec(chunk);
  return glued
    ? [...tokensOf(glued[1] as string, isGemma), ...tokensOf(glued[2] as string, isGemma)]
    : [{ kind: 'word', text: chunk }];
}

function sizeOf(chunk: string): string | null {
  const size = SIZE.exec(chunk);
  if (size) {
    const billions = Number(size[2]) * (size[3] === 'm' ? 0.001 : 1);
    return `${size[1] ? `${size[1]}x` : ''}${Number(billions.toPrecision(6))}b`;
  }
  const times = SIZE_TIMES.exec(chunk);
  if (times) return `${times[2]}x${Number(times[1])}b`;
  const split = SIZE_SPLIT.exec(chunk);
  return split ? `${Number(`${split[1]}.${split[2]}`)}b` : null;
}

/** "Meta Llama 3" and "Llama 3" are one name, for the one maker that the family has. */
function withoutMaker(words: readonly string[]): readonly string[] {
  const [first, second] = words;
  if (first === undefined || second === undefined) return words;
  return MAKER_OF_FAMILY.some(([maker, family]) => first === maker && family.test(second))
    ? words.slice(1)
    : words;
}

/**
 * What two names must share, owner aside, to be one model; null where a name holds no family to tell it by. Everything
 * in it counts: base and instruct, 7B and 13B, v0.1 and v0.2, FP16 and GPTQ, two snapshots never have one key.
 */
export function keyOfParts(parts: ModelNameParts): string | null {
  if (!/\p{L}/u.test(parts.family) || parts.family.length < 2) return null;
  return [parts.family, ...LISTS.map((list) => parts[list].join(' '))].join('|');
}

const LISTS = ['sizes', 'variants', 'snapshots', 'lengths', 'formats'] as const;

/**
 * True where two names say different things of one kind: 7B and 13B, chat and base, two snapshots. What only one of
 * them says is no contradiction.
 */
export function contradict(a: ModelNameParts, b: ModelNameParts): boolean {
  return LISTS.some((list) => {
    const [ours, theirs] = [a[list].join(' '), b[list].join(' ')];
    return ours !== '' && theirs !== '' && ours !== theirs;
  });
}

/** The key of a name as written, remembering every name that it was asked for. */
export function keyReader(): (name: string) => string | null {
  const keys = new Map<string, string | null>();
  return (name) => {
    let key = keys.get(name);
    if (key === undefined) {
      key = keyOfParts(partsOfModelName(name));
      keys.set(name, key);
    }
    return key;
  };
}
