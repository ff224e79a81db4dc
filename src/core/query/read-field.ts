/** Reads a part of a search such as "license:mit,apache-2.0" or "params:>=7b" into a filter. */

import { tidy } from '../fold.ts';
import { isComparison, meant } from './characters.ts';
import { quoteValue } from './format.ts';
import { parseTest } from './numbers.ts';
import type { Near, Remarks } from './remarks.ts';
import type { FieldPart } from './scan.ts';
import type { FieldValue, Filter, NumberField, NumberTest, QueryFields, TextField } from './types.ts';
import { valueTest } from './value-match.ts';
import { FLAG_FIELD, findField, findValue, nearestField, nearestValue } from './vocabulary.ts';

/** The filter that a part asks for, or null where nothing of it is understood; `remarks` hears why. */
export function readField(part: FieldPart, fields: QueryFields, remarks: Remarks): Filter | null {
  const name = tidy(part.name.text);
  const known = findField(fields, name);
  if (known === null) {
    const near = remarks.afford(() => nearestField(fields, name));
    remarks.say(
      'unknown-field',
      part.name,
      { name },
      near === null ? {} : { near: { named: near, write: near } },
    );
    return null;
  }
  for (const value of part.values) {
    if (!value.closed) {
      remarks.say('unclosed-quote', { start: value.start, end: value.start + 1 }, {}, { kept: true });
    }
  }
  if (part.values.length === 0) {
    remarks.say('empty-value', part, { field: known.name });
    return null;
  }
  const { not } = part;
  if (known.kind === 'flag') {
    const flags = readFlags(part, fields.flags, remarks);
    return flags.length === 0 ? null : { kind: 'flag', not, flags };
  }
  if (known.kind === 'number') {
    const tests = readTests(part, known.field, remarks);
    return tests.length === 0 ? null : { kind: 'number', field: known.name, not, tests };
  }
  const values = readValues(part, known.field, remarks);
  return values.length === 0 ? null : { kind: 'text', field: known.name, not, values };
}

function readFlags(part: FieldPart, flags: readonly FieldValue[], remarks: Remarks): string[] {
  const found = new Set<string>();
  for (const piece of part.values) {
    const flag = findValue(flags, piece.text);
    if (flag !== null) found.add(flag.value);
    else {
      const near = nearTo(flags, piece.text, false, remarks);
      remarks.say('unknown-value', piece, { field: FLAG_FIELD, value: tidy(piece.text) }, { near });
    }
  }
  return [...found];
}

function readTests(part: FieldPart, field: NumberField, remarks: Remarks): NumberTest[] {
  const tests = new Map<string, NumberTest>();
  for (const piece of part.values) {
    const test = parseTest(piece.text, field.unit);
    if (test !== null) tests.set(JSON.stringify(test), test);
    else remarks.say('bad-number', piece, { field: field.name, value: tidy(piece.text) });
  }
  return [...tests.values()];
}

function readValues(part: FieldPart, field: TextField, remarks: Remarks): string[] {
  const found = new Set<string>();
  for (const piece of part.values) {
    const value = tidy(piece.text);
    const sign = piece.quoted ? '' : meant(value.charAt(0));
    if (value === '') remarks.say('empty-value', piece, { field: field.name });
    else if (isComparison(sign)) remarks.say('no-order', piece, { field: field.name });
    else if (sign === '-') {
      remarks.say('misplaced-not', piece, {
        field: field.name,
        write: `-${field.name}:${quoteValue(value.replace(/^[-−–—]+/, ''))}`,
      });
    } else {
      const known = findValue(field.values, value);
      const said = { field: field.name, value };
      if (field.match === 'whole') {
        if (known !== null) found.add(known.value);
        else remarks.say('unknown-value', piece, said, { near: nearTo(field.values, value, false, remarks) });
        continue;
      }
      const isAlias = known?.aliases !== undefined && !valueTest('words', value)(known.value);
      found.add(isAlias ? known.value : value);
      if (known === null && field.match === 'words' && isMissing(field, value, remarks)) {
        const near = nearTo(field.values, value, true, remarks);
        remarks.say('no-such-value', piece, said, { near, kept: true });
      }
    }
  }
  return [...found];
}

/** Whether no row has a value that fits. */
function isMissing({ match, values }: TextField, asked: string, remarks: Remarks): boolean {
  if (values.length === 0) return false;
  const test = valueTest(match, asked);
  return remarks.afford(() => !values.some(({ value }) => test(value))) ?? false;
}

function nearTo(values: readonly FieldValue[], name: string, words: boolean, remarks: Remarks): Near | null {
  const near = remarks.afford(() => nearestValue(values, name, words));
  return near === null ? null : { named: near, write: quoteValue(near) };
}
