/** The composition root: the stages in order, from a folder of cards to a site. */
import { join, resolve } from 'node:path';
import { findCopies } from './audit/copies.ts';
import { auditDiagnostics } from './audit/diagnostics.ts';
import { recomputeOpenLlm2 } from './audit/open-llm-2.ts';
import { audit } from './audit/rules.ts';
import type { CardDays, CardReading } from './core/card.ts';
import type { Claim } from './core/claim.ts';
import type { Config } from './core/config.ts';
import type { Diagnostic } from './core/diagnostic.ts';
import type { DoubtfulPair, ModelIdentity } from './core/model-identity.ts';
import { doubtfulPairs, listIdentities } from './normalize/model-identities.ts';
import { nameModels } from './normalize/model-names.ts';
import { type Normalized, normalize } from './normalize/normalize.ts';
import { type Effects, PACKAGE, type Readings, readAll } from './read-all.ts';
import { buildSite } from './site-build.ts';
import { openStore } from './store/store.ts';
import type { CardRecord } from './store/types.ts';

export type { Effects } from './read-all.ts';

export interface BuildOptions {
  readonly folder: string;
  readonly out: string;
  readonly config: Config;
  /** The store's file, which is the cache too; null keeps nothing. */
  readonly cacheFile: string | null;
  /** By path of a card, where somebody knows. */
  readonly days?: ReadonlyMap<string, CardDays>;
  /** Folder of a site built before, which this one is compared with: its own output too. */
  readonly since?: string | null;
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
    const audited = await timed(
      'audit',
      () => auditOf(normalized, read),
      (value) => value.findings.length,
    );
    const diagnostics = [...read.diagnostics, ...normalized.diagnostics, ...audited.diagnostics];
    await timed(
      'store',
      () =>
        store.write({
          ...normalized,
          recomputed: recomputeOpenLlm2(normalized.claims, read.registry),
          copies: findCopies(read.readings, normalized.claims, normalized.results),
          cards: read.readings.map((reading) => recordOf(reading, normalized, options.days)),
          diagnostics,
          registry: read.registry,
        }),
      () => normalized.claims.length,
    );
    await store.addFindings(audited.findings);
    const site = await buildSite({
      store,
      config,
      registry: read.registry,
      packageFolder: PACKAGE,
      content: options.content ?? join(PACKAGE, 'content'),
      cards: options.folder,
      out: options.out,
      since: options.since ?? null,
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
      diagnostics: [...diagnostics, ...site.diagnostics],
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
  const findings = audit(normalized, registry);
  return { findings, diagnostics: auditDiagnostics(findings, normalized.claims, normalized.models, files) };
}

function recordOf(
  reading: CardReading,
  normalized: Normalized,
  days: ReadonlyMap<string, CardDays> | undefined,
): CardRecord {
  const claims = claimsByCard(normalized).get(reading.path) ?? [];
  const accepted = claims.filter((claim) => claim.status === 'accepted').length;
  const known = days?.get(reading.path);
  return {
    path: reading.path,
    file: reading.file,
    model: reading.identity.id,
    hash: reading.hash,
    html: reading.html,
    added: known?.added ?? null,
    changed: known !== undefined && known.changed > known.added ? known.changed : null,
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

/** Who is who in a folder of cards: every identity in text order of ids, and the pairs that a person should look at. */
export async function listModels(
  folder: string,
  options: { readonly config: Config; readonly effects: Effects },
): Promise<{ models: readonly ModelIdentity[]; doubtful: readonly DoubtfulPair[] }> {
  const { readings } = await readAll([folder], options.config, null, options.effects);
  const models = listIdentities(readings, nameModels(readings, options.config.aliases));
  return { models, doubtful: doubtfulPairs(models) };
}
