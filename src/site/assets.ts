/** The files that pages need: styles, fonts and client code under names that change with their content. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../core/compare.ts';
import { shortHash } from '../core/hash.ts';
import { UsageError } from '../core/usage-error.ts';

/** One file of the site that is not a page. */
interface Asset {
  /** Path below the output folder: "assets/site-3f2a90c1d4.css". */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface Assets {
  readonly files: readonly Asset[];
  /** Name as pages ask for it ("site.css", "fonts/sans.woff2", "client.js") → path in the site. */
  readonly names: ReadonlyMap<string, string>;
}

/** Asked for by browsers and crawlers under these very names. */
const FIXED_NAMES = /^(?:favicon\.(?:ico|svg|png)|apple-touch-icon\.png|robots\.txt|CNAME|\.nojekyll)$/;

/** The sheets of public/styles/, put together in the order of their names, are the site's one sheet. */
const SHEETS = /^styles\/[^/]+\.css$/;

const CLIENT_ENTRIES = {
  'client.js': 'index.ts',
  'board.js': 'board/index.ts',
  'theme.js': 'theme.ts',
  'search.js': 'search/search.ts',
  'compare.js': 'compare/index.ts',
};

/**
 * Reads folders of public files, of two files of one name that of the later folder, and the client bundles; `scripts`
 * are made for this site, by name. Files that browsers ask for by name stay at the root; all others go to "assets/"
 * with a hash of their content in the name, and styles refer to them by it. The outcome depends on the bytes alone.
 */
export async function collectAssets(
  folders: readonly string[],
  scripts: ReadonlyMap<string, string> = new Map(),
): Promise<Assets> {
  const sources = new Map<string, Uint8Array>();
  for (const folder of folders)
    for (const name of await listFiles(folder)) sources.set(name, await readFile(join(folder, name)));
  joinSheets(sources);
  for (const [name, content] of await clientBundles()) sources.set(name, content);
  for (const [name, text] of scripts) sources.set(name, new TextEncoder().encode(text));
  const names = new Map<string, string>();
  const files: Asset[] = [];
  const add = (name: string, content: Uint8Array) => {
    const path = FIXED_NAMES.test(name) ? name : `assets/${hashedName(name, content)}`;
    names.set(name, path);
    files.push({ path, content });
  };
  const ordered = [...sources.keys()].sort(compareText);
  for (const name of ordered) if (extname(name) !== '.css') add(name, sources.get(name) as Uint8Array);
  const pending = new Set<string>();
  const addStyles = (name: string) => {
    if (names.has(name)) return;
    if (pending.has(name)) throw new UsageError(`public/${name} imports itself`);
    pending.add(name);
    const text = new TextDecoder().decode(sources.get(name));
    add(name, new TextEncoder().encode(withHashedNames(name, text, sources, names, addStyles)));
  };
  for (const name of ordered) if (extname(name) === '.css') addStyles(name);
  return { files: files.sort((a, b) => compareText(a.path, b.path)), names };
}

/** Puts the sheets of styles/ together as site.css, which lies one folder higher. */
function joinSheets(sources: Map<string, Uint8Array>): void {
  const sheets = [...sources.keys()].filter((name) => SHEETS.test(name)).sort(compareText);
  if (sheets.length === 0) return;
  const texts = sheets.map((name) => {
    const text = new TextDecoder().decode(sources.get(name));
    sources.delete(name);
    return text.replace(/url\(\s*(["']?)\.\.\//g, 'url($1');
  });
  sources.set('site.css', new TextEncoder().encode(texts.join('\n')));
}

function hashedName(name: string, content: Uint8Array): string {
  const extension = extname(name);
  return `${basename(name, extension)}-${shortHash(content, 10)}${extension}`;
}

/** Rewrites url(…) in styles to the hashed names; a file that is missing is a mistake and throws. */
function withHashedNames(
  name: string,
  text: string,
  sources: ReadonlyMap<string, unknown>,
  names: ReadonlyMap<string, string>,
  addStyles: (name: string) => void,
): string {
  return text.replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, _quote: string, reference: string) => {
    if (/^(?:data:|#)/.test(reference)) return whole;
    const [path = '', fragment] = reference.split(/(?=[?#])/, 2);
    const target = posix.normalize(posix.join(posix.dirname(name), path));
    if (!sources.has(target))
      throw new UsageError(`public/${name} refers to ${reference}, which is not in public/`);
    if (extname(target) === '.css') addStyles(target);
    const file = names.get(target) as string;
    return `url("${file.startsWith('assets/') ? basename(file) : `../${file}`}${fragment ?? ''}")`;
  });
}

/** Files below a folder, forward slashes, sorted. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && (!entry.name.startsWith('.') || FIXED_NAMES.test(entry.name)))
    .map((entry) => posix.join(entry.parentPath.slice(folder.length).replaceAll('\\', '/'), entry.name))
    .map((name) => name.replace(/^\/+/, ''))
    .sort(compareText);
}

/** The client code as one script each: ready-made in a package, bundled from its source in the repository. */
async function clientBundles(): Promise<[name: string, content: Uint8Array][]> {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'client');
  const names = Object.keys(CLIENT_ENTRIES);
  if (names.every((name) => existsSync(join(folder, name)))) {
    return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))]));
  }
  return bundleClient(folder);
}

/** Bundles the client's entries from `folder` into scripts that every browser of the last years runs. */
export async function bundleClient(folder: string): Promise<[name: string, content: Uint8Array][]> {
  const { build } = await import('esbuild');
  return Promise.all(
    Object.entries(CLIENT_ENTRIES).map(async ([name, entry]): Promise<[string, Uint8Array]> => {
      const { outputFiles } = await build({
        // A path that does not tell where the repository lies keeps the bundle the same everywhere.
        absWorkingDir: folder,
        entryPoints: [entry],
        bundle: true,
        format: 'iife',
        target: 'es2020',
        minify: true,
        charset: 'utf8',
        legalComments: 'none',
        write: false,
        logLevel: 'silent',
      });
      return [name, (outputFiles[0] as { contents: Uint8Array }).contents];
    }),
  );
}
