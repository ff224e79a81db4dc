/** Recognises the card's own model by a shorter name, where the table around it says what the name leaves out. */
import { foldCase, foldSeparators } from '../core/fold.ts';
import type { RowParts } from './row-model.ts';
import { namesOf } from './table-names.ts';
import { MODEL_FAMILIES } from './words.ts';

/** Says why a name means the card's own model, or null. `section` is the row of one text above it, '' without one. */
export function ownByContext(parts: RowParts, name: string, section: string): string | null {
  const { subjects } = parts;
  if (section !== '' && (subjects.isExact(`${name} ${section}`) || subjects.isExact(`${section} ${name}`)))
    return `'${name}' below '${section}' is the card's own model`;
  const names = namesOf(parts);
  if (names.own) return null;
  const versioned = names.all.filter((other) => subjects.versionBehindName(other) !== null);
  if (versioned.length === 1 && versioned[0] === name)
    return `'${name}' is the card's own model with a version, the only one here`;
  return (
    ownByRemark(parts, name) ??
    ownByOuterWords(parts, name) ??
    ownByDataset(parts, name) ??
    ownByBrand(parts, name)
  );
}

/** The full number formats that authors put behind the name of a model which has no other. */
const FULL_FORMAT = /[\s_-]+(?:bf16|fp16|fp32|f16|f32|float16|bfloat16)$/i;

/** Remarks that make no other model: its size and kind, and what it was given or not. "(SFT)" and "(8-bit)" do. */
const REMARK =
  /\s*[([（]\s*(?:(?:(?:moe|dense|total|active)[\s-]*)?(?:\d+x)?\d+(?:\.\d+)?[bm](?: params?| parameters)?|(?:with|without|no|w\/\s?o?)\s[^()[\]（）]{1,40})\s*[)\]）]\s*/iu;

/**
 * "Demo-V2 (MoE-236B)" and "Demo-V2-bf16" on the card of Demo-V2: the own name with a remark behind or within it, where
 * no other name of the table is the own one with a remark.
 */
function ownByRemark(parts: RowParts, name: string): string | null {
  const { subjects } = parts;
  const bare = (other: string) => other.slice(0, 200).replace(REMARK, ' ').trim().replace(FULL_FORMAT, '');
  const own = (other: string): boolean => bare(other) !== other && subjects.isExact(bare(other));
  return own(name) && namesOf(parts).all.filter(own).length === 1
    ? `'${name}' is the card's own name with a remark, the only one here`
    : null;
}

/**
 * "mDemo-base" on the card of mdemo-v3-base: the first and the last word of the card's own name, with some of those
 * between them. What lacks the last words is rather the model that the card's was made from.
 */
function ownByOuterWords(parts: RowParts, name: string): string | null {
  const words = (text: string) =>
    foldCase(text)
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replaceAll('æ', 'ae')
      .replaceAll('ø', 'o')
      .split(/[^\p{L}\p{N}.]+/u)
      .filter((word) => word !== '');
  const own = words(parts.subjects.ownName);
  const fits = (other: string): boolean => {
    const [first, ...rest] = words(other);
    if (first !== own[0] || first === undefined || first.length < 4 || rest.length === 0) return false;
    if (rest[rest.length - 1] !== own[own.length - 1]) return false;
    let at = 0;
    return [first, ...rest].every((word) => {
      at = own.indexOf(word, at) + 1;
      return at > 0;
    });
  };
  return own.length > 2 && fits(name) && namesOf(parts).all.filter(fits).length === 1
    ? `'${name}' has the outer words of ${parts.subjects.ownName}, the only one here`
    : null;
}

/**
 * "ALBERT-fa" in a table of SnappFood on the card of albert-fa-sentiment-snappfood: what the name lacks is what the
 * table measures. Only where no other row starts the card's name as well.
 */
