/** From a folder of cards to its results in another format: what `cardboard export` does. */
import { resolve } from 'node:path';
import type { CardFile } from './core/card.ts';
import { claimId } from './core/claim.ts';
import { compareText } from './core/compare.ts';
import type { Config } from './core/config.ts';
import type { Diagnostic } from './core/diagnostic.ts';
import { type ExportFormat, TABLE_FORMATS } from './core/export-formats.ts';
import { foldCase } from './core/fold.ts';
import type { Model, Result } from './core/result.ts';
import { conditionsOf, type EvalEntry, evalEntry, evalResultsFile } from './export/eval-results.ts';
import { COLLECTION, recordEntry, recordsOf } from './export/every-eval-ever.ts';
import { groupBy } from './export/group.ts';
import { type IndexEntry, indexEntry, MARK, modelIndexCard } from './export/model-index.ts';
import { type ExportFile, type ExportInput, type LeftOut, sortResults } from './export/types.ts';
import { replaceFile, writeExport } from './export/write.ts';
import { type Normalized, normalize } from './normalize/normalize.ts';
import { type Effects, readAll } from './read-all.ts';
import { readOne } from './reading.ts';
import type { Registry } from './registry/types.ts';
import { makeUrls } from './site/urls.ts';
import { openStore } from './store/store.ts';

export interface ExportOptions {
  readonly folder: string;
  readonly out: string;
  readonly format: ExportFormat;
  readonly config: Config;
  /** The day of the export in seconds since 1970, which records of Every Eval Ever state. */
  readonly retrieved: number;
  readonly effects: Effects;
}

export interface ExportSummary {
  readonly cards: number;
  readonly results: number;
  readonly exported: number;
  /** What the format has no place for: how many results, and why, the commonest reason first. */
  readonly leftOut: readonly { readonly reason: string; readonly results: number }[];
  /** Standard errors of exported results that the format has no place for. */
  readonly lostErrors: number;
  readonly files: number;
  /** Files that are new or changed. */
  readonly written: number;
  /** Files that stand there already and are somebody else's: left as they are. */
  readonly foreign: readonly string[];
  /** What there is to say about the cards. */
  readonly diagnostics: readonly Diagnostic[];
  readonly out: string;
}

const NO_REPOSITORY = 'their model has neither a card nor an owner: no repository is known for it';
const READS_DIFFERENTLY =
  'read back from the format they would not be the same: it has no place for their conditions';

/** Exports the results of a folder of cards. Problems of cards are diagnostics; only misuse and bugs throw. */
export async function exportCards(options: ExportOptions): Promise<ExportSummary> {
  const { folder, out, format, config, effects } = options;
  const read = await readAll([folder], config, null, effects);
  const normalized = normalize(read.readings, read.registry, config);
  const summary = {
    cards: read.readings.length,
    results: normalized.results.length,
    diagnostics: [...read.diagnostics, ...normalized.diagnostics],
    out: resolve(out),
  };
  const table = TABLE_FORMATS.find((one) => one === format);
  if (table !== undefined) {
    const store = await openStore(null);
    try {
      await store.write({ ...normalized, cards: [], diagnostics: [], registry: read.registry });
      const isNew = await replaceFile(out, `results.${table}`, (passing) =>
        store.exportResults(passing, table),
      );
      const counts = { exported: summary.results, leftOut: [], lostErrors: 0, foreign: [] };
      return { ...summary, ...counts, files: 1, written: isNew ? 1 : 0 };
    } finally {
      store.close();
    }
  }
  const { files, exported, leftOut, lostErrors } = makeFiles(normalized, read.registry, options);
  const isOurs = (text: string) =>
    text.slice(0, 200).includes(MARK) || text.includes(`"evaluation_id": "${COLLECTION}/`);
  const written = await writeExport(out, files, isOurs);
  return { ...summary, ...written, exported, leftOut: countOf(leftOut), lostErrors, files: files.length };
}

interface Made {
  readonly files: readonly ExportFile[];
  readonly exported: number;
  readonly leftOut: readonly LeftOut[];
  readonly lostErrors: number;
}

function makeFiles(normalized: Normalized, registry: Registry, options: ExportOptions): Made {
  const { format, config, retrieved, effects } = options;
  const models = new Map(normalized.models.map((model) => [model.id, model]));
  const input: ExportInput = {
    models,
    modelOfCard: new Map(
      normalized.models.flatMap((model) => (model.card === null ? [] : [[model.card, model]])),
    ),
    benchmarks: new Map(normalized.benchmarks.map((benchmark) => [benchmark.id, benchmark])),
    claims: new Map(normalized.claims.map((claim) => [claimId(claim), claim])),
    registry,
  };
  const urls = makeUrls({
    models: normalized.models,
    boards: [],
    benchmarks: [...input.benchmarks.keys()],
    cards: [],
    assets: new Map(),
  });
  const folderOf = (model: Model) => urls.model(model.id).replace(/^models\/|\/$/g, '');
  const nameOf = (benchmark: string) => urls.benchmark(benchmark).replace(/^benchmarks\/|\/$/g, '');
  const files: ExportFile[] = [];
  const leftOut: LeftOut[] = [];
  let exported = 0;
  let lostErrors = 0;
  const count = (results: readonly Result[], isComplete: boolean) => {
    exported += results.length;
    if (!isComplete) lostErrors += results.filter(({ stderr }) => stderr !== null).length;
  };
  const byModel = groupBy(normalized.results, ({ model }) => model);
  let done = 0;
  for (const [id, results] of [...byModel].sort(([a], [b]) => compareText(a, b))) {
    effects.progress('exporting', ++done, byModel.size);
    const model = models.get(id);
    if (model === undefined) continue;
    if (format === 'every-eval-ever') {
      const sorted = sortResults(results, (result) => recordEntry(result, input));
      leftOut.push(...sorted.leftOut);
      count(
        sorted.entries.map(({ result }) => result),
        true,
      );
      for (const { name, content } of recordsOf(model, sorted.entries, retrieved))
        files.push({ path: `data/${COLLECTION}/${folderOf(model)}/${name}`, content });
      continue;
    }
    if (model.card === null && model.owner === null) {
      leftOut.push({ reason: NO_REPOSITORY, results });
      continue;
    }
    const reader = (card: CardFile) => normalize([readOne(card, registry, [])], registry, config).results;
    const made =
      format === 'model-index'
        ? modelIndexFiles(model, results, input, reader)
        : evalResultsFiles(model, results, input, reader, nameOf);
    leftOut.push(...made.leftOut);
    count(made.kept, false);
    files.push(...made.files.map(({ path, content }) => ({ path: `${folderOf(model)}/${path}`, content })));
  }
  return { files, exported, leftOut, lostErrors };
}

