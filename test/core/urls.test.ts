import { expect, it } from 'vitest';
import { relativeUrl } from '../../src/core/urls.ts';

it.each([
  ['index.html', '', './'],
  ['index.html', 'models/a/b/#L3C4', 'models/a/b/#L3C4'],
  ['models/index.html', 'models/a/b/', 'a/b/'],
  ['models/index.html', 'models/', './'],
  ['models/a/b/index.html', 'models/a/b/#L3C4', '#L3C4'],
  ['models/a/b/index.html', 'models/a/c/', '../c/'],
  ['models/a/b/index.html', '', '../../../'],
  ['models/a/b/index.html', 'boards/x/', '../../../boards/x/'],
  ['models/a/b/index.html', 'models/a/', '../'],
  ['models/index-2.html', 'models/index-3.html', 'index-3.html'],
  ['models/index.html', 'models/a:b/c/', './a:b/c/'],
])('leads from %j to %j by %j', (from, to, way) => {
  expect(relativeUrl(from, to)).toBe(way);
  const origin = 'https://example.org/below/';
  expect(new URL(way, origin + from).href.replace(/index\.html(?=#|$)/, '')).toBe(new URL(to, origin).href);
});
