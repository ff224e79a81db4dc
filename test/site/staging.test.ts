import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSite, SITE_MARKER } from '../../src/site/staging.ts';
import { makeFolder, remove } from '../support/workplace.ts';

let place: string;
let output: string;
beforeEach(() => {
  place = makeFolder();
  output = join(place, 'dist');
});
afterEach(() => remove(place));

const open = (inputs: string[] = []) => openSite({ output, inputs });

/** Writes a whole site of text files. */
async function site(files: Record<string, string>) {
  const writer = await open();
  for (const [path, content] of Object.entries(files)) writer.write(path, content);
  return writer.finish();
}

const read = (path: string) => readFileSync(join(output, path), 'utf8');
const beside = () => readdirSync(place).sort();

describe('a site', () => {
  test('appears as a whole at the end', async () => {
    const writer = await open();
    writer.write('index.html', 'home');
    writer.write('models/a/b/index.html', 'model');
    expect(existsSync(output)).toBe(false);
    expect(await writer.finish()).toEqual({ files: 2, written: 2, unchanged: 0, bytes: 9 });
    expect(read('models/a/b/index.html')).toBe('model');
    expect(beside()).toEqual(['dist']);
    expect(statSync(output).mode & 0o777).toBe(0o755);
  });

  test('keeps files that did not change, and loses those that are gone', async () => {
    await site({ 'index.html': 'one', 'same.html': 'same', 'gone.html': 'x' });
    const before = statSync(join(output, 'same.html'));
    expect(await site({ 'index.html': 'two', 'same.html': 'same' })).toMatchObject({
      written: 1,
      unchanged: 1,
    });
    expect(statSync(join(output, 'same.html')).mtimeMs).toBe(before.mtimeMs);
    expect(read('index.html')).toBe('two');
    expect(existsSync(join(output, 'gone.html'))).toBe(false);
  });

  test('is not touched where nothing changed', async () => {
    const files = { 'index.html': 'one', 'a/b/index.html': 'two' };
    await site(files);
    const before = statSync(join(output, 'a'));
    expect(await site(files)).toEqual({ files: 2, written: 0, unchanged: 2, bytes: 6 });
    expect(statSync(join(output, 'a')).ino).toBe(before.ino);
    expect(beside()).toEqual(['dist']);
    writeFileSync(join(output, 'a', 'stranger.html'), '');
    await site(files);
    expect(readdirSync(join(output, 'a'))).toEqual(['b']);
    expect(read('a/b/index.html')).toBe('two');
  });

  test('takes over files that were put into its folder directly', async () => {
    const once = async () => {
      const writer = await open();
      mkdirSync(join(writer.folder, 'data'));
      writeFileSync(join(writer.folder, 'data', 'results.csv'), 'a,b\n');
      return writer.finish();
    };
    expect(await once()).toMatchObject({ files: 1, written: 1 });
    const before = statSync(join(output, 'data/results.csv')).mtimeMs;
    expect(await once()).toMatchObject({ files: 1, written: 0, unchanged: 1 });
    expect(statSync(join(output, 'data/results.csv')).mtimeMs).toBe(before);
    expect(readdirSync(join(output, 'data'))).toEqual(['results.csv']);
  });

  test('keeps the order and the list of many pages, a few at a time', async () => {
    const writer = await open();
    let asked = 0;
    async function* pages() {
      for (; asked < 2_000; asked++)
        yield { path: `p/${asked}.html`, content: `${asked}`, listed: asked % 2 === 0 };
    }
    const listed = await writer.writeFiles(pages());
    expect(listed).toHaveLength(1_000);
    expect(listed[1]).toBe('p/2.html');
    expect((await writer.finish()).files).toBe(2_000);
  });
});

