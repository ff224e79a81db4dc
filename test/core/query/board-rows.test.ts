/** A board that is searched as the browser holds it. */
import { expect, test } from 'vitest';
import type { BoardData } from '../../../src/core/board-data.ts';
import { boardFacts, boardFields } from '../../../src/core/query/board-rows.ts';
import { compileQuery } from '../../../src/core/query/match.ts';
import { modelRow } from '../../../src/core/query/model-fields.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';

const BOARD: BoardData = {
  id: 'b',
  name: 'B',
  columns: [
    {
      key: 'leaderboard_gpqa',
      name: 'GPQA',
      whole: 'GPQA (rescaled)',
      under: '',
      href: '',
      group: '',
      unit: 'percent',
      decimals: 1,
      lowerIsBetter: false,
      kind: 'score',
      baseline: null,
      ceiling: null,
    },
  ],
  average: { rule: 'mean', requires: 1, decimals: 2 },
  ranked: 'average',
  words: ['', 'acme', 'mit', 'en', 'peft', 'gguf'],
  models: {
    id: ['acme/One-7B', 'Two'],
    name: ['One-7B', 'Two'],
    also: ['Number One', ''],
    href: ['', ''],
    organisation: [1, 0],
    type: ['chat', 'unknown'],
    parameters: [7, null],
    licenses: [[2], []],
    openness: ['open', 'unknown'],
    languages: [[3], []],
    library: [4, 0],
    bases: [[], []],
    tags: [[], []],
    precision: [[5], []],
    card: [true, false],
    flagged: [false, false],
    copy: [false, true],
  },
  scores: [
    { score: [7.5, null], stderr: [null, null], origin: 's ', claimed: [null, null], loose: [false, false] },
  ],
  rank: [1, null],
  averages: [7.5, null],
};

test.each([
  ['number one', ['acme/One-7B']],
  ['org:acme license:mit language:en library:peft precision:gguf', ['acme/One-7B']],
  ['is:open is:card is:ranked is:complete origin:self', ['acme/One-7B']],
  ['gpqa:>7', ['acme/One-7B']],
  ['"GPQA (rescaled)":7.5 average:>=7.5 rank:1', ['acme/One-7B']],
  ['is:copy -is:ranked', ['Two']],
  ['-license:mit', ['Two']],
])('%j', (text, expected) => {
  const facts = boardFacts(BOARD);
  const fields = boardFields(BOARD, facts);
  const { query, messages } = parseQuery(text, fields);
  expect(messages).toEqual([]);
  const test = compileQuery(query, fields);
  const found = facts.filter((one, row) =>
    test(
      modelRow(one, (name) =>
        name === 'rank'
          ? (BOARD.rank[row] ?? null)
          : name === 'average'
            ? (BOARD.averages[row] ?? null)
            : (BOARD.scores[0]?.score[row] ?? null),
      ),
    ),
  );
  expect(found.map(({ id }) => id)).toEqual(expected);
});
