/** What may be written next in a search: names of fields, and their values with counts. */
import { compareNames } from '../compare.ts';
import { foldAccents } from '../fold.ts';
import { endsWord, isComparison, meant } from './characters.ts';
import { quoteValue } from './format.ts';
import { type FieldPart, scanQuery } from './scan.ts';
import type { FieldValue, QueryFields } from './types.ts';
import { FLAG_FIELD, findField, foldName } from './vocabulary.ts';

interface Completion {
  readonly kind: 'field' | 'value';
  /** What is put in place of the text from `from` to `to`: "license:", "apache-2.0", "license:mit". */
  readonly insert: string;
  /** The field, and for a value the value, as they are shown. */
  readonly field: string;
  readonly value: string | null;
  /** Rows that have the value; null where nobody counted. */
  readonly count: number | null;
}

export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

const MOST_ITEMS = 10;

/**
 * What may stand at the caret (an offset into `text`), the likeliest first, at most `most`: values behind a field's
 * colon, else fields and, from the second letter on, values of any field.
 */
export function completeQuery(
  text: string,
  caret: number,
  fields: QueryFields,
  most: number = MOST_ITEMS,
): Completions {
  const before = text.slice(0, caret);
  const parts = scanQuery(before, (name) => findField(fields, name)?.kind ?? null);
  const last = parts.at(-1);
  const end = (from: number): number => {
    let to = Math.max(before.length, from);
    while (!endsWord(meant(text.charAt(to))) && meant(text.charAt(to)) !== ':') to++;
    return to;
  };
  const nothing = { from: before.length, to: before.length, items: [] };
  if (last?.kind === 'field' && (last.open || last.end === before.length)) {
    const piece = last.open ? null : last.values.at(-1);
    const from = piece?.start ?? before.length;
    const items = valuesFor(last, piece?.text ?? '', fields);
    return items.length === 0 ? nothing : { from, to: end(from), items: items.slice(0, most) };
  }
  if (last?.kind === 'word' && last.end === before.length) {
    if (last.word.quoted) return nothing;
    const from = last.word.start;
    const start = last.word.text.replace(/^[@＠]/, '');
    return { from, to: end(from), items: startsFor(start, fields).slice(0, most) };
  }
  const to = before.length;
  return { from: to, to, items: startsFor('', fields).slice(0, most) };
}

/** Values of a field that fit what is written of one, without those that are listed already. */
function valuesFor(part: FieldPart, written: string, fields: QueryFields): Completion[] {
  const known = findField(fields, part.name.text);
  if (known === null || known.kind === 'number' || isComparison(written.charAt(0))) return [];
  const values = known.kind === 'flag' ? fields.flags : known.field.values;
  const listed = new Set(
    (part.open ? part.values : part.values.slice(0, -1)).map(({ text }) => foldName(text)),
  );
  return likely(values, written)
    .filter(({ value }) => !listed.has(foldName(value)))
    .map((value) => valueItem(known.name, value, quoteValue(value.value)));
}

/** Fields whose name starts with what is written, then values that do. */
function startsFor(written: string, fields: QueryFields): Completion[] {
  const start = foldName(written);
  const isStarted = (name: string) => foldName(name).startsWith(start);
  const fieldItem = (name: string): Completion => ({
    kind: 'field',
    insert: `${/[\s:;,"<>=]/.test(name) ? `"${name}"` : name}:`,
    field: name,
    value: null,
    count: null,
  });
  const named = [...fields.texts, { name: FLAG_FIELD, aliases: ['has'] }, ...fields.numbers];
  const byName = named.filter(({ name }) => isStarted(name));
  const byAlias =
    start === '' ? [] : named.filter((one) => !byName.includes(one) && one.aliases.some(isStarted));
  const items = [...byName, ...byAlias].map(({ name }) => fieldItem(name));
  if (start.length < 2) return items;
  const all = [
    ...fields.texts.map(({ name, values }) => ({ name, values })),
    { name: FLAG_FIELD, values: fields.flags },
  ];
  const values = all.flatMap(({ name, values }) =>
    values
      .filter(({ value, aliases }) => isStarted(value) || aliases?.some(isStarted))
      .map((value) => valueItem(name, value, `${name}:${quoteValue(value.value)}`)),
  );
  return [...items, ...values.sort(byCount)];
}

function valueItem(field: string, { value, count }: FieldValue, insert: string): Completion {
  return { kind: 'value', insert, field, value, count: count ?? null };
}

/** Values that start with what is written, then those with a word that does, then those that have it anywhere. */
function likely(values: readonly FieldValue[], written: string): FieldValue[] {
  const wanted = foldAccents(written);
  const placeIn = (name: string): number => {
    const at = foldAccents(name).indexOf(wanted);
    return at < 0 ? 3 : at === 0 ? 0 : /[\p{L}\p{N}]/u.test(foldAccents(name).charAt(at - 1)) ? 2 : 1;
  };
  return values
    .map((value) => ({
      value,
      place: [value.value, ...(value.aliases ?? [])].reduce((best, name) => Math.min(best, placeIn(name)), 3),
    }))
    .filter(({ place }) => place < 3)
    .sort(
      (a, b) =>
        a.place - b.place ||
        (b.value.count ?? 0) - (a.value.count ?? 0) ||
        compareNames(a.value.value, b.value.value),
    )
    .map(({ value }) => value);
}

function byCount(a: Completion, b: Completion): number {
  return (b.count ?? 0) - (a.count ?? 0) || compareNames(a.insert, b.insert);
}
