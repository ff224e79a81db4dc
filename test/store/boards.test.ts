/** Boards choose, average and rank by the rules, from results alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../src/core/result.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { BenchmarkRecord, Board, BoardDefinition } from '../../src/store/types.ts';
import { SAMPLE_REGISTRY, sampleBenchmark, sampleBoard, sampleModel, sampleResult } from './samples.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore(null);
});
afterEach(() => store.close());

async function fill(results: readonly Result[], benchmarks: readonly BenchmarkRecord[] = []): Promise<void> {
  const models = [...new Set(results.map((result) => result.model))].map((id) => sampleModel(id));
  const known = new Set(benchmarks.map((benchmark) => benchmark.id));
  const others = [...new Set(results.map((result) => result.benchmark))].filter((id) => !known.has(id));
  await store.write({
    cards: [],
    models,
    benchmarks: [...benchmarks, ...others.map((id) => sampleBenchmark(id))],
    claims: [],
    results,
    diagnostics: [],
    registry: SAMPLE_REGISTRY,
  });
}

async function boardOf(definition: BoardDefinition): Promise<Board> {
  const [board] = await store.boards([definition]);
  if (board === undefined) throw new Error('The board has no rows.');
  return board;
}

/** "1 a 61.50 [61.2* 61.8] 2" for every row: rank, model, average, scores (best starred, loose tilded), coverage. */
function lines(board: Board): string[] {
  return board.rows.map((row) => {
    const cells = row.cells.map((cell) =>
      cell === null ? '–' : `${cell.score}${cell.best ? '*' : ''}${cell.loose === null ? '' : '~'}`,
    );
    return `${row.rank ?? '–'} ${row.model} ${row.average ?? '–'} [${cells.join(' ')}] ${row.coverage}`;
  });
}

describe('what a suite takes on its board', () => {
  const suite = (benchmarks: readonly string[]): BoardDefinition => {
    const board = sampleBoard(benchmarks);
    return { ...board, suite: 'suite', columns: board.columns.map((column) => ({ ...column, shots: 5 })) };
  };
  const whole = ['w', 'x', 'y', 'z'].map((benchmark) =>
    sampleResult({ model: 'whole', benchmark, shots: 5, score: 50 }),
  );

  it('leaves out a row of loose cells in less than half of the columns, and keeps it on a board of the config', async () => {
    const lone = sampleResult({ model: 'lone', benchmark: 'w', shots: null, score: 99 });
    await fill([...whole, lone]);
    expect(lines(await boardOf(suite(['w', 'x', 'y', 'z'])))).toEqual(['1 whole 50 [50* 50* 50* 50*] 4']);
    const own = { ...suite(['w', 'x', 'y', 'z']), suite: null };
    expect(lines(await boardOf(own))[1]).toBe('– lone – [99*~ – – –] 1');
  });

  it('keeps a row with one exact cell, and one with loose cells in half of the columns', async () => {
    await fill([
      ...whole,
      sampleResult({ model: 'exact', benchmark: 'w', shots: 5, score: 1 }),
      sampleResult({ model: 'half', benchmark: 'w', shots: null, score: 2 }),
      sampleResult({ model: 'half', benchmark: 'x', shots: null, score: 2 }),
    ]);
    const board = await boardOf(suite(['w', 'x', 'y', 'z']));
    expect(board.rows.map((row) => row.model)).toEqual(['whole', 'half', 'exact']);
  });

  it('makes no board where nobody has half of its columns, nor the shots of one', async () => {
    const four = suite(['w', 'x', 'y', 'z']);
    const anyShots = {
      ...four,
      id: 'any',
      columns: four.columns.map((column) => ({ ...column, shots: null })),
    };
    await fill([sampleResult({ model: 'a', benchmark: 'w', shots: null, score: 1 })]);
    expect(await store.boards([four, anyShots])).toEqual([]);
  });

  it('makes a board of one number that was measured with the shots its column asks for', async () => {
    await fill([sampleResult({ model: 'a', benchmark: 'w', shots: 5, score: 1 })]);
    expect((await store.boards([suite(['w', 'x', 'y', 'z'])])).map((board) => board.rows.length)).toEqual([
      1,
    ]);
  });
});

