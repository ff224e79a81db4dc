/** Reads the prose of a site: content/*.md with its titles. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { compareText } from '../core/compare.ts';

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

/** The articles of a folder, sorted by name; none where the folder does not exist. Front matter that is not YAML throws. */
export async function readContent(folder: string): Promise<Article[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const articles = names.filter((name) => /^[a-z0-9-]+\.md$/.test(name)).sort(compareText);
  return Promise.all(articles.map(async (name) => article(name, await readFile(join(folder, name), 'utf8'))));
}

function article(file: string, source: string): Article {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const matter = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  const markdown = text.slice(matter?.[0].length ?? 0);
  const fields = (
    matter === null ? {} : load(matter[1] ?? '', { schema: CORE_SCHEMA, filename: file })
  ) as Record<string, unknown> | null;
  const field = (key: string) => (typeof fields?.[key] === 'string' ? fields[key].trim() : '');
  const name = file.slice(0, -'.md'.length);
  const heading = /^#[ \t]+(.+?)[ \t#]*$/m.exec(markdown)?.[1] ?? '';
  return { name, title: field('title') || heading || name, description: field('description'), markdown };
}
