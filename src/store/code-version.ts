/** Names the version of the code that reads cards: what it read is cached until one of its bytes changes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../core/compare.ts';
import { sha256 } from '../core/hash.ts';

/** Hash of every source file below the folders and files of `root`, and of the versions of what they depend on. */
export function codeVersion(root: string, parts: readonly string[]): string {
  const files: string[] = [];
  const collect = (path: string) => {
    if (!existsSync(path)) return;
    if (/\.(?:ts|js)$/.test(path)) files.push(path);
    else
      for (const name of readdirSync(path).sort(compareText))
        if (!name.includes('.') || /\.(?:ts|js)$/.test(name)) collect(join(path, name));
  };
  for (const part of parts) collect(join(root, part));
  const hashes = files.map((file) => `${file.slice(root.length)}:${sha256(readFileSync(file))}`);
  const manifest = join(root, '..', 'package.json');
  const dependencies: unknown = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as { dependencies?: unknown }).dependencies
    : null;
  return sha256([...hashes, JSON.stringify(dependencies)].join('\n'));
}