describe('averages and ranks', () => {
  it('ranks by the mean, shares ranks between equal averages as printed, and skips the next rank', async () => {
    await fill([
      sampleResult({ model: 'a', benchmark: 'x', score: 60 }),
      sampleResult({ model: 'a', benchmark: 'y', score: 70 }),
      sampleResult({ model: 'b', benchmark: 'x', score: 65.001 }),
      sampleResult({ model: 'b', benchmark: 'y', score: 65.002 }),
      sampleResult({ model: 'c', benchmark: 'x', score: 10 }),
      sampleResult({ model: 'c', benchmark: 'y', score: 20 }),
      sampleResult({ model: 'd', benchmark: 'x', score: 90 }),
      sampleResult({ model: 'd', benchmark: 'y', score: 80 }),
    ]);
    expect(lines(await boardOf(sampleBoard(['x', 'y'])))).toEqual([
      '1 d 85 [90* 80*] 2',
      '2 a 65 [60 70] 2',
      '2 b 65 [65.001 65.002] 2',
      '4 c 15 [10 20] 2',
    ]);
  });

  it('gives no average where a column is missing, and puts such rows last by coverage, then name', async () => {
    await fill([
      sampleResult({ model: 'm10', benchmark: 'x', score: 99 }),
      sampleResult({ model: 'm9', benchmark: 'x', score: 98 }),
      sampleResult({ model: 'two', benchmark: 'x', score: 1 }),
      sampleResult({ model: 'two', benchmark: 'y', score: 1 }),
      sampleResult({ model: 'whole', benchmark: 'x', score: 0 }),
      sampleResult({ model: 'whole', benchmark: 'y', score: 0 }),
      sampleResult({ model: 'whole', benchmark: 'z', score: 0 }),
      sampleResult({ model: 'elsewhere', benchmark: 'w', score: 50 }),
    ]);
    expect(lines(await boardOf(sampleBoard(['x', 'y', 'z'])))).toEqual([
      '1 whole 0 [0 0 0*] 3',
      '– two – [1 1* –] 2',
      '– m9 – [98 – –] 1',
      '– m10 – [99* – –] 1',
    ]);
  });

  it('averages what there is where the rule asks for a number of columns', async () => {
    await fill([
      sampleResult({ model: 'a', benchmark: 'x', score: 60 }),
      sampleResult({ model: 'a', benchmark: 'y', score: 70 }),
      sampleResult({ model: 'b', benchmark: 'x', score: 80 }),
    ]);
    const average = { rule: 'mean', requires: 2, decimals: 1 } as const;
    const board = await boardOf(sampleBoard(['x', 'y', 'z'], { average }));
    expect(lines(board)).toEqual(['1 a 65 [60 70* –] 2', '– b – [80* – –] 1']);
    expect(board.average).toEqual({ rule: 'mean', requires: 2 });
  });

  it('rounds decimal halves up, as a reader computes them', async () => {
    // The mean is 1.005, which binary numbers hold a hair too low.
    const scores = [1, 1.01];
    await fill(scores.map((score, i) => sampleResult({ model: 'a', benchmark: `b${i}`, score })));
    const board = await boardOf(sampleBoard(scores.map((_, i) => `b${i}`)));
    expect(board.rows[0]?.average).toBe(1.01);
  });

  it('ranks by the first column that anybody reports where there is no average, lower first where that is better', async () => {
    await fill(
      [
        sampleResult({ model: 'a', benchmark: 'speech', metric: 'wer', score: 4.1 }),
        sampleResult({ model: 'b', benchmark: 'speech', metric: 'wer', score: 3.2 }),
        sampleResult({ model: 'c', benchmark: 'other', score: 99 }),
      ],
      [sampleBenchmark('speech', { metric: 'wer', higher_is_better: false })],
    );
    const average = { rule: 'none', requires: 'all', decimals: 2 } as const;
    const board = await boardOf(sampleBoard(['nobody', 'speech:wer', 'other'], { average }));
    expect(lines(board)).toEqual(['1 b – [– 3.2* –] 1', '2 a – [– 4.1 –] 1', '– c – [– – 99*] 1']);
    expect(board.columns.map((column) => column.higher_is_better)).toEqual([true, false, true]);
  });

  it('lets a low mean win where lower is better in every column', async () => {
    const benchmarks = ['p', 'q'].map((id) =>
      sampleBenchmark(id, { metric: 'wer', higher_is_better: false }),
    );
    await fill(
      [
        sampleResult({ model: 'a', benchmark: 'p', metric: 'wer', score: 9 }),
        sampleResult({ model: 'a', benchmark: 'q', metric: 'wer', score: 9 }),
        sampleResult({ model: 'b', benchmark: 'p', metric: 'wer', score: 3 }),
        sampleResult({ model: 'b', benchmark: 'q', metric: 'wer', score: 4 }),
      ],
      benchmarks,
    );
    expect(lines(await boardOf(sampleBoard(['p:wer', 'q:wer'])))).toEqual([
      '1 b 3.5 [3* 4*] 2',
      '2 a 9 [9 9] 2',
    ]);
  });

  it('shares the best of a column between scores that print alike', async () => {
    await fill([
      sampleResult({ model: 'a', benchmark: 'x', score: 71.2 }),
      sampleResult({ model: 'b', benchmark: 'x', score: 71.2 }),
      sampleResult({ model: 'c', benchmark: 'x', score: 71.1 }),
    ]);
    const board = await boardOf(sampleBoard(['x']));
    expect(board.rows.map((row) => [row.rank, row.cells[0]?.best])).toEqual([
      [1, true],
      [1, true],
      [3, false],
    ]);
  });
});

