/** Makes a query into a test of rows. */
import { nameTest } from './name-match.ts';
import { passes } from './numbers.ts';
import type { Filter, Query, QueryFields, QueryRow } from './types.ts';
import { valueTest } from './value-match.ts';
import { findField } from './vocabulary.ts';

export type RowTest = (row: QueryRow) => boolean;

/** The test of a query, made once and then quick: 10,000 rows take a few milliseconds. An empty query takes every row. */
export function compileQuery({ names, filters }: Query, fields: QueryFields): RowTest {
  const tests = [...filters]
    .sort((a, b) => COSTS[a.kind] - COSTS[b.kind])
    .map((filter) => compileFilter(filter, fields));
  if (names.length > 0) {
    const alternatives = names.map((words) => words.map(nameTest));
    tests.push(({ text }) => alternatives.some((words) => words.every((has) => has(text))));
  }
  return (row) => tests.every((test) => test(row));
}

/** What is cheap to ask is asked first. */
const COSTS = { flag: 0, number: 1, text: 2, without: 3 } as const;

/** The test of one filter alone, which tells how many rows it leaves. */
function compileFilter(filter: Filter, fields: QueryFields): RowTest {
  if (filter.kind === 'without') {
    const has = nameTest(filter.text);
    return ({ text }) => !has(text);
  }
  const { not } = filter;
  if (filter.kind === 'flag') return (row) => filter.flags.some((flag) => row.flag(flag)) !== not;
  const { field: name } = filter;
  if (filter.kind === 'number') {
    return (row) => {
      const number = row.number(name);
      return filter.tests.some((test) => passes(number, test)) !== not;
    };
  }
  const known = findField(fields, name);
  const match = known?.kind === 'text' ? known.field.match : 'words';
  const tests = filter.values.map((value) => valueTest(match, value));
  // Rows share values: each is looked at once.
  const seen = new Map<string, boolean>();
  const fits = (value: string): boolean => {
    const before = seen.get(value);
    if (before !== undefined) return before;
    const result = tests.some((test) => test(value));
    seen.set(value, result);
    return result;
  };
  return (row) => row.field(name).some(fits) !== not;
}
