/** Writes a site beside the old one and swaps it in at the end, so that readers never see half of one. */
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import type { SiteFile } from '../core/urls.ts';
import { UsageError } from '../core/usage-error.ts';
import { keepFile, lastChange, lstatOrNull, removeAbandoned, swap } from './swap.ts';

/** Stands in every site that was written here: a folder without it is somebody's own and is never replaced. */
export const SITE_MARKER = '.cardboard-site';

const MARKER_TEXT = 'Made by Cardboard. This folder is replaced as a whole by each build.\n';

/** Files written between two pauses in which signals and timers get through. */
const FILES_AT_ONCE = 32;

const BUILD_AGAIN = 'build once more';

export interface SiteOptions {
  /** Folder of the finished site. */
  readonly output: string;
  /** Folders that are read: the output may neither hold one of them nor lie in one. */
  readonly inputs: readonly string[];
}

export interface SiteCounts {
  /** Files of the site, without the marker. */
  readonly files: number;
  /** Files that are new or have other bytes than before. */
  readonly written: number;
  readonly unchanged: number;
  /** Bytes of all files. */
  readonly bytes: number;
}

/** A site under way: nothing of it is seen until `finish`. */
export interface SiteWriter {
  /** The folder the new site grows in; files may be put into it directly before `finish`. */
  readonly folder: string;
  /** Adds one file. A path that leads out of the site, or was written before, is a bug and throws. */
  write(path: string, content: string | Uint8Array): void;
  /**
   * Keeps the old site's file of a path as it is, where there is one: for files whose name says what they hold. True
   * if so.
   */
  keep(path: string): boolean;
  /** Adds many, and gives the paths of the pages that are listed, in order. */
  writeFiles(files: Iterable<SiteFile> | AsyncIterable<SiteFile>): Promise<string[]>;
  /** Puts the new site in the place of the old one. */
  finish(): Promise<SiteCounts>;
  /** Removes what was written; the old site stays as it is. */
  abandon(): Promise<void>;
}

/**
 * Begins a site. Throws a UsageError where `output` is not a folder of ours, or overlaps with an input. Left-overs of
 * builds that were interrupted are removed, and an old site that one of them left aside is put back.
 */
export async function openSite(options: SiteOptions): Promise<SiteWriter> {
  const output = await realOutput(options.output);
  await refuseOverlap(output, options);
  const parent = dirname(output);
  await mkdir(parent, { recursive: true });
  const aside = join(parent, `.${basename(output)}-old`);
  const staging = `.${basename(output)}-staging-`;
  if (await isSite(aside)) {
    if ((await lstatOrNull(output)) === null) await rename(aside, output);
    else await rm(aside, { recursive: true, force: true });
  }
  await refuseForeign(output, options.output);
  const folder = await mkdtemp(join(parent, staging));
  // mkdtemp makes a private folder; a web server has to read it.
  await chmod(folder, 0o755);
  await writeFile(join(folder, SITE_MARKER), MARKER_TEXT);
  await removeAbandoned(parent, staging, await lastChange(folder));

  const before = await lstatOrNull(output);
  const seen = new Set<string>();
  const kept = new Set<string>();
  const folders = new Set<string>();
  let written = 0;
  let bytes = 0;

  const makeFolderOf = (path: string): void => {
    const place = dirname(join(folder, path));
    if (!folders.has(place)) mkdirSync(place, { recursive: true });
    folders.add(place);
  };

  /** Notes that the old file stays, where it has the same bytes; true if so. */
  const keepOld = (path: string, content: Uint8Array): boolean => {
    const old = join(output, path);
    const entry = lstatSync(old, { throwIfNoEntry: false });
    if (entry === undefined || !entry.isFile() || entry.size !== content.length) return false;
    if (!readFileSync(old).equals(content)) return false;
    kept.add(path);
    return true;
  };

  // Files are small and many: handing each step of each to another thread takes longer than the step.
  const write = (path: string, content: string | Uint8Array): void => {
    const key = path.toLowerCase();
    if (!isInside(folder, path)) throw new Error(`the path ${JSON.stringify(path)} leads out of the site`);
    if (seen.has(key)) throw new Error(`two files of the site have the path ${JSON.stringify(path)}`);
    seen.add(key);
    const data = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    bytes += data.length;
    if (keepOld(path, data)) return;
    makeFolderOf(path);
    writeFileSync(join(folder, path), data, { flag: 'wx' });
    written += 1;
  };

  const keep = (path: string): boolean => {
    if (!isInside(folder, path)) throw new Error(`the path ${JSON.stringify(path)} leads out of the site`);
    const entry = lstatSync(join(output, path), { throwIfNoEntry: false });
    if (entry === undefined || !entry.isFile() || entry.size === 0) return false;
    seen.add(path.toLowerCase());
    kept.add(path);
    bytes += entry.size;
    return true;
  };

  /** Files that others put into the folder. */
  const adopt = async (): Promise<void> => {
    for (const path of await listFiles(folder)) {
      if (seen.has(path.toLowerCase())) continue;
      seen.add(path.toLowerCase());
      const data = await readFile(join(folder, path));
      bytes += data.length;
      if (keepOld(path, data)) await rm(join(folder, path));
      else written += 1;
    }
  };

  /** Takes over the old files that stay. */
  const takeOver = async (): Promise<void> => {
    let count = 0;
    for (const path of kept) {
      makeFolderOf(path);
      keepFile(join(output, path), join(folder, path));
      count += 1;
      if (count % FILES_AT_ONCE === 0) await pause();
    }
  };

  return {
    folder,
    write,
    keep,
    async writeFiles(files) {
      const listed: string[] = [];
      let count = 0;
      for await (const file of files) {
        write(file.path, file.content);
        if ('listed' in file && file.listed === true) listed.push(file.path);
        count += 1;
        if (count % FILES_AT_ONCE === 0) await pause();
      }
      return listed;
    },
    async finish() {
      await adopt();
      const counts = { files: written + kept.size, written, unchanged: kept.size, bytes };
      if (written === 0 && before !== null && (await listFiles(output)).every((path) => kept.has(path))) {
        await rm(folder, { recursive: true, force: true });
        return counts;
      }
      if (kept.size > 0) {
        const replaced = `${options.output} was replaced by another build meanwhile`;
        await takeOver().catch((error: NodeJS.ErrnoException) => {
          throw error.code === 'ENOENT' ? new UsageError(replaced, BUILD_AGAIN) : error;
        });
        if ((await lstatOrNull(output))?.ino !== before?.ino) throw new UsageError(replaced, BUILD_AGAIN);
      }
      await swap(folder, output, aside).catch(refuseMount(options.output));
      return counts;
    },
    async abandon() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The files of a site below its folder, without the marker, by paths with forward slashes. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== SITE_MARKER);
}

