import { expect, it } from 'vitest';
import { siteAddress } from '../../src/core/config.ts';

it.each([
  [null, '/', null],
  [null, '/board/', null],
  ['https://example.org', '/', 'https://example.org'],
  ['https://example.org', '/board/', 'https://example.org/board'],
  ['https://example.org/board', '/board/', 'https://example.org/board'],
  ['https://example.org/a/b/', '/a/b/', 'https://example.org/a/b'],
])('a site of %j below %j is at %j', (baseUrl, basePath, address) =>
  expect(siteAddress({ baseUrl, basePath })).toBe(address),
);
