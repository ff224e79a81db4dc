/** Looks up what a search may ask about: fields and their values, by any of their names. */
import { foldAccents, foldSeparators } from '../fold.ts';
import { nearest } from '../nearest.ts';
import type { FieldValue, NumberField, QueryFields, TextField } from './types.ts';

/** The field whose values are the flags. */
export const FLAG_FIELD = 'is';

export type KnownField =
  | { readonly kind: 'text'; readonly name: string; readonly field: TextField }
  | { readonly kind: 'number'; readonly name: string; readonly field: NumberField }
  | { readonly kind: 'flag'; readonly name: typeof FLAG_FIELD };

interface Vocabulary {
  readonly fields: ReadonlyMap<string, KnownField>;
  /** All names as they are written, with the field's own. */
  readonly names: ReadonlyMap<string, string>;
}

/** As names of fields and values are compared. */
export function foldName(name: string): string {
  return foldSeparators(foldAccents(name));
}

const vocabularies = new WeakMap<QueryFields, Vocabulary>();

function vocabularyOf(known: QueryFields): Vocabulary {
  const made = vocabularies.get(known);
  if (made !== undefined) return made;
  const fields = new Map<string, KnownField>();
  const names = new Map<string, string>();
  const add = (name: string, field: KnownField) => {
    const folded = foldName(name);
    if (folded === '' || fields.has(folded)) return;
    fields.set(folded, field);
    names.set(name, field.name);
  };
  const all: (readonly [KnownField, readonly string[]])[] = [
    [{ kind: 'flag', name: FLAG_FIELD }, ['has']],
    ...known.texts.map(
      (field) => [{ kind: 'text', name: field.name, field } as const, field.aliases] as const,
    ),
    ...known.numbers.map(
      (field) => [{ kind: 'number', name: field.name, field } as const, field.aliases] as const,
    ),
  ];
  // Own names first: the other name of one field may be the own name of the next.
  for (const [field] of all) add(field.name, field);
  for (const [field, aliases] of all) for (const alias of aliases) add(alias, field);
  const vocabulary = { fields, names };
  vocabularies.set(known, vocabulary);
  return vocabulary;
}

/** The field of a name, or null. */
export function findField(known: QueryFields, name: string): KnownField | null {
  return vocabularyOf(known).fields.get(foldName(name)) ?? null;
}

/** The name of the field that a mistyped one most likely means: its own, where that is near, else another; or null. */
export function nearestField(known: QueryFields, name: string): string | null {
  const { names } = vocabularyOf(known);
  const near = nearest(name, names.keys());
  const own = near === null ? undefined : names.get(near);
  return own === undefined ? null : (nearest(name, [own]) ?? near);
}

const valueIndexes = new WeakMap<readonly FieldValue[], ReadonlyMap<string, FieldValue>>();

/** The value of a name among those that are known, or null. */
export function findValue(values: readonly FieldValue[], name: string): FieldValue | null {
  let index = valueIndexes.get(values);
  if (index === undefined) {
    const made = new Map<string, FieldValue>();
    const add = (one: string, value: FieldValue) => {
      const folded = foldName(one);
      if (folded !== '' && !made.has(folded)) made.set(folded, value);
    };
    for (const value of values) add(value.value, value);
    for (const value of values) for (const alias of value.aliases ?? []) add(alias, value);
    valueIndexes.set(values, made);
    index = made;
  }
  return index.get(foldName(name)) ?? null;
}

/** The value, or with `words` a word of one, that a mistyped one most likely means, or null. */
export function nearestValue(values: readonly FieldValue[], name: string, words: boolean): string | null {
  const names = new Map<string, string>();
  for (const { value } of values) names.set(value, value);
  for (const { value, aliases } of values) for (const alias of aliases ?? []) names.set(alias, value);
  const near = nearest(name, names.keys());
  if (near !== null) return names.get(near) as string;
  // Short words are near to everything.
  const parts = values
    .flatMap(({ value }) => value.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 3);
  return words ? nearest(name, new Set(parts)) : null;
}
