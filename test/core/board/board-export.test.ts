/** Tables that are taken away: what means something in a format is escaped in it. */
import { describe, expect, test } from 'vitest';
import { formatTable, type TakenTable } from '../../../src/core/board/board-export.ts';
import { heatSteps } from '../../../src/core/board/board-heat.ts';
import { FACT_KEYS, indexBoard, type ScoreColumn } from '../../../src/core/board/board-index.ts';
import { searchBoard } from '../../../src/core/board/board-search.ts';
import { FIRST_STATE } from '../../../src/core/board/board-state.ts';
import { type TableNames, takeTable } from '../../../src/core/board/board-table.ts';
import { viewBoard } from '../../../src/core/board/board-view.ts';
import { randomBoard } from '../../support/random-board.ts';

const table: TakenTable = {
  columns: [
    { key: 'model', name: 'Model', isNumber: false },
    { key: 'loss', name: 'Loss & 100%', isNumber: true },
  ],
  rows: [
    [
      { text: '=cmd|"x",\n\\y_z', value: '=cmd|"x",\n\\y_z' },
      { text: '-1.50', value: -1.5 },
    ],
    [
      { text: '<b>模型', value: '<b>模型' },
      { text: '', value: null },
    ],
  ],
};

describe('a table that is taken away', () => {
  test('keeps its cells in Markdown', () => {
    expect(formatTable(table, 'markdown').split('\n')).toEqual([
      '| Model | Loss & 100% |',
      '| --- | ---: |',
      '| =cmd\\|"x", \\\\y\\_z | -1.50 |',
      '| \\<b\\>模型 | – |',
      '',
    ]);
  });

  test('runs nothing in a spreadsheet', () => {
    expect(formatTable(table, 'csv')).toBe('model,loss\r\n"\'=cmd|""x"",\n\\y_z",-1.5\r\n<b>模型,\r\n');
  });

  test('is a tabular of LaTeX', () => {
    const lines = formatTable(table, 'latex').split('\n');
    expect(lines).toContain('\\begin{tabular}{lr}');
    expect(lines).toContain('Model & Loss \\& 100\\% \\\\');
    expect(lines).toContain(
      '=cmd\\textbar{}\\textquotedbl{}x\\textquotedbl{}, \\textbackslash{}y\\_z & $-1.50$ \\\\',
    );
    expect(lines).toContain('\\textless{}b\\textgreater{}模型 & -- \\\\');
  });

  test('is a list of objects in JSON', () => {
    expect(JSON.parse(formatTable(table, 'json'))).toEqual([
      { model: '=cmd|"x",\n\\y_z', loss: -1.5 },
      { model: '<b>模型', loss: null },
    ]);
  });
});

describe('a board as a table', () => {
  const index = indexBoard(randomBoard(12, 3, 5));
  const names: TableNames = {
    rank: 'Rank',
    model: 'Model',
    average: 'Average',
    facts: Object.fromEntries(FACT_KEYS.map((key) => [key, key])) as TableNames['facts'],
  };

  test('has the rows and columns of the view, as printed and as they are', () => {
    const state = { ...FIRST_STATE, columns: ['parameters', 'bench_1'], digits: 0 };
    const view = viewBoard(index, state, null);
    const taken = takeTable(index, view, names);
    expect(taken.columns.map(({ key }) => key)).toEqual(['rank', 'model', 'parameters', 'bench_1']);
    expect(taken.rows.map((row) => row[1]?.value)).toEqual(index.data.models.id);
    for (const [row, cells] of taken.rows.entries()) {
      const score = index.data.scores[1]?.score[row] ?? null;
      expect(cells[3]).toEqual({ text: score === null ? '' : score.toFixed(0), value: score });
    }
  });

  test('may be one column, or some rows', () => {
    const view = viewBoard(index, FIRST_STATE, null);
    const taken = takeTable(index, view, names, { rows: [3, 1], only: 'bench_0' });
    expect(taken.columns.map(({ name }) => name)).toEqual(['Rank', 'Model', 'Bench 0']);
    expect(taken.rows.map((row) => row[1]?.text)).toEqual([index.data.models.id[3], index.data.models.id[1]]);
  });

  test('is searched by its own columns', () => {
    const search = searchBoard(index);
    expect(search.test('  ')).toBeNull();
    const passes = search.test('bench_0:>50') as (row: number) => boolean;
    for (let row = 0; row < index.size; row++)
      expect(passes(row)).toBe((index.data.scores[0]?.score[row] ?? 0) > 50);
  });
});

test('shades go by fifths, the best fifth the strongest', () => {
  const column = (lowerIsBetter: boolean) => ({ lowerIsBetter }) as ScoreColumn;
  const scores = () => Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, Number.NaN]);
  expect([...heatSteps(column(false), scores())]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 0]);
  expect([...heatSteps(column(true), scores())]).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0]);
  expect(new Set(heatSteps(column(false), Float64Array.from([7, 7, 7, 7]))).size).toBe(1);
});
