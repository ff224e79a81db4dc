/** Small sites: each folder of test/fixtures/sites holds cards, perhaps a config, and what must come out of them. */
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite } from './support/build-site.ts';
import { deadLinks } from './support/dead-links.ts';
import { filesBelow, ROOT, readProjectFile } from './support/project.ts';
import { makeFolder, remove } from './support/workplace.ts';

/** What expected.yml of a case may say. */
interface Expected {
  /** Every page that cards lead to: those of boards, benchmarks and models, sorted. */
  readonly pages: readonly string[];
  /** The path that the config puts the site below. */
  readonly below?: string;
  /** Texts that stand in a page, by its path. */
  readonly with?: Readonly<Record<string, readonly string[]>>;
  /** Texts that stand nowhere in the whole site. */
  readonly nowhere?: readonly string[];
}

const CASES = [...new Set(filesBelow('test/fixtures/sites').map((path) => path.split('/')[0] as string))];

describe.each(CASES)('the site of %s', { timeout: 60_000 }, (name) => {
  const folder = join(ROOT, 'test/fixtures/sites', name);
  const expected = load(readProjectFile(`test/fixtures/sites/${name}/expected.yml`), {
    schema: CORE_SCHEMA,
  }) as Expected;
  let out: string;
  let site: BuiltSite;

  beforeAll(async () => {
    out = makeFolder();
    site = await buildSite(folder, join(out, 'dist'));
  }, 60_000);
  afterAll(() => remove(out));

  it('has the pages its cards lead to, and no others', () => {
    expect(site.files.filter((path) => /^(?:boards|benchmarks|models)\/.*\.html$/.test(path))).toEqual(
      expected.pages,
    );
  });

  it('has the pages of every site', () => {
    const always = [
      'index.html',
      '404.html',
      'about/index.html',
      'audit/index.html',
      'data/index.html',
      'faq/index.html',
    ];
    expect(site.files).toEqual(expect.arrayContaining(always));
  });

  it('says what it must', () => {
    for (const [path, texts] of Object.entries(expected.with ?? {})) {
      for (const text of texts) expect(site.read(path), path).toContain(text);
    }
  });

  it('says nowhere what it must not', () => {
    for (const path of site.files.filter((file) => /\.(?:html|xml|svg|txt)$/.test(file))) {
      // In a quoted title a "<" is text, whatever follows it.
      const markup = site.read(path).replace(/ title="[^"]*"/g, '');
      for (const text of expected.nowhere ?? []) expect(markup, path).not.toContain(text);
    }
  });

  it('has names that every file system takes', () => {
    const odd = site.files.flatMap((path) => path.split('/')).filter((part) => !isPlain(part));
    expect(odd).toEqual([]);
    const folded = site.files.map((path) => path.normalize('NFC').toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
  });

  it('leads nowhere that is not there', () => {
    expect(deadLinks(site, expected.below)).toEqual([]);
  });
});

/** A segment of a path that needs no care: no reserved name of Windows, plain characters, of a bearable length. */
function isPlain(part: string): boolean {
  if (part === '-' || part === '.nojekyll' || part === '.cardboard-site') return true;
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
  return (
    part.length <= 120 && /^[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/.test(part) && !reserved.test(part)
  );
}
