/** The package as others install it: packed, unpacked elsewhere, and run. */
import { spawnSync } from 'node:child_process';
import { cpSync, createReadStream, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/project.ts';
import { digestTree, listFiles, makeFolder, remove } from '../support/workplace.ts';

let place: string;
let files: string[];
beforeAll(async () => {
  place = makeFolder();
  const pack = spawnSync('npm', ['pack', '--json', '--silent', '--pack-destination', place], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect(pack.status, pack.stderr).toBe(0);
  const tarball = listFiles(place).find((path) => path.endsWith('.tgz')) as string;
  await pipeline(createReadStream(join(place, tarball)), createGunzip(), extract(place));
  files = listFiles(join(place, 'package'));
  // The dependencies that an installation would bring.
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'package', 'node_modules'), 'junction');
  cpSync(join(ROOT, 'cards'), join(place, 'cards'), { recursive: true });
}, 120_000);
afterAll(() => remove(place));

/** Runs a program of Node in the folder of the cards. */
function run(program: string, ...options: string[]) {
  return spawnSync(process.execPath, [program, ...options], { cwd: place, encoding: 'utf8' });
}

test('holds what it needs to run, and nothing else', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'README.md',
      'LICENSE',
      'content/about.md',
      'lib/cli.js',
      'lib/client/client.js',
      'lib/client/theme.js',
      'lib/index.d.ts',
      'lib/store/schema.sql',
      'public/styles/00-tokens.css',
      'registry/benchmarks.yml',
      'templates/layout.eta',
    ]),
  );
  expect(files.filter((path) => /^(?:cards|scripts|src|test)\/|(?<!\.d)\.ts$|\.map$/.test(path))).toEqual([]);
  expect(statSync(join(place, 'package/lib/cli.js')).mode & 0o111).toBe(0o111);
});

test('builds elsewhere the very site that the repository builds', () => {
  const program = join(place, 'package', 'lib', 'cli.js');
  const packed = run(program, 'build', 'cards', '--out', 'packed');
  expect(packed.status, packed.stderr).toBe(0);
  const source = run(
    join(ROOT, 'node_modules/tsx/dist/cli.mjs'),
    join(ROOT, 'src/cli.ts'),
    'build',
    'cards',
    '--out',
    'source',
  );
  expect(source.status, source.stderr).toBe(0);
  expect(Object.keys(digestTree(join(place, 'packed'))).length).toBeGreaterThan(50);
  expect(digestTree(join(place, 'packed'))).toEqual(digestTree(join(place, 'source')));
}, 120_000);

test('can be imported', () => {
  mkdirSync(join(place, 'node_modules'));
  symlinkSync(join(place, 'package'), join(place, 'node_modules', 'cardboard'), 'junction');
  const script = "import('cardboard').then((it) => console.log(typeof it.build))";
  expect(run('--input-type=module', '--eval', script).stdout).toBe('function\n');
});
