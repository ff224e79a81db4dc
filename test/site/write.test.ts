import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Page } from '../../src/core/urls.ts';
import { type WriteSiteOptions, writeSite } from '../../src/site/write.ts';
import { makeFolder, remove } from '../support/workplace.ts';

let place: string;
beforeEach(() => {
  place = makeFolder();
});
afterEach(() => remove(place));

const PAGES: Page[] = [
  { path: 'index.html', content: 'home', listed: true },
  { path: '404.html', content: 'missing', listed: false },
];

const write = (options: Partial<WriteSiteOptions> = {}) =>
  writeSite({
    output: join(place, 'dist'),
    inputs: [],
    pages: PAGES,
    assets: { files: [{ path: 'assets/site-1.css', content: Buffer.from('a{}') }], names: new Map() },
    baseUrl: null,
    ...options,
  });

test('a site has its pages, its assets, and what crawlers and hosts ask for', async () => {
  await write({ baseUrl: 'https://a.example/x' });
  expect(readdirSync(join(place, 'dist'), { recursive: true }).sort()).toEqual(
    [
      '.cardboard-site',
      '.nojekyll',
      '404.html',
      'assets',
      'assets/site-1.css',
      'index.html',
      'robots.txt',
      'sitemap.xml',
    ].sort(),
  );
  const sitemap = readFileSync(join(place, 'dist/sitemap.xml'), 'utf8');
  expect(sitemap).toContain('<loc>https://a.example/x/</loc>');
  expect(sitemap).not.toContain('404');
});

test('without an address there is no sitemap; a robots.txt of the public folder is kept', async () => {
  const files = [{ path: 'robots.txt', content: Buffer.from('mine') }];
  await write({ assets: { files, names: new Map() } });
  expect(existsSync(join(place, 'dist/sitemap.xml'))).toBe(false);
  expect(readFileSync(join(place, 'dist/robots.txt'), 'utf8')).toBe('mine');
});

test('files that others add are there before pages are made', async () => {
  let added = false;
  function* pages(): Iterable<Page> {
    yield { path: 'index.html', content: String(added), listed: true };
  }
  await write({
    pages: pages(),
    addFiles: async (folder) => {
      writeFileSync(join(folder, 'results.csv'), 'a\n');
      added = true;
    },
  });
  expect(readFileSync(join(place, 'dist/index.html'), 'utf8')).toBe('true');
});

test('a page that cannot be made leaves the old site, and nothing beside it', async () => {
  await write();
  function* broken(): Iterable<Page> {
    yield { path: 'index.html', content: 'new', listed: true };
    throw new Error('a bug');
  }
  await expect(write({ pages: broken() })).rejects.toThrow('a bug');
  expect(readFileSync(join(place, 'dist/index.html'), 'utf8')).toBe('home');
  expect(readdirSync(place)).toEqual(['dist']);
});
