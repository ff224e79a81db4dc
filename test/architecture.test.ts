/** Who may import whom, who may touch files, clock and console, and how long a file may be. */
import { describe, expect, it } from 'vitest';
import { complaintsAbout } from './support/house-rules.ts';
import { filesBelow, readProjectFile } from './support/project.ts';

const MOST_LINES = 300;

const sources = new Map(
  filesBelow('src')
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readProjectFile(`src/${path}`)]),
);

describe('the sources of src/', () => {
  it('keep to the rules', () => {
    expect(sources.size).toBeGreaterThan(10);
    expect(complaintsAbout(sources)).toEqual([]);
  });

  it(`are at most ${MOST_LINES} lines long`, () => {
    const long = [...sources].filter(([, source]) => source.split('\n').length > MOST_LINES + 1);
    expect(long.map(([path]) => path)).toEqual([]);
  });

  it('have plain names: lower case with hyphens, and no drawer for leftovers', () => {
    const odd = [...sources.keys()].filter(
      (path) =>
        !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(path) ||
        /(?:^|\/)(?:utils?|helpers?|misc|common)\.ts$/.test(path),
    );
    expect(odd).toEqual([]);
  });
});

describe('templates', () => {
  it('hold loops and no decisions about data', () => {
    const deciding = filesBelow('templates').filter((path) =>
      /\.(?:sort|filter|reduce|toFixed)\(|\bMath\.|\brequire\(|\bimport\(|\bprocess\b/.test(
        readProjectFile(`templates/${path}`),
      ),
    );
    expect(deciding).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const complaints = (files: Record<string, string>) => complaintsAbout(new Map(Object.entries(files)));

  it.each([
    ['core/a.ts', "import { x } from '../cards/read.ts';", 'core/ imports nothing outside core/'],
    ['core/a.ts', "import { z } from 'zod';", 'core/ needs no package'],
    ['extract/a.ts', "import { x } from '../parse/markdown.ts';", 'only types'],
    ['extract/a.ts', "export { x } from '../parse/markdown.ts';", 'only types'],
    ['extract/a.ts', "const x = await import('../parse/markdown.ts');", 'only types'],
    ['extract/a.ts', "import type { X } from '../store/types.ts';", 'to the right'],
    ['extract/a.ts', "import { build } from '../build.ts';", 'a room imports'],
    ['registry/a.ts', "import type { X } from '../cards/read.ts';", 'registry/ imports only core/'],
    ['cli.ts', "import { x } from './cards/read.ts';", 'through build.ts'],
    ['client/a.ts', "import type { X } from '../render/views.ts';", 'client/ imports only core/'],
    ['client/a.ts', "import { z } from 'zod';", 'client/ imports only core/'],
    ['render/a.ts', "import { x } from '../client/a.ts';", 'nobody imports client/'],
    ['render/a.ts', "import { readFileSync } from 'node:fs';", 'files are read and written only in'],
    ['core/a.ts', "import { readFile } from 'node:fs/promises';", 'files are read and written only in'],
    ['audit/a.ts', "import { DuckDBInstance } from '@duckdb/node-api';", 'store/ alone'],
    ['audit/a.ts', "import { execSync } from 'node:child_process';", 'the process'],
    ['cli.ts', "import { createServer } from 'node:http';", 'opens a port'],
    ['audit/a.ts', "await fetch('https://example.org');", 'nobody fetches'],
    ['audit/a.ts', 'console.log(1);', 'belong to the command line'],
    ['build.ts', 'export const now = Date.now();', 'belong to the command line'],
    ['build.ts', 'export const now = new Date();', 'belong to the command line'],
    ['build.ts', 'export const home = process.env.HOME;', 'belong to the command line'],
    ['core/a.ts', 'export const order = (a: string, b: string) => a.localeCompare(b);', 'locale'],
    ['core/a.ts', 'export const id = Math.random();', 'same bytes'],
    ['core/a.ts', 'export default 1;', 'named'],
    ['index.ts', 'export const x = 1;', 're-export'],
  ])('refuse in %s: %s', (path, source, reason) => {
    expect(complaints({ [path]: source }).join('\n')).toContain(reason);
  });

  it.each([
    ['extract/a.ts', "import type { Node } from '../parse/markdown.ts';"],
    ['extract/a.ts', "import { type Node } from '../parse/markdown.ts';"],
    [
      'extract/a.ts',
      "import { loadRegistry } from '../registry/load.ts'; import { diagnose } from '../core/diagnostic.ts';",
    ],
    ['commands/serve.ts', "import { serve } from '../site/serve.ts';"],
    ['site/a.ts', "import { writeFile } from 'node:fs/promises';"],
    ['render/template.ts', "import { readFileSync } from 'node:fs';"],
    ['build.ts', "import { readCards } from './cards/read.ts'; import { render } from './render/site.ts';"],
    ['cli.ts', "import { build } from './build.ts'; console.log(Date.now(), process.argv);"],
    ['store/a.ts', 'export const cards = { process: 1, console: 2 }; // console.log, Date.now()'],
    ['index.ts', "export { build } from './build.ts'; export type { Claim } from './core/claim.ts';"],
  ])('allow in %s: %s', (path, source) => {
    expect(complaints({ [path]: source })).toEqual([]);
  });

  it('follow the client into core/ and refuse what needs Node there', () => {
    const files = {
      'client/board.ts': "import { order } from '../core/order.ts';",
      'core/order.ts': "import { sha256 } from './hash.ts'; export const order = sha256;",
      'core/hash.ts': "import { createHash } from 'node:crypto'; export const sha256 = createHash;",
    };
    expect(complaints(files)).toEqual(['core/hash.ts needs node:crypto, and client/ needs it']);
  });

  it('find rings of imports, and let types close a ring', () => {
    const ring = { 'core/a.ts': "import { b } from './b.ts';", 'core/b.ts': "import { a } from './a.ts';" };
    expect(complaints(ring)).toEqual(['core/a.ts → core/b.ts → core/a.ts: a ring of imports']);
    expect(complaints({ ...ring, 'core/b.ts': "import type { A } from './a.ts';" })).toEqual([]);
  });
});
