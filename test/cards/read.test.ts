import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCard, readCards } from '../../src/cards/read.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardboard-read-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function found(name: string, content?: string | Uint8Array) {
  if (content !== undefined) writeFileSync(join(folder, name), content);
  return { path: name, file: `cards/${name}`, absolute: join(folder, name), results: [] };
}

describe('readCard', () => {
  it('gives the text as it is, with the hash of its bytes', async () => {
    const { value, diagnostics } = await readCard(found('a.md', '# Ünïcode 🤗\r\nx\r'));
    expect(value).toEqual({
      path: 'a.md',
      file: 'cards/a.md',
      text: '# Ünïcode 🤗\r\nx\r',
      hash: createHash('sha256').update('# Ünïcode 🤗\r\nx\r').digest('hex'),
      results: [],
    });
    expect(diagnostics).toEqual([]);
  });

  it('takes a byte order mark off, and says so', async () => {
    const { value, diagnostics } = await readCard(found('a.md', '\uFEFF---\na: 1\n---\n'));
    expect(value?.text).toBe('---\na: 1\n---\n');
    expect(value?.hash).toBe(createHash('sha256').update('\uFEFF---\na: 1\n---\n').digest('hex'));
    expect(diagnostics).toMatchObject([{ code: 'front-matter/byte-order-mark', severity: 'info', line: 1 }]);
  });

  it('replaces bytes that are not UTF-8, and says where', async () => {
    const { value, diagnostics } = await readCard(found('a.md', Buffer.from('ok\ncaf\xe9 x', 'latin1')));
    expect(value?.text).toBe('ok\ncaf\uFFFD x');
    expect(diagnostics).toMatchObject([{ code: 'cards/not-utf8', severity: 'warning', line: 2, column: 4 }]);
  });

  it('reads up to 2 MB and not a byte more', async () => {
    const most = await readCard(found('a.md', 'x'.repeat(2_000_000)));
    expect(most.value?.text.length).toBe(2_000_000);
    const more = await readCard(found('b.md', 'x'.repeat(2_000_001)));
    expect(more.value).toBeNull();
    expect(more.diagnostics).toMatchObject([
      { code: 'cards/too-large', severity: 'error', file: 'cards/b.md' },
    ]);
  });

  it('reads an empty file', async () => {
    expect((await readCard(found('a.md', ''))).value?.text).toBe('');
  });

  it('tells of a file that is gone, and of a folder', async () => {
    for (const name of ['gone.md', '.']) {
      const { value, diagnostics } = await readCard(found(name));
      expect(value).toBeNull();
      expect(diagnostics).toMatchObject([{ code: 'cards/unreadable', severity: 'error' }]);
    }
  });
});

describe('readCards', () => {
  it('gives cards in the order asked for, also around one that cannot be read', async () => {
    const cards = Array.from({ length: 100 }, (_, i) =>
      found(`${i}.md`, i === 50 ? undefined : 'x'.repeat((i * 7919) % 5000)),
    );
    const read: (string | undefined)[] = [];
    for await (const { value } of readCards(cards)) read.push(value?.path);
    expect(read).toEqual(cards.map(({ path }, i) => (i === 50 ? undefined : path)));
  });
});

describe('files beside a card', () => {
  const beside = (kind: 'harness' | 'eval-results', name: string, content?: string | Uint8Array) => ({
    ...found(name, content),
    kind,
  });

  it('are read with it', async () => {
    const card = { ...found('a.md', 'x'), results: [beside('harness', 'results.json', '\uFEFF{"é": 1}')] };
    const { value, diagnostics } = await readCard(card);
    expect(value?.results).toEqual([
      {
        kind: 'harness',
        path: 'results.json',
        file: 'cards/results.json',
        text: '{"é": 1}',
        hash: createHash('sha256').update('\uFEFF{"é": 1}').digest('hex'),
      },
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('are left out where they are too large, alone or together, or cannot be read', async () => {
    const results = [
      beside('eval-results', 'a.yaml', 'x'.repeat(1_000_001)),
      beside('harness', 'b.json', 'x'.repeat(8_000_001)),
      beside('harness', 'c.json', 'x'.repeat(8_000_000)),
      beside('harness', 'd.json', 'x'.repeat(7_000_000)),
      beside('harness', 'e.json', 'x'.repeat(1_000_001)),
      beside('harness', 'f.json', 'x'.repeat(1_000_000)),
      beside('harness', 'missing.json'),
      beside('eval-results', 'g.yaml', Buffer.from('caf\xe9', 'latin1')),
    ];
    const { value, diagnostics } = await readCard({ ...found('a.md', 'x'), results });
    expect(value?.results.map(({ path }) => path)).toEqual(['c.json', 'd.json', 'f.json']);
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'results-file/too-large cards/a.yaml',
      'results-file/too-large cards/b.json',
      'results-file/too-large cards/e.json',
      'results-file/unreadable cards/missing.json',
      'results-file/too-large cards/g.yaml',
    ]);
  });
});