describe('cells', () => {
  it('ranks within a column as well, by what is printed, the loose among the others', async () => {
    await fill([
      sampleResult({ model: 'a', benchmark: 'x', score: 61.234, decimals: 2 }),
      sampleResult({ model: 'b', benchmark: 'x', score: 61.231, decimals: 2 }),
      sampleResult({ model: 'c', benchmark: 'x', score: 70, decimals: 2 }),
      sampleResult({ model: 'd', benchmark: 'x', score: 50, decimals: 2 }),
      sampleResult({ model: 'd', benchmark: 'y', score: 50, decimals: 2 }),
    ]);
    const { rows } = await boardOf(sampleBoard(['x', 'y']));
    const ranks = rows.map(({ model, cells }) => [
      model,
      ...cells.map((cell) => cell && [cell.rank, cell.of]),
    ]);
    expect(ranks.sort()).toEqual([
      ['a', [2, 4], null],
      ['b', [2, 4], null],
      ['c', [1, 4], null],
      ['d', [4, 4], [1, 1]],
    ]);
  });

  it('takes the asked number of shots, else one that does not say, and never another', async () => {
    await fill([
      sampleResult({ model: 'exact', benchmark: 'x', shots: 5, score: 50 }),
      sampleResult({ model: 'exact', benchmark: 'x', shots: null, score: 60 }),
      sampleResult({ model: 'silent', benchmark: 'x', shots: null, score: 40 }),
      sampleResult({ model: 'other', benchmark: 'x', shots: 0, score: 99 }),
    ]);
    const board = await boardOf(sampleBoard(['x:acc:5']));
    expect(lines(board)).toEqual(['1 exact 50 [50*] 1', '2 silent 40 [40~] 1']);
    expect(board.rows[1]?.cells[0]?.loose).toBe('shots not stated');
  });

  it('says the shots where the column asks for none', async () => {
    await fill([
      sampleResult({ model: 'a', benchmark: 'x', shots: 1, score: 50 }),
      sampleResult({ model: 'b', benchmark: 'x', shots: 5, score: 60 }),
      sampleResult({ model: 'c', benchmark: 'x', score: 70 }),
    ]);
    const board = await boardOf(sampleBoard(['x']));
    expect(board.rows.map((row) => row.cells[0]?.loose)).toEqual([
      null,
      'measured with 5 shots',
      'measured with 1 shot',
    ]);
  });

  it('never takes another metric or setting, but for exact match printed as accuracy', async () => {
    await fill([
      sampleResult({ model: 'a', benchmark: 'x', metric: 'exact_match', shots: 5, score: 50 }),
      sampleResult({ model: 'b', benchmark: 'x', metric: 'acc_norm', shots: 5, score: 60 }),
      sampleResult({ model: 'c', benchmark: 'x', shots: 5, setting: 'CoT', score: 70 }),
      sampleResult({ model: 'd', benchmark: 'x', shots: 5, score: 10 }),
      sampleResult({ model: 'd', benchmark: 'x', metric: 'exact_match', shots: 5, score: 90 }),
    ]);
    const board = await boardOf(sampleBoard(['x:acc:5']));
    expect(lines(board)).toEqual(['1 a 50 [50*~] 1', '2 d 10 [10] 1']);
    expect(board.rows[0]?.cells[0]?.loose).toBe('reported as exact_match, not acc');
  });

  it('prefers an exact match over who says so, and a leaderboard over the card itself', async () => {
    await fill([
      sampleResult({ model: 'a', benchmark: 'x', shots: 5, score: 1, origin: 'third-party' }),
      sampleResult({ model: 'a', benchmark: 'x', score: 2, origin: 'leaderboard' }),
      sampleResult({
        model: 'b',
        benchmark: 'x',
        shots: 5,
        split: 'test',
        score: 4,
        origin: 'self-reported',
      }),
      sampleResult({ model: 'b', benchmark: 'x', shots: 5, split: 'train', score: 5, origin: 'leaderboard' }),
      sampleResult({ model: 'c', benchmark: 'x', shots: 5, shots_inferred: true, split: 'test', score: 6 }),
      sampleResult({ model: 'c', benchmark: 'x', shots: 5, split: 'validation', score: 7 }),
    ]);
    const board = await boardOf(sampleBoard(['x:acc:5']));
    expect(board.rows.map((row) => [row.model, row.cells[0]?.score])).toEqual([
      ['c', 7],
      ['b', 4],
      ['a', 1],
    ]);
  });

  it('leaves a split with a name of its own out', async () => {
    await fill([
      sampleResult({ model: 'a', benchmark: 'x', split: 'hard', score: 1 }),
      sampleResult({ model: 'b', benchmark: 'x', split: 'validation', score: 2 }),
    ]);
    expect(lines(await boardOf(sampleBoard(['x'])))).toEqual(['1 b 2 [2*] 1']);
  });

  it('shows as many digits down a column as its scores have, two at most for percents', async () => {
    await fill([
      sampleResult({ model: 'a', benchmark: 'x', score: 50, decimals: 0 }),
      sampleResult({ model: 'b', benchmark: 'x', score: 51.5, decimals: 1 }),
      sampleResult({ model: 'a', benchmark: 'y', score: 51.51234, decimals: 5 }),
      sampleResult({ model: 'a', benchmark: 'z', score: 1.23456, decimals: 5, unit: 'perplexity' }),
    ]);
    const board = await boardOf(sampleBoard(['x', 'y', 'z', 'nobody']));
    expect(board.columns.map((column) => column.decimals)).toEqual([1, 2, 4, 0]);
  });
});

