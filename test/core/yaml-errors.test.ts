import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { explainYamlError } from '../../src/core/yaml-errors.ts';

function explained(input: string): string {
  try {
    load(input);
    return 'no error';
  } catch (error) {
    const { message, offset } = explainYamlError(error as object, input, 0);
    return `${offset} ${message}`;
  }
}

it.each([
  ['a:\n  b: 1\n   c: 2\n', '13 This key is indented deeper than the line above allows.'],
  ['- a: 1\n    b: 2\n', '11 This key is indented deeper than the line above allows.'],
  ['name: a: b\n', '7 A second `:` stands in an unquoted value; quote the value.'],
  ['tags: [a, b\n', '0 A list or mapping in brackets is not closed.'],
  ['name: @a\n', '6 A value cannot start with `@` unless it is quoted.'],
])('says of %j: %s', (input, words) => expect(explained(input)).toBe(words));
