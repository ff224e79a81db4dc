/** Ceilings on what a reader downloads. Raise one only in the change that needs it, and say why there. */
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite } from './support/build-site.ts';
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

  it('is at most 40 KB for a board of the sample cards, and 8 KB gzipped', () => {
    const boards = site.files.filter((path) => /^boards\/.*\.html$/.test(path));
    expect(boards.length).toBeGreaterThan(3);
    expect(Math.max(...boards.map((path) => site.readBytes(path).length))).toBeLessThan(40 * KILOBYTE);
    expect(Math.max(...boards.map(zipped))).toBeLessThan(8 * KILOBYTE);
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

/** The files a browser asks for when it opens a page, as paths of the site where they are; itself included. */
function requestsOf(site: BuiltSite, page: string): string[] {
  const html = site.read(page);
  const found = new Set([page]);
  const add = (from: string, url: string): void => {
    if (url.startsWith('data:') || url === '') return;
    found.add(
      /^(?:[a-z]+:)?\/\//.test(url) ? url : posix.join(posix.dirname(from), url.replace(/[?#].*$/, '')),
    );
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
