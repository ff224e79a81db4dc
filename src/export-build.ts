/** From a folder of cards to its results in another format: what `cardboard export` does. */
import { resolve } from 'node:path';
import { findCopies } from './audit/copies.ts';
import { compareText } from './core/compare.ts';
import type { Config } from './core/config.ts';
import type { Diagnostic } from './core/diagnostic.ts';
import { type ExportFormat, isTableFormat } from './core/export-formats.ts';
import { COLLECTION } from './export/every-eval-ever.ts';
import { MARK } from './export/model-index.ts';
import type { LeftOut } from './export/types.ts';
import { replaceFile, writeExport } from './export/write.ts';
import { exportFiles } from './export-files.ts';
import { normalize } from './normalize/normalize.ts';
import { type Effects, readAll } from './read-all.ts';
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
  if (isTableFormat(format)) {
    const store = await openStore(null);
    try {
      await store.write({ ...normalized, cards: [], diagnostics: [], registry: read.registry });
      const isNew = await replaceFile(out, `results.${format}`, (passing) =>
        store.exportResults(passing, format),
      );
      const counts = { exported: summary.results, leftOut: [], lostErrors: 0, foreign: [] };
      return { ...summary, ...counts, files: 1, written: isNew ? 1 : 0 };
    } finally {
      store.close();
    }
  }
  const { files, exported, leftOut, lostErrors } = exportFiles(normalized, read.registry, {
    copies: findCopies(read.readings, normalized.claims, normalized.results),
    ...options,
    format,
  });
  const isOurs = (text: string) =>
    text.slice(0, 200).includes(MARK) || text.includes(`"evaluation_id": "${COLLECTION}_`);
  const written = await writeExport(out, files, isOurs);
  return { ...summary, ...written, exported, leftOut: countOf(leftOut), lostErrors, files: files.length };
}

function countOf(leftOut: readonly LeftOut[]): { reason: string; results: number }[] {
  const counts = new Map<string, number>();
  for (const { reason, results } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + results.length);
  return [...counts]
    .map(([reason, results]) => ({ reason, results }))
    .sort((a, b) => b.results - a.results || compareText(a.reason, b.reason));
}
