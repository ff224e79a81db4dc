/** Recognises the card's own model by a name spelled otherwise, where it is the only one of a table that could be meant. */
import { foldCase } from '../core/fold.ts';
import { FULL_FORMAT, isCommonWord, LANGUAGE, lacksVariant, VARIANT, withoutAccents } from './name-words.ts';
import { splitRunCondition } from './run-condition.ts';
import type { Subjects } from './subject.ts';
import { MODEL_FAMILIES } from './words.ts';

/** A name of a table that means the card's own model, and why. */
export interface OwnName {
  readonly name: string;
  readonly why: string;
}

/** A way to spell the card's own name: which names are spelled so, and how a maintainer is told. */
interface Spelling {
  readonly fits: (name: string, subjects: Subjects) => boolean;
  /** What the only one that fits must be besides; all of them rule each other out. */
  readonly holds?: (name: string, subjects: Subjects) => boolean;
  readonly why: (name: string, own: string) => string;
}

/** The first spelling of the card's own name that exactly one of the names has; null where there is none. */
export function ownBySpelling(subjects: Subjects, names: readonly string[]): OwnName | null {
  for (const { fits, holds, why } of SPELLINGS) {
    const [name, ...others] = names.filter((other) => other.length <= LONGEST && fits(other, subjects));
    if (name !== undefined && others.length === 0 && (holds === undefined || holds(name, subjects)))
      return { name, why: why(name, subjects.ownName) };
  }
  return null;
}

/** Longer texts are no names. */
const LONGEST = 200;

/** Remarks that make no other model: its size and kind, and what it was given or not. "(SFT)" and "(8-bit)" do. */
const REMARK =
  /\s*[([（]\s*(?:(?:(?:moe|dense|total|active)[\s-]*)?(?:\d+x)?\d+(?:\.\d+)?[bm](?: params?| parameters)?|(?:with|without|no|w\/\s?o?)\s[^()[\]（）]{1,40})\s*[)\]）]\s*/iu;

/** A remark of one coined word: "(LoTok)". */
const COINED = /\s*[([（]\s*((?=[\p{L}\d]{0,20}\p{Ll}\p{Lu})[\p{L}\d]{3,20})\s*[)\]）]\s*$/u;

/** Ways of training, of making smaller and of converting, as words are coined for them: "QLoRA", "SimPO", "SmoothQuant". */
const COINED_VARIANT =
  /lora|tun(?:e|ed|ing)|quant|qat|gptq|awq|gguf|ggml|bit|merge|instruct|chat|base|distill|prun|sparse|[prtdk]o$|sft|rlhf/i;

/** True for the own name with a remark behind or within it that makes no other model: "Demo-V2 (MoE-236B)", "Demo-V2-bf16". */
function hasRemark(name: string, subjects: Subjects): boolean {
  const bare = name.replace(REMARK, ' ').trim().replace(FULL_FORMAT, '');
  if (bare !== name) return subjects.isExact(bare);
  const coined = COINED.exec(name)?.[1];
  if (coined === undefined || splitRunCondition(name) !== null) return false;
  if (VARIANT.test(foldCase(coined)) || COINED_VARIANT.test(coined) || MODEL_FAMILIES.test(coined))
    return false;
  return subjects.isExact(name.replace(COINED, ''));
}

/** How far a release had come: whoever has no other release means this one. */
const STAGE = /^(\d+(?:\.\d+)?[bm])(?:preview|beta|alpha|early|experimental|rc\d{0,2}|v\d[\d.]*)$/;

const wordsInOrder = (text: string): string[] =>
  withoutAccents(foldCase(text))
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '');

/** True for the first and the last word of the card's own name, with some of those between them. */
function hasOuterWords(name: string, { ownName }: Subjects): boolean {
  const own = wordsInOrder(ownName);
  const [first, ...rest] = wordsInOrder(name);
  if (own.length <= 2 || first !== own[0] || first === undefined || first.length < 4) return false;
  if (rest.length === 0 || rest[rest.length - 1] !== own[own.length - 1]) return false;
  let at = 0;
  return [first, ...rest].every((word) => {
    at = own.indexOf(word, at) + 1;
    return at > 0;
  });
}

/**
 * "demo-large (ours)" beside "other-large (ours)" on the card of zh_pretrain_demo_large: of several that authors mark as
 * theirs, the only one whose words all stand in the card's own name.
 */
export function oneOfOurs({ ownName }: Subjects, ours: readonly string[]): OwnName | null {
  const own = new Set(wordsInOrder(ownName));
  const [name, ...others] = ours.filter((mine) => {
    const words = wordsInOrder(mine);
    return words.length >= 2 && words.every((word) => own.has(word)) && !lacksVariant(mine, ownName);
  });
  return name === undefined || others.length > 0
    ? null
    : { name, why: `'${name}' is the only one marked as ours whose words all stand in ${ownName}` };
}

/** How tables of vision models write sizes: "Demo-B/16" for demo-base-patch16-224. */
const SIZE_LETTERS: Readonly<Record<string, string>> = {
  t: 'tiny',
  s: 'small',
  b: 'base',
  l: 'large',
  h: 'huge',
  g: 'giant',
};

