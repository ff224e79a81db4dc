/** What counts as a site's own templates, files, texts and prose. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findTheme } from '../../src/site/theme.ts';
import { makeFolder, remove, writeFiles } from '../support/workplace.ts';

const folder = makeFolder();
afterAll(() => remove(folder));
writeFiles(folder, [
  ['package/templates/board.eta', ''],
  ['package/public/a.svg', ''],
  ['mine/templates/board.eta', ''],
  ['mine/public/a.svg', ''],
  ['mine/messages', 'no folder'],
]);
const ours = join(folder, 'package');
const mine = join(folder, 'mine');

it('is what stands in its folder', () => {
  expect(findTheme(mine, ours, join(folder, 'dist'))).toEqual({
    templates: join(mine, 'templates'),
    public: join(mine, 'public'),
    messages: null,
    content: null,
  });
  expect(findTheme(null, ours, join(folder, 'dist')).templates).toBeNull();
  expect(findTheme(join(folder, 'none'), ours, join(folder, 'dist')).public).toBeNull();
});

it('is not what comes with Cardboard, even by another way', () => {
  symlinkSync(ours, join(folder, 'link'));
  for (const place of [ours, join(folder, 'link')])
    expect(findTheme(place, ours, join(folder, 'dist'))).toEqual({
      templates: null,
      public: null,
      messages: null,
      content: null,
    });
});

it.each(['mine/public', 'mine/public/site', 'mine'])(
  'is no folder that the site in %s overlaps',
  (output) => {
    expect(findTheme(mine, ours, join(folder, output)).public).toBeNull();
  },
);

it('may stand beside the site', () => {
  expect(findTheme(mine, ours, join(mine, 'public-site')).public).toBe(join(mine, 'public'));
});
