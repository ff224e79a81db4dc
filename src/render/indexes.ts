/** What pages look up again and again, found once for all pages: O(n) over the site's data. */
import { type Claim, claimId } from '../core/claim.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Copy, Model, Result } from '../core/result.ts';
import type { Registry } from '../registry/types.ts';
import type {
  BenchmarkRecord,
  Board,
  BoardRow,
  CardRecord,
  OverallRow,
  SiteData,
  Standing,
} from '../store/types.ts';
import { type FindingsIndex, indexFindings } from './findings-index.ts';
import { type Peers, peersOfResults } from './peers.ts';
import { countRanks, type Ranks } from './ranks.ts';
import { shortNames } from './short-names.ts';

/** A model's row on a board. */
export interface Placement {
  readonly board: Board;
  readonly row: BoardRow;
}

export interface SiteIndex {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly results: ReadonlyMap<string, Result>;
  readonly models: ReadonlyMap<string, Model>;
  readonly benchmarks: ReadonlyMap<string, BenchmarkRecord>;
  /** By the card's path, and by the model it is about. */
  readonly cards: ReadonlyMap<string, CardRecord>;
  readonly cardOfModel: ReadonlyMap<string, CardRecord>;
  readonly standings: ReadonlyMap<string, Standing>;
  /** The result that an accepted claim counts for. */
  readonly resultOfClaim: ReadonlyMap<string, Result>;
  readonly resultsOfModel: ReadonlyMap<string, readonly Result[]>;
  readonly resultsOfBenchmark: ReadonlyMap<string, readonly Result[]>;
  readonly placementsOfModel: ReadonlyMap<string, readonly Placement[]>;
  readonly boardsOfBenchmark: ReadonlyMap<string, readonly Board[]>;
  readonly overallOfModel: ReadonlyMap<string, OverallRow>;
  /** Of each board, by its id. */
  readonly ranks: ReadonlyMap<string, Ranks>;
  /** Short headings of each board's columns, by the board's id. */
  readonly columnNames: ReadonlyMap<string, readonly string[]>;
  readonly findings: FindingsIndex;
  /** The copy that a model's card is, and those that others' cards are of it (of any of the two where nobody knows). */
  readonly copyOfModel: ReadonlyMap<string, Copy>;
  readonly copiesOfSource: ReadonlyMap<string, readonly Copy[]>;
  /** The model whose result it is, by the id of a result that another's card repeats. */
  readonly sourceOfResult: ReadonlyMap<string, string>;
  /** Models that give it as a base model. */
  readonly childrenOfModel: ReadonlyMap<string, readonly Model[]>;
  /** How a result stands among models of its model's size, where there are enough of them. */
  readonly peersOfResult: ReadonlyMap<string, Peers>;
  /** Claims that were held back, by their card's path, in their order. */
  readonly heldOfCard: ReadonlyMap<string, readonly Claim[]>;
  /** What reading the cards brought up, by the file it is about; what the audit found stands in `findings`. */
  readonly diagnosticsOfCard: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly acceptedClaims: number;
  readonly heldClaims: number;
}

function group<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [item]);
    else list.push(item);
  }
  return groups;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function childrenOf(models: readonly Model[]): Map<string, Model[]> {
  const pairs = models.flatMap((child) => child.parents.map((parent) => ({ parent, child })));
  return new Map(
    [...group(pairs, ({ parent }) => parent)].map(([parent, found]) => [
      parent,
      found.map(({ child }) => child),
    ]),
  );
}

/** Indexes the data of a site; the registry names the columns that no card fills. */
export function indexSite(data: SiteData, registry: Registry): SiteIndex {
  const benchmarks = byId(data.benchmarks);
  const nameOf = (id: string) => benchmarks.get(id)?.name ?? registry.benchmark(id)?.name ?? id;
  const placements = data.boards.flatMap((board) => board.rows.map((row): Placement => ({ board, row })));
  const columns = data.boards.flatMap((board) =>
    [...new Set(board.columns.map((column) => column.benchmark))].map((benchmark) => ({ board, benchmark })),
  );
  const boardsOfBenchmark = new Map<string, Board[]>();
  for (const [benchmark, found] of group(columns, (column) => column.benchmark)) {
    boardsOfBenchmark.set(
      benchmark,
      found.map(({ board }) => board),
    );
  }
  const claims = new Map(data.claims.map((claim) => [claimId(claim), claim]));
  const held = data.claims.filter((claim) => claim.status === 'held');
  const models = byId(data.models);
  const sourceOfResult = new Map(
    data.copies.flatMap(({ source, results }) =>
      source === null ? [] : results.map((id) => [id, source] as const),
    ),
  );
  return {
    claims,
    results: byId(data.results),
    models,
    benchmarks,
    cards: new Map(data.cards.map((card) => [card.path, card])),
    cardOfModel: new Map(data.cards.map((card) => [card.model, card])),
    standings: new Map(data.standings.map((standing) => [standing.result, standing])),
    resultOfClaim: new Map(
      data.results.flatMap((result) => result.claims.map((id) => [id, result] as const)),
    ),
    resultsOfModel: group(data.results, (result) => result.model),
    resultsOfBenchmark: group(data.results, (result) => result.benchmark),
    placementsOfModel: group(placements, ({ row }) => row.model),
    boardsOfBenchmark,
    overallOfModel: new Map(data.overall.rows.map((row) => [row.model, row])),
    ranks: new Map(data.boards.map((board) => [board.id, countRanks(board.rows.map((row) => row.rank))])),
    columnNames: new Map(
      data.boards.map((board) => [
        board.id,
        shortNames(board.columns.map(({ benchmark }) => nameOf(benchmark))),
      ]),
    ),
    findings: indexFindings(data.findings, claims),
    copyOfModel: new Map(data.copies.map((copy) => [copy.model, copy])),
    copiesOfSource: group(
      data.copies.filter(({ source }) => source !== null),
      ({ source }) => source as string,
    ),
    sourceOfResult,
    childrenOfModel: childrenOf(data.models),
    peersOfResult: peersOfResults(data.results, models, benchmarks, sourceOfResult),
    heldOfCard: group(held, (claim) => claim.card),
    diagnosticsOfCard: group(
      data.diagnostics.filter(({ code }) => !code.startsWith('audit/')),
      ({ file }) => file,
    ),
    acceptedClaims: data.claims.length - held.length,
    heldClaims: held.length,
  };
}
