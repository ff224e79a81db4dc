import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexNames, type Named } from '../../src/registry/names.ts';

const named = (entry: string, full: string[], short: string[] = []): Named<string> => ({
  entry,
  full,
  short,
});

describe('a name is found', () => {
  const index = indexNames([
    named('humaneval', ['HumanEval', 'human-eval']),
    named('humaneval_plus', ['HumanEval+']),
    named('mmlu', ['MMLU'], []),
    named('math', ['hendrycks_math'], ['MATH']),
  ]);
  it('exactly first, then with case folded, then without separators', () => {
    expect(index.find('HumanEval')).toEqual({ entry: 'humaneval', how: 'exact', short: false });
    expect(index.find('humaneval')).toEqual({ entry: 'humaneval', how: 'case', short: false });
    expect(index.find('Human_Eval')).toEqual({ entry: 'humaneval', how: 'separators', short: false });
  });
  it('with the signs that tell names apart', () => {
    expect(index.find('HumanEval +')?.entry).toBe('humaneval_plus');
    expect(index.find('HUMAN-EVAL')?.entry).toBe('humaneval');
  });
  it('as a short name only when written just so', () => {
    expect(index.find('MATH')).toEqual({ entry: 'math', how: 'exact', short: true });
    expect(index.find('Math')).toBeUndefined();
    expect(index.find('M-A-T-H')).toBeUndefined();
  });
  it('never, where it is empty, unknown or as long as a paragraph', () => {
    expect(index.find('')).toBeUndefined();
    expect(index.find(' - ')).toBeUndefined();
    expect(index.find('MMLUX')).toBeUndefined();
    expect(index.find('MMLU '.repeat(1e6))).toBeUndefined();
  });
});

describe('a name that two entries claim', () => {
  const index = indexNames([named('math', ['minerva_math']), named('ocw', ['MinervaMath'])]);
  it('finds each where it is written as the entry has it', () => {
    expect(index.find('minerva_math')?.entry).toBe('math');
    expect(index.find('MINERVA_MATH')?.entry).toBe('math');
    expect(index.find('minervamath')?.entry).toBe('ocw');
  });
  it('finds nothing where folding makes them one', () => {
    expect(index.find('Minerva Math')).toBeUndefined();
    expect(index.clashes).toEqual([{ how: 'separators', name: 'minervamath', entries: ['math', 'ocw'] }]);
  });
  it('finds nothing where a short name folds onto a full one', () => {
    const both = indexNames([named('one', ['Multi-PL-E']), named('two', [], ['multiple'])]);
    expect(both.find('multiple')).toEqual({ entry: 'two', how: 'exact', short: true });
    expect(both.find('MultiPLE')).toBeUndefined();
  });
});

describe('look-up', () => {
  const name = fc.stringMatching(/^[aAbB _.+-]{1,4}$/);
  const names = fc.uniqueArray(name, { maxLength: 3 });
  const entries = fc
    .uniqueArray(fc.constantFrom('e1', 'e2', 'e3', 'e4'))
    .chain((ids) =>
      fc.tuple(...ids.map((id) => fc.tuple(names, names).map(([full, short]) => named(id, full, short)))),
    );
  it('does not depend on the order of entries', () => {
    fc.assert(
      fc.property(
        entries.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        name,
        ([list, shuffled], asked) => {
          expect(indexNames(shuffled).find(asked)).toEqual(indexNames(list).find(asked));
        },
      ),
    );
  });
  it('finds an entry by each of its names, or says that others claim the name', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const index = indexNames(list);
        for (const { entry, full } of list) {
          for (const asked of full) {
            const shared = list.some(
              (other) => other.entry !== entry && [...other.full, ...other.short].includes(asked),
            );
            expect(index.find(asked)?.entry).toBe(shared ? undefined : entry);
          }
        }
      }),
    );
  });
});
