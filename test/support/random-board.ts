/** Boards of any size made from a seed: columns of every kind, gaps, ties, shared words. */
import type { BoardData, BoardDataColumn } from '../../src/core/board-data.ts';
import { seededRandom } from '../../src/core/random.ts';
import { MODEL_TYPES } from '../../src/core/result.ts';

const ORGANISATIONS = 400;
const LICENSES = ['apache-2.0', 'mit', 'llama3', 'cc-by-nc-4.0', 'gemma', 'other'];
const LANGUAGES = ['en', 'de', 'zh', 'fr', 'ja'];
const PRECISIONS = ['bf16', '4-bit', 'gguf'];
const SIZES = [0.5, 1, 3, 7, 8, 9, 13, 34, 70, 180];

/** A board of so many rows and columns; `gaps` of its cells are missing. Its rows stand in the order of their rank. */
export function randomBoard(rows: number, columns: number, seed = 1, gaps = 0.15): BoardData {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const words = [
    '',
    ...Array.from({ length: ORGANISATIONS }, (_, place) => `org${place}`),
    ...LICENSES,
    ...LANGUAGES,
    ...PRECISIONS,
  ];
  const place = (word: string) => words.indexOf(word);
  const some = (list: readonly string[]) =>
    random() < 0.2
      ? []
      : [...new Set([below(list.length), below(list.length)])].map((n) => place(list[n] as string));
  const each = <T>(make: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => make(row));
  const definitions = Array.from({ length: columns }, (_, n): BoardDataColumn => {
    const lowerIsBetter = n % 7 === 6;
    return {
      key: `bench_${n}`,
      name: `Bench ${n}`,
      whole: `Benchmark ${n}`,
      under: '5-shot',
      href: '',
      group: n < columns / 2 ? 'First' : 'Second',
      unit: 'percent',
      decimals: n % 3 === 2 ? 1 : 2,
      lowerIsBetter,
      kind: 'score',
      baseline: n % 5 === 4 ? null : lowerIsBetter ? 100 : 25,
      ceiling: lowerIsBetter ? 0 : 100,
    };
  });
  const scores = definitions.map(() => {
    const score = each(() => (random() < gaps ? null : Math.round(random() * 10_000) / 100));
    return {
      score,
      stderr: score.map((value) => (value === null || random() < 0.5 ? null : 0.5)),
      origin: score.map((value) => (value === null ? ' ' : 'lst'.charAt(below(3)))).join(''),
      claimed: score.map((value) =>
        value === null || random() < 0.9 ? null : ([value - 1.5, value] as const),
      ),
      loose: score.map((value) => value !== null && random() < 0.1),
    };
  });
  const averages = each((row) => {
    const cells = scores.flatMap(({ score }) => score[row] ?? []);
    return cells.length < columns ? null : cells.reduce((sum, cell) => sum + cell, 0) / columns;
  });
  const ids = each((row) => `org${below(ORGANISATIONS)}/Model-${row}-${'αβ"<é'.charAt(row % 5)}`);
  const data: BoardData = {
    id: 'random',
    name: 'Random board',
    columns: definitions,
    average: { rule: 'mean', requires: columns, decimals: 2 },
    ranked: columns > 1 ? 'average' : '',
    words,
    models: {
      id: ids,
      name: ids.map((id) => id.slice(id.indexOf('/') + 1)),
      also: each(() => ''),
      href: ids.map((id) => `../../models/${id}/`),
      organisation: ids.map((id) => place(id.slice(0, id.indexOf('/')))),
      type: each(() => MODEL_TYPES[below(MODEL_TYPES.length)] ?? 'unknown'),
      parameters: each(() => (random() < 0.1 ? null : (SIZES[below(SIZES.length)] ?? null))),
      licenses: each(() => some(LICENSES)),
      openness: each(() => (['open', 'restricted', 'closed', 'unknown'] as const)[below(4)] ?? 'unknown'),
      languages: each(() => some(LANGUAGES)),
      library: each(() => 0),
      bases: each(() => []),
      tags: each(() => []),
      precision: each(() => some(PRECISIONS).slice(0, 1)),
      card: each(() => random() < 0.7),
      flagged: each(() => random() < 0.05),
      copy: each(() => random() < 0.05),
    },
    scores,
    rank: each(() => null),
    averages,
  };
  return ranked(data);
}

/** The same board with its rows in the order of their averages, and ranked so. */
function ranked(data: BoardData): BoardData {
  const order = data.averages
    .map((average, row) => ({ average, row }))
    .sort((a, b) => (b.average ?? -1) - (a.average ?? -1) || a.row - b.row)
    .map(({ row }) => row);
  const take = <T>(values: readonly T[]): T[] => order.map((row) => values[row] as T);
  const averages = take(data.averages);
  const models = Object.fromEntries(
    Object.entries(data.models).map(([key, values]) => [key, take(values as readonly unknown[])]),
  ) as unknown as BoardData['models'];
  return {
    ...data,
    models,
    averages,
    scores: data.scores.map(({ score, stderr, origin, claimed, loose }) => ({
      score: take(score),
      stderr: take(stderr),
      origin: take([...origin]).join(''),
      claimed: take(claimed),
      loose: take(loose),
    })),
    rank: averages.map((average) => (average === null ? null : averages.indexOf(average) + 1)),
  };
}