/** True for "Demo-B/16" on the card of demo-base-patch16-224, and no other resolution. */
function hasPatchSize(name: string, { ownName }: Subjects): boolean {
  const [own = [], words = []] = [ownName, name].map(wordsInOrder);
  const at = own.findIndex((word) => /^patch\d{1,2}$/.test(word));
  if (at < 2) return false;
  const [size = '', patch = '', ...rest] = words.slice(at - 1);
  return (
    words.slice(0, at - 1).join(' ') === own.slice(0, at - 1).join(' ') &&
    (size === own[at - 1] || SIZE_LETTERS[size] === own[at - 1]) &&
    `patch${patch.replace(/^patch/, '')}` === own[at] &&
    rest.every((word) => own.includes(word, at + 1))
  );
}

const VERSION = /^(?:v\d+(?:\.\d+)*[a-z]?|\d+(?:\.\d+)+[acv]?|\d+v)$/;

/** True for the words of the card's own name one by one, some of them shortened, perhaps with a version behind. */
function isAbbreviated(name: string, { ownName }: Subjects): boolean {
  const own = wordsInOrder(ownName);
  const words = wordsInOrder(name);
  while (words.length > own.length && VERSION.test(words[words.length - 1] as string)) words.pop();
  if (words.length !== own.length || words.length < 3 || words[0] !== own[0]) return false;
  return words.every((word, at) => {
    const whole = own[at] as string;
    if (word === whole) return true;
    // "chat" shortens no "chatty", and "13" no "130".
    return (
      /^\p{L}{2,}$/u.test(word) && whole.startsWith(word) && (VARIANT.test(whole) || !VARIANT.test(word))
    );
  });
}

/** "QuARB" on the card of bert-base-quarb: a word of its own behind those of its family and size. */
function isBrandBehind(name: string, { ownName }: Subjects): boolean {
  const { brand } = partsOfName(ownName);
  const words = wordsInOrder(ownName);
  const [word, ...more] = wordsInOrder(name);
  return (
    more.length === 0 &&
    brand.length === 1 &&
    brand[0] === word &&
    words.length > 1 &&
    words[words.length - 1] === word &&
    MODEL_FAMILIES.test(words[0] as string)
  );
}

/** The surest first. */
const SPELLINGS: readonly Spelling[] = [
  {
    fits: (name, subjects) => /^v\d[\d.]*$/.test(subjects.behindOwnName(name) ?? ''),
    why: (name) => `'${name}' is the card's own model with a version, the only one here`,
  },
  {
    fits: hasRemark,
    why: (name) => `'${name}' is the card's own name with a remark, the only one here`,
  },
  {
    // Whatever else starts with the own name is another release, and none of them is sure.
    fits: (name, subjects) => subjects.behindOwnName(name) !== null,
    holds: (name, subjects) =>
      subjects.ownSize === null &&
      STAGE.test(subjects.behindOwnName(name) ?? '') &&
      !lacksVariant(name, subjects.ownName),
    why: (name) => `'${name}' is the card's own name with its size and release, the only one here`,
  },
  {
    fits: isAbbreviated,
    why: (name, own) => `'${name}' shortens words of ${own}, the only name here that does`,
  },
  {
    fits: hasPatchSize,
    why: (name, own) => `'${name}' has the size and the patch size of ${own}, the only one here`,
  },
  {
    // What lacks the last words is rather the model that the card's was made from.
    fits: hasOuterWords,
    why: (name, own) => `'${name}' has the outer words of ${own}, the only one here`,
  },
  {
    fits: isBrandBehind,
    why: (name, own) => `'${name}' is the one word of ${own} that is nobody else's, the only one here`,
  },
];

/** A name in words of letters, and the variants among them; sizes stand apart, since a table may leave them out. */
function partsOfName(name: string): {
  brand: string[];
  variants: string[];
  languages: string[];
  size: string | null;
} {
  const words = foldCase(name)
    .replace(/(?<=[\p{L}]{3})(?=\d)/gu, ' ')
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '');
  const isSize = (word: string) => /^(?:\d+x)?\d+(?:\.\d+)?[bm]$/.test(word);
  const brand = words.filter(
    (word) =>
      /^\p{L}{4,}$/u.test(word) && !VARIANT.test(word) && !isCommonWord(word) && !MODEL_FAMILIES.test(word),
  );
  // Whatever is neither brand nor common tells models of one brand apart: "ST", "DPO", "v2".
  const others = words.filter((word) => !brand.includes(word) && !isCommonWord(word) && !isSize(word));
  return {
    brand,
    variants: others.map((word) => word.replace(/^v(?=\d)/, '').replace(/\.0+$/, '')),
    languages: words.filter((word) => LANGUAGE.test(word)),
    size: words.find(isSize) ?? null,
  };
}

/**
 * "OpenChat 3.2 SUPER 13B" on the card of openchat_v3.2_super: the one name of the table with the brand of the card's
 * own, the same variants, and no other size.
 */
export function ownByBrand({ ownName }: Subjects, names: readonly string[]): OwnName | null {
  const own = partsOfName(ownName);
  if (own.brand.length === 0) return null;
  const [name, ...others] = names.filter((other) => {
    const { brand, variants, languages, size } = partsOfName(other);
    return (
      own.brand.every((word) => brand.includes(word)) &&
      brand.every((word) => own.brand.includes(word)) &&
      variants.every((word) => own.variants.includes(word)) &&
      own.variants.every((word) => variants.includes(word)) &&
      languages.join() === own.languages.join() &&
      (size === null || own.size === null || size === own.size)
    );
  });
  return name === undefined || others.length > 0
    ? null
    : { name, why: `'${name}' is the only name here with the brand and the variants of ${ownName}` };
}
