/** Says in words what a search asks for. */
import { formatParameters } from '../format.ts';
import type { Filter, NumberTest, Query, QueryFields, Say } from './types.ts';
import { findField } from './vocabulary.ts';

/** A clause for the names and one for each filter, in the order of the query: "name has llama or qwen", "license is mit". */
export function explainQuery({ names, filters }: Query, fields: QueryFields, say: Say): string[] {
  const clauses = filters.map((filter) => explainFilter(filter, fields, say));
  if (names.length === 0) return clauses;
  const words = names.map((all) => all.join(' '));
  return [say('query.name-has', { words: oneOf(words, say) }), ...clauses];
}

/** One filter in words: "no name has instruct", "at least 7B parameters". */
export function explainFilter(filter: Filter, fields: QueryFields, say: Say): string {
  if (filter.kind === 'without') return say('query.name-has-not', { words: filter.text });
  const not = filter.not ? '-not' : '';
  if (filter.kind === 'flag') return say(`query.flag-is${not}`, { flags: oneOf(filter.flags, say) });
  if (filter.kind === 'text') {
    const match = matchOf(filter.field, fields) === 'within' ? 'has' : 'is';
    return say(`query.field-${match}${not}`, { field: filter.field, values: oneOf(filter.values, say) });
  }
  const known = findField(fields, filter.field);
  const isSize = known?.kind === 'number' && known.field.unit === 'parameters';
  const tests = oneOf(
    filter.tests.map((test) => explainTest(test, isSize ? formatParameters : String, say)),
    say,
  );
  return say(`query.number-is${not}`, { field: filter.field, tests });
}

function matchOf(name: string, fields: QueryFields): string {
  const known = findField(fields, name);
  return known?.kind === 'text' ? known.field.match : 'words';
}

function explainTest(test: NumberTest, write: (number: number) => string, say: Say): string {
  if (test.kind === 'about') return say('query.about', { number: write(test.value) });
  const { from, fromIncluded, to, toIncluded } = test;
  if (from !== null && to !== null) return say('query.between', { from: write(from), to: write(to) });
  if (from !== null) return say(fromIncluded ? 'query.at-least' : 'query.above', { number: write(from) });
  return say(toIncluded ? 'query.at-most' : 'query.below', { number: write(to ?? 0) });
}

function oneOf(words: readonly string[], say: Say): string {
  return words.reduce((all, word) => say('query.or', { all, word }));
}
