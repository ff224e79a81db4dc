/** What a search is understood as, what is said where it is not, and that nothing stalls it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuery } from '../../../src/core/query/format.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { fields } from './fields.ts';

const canonical = (text: string) => formatQuery(parseQuery(text, fields).query, fields);

/** Messages as code, marked text, nearest, suggestion. */
const remarks = (text: string) =>
  parseQuery(text, fields).messages.map(({ code, start, end, suggestion, ignored }) => [
    code,
    text.slice(start, end),
    suggestion,
    ignored,
  ]);

describe('the canonical text', () => {
  it.each([
    ['', ''],
    ['llama;qwen   7b', 'llama; qwen 7b'],
    ['license: MIT; llama', 'llama license:MIT'],
    ['@licence:"mit"', 'license:mit'],
    ['type:instruct', 'type:chat'],
    ['llama; llama; license:mit license:mit', 'llama license:mit'],
    ['params:>=7', 'params:>=7b'],
    ['size > 300m', 'params:>0.3b'],
    ['params:300..500m', 'params:0.3b..0.5b'],
    ['params:500m', 'params:0.500b'],
    ['params:1e3', ''],
    ['params:<=1.1m', 'params:<=0.0011b'],
    ['gsm8k=50.0%', 'gsm8k:50.0'],
    ['average:-5..-3', 'average:-5..-3'],
    ['“open  hermes”', '"open hermes"'],
    ['−llama –"a b"', '-llama -"a b"'],
    ['"-x" "a:b" "say \\"hi\\"" \\', '"-x" "a:b" "say \\"hi\\"" \\'],
    ['--llama', '-llama'],
    ['- llama', 'llama'],
    ['maj@8 a/b', 'maj@8 a/b'],
    ['is:Flagged, copy', 'is:flagged,copy'],
  ])('of %j is %j', (text, expected) => expect(canonical(text)).toBe(expected));

  const pieces = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        ...[
          'license',
          'params',
          'gsm8k',
          'is',
          '"MATH Lvl 5"',
          'type',
          'mit',
          'merge',
          'llama',
          '7b',
          '12.50',
          '1.1m',
        ],
        ...[
          ' ',
          ';',
          ',',
          ':',
          '"',
          '\\',
          '-',
          '@',
          '>=',
          '<',
          '=',
          '..',
          '…',
          '；',
          '：',
          '“',
          '+',
          '%',
          '−',
        ],
      ),
    },
  );

  it('is understood as the same search', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const { query } = parseQuery(parts.join(''), fields);
        const again = parseQuery(formatQuery(query, fields), fields);
        expect(again.query).toEqual(query);
        expect(again.messages.filter(({ code }) => code !== 'no-such-value')).toEqual([]);
        expect(formatQuery(again.query, fields)).toBe(formatQuery(query, fields));
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps every number exactly', () => {
    const number = fc.tuple(
      fc.boolean(),
      fc.nat(999_999_999_999_999),
      fc.nat(12),
      fc.constantFrom('', 'k', 'm', 't'),
    );
    fc.assert(
      fc.property(number, ([minus, digits, decimals, letter]) => {
        const shifted = String(digits).padStart(decimals + 1, '0');
        const whole = shifted.slice(0, shifted.length - decimals);
        const text = `${minus ? '-' : ''}${whole}${decimals === 0 ? '' : `.${shifted.slice(-decimals)}`}${letter}`;
        for (const sign of ['', '>', '<=']) {
          const { query } = parseQuery(`params:${sign}${text}`, fields);
          expect(query.filters).toHaveLength(1);
          expect(parseQuery(formatQuery(query, fields), fields).query).toEqual(query);
        }
      }),
    );
  });
});

describe('what is not understood', () => {
  it.each<[string, unknown[]]>([
    ['llama license:mit type:chat params:>7b is:open', []],
    ['lisence:mit', [['unknown-field', 'lisence', 'license', true]]],
    ['@architecture:llama', [['unknown-field', 'architecture', null, true]]],
    ['gsm8:>50', [['unknown-field', 'gsm8', 'gsm8k', true]]],
    ['gemma:2b', [['unknown-field', 'gemma', null, true]]],
    ['type:mergd', [['unknown-value', 'mergd', 'merge', true]]],
    ['type:instrct', [['unknown-value', 'instrct', 'chat', true]]],
    ['is:flaged', [['unknown-value', 'flaged', 'flagged', true]]],
    ['license:apatche-2.0', [['no-such-value', 'apatche-2.0', 'apache-2.0', false]]],
    ['license:zlib', [['no-such-value', 'zlib', null, false]]],
    ['params:many', [['bad-number', 'many', null, true]]],
    ['gsm8k:>50b', [['bad-number', '>50b', null, true]]],
    ['params:>', [['bad-number', '>', null, true]]],
    ['license:', [['empty-value', 'license:', null, true]]],
    ['license: org:Qwen', [['empty-value', 'license:', null, true]]],
    ['license:"" ', [['empty-value', '""', null, true]]],
    ['license:>5', [['no-order', '>5', null, true]]],
    ['license:-mit', [['misplaced-not', '-mit', null, true]]],
    ['"open hermes', [['unclosed-quote', '"', null, false]]],
    ['license:"mit', [['unclosed-quote', '"', null, false]]],
    [':mit', [['stray-sign', ':', null, true]]],
    ['>50', [['stray-sign', '>', null, true]]],
    ['@ llama', [['stray-sign', '@', null, true]]],
  ])('is told of %j', (text, expected) => expect(remarks(text)).toEqual(expected));

  it('is told in the order of places, with the field and the value', () => {
    const { messages } = parseQuery('params:x lisence:mit', fields);
    expect(messages).toEqual([
      {
        code: 'bad-number',
        start: 7,
        end: 8,
        key: 'query.bad-number',
        values: { field: 'params', value: 'x' },
        suggestion: null,
        ignored: true,
      },
      {
        code: 'unknown-field',
        start: 9,
        end: 16,
        key: 'query.unknown-field-near',
        values: { name: 'lisence', near: 'license' },
        suggestion: 'license',
        ignored: true,
      },
    ]);
  });
});

describe('hostile searches', () => {
  const size = 10_000;
  const repeated = (text: string) => text.repeat(Math.ceil(size / text.length)).slice(0, size);

  it.each([
    ';',
    '"',
    '\\"',
    ':',
    '-',
    '@',
    'a:',
    'a :',
    'license: ',
    'license:,',
    'license:x,',
    'params:>',
    'params: > ',
    'params:1 .. ',
    'lisence:x ',
    'x"',
    'a ;',
    '" ',
    '>=',
    '..',
    '.',
    '9',
    'é',
    '\u0301',
    '\ud800',
    '  ',
    'https://',
    'type:mergd ',
    'is:x,',
  ])('are read in a moment: many %j', (text) => {
    const query = repeated(text);
    const start = performance.now();
    const { query: read } = parseQuery(query, fields);
    expect(parseQuery(formatQuery(read, fields), fields).query).toEqual(read);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('never throw, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { messages } = parseQuery(text, fields);
        for (const { start, end } of messages) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
        }
      }),
    );
  });
});
