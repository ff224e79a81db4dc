import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../src/parse/front-matter.ts';

const read = (text: string) => parseFrontMatter(text, 'card.md');
const codes = (text: string) => read(text).diagnostics.map(({ code }) => code);
const body = (text: string) => text.slice(read(text).value.bodyOffset);

describe('where front matter starts and ends', () => {
  it.each([
    ['blank lines before the fence', '\n\n---\na: 1\n---\nbody', { a: 1 }, 'body'],
    ['spaces and tabs before the fence', '  \t\n \t---\na: 1\n---\nbody', { a: 1 }, 'body'],
    ['white space behind the closing fence', '---\na: 1\n---  \t\nbody', { a: 1 }, 'body'],
    ['CRLF', '---\r\na: 1\r\n---\r\nSome body\r\n', { a: 1 }, 'Some body\r\n'],
    ['an empty line between the fences', '---\n\n---\nbody', {}, 'body'],
    ['an empty line between CRLF fences', '---\r\n\r\n---\r\nbody', {}, 'body'],
    ['an end of file behind the closing fence', '---\na: 1\n---', { a: 1 }, ''],
    ['nothing but comments', '---\n# a: 1\n---\nbody', {}, 'body'],
    [
      'an empty first fence line followed by metadata',
      '---\r\n---\r\nlanguage: en\r\n---\r\nbody',
      { language: 'en' },
      'body',
    ],
    ['a rule in the body below', '---\na: 1\n---\nbody\n\n---\n\nmore', { a: 1 }, 'body\n\n---\n\nmore'],
  ])('is found with %s', (_name, text, data, rest) => {
    const { value, diagnostics } = read(text);
    expect(value).toMatchObject({ data, state: 'ok' });
    expect(text.slice(value.bodyOffset)).toBe(rest);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['text before it', 'Hello\n---\na: 1\n---\n'],
    ['a truly empty block', '---\n---\nbody\n'],
    ['no closing fence', '---\nHello\n'],
    ['four dashes as the fence', '----\na: 1\n----\n'],
    ['nothing at all', ''],
  ])('is not found with %s', (_name, text) => {
    expect(read(text).value).toMatchObject({ data: null, state: 'none', bodyOffset: 0, range: null });
    expect(codes(text)).toEqual(['front-matter/missing']);
  });

  it.each(['----', '--- x', '...', '  ---', '-- -'])('does not end at a line %j', (line) => {
    const text = `---\na: |\n  one\n${line}\n---\nbody`;
    expect(read(text).value.range).toEqual({ startLine: 1, endLine: 5 });
    expect(body(text)).toBe('body');
  });

  it('ends early at a fence inside a block text, as on the Hub', () => {
    const text = '---\na: |\n  one\n---\n  two\n---\nbody';
    expect(read(text).value.data).toEqual({ a: 'one\n' });
    expect(body(text)).toBe('  two\n---\nbody');
  });

  it('gives the lines of both fences', () => {
    expect(read('\n---\na: 1\nb: 2\n---\nbody').value.range).toEqual({ startLine: 2, endLine: 5 });
  });

  it('leaves the body alone where empty front matter makes the Hub read it as metadata', () => {
    const text = '---\n---\n# Title\ntext\n\n---\nmore';
    const { value } = read(text);
    expect(value).toMatchObject({ data: null, state: 'broken', range: { startLine: 1, endLine: 2 } });
    expect(body(text)).toBe('# Title\ntext\n\n---\nmore');
    expect(codes(text)).toEqual(['front-matter/not-a-mapping']);
  });

  it('skips a byte order mark, and says so', () => {
    const text = '\uFEFF---\na: 1\n---\nbody';
    expect(read(text).value.data).toEqual({ a: 1 });
    expect(body(text)).toBe('body');
    expect(codes(text)).toEqual(['front-matter/byte-order-mark']);
  });

  it('reads lone carriage returns as line ends, with a warning', () => {
    const text = '---\rlicense: mit\rtags:\r- a\r---\rbody';
    const { value, diagnostics } = read(text);
    expect(value.data).toEqual({ license: 'mit', tags: ['a'] });
    expect(value.position(['tags', 0])).toEqual({ line: 4, column: 3, endColumn: 4 });
    expect(body(text)).toBe('body');
    expect(diagnostics).toMatchObject([{ code: 'front-matter/line-ends', line: 1, column: 1 }]);
  });

  it('says where an unclosed block starts', () => {
    const { value, diagnostics } = read('\n---\nlicense: mit\ntags:\n- a\n\n# Title\n');
    expect(value).toMatchObject({ data: null, state: 'broken', bodyOffset: 0 });
    expect(diagnostics).toMatchObject([{ code: 'front-matter/unclosed', line: 2, column: 1, endColumn: 4 }]);
  });

  it('takes a card that starts with a rule for a card without metadata', () => {
    expect(codes('---\n\n# Title\n\nWe trained: a model.\n')).toEqual(['front-matter/missing']);
    expect(codes('---  \n\n# Title\n\n---\n\nText\n')).toEqual(['front-matter/missing']);
  });
});