/** Where the site really lies: a link to a folder stays, and what it leads to is replaced. */
async function realOutput(output: string): Promise<string> {
  const path = resolve(output);
  const entry = await lstatOrNull(path);
  if (entry === null) {
    const missing: string[] = [];
    let existing = path;
    while ((await lstatOrNull(existing)) === null && dirname(existing) !== existing) {
      missing.unshift(basename(existing));
      existing = dirname(existing);
    }
    return join(await realpath(existing), ...missing);
  }
  try {
    return await realpath(path);
  } catch {
    throw new UsageError(`${output} is a link that leads nowhere`);
  }
}

async function refuseOverlap(output: string, options: SiteOptions): Promise<void> {
  const elsewhere = 'choose another folder with --out';
  if (dirname(output) === output)
    throw new UsageError('the root of the file system cannot be the output', elsewhere);
  for (const input of options.inputs) {
    const real = await realpath(input).catch(() => resolve(input));
    if (real === output || isInside(output, relative(output, real))) {
      throw new UsageError(`${options.output} holds ${input}, which is read`, elsewhere);
    }
    if (isInside(real, relative(real, output))) {
      throw new UsageError(`${options.output} lies in ${input}, which is read`, elsewhere);
    }
  }
}

async function refuseForeign(output: string, name: string): Promise<void> {
  const entry = await lstatOrNull(output);
  if (entry === null) return;
  if (!entry.isDirectory()) throw new UsageError(`${name} is not a folder`);
  if ((await readdir(output)).length > 0 && !(await isSite(output))) {
    throw new UsageError(
      `${name} holds files that Cardboard did not write`,
      'choose another folder with --out, or empty this one',
    );
  }
}

/** A mounted folder cannot be renamed, so a site cannot be swapped in there as a whole. */
function refuseMount(name: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code !== 'EBUSY' && error.code !== 'EXDEV') throw error;
    throw new UsageError(
      `${name} cannot be replaced as a whole (${error.code})`,
      'choose a folder inside it with --out',
    );
  };
}

async function isSite(folder: string): Promise<boolean> {
  const marker = await stat(join(folder, SITE_MARKER)).catch(() => null);
  return marker?.isFile() === true;
}

/** True for a plain relative path that stays below `folder` and is not the folder itself. */
function isInside(folder: string, path: string): boolean {
  if (path === '' || isAbsolute(path) || path.includes('\0') || /^[A-Za-z]:/.test(path)) return false;
  const way = relative(folder, resolve(folder, path));
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`);
}
