/** The cache of read cards: readings under their keys, as deflated JSON. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { DuckDBBlobValue, DuckDBConnection } from '@duckdb/node-api';
import type { CardReading } from '../core/card.ts';
import { appendRows } from './append.ts';

/** Readings compressed and written at a time, so that a large save never holds all of them twice. */
const BATCH = 500;

/** The readings that are stored under any of the keys. One that cannot be read back counts as not stored. */
export async function readReadings(
  connection: DuckDBConnection,
  keys: readonly string[],
): Promise<Map<string, CardReading>> {
  const readings = new Map<string, CardReading>();
  if (keys.length === 0) return readings;
  await setKeys(connection, keys);
  const stored = await connection.stream(
    'SELECT key, reading FROM card_readings WHERE key IN (SELECT key FROM wanted_keys)',
  );
  for await (const chunk of stored) {
    const texts = chunk.getColumnValues(1) as (DuckDBBlobValue | null)[];
    chunk.getColumnValues(0).forEach((key, index) => {
      const reading = unpack(texts[index]?.bytes);
      if (reading !== undefined) readings.set(key as string, reading);
    });
  }
  return readings;
}

/** Stores readings, each in place of what stood under its key. */
export async function storeReadings(
  connection: DuckDBConnection,
  entries: readonly { readonly key: string; readonly reading: CardReading }[],
): Promise<void> {
  const latest = new Map(entries.map((entry) => [entry.key, entry.reading]));
  const keys = [...latest.keys()];
  for (let from = 0; from < keys.length; from += BATCH) {
    const batch = keys.slice(from, from + BATCH);
    await setKeys(connection, batch);
    await connection.run('BEGIN');
    await connection.run('DELETE FROM card_readings WHERE key IN (SELECT key FROM wanted_keys)');
    await appendRows(connection, 'card_readings', packed(batch, latest));
    await connection.run('COMMIT');
  }
}

/** Removes every reading whose key is not among those to keep. */
export async function keepReadings(connection: DuckDBConnection, keys: readonly string[]): Promise<void> {
  await setKeys(connection, keys);
  await connection.run('DELETE FROM card_readings WHERE key NOT IN (SELECT key FROM wanted_keys)');
}

async function setKeys(connection: DuckDBConnection, keys: readonly string[]): Promise<void> {
  await connection.run('CREATE OR REPLACE TEMPORARY TABLE wanted_keys (key VARCHAR NOT NULL)');
  await appendRows(
    connection,
    'wanted_keys',
    keys.map((key) => [key]),
  );
}

function* packed(keys: readonly string[], readings: ReadonlyMap<string, CardReading>) {
  // Level 1 makes a card's JSON about a fifth as large and is faster than writing it as it is.
  for (const key of keys) yield [key, deflateRawSync(JSON.stringify(readings.get(key)), { level: 1 })];
}

function unpack(bytes: Uint8Array | undefined): CardReading | undefined {
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(inflateRawSync(bytes).toString('utf8')) as CardReading;
  } catch {
    return undefined;
  }
}