interface Kept {
  readonly files: readonly ExportFile[];
  readonly kept: readonly Result[];
  readonly leftOut: readonly LeftOut[];
}

type Reader = (card: CardFile) => readonly Result[];

function modelIndexFiles(model: Model, results: readonly Result[], input: ExportInput, reader: Reader): Kept {
  const { entries, leftOut } = sortResults(results, (result) => indexEntry(result, input));
  const write = (some: readonly IndexEntry[]) => modelIndexCard(model, some);
  const keyOf = ({ shots, setting, split, ...rest }: Result) =>
    keyOfScore(rest, [shots, foldCase(setting ?? ''), foldCase(split ?? '')]);
  const kept = keepAgreeing(entries, (some) => reader(cardOf(model, write(some) ?? '')), keyOf);
  const text = write(kept);
  const rest = lostAmong(entries, kept);
  return {
    files: text === null ? [] : [{ path: 'README.md', content: text }],
    kept: kept.map(({ result }) => result),
    leftOut: rest === null ? leftOut : [...leftOut, rest],
  };
}

function evalResultsFiles(
  model: Model,
  results: readonly Result[],
  input: ExportInput,
  reader: Reader,
  nameOf: (benchmark: string) => string,
): Kept {
  const { entries, leftOut } = sortResults(results, (result) => evalEntry(result, input));
  const files = (some: readonly EvalEntry[]) =>
    [...groupBy(some, ({ dataset }) => dataset.task_id)].map(([task, group]) => ({
      path: `.eval_results/${nameOf(task)}.yaml`,
      content: evalResultsFile(group),
    }));
  const back = (some: readonly EvalEntry[]) => {
    const card = cardOf(model, '---\n---\n');
    const folder = card.path.slice(0, card.path.lastIndexOf('/') + 1);
    const beside = files(some).map(({ path, content }) => ({
      kind: 'eval-results' as const,
      path: folder + path,
      file: folder + path,
      text: content,
      hash: '',
    }));
    return reader({ ...card, results: beside });
  };
  // Shots and splits are read back as conditions: the format has one place for all three.
  const keyOf = (result: Result) =>
    keyOfScore(result, [
      conditionsOf(result)
        .flatMap((condition) => foldCase(condition).split(/\s*,\s*/))
        .sort()
        .join(','),
    ]);
  const kept = keepAgreeing(entries, back, keyOf);
  const rest = lostAmong(entries, kept);
  return {
    files: files(kept),
    kept: kept.map(({ result }) => result),
    leftOut: rest === null ? leftOut : [...leftOut, rest],
  };
}

/**
 * The entries that Cardboard's own reader finds again as they are. What is left out may have changed how its
 * neighbours are read, so what stays is read once more.
 */
function keepAgreeing<T extends { readonly result: Result }>(
  entries: readonly T[],
  back: (entries: readonly T[]) => readonly Result[],
  keyOf: (result: Result) => string,
): readonly T[] {
  let kept = entries;
  for (;;) {
    if (kept.length === 0) return kept;
    const found = new Set(back(kept).map(keyOf));
    const agreeing = kept.filter(({ result }) => found.has(keyOf(result)));
    if (agreeing.length === kept.length) return kept;
    kept = agreeing;
  }
}

function keyOfScore(
  { benchmark, metric, score, unit }: Pick<Result, 'benchmark' | 'metric' | 'score' | 'unit'>,
  more: readonly unknown[],
): string {
  return JSON.stringify([benchmark, metric, score, unit, ...more]);
}

function lostAmong<T extends { readonly result: Result }>(
  all: readonly T[],
  kept: readonly T[],
): LeftOut | null {
  const stayed = new Set(kept);
  const results = all.filter((one) => !stayed.has(one)).map(({ result }) => result);
  return results.length === 0 ? null : { reason: READS_DIFFERENTLY, results };
}

/** A card of this text at the place where the model's own would stand; only names that a path can hold make its id. */
function cardOf({ owner, name }: Model, text: string): CardFile {
  const step = (given: string | null) => (given ?? 'owner').replace(/[/\\]/g, '-');
  const path = `${step(owner)}/${step(name)}/README.md`;
  return { path, file: path, text, hash: '', results: [] };
}

function countOf(leftOut: readonly LeftOut[]): { reason: string; results: number }[] {
  const counts = new Map<string, number>();
  for (const { reason, results } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + results.length);
  return [...counts]
    .map(([reason, results]) => ({ reason, results }))
    .sort((a, b) => b.results - a.results || compareText(a.reason, b.reason));
}
