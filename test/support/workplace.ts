/** A temporary folder to build in, and the tree of files that a build leaves there. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new folder outside the project. The caller removes it with `remove`. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cardboard-test-'));
}

/** Removes a folder and everything in it; a missing one is fine. */
export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes files, by path relative to the folder, in the order given. */
export function writeFiles(folder: string, files: Iterable<readonly [string, string]>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Paths of all files below a folder, forward slashes, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Every file below a folder with the SHA-256 of its bytes. */
export function digestTree(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}
