/** Writes what a search asks for as text that is understood as the same search. */
import { endsValue, isComparison, meant } from './characters.ts';
import { formatTest } from './numbers.ts';
import type { Filter, Query, QueryFields } from './types.ts';
import { FLAG_FIELD, findField } from './vocabulary.ts';

/**
 * The shortest plain form: alternatives of names first, parted by "; ", then the filters. `parseQuery` makes the same
 * query of it.
 */
export function formatQuery({ names, filters }: Query, fields: QueryFields): string {
  const alternatives = names.map((words) => words.map(quoteWord).join(' ')).join('; ');
  const parts = filters.map((filter) => formatFilter(filter, fields));
  return [alternatives, ...parts].filter((part) => part !== '').join(' ');
}

/** One filter as it is written in a search: "license:mit", "-instruct". */
function formatFilter(filter: Filter, fields: QueryFields): string {
  if (filter.kind === 'without') return `-${quoteWord(filter.text)}`;
  const not = filter.not ? '-' : '';
  if (filter.kind === 'flag') return `${not}${FLAG_FIELD}:${filter.flags.map(quoteValue).join(',')}`;
  const field = quoteWord(filter.field);
  if (filter.kind === 'text') return `${not}${field}:${filter.values.map(quoteValue).join(',')}`;
  const known = findField(fields, filter.field);
  const unit = known?.kind === 'number' ? known.field.unit : 'score';
  return `${not}${field}:${filter.tests.map((test) => formatTest(test, unit)).join(',')}`;
}

/** A word or phrase of a name, in quotes where it would be read as something else. */
function quoteWord(text: string): string {
  const isPlain =
    !/^[-@−–—－＠]/.test(text) &&
    !holds(text, (sign) => sign === ':' || isComparison(sign) || endsValue(sign));
  return isPlain ? text : quoted(text);
}

/** A value of a field, in quotes where it would be read as something else. */
export function quoteValue(text: string): string {
  const first = meant(text.charAt(0));
  const isPlain = first !== '-' && !isComparison(first) && !holds(text, endsValue);
  return isPlain ? text : quoted(text);
}

/** Whether the text is empty or has a quote or a sign that means something. */
function holds(text: string, means: (sign: string) => boolean): boolean {
  if (text === '') return true;
  for (const character of text) {
    const sign = meant(character);
    if (sign === '"' || means(sign)) return true;
  }
  return false;
}

function quoted(text: string): string {
  const kept = [...text].map((character) =>
    meant(character) === '"' || character === '\\' ? `\\${character}` : character,
  );
  return `"${kept.join('')}"`;
}