function ownByDataset(parts: RowParts, name: string): string | null {
  const { subjects } = parts;
  const rest = subjects.restOfOwnName(name);
  if (rest === null) return null;
  const rivals = namesOf(parts).all.filter((other) => subjects.restOfOwnName(other) !== null);
  if (rivals.length !== 1) return null;
  const measured = wordsMeasured(parts);
  const shared = rest.find((word) => word.length >= 3 && !isCommon(word) && measured.has(word));
  return shared === undefined
    ? null
    : `'${name}' measured on '${shared}' is the card's own model (${subjects.ownName})`;
}

/** The words of what a table measures, folded: its benchmarks, its title, the data set of the card. */
function wordsMeasured({ around, grid, layout }: RowParts): Set<string> {
  const texts = [around.benchmark?.label.name, around.title?.name, around.ownDataset()?.name];
  if (layout.columns !== 'model') texts.push(...layout.values.map((column) => column.header.text));
  if (layout.rows !== 'model' && layout.rowColumn !== null)
    texts.push(...grid.rows.slice(0, 80).map((row) => row[layout.rowColumn as number]?.text));
  const words = texts.flatMap((text) => foldCase(text ?? '').split(/[^\p{L}\p{N}]+/u));
  return new Set(
    [...words, ...texts.map((text) => foldSeparators(text ?? ''))].filter((word) => word !== ''),
  );
}

/** Languages in names: models of two languages are two models. */
const LANGUAGE =
  /^(?:english|chinese|german|french|spanish|portuguese|italian|dutch|russian|arabic|persian|hindi|japanese|korean|vietnamese|turkish|polish|danish|swedish|finnish|multilingual|cross)$/;

/** Words in the names of many models, which are nobody's brand and no data set. */
const COMMON =
  /^(?:model|cased|uncased|finetuned?|fine|tuned|trained|pretrained|sentence|transformers?|encoder|decoder|language|text|open|wiki(?:pedia)?|data|set|test|task|tasks|score|average|with|from|generative)$/;

/** Words that make another model of one with the same brand. */
const VARIANT =
  /^(?:instruct(?:ed|ion)?|it|chat|base|pt|sft|dpo|orpo|kto|ppo|rlhf|rl|grpo|lora|qlora|merged?|gguf|ggml|gptq|awq|exl2|int[248]|fp8|fp16|bf16|[248]bit|large|small|medium|tiny|mini|nano|micro|xs|xl|xxl|pro|plus|max|turbo|lite|coder?|math|vision|vl|moe|distill(?:ed)?|uncensored|abliterated|reasoning|thinking|preview|v?\d+(?:\.\d+)*|\d+(?:\.\d+)?[bmk]|\d+x\d+b)$/;

const isCommon = (word: string): boolean => COMMON.test(word) || LANGUAGE.test(word);

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
      /^\p{L}{4,}$/u.test(word) && !VARIANT.test(word) && !isCommon(word) && !MODEL_FAMILIES.test(word),
  );
  // Whatever is neither brand nor common tells models of one brand apart: "ST", "DPO", "v2".
  const others = words.filter((word) => !brand.includes(word) && !isCommon(word) && !isSize(word));
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
function ownByBrand(parts: RowParts, name: string): string | null {
  const own = partsOfName(parts.subjects.ownName);
  if (own.brand.length === 0) return null;
  const matches = (other: string): boolean => {
    const { brand, variants, languages, size } = partsOfName(other);
    return (
      own.brand.every((word) => brand.includes(word)) &&
      brand.every((word) => own.brand.includes(word)) &&
      variants.every((word) => own.variants.includes(word)) &&
      own.variants.every((word) => variants.includes(word)) &&
      languages.join() === own.languages.join() &&
      (size === null || own.size === null || size === own.size)
    );
  };
  const alike = namesOf(parts).all.filter(matches);
  return alike.length === 1 && alike[0] === name
    ? `'${name}' is the only name here with the brand and the variants of ${parts.subjects.ownName}`
    : null;
}
