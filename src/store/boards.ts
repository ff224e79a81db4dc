/** Makes boards: the definitions go into the database, its views choose, average and rank, and rows come out. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { compareNames, compareNumbers, firstDifference } from '../core/compare.ts';
import { appendRows } from './append.ts';
import type { Band, Board, BoardCell, BoardColumn, BoardDefinition, BoardRow, Standing } from './types.ts';

/**
 * The boards of the definitions that have at least one row, in the definitions' order. `nameOf` gives a model's
 * display name, by which rows are ordered that share a rank or have none.
 */
export async function makeBoards(
  connection: DuckDBConnection,
  definitions: readonly BoardDefinition[],
  nameOf: (model: string) => string,
): Promise<Board[]> {
  await writeDefinitions(connection, definitions);
  const columns = await readColumns(connection, definitions);
  const published = await readPublished(connection);
  const rows = await readRows(connection);
  await fillCells(connection, definitions, rows);
  const boards: Board[] = [];
  for (const definition of definitions) {
    const models = rows.get(definition.id);
    if (models === undefined) continue;
    boards.push({
      id: definition.id,
      name: definition.name,
      description: definition.description,
      suite: definition.suite,
      average: { rule: definition.average.rule, requires: requiredCells(definition) },
      columns: columns.get(definition.id) as BoardColumn[],
      decimals: definition.average.decimals,
      rows: [...models.values()]
        .map((row) => ({ ...row, published: published.get(pair(definition.id, row.model)) ?? null }))
        .sort((a, b) => compareRows(a, b, nameOf)),
    });
  }
  return boards;
}

/** The standing of every result, in the order of the results. */
export async function readStandings(connection: DuckDBConnection): Promise<Standing[]> {
  const rows = await query(
    connection,
    `SELECT result, rank::INTEGER, "of"::INTEGER, band_from::INTEGER, band_to::INTEGER
     FROM standings ORDER BY position`,
  );
  return rows.map(([result, rank, of, from, to]) => ({
    result: result as string,
    rank: rank as number,
    of: of as number,
    band: bandOf(from, to),
  }));
}

async function writeDefinitions(
  connection: DuckDBConnection,
  definitions: readonly BoardDefinition[],
): Promise<void> {
  await connection.run('BEGIN; DELETE FROM boards; DELETE FROM board_columns');
  await appendRows(
    connection,
    'boards',
    definitions.map((definition, position) => {
      const { id, suite, average } = definition;
      return [id, position, suite, average.rule, requiredCells(definition), average.decimals];
    }),
  );
  await appendRows(
    connection,
    'board_columns',
    definitions.flatMap(({ id, columns }) =>
      columns.map((column, position) => [
        id,
        position,
        column.benchmark,
        column.metric,
        column.shots,
        column.setting,
      ]),
    ),
  );
  await connection.run('DELETE FROM board_cells; INSERT INTO board_cells SELECT * FROM board_kept; COMMIT');
}

async function readColumns(
  connection: DuckDBConnection,
  definitions: readonly BoardDefinition[],
): Promise<Map<string, BoardColumn[]>> {
  const facts = new Map<string, Pick<BoardColumn, 'decimals' | 'higher_is_better'>>();
  const rows = await query(
    connection,
    'SELECT board, position, decimals, higher_is_better FROM board_column_facts',
  );
  for (const [board, position, decimals, higher] of rows) {
    facts.set(pair(board as string, position as number), {
      decimals: decimals as number,
      higher_is_better: higher as boolean,
    });
  }
  return new Map(
    definitions.map(({ id, columns }) => [
      id,
      columns.map(({ benchmark, metric, shots, setting }, position) => ({
        benchmark,
        metric,
        shots,
        setting,
        decimals: facts.get(pair(id, position))?.decimals ?? 0,
        higher_is_better: facts.get(pair(id, position))?.higher_is_better ?? true,
      })),
    ]),
  );
}

async function readPublished(connection: DuckDBConnection): Promise<Map<string, string>> {
  const rows = await query(connection, 'SELECT board, model, result FROM board_published');
  return new Map(
    rows.map(([board, model, result]) => [pair(board as string, model as string), result as string]),
  );
}

type OpenRow = BoardRow & { readonly cells: (BoardCell | null)[] };

/** Every board's rows by model, their cells still empty. */
async function readRows(connection: DuckDBConnection): Promise<Map<string, Map<string, OpenRow>>> {
  const boards = new Map<string, Map<string, OpenRow>>();
  const rows = await query(
    connection,
    `SELECT board, model, rank::INTEGER, average, coverage::INTEGER, band_from::INTEGER, band_to::INTEGER
     FROM board_rows`,
  );
  for (const [board, model, rank, average, coverage, from, to] of rows) {
    const models = boards.get(board as string) ?? new Map<string, OpenRow>();
    boards.set(board as string, models);
    models.set(model as string, {
      model: model as string,
      rank: rank as number | null,
      band: bandOf(from, to),
      average: average as number | null,
      published: null,
      coverage: coverage as number,
      cells: [],
    });
  }
  return boards;
}

async function fillCells(
  connection: DuckDBConnection,
  definitions: readonly BoardDefinition[],
  boards: ReadonlyMap<string, ReadonlyMap<string, OpenRow>>,
): Promise<void> {
  for (const { id, columns } of definitions) {
    for (const row of boards.get(id)?.values() ?? []) row.cells.push(...columns.map(() => null));
  }
  const cells = await query(
    connection,
    `SELECT cells.board, cells.model, cells.position, cells.result, cells.score, cells.stderr, cells.loose,
            places.printed = as_printed(facts.best, facts.decimals),
            places.rank::INTEGER, places."of"::INTEGER, places.band_from::INTEGER, places.band_to::INTEGER
     FROM board_cells AS cells
     JOIN board_column_facts AS facts ON facts.board = cells.board AND facts.position = cells.position
     JOIN places ON places.kind = 'cell' AND places.list = cells.board || chr(10) || cells.position
                AND places.item = cells.model`,
  );
  for (const [board, model, position, result, score, stderr, loose, best, rank, of, from, to] of cells) {
    const row = boards.get(board as string)?.get(model as string);
    if (row === undefined) continue;
    row.cells[position as number] = {
      result: result as string,
      score: score as number,
      stderr: stderr as number | null,
      best: best as boolean,
      rank: rank as number,
      of: of as number,
      band: bandOf(from, to),
      loose: loose as string | null,
    };
  }
}

/** A band of more than one rank, or null. */
function bandOf(from: unknown, to: unknown): Band | null {
  return from === null || to === null ? null : [from as number, to as number];
}

/** Ranked rows by rank, then the others by how many cells they have; ties by name. */
function compareRows(a: BoardRow, b: BoardRow, nameOf: (model: string) => string): number {
  return firstDifference(
    compareNumbers(a.rank, b.rank, 'ascending'),
    a.rank === null ? b.coverage - a.coverage : 0,
    compareNames(nameOf(a.model), nameOf(b.model)),
    compareNames(a.model, b.model),
  );
}

/** Cells that an average takes. */
function requiredCells({ columns, average: { requires } }: BoardDefinition): number {
  return requires === 'all' ? columns.length : Math.min(requires, columns.length);
}

const pair = (board: string, other: string | number): string => `${board}\n${other}`;

async function query(connection: DuckDBConnection, sql: string) {
  return (await connection.runAndReadAll(sql)).getRows();
}
