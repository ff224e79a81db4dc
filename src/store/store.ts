/** The store: the cache of read cards, one build's results, the boards made from them, and the published data. */
import type { CardReading } from '../core/card.ts';
import type { Claim } from '../core/claim.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Copy, Finding, Model, Recomputed, Result } from '../core/result.ts';
import type { Registry } from '../registry/types.ts';
import { makeBoards, readStandings } from './boards.ts';
import { keepReadings, readReadings, storeReadings } from './cache.ts';
import { type Contents, inOrder, writeContents, writeFindings } from './contents.ts';
import { contestsOf } from './contests.ts';
import { clear, type Database, openDatabase } from './database.ts';
import { exportContents, exportResults } from './export.ts';
import { orderFindings } from './order.ts';
import { rankOverall } from './overall.ts';
import type {
  BenchmarkRecord,
  Board,
  BoardDefinition,
  CardRecord,
  DataFile,
  ResultsFormat,
  SiteData,
  Standing,
} from './types.ts';

export interface Store {
  /** Where the database is kept, or null where it is in memory. */
  readonly path: string | null;
  /** The readings that are stored under any of the keys. */
  readCached(keys: readonly string[]): Promise<Map<string, CardReading>>;
  /** Stores readings under their keys, in place of earlier ones. */
  saveReadings(entries: readonly { readonly key: string; readonly reading: CardReading }[]): Promise<void>;
  /** Forgets every reading under another key. */
  prune(keepKeys: readonly string[]): Promise<void>;
  /** Replaces what an earlier build wrote. The order of the records does not matter. */
  write(data: {
    readonly cards: readonly CardRecord[];
    readonly models: readonly Model[];
    readonly benchmarks: readonly BenchmarkRecord[];
    readonly claims: readonly Claim[];
    readonly results: readonly Result[];
    /** Cards whose results are another model's; their results are not ranked. */
    readonly copies?: readonly Copy[];
    /** Raw scores of cards by a suite's own rescaling, in a fixed order. */
    readonly recomputed?: readonly Recomputed[];
    readonly diagnostics: readonly Diagnostic[];
    readonly registry: Pick<Registry, 'metrics' | 'suites'>;
  }): Promise<void>;
  /** Adds what the audit found; `write` clears it. */
  addFindings(findings: readonly Finding[]): Promise<void>;
  /** The boards that have at least one row, in the order of their definitions. */
  boards(definitions: readonly BoardDefinition[]): Promise<Board[]>;
  /** The rank of every result among those measured alike, in the order of the results. */
  standings(): Promise<Standing[]>;
  /** Everything a site is rendered from. */
  siteData(definitions: readonly BoardDefinition[]): Promise<SiteData>;
  /** Writes the published data into a folder and says what it wrote, the index last. */
  exportData(folder: string, page: { readonly title: string }): Promise<DataFile[]>;
  /** Writes the results alone into a folder, as `results.` and the format. */
  exportResults(folder: string, format: ResultsFormat): Promise<DataFile>;
  /** Closes the database; nothing may be asked of the store afterwards. */
  close(): void;
}

const NOTHING: Contents = {
  cards: [],
  models: [],
  benchmarks: [],
  claims: [],
  results: [],
  findings: [],
  copies: [],
  recomputed: [],
  diagnostics: [],
  registry: { metrics: [], suites: [] },
};

/**
 * Opens the store at `path`, or one in memory for null. The file is a cache: a damaged or outdated one is replaced,
 * and where it is in use or cannot be written, the store works in memory. So a file is never a reason to fail.
 */
export async function openStore(path: string | null): Promise<Store> {
  let database = await openDatabase(path);
  let contents = NOTHING;

  /** Does something with the database; where its file fails, once more with one in memory. */
  async function attempt<T>(action: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await action(database);
    } catch (error) {
      const file = database.path;
      if (file === null || isSystemError(error)) throw error;
      closeQuietly(database);
      clear(file, 'broken');
      database = await openDatabase(null);
      await writeContents(database.connection, contents);
      return await action(database);
    }
  }

  return {
    get path() {
      return database.path;
    },
    readCached: (keys) => attempt(({ connection }) => readReadings(connection, keys)),
    saveReadings: (entries) => attempt(({ connection }) => storeReadings(connection, entries)),
    prune: (keepKeys) => attempt(({ connection }) => keepReadings(connection, keepKeys)),
    async write(data) {
      contents = inOrder({ copies: [], recomputed: [], ...data, findings: [] });
      await attempt(({ connection }) => writeContents(connection, contents));
    },
    async addFindings(findings) {
      contents = { ...contents, findings: orderFindings([...contents.findings, ...findings]) };
      await attempt(({ connection }) => writeFindings(connection, contents.findings));
    },
    boards: (definitions) => attempt((open) => boardsOf(open, contents, definitions)),
    standings: () => attempt(({ connection }) => readStandings(connection)),
    async siteData(definitions) {
      const boards = await attempt((open) => boardsOf(open, contents, definitions));
      const standings = await attempt(({ connection }) => readStandings(connection));
      const overall = rankOverall(contestsOf(contents));
      const { cards, models, claims, results, findings, copies, recomputed, diagnostics } = contents;
      const benchmarks = withCounts(contents);
      return {
        cards,
        models,
        benchmarks,
        claims,
        results,
        standings,
        boards,
        overall,
        findings,
        copies,
        recomputed,
        diagnostics,
      };
    },
    exportData: (folder, { title }) =>
      attempt(({ connection }) => exportContents(connection, contents, folder, title)),
    exportResults: (folder, format) =>
      attempt(({ connection }) => exportResults(connection, contents, folder, format)),
    close: () => closeQuietly(database),
  };
}

function boardsOf(
  { connection }: Database,
  { models }: Contents,
  definitions: readonly BoardDefinition[],
): Promise<Board[]> {
  const names = new Map(models.map((model) => [model.id, model.display_name]));
  return makeBoards(connection, definitions, (model) => names.get(model) ?? model);
}

function withCounts({ benchmarks, results }: Contents): BenchmarkRecord[] {
  const counts = new Map<string, number>();
  for (const { benchmark } of results) counts.set(benchmark, (counts.get(benchmark) ?? 0) + 1);
  return benchmarks.map((benchmark) => ({ ...benchmark, results: counts.get(benchmark.id) ?? 0 }));
}

/** Whether writing elsewhere failed, in the folder of an export, which is no fault of the database's file. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** Closing writes the last pages; where the disk refuses, the next build finds a damaged cache and replaces it. */
function closeQuietly(database: Database): void {
  try {
    database.close();
  } catch {
    // Nothing that is lost here is not made again by the next build.
  }
}
