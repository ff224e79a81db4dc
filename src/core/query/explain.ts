/** Says in words what a search asks for. */
import { decimalsOf, formatParameters } from '../format.ts';
import type { Language } from '../language.ts';
import type { Filter, NumberTest, Query, QueryFields } from './types.ts';
import { findField } from './vocabulary.ts';

/** A clause for the names and one for each filter, in the order of the query: "name has llama or qwen", "licence is mit". */
export function explainQuery({ names, filters }: Query, fields: QueryFields, language: Language): string[] {
  const clauses = filters.map((filter) => explainFilter(filter, fields, language));
  if (names.length === 0) return clauses;
  const words = names.map((all) => all.join(' '));
  return [language.t('query.name-has', { words: oneOf(words, language) }), ...clauses];
}

/** One filter in words: "name has no instruct", "size is at least 7B", "not flagged". */
function explainFilter(filter: Filter, fields: QueryFields, language: Language): string {
  const { t } = language;
  if (filter.kind === 'without') return t('query.name-has-not', { words: filter.text });
  const not = filter.not ? '-not' : '';
  if (filter.kind === 'flag') {
    const flags = filter.flags.map((flag) => named('flags', flag, language));
    return t(`query.flag-is${not}`, { flags: oneOf(flags, language) });
  }
  const known = findField(fields, filter.field);
  if (filter.kind === 'text') {
    const verb = known?.kind === 'text' && known.field.match === 'within' ? 'has' : 'is';
    const field = named('fields', filter.field, language);
    return t(`query.field-${verb}${not}`, { field, values: oneOf(filter.values, language) });
  }
  const number = known?.kind === 'number' ? known.field : null;
  const write = number?.unit === 'parameters' ? writeSize(language) : writeNumber(language);
  return t(`query.number-is${not}`, {
    field: number?.label ?? named('fields', filter.field, language),
    tests: oneOf(
      filter.tests.map((test) => explainTest(test, write, language)),
      language,
    ),
  });
}

type Write = (number: number) => string;

function writeNumber(language: Language): Write {
  return (number) => language.score(number, decimalsOf(number));
}

function writeSize(language: Language): Write {
  const write = writeNumber(language);
  return (billions) => formatParameters(billions).replace(/[\d.]+/, (digits) => write(Number(digits)));
}

function explainTest(test: NumberTest, write: Write, { t }: Language): string {
  if (test.kind === 'about') return t('query.about', { number: write(test.value) });
  const { from, fromIncluded, to, toIncluded } = test;
  if (from !== null && to !== null) return t('query.between', { from: write(from), to: write(to) });
  if (from !== null) return t(fromIncluded ? 'query.at-least' : 'query.above', { number: write(from) });
  return t(toIncluded ? 'query.at-most' : 'query.below', { number: write(to ?? 0) });
}

/** What the language calls a field or flag; else its name. */
function named(kind: 'fields' | 'flags', name: string, language: Language): string {
  const key = `query.${kind}.${name}`;
  return language.has(key) ? language.t(key) : name;
}

function oneOf(words: readonly string[], { t }: Language): string {
  return words.reduce((all, word) => t('query.or', { all, word }));
}
