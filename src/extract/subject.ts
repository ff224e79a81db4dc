/** Decides whom a name speaks of: the card's own model, or another one. */
import type { CardIdentity } from '../core/card.ts';
import { foldCase, foldSeparators, tidy } from '../core/fold.ts';
import { onceEach } from '../core/once.ts';
import {
  behindStart,
  dotted,
  FULL_FORMAT,
  HUB_ID,
  isCutShort,
  lacksVariant,
  sizeOf,
  stemOf,
  withoutAccents,
  withoutLanguages,
  wordsOf,
} from './name-words.ts';
import { bareModelName, isMarkedOwn } from './own-marks.ts';
import { isNumberFormat } from './quantization.ts';
import { splitRunCondition } from './run-condition.ts';
import { BASELINES, MODEL_FAMILIES, SELF_WORDS, SIZE_IN_NAME } from './words.ts';

export interface Subjects {
  /** True where the name is, but for case and separators, one that the card gives its own model. */
  isExact(name: string): boolean;
  /** The card's own model on its hub: "owner/name", or the name alone where the owner is not known. */
  readonly ownId: string;
  /** The card's own model, without its owner. */
  readonly ownName: string;
  /** The one size in the model's own name, lower case ("7b"), or null. */
  readonly ownSize: string | null;
  /** True where the card has sections for several sizes of its name: it is about none of them alone. */
  readonly isFamily: boolean;
  /** The size that stands behind one of the card's own names ("Demo 7B" on the card of Demo), or null. */
  sizeBehindName(name: string): string | null;
  /** What stands behind one of the card's own names, folded ("v1.0" of "Demo-7B-v1.0"), or null. */
  behindOwnName(name: string): string | null;
  /** The folded words of the card's own name behind those that the given name starts it with, or null. */
  restOfOwnName(name: string): readonly string[] | null;
  /** Why the name means the card's own model, or null where it does not. */
  self(name: string): string | null;
  /** True where the first word of the name starts one of the card's own names. */
  sharesFirstWord(name: string): boolean;
  /** True for a way of training that the card's title says its model was made with. */
  isOwnMethod(name: string): boolean;
  /** How much a text looks like a model's name: 0 … 1. */
  likeness(text: string): number;
  /** The one model that a sentence speaks of, or null. */
  inSentence(sentence: string): { readonly name: string; readonly self: boolean } | null;
}

/** What organisations put behind their name on the Hub. */
const MAKER_END = /[-_]?(?:ai|labs?|org|hf|nlp|team|research|inc|llm|official|models?)$/i;
const VERSION_END =
  /^(?:(?:base)?(?:un)?cased|v\d[\d.]*|patch\d+(?:window\d+)?|\d{4}|\d+(?:\.\d+)?b|hf|fp16|bf16|fp32|\d+\.\d+)$/;

/** `headings` are all of the card's, which show whether it is about several sizes of one name. */
/** Makers that are written before the names of their models, and are no part of them. */
const MAKER =
  /^(?:meta|google|openai|microsoft|alibaba|ibm|nvidia|amazon|apple|upstage|mistralai|intel|salesforce)$/i;

