/** Finds the files with results that stand beside a card. */
import { type Dirent, promises as fs } from 'node:fs';
import { join, posix } from 'node:path';
import type { ResultsFile } from '../core/card.ts';
import { compareText } from '../core/compare.ts';
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { followLink } from './links.ts';

export interface FoundResultsFile {
  readonly kind: ResultsFile['kind'];
  /** Relative to the cards folder, with forward slashes. */
  readonly path: string;
  /** As the reader named the folder, with forward slashes: for diagnostics. */
  readonly file: string;
  readonly absolute: string;
}

/** The Hub's folder of results: https://huggingface.co/docs/hub/eval-results. */
const EVAL_RESULTS_FOLDER = '.eval_results';
const EVAL_RESULTS = /\.ya?ml$/i;

/** What lm-evaluation-harness calls its files: results_2026-02-03T10-20-30.123456.json, formerly results.json. */
const HARNESS = /^results(?:_.+)?\.json$/i;

/** More files beside one card are not read. */
const MOST_FILES = 200;

/** A folder of cards: its real path, and how the reader named it. */
export interface CardsFolder {
  readonly root: string;
  readonly named: string;
}

/**
 * The results files of the card in `folder` (relative to the cards folder, '' for itself), whose entries are given:
 * `.eval_results/*.yaml` and `results_*.json`, ordered by path. Links out of the cards folder are not followed.
 */
export async function findResultsFiles(
  { root, named }: CardsFolder,
  folder: string,
  entries: readonly Dirent[],
): Promise<Checked<FoundResultsFile[]>> {
  const found: FoundResultsFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const complain = (code: 'cards/outside' | 'results-file/unreadable', path: string, message: string) => {
    diagnostics.push(diagnose(code, { file: posix.join(named, path), line: 1, column: 1 }, message));
  };
  /** What an entry is, behind a link too; null where it is not to be read. */
  const kindOf = async (entry: Dirent, path: string): Promise<'file' | 'folder' | null> => {
    if (entry.isFile()) return 'file';
    if (entry.isDirectory()) return 'folder';
    if (!entry.isSymbolicLink()) return null;
    try {
      const kind = await followLink(root, path);
      if (kind === 'outside')
        complain('cards/outside', path, 'This link leads out of the cards folder and is not followed.');
      return kind === 'file' || kind === 'folder' ? kind : null;
    } catch (error) {
      complain('results-file/unreadable', path, `This cannot be read (${reasonOf(error)}).`);
      return null;
    }
  };
  const add = async (kind: ResultsFile['kind'], entry: Dirent, path: string) => {
    if ((await kindOf(entry, path)) === 'file')
      found.push({ kind, path, file: posix.join(named, path), absolute: join(root, path) });
  };
  for (const entry of entries) {
    const path = posix.join(folder, entry.name);
    if (HARNESS.test(entry.name)) await add('harness', entry, path);
    if (entry.name !== EVAL_RESULTS_FOLDER || (await kindOf(entry, path)) !== 'folder') continue;
    try {
      for (const inner of await fs.readdir(join(root, path), { withFileTypes: true }))
        if (EVAL_RESULTS.test(inner.name)) await add('eval-results', inner, posix.join(path, inner.name));
    } catch (error) {
      complain('results-file/unreadable', path, `This cannot be read (${reasonOf(error)}).`);
    }
  }
  found.sort((a, b) => compareText(a.path, b.path));
  const [first] = found.slice(MOST_FILES);
  if (first !== undefined) {
    const message = `${found.length} files with results stand beside this card; from here on they are not read.`;
    diagnostics.push(diagnose('results-file/too-many', { file: first.file, line: 1, column: 1 }, message));
  }
  return { value: found.slice(0, MOST_FILES), diagnostics };
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}
