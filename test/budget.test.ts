/** Ceilings on what a reader downloads. Raise one only in the change that needs it, and say why there. */
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderSite } from '../src/render/site.ts';
import { largeData, sampleContext } from './render/sample-data.ts';
import { type BuiltSite, buildSite } from './support/build-site.ts';
import { madeUpModels } from './support/made-up-models.ts';
import { ROOT } from './support/project.ts';
import { makeFolder, remove } from './support/workplace.ts';

const KILOBYTE = 1024;

describe('what a reader downloads', { timeout: 60_000 }, () => {
  let folder: string;
  let site: BuiltSite;
  const zipped = (path: string): number => gzipSync(site.readBytes(path)).length;
  const sum = (pattern: RegExp): number =>
    site.files.filter((path) => pattern.test(path)).reduce((total, path) => total + zipped(path), 0);

  beforeAll(async () => {
    folder = makeFolder();
    site = await buildSite(ROOT, join(folder, 'dist'));
  }, 60_000);
  afterAll(() => remove(folder));

  // Boards have the most: the language of searches, filters, columns, copies.
  it('is at most 45 KB of script for a board, gzipped, and 16 KB for other pages', () => {
    const scripts = /^assets\/(?:theme|messages|client)-.*\.js$/;
    expect(sum(scripts)).toBeGreaterThan(0);
    expect(sum(scripts)).toBeLessThan(16 * KILOBYTE);
    expect(sum(scripts) + sum(/^assets\/board-.*\.js$/)).toBeLessThan(45 * KILOBYTE);
  });

  it('is at most 5 KB of script for those who search, and 20 bytes for each thing there is to find', () => {
    expect(sum(/^assets\/search-.*\.js$/)).toBeGreaterThan(0);
    expect(sum(/^assets\/search-.*\.js$/)).toBeLessThan(5 * KILOBYTE);
    const things = site.files.filter((path) => path.endsWith('/index.html')).length;
    expect(zipped('search/index.js')).toBeLessThan(20 * things + KILOBYTE);
  });

  it('is at most 20 KB of style, gzipped: charts and the tools of boards need theirs', () => {
    expect(sum(/\.css$/)).toBeGreaterThan(0);
    expect(sum(/\.css$/)).toBeLessThan(20 * KILOBYTE);
  });

  it('is at most 45 KB for a board of the sample cards, and 9 KB gzipped', () => {
    const boards = site.files.filter((path) => /^boards\/[^/]+\/index\.html$/.test(path));
    expect(boards.length).toBeGreaterThan(3);
    expect(Math.max(...boards.map((path) => site.readBytes(path).length))).toBeLessThan(45 * KILOBYTE);
    expect(Math.max(...boards.map(zipped))).toBeLessThan(9 * KILOBYTE);
  });

  // The page, its style, font and icon; the theme, the texts and the code; the code of boards.
  it('is at most eight requests a page, all of them to the site itself', () => {
    for (const path of site.files.filter((file) => file.endsWith('.html'))) {
      const requests = requestsOf(site, path);
      expect(requests.length, `${path}: ${requests.join(', ')}`).toBeLessThanOrEqual(8);
      expect(
        requests.filter((request) => !site.files.includes(request)),
        path,
      ).toEqual([]);
    }
  });
});

describe('what a reader downloads of 500 models', { timeout: 60_000 }, () => {
  const zipped = new Map(
    [...renderSite(largeData(500, 6, madeUpModels(1)), sampleContext())].map(({ path, content }) => [
      path,
      gzipSync(content).length,
    ]),
  );
  const largest = (pattern: RegExp) =>
    Math.max(...[...zipped].filter(([path]) => pattern.test(path)).map(([, bytes]) => bytes));

  it('is at most 75 KB for a board of six columns, gzipped', () => {
    expect(zipped.get('boards/large/index.html')).toBeGreaterThan(30 * KILOBYTE);
    expect(zipped.get('boards/large/index.html')).toBeLessThan(75 * KILOBYTE);
  });

  it('is at most 20 KB for its data, and for the proofs of a hundred rows, gzipped', () => {
    expect(largest(/^boards\/large\/rows-/)).toBeLessThan(30 * KILOBYTE);
    expect(largest(/^boards\/large\/proofs-/)).toBeLessThan(20 * KILOBYTE);
  });

  it('is at most 5 KB for a board in a frame, 8 KB for a model, 10 KB for the home page, gzipped', () => {
    expect(zipped.get('boards/large/embed/index.html')).toBeLessThan(5 * KILOBYTE);
    expect(largest(/^models\/.+\/.+\/index\.html$/)).toBeLessThan(8 * KILOBYTE);
    expect(zipped.get('index.html')).toBeLessThan(10 * KILOBYTE);
  });

  it('stays below 100 KB for a board of ten columns, gzipped', () => {
    const wide = [...renderSite(largeData(500, 10, madeUpModels(2)), sampleContext())].find(
      ({ path }) => path === 'boards/large/index.html',
    );
    expect(gzipSync(wide?.content ?? '').length).toBeLessThan(100 * KILOBYTE);
  });
});

describe('a board of 1,500 models and 30 columns', { timeout: 120_000 }, () => {
  // One of 10,000 models is as large in proportion: its data come to some 1.2 MB.
  it('comes in pages, with its data in at most 220 KB, gzipped', () => {
    let rows = 0;
    let page = 0;
    for (const { path, content } of renderSite(largeData(1_500, 30, madeUpModels(3)), sampleContext())) {
      if (/^boards\/large\/rows-/.test(path)) rows = gzipSync(content).length;
      if (/^boards\/large\/(?:\d+\/)?index\.html$/.test(path))
        page = Math.max(page, gzipSync(content).length);
      if (path.startsWith('benchmarks/')) break;
    }
    expect(rows).toBeGreaterThan(100 * KILOBYTE);
    expect(rows).toBeLessThan(220 * KILOBYTE);
    expect(page).toBeLessThan(260 * KILOBYTE);
  });
});

/** The files a browser asks for when it opens a page, as paths of the site where they are; itself included. */
function requestsOf(site: BuiltSite, page: string): string[] {
  const html = site.read(page);
  const found = new Set([page]);
  const base = /<base href="([^"]*)"/.exec(html)?.[1] ?? '';
  const folderOf = (path: string) => posix.join(posix.dirname(path), path === page ? base : '');
  const add = (from: string, url: string): void => {
    if (url.startsWith('data:') || url === '') return;
    found.add(/^(?:[a-z]+:)?\/\//.test(url) ? url : posix.join(folderOf(from), url.replace(/[?#].*$/, '')));
  };
  for (const match of html.matchAll(
    /<(?:script|img|iframe|source|video|audio|embed)\b[^>]*?\ssrc="([^"]*)"/g,
  )) {
    add(page, match[1] as string);
  }
  for (const match of html.matchAll(/<link\b[^>]*>/g)) {
    const rel = /\srel="([^"]*)"/.exec(match[0])?.[1] ?? '';
    const href = /\shref="([^"]*)"/.exec(match[0])?.[1] ?? '';
    if (/^(?:stylesheet|icon|preload|modulepreload|manifest)$/.test(rel)) add(page, href);
  }
  for (const sheet of [...found].filter((path) => path.endsWith('.css') && site.files.includes(path))) {
    for (const match of site.read(sheet).matchAll(/url\(\s*["']?([^"')]+)/g)) add(sheet, match[1] as string);
  }
  return [...found];
}
