/** Appends rows to a table in bulk, each value as its column's type wants it. */
import {
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBListType,
  DuckDBTypeId,
} from '@duckdb/node-api';

/** What a column can take; a list is one of text. */
export type Cell = string | number | boolean | null | readonly string[] | Uint8Array;

const LARGEST_INTEGER = 2 ** 31 - 1;

/**
 * Appends rows, one array of cells a row in the order of the table's columns. Whole numbers beyond 32 bits are
 * cut to the nearest that fits: no card counts that far, and a hostile one must not stop a build.
 */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const appender = await connection.createAppender(table);
  const columns = Array.from({ length: appender.columnCount }, (_, index) => columnWriter(appender, index));
  try {
    for (const row of rows) {
      if (row.length !== columns.length) throw new Error(`A row of ${table} has ${row.length} cells.`);
      for (let index = 0; index < columns.length; index++) {
        const cell = row[index] as Cell;
        if (cell === null) appender.appendNull();
        else (columns[index] as (cell: Cell) => void)(cell);
      }
      appender.endRow();
    }
  } finally {
    appender.closeSync();
  }
}

function columnWriter(appender: DuckDBAppender, index: number): (cell: Cell) => void {
  const type = appender.columnType(index);
  switch (type.typeId) {
    case DuckDBTypeId.VARCHAR:
      return (cell) => appender.appendVarchar(cell as string);
    case DuckDBTypeId.DOUBLE:
      return (cell) => appender.appendDouble(cell as number);
    case DuckDBTypeId.INTEGER:
      return (cell) =>
        appender.appendInteger(Math.max(-LARGEST_INTEGER, Math.min(LARGEST_INTEGER, cell as number)));
    case DuckDBTypeId.BOOLEAN:
      return (cell) => appender.appendBoolean(cell as boolean);
    case DuckDBTypeId.BLOB:
      return (cell) => appender.appendBlob(cell as Uint8Array);
    case DuckDBTypeId.LIST:
      return (cell) => appender.appendList(cell as readonly string[], type as DuckDBListType);
    default:
      throw new Error(`No way to append ${type}.`);
  }
}
