/** From a folder of cards to the models that a search finds: what `cardboard query` does. */
import { join } from 'node:path';
import { findCopies } from './audit/copies.ts';
import { compareNames, compareNumbers } from './core/compare.ts';
import type { Config } from './core/config.ts';
import { makeLanguage } from './core/language.ts';
import { nearest } from './core/nearest.ts';
import { explainQuery } from './core/query/explain.ts';
import { formatQuery } from './core/query/format.ts';
import { compileQuery } from './core/query/match.ts';
import { modelFields, modelRow } from './core/query/model-fields.ts';
import { parseQuery } from './core/query/parse.ts';
import type { Query, QueryFields, QueryMessage } from './core/query/types.ts';
import { findField } from './core/query/vocabulary.ts';
import { UsageError } from './core/usage-error.ts';
import { boardDefinitions } from './normalize/board-definitions.ts';
import { normalize } from './normalize/normalize.ts';
import {
  listBoard,
  listModels,
  type QueryEntry,
  type QueryList,
  type QuerySource,
  type ScoreColumn,
} from './query-lists.ts';
import { type Effects, PACKAGE, readAll } from './read-all.ts';
import { loadMessages } from './site/messages.ts';
import { openStore } from './store/store.ts';
import type { Board } from './store/types.ts';

export interface QueryOptions {
  readonly text: string;
  /** Id or name of the board that is searched; null: all models. */
  readonly board: string | null;
  /** Column that orders the models, the best first; null: the board's ranking, or names. */
  readonly sort: string | null;
  /** So many models are given at most. */
  readonly limit: number;
}

export interface QueryColumn {
  readonly key: string;
  readonly label: string;
  /** Text, billions of parameters, or a score with so many digits behind the point. */
  readonly kind: 'text' | 'parameters' | number;
}

export interface QueryAnswer {
  /** The board's name; null: all models. */
  readonly board: string | null;
  readonly models: number;
  readonly found: number;
  readonly columns: readonly QueryColumn[];
  /** The models found, in order, as many as `limit` allows; one cell for each column, null where it is missing. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** The search as it was understood, and in words. */
  readonly canonical: string;
  readonly meaning: readonly string[];
  readonly messages: readonly (QueryMessage & { readonly sentence: string })[];
}

/** Searches a folder of cards. A search that is not understood gives messages; a board or column that does not exist is a UsageError. */
export async function queryCards(
  options: QueryOptions & {
    readonly folder: string;
    readonly config: Config;
    /** The cache of cards read before; null reads all anew. */
    readonly cacheFile: string | null;
    readonly effects: Effects;
  },
): Promise<QueryAnswer & { readonly cards: number }> {
  const { folder, config, cacheFile, effects } = options;
  const source = await readQuerySource(folder, config, cacheFile, effects);
  return { cards: source.cards, ...answerQuery(source, options) };
}

/** Everything that may be searched in a folder of cards: the same models, results and boards that a site is built from. */
export async function readQuerySource(
  folder: string,
  config: Config,
  cacheFile: string | null,
  effects: Effects,
): Promise<QuerySource & { readonly cards: number }> {
  const cache = await openStore(cacheFile);
  const store = await openStore(null);
  try {
    // What other folders left in the cache stays there.
    const read = await readAll([folder], config, { ...cache, prune: async () => {} }, effects);
    const normalized = normalize(read.readings, read.registry, config);
    const copies = findCopies(read.readings, normalized.claims, normalized.results);
    await store.write({ ...normalized, copies, cards: [], diagnostics: [], registry: read.registry });
    const boards = await store.boards(boardDefinitions(config, read.registry));
    return { ...normalized, copies, boards, registry: read.registry, cards: read.readings.length };
  } finally {
    store.close();
    cache.close();
  }
}

/** What a search finds. */
export function answerQuery(source: QuerySource, options: QueryOptions): QueryAnswer {
  const board = options.board === null ? null : findBoard(source.boards, options.board);
  const list = board === null ? listModels(source) : listBoard(source, board);
  return { board: board?.name ?? null, ...search(list, options) };
}

