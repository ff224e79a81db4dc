/**
 * Splits headers that start with whose numbers stand below: "ft accuracy | bl accuracy", "base EM | fine-tuned EM". The
 * models become a row of headers above the rest.
 */
import { foldCase, tidy } from '../core/fold.ts';
import type { Grid } from './grid.ts';
import { BASELINES, SELF_WORDS } from './words.ts';

/** Whom short words stand for, folded, where the text around defines them. */
export type Abbreviations = ReadonlyMap<string, 'self' | 'other'>;

/** "the fine-tuned model (ft)", "a bare baseline (bl)". */
const IN_BRACKETS =
  /\b((?:[\p{L}\d.-]{1,30} ){0,3}?)(models?|baselines?|base|version|adapter)\s?\(["“]?(\p{L}{1,6})["”]?\)/giu;

/** "ft = fine-tuned", "bl: baseline". */
const EQUATED =
  /(?<![\p{L}\d])(\p{L}{1,6}) ?(?:=|stands for|means) ?(?:the )?(fine-?tuned|finetuned|ours?|this model|adapter|baseline|base|original|vanilla)\b/giu;

const OWN = /\b(?:fine-?tuned|finetuned|ours?|this|adapted|trained|adapter)\b/i;

/** "The same as left", as authors write it instead of repeating a header. */
const DITTO = /^(?:ditto|same|idem|"|″|〃|\/\/)$/i;

/** What a text says that short words stand for: needs one for the card's own model and one for another. */
export function abbreviationsIn(text: string): Abbreviations {
  const found = new Map<string, 'self' | 'other'>();
  const add = (word: string, meaning: string) => {
    if (!found.has(foldCase(word))) found.set(foldCase(word), OWN.test(meaning) ? 'self' : 'other');
  };
  for (const [, before = '', noun = '', word = ''] of text.matchAll(IN_BRACKETS)) add(word, before + noun);
  for (const [, word = '', meaning = ''] of text.matchAll(EQUATED)) add(word, meaning);
  const meanings = new Set(found.values());
  return meanings.size === 2 ? found : new Map();
}

/** The grid with the models of its headers as a row above them; null where its headers do not start with models in pairs. */
export function splitPrefixes(
  grid: Grid,
  abbreviations: Abbreviations,
): { readonly grid: Grid; readonly models: Grid['header'] } | null {
  const isModel = (word: string) =>
    abbreviations.has(foldCase(word)) ||
    SELF_WORDS.test(word) ||
    (BASELINES.test(word) && /^base/i.test(word));
  let left = '';
  const parts = grid.header.map(({ text }) => {
    const [, word = '', rest = ''] = /^(\S{1,20}) (.{1,100})$/.exec(tidy(text)) ?? [];
    if (word === '' || !isModel(word)) return null;
    if (!DITTO.test(rest)) left = rest;
    return left === '' ? null : { word, rest: left };
  });
  const split = parts.filter((part) => part !== null);
  const models = new Set(split.map(({ word }) => foldCase(word)));
  const byRest = new Map<string, Set<string>>();
  for (const { word, rest } of split)
    byRest.set(foldCase(rest), new Set([...(byRest.get(foldCase(rest)) ?? []), foldCase(word)]));
  if (models.size < 2 || [...byRest.values()].some((words) => words.size !== models.size)) return null;
  return {
    grid: {
      ...grid,
      header: grid.header.map((cell, index) => ({ ...cell, text: parts[index]?.rest ?? cell.text })),
    },
    models: grid.header.map((cell, index) => ({ ...cell, text: parts[index]?.word ?? '' })),
  };
}
