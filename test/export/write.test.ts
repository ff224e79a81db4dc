/** Exported files go into their folder and nowhere else, and nobody else's file is touched. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/usage-error.ts';
import { replaceFile, writeExport } from '../../src/export/write.ts';

const isOurs = (text: string) => text.startsWith('ours');
let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  out = join(folder, 'out');
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (path: string) => readFileSync(join(out, path), 'utf8');

describe('writing', () => {
  it('makes the folders it needs, and says what changed', async () => {
    const files = [
      { path: 'acme/wind/README.md', content: 'ours 1' },
      { path: 'acme/gust/README.md', content: 'ours 2' },
    ];
    expect(await writeExport(out, files, isOurs)).toEqual({ written: 2, foreign: [] });
    expect(await writeExport(out, files, isOurs)).toEqual({ written: 0, foreign: [] });
    const changed = [{ path: 'acme/wind/README.md', content: 'ours 3' }];
    expect(await writeExport(out, changed, isOurs)).toEqual({ written: 1, foreign: [] });
    expect([read('acme/wind/README.md'), read('acme/gust/README.md')]).toEqual(['ours 3', 'ours 2']);
    expect(readdirSync(join(out, 'acme/wind'))).toEqual(['README.md']);
  });

  it("leaves somebody else's file as it is, and writes the others", async () => {
    mkdirSync(join(out, 'acme'), { recursive: true });
    writeFileSync(join(out, 'acme/README.md'), 'a card');
    const files = [
      { path: 'acme/README.md', content: 'ours' },
      { path: 'b/README.md', content: 'ours' },
    ];
    expect(await writeExport(out, files, isOurs)).toEqual({ written: 1, foreign: ['acme/README.md'] });
    expect([read('acme/README.md'), read('b/README.md')]).toEqual(['a card', 'ours']);
  });

  it.each(['../escaped.md', 'a/../../escaped.md', '..'])('refuses %s', async (path) => {
    await expect(writeExport(out, [{ path, content: 'ours' }], isOurs)).rejects.toThrow(UsageError);
    expect(existsSync(join(folder, 'escaped.md'))).toBe(false);
  });

  it('follows no link out of the folder', async () => {
    mkdirSync(out);
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(out, 'acme'));
    const files = [{ path: 'acme/wind/README.md', content: 'ours' }];
    await expect(writeExport(out, files, isOurs)).rejects.toThrow('leads out of');
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
  });

  it('writes through no link to a file', async () => {
    mkdirSync(out);
    writeFileSync(join(folder, 'target.md'), 'ours, but elsewhere');
    symlinkSync(join(folder, 'target.md'), join(out, 'README.md'));
    const files = [{ path: 'README.md', content: 'ours' }];
    expect(await writeExport(out, files, isOurs)).toEqual({ written: 0, foreign: ['README.md'] });
    expect(readFileSync(join(folder, 'target.md'), 'utf8')).toBe('ours, but elsewhere');
  });
});

describe('replacing one file', () => {
  const write = (text: string) => async (passing: string) =>
    writeFileSync(join(passing, 'results.csv'), text);

  it('says whether it changed, and leaves nothing else behind', async () => {
    expect(await replaceFile(out, 'results.csv', write('a'))).toBe(true);
    expect(await replaceFile(out, 'results.csv', write('a'))).toBe(false);
    expect(await replaceFile(out, 'results.csv', write('b'))).toBe(true);
    expect([read('results.csv'), readdirSync(out)]).toEqual(['b', ['results.csv']]);
  });

  it('takes the place of a link, and keeps the old file where writing fails', async () => {
    mkdirSync(out);
    writeFileSync(join(folder, 'target.csv'), 'elsewhere');
    symlinkSync(join(folder, 'target.csv'), join(out, 'results.csv'));
    await replaceFile(out, 'results.csv', write('new'));
    expect(readFileSync(join(folder, 'target.csv'), 'utf8')).toBe('elsewhere');
    const failing = replaceFile(out, 'results.csv', () => Promise.reject(new Error('the disk is full')));
    await expect(failing).rejects.toThrow('the disk is full');
    expect([read('results.csv'), readdirSync(out)]).toEqual(['new', ['results.csv']]);
  });
});
