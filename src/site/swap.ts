/** Swaps a finished folder in for an old one, beside other builds that may do the same. */
import { constants, copyFileSync, linkSync, statSync, utimesSync } from 'node:fs';
import { lstat, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A site under way that nothing was added to for so long, in milliseconds, is the left-over of a build that died. */
const ABANDONED_AFTER = 15 * 60_000;

/** Another build may put its site in place at the same moment; the last one stays. */
const ATTEMPTS = 10;

/** While a folder is removed, another build may put its old site there. */
const REMOVE = { recursive: true, force: true, maxRetries: 10, retryDelay: 20 } as const;

/** Puts the new site in the place of the old one, also where another build does the same. */
export async function swap(folder: string, output: string, aside: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await rm(aside, REMOVE);
    const hasOld = (await lstatOrNull(output)) !== null;
    try {
      if (hasOld) await rename(output, aside);
      await rename(folder, output);
      break;
    } catch (error) {
      if (hasOld && (await lstatOrNull(output)) === null) await rename(aside, output).catch(() => {});
      const isOccupied = /^(?:ENOTEMPTY|EEXIST|ENOENT)$/.test((error as NodeJS.ErrnoException).code ?? '');
      if (!isOccupied || attempt === ATTEMPTS) throw error;
    }
  }
  await rm(aside, REMOVE);
}

/** Puts an old file into the new folder too, with its time. */
export function keepFile(old: string, target: string): void {
  try {
    linkSync(old, target);
  } catch {
    // Not every file system has hard links.
    copyFileSync(old, target, constants.COPYFILE_EXCL);
    const { atime, mtime } = statSync(old);
    utimesSync(target, atime, mtime);
  }
}

/** Removes left-overs of builds that died, but no site that another build is writing. `now` is a time of the disk. */
export async function removeAbandoned(parent: string, prefix: string, now: number): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const path = join(parent, name);
    if (now - (await lastChange(path)) > ABANDONED_AFTER) await rm(path, { recursive: true, force: true });
  }
}

/** When something was last added to a folder, or to one of its folders; what is gone has just changed. */
export async function lastChange(folder: string): Promise<number> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const inner = entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
    const times = await Promise.all([folder, ...inner].map(async (path) => (await stat(path)).mtimeMs));
    return Math.max(...times);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** What stands at a path, links not followed; null where nothing does. */
export async function lstatOrNull(path: string) {
  return lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
}
