/** Opens the database: its file, or one in memory where the file is in use or cannot be used. */
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { shortHash } from '../core/hash.ts';

/** The version of the published data: raised when a field changes its meaning or goes. */
export const SCHEMA_VERSION = 1;

/** An open database with the schema in place. */
export interface Database {
  readonly connection: DuckDBConnection;
  /** Where it is kept, or null in memory. */
  readonly path: string | null;
  close(): void;
}

// One thread makes sums of floating-point numbers the same on every run. Extensions are never fetched.
const OPTIONS = { threads: '1', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };

// What DuckDB says where another process holds the file, on Unix and on Windows.
const IN_USE = /could not set lock|used by another process|already open/i;

// The lock on a database file holds between processes, but not inside one.
const openFiles = new Set<string>();

/**
 * Opens the database at `path`, or one in memory for null. The file is only a cache and never a reason to fail:
 * where another build holds it, or it cannot be made, the database is in memory; a damaged or foreign file is put
 * aside as `<path>.broken`, one of another schema is replaced.
 */
export async function openDatabase(path: string | null): Promise<Database> {
  const file = path === null ? null : placeOf(path);
  if (file !== null && !openFiles.has(file)) {
    // The second round meets an empty place, unless clearing it failed.
    for (let round = 0; round < 2; round++) {
      const outcome = await openFile(file);
      if (typeof outcome === 'object') return outcome;
      if (outcome === 'in use' || !clear(file, outcome)) break;
    }
  }
  return await openInMemory();
}

/** Puts the files of a database aside, or removes them, so that the next one starts afresh. */
export function clear(file: string, state: 'broken' | 'outdated'): boolean {
  try {
    rmSync(`${file}.wal`, { force: true });
    if (state === 'outdated') {
      rmSync(file, { force: true });
    } else {
      rmSync(`${file}.broken`, { force: true, recursive: true });
      renameSync(file, `${file}.broken`);
    }
    return true;
  } catch {
    return false;
  }
}

/** The file's real place, its folder made; null where that cannot be. */
function placeOf(path: string): string | null {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return null;
  }
}

async function openFile(file: string): Promise<Database | 'in use' | 'broken' | 'outdated'> {
  let instance: DuckDBInstance | undefined;
  try {
    instance = await DuckDBInstance.create(file, OPTIONS);
    const connection = await instance.connect();
    const state = await stateOf(connection);
    if (state === 'ours') return databaseOf(instance, connection, file);
    if (state === 'empty') {
      await connection.run(schemaText());
      return databaseOf(instance, connection, file);
    }
    connection.closeSync();
    instance.closeSync();
    return state;
  } catch (error) {
    instance?.closeSync();
    return IN_USE.test(String(error)) ? 'in use' : 'broken';
  }
}

async function openInMemory(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', OPTIONS);
  const connection = await instance.connect();
  await connection.run(schemaText());
  return databaseOf(instance, connection, null);
}

function databaseOf(instance: DuckDBInstance, connection: DuckDBConnection, path: string | null): Database {
  if (path !== null) openFiles.add(path);
  let open = true;
  return {
    connection,
    path,
    close() {
      if (!open) return;
      open = false;
      try {
        connection.closeSync();
        instance.closeSync();
      } finally {
        if (path !== null) openFiles.delete(path);
      }
    },
  };
}

/** Whether a database is empty, has this schema, another one, or is somebody else's. */
async function stateOf(connection: DuckDBConnection): Promise<'empty' | 'ours' | 'outdated' | 'broken'> {
  const tables = await connection.runAndReadAll('SELECT table_name FROM duckdb_tables()');
  const names = tables.getRows().map((row) => row[0]);
  if (names.length === 0) return 'empty';
  if (!names.includes('meta') || !names.includes('card_readings')) return 'broken';
  const meta = await connection.runAndReadAll("SELECT value FROM meta WHERE name = 'schema_hash'");
  return meta.getRows()[0]?.[0] === schemaHash() ? 'ours' : 'outdated';
}

function readSchema(): string {
  return readFileSync(new URL('./schema.sql', import.meta.url), 'utf8');
}

function schemaHash(): string {
  return shortHash(readSchema());
}

function schemaText(): string {
  return `BEGIN;
${readSchema()}
INSERT INTO meta VALUES ('schema_version', '${SCHEMA_VERSION}'), ('schema_hash', '${schemaHash()}');
COMMIT;`;
}
