/** Finds what a site's owner brings for its looks and words: folders that stand beside the config, or in its `theme`. */
import { realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The folders of a theme; null where it has none. Of files of one name in both, the theme's count. */
export interface ThemeFolders {
  readonly templates: string | null;
  readonly public: string | null;
  readonly messages: string | null;
  readonly content: string | null;
}

/**
 * The parts of a theme in `folder`. A folder of the package itself is no part, as the config of this project stands
 * beside them, nor is one that the site is written to, as `public/` is on some hosts, or that holds it.
 */
export function findTheme(folder: string | null, packageFolder: string, output: string): ThemeFolders {
  const part = (name: string): string | null => {
    if (folder === null) return null;
    const place = join(folder, name);
    if (statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true) return null;
    if (realpathSync(place) === realPath(join(packageFolder, name))) return null;
    return isWithin(output, place) || isWithin(place, output) ? null : place;
  };
  return {
    templates: part('templates'),
    public: part('public'),
    messages: part('messages'),
    content: part('content'),
  };
}

function realPath(place: string): string {
  return statSync(place, { throwIfNoEntry: false }) === undefined ? place : realpathSync(place);
}

/** Whether a place is a folder or lies in it. */
function isWithin(place: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(place));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}
