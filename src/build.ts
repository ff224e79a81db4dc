/** The composition root: the stages in order, from a folder of cards to a site. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { auditAverages } from './audit/averages.ts';
import { auditDiagnostics } from './audit/diagnostics.ts';
import { auditDisagreements } from './audit/disagreements.ts';
import { discoverCards } from './cards/discover.ts';
import { keepFirstOfEachModel } from './cards/identity.ts';
import { readCards } from './cards/read.ts';
import type { CardFile, CardReading } from './core/card.ts';
import type { Claim } from './core/claim.ts';
import { compareText } from './core/compare.ts';
import type { Config } from './core/config.ts';
import type { Diagnostic } from './core/diagnostic.ts';
import { sha256 } from './core/hash.ts';
import { type Normalized, normalize } from './normalize/normalize.ts';
import { brokenReading, keyOfReading, quotable, readOne } from './reading.ts';
import { loadRegistry } from './registry/load.ts';
import type { Registry } from './registry/types.ts';
import { buildSite } from './site-build.ts';
import { codeVersion } from './store/code-version.ts';
import { openStore, type Store } from './store/store.ts';
import type { CardRecord } from './store/types.ts';

export interface Effects {
  now(): number;
  log(line: string): void;
  progress(stage: string, done: number, total: number): void;
}

export interface BuildOptions {
  readonly folder: string;
  readonly out: string;
  readonly config: Config;
  /** The store's file, which is the cache too; null keeps nothing. */
  readonly cacheFile: string | null;
  /** Path of a card → the day it was added ("2026-11-21"), where somebody knows. */
  readonly addedOn?: ReadonlyMap<string, string>;
  /** Folder of the site's prose; default: the one that comes with Cardboard. */
  readonly content?: string;
  readonly effects: Effects;
}

export interface BuildSummary {
  readonly cards: number;
  /** Cards whose reading came from the cache. */
  readonly cached: number;
  readonly accepted: number;
  readonly held: number;
  readonly results: number;
  readonly models: number;
  readonly boards: number;
  readonly pages: number;
  /** Files of the site that are new or changed. */
  readonly written: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: readonly {
    readonly stage: string;
    readonly milliseconds: number;
    readonly count: number;
  }[];
  readonly out: string;
  /** Text of a file that diagnostics name, or null. */
  sources(file: string): string | null;
}

/** Where templates, registry, public files and prose stand: beside src/ and beside lib/ alike. */
const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const CODE = fileURLToPath(new URL('.', import.meta.url));
const READING_CODE = ['core', 'cards', 'parse', 'extract', 'registry', 'render', 'reading.ts', 'reading.js'];
/** Cards that are looked up in the cache and read at a time; fewer where the files beside them are large. */
const BATCH = 256;
const MOST_WAITING_CHARACTERS = 64_000_000;

