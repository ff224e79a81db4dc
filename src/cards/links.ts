/** Follows symbolic links, as far as they stay inside the cards folder. */
import { promises as fs } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/**
 * What a link below `root` (a real path) leads to. `outside`: something out of the folder, which is not to be read.
 * Throws where the link cannot be followed.
 */
export async function followLink(
  root: string,
  path: string,
): Promise<'file' | 'folder' | 'other' | 'outside'> {
  const target = await fs.realpath(join(root, path));
  const stat = await fs.stat(target);
  const inside = relative(root, target);
  if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(root, inside) !== target) return 'outside';
  return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
}
