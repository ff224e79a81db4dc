/** What may be written next. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeQuery } from '../../../src/core/query/complete.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { fields } from './fields.ts';

/** What a search with a caret at "|" becomes with each completion. */
function complete(marked: string, most?: number): string[] {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, items } = completeQuery(text, caret, fields, most);
  return items.map(({ insert }) => text.slice(0, from) + insert + text.slice(to));
}

describe('completion', () => {
  it.each<[string, string[]]>([
    ['lic|', ['license:']],
    ['LICEN|', ['license:']],
    ['owner|', ['org:']],
    ['-lic|', ['-license:']],
    ['@lic|', ['license:']],
    ['llama; lic| qwen', ['llama; license: qwen']],
    ['gsm|', ['gsm8k:']],
    ['math lv|', []],
    ['mi|', ['license:mit']],
    ['fla|', ['is:flagged']],
    ['license:|', ['license:apache-2.0', 'license:llama2', 'license:mit', 'license:tongyi-qianwen']],
    ['license:a|', ['license:apache-2.0', 'license:llama2', 'license:tongyi-qianwen']],
    ['license:ap|foo bar', ['license:apache-2.0 bar']],
    ['license: mi|', ['license: mit']],
    ['license:mit,|', ['license:mit,apache-2.0', 'license:mit,llama2', 'license:mit,tongyi-qianwen']],
    ['license:mit, ap|', ['license:mit, apache-2.0']],
    ['type:ins|', ['type:chat']],
    ['type:cont|', ['type:"continuously pretrained"']],
    ['is:fl|', ['is:flagged']],
    ['params:>|', []],
    ['nonsense:a|', []],
    ['"open h|', []],
  ])('of %j', (marked, expected) => expect(complete(marked)).toEqual(expected));

  it('offers the fields where nothing is written, with counts of values', () => {
    expect(complete('|', 4)).toEqual(['org:', 'type:', 'license:', 'language:']);
    expect(complete('llama |', 2)).toEqual(['llama org:', 'llama type:']);
    expect(completeQuery('license:ap', 10, fields).items[0]).toEqual({
      kind: 'value',
      insert: 'apache-2.0',
      field: 'license',
      value: 'apache-2.0',
      count: 2,
    });
  });

  it('gives what is understood, wherever the caret stands', () => {
    const text = fc.array(
      fc.constantFrom('license', 'type', 'is', ':', ' ', ';', ',', '"', 'm', 'a', '-', '@', '>'),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(text, fc.nat(40), (parts, caret) => {
        const text = parts.join('');
        const { from, to, items } = completeQuery(text, caret, fields);
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(text.length);
        for (const { insert, kind } of items) {
          if (kind === 'field')
            expect(parseQuery(`${insert}5`, fields).messages.map(({ code }) => code)).not.toContain(
              'unknown-field',
            );
        }
      }),
    );
  });
});
