/** Reads the prose of a site: content/*.md with its titles. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CORE_SCHEMA, load, type YAMLException } from 'js-yaml';
import { compareText } from '../core/compare.ts';
import { UsageError } from '../core/usage-error.ts';

/** One page of prose, not yet rendered. */
export interface Article {
  /** The file's name without its ending: "about". */
  readonly name: string;
  /** From the front matter, or the first heading, or the name. */
  readonly title: string;
  /** From the front matter; '' without one. */
  readonly description: string;
  /** Markdown without the front matter, lines ending in LF. */
  readonly markdown: string;
}

/**
 * The articles of some folders, sorted by name; of those of one name the one of the last folder. A folder has those of
 * other languages in folders of their own: "de/about.md" counts before "about.md". Folders need not exist.
 */
export async function readContent(folders: readonly string[], language = 'en'): Promise<Article[]> {
  const articles = new Map<string, Article>();
  for (const folder of folders.flatMap((place) => [place, join(place, language)]))
    for (const found of await readFolder(folder)) articles.set(found.name, found);
  return [...articles.values()].sort((a, b) => compareText(a.name, b.name));
}

/** The articles of one folder. Front matter that is not YAML is a UsageError. */
async function readFolder(folder: string): Promise<Article[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const articles = names.filter((name) => /^[a-z0-9-]+\.md$/.test(name)).sort(compareText);
  return Promise.all(
    articles.map(async (name) =>
      article(join(folder, name), name, await readFile(join(folder, name), 'utf8')),
    ),
  );
}

function article(path: string, file: string, source: string): Article {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const matter = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  const markdown = text.slice(matter?.[0].length ?? 0);
  const fields = matter === null ? {} : parse(path, matter[1] ?? '');
  const field = (key: string) => (typeof fields?.[key] === 'string' ? fields[key].trim() : '');
  const name = file.slice(0, -'.md'.length);
  const heading = /^#[ \t]+(.+?)[ \t#]*$/m.exec(markdown)?.[1] ?? '';
  return { name, title: field('title') || heading || name, description: field('description'), markdown };
}

function parse(path: string, matter: string): Record<string, unknown> | null {
  try {
    return load(matter, { schema: CORE_SCHEMA }) as Record<string, unknown> | null;
  } catch (error) {
    const { mark, reason } = error as YAMLException;
    // The line of three dashes above counts.
    throw new UsageError(`${path}:${(mark?.line ?? 0) + 2}: ${reason}`);
  }
}
