/** Takes the names of models apart, folded: their words, the size among them, what only some spellings give. */
import { foldCase, foldSeparators, tidy } from '../core/fold.ts';
import { SIZE_IN_NAME } from './words.ts';

/** An organisation and a name, as the Hub writes them; a slash between two words alone is too weak. */
export const HUB_ID = /^[\p{L}\d][\p{L}\d_.-]*\/[\p{L}\d][\p{L}\d_.-]*$/u;

/** Languages in names: models of two languages are two models. */
export const LANGUAGE =
  /^(?:english|chinese|german|french|spanish|portuguese|italian|dutch|russian|arabic|persian|hindi|japanese|korean|vietnamese|turkish|polish|danish|swedish|finnish|multilingual|cross)$/;

/** Words in the names of many models, which are nobody's brand and no data set. */
const COMMON =
  /^(?:model|cased|uncased|finetuned?|fine|tuned|trained|pretrained|sentence|transformers?|encoder|decoder|language|text|open|wiki(?:pedia)?|data|set|test|task|tasks|score|average|with|from|generative)$/;

/** True for words that are nobody's brand. */
export const isCommonWord = (word: string): boolean => COMMON.test(word) || LANGUAGE.test(word);

/** The full number formats that authors put behind the name of a model which has no other. */
export const FULL_FORMAT = /[\s_-]+(?:bf16|fp16|fp32|f16|f32|float16|bfloat16)$/i;

/** Words that make another model of one with the same brand. */
export const VARIANT =
  /^(?:instruct(?:ed|ion)?|it|chat|base|pt|sft|dpo|orpo|kto|ppo|rlhf|rl|grpo|lora|qlora|merged?|gguf|ggml|gptq|awq|exl2|int[248]|fp8|fp16|bf16|[248]bit|large|small|medium|tiny|mini|nano|micro|xs|xl|xxl|pro|plus|max|turbo|lite|coder?|math|vision|vl|moe|distill(?:ed)?|uncensored|abliterated|reasoning|thinking|preview|v?\d+(?:\.\d+)*|\d+(?:\.\d+)?[bmk]|\d+x\d+b)$/;

/**
 * The words of a name in one order, without its owner: "Demo 2 Chat (13B)", "acme/demo-v2-13b-chat" and
 * "Demo2-13B-Chat" have the same. Signs between words, accents and the v of a version say nothing.
 */
export function wordsOf(name: string): string {
  const plain = withoutAccents(foldCase(HUB_ID.test(name) ? name.slice(name.indexOf('/') + 1) : name));
  return dotted(plain)
    .replace(/(?<![\p{L}\d])v(?=\d)/gu, '')
    .replace(/[αβγδ]/g, (letter) => ` ${GREEK[letter]} `)
    .replaceAll('×', 'x')
    .replace(/(\p{L})(?=\d)/gu, '$1 ')
    .split(/[\s_/()[\]:-]+/)
    .map((word) => word.replace(/(\d)\.0+$/, '$1'))
    .filter((word) => !NO_WORD.test(word))
    .map((word, at) => (at > 0 && /^(?:it|inst|instruct(?:ed|ion)?)$/.test(word) ? 'instruct' : word))
    .sort()
    .join(' ');
}

/** Words that one spelling of a name has and another leaves out, and no words at all. */
const NO_WORD = /^(?:the|model|hf)?$/;

const GREEK: Readonly<Record<string, string>> = { α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta' };

/** A name with the dot that file names write as an underscore: "demo-2_6" is "demo-2.6", "demo_v1_5" stays. */
export function dotted(name: string): string {
  return name.includes('-') || name.split('_').length === 2
    ? name.replace(/(?<![\d._])(\d)_(\d)(?![\d._])/g, '$1.$2')
    : name;
}

/** A name, folded, without the language or the layout of files that only some of its spellings give ("-en", "-hf", "-llama"). */
export function withoutLanguages(name: string): string {
  const words = tidy(name.slice(name.lastIndexOf('/') + 1)).split(/[\s_-]+/);
  return foldSeparators(
    words
      .filter(
        (word, at) =>
          at === 0 ||
          !(
            /^(?:en|zh|ja|ko|de|fr|es|hf)$/i.test(word) ||
            (at === words.length - 1 && /^llama(?:fied|ized|-?format)?$/i.test(word))
          ),
      )
      .join(' '),
  );
}

/** "manacá" and "manaca" are written of one model. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** A name without its size, folded: what the members of a family share. */
export function stemOf(name: string): string {
  return foldSeparators(name.replace(SIZE_IN_NAME, ' '));
}

/** The one size in a name, lower case: "gemma-2b-it" → "2b"; null where there is none or several. */
export function sizeOf(name: string): string | null {
  const sizes = name.toLowerCase().match(/(?<![a-z\d.])\d+(?:\.\d+)?[bm](?![a-z\d])/g) ?? [];
  return sizes.length === 1 ? (sizes[0] as string) : null;
}

/**
 * What stands behind the start of a name, folded: "Demo 2.0 7B" behind "demo2.0" is "7b". Null where the name starts
 * otherwise, or where only a piece of its number does: "Demo-13B" does not start with "demo1".
 */
export function behindStart(start: string, name: string): string | null {
  const key = foldSeparators(name);
  if (!key.startsWith(start)) return null;
  const rest = key.slice(start.length);
  if (!/\d$/.test(start) || !/^\.?\d/.test(rest)) return rest;
  let joined = 0;
  for (const word of name.split(/[\s_/:|-]+/)) {
    joined += foldSeparators(word).length;
    if (joined >= start.length) break;
  }
  return joined === start.length ? rest : null;
}

/**
 * True for a name that visibly ends within a word of the whole one: "Demo-vision-128k-in" of "demo-vision-128k-instruct".
 * What ends where a word does, or in letters that tell variants apart ("-m", "-xs"), is another name.
 */
export function isCutShort(name: string, whole: string): boolean {
  const key = foldSeparators(name);
  const full = foldSeparators(whole);
  if (key.length < 12 || !full.startsWith(key) || !/^[a-z]{1,6}$/.test(full.slice(key.length))) return false;
  const last = foldSeparators(whole.split(/[\s_/:|.-]+/).pop() ?? '');
  const left = last.slice(0, last.length - (full.length - key.length));
  return left.length >= 2 && !VARIANT.test(left);
}

/** True where the name leaves out a word that makes the whole one a model of its own: the chat of "demo-7b-chat". */
export function lacksVariant(name: string, whole: string): boolean {
  const words = new Set(wordsOf(name).split(' '));
  return wordsOf(whole)
    .split(' ')
    .some((word) => VARIANT.test(word) && !SAME_MODEL.test(word) && !words.has(word));
}

/** Sizes, versions and full formats, which one name of a model gives and another leaves out. */
const SAME_MODEL = /^(?:base|fp16|bf16|v?\d+(?:\.\d+)*|\d+(?:\.\d+)?[bmk]|\d+x\d+b)$/;
