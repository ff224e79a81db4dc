/** Reads every card of some places: the first stage of a build, of a check and of an export. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { discoverCards } from './cards/discover.ts';
import { keepFirstOfEachModel } from './cards/identity.ts';
import { readCards } from './cards/read.ts';
import type { CardFile, CardReading } from './core/card.ts';
import { compareText } from './core/compare.ts';
import type { Config } from './core/config.ts';
import type { Diagnostic } from './core/diagnostic.ts';
import { sha256 } from './core/hash.ts';
import { brokenReading, keyOfReading, quotable, readOne } from './reading.ts';
import { loadRegistry } from './registry/load.ts';
import type { Registry } from './registry/types.ts';
import { codeVersion } from './store/code-version.ts';
import type { Store } from './store/store.ts';

export interface Effects {
  now(): number;
  log(line: string): void;
  progress(stage: string, done: number, total: number): void;
}

/** Where templates, registry, public files and prose stand: beside src/ and beside lib/ alike. */
export const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const CODE = fileURLToPath(new URL('.', import.meta.url));
const READING_CODE = ['core', 'cards', 'parse', 'extract', 'registry', 'render', 'reading.ts', 'reading.js'];
/** Cards that are looked up in the cache and read at a time; fewer where the files beside them are large. */
const BATCH = 256;
const MOST_WAITING_CHARACTERS = 64_000_000;

/** Every card of some places, read, and what there is to say about them. */
export interface Readings {
  readonly registry: Registry;
  readonly readings: CardReading[];
  readonly cached: number;
  readonly diagnostics: Diagnostic[];
  /** Texts of the cards that diagnostics speak of. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads every card of the places, from the cache where nothing changed. */
export async function readAll(
  places: readonly string[],
  config: Config,
  store: Store | null,
  effects: Effects,
): Promise<Readings> {
  const loaded = loadRegistry(join(PACKAGE, 'registry'));
  const registry = loaded.value;
  const diagnostics: Diagnostic[] = [...loaded.diagnostics];
  const found = [];
  for (const place of places) {
    const discovered = await discoverCards(place);
    diagnostics.push(...discovered.diagnostics);
    found.push(...discovered.value);
  }
  const version = sha256(
    [codeVersion(CODE, READING_CODE), registry.hash, JSON.stringify(config.imageHosts)].join('\n'),
  );
  const readings: CardReading[] = [];
  const texts = new Map<string, string>();
  const keys: string[] = [];
  let cached = 0;
  let batch: CardFile[] = [];
  let waiting = 0;
  const flush = async () => {
    const keyed = batch.map((card) => ({ card, key: keyOfReading(version, card) }));
    keys.push(...keyed.map(({ key }) => key));
    const known = store
      ? await store.readCached(keyed.map(({ key }) => key))
      : new Map<string, CardReading>();
    const fresh: { key: string; reading: CardReading }[] = [];
    for (const { card, key } of keyed) {
      let reading = known.get(key);
      if (reading) cached += 1;
      else {
        try {
          reading = readOne(card, registry, config.imageHosts);
          fresh.push({ key, reading });
        } catch (error) {
          reading = brokenReading(card, error);
        }
        // Lets signals and timers through: one card may take a while.
        await new Promise((resume) => setImmediate(resume));
      }
      if (reading.diagnostics.length > 0 || reading.claims.length > 0) texts.set(card.file, card.text);
      for (const beside of card.results) texts.set(beside.file, quotable(beside, reading));
      readings.push(reading);
      effects.progress('reading', readings.length, found.length);
    }
    if (store && fresh.length > 0) await store.saveReadings(fresh);
    batch = [];
    waiting = 0;
  };
  for await (const read of readCards(found)) {
    diagnostics.push(...read.diagnostics);
    if (read.value) batch.push(read.value);
    for (const { text } of read.value?.results ?? []) waiting += text.length;
    if (batch.length >= BATCH || waiting >= MOST_WAITING_CHARACTERS) await flush();
  }
  await flush();
  if (store) await store.prune(keys);
  const unique = keepFirstOfEachModel(readings.sort((a, b) => compareText(a.path, b.path)));
  diagnostics.push(...unique.diagnostics, ...unique.value.flatMap((reading) => reading.diagnostics));
  return { registry, readings: unique.value, cached, diagnostics, texts };
}