describe('an opening fence with something behind it', () => {
  it.each(['js', 'javascript', 'JS', 'json', 'coffee', 'cson', 'toml', 'yaml', ' js '])(
    'runs and reads nothing: %j',
    (word) => {
      (globalThis as { ran?: boolean }).ran = false;
      const text = `---${word}\nglobalThis.ran = true;\n({ license: "mit" })\n---\nbody`;
      const { value, diagnostics } = read(text);
      expect((globalThis as { ran?: boolean }).ran).toBe(false);
      expect(value).toMatchObject({ data: null, state: 'broken' });
      expect(body(text)).toBe('body');
      expect(diagnostics).toMatchObject([{ code: 'front-matter/bad-fence', line: 1 }]);
    },
  );

  it('runs nothing that stands inside an ordinary block either', () => {
    (globalThis as { ran?: boolean }).ran = false;
    const { value } = read('---\na: !!js/function "function () { globalThis.ran = true }"\nb: 1\n---\n');
    expect((globalThis as { ran?: boolean }).ran).toBe(false);
    expect(value.data?.b).toBe(1);
    expect(typeof value.data?.a).not.toBe('function');
  });

  it('reports white space behind the dashes where metadata follows', () => {
    const text = '--- \nlicense: mit\n---\nbody';
    expect(codes(text)).toEqual(['front-matter/bad-fence']);
    expect(body(text)).toBe('body');
  });
});

describe('values', () => {
  const data = (yaml: string) => read(`---\n${yaml}\n---\n`).value.data;

  it.each([
    ['language: no', { language: 'no' }],
    ['a: yes', { a: 'yes' }],
    ['a: 2025-01-15', { a: '2025-01-15' }],
    ['a: 12:30', { a: '12:30' }],
    ['a: 010', { a: 10 }],
    ['a: 1_000', { a: '1_000' }],
    ['a: 0.9 ± 0.1', { a: '0.9 ± 0.1' }],
    ['a: 7.84%', { a: '7.84%' }],
    ['a:', { a: null }],
    ['a: {b: [1, "x"]}', { a: { b: [1, 'x'] } }],
    ['a: 🤗', { a: '🤗' }],
    ['base: &b {x: 1, y: 2}\na:\n  <<: *b\n  y: 3', { base: { x: 1, y: 2 }, a: { x: 1, y: 3 } }],
    ['a: !custom text', { a: 'text' }],
    ['{card_data}', { card_data: null }],
  ])('%s', (yaml, expected) => {
    expect(data(yaml)).toEqual(expected);
  });

  it('keeps a number as it is written', () => {
    const { value } = read(
      '---\nmodel-index:\n- results:\n  - dataset:\n      revision: 5503434e12 # short\n      n: "007"\n    metrics:\n    - value: 61.20\n    - value: &v 1e3\n    - value: *v\n    - value:\n---\n',
    );
    const at = (...path: (string | number)[]) => value.text(['model-index', 0, 'results', 0, ...path]);
    expect(at('dataset', 'revision')).toBe('5503434e12');
    expect(at('dataset', 'n')).toBe('007');
    expect(at('metrics', 0, 'value')).toBe('61.20');
    expect(at('metrics', 1, 'value')).toBe('1e3');
    expect(at('metrics', 2, 'value')).toBe('1e3');
    expect(at('metrics', 3, 'value')).toBeNull();
    expect(at('dataset')).toBeNull();
    expect(at('nowhere')).toBeNull();
  });

  it('has no dangerous keys', () => {
    const found = data('__proto__: {polluted: true}\na: 1') as object;
    expect(Object.keys(found)).toEqual(['a']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('places', () => {
  const text = [
    '---',
    'license: mit # free',
    'tags: [one, "two words", three]',
    'model-index:',
    '- name: zephyr',
    '  results:',
    '  -',
    '    task: {type: qa}',
    '    metrics:',
    '    - value:',
    '      type: acc',
    'base: &base',
    '  x: 1',
    'other: *base',
    'long: |',
    '  one',
    '  two',
    '---',
    '',
  ].join('\n');
  const { value } = read(text);

  it.each([
    [['license'], 2, 10, 13],
    [['tags', 1], 3, 13, 24],
    [['tags', 2], 3, 26, 31],
    [['model-index', 0, 'name'], 5, 9, 15],
    [['model-index', 0, 'results', 0, 'task', 'type'], 8, 18, 20],
    [['model-index', 0, 'results', 0, 'metrics', 0, 'value'], 10, 7, 12],
    [['model-index', 0, 'results', 0, 'metrics', 0, 'type'], 11, 13, 16],
    [['other'], 14, 8, 13],
    [['other', 'x'], 13, 6, 7],
    [['long'], 15, 7, 8],
  ])('of %j', (path, line, column, endColumn) => {
    expect(value.position(path)).toEqual({ line, column, endColumn });
  });

  it('are null for what is not there', () => {
    expect(value.position(['nothing'])).toBeNull();
    expect(value.position(['tags', 3])).toBeNull();
    expect(value.position(['license', 'x'])).toBeNull();
    expect(value.position(['license', 0])).toBeNull();
  });

  it('of keys', () => {
    expect(value.keyPosition(['model-index', 0, 'results'])).toEqual({ line: 6, column: 3, endColumn: 10 });
    expect(value.keyPosition(['tags', 1])).toBeNull();
  });

  it('are those of the file with CRLF and lines above the fence', () => {
    const shifted = read(`\r\n\r\n${text.replaceAll('\n', '\r\n')}`).value;
    expect(shifted.position(['model-index', 0, 'name'])).toEqual({ line: 7, column: 9, endColumn: 15 });
  });

  it('count an item without text', () => {
    const items = read('---\na:\n-\n- x\n-\n- y\n---\n').value;
    expect(items.data).toEqual({ a: [null, 'x', null, 'y'] });
    expect(items.position(['a', 1])).toEqual({ line: 4, column: 3, endColumn: 4 });
    expect(items.position(['a', 3])).toEqual({ line: 6, column: 3, endColumn: 4 });
  });
});
