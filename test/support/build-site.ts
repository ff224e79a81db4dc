/** Builds a site into a temporary folder, quietly, with a clock that stands still. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config.ts';
import { listFiles } from './workplace.ts';

export interface BuiltSite {
  /** Paths of all files, sorted. */
  readonly files: readonly string[];
  read(path: string): string;
  readBytes(path: string): Buffer;
  /** The objects of a JSON Lines file. */
  readLines<T>(path: string): T[];
}

/** Builds `folder` ("cards" inside it, with its config if it has one) into `out`. */
export async function buildSite(folder: string, out: string): Promise<BuiltSite> {
  const file = join(folder, 'cardboard.config.yml');
  const { value: config } = loadConfig(existsSync(file) ? file : null);
  const effects = { now: () => 0, log: () => {}, progress: () => {} };
  await build({ folder: join(folder, 'cards'), out, config, cacheFile: null, effects });
  const read = (path: string): string => readFileSync(join(out, path), 'utf8');
  return {
    files: listFiles(out),
    read,
    readBytes: (path) => readFileSync(join(out, path)),
    readLines: (path) =>
      read(path)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
  };
}