function findBoard(boards: readonly Board[], name: string): Board {
  const wanted = name.toLowerCase();
  const found = boards.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
  if (found !== undefined) return found;
  const near = nearest(
    name,
    boards.map(({ id }) => id),
  );
  const known =
    boards.length === 0 ? 'no board has results' : `there are: ${boards.map(({ id }) => id).join(', ')}`;
  throw new UsageError(`there is no board "${name}"`, near === null ? known : `Did you mean ${near}?`);
}

function search(list: QueryList, { text, sort, limit }: QueryOptions): Omit<QueryAnswer, 'board'> {
  const english = makeLanguage('en', loadMessages(join(PACKAGE, 'messages'), 'en').all);
  const { entries, scores } = list;
  const fields = modelFields(
    entries.map(({ facts }) => facts),
    scores.map(({ field }) => field),
    list.flags,
  );
  const { query, messages } = parseQuery(text, fields);
  const test = compileQuery(query, fields);
  const found = entries.filter(({ facts, score }) => test(modelRow(facts, score)));
  const order = sort === null ? null : sortKey(sort, fields, list);
  if (order !== null) {
    found.sort((a, b) => {
      const [left, right] = [a, b].map(({ facts, score }) =>
        order.name === 'params' ? facts.parameters : score(order.name),
      );
      return (
        compareNumbers(left ?? null, right ?? null, order.lowerFirst ? 'ascending' : 'descending') ||
        compareNames(a.facts.id, b.facts.id)
      );
    });
  }
  const asked = new Set([...askedNumbers(query), ...(order === null ? [] : [order.name])]);
  const shown = scores.filter(({ field, always }) => always || asked.has(field.name));
  const isRank = ({ field }: ScoreColumn) => field.name === 'rank';
  const cells: readonly (readonly [QueryColumn, (entry: QueryEntry) => string | number | null])[] = [
    ...shown.filter(isRank).map(scoreCells),
    [{ key: 'model', label: 'model', kind: 'text' }, ({ facts }) => facts.id],
    [
      { key: 'type', label: 'type', kind: 'text' },
      ({ facts }) => (facts.type === 'unknown' ? null : facts.type),
    ],
    [{ key: 'params', label: 'params', kind: 'parameters' }, ({ facts }) => facts.parameters],
    [
      { key: 'license', label: 'license', kind: 'text' },
      ({ facts }) => (facts.licenses.length === 0 ? null : facts.licenses.join(', ')),
    ],
    ...shown.filter((column) => !isRank(column)).map(scoreCells),
  ];
  return {
    models: entries.length,
    found: found.length,
    columns: cells.map(([column]) => column),
    rows: found.slice(0, limit).map((entry) => cells.map(([, cell]) => cell(entry))),
    canonical: formatQuery(query, fields),
    meaning: explainQuery(query, fields, english),
    messages: messages.map((message) => ({ ...message, sentence: english.t(message.key, message.values) })),
  };
}

function scoreCells({
  field,
  decimals,
}: ScoreColumn): readonly [QueryColumn, (entry: QueryEntry) => number | null] {
  return [
    { key: field.name, label: field.label ?? field.name, kind: decimals },
    ({ score }) => score(field.name),
  ];
}

/** Numbers that the search asks about. */
function askedNumbers({ filters }: Query): string[] {
  return filters.flatMap((filter) => (filter.kind === 'number' ? [filter.field] : []));
}

function sortKey(
  sort: string,
  fields: QueryFields,
  { scores }: QueryList,
): { name: string; lowerFirst: boolean } {
  const known = findField(fields, sort);
  if (known?.kind === 'number') {
    const score = scores.find(({ field }) => field.name === known.name);
    return { name: known.name, lowerFirst: score?.lowerIsBetter ?? false };
  }
  const names = fields.numbers.flatMap(({ name, label }) => (label === undefined ? [name] : [name, label]));
  const near = nearest(sort, names);
  throw new UsageError(
    `there is no column "${sort}" to sort by`,
    near === null ? 'Sort by params, or by a benchmark that has results.' : `Did you mean ${near}?`,
  );
}
