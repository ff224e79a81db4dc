/** Writes exported files into a folder: nothing outside it, nothing that is somebody else's, nothing that is the same. */
import { promises as fs } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../core/usage-error.ts';
import type { ExportFile } from './types.ts';

export interface Written {
  /** Files that are new or changed. */
  readonly written: number;
  /** Paths of files that stand there already and were not written by an export: they are left as they are. */
  readonly foreign: readonly string[];
}

/**
 * Writes the files. `isOurs` says of a file's present text whether an export may replace it. Throws a UsageError where
 * a link leads out of the folder.
 */
export async function writeExport(
  folder: string,
  files: readonly ExportFile[],
  isOurs: (text: string) => boolean,
): Promise<Written> {
  await fs.mkdir(folder, { recursive: true });
  const root = await fs.realpath(resolve(folder));
  const foreign: string[] = [];
  let written = 0;
  for (const { path, content } of files) {
    const target = join(root, path);
    if (!isBelow(root, target)) throw new UsageError(`${path} lies outside ${folder}`);
    await makeFolder(root, dirname(target), folder);
    const present = await textOf(target);
    if (present === content) continue;
    if (present !== null && !isOurs(present)) {
      foreign.push(path);
      continue;
    }
    // Renaming puts the file in the place of a link instead of writing through it, and is never seen half done.
    const under = `${target}.part`;
    await fs.rm(under, { force: true });
    await fs.writeFile(under, content, { flag: 'wx' });
    await fs.rename(under, target);
    written += 1;
  }
  return { written, foreign };
}

/**
 * Lets `write` make a file called `name` in a passing folder, and puts it into the folder in the place of any other
 * file of that name. Says whether its bytes changed.
 */
export async function replaceFile(
  folder: string,
  name: string,
  write: (passing: string) => Promise<unknown>,
): Promise<boolean> {
  await fs.mkdir(folder, { recursive: true });
  const passing = await fs.mkdtemp(join(folder, '.export-'));
  try {
    await write(passing);
    const target = join(folder, name);
    const present = await fs.lstat(target).catch(() => null);
    const bytes = await fs.readFile(join(passing, name));
    if (present?.isFile() && bytes.equals(await fs.readFile(target))) return false;
    await fs.rename(join(passing, name), target);
    return true;
  } finally {
    await fs.rm(passing, { recursive: true, force: true });
  }
}

/** Makes a folder below the root; a link on the way must stay inside. */
async function makeFolder(root: string, path: string, named: string): Promise<void> {
  let standing = path;
  for (;;) {
    const real = await fs.realpath(standing).catch(() => null);
    if (real !== null) {
      if (real !== root && !isBelow(root, real))
        throw new UsageError(`${join(named, relative(root, standing))} leads out of ${named}`);
      break;
    }
    standing = dirname(standing);
  }
  await fs.mkdir(path, { recursive: true });
}

function isBelow(root: string, path: string): boolean {
  return path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** The file's text; null where there is none. A link counts as a file that is somebody else's. */
async function textOf(path: string): Promise<string | null> {
  const kind = await fs.lstat(path).catch(() => null);
  if (kind === null) return null;
  return kind.isFile() ? await fs.readFile(path, 'utf8') : '';
}