describe('when something goes wrong', () => {
  test('the old site stays whole', async () => {
    await site({ 'index.html': 'old' });
    const writer = await open();
    const pages = [
      { path: 'index.html', content: 'new', listed: true },
      { path: '../out.html', content: 'x', listed: true },
    ];
    await expect(writer.writeFiles(pages)).rejects.toThrow('leads out of the site');
    await writer.abandon();
    expect(read('index.html')).toBe('old');
    expect(beside()).toEqual(['dist']);
  });

  test('what a build left that died long ago is cleared by the next', async () => {
    await site({ 'index.html': 'old' });
    const writer = await open();
    writer.write('models/a/index.html', 'half');
    expect(beside()).toHaveLength(2);
    expect(read('index.html')).toBe('old');
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(writer.folder, longAgo, longAgo);
    await site({ 'index.html': 'new' });
    expect(beside()).toHaveLength(2);
    utimesSync(join(writer.folder, 'models'), longAgo, longAgo);
    await site({ 'index.html': 'newer' });
    expect(beside()).toEqual(['dist']);
    expect(read('index.html')).toBe('newer');
  });

  test('builds at the same time both end, and the last one stays', async () => {
    await site({ 'index.html': 'old' });
    const writers = await Promise.all(Array.from({ length: 6 }, open));
    for (const [number, writer] of writers.entries()) writer.write('index.html', `${number}`);
    await Promise.all(writers.slice(1).map((writer) => writer.finish()));
    await writers[0]?.finish();
    expect(read('index.html')).toBe('0');
    expect(beside()).toEqual(['dist']);
  });

  test('an old site that was left aside is put back', async () => {
    mkdirSync(join(place, '.dist-old'));
    writeFileSync(join(place, '.dist-old', SITE_MARKER), '');
    writeFileSync(join(place, '.dist-old', 'index.html'), 'old');
    const writer = await open();
    expect(read('index.html')).toBe('old');
    await writer.abandon();
    expect(beside()).toEqual(['dist']);
  });

  test('files of two builds never mix', async () => {
    await site({ 'index.html': 'old', 'same.html': 'same' });
    const slow = await open();
    slow.write('same.html', 'same');
    slow.write('index.html', 'slow');
    await site({ 'index.html': 'fast', 'same.html': 'other' });
    await expect(slow.finish()).rejects.toThrow('was replaced by another build meanwhile');
    await slow.abandon();
    expect([read('index.html'), read('same.html')]).toEqual(['fast', 'other']);
    expect(beside()).toEqual(['dist']);
  });

  test.each(['../x.html', '/etc/x', 'a/../../x', 'C:\\x', 'a\0b', '', '.', 'a/..'])(
    'the path %j is refused',
    async (path) => {
      const writer = await open();
      expect(() => writer.write(path, 'x')).toThrow('leads out of the site');
    },
  );

  test('two files of one path are refused, in any case', async () => {
    const writer = await open();
    writer.write('a/Index.html', 'x');
    expect(() => writer.write('a/index.html', 'x')).toThrow('two files');
  });
});

describe('the output folder', () => {
  test('of somebody else is refused', async () => {
    mkdirSync(output);
    await (await open()).abandon();
    writeFileSync(join(output, 'thesis.tex'), 'years of work');
    await expect(open()).rejects.toThrow('files that Cardboard did not write');
    expect(read('thesis.tex')).toBe('years of work');
  });

  test('may be a link to a folder, which stays a link', async () => {
    mkdirSync(join(place, 'real'));
    symlinkSync('real', output);
    await site({ 'index.html': 'x' });
    await site({ 'index.html': 'y' });
    expect(readFileSync(join(place, 'real', 'index.html'), 'utf8')).toBe('y');
    expect(beside()).toEqual(['dist', 'real']);
  });

  test('may lie in folders that do not exist yet', async () => {
    output = join(place, 'a', 'b', 'dist');
    await site({ 'index.html': 'x' });
    expect(read('index.html')).toBe('x');
  });

  test('must not be a file, or a link to nowhere', async () => {
    writeFileSync(output, '');
    await expect(open()).rejects.toThrow('is not a folder');
    output = join(place, 'lost');
    symlinkSync('nowhere', output);
    await expect(open()).rejects.toThrow('leads nowhere');
  });

  test.each([
    ['is the cards', 'cards'],
    ['holds the cards', '.'],
    ['lies in the cards', 'cards/acme/dist'],
    ['lies in the cards by a link', 'alias/dist'],
  ])('is refused where it %s', async (_, path) => {
    const cards = join(place, 'cards');
    mkdirSync(join(cards, 'acme'), { recursive: true });
    symlinkSync('cards', join(place, 'alias'));
    writeFileSync(join(cards, SITE_MARKER), '');
    output = join(place, path);
    await expect(open([cards])).rejects.toThrow('which is read');
    expect(existsSync(join(cards, 'acme'))).toBe(true);
  });

  test('that cannot be written to is an error before anything is done', async () => {
    if (process.getuid?.() === 0) return;
    chmodSync(place, 0o555);
    await expect(open()).rejects.toThrow('EACCES');
    chmodSync(place, 0o755);
  });
});
