/** The search of a board: its language over a board's rows, made ready once. */
import { boardFacts, boardFields } from '../query/board-rows.ts';
import { compileQuery } from '../query/match.ts';
import { modelRow } from '../query/model-fields.ts';
import { type ParsedQuery, parseQuery } from '../query/parse.ts';
import type { QueryFields, QueryRow } from '../query/types.ts';
import type { SearchTest } from './board-filters.ts';
import { AVERAGE, type BoardIndex } from './board-index.ts';

export interface BoardSearch {
  readonly fields: QueryFields;
  parse(text: string): ParsedQuery;
  /** The test of a search; null where it asks for nothing. */
  test(text: string): SearchTest;
}

/** Makes a board searchable. */
export function searchBoard(index: BoardIndex): BoardSearch {
  const { data } = index;
  const facts = boardFacts(data);
  const fields = boardFields(data, facts);
  const columns = new Map(data.columns.map(({ key }, place) => [key, data.scores[place]?.score]));
  const rows = facts.map((one, row): QueryRow => {
    const score = (name: string): number | null => {
      if (name === 'rank') return data.rank[row] ?? null;
      if (name === AVERAGE) return data.averages[row] ?? null;
      return columns.get(name)?.[row] ?? null;
    };
    return modelRow(one, score);
  });
  return {
    fields,
    parse: (text) => parseQuery(text, fields),
    test(text) {
      const { query } = parseQuery(text, fields);
      if (query.names.length === 0 && query.filters.length === 0) return null;
      const passes = compileQuery(query, fields);
      return (row) => passes(rows[row] as QueryRow);
    },
  };
}
