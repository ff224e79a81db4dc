/** Writes the published data: JSON lines, JSON, CSV and Parquet, and an index of them, always the same bytes. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { claimId } from '../core/claim.ts';
import { csvLine } from '../core/csv.ts';
import type { Result } from '../core/result.ts';
import type { Contents } from './contents.ts';
import { SCHEMA_VERSION } from './database.ts';
import { exportedClaim, exportedCopy, exportedFinding, exportedModel, exportedResult } from './records.ts';
import type { DataFile, ResultsFormat } from './types.ts';

/** Characters gathered before they are written. */
const BUFFER = 1 << 20;

const RESULT_COLUMNS = `id, model, benchmark, metric, shots, shots_inferred, setting, split, score, unit, stderr,
  decimals, origin, claims, "values", spread`;

/** Writes every file of the published data into a folder, and says what it wrote. `title` names the site. */
export async function exportContents(
  connection: DuckDBConnection,
  contents: Contents,
  folder: string,
  title: string,
): Promise<DataFile[]> {
  mkdirSync(folder, { recursive: true });
  const { claims, results, models, findings, copies } = contents;
  const cards = new Map(models.map((model) => [model.id, model.card]));
  const claimsById = new Map(claims.map((claim) => [claimId(claim), claim]));
  const files = [
    writeLines(
      folder,
      'audit.json',
      findings.length,
      jsonList('findings', findings, (finding) =>
        exportedFinding(finding, (id) => claimsById.get(id), cards.get(finding.model) ?? null),
      ),
    ),
    writeLines(folder, 'claims.jsonl', claims.length, jsonLines(claims, exportedClaim)),
    writeLines(folder, 'copies.json', copies.length, jsonList('copies', copies, exportedCopy)),
    writeLines(folder, 'models.json', models.length, jsonList('models', models, exportedModel)),
    writeLines(folder, 'results.csv', results.length, resultsCsv(results)),
    writeLines(folder, 'results.jsonl', results.length, jsonLines(results, exportedResult)),
    await writeParquet(connection, folder, 'results.parquet', results.length),
  ];
  const index = { schema_version: SCHEMA_VERSION, title, files };
  return [...files, writeLines(folder, 'index.json', files.length, [`${JSON.stringify(index, null, 2)}\n`])];
}

/** Writes the results alone into a folder: results.csv, results.jsonl or results.parquet. */
export async function exportResults(
  connection: DuckDBConnection,
  { results }: Contents,
  folder: string,
  format: ResultsFormat,
): Promise<DataFile> {
  mkdirSync(folder, { recursive: true });
  const name = `results.${format}`;
  if (format === 'parquet') return await writeParquet(connection, folder, name, results.length);
  const lines = format === 'csv' ? resultsCsv(results) : jsonLines(results, exportedResult);
  return writeLines(folder, name, results.length, lines);
}

function* jsonLines<T>(records: Iterable<T>, exported: (record: T) => T): Iterable<string> {
  for (const record of records) yield `${JSON.stringify(exported(record))}\n`;
}

/** An object with the schema's version and one list, a record a line. */
function* jsonList<T>(name: string, records: Iterable<T>, exported: (record: T) => T): Iterable<string> {
  yield `{"schema_version":${SCHEMA_VERSION},"${name}":[`;
  let separator = '\n';
  for (const record of records) {
    yield `${separator}${JSON.stringify(exported(record))}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

function* resultsCsv(results: readonly Result[]): Iterable<string> {
  yield csvLine(
    'id model benchmark metric shots shots_inferred setting split score unit stderr decimals origin spread claims claim'.split(
      ' ',
    ),
  );
  for (const r of results) {
    yield csvLine([
      r.id,
      r.model,
      r.benchmark,
      r.metric,
      r.shots,
      r.shots_inferred,
      r.setting,
      r.split,
      r.score,
      r.unit,
      r.stderr,
      r.decimals,
      r.origin,
      r.spread,
      r.claims.length,
      r.claims[0] ?? null,
    ]);
  }
}

function writeLines(folder: string, name: string, rows: number, lines: Iterable<string>): DataFile {
  const hash = createHash('sha256');
  const file = openSync(join(folder, name), 'w');
  let bytes = 0;
  let buffer = '';
  const flush = () => {
    const content = Buffer.from(buffer, 'utf8');
    hash.update(content);
    for (let at = 0; at < content.length; ) at += writeSync(file, content, at);
    bytes += content.length;
    buffer = '';
  };
  try {
    for (const line of lines) {
      buffer += line;
      if (buffer.length >= BUFFER) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return { name, rows, bytes, sha256: hash.digest('hex') };
}

/** Sorted and on one thread, so that a version of DuckDB always writes the same bytes. */
async function writeParquet(
  connection: DuckDBConnection,
  folder: string,
  name: string,
  rows: number,
): Promise<DataFile> {
  const path = join(folder, name);
  await connection.run(
    `COPY (SELECT ${RESULT_COLUMNS} FROM published_results ORDER BY position) TO '${path.replaceAll("'", "''")}'
     (FORMAT parquet, COMPRESSION zstd, KV_METADATA {schema_version: '${SCHEMA_VERSION}'})`,
  );
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  return { name, rows, bytes: statSync(path).size, sha256: hash };
}
