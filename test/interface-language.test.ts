/** All that pages say comes from messages: in a language of brackets nothing stands outside of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../src/build.ts';
import { DEFAULT_CONFIG } from '../src/core/config.ts';
import { pageKinds } from './support/page-kinds.ts';
import { ROOT } from './support/project.ts';
import { knownTexts, PSEUDO, strayWords, writePseudoLanguage } from './support/pseudo-language.ts';
import { makeFolder, remove } from './support/workplace.ts';

const folder = makeFolder();
const site = join(folder, 'dist');

beforeAll(async () => {
  writePseudoLanguage(folder);
  await build({
    folder: join(ROOT, 'cards'),
    out: site,
    config: { ...DEFAULT_CONFIG, title: '⟦⟧', description: '⟦⟧', language: PSEUDO, theme: folder },
    content: join(folder, 'no-prose'),
    cacheFile: null,
    effects: { now: () => 0, log: () => {}, progress: () => {} },
  });
}, 120_000);
afterAll(() => remove(folder));

it('says nothing but messages', () => {
  const known = knownTexts(site);
  const stray = new Set<string>();
  for (const [kind, pages] of pageKinds(site)) {
    for (const page of pages) {
      const html = readFileSync(join(site, page), 'utf8');
      expect(html).toContain(`<html lang="${PSEUDO}" dir="ltr">`);
      for (const words of strayWords(html, known)) stray.add(`${kind}: ${words}`);
    }
  }
  expect([...stray].sort().slice(0, 300)).toEqual([]);
});
