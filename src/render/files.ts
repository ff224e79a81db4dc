/**
 * Renders the files of a site that are no pages, one after another: what search and comparisons load, the JSON API,
 * badges, the feed, llms.txt.
 */
import { API_FOLDER, API_VERSION, apiAddress } from '../core/api.ts';
import { siteAddress } from '../core/config.ts';
import type { SiteFile } from '../core/urls.ts';
import {
  apiBenchmark,
  apiBenchmarkSummary,
  apiBoard,
  apiBoardSummary,
  apiChanges,
  apiIndex,
} from './api-lists.ts';
import { apiModel, apiModelSummary } from './api-model.ts';
import { API_SCHEMAS, jsonSchema, schemaAddress } from './api-schema.ts';
import { badgeFiles } from './badges.ts';
import { compareFiles } from './compare-model.ts';
import { feedFiles } from './feed.ts';
import type { Site } from './frame.ts';
import { llmsFiles } from './llms.ts';
import { searchIndexFile } from './search.ts';

/** Yields every file beside the pages, in a fixed order. Files are made when they are asked for. */
export function* renderFiles(site: Site): Iterable<SiteFile> {
  yield searchIndexFile(site);
  yield* apiFiles(site);
  yield* badgeFiles(site);
  yield* feedFiles(site);
  yield* llmsFiles(site);
  yield* compareFiles(site);
}

function* apiFiles(site: Site): Iterable<SiteFile> {
  const { data, context } = site;
  const { urls } = context;
  const file = (path: string, content: unknown): SiteFile => ({
    path,
    content: `${JSON.stringify(content)}\n`,
  });
  /** A list, an entry a line. */
  const list = (name: string, entries: readonly unknown[]): SiteFile => {
    const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
    return {
      path: `${API_FOLDER}${name}.json`,
      content: `{"api_version":${API_VERSION},"${name}":[\n${lines}\n]}\n`,
    };
  };
  yield file(`${API_FOLDER}index.json`, apiIndex(site, siteAddress(context.config)));
  for (const kind of Object.keys(API_SCHEMAS) as (keyof typeof API_SCHEMAS)[])
    yield file(schemaAddress(kind), jsonSchema(kind));
  if (context.changes) yield file(`${API_FOLDER}changes.json`, apiChanges(context.changes));
  yield list(
    'boards',
    data.boards.map((board) => apiBoardSummary(site, board)),
  );
  for (const board of data.boards) yield file(apiAddress(urls.board(board.id)), apiBoard(site, board));
  yield list(
    'benchmarks',
    data.benchmarks.map((benchmark) => apiBenchmarkSummary(site, benchmark)),
  );
  for (const benchmark of data.benchmarks)
    yield file(apiAddress(urls.benchmark(benchmark.id)), apiBenchmark(site, benchmark));
  yield list(
    'models',
    data.models.map((model) => apiModelSummary(site, model)),
  );
  for (const model of data.models) yield file(apiAddress(urls.model(model.id)), apiModel(site, model));
}