interface Readings {
  readonly registry: Registry;
  readonly readings: CardReading[];
  readonly cached: number;
  readonly diagnostics: Diagnostic[];
  /** Texts of the cards that diagnostics speak of. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads every card of the places, from the cache where nothing changed. */
async function readAll(
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

/** Builds the site of a folder of cards. Problems of cards are diagnostics; only misuse and bugs throw. */
export async function build(options: BuildOptions): Promise<BuildSummary> {
  const { config, effects } = options;
  const timings: { stage: string; milliseconds: number; count: number }[] = [];
  const timed = async <T>(
    stage: string,
    work: () => Promise<T> | T,
    count: (value: T) => number,
  ): Promise<T> => {
    const start = effects.now();
    const value = await work();
    timings.push({ stage, milliseconds: effects.now() - start, count: count(value) });
    return value;
  };
  const store = await openStore(options.cacheFile);
  try {
    const read = await timed(
      'read',
      () => readAll([options.folder], config, store, effects),
      (value) => value.readings.length,
    );
    const normalized = await timed(
      'normalize',
      () => normalize(read.readings, read.registry, config),
      (value) => value.results.length,
    );
    const audited = auditOf(normalized, read);
    const diagnostics = [...read.diagnostics, ...normalized.diagnostics, ...audited.diagnostics];
    await timed(
      'store',
      () =>
        store.write({
          ...normalized,
          cards: read.readings.map((reading) => recordOf(reading, normalized, options.addedOn)),
          diagnostics,
          registry: read.registry,
        }),
      () => normalized.claims.length,
    );
    await timed(
      'audit',
      () => store.addFindings(audited.findings),
      () => audited.findings.length,
    );
    const site = await buildSite({
      store,
      config,
      registry: read.registry,
      packageFolder: PACKAGE,
      content: options.content ?? join(PACKAGE, 'content'),
      cards: options.folder,
      out: options.out,
      timed,
      effects,
    });
    return {
      cards: read.readings.length,
      cached: read.cached,
      accepted: normalized.claims.filter((claim) => claim.status === 'accepted').length,
      held: normalized.claims.filter((claim) => claim.status === 'held').length,
      results: normalized.results.length,
      models: normalized.models.length,
      boards: site.boards,
      pages: site.pages,
      written: site.written,
      diagnostics,
      timings,
      out: resolve(options.out),
      sources: (file) => read.texts.get(file) ?? null,
    };
  } finally {
    store.close();
  }
}

function auditOf(normalized: Normalized, { registry, readings }: Readings) {
  const files = new Map(readings.map((reading) => [reading.path, reading.file]));
  const findings = [
    ...auditAverages(normalized.claims, registry),
    ...auditDisagreements(normalized.results, normalized.claims, normalized.benchmarks),
  ];
  return { findings, diagnostics: auditDiagnostics(findings, normalized.claims, files) };
}

function recordOf(
  reading: CardReading,
  normalized: Normalized,
  addedOn: ReadonlyMap<string, string> | undefined,
): CardRecord {
  const claims = claimsByCard(normalized).get(reading.path) ?? [];
  const accepted = claims.filter((claim) => claim.status === 'accepted').length;
  return {
    path: reading.path,
    file: reading.file,
    model: reading.identity.id,
    hash: reading.hash,
    html: reading.html,
    added: addedOn?.get(reading.path) ?? null,
    accepted,
    held: claims.length - accepted,
  };
}

const grouped = new WeakMap<Normalized, Map<string, Claim[]>>();

function claimsByCard(normalized: Normalized): Map<string, Claim[]> {
  let byCard = grouped.get(normalized);
  if (!byCard) {
    byCard = new Map();
    for (const claim of normalized.claims) {
      const list = byCard.get(claim.card);
      if (list) list.push(claim);
      else byCard.set(claim.card, [claim]);
    }
    grouped.set(normalized, byCard);
  }
  return byCard;
}

/** The claims of folders or files, normalised together, card by card in path order. */
export async function* extract(
  paths: readonly string[],
  options: { readonly config: Config; readonly effects: Effects },
): AsyncIterable<{ card: string; claims: readonly Claim[]; diagnostics: readonly Diagnostic[] }> {
  const read = await readAll(paths, options.config, null, options.effects);
  const normalized = normalize(read.readings, read.registry, options.config);
  const claims = claimsByCard(normalized);
  for (const { path, diagnostics } of read.readings)
    yield { card: path, claims: claims.get(path) ?? [], diagnostics };
}

/** Everything there is to say about a folder of cards, without building a site. */
export async function check(
  folder: string,
  options: { readonly config: Config; readonly cacheFile: string | null; readonly effects: Effects },
): Promise<{ cards: number; diagnostics: readonly Diagnostic[]; sources(file: string): string | null }> {
  const store = options.cacheFile === null ? null : await openStore(options.cacheFile);
  try {
    const read = await readAll([folder], options.config, store, options.effects);
    const normalized = normalize(read.readings, read.registry, options.config);
    const audited = auditOf(normalized, read);
    return {
      cards: read.readings.length,
      diagnostics: [...read.diagnostics, ...normalized.diagnostics, ...audited.diagnostics],
      sources: (file) => read.texts.get(file) ?? null,
    };
  } finally {
    store?.close();
  }
}
