import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readState, writeState } from '../../src/client/page-state.ts';

describe('the state in the address', () => {
  it('comes out as it went in', () => {
    const state = fc.record({
      sort: fc.string({ minLength: 1 }),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
      query: fc.string().map((text) => text.trim()),
      complete: fc.boolean(),
    });
    fc.assert(
      fc.property(state, (each) => {
        expect(readState(writeState('', each))).toEqual(each);
      }),
    );
  });

  it('is nothing where there is none', () => {
    expect(writeState('', { sort: null, direction: null, query: ' ', complete: false })).toBe('');
    expect(readState('')).toEqual({ sort: null, direction: null, query: '', complete: false });
  });

  it('ignores what it does not know, and keeps it', () => {
    expect(readState('?dir=sideways&sort=')).toEqual({
      sort: null,
      direction: null,
      query: '',
      complete: false,
    });
    expect(writeState('?ref=1&q=old', { sort: null, direction: null, query: 'new', complete: false })).toBe(
      '?ref=1&q=new',
    );
  });
});