it('leaves boards without rows out, and keeps the order of the definitions', async () => {
  await fill([
    sampleResult({ model: 'a', benchmark: 'x', score: 1 }),
    sampleResult({ model: 'a', benchmark: 'y', score: 1 }),
  ]);
  const boards = await store.boards([
    sampleBoard(['y'], { id: 'second' }),
    sampleBoard(['nobody'], { id: 'empty' }),
    sampleBoard(['x'], { id: 'first' }),
  ]);
  expect(boards.map((board) => board.id)).toEqual(['second', 'first']);
});

it('leads from a row to the average that the card publishes', async () => {
  const published = sampleResult({ model: 'a', benchmark: 'suite', metric: 'average', score: 42 });
  await fill([published, sampleResult({ model: 'a', benchmark: 'x', score: 1 })]);
  const board = await boardOf(sampleBoard(['x'], { suite: 'suite' }));
  expect(board.rows[0]?.published).toBe(published.id);
});

describe('standings', () => {
  it('ranks among what was measured alike, ties sharing', async () => {
    const results = [
      sampleResult({ model: 'a', benchmark: 'x', shots: 5, score: 3 }),
      sampleResult({ model: 'b', benchmark: 'x', shots: 5, score: 5 }),
      sampleResult({ model: 'c', benchmark: 'x', shots: 5, score: 3 }),
      sampleResult({ model: 'd', benchmark: 'x', shots: 5, score: 1 }),
      sampleResult({ model: 'e', benchmark: 'x', shots: 0, score: 1 }),
    ];
    await fill(results);
    const standings = new Map((await store.standings()).map((s) => [s.result, `${s.rank} of ${s.of}`]));
    expect(results.map((result) => standings.get(result.id))).toEqual([
      '2 of 4',
      '1 of 4',
      '2 of 4',
      '4 of 4',
      '1 of 1',
    ]);
  });

  it('puts the lower first where the metric says so, whatever the benchmark says of its own metric', async () => {
    const results = [
      sampleResult({ model: 'a', benchmark: 'x', metric: 'wer', score: 3 }),
      sampleResult({ model: 'b', benchmark: 'x', metric: 'wer', score: 5 }),
      sampleResult({ model: 'a', benchmark: 'x', metric: 'acc', score: 3 }),
      sampleResult({ model: 'b', benchmark: 'x', metric: 'acc', score: 5 }),
    ];
    await fill(results);
    const ranks = new Map((await store.standings()).map((s) => [s.result, s.rank]));
    expect(results.map((result) => ranks.get(result.id))).toEqual([1, 2, 2, 1]);
  });
});

