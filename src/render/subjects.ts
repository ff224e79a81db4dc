/** What a page is about, by its path: the model, board or benchmark that its head speaks of. */
import type { Model } from '../core/result.ts';
import type { BenchmarkRecord, Board } from '../store/types.ts';
import type { Site } from './frame.ts';

export type Subject =
  | { readonly kind: 'site' }
  | { readonly kind: 'data' }
  | { readonly kind: 'board'; readonly board: Board }
  | { readonly kind: 'benchmark'; readonly benchmark: BenchmarkRecord }
  | { readonly kind: 'model'; readonly model: Model };

/** The subjects of a site's pages by path, in the order of the pages. Other pages have none. */
export function subjectsOf({ data, context }: Site): ReadonlyMap<string, Subject> {
  const { urls } = context;
  const subjects = new Map<string, Subject>([['index.html', { kind: 'site' }]]);
  for (const board of data.boards)
    subjects.set(`${urls.board(board.id)}index.html`, { kind: 'board', board });
  for (const benchmark of data.benchmarks)
    subjects.set(`${urls.benchmark(benchmark.id)}index.html`, { kind: 'benchmark', benchmark });
  for (const model of data.models)
    subjects.set(`${urls.model(model.id)}index.html`, { kind: 'model', model });
  return subjects.set('data/index.html', { kind: 'data' });
}
