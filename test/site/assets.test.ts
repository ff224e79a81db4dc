import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collectAssets } from '../../src/site/assets.ts';
import { ROOT } from '../support/project.ts';
import { makeFolder, remove, writeFiles } from '../support/workplace.ts';

let place: string;
beforeEach(() => {
  place = makeFolder();
});
afterEach(() => remove(place));

const text = (content: Uint8Array | undefined) => new TextDecoder().decode(content);

describe('assets', () => {
  test('have names that change with their content; fixed names stay', async () => {
    writeFiles(place, [
      ['site.css', 'a{}'],
      ['fonts/sans.woff2', 'font'],
      ['favicon.svg', '<svg/>'],
      ['.DS_Store', 'x'],
    ]);
    const { files, names } = await collectAssets([place]);
    expect(names.get('favicon.svg')).toBe('favicon.svg');
    expect(names.get('site.css')).toMatch(/^assets\/site-[0-9a-f]{10}\.css$/);
    expect(names.get('fonts/sans.woff2')).toMatch(/^assets\/sans-[0-9a-f]{10}\.woff2$/);
    expect(names.has('.DS_Store')).toBe(false);
    expect(new Set(files.map((file) => file.path))).toEqual(new Set(names.values()));
    writeFiles(place, [['site.css', 'b{}']]);
    expect((await collectAssets([place])).names.get('site.css')).not.toBe(names.get('site.css'));
  });

  test('the sheets of styles/ are one sheet, in the order of their names', async () => {
    writeFiles(place, [
      ['styles/20-b.css', 'b{background:url("../favicon.svg")}'],
      ['styles/10-a.css', 'a{}'],
      ['favicon.svg', '<svg/>'],
    ]);
    const { files, names } = await collectAssets([place]);
    const sheet = files.find((file) => file.path === names.get('site.css'));
    expect(text(sheet?.content)).toBe('a{}\nb{background:url("../favicon.svg")}');
    expect([...names.keys()].filter((name) => name.endsWith('.css'))).toEqual(['site.css']);
  });

  test('styles refer to fonts, images and other styles by their new names', async () => {
    writeFiles(place, [
      [
        'a.css',
        '@import url("more/b.css"); x { background: url(favicon.svg#dark) url(data:image/png;base64,AA==) }',
      ],
      ['more/b.css', "@font-face { src: url('../fonts/sans.woff2') format('woff2') }"],
      ['fonts/sans.woff2', 'font'],
      ['favicon.svg', '<svg/>'],
    ]);
    const { files, names } = await collectAssets([place]);
    const content = (name: string) => text(files.find((file) => file.path === names.get(name))?.content);
    const short = (name: string) => names.get(name)?.replace('assets/', '');
    expect(content('more/b.css')).toContain(`url("${short('fonts/sans.woff2')}") format`);
    expect(content('a.css')).toContain(`@import url("${short('more/b.css')}")`);
    expect(content('a.css')).toContain('url("../favicon.svg#dark") url(data:image/png;base64,AA==)');
  });

  test('a style that refers to a missing file is a mistake', async () => {
    writeFiles(place, [['a.css', 'x { background: url(none.png) }']]);
    await expect(collectAssets([place])).rejects.toThrow('none.png');
  });

  test('the client is two small scripts, the same each time', async () => {
    const [first, second] = await Promise.all([
      collectAssets([join(ROOT, 'public')]),
      collectAssets([join(ROOT, 'public')]),
    ]);
    expect(first.files.map((file) => file.path)).toEqual(second.files.map((file) => file.path));
    for (const name of ['client.js', 'theme.js']) {
      const script = text(first.files.find((file) => file.path === first.names.get(name))?.content);
      expect(script.length).toBeGreaterThan(50);
      expect(script).not.toMatch(/\bimport\b|\beval\(|sourceMappingURL/);
    }
  });
});
