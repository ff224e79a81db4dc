/** The example of docs/themes.md does what it says, and the document knows every custom property. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuildSummary, build } from '../src/build.ts';
import { DEFAULT_CONFIG } from '../src/core/config.ts';
import { filesBelow, ROOT, readProjectFile } from './support/project.ts';
import { listFiles, makeFolder, remove } from './support/workplace.ts';

describe('the example theme', () => {
  const folder = makeFolder();
  const site = join(folder, 'dist');
  const read = (path: string) => readFileSync(join(site, path), 'utf8');
  let summary: BuildSummary;

  beforeAll(async () => {
    summary = await build({
      folder: join(ROOT, 'cards'),
      out: site,
      config: { ...DEFAULT_CONFIG, title: 'Ours', theme: join(ROOT, 'docs/example-theme') },
      cacheFile: null,
      effects: { now: () => 0, log: () => {}, progress: () => {} },
    });
  }, 120_000);
  afterAll(() => remove(folder));

  it('is no cause of complaint', () => {
    expect(summary.diagnostics.filter(({ code }) => code.startsWith('theme/'))).toEqual([]);
  });

  it('puts its line above every page, in its own text', () => {
    const pages = listFiles(site).filter((path) => path.endsWith('.html') && !path.includes('/embed/'));
    expect(pages.length).toBeGreaterThan(20);
    for (const page of pages)
      expect(read(page), page).toContain('<p class="banner">Ours is kept by the evaluation team.');
  });

  it('has the last word in the sheet, and its own icon', () => {
    const sheet = listFiles(site).find((path) => /^assets\/site-\w+\.css$/.test(path)) as string;
    const colours = [...read(sheet).matchAll(/--color-accent:\s*([^;]+);/g)].map(([, value]) => value);
    expect(colours.at(-1)).toBe('light-dark(#9c1f2e, #f0a0a8)');
    expect(read('favicon.svg')).toBe(readProjectFile('docs/example-theme/public/favicon.svg'));
  });
});

describe('docs/themes.md', () => {
  const document = readProjectFile('docs/themes.md');

  it('describes every custom property that a theme may set', () => {
    const tokens = new Set(
      [...readProjectFile('public/styles/00-tokens.css').matchAll(/^\s+(--[a-z0-9-]+):/gm)].map(
        ([, token]) => token as string,
      ),
    );
    const described = (token: string) => {
      const [, scale, number] = /^(--[a-z-]+-)(\d+)$/.exec(token) ?? [];
      if (scale === undefined) return document.includes(`\`${token}\``);
      const range = new RegExp(`\`${scale}(\\d+)\` … \`${scale}(\\d+)\``).exec(document);
      return range !== null && Number(number) >= Number(range[1]) && Number(number) <= Number(range[2]);
    };
    expect([...tokens].filter((token) => !described(token))).toEqual([]);
    expect(tokens.size).toBeGreaterThan(20);
  });

  it('names no custom property that there is not', () => {
    const sheets = filesBelow('public/styles').map((path) => readProjectFile(`public/styles/${path}`));
    const named = [...document.matchAll(/`(--[a-z0-9-]+)`/g)].map(([, token]) => token as string);
    expect(named.filter((token) => !sheets.some((sheet) => sheet.includes(`${token}:`)))).toEqual([]);
  });
});
