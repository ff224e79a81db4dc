/** The index of the whole site's search, and what it finds first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSearch, SEARCH_KINDS, type SearchEntry, unpackSearch } from '../../src/core/search-index.ts';
import { isOneEditFromStart, makeSearch } from '../../src/core/search-rank.ts';

const entry = (
  kind: SearchEntry['kind'],
  title: string,
  address: string,
  also: string[] = [],
): SearchEntry => {
  return { kind, title, also, address, note: '' };
};

const ENTRIES: SearchEntry[] = [
  entry('model', 'meta-llama/Llama-2-7b-hf', 'models/meta-llama/Llama-2-7b-hf/', ['LLaMA 2 7B']),
  entry('model', 'acme/Tiny-Llama', 'models/acme/Tiny-Llama/'),
  entry('model', 'acme/Codellama', 'models/acme/Codellama/'),
  entry('model', 'GPT-4 (0613)', 'models/-/GPT-4-0613-1a2b3c4d/'),
  entry('model', 'Llama', 'models/-/Llama/'),
  entry('benchmark', 'GSM8K', 'benchmarks/gsm8k/', ['Grade School Math 8K']),
  entry('benchmark', 'HellaSwag', 'benchmarks/hellaswag/'),
  entry('board', 'Llama board', 'boards/llama/'),
  entry('page', 'Questions', 'faq/'),
];

const search = makeSearch(ENTRIES);
const find = (query: string) => search(query).groups.map(({ entries }) => entries.map(({ title }) => title));

describe('the search', () => {
  it.each<[string, string[][]]>([
    ['', []],
    ['  -- ', []],
    ['llama', [['Llama', 'meta-llama/Llama-2-7b-hf', 'acme/Tiny-Llama', 'acme/Codellama'], ['Llama board']]],
    ['llama2', [['meta-llama/Llama-2-7b-hf']]],
    ['7b llama', [['meta-llama/Llama-2-7b-hf']]],
    ['ACME/tiny llama', [['acme/Tiny-Llama']]],
    ['acme', [['acme/Tiny-Llama', 'acme/Codellama']]],
    ['gsm', [['GSM8K']]],
    ['school math', [['GSM8K']]],
    ['helaswag', [['HellaSwag']]],
    ['hellasawg', [['HellaSwag']]],
    ['hellaswagg', [['HellaSwag']]],
    ['quxstions', [['Questions']]],
    ['gsn', []],
    ['ques', [['Questions']]],
    ['gpt4', [['GPT-4 (0613)']]],
    ['bordl', []],
  ])('%j finds %j', (query, expected) => expect(find(query)).toEqual(expected));

  it('puts the kind with the better find first', () => {
    expect(search('llama board').groups[0]?.kind).toBe('board');
    expect(search('board').groups.map(({ kind }) => kind)).toEqual(['board']);
  });

  it('counts all finds', () => {
    expect(search('llama').count).toBe(5);
  });

  it('finds every entry by its title and by each other name', () => {
    for (const one of ENTRIES) {
      for (const name of [one.title, ...one.also]) expect(find(name)[0]?.[0]).toBe(one.title);
    }
  });

  it('takes any text, quickly', () => {
    const many = makeSearch(Array.from({ length: 200 }, () => ENTRIES).flat());
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        many(query);
      }),
    );
    const start = performance.now();
    many('qwertyuiop'.repeat(10_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a word with one mistake', () => {
  it('is the start of the other word with one letter more, less, other or swapped', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
    const letter = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(word, letter, fc.nat(6), fc.nat(3), word, (word, letter, at, how, end) => {
        const place = at % word.length;
        const [before, here, after] = [
          word.slice(0, place),
          word.slice(place, place + 1),
          word.slice(place + 1),
        ];
        const other = [
          before + letter + here + after,
          before + after,
          before + letter + after,
          before + after.slice(0, 1) + here + after.slice(1),
        ][how] as string;
        expect(isOneEditFromStart(word, other + end)).toBe(true);
      }),
    );
    expect(isOneEditFromStart('abcde', 'axcye')).toBe(false);
    expect(isOneEditFromStart('abcde', 'abc')).toBe(false);
  });
});

describe('the index', () => {
  it('gives back what was packed, in the order of kinds', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((value) => value.replace(/[\s|]+/g, ' ').trim() || 'x');
    const entries = fc.array(
      fc.record({
        kind: fc.constantFrom(...SEARCH_KINDS),
        title: fc.oneof(text, fc.constantFrom('a/b', 'A b', '1', '2', '~x', 'A (b)')),
        also: fc.array(text, { maxLength: 3 }),
        address: fc.constantFrom(
          'models/a/b/',
          'boards/x/',
          'models/',
          '',
          'index.html',
          'models//',
          'a/b/#c',
          'faq/',
        ),
        note: text,
      }),
    );
    fc.assert(
      fc.property(entries, (all) => {
        const grouped = SEARCH_KINDS.flatMap((kind) => all.filter((one) => one.kind === kind));
        expect(unpackSearch(packSearch(all))).toEqual(grouped);
      }),
    );
  });

  it('leaves out addresses that follow from titles', () => {
    expect(packSearch(ENTRIES).model?.split('\n').slice(0, 2)).toEqual([
      'meta-llama/Llama-2-7b-hf\t\t\tLLaMA 2 7B',
      'acme/Tiny-Llama',
    ]);
  });
});
