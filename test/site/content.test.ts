import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readContent } from '../../src/site/content.ts';
import { makeFolder, remove, writeFiles } from '../support/workplace.ts';

let place: string;
beforeEach(() => {
  place = makeFolder();
});
afterEach(() => remove(place));

test('articles are read in the order of their names, titled by front matter, heading, or name', async () => {
  writeFiles(place, [
    ['faq.md', '---\r\ntitle: Questions\r\ndescription: " Asked often "\r\n---\r\n\r\n## One\r\n'],
    ['about.md', '# About us #\n\ntext'],
    ['bare.md', 'text'],
    ['notes.txt', 'not an article'],
    ['Odd Name.md', 'neither'],
  ]);
  expect(await readContent([place])).toEqual([
    { name: 'about', title: 'About us', description: '', markdown: '# About us #\n\ntext' },
    { name: 'bare', title: 'bare', description: '', markdown: 'text' },
    { name: 'faq', title: 'Questions', description: 'Asked often', markdown: '\n## One\n' },
  ]);
});

test('a folder that does not exist holds none', async () => {
  expect(await readContent([join(place, 'none')])).toEqual([]);
});