export function makeSubjects(identity: CardIdentity, headings: readonly string[] = []): Subjects {
  const own = new Map<string, string>();
  for (const name of [identity.id, identity.name, ...identity.names]) {
    const key = foldSeparators(name);
    // Metadata copied from another size's card names that one.
    const size = sizeOf(name);
    const copied = size !== null && sizeOf(identity.name) !== null && size !== sizeOf(identity.name);
    if (key.length < 2 || copied) continue;
    own.set(key, name);
    own.set(foldSeparators(dotted(name)), name);
  }
  if (identity.owner !== null) {
    // Tables of an organisation's own put its name before, and cards leave it off.
    own.set(foldSeparators(`${identity.owner} ${identity.name}`), identity.name);
    const maker = identity.owner.replace(MAKER_END, '');
    if (maker.length >= 3) own.set(foldSeparators(`${maker} ${identity.name}`), identity.name);
    const [first, ...rest] = identity.name.split(/[-_ ]/);
    const brand = foldCase(first ?? '');
    const makers = [maker, ...identity.owner.split(/[-_]/)].map(foldCase);
    if (rest.length > 1 && brand.length >= 3 && makers.includes(brand))
      own.set(foldSeparators(rest.join(' ')), rest.join('-'));
  } else {
    // A folder of cards alone does not name their owners: "Meta-Llama-3-8B" is Llama-3-8B.
    const [first, ...rest] = identity.name.split(/[-_ ]/);
    if (rest.length > 1 && MAKER.test(first ?? '') && MODEL_FAMILIES.test(rest[0] as string))
      own.set(foldSeparators(rest.join(' ')), rest.join('-'));
  }
  const ownWords = new Set([...own.values()].map(wordsOf));
  const isExact = onceEach((name: string): boolean => {
    const bare = bareModelName(name);
    const owner = HUB_ID.test(bare) ? foldCase(bare.slice(0, bare.indexOf('/'))) : null;
    // The same name below another owner is another model.
    const foreign = owner !== null && identity.owner !== null && owner !== foldCase(identity.owner);
    return own.has(foldSeparators(bare)) || (!foreign && wordsOf(bare) !== '' && ownWords.has(wordsOf(bare)));
  });
  const ownSizes = new Set([...own.values()].map(sizeOf).filter((size) => size !== null));
  const isOwnSize = (size: string) => ownSizes.size === 0 || ownSizes.has(size);
  const sizeBehindName = (name: string): string | null => {
    const bare = bareModelName(name);
    const size = sizeOf(bare);
    for (const [ownKey, ownName] of own) {
      if (ownKey.length < 4 || sizeOf(ownName) !== null) continue;
      const more = behindStart(ownKey, bare) ?? '';
      const behind = /^\d+(?:\.\d+)?[bm]$/.test(more) ? more : null;
      // The size may stand inside too: "Demo-7B-Chat" on the card of Demo-Chat.
      const inside = size !== null && foldSeparators(bare).replace(size, '') === ownKey ? size : null;
      const found = behind !== null && isOwnSize(behind) ? behind : inside;
      // A title may name the family alone: "Demo" on the card of demo-7b-chat.
      if (found !== null && isOwnSize(found) && !lacksVariant(bare, identity.name)) return found;
    }
    return null;
  };
  const isFamily = new Set(headings.map(sizeBehindName).filter((size) => size !== null)).size > 1;
  const self = onceEach((name: string): string | null => {
    const bare = bareModelName(name);
    if (SELF_WORDS.test(tidy(name)) || SELF_WORDS.test(bare))
      return `"${tidy(name)}" means the card's own model`;
    const key = foldSeparators(bare);
    // Where the card's owner is not known, any owner of the name may be it.
    const exact =
      own.get(key) ??
      (identity.owner === null ? own.get(foldSeparators(bare.replace(/^[\w.-]+\//, ''))) : undefined);
    if (exact !== undefined) return `"${bare}" is the card's own model (${exact})`;
    if (key.length >= 5 && isExact(bare))
      return `"${bare}" is the card's own model, its words in another order or spelling`;
    if (isMarkedOwn(name)) return `"${tidy(name)}" says that it is the card's own model`;
    const size = /^(\d+(?:\.\d+)?[bm])(?:params?|parameters)?$/.exec(key);
    if (size && sizeOf(identity.name) === size[1]) return `"${bare}" is the size of the card's own model`;
    const short = own.size > 0 && key.length >= 5 ? withoutLanguages(bare) : '';
    for (const [ownKey, ownName] of own) {
      if (key.length < 5) break;
      if (short !== '' && short === key && withoutLanguages(ownName) === key && ownKey !== key)
        return `"${bare}" is the card's own model (${ownName}) without its language or format`;
      const rest = ownKey.startsWith(key) ? ownKey.slice(key.length) : null;
      if (rest !== null && VERSION_END.test(rest))
        return `"${bare}" is the card's own model (${ownName}) without its version`;
      // Narrow columns cut a long name short, but no title.
      if ((ownName === identity.id || ownName === identity.name) && isCutShort(bare, ownName))
        return `"${bare}" is the card's own model (${ownName}), cut short`;
    }
    return isFamily || sizeBehindName(bare) === null
      ? null
      : `"${bare}" is the card's own model with its size`;
  });
  const likeness = onceEach((text: string): number => {
    const bare = bareModelName(text);
    if (/^n\/?a$/i.test(bare)) return 0;
    if (bare === '' || bare.length > 120 || /^[\d.,%\s-]+$/.test(bare)) return 0;
    if (self(text) !== null) return 1;
    const run = splitRunCondition(bare);
    if (run && self(run.name) !== null) return 1;
    if (isNumberFormat(bare)) return 0.15;
    if (isOwnMethod(bare)) return 0.9;
    if (HUB_ID.test(bare)) return 0.95;
    const family = MODEL_FAMILIES.test(bare.replace(/[_-]/g, ' '));
    const size = SIZE_IN_NAME.test(bare);
    if (family && size) return 0.95;
    if (family) return 0.75;
    if (size && stemOf(bare) !== '' && stemOf(bare) === stemOf(identity.name)) return 0.95;
    if (size) return 0.65;
    if (BASELINES.test(bare)) return 0.8;
    if (/\p{L}.* checkpoint$/iu.test(bare)) return 0.75;
    if (
      /\b(?:instruct|chat|base|large|small|medium|tiny|xl|xxl|turbo|pro|mini|nano|sft|dpo|lora|gptq|awq|gguf|int4|int8|fp16|bf16)\b/i.test(
        bare,
      ) &&
      /[\d-]/.test(bare)
    )
      return 0.5;
    return 0.2;
  });
  const inSentence = (sentence: string) => {
    const found = new Map<string, { name: string; self: boolean }>();
    const plain = sentence.replace(/https?:\/\/\S+/g, ' ');
    for (const token of plain.split(/[\s,;:()"“”]+/)) {
      const name = baseName(token.replace(/^[`*_'"]+|[`*_'".!?]+$/g, '').replace(/['’]s$/, ''));
      if (name.length < 3 || (!/\d/.test(name) && !own.has(foldSeparators(name)))) continue;
      const whose = self(name) ?? self(name.replace(FULL_FORMAT, ''));
      const isSelf = whose !== null && !SELF_WORDS.test(name);
      const shaped = SIZE_IN_NAME.test(name) && /\p{L}{2,}[\s_-]?/u.test(name.replace(SIZE_IN_NAME, ' '));
      if (isSelf || shaped || (HUB_ID.test(name) && MODEL_FAMILIES.test(name)))
        found.set(foldSeparators(name), { name, self: isSelf });
    }
    return found.size === 1 ? ([...found.values()][0] as { name: string; self: boolean }) : null;
  };
  const sharesFirstWord = (name: string): boolean => {
    const first = withoutAccents(foldSeparators(bareModelName(name).split(/[\s_/-]/)[0] ?? ''));
    return first.length >= 4 && [...own.keys()].some((key) => withoutAccents(key).startsWith(first));
  };
  const titles = [identity.displayName, ...identity.names].map((title) => ` ${foldCase(title)} `);
  const isOwnMethod = (name: string): boolean => {
    const method = foldCase(bareModelName(name));
    if (method.length < 3 || method.length > 30) return false;
    return titles.some((title) =>
      ['with', 'using', 'via', 'by', 'through'].some((word) => title.includes(` ${word} ${method} `)),
    );
  };
  return {
    sharesFirstWord,
    isOwnMethod,
    ownId: identity.id,
    ownName: identity.name,
    ownSize: sizeOf(identity.name),
    isFamily,
    sizeBehindName,
    behindOwnName: (name) => {
      const bare = bareModelName(name);
      const rests = [...own.keys()].flatMap((key) => (key.length < 5 ? [] : (behindStart(key, bare) ?? [])));
      return rests.reduce<string | null>(
        (least, rest) => (rest !== '' && (least === null || rest.length < least.length) ? rest : least),
        null,
      );
    },
    restOfOwnName: (name) => {
      const words = foldCase(bareModelName(name)).split(/[\s_.-]+/);
      const ownWordsInOrder = foldCase(identity.name).split(/[\s_.-]+/);
      if (words.join('').length < 4 || words.length >= ownWordsInOrder.length) return null;
      return words.every((word, at) => word === ownWordsInOrder[at])
        ? ownWordsInOrder.slice(words.length)
        : null;
    },
    isExact,
    self,
    likeness,
    inSentence,
  };
}

/** "pretrained=acme/demo" and "/content/drive/demo" name demo, as the harness prints them; other words stay whole. */
function baseName(token: string): string {
  const value = token.replace(/^pretrained=/i, '');
  if (value === token && !/^\.{0,2}\//.test(token)) return token;
  const parts = value.split('/').filter((part) => part !== '');
  return parts.length === 2 && !/^\.{0,2}\//.test(value) ? value : (parts[parts.length - 1] ?? value);
}
