/** Results as files in the formats of the field, each read back before it counts. */
import type { CardFile } from './core/card.ts';
import { claimId } from './core/claim.ts';
import { compareText } from './core/compare.ts';
import type { Config } from './core/config.ts';
import type { FileFormat } from './core/export-formats.ts';
import { foldCase } from './core/fold.ts';
import type { Copy, Model, Result } from './core/result.ts';
import { conditionsOf, type EvalEntry, evalEntry, evalResultsFile } from './export/eval-results.ts';
import { COLLECTION, recordEntry, recordsOf } from './export/every-eval-ever.ts';
import { groupBy } from './export/group.ts';
import { type IndexEntry, indexEntry, modelIndexCard } from './export/model-index.ts';
import { type ExportFile, type ExportInput, type LeftOut, sortResults } from './export/types.ts';
import { type Normalized, normalize } from './normalize/normalize.ts';
import type { Effects } from './read-all.ts';
import { readOne } from './reading.ts';
import type { Registry } from './registry/types.ts';
import { makeUrls } from './site/urls.ts';

const NO_REPOSITORY = 'their model has neither a card nor an owner: no repository is known for it';
const READS_DIFFERENTLY =
  'read back from the format they would not be the same: it has no place for their conditions';

/** Files in one of the field's formats, and what has no place in it. */
export interface ExportedFiles {
  readonly files: readonly ExportFile[];
  readonly exported: number;
  readonly leftOut: readonly LeftOut[];
  readonly lostErrors: number;
}

/** Writes nothing to disk. What is exported as `model-index` or `eval-results` is read back as the same results. */
export function exportFiles(
  normalized: Normalized,
  registry: Registry,
  options: {
    readonly format: FileFormat;
    readonly config: Config;
    /** Cards whose results are those of another model's card. */
    readonly copies: readonly Copy[];
    /** The day of the export in seconds since 1970. */
    readonly retrieved: number;
    readonly effects: Pick<Effects, 'progress'>;
  },
): ExportedFiles {
  const { format, config, copies, retrieved, effects } = options;
  const models = new Map(normalized.models.map((model) => [model.id, model]));
  const input: ExportInput = {
    models,
    modelOfCard: new Map(
      normalized.models.flatMap((model) => (model.card === null ? [] : [[model.card, model]])),
    ),
    benchmarks: new Map(normalized.benchmarks.map((benchmark) => [benchmark.id, benchmark])),
    claims: new Map(normalized.claims.map((claim) => [claimId(claim), claim])),
    copiedFrom: new Map(
      copies.flatMap(({ source, results }) =>
        source === null ? [] : results.map((id) => [id, source] as const),
      ),
    ),
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
