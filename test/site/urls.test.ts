import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeUrls, type UrlInput } from '../../src/site/urls.ts';

const model = (id: string) => {
  const slash = id.indexOf('/');
  return slash < 0
    ? { id, owner: null, name: id }
    : { id, owner: id.slice(0, slash), name: id.slice(slash + 1) };
};

function urlsOf(ids: readonly string[], more: Partial<UrlInput> = {}) {
  return makeUrls({
    models: ids.map(model),
    boards: [],
    benchmarks: [],
    cards: [],
    assets: new Map(),
    ...more,
  });
}

const AWKWARD = [
  '../etc/passwd',
  '..',
  'a/..',
  './a',
  'a/b/c',
  'acme/.hidden',
  'acme/index.html',
  'acme/CON',
  'AUX/x',
  'acme/nul.txt',
  'acme/com1',
  'acme/ends.',
  'acme/two words',
  'acme/模型',
  'acme/模型二',
  '🦙/🦙',
  'acme/a%2Fb',
  'acme/a?b#c',
  'acme/back\\slash',
  'acme/nul\u0000',
  'acme/new\nline',
  `acme/${'x'.repeat(300)}`,
  `${'y'.repeat(300)}/${'x'.repeat(300)}`,
  `acme/${'é'.repeat(150)}`,
  '-/zephyr',
  'zephyr',
  '--flag',
  '/x',
  'x/',
  ' ',
];

/** What every path of a site keeps to, on any file system and any server. */
function expectSafe(path: string): void {
  expect(path).toMatch(/^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)+$/);
  expect(Buffer.byteLength(`${path}index.html`)).toBeLessThanOrEqual(200);
  for (const segment of path.split('/').slice(0, -1)) {
    expect(segment.length).toBeLessThanOrEqual(100);
    expect(segment).not.toMatch(/\.\.|\.$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|^index\.html$/i);
  }
}

describe('addresses of models', () => {
  test('are the ids, where these are names as on the Hub', () => {
    const ids = [
      'acme/Zephyr-7B-v0.1',
      'Qwen/Qwen2.5_x',
      '01-ai/Yi-34B',
      'EleutherAI/llemma_7b',
      'a/aux-7b',
      'a/console',
    ];
    const urls = urlsOf(ids);
    for (const id of ids) expect(urls.model(id)).toBe(`models/${id}/`);
  });

  test('are safe, different and short for any names', () => {
    const urls = urlsOf(AWKWARD);
    for (const id of AWKWARD) expectSafe(urls.model(id));
    expect(new Set(AWKWARD.map((id) => urls.model(id).toLowerCase())).size).toBe(AWKWARD.length);
  });

  test('stay readable where they can', () => {
    expect(urlsOf(['acme/Zephyr (7B) café']).model('acme/Zephyr (7B) café')).toMatch(
      /^models\/acme\/Zephyr-7B-cafe-[0-9a-f]{8}\/$/,
    );
  });

  test('of models without an owner lie in a folder that no owner can have', () => {
    const urls = urlsOf(['zephyr', '-/zephyr']);
    expect(urls.model('zephyr')).toBe('models/-/zephyr/');
    expect(urls.model('-/zephyr')).toMatch(/^models\/[0-9a-f]{8}\/zephyr\/$/);
  });

  test('that differ in case alone get a suffix each; others keep theirs', () => {
    const alone = urlsOf(['acme/Zephyr', 'acme/other']);
    const together = urlsOf(['acme/zephyr', 'acme/other', 'acme/Zephyr']);
    expect(alone.model('acme/Zephyr')).toBe('models/acme/Zephyr/');
    expect(together.model('acme/Zephyr')).toMatch(/^models\/acme\/Zephyr-[0-9a-f]{8}\/$/);
    expect(together.model('acme/zephyr')).toMatch(/^models\/acme\/zephyr-[0-9a-f]{8}\/$/);
    expect(together.model('acme/other')).toBe('models/acme/other/');
  });

  test('hold for any set of ids, in any order, and mostly whoever else is there', () => {
    const id = fc.oneof(
      fc.constantFrom(...AWKWARD, 'acme/Zephyr', 'ACME/zephyr', 'acme/zephyr'),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ maxLength: 12 }).map((name) => `acme/${name}`),
    );
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 20 }), (ids) => {
        const urls = urlsOf(ids);
        const reversed = urlsOf([...ids].reverse());
        for (const each of ids) {
          expectSafe(urls.model(each));
          expect(reversed.model(each)).toBe(urls.model(each));
        }
        expect(new Set(ids.map((each) => urls.model(each).toLowerCase())).size).toBe(ids.length);
      }),
    );
  });
});

describe('other addresses', () => {
  test('boards and benchmarks have folders; unknown benchmarks keep what is safe of their names', () => {
    const urls = urlsOf([], {
      boards: ['mt_bench'],
      benchmarks: ['arc_challenge', 'Zebra QA', '../x', 'MMLU', 'mmlu'],
    });
    expect(urls.board('mt_bench')).toBe('boards/mt_bench/');
    expect(urls.benchmark('arc_challenge')).toBe('benchmarks/arc_challenge/');
    expect(urls.benchmark('Zebra QA')).toMatch(/^benchmarks\/Zebra-QA-[0-9a-f]{8}\/$/);
    expect(urls.benchmark('../x')).toMatch(/^benchmarks\/x-[0-9a-f]{8}\/$/);
    expect(urls.benchmark('MMLU').toLowerCase()).not.toBe(urls.benchmark('mmlu').toLowerCase());
  });

  test('a claim is a place on the page of its card', () => {
    const cards = [{ path: 'acme/odd#name/README.md', model: 'acme/Zephyr' }];
    expect(urlsOf(['acme/Zephyr'], { cards }).claim('acme/odd#name/README.md#L138C14')).toBe(
      'models/acme/Zephyr/#L138C14',
    );
  });

  test('asking for what was never made is a bug', () => {
    expect(() => urlsOf([]).model('acme/none')).toThrow('acme/none');
    expect(() => urlsOf([]).asset('none.css')).toThrow('none.css');
  });
});
