/** What models may be searched by: the fields of every list of models, and a row made of a model's facts. */
import { compareNames } from '../compare.ts';
import { once } from '../once.ts';
import { MODEL_TYPES, type ModelType, type Origin } from '../result.ts';
import { searchText } from './name-match.ts';
import type { FieldValue, NumberField, QueryFields, QueryRow, TextField } from './types.ts';

/** What a model may be, in a list that knows: `complete` and `ranked` are about the list's own ranking. */
export const MODEL_FLAGS = ['flagged', 'copy', 'complete', 'open', 'card', 'ranked'] as const;

export type ModelFlag = (typeof MODEL_FLAGS)[number];

/** What a search may ask of a model. */
export interface ModelFacts {
  readonly id: string;
  /** All names it goes by, its id aside. */
  readonly names: readonly string[];
  readonly org: string | null;
  readonly type: ModelType;
  readonly licenses: readonly string[];
  readonly languages: readonly string[];
  readonly library: string | null;
  /** As its card names them. */
  readonly bases: readonly string[];
  readonly tags: readonly string[];
  readonly precisions: readonly string[];
  /** Of the numbers that the list shows of it. */
  readonly origins: readonly Origin[];
  /** Billions. */
  readonly parameters: number | null;
  readonly flags: readonly ModelFlag[];
}

/** Other words that people use for a type. */
const TYPE_WORDS: Readonly<Record<ModelType, readonly string[]>> = {
  pretrained: ['base', 'foundation'],
  'continuously pretrained': ['continued pretraining', 'continually pretrained', 'cpt'],
  'fine-tuned': ['finetune', 'tuned', 'sft'],
  chat: ['instruct', 'instruction-tuned', 'it', 'rlhf', 'dpo'],
  merge: ['merged', 'moerge'],
  quantized: ['quantised', 'quant'],
  adapter: ['lora', 'peft'],
  unknown: ['none'],
};

const ORIGIN_WORDS: Readonly<Record<Origin, readonly string[]>> = {
  leaderboard: ['independent'],
  'self-reported': ['self', 'own', 'author'],
  'third-party': ['third', 'others'],
};

type TextName = (typeof TEXTS)[number]['name'];

const TEXTS = [
  { name: 'org', aliases: ['organisation', 'organization', 'owner', 'author'], match: 'words' },
  { name: 'type', aliases: [], match: 'whole' },
  { name: 'license', aliases: ['licence', 'licenses', 'licences'], match: 'words' },
  { name: 'language', aliases: ['languages', 'lang'], match: 'words' },
  { name: 'library', aliases: ['library_name'], match: 'words' },
  { name: 'base', aliases: ['base_model', 'parent'], match: 'within' },
  { name: 'tag', aliases: ['tags'], match: 'words' },
  { name: 'precision', aliases: ['dtype', 'quantization', 'quantisation'], match: 'words' },
  { name: 'origin', aliases: ['source'], match: 'whole' },
  { name: 'name', aliases: [], match: 'within' },
  { name: 'model', aliases: ['id'], match: 'within' },
] as const satisfies readonly Omit<TextField, 'values'>[];

const SIZE: NumberField = { name: 'params', aliases: ['parameters', 'size', 'param'], unit: 'parameters' };

/** Fields whose values are too many to be offered, or are names that are found without a field. */
const NOT_OFFERED: ReadonlySet<TextName> = new Set(['name', 'model', 'base']);

/**
 * The fields of a list of models, with how many of them have each value. `scores` are the numbers that this list
 * shows of its models beside their size, the surest names first: "average", "gsm8k"; `flags` those that it knows.
 */
export function modelFields(
  models: readonly ModelFacts[],
  scores: readonly NumberField[],
  flags: readonly ModelFlag[] = MODEL_FLAGS,
): QueryFields {
  const rows = models.map((facts) => modelRow(facts, () => null));
  return {
    texts: TEXTS.map(({ name, aliases, match }) => ({
      name,
      aliases,
      match,
      values: NOT_OFFERED.has(name) ? [] : valuesOf(name, rows),
    })),
    numbers: [SIZE, ...scores],
    flags: flags.map((flag) => ({ value: flag, count: rows.filter((row) => row.flag(flag)).length })),
  };
}

/** The values of a field, the commonest first; a field of fixed values has those that no row has, too. */
function valuesOf(name: TextName, rows: readonly QueryRow[]): FieldValue[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of new Set(row.field(name))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (name === 'type')
    return MODEL_TYPES.map((type) => ({
      value: type,
      count: counts.get(type) ?? 0,
      aliases: TYPE_WORDS[type],
    }));
  if (name === 'origin')
    return (Object.keys(ORIGIN_WORDS) as Origin[]).map((origin) => ({
      value: origin,
      count: counts.get(origin) ?? 0,
      aliases: ORIGIN_WORDS[origin],
    }));
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareNames(a.value, b.value));
}

/** A model as a search sees it; `score` gives the numbers of its list by their names. */
export function modelRow(facts: ModelFacts, score: (name: string) => number | null): QueryRow {
  const texts: Readonly<Record<TextName, readonly string[]>> = {
    org: facts.org === null ? [] : [facts.org],
    type: [facts.type],
    license: facts.licenses,
    language: facts.languages,
    library: facts.library === null ? [] : [facts.library],
    base: facts.bases,
    tag: facts.tags,
    precision: facts.precisions,
    origin: facts.origins,
    name: facts.names,
    model: [facts.id],
  };
  const flags: ReadonlySet<string> = new Set(facts.flags);
  const text = once(() => searchText([facts.id, ...facts.names]));
  return {
    get text() {
      return text();
    },
    field: (name) => texts[name as TextName] ?? [],
    number: (name) => (name === SIZE.name ? facts.parameters : score(name)),
    flag: (name) => flags.has(name),
  };
}
