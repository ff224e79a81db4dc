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
  return ownByDataset(parts, name) ?? ownByBrand(parts, name);
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