describe('bands', () => {
  /** "b 2 (1–3)" for every row. */
  const places = (board: Board) =>
    board.rows.map(
      ({ model, rank, band }) => `${model} ${rank}${band === null ? '' : ` (${band.join('–')})`}`,
    );
  const errors = (model: string, score: number, stderr: number | null) =>
    sampleResult({ model, benchmark: 'x', score, stderr });

  it('hold what lies within two standard errors of the difference', async () => {
    // The standard error of a difference of two is √2: 62 and 60 cannot be told apart, 62 and 59 can.
    await fill([errors('a', 62, 1), errors('b', 60, 1), errors('c', 59, 1), errors('d', 50, 1)]);
    expect(places(await boardOf(sampleBoard(['x'])))).toEqual(['a 1 (1–2)', 'b 2 (1–3)', 'c 3 (2–3)', 'd 4']);
  });

  // Rivals without one are taken by their number: surely above, or surely below.
  it('are of those alone whose standard errors are known', async () => {
    await fill([errors('a', 62, 1), errors('b', 61.5, null), errors('c', 61, 1), errors('d', 61, 1)]);
    expect(places(await boardOf(sampleBoard(['x'])))).toEqual(['a 1 (1–3)', 'b 2', 'c 3 (2–4)', 'd 3 (2–4)']);
  });

  it('of averages come from the standard errors of all cells, and are unknown where one is', async () => {
    const cells = (model: string, x: number, y: number, stderr: number | null) => [
      sampleResult({ model, benchmark: 'x', score: x, stderr: 1 }),
      sampleResult({ model, benchmark: 'y', score: y, stderr }),
    ];
    // The mean of two errors of 1 is 0.71, so that of a difference is 1: two points are within it, three are not.
    await fill([
      ...cells('a', 62, 62, 1),
      ...cells('b', 60, 60, 1),
      ...cells('c', 59, 59, 1),
      ...cells('d', 60, 62, null),
    ]);
    expect(places(await boardOf(sampleBoard(['x', 'y'])))).toEqual([
      'a 1 (1–2)',
      'd 2',
      'b 3 (2–4)',
      'c 4 (3–4)',
    ]);
  });

  it('stand with the standing of every result', async () => {
    await fill([errors('a', 62, 1), errors('b', 60, 1), errors('c', 50, null)]);
    expect((await store.standings()).map(({ rank, of, band }) => [rank, of, band])).toEqual([
      [1, 3, [1, 2]],
      [2, 3, [1, 2]],
      [3, 3, null],
    ]);
  });

  it('are none where lower is better and the difference is plain, and some where it is not', async () => {
    const x = sampleBenchmark('x', { metric: 'acc', higher_is_better: false });
    await fill([errors('a', 3, 0.1), errors('b', 3.1, 0.1), errors('c', 4, 0.1)], [x]);
    expect(places(await boardOf(sampleBoard(['x'])))).toEqual(['a 1 (1–2)', 'b 2 (1–2)', 'c 3']);
  });
});

describe('results that are another model’s', () => {
  it('are neither ranked nor on a board', async () => {
    const own = sampleResult({ model: 'a', benchmark: 'x', score: 60 });
    const repeated = sampleResult({ model: 'b', benchmark: 'x', score: 60 });
    const worse = sampleResult({ model: 'c', benchmark: 'x', score: 50 });
    await store.write({
      cards: [],
      models: ['a', 'b', 'c'].map((id) => sampleModel(id)),
      benchmarks: [sampleBenchmark('x')],
      claims: [],
      results: [own, repeated, worse],
      copies: [
        {
          model: 'b',
          source: 'a',
          like: 'a',
          shared: 4,
          of: 4,
          because: 'base_model: a',
          results: [repeated.id],
          claims: [],
        },
      ],
      diagnostics: [],
      registry: SAMPLE_REGISTRY,
    });
    expect(lines(await boardOf(sampleBoard(['x'])))).toEqual(['1 a 60 [60*] 1', '2 c 50 [50] 1']);
    expect((await store.standings()).map(({ result, rank }) => [result, rank])).toEqual([
      [own.id, 1],
      [worse.id, 2],
    ]);
  });
});
