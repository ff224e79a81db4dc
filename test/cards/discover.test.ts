import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discoverCards } from '../../src/cards/discover.ts';
import { UsageError } from '../../src/core/usage-error.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardboard-discover-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '# A card\n');
  }
}

const paths = async (place = folder) => (await discoverCards(place)).value.map(({ path }) => path);

describe('discoverCards', () => {
  it('finds every shape at any depth, in code unit order', async () => {
    put(
      'b/z/README.md',
      'b/Y/readme.MD',
      'a/deep/down/owner/name/README.md',
      'owner/name.md',
      'owner__name.md',
      'name.md',
      'alone/README.md',
    );
    expect(await paths()).toEqual([
      'a/deep/down/owner/name/README.md',
      'alone/README.md',
      'b/Y/readme.MD',
      'b/z/README.md',
      'name.md',
      'owner/name.md',
      'owner__name.md',
    ]);
  });

  it('passes over what is no card', async () => {
    put(
      'README.md',
      'CHANGELOG.md',
      'License.md',
      'owner/CONTRIBUTING.md',
      'owner/Code-of-Conduct.md',
      '.hidden/a/b/README.md',
      '.hidden.md',
      'node_modules/a/b/README.md',
      'a/b/notes.txt',
      'a/b/README.markdown',
      'a/b/.md',
    );
    const { value, diagnostics } = await discoverCards(folder);
    expect(value).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'cards/none', severity: 'warning' }]);
  });

  it('takes Markdown beside a model’s README.md for its own documentation', async () => {
    put('owner/name/README.md', 'owner/name/USAGE-NOTES.md', 'owner/README.md', 'owner/other.md');
    expect(await paths()).toEqual(['owner/README.md', 'owner/name/README.md', 'owner/other.md']);
  });

  it('names files as the folder was named', async () => {
    put('a/b.md');
    const { value } = await discoverCards(`${folder}/./x/../`);
    expect(value).toEqual([
      { path: 'a/b.md', file: `${folder}/a/b.md`, absolute: join(folder, 'a/b.md'), results: [] },
    ]);
  });

  it('takes one file for the card, with what of its path names the model', async () => {
    put('in/owner/name/README.md', 'in/owner__name.md');
    expect(await paths(join(folder, 'in/owner/name/README.md'))).toEqual(['owner/name/README.md']);
    expect(await paths(join(folder, 'in/owner__name.md'))).toEqual(['owner__name.md']);
  });

  it('finds the files with results beside a README.md, and beside no other card', async () => {
    put(
      'a/b/README.md',
      'a/b/.eval_results/y.yml',
      'a/b/.eval_results/x.YAML',
      'a/b/.eval_results/in/z.yaml',
    );
    put('a/b/results.json', 'a/b/results_2026.json', 'a/b/all_results.json', 'a/b/.eval_results/notes.md');
    put(
      'c/d.md',
      'c/results.json',
      'c/.eval_results/x.yaml',
      'results.json',
      'n/README.md',
      'n/results_n.json',
    );
    const { value, diagnostics } = await discoverCards(folder);
    expect(diagnostics).toEqual([]);
    expect(
      value.map((card) => [card.path, ...card.results.map(({ kind, path }) => `${kind} ${path}`)]),
    ).toEqual([
      [
        'a/b/README.md',
        'eval-results a/b/.eval_results/x.YAML',
        'eval-results a/b/.eval_results/y.yml',
        'harness a/b/results.json',
        'harness a/b/results_2026.json',
      ],
      ['c/d.md'],
      ['n/README.md', 'harness n/results_n.json'],
    ]);
    expect(value[0]?.results[0]).toMatchObject({
      file: `${folder}/a/b/.eval_results/x.YAML`,
      absolute: join(folder, 'a/b/.eval_results/x.YAML'),
    });
  });

  it('finds them beside one card given by hand, under the same paths', async () => {
    put('a/b/README.md', 'a/b/.eval_results/y.yml', 'a/b/results.json', 'a/c.md');
    const [card] = (await discoverCards(join(folder, 'a/b/README.md'))).value;
    const above = (card?.path ?? '').replace(/README\.md$/, '');
    expect(card?.results.map(({ path, file }) => [path, file])).toEqual([
      [`${above}.eval_results/y.yml`, join(folder, 'a/b/.eval_results/y.yml')],
      [`${above}results.json`, join(folder, 'a/b/results.json')],
    ]);
    expect((await discoverCards(join(folder, 'a/c.md'))).value[0]?.results).toEqual([]);
  });

  it('reads no more than 200 of them, and no links out of the folder', async () => {
    put('in/a/b/README.md', 'out/x.json', 'out/y/z.yaml', 'in/c/d/README.md', 'in/c/d/real.json');
    put(...Array.from({ length: 201 }, (_, i) => `in/a/b/results_${1000 + i}.json`));
    symlinkSync(join(folder, 'out/x.json'), join(folder, 'in/c/d/results_x.json'));
    symlinkSync(join(folder, 'out/y'), join(folder, 'in/c/d/.eval_results'));
    symlinkSync(join(folder, 'in/c/d/real.json'), join(folder, 'in/c/d/results_y.json'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'in/c/d/results_z.json'));
    const { value, diagnostics } = await discoverCards(join(folder, 'in'));
    expect(value.map(({ results }) => results.length)).toEqual([200, 1]);
    expect(value[1]?.results[0]?.path).toBe('c/d/results_y.json');
    expect(diagnostics.map(({ code, file }) => `${code} ${file.slice(folder.length)}`)).toEqual([
      'results-file/too-many /in/a/b/results_1200.json',
      'cards/outside /in/c/d/.eval_results',
      'cards/outside /in/c/d/results_x.json',
      'results-file/unreadable /in/c/d/results_z.json',
    ]);
  });

  it('does not follow links out of the folder', async () => {
    put('inside/a/b/README.md', 'outside/c/d/README.md');
    const root = join(folder, 'inside');
    symlinkSync(join(folder, 'outside'), join(root, 'link'));
    symlinkSync(join(folder, 'outside/c/d/README.md'), join(root, 'card.md'));
    symlinkSync('/etc/hostname', join(root, 'system.md'));
    const { value, diagnostics } = await discoverCards(root);
    expect(value.map(({ path }) => path)).toEqual(['a/b/README.md']);
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ['cards/outside', `${root}/card.md`],
      ['cards/outside', `${root}/link`],
      ['cards/outside', `${root}/system.md`],
    ]);
  });

  it('follows links to files inside, and is not caught in rings of folders', async () => {
    put('a/b/README.md');
    symlinkSync(join(folder, 'a/b/README.md'), join(folder, 'c.md'));
    symlinkSync(folder, join(folder, 'a/ring'));
    const { value, diagnostics } = await discoverCards(folder);
    expect(value.map(({ path }) => path)).toEqual(['a/b/README.md', 'c.md']);
    expect(diagnostics).toEqual([]);
  });

  it('tells of a card that is a dead link', async () => {
    put('a.md');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'b.md'));
    const { value, diagnostics } = await discoverCards(folder);
    expect(value.map(({ path }) => path)).toEqual(['a.md']);
    expect(diagnostics).toMatchObject([{ code: 'cards/unreadable' }]);
  });

  it('works where the folder itself is a link', async () => {
    put('real/a/b.md');
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    const { value, diagnostics } = await discoverCards(join(folder, 'link'));
    expect(value.map(({ path, file }) => [path, file])).toEqual([['a/b.md', join(folder, 'link/a/b.md')]]);
    expect(diagnostics).toEqual([]);
  });

  it('says so where there is nothing', async () => {
    await expect(discoverCards(join(folder, 'nowhere'))).rejects.toThrow(UsageError);
  });
});
