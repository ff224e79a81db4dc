import { expect, test } from 'vitest';
import { crawlerFiles } from '../../src/site/sitemap.ts';

test('lists pages by their folders, sorted and escaped', () => {
  const files = crawlerFiles('https://a.example/x/', [
    'models/a/b/index.html',
    'index.html',
    "o'clock & more.html",
  ]);
  expect(files.map((file) => file.path)).toEqual(['robots.txt', 'sitemap.xml']);
  expect(files[0]?.content).toContain('Sitemap: https://a.example/x/sitemap.xml');
  expect([...(files[1]?.content ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1])).toEqual([
    'https://a.example/x/',
    'https://a.example/x/models/a/b/',
    'https://a.example/x/o&#39;clock%20&#38;%20more.html',
  ]);
});

test('more pages than one file may list are split under an index', () => {
  const paths = Array.from({ length: 100_001 }, (_, index) => `${index}/index.html`);
  const files = crawlerFiles('https://a.example', paths);
  expect(files.map((file) => file.path)).toEqual([
    'robots.txt',
    'sitemap.xml',
    'sitemap-1.xml',
    'sitemap-2.xml',
    'sitemap-3.xml',
  ]);
  expect(files[1]?.content.match(/<sitemap>/g)).toHaveLength(3);
  expect(files.slice(2).map((file) => file.content.match(/<url>/g)?.length)).toEqual([50_000, 50_000, 1]);
});
