import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../src/parse/front-matter.ts';

const read = (text: string) => parseFrontMatter(text, 'card.md');

describe('duplicate keys', () => {
  it('warn where the later stands; the last wins', () => {
    const { value, diagnostics } = read('---\nlicense: mit\ntags: [a]\nlicense: apache-2.0\n---\n');
    expect(value).toMatchObject({ state: 'ok', data: { license: 'apache-2.0', tags: ['a'] } });
    expect(value.position(['license'])).toEqual({ line: 4, column: 10, endColumn: 20 });
    expect(diagnostics).toMatchObject([
      { code: 'front-matter/duplicate-key', line: 4, column: 1, endColumn: 8 },
    ]);
    expect(diagnostics[0]?.message).toContain('first on line 2');
  });

  it('are found at any depth', () => {
    const { diagnostics } = read('---\na:\n- b: 1\n  c: {d: 1, d: 2}\n  b: 2\n---\n');
    expect(diagnostics.map(({ line, column }) => [line, column])).toEqual([
      [4, 13],
      [5, 3],
    ]);
  });
});

describe('tabs', () => {
  it('are read as two spaces, with a warning at the first', () => {
    const { value, diagnostics } = read(
      '---\nlicense: mit\nmodel-index:\n- name: x\n\tresults:\n\t- task:\n\t\t\ttype: qa\n---\nbody',
    );
    expect(value).toMatchObject({
      state: 'ok',
      data: { license: 'mit', 'model-index': [{ name: 'x', results: [{ task: { type: 'qa' } }] }] },
    });
    expect(diagnostics).toMatchObject([
      { code: 'front-matter/tab', severity: 'warning', line: 5, column: 1 },
    ]);
    expect(value.position(['model-index', 0, 'results', 0, 'task', 'type'])).toEqual({
      line: 7,
      column: 10,
      endColumn: 12,
    });
  });

  it('inside values are nobody’s business', () => {
    const { value, diagnostics } = read('---\nlicense:\tmit\ntags: [a,\tb]\n---\n');
    expect(value.data).toEqual({ license: 'mit', tags: ['a', 'b'] });
    expect(diagnostics).toEqual([]);
  });
});

describe('syntax errors', () => {
  it.each([
    ['a second colon', 'license: mit\nsummary: one: two\ntags: [a]', 3, 13],
    ['a quote that is not closed', 'license: mit\nsummary: "one\ntags: [a]', 3, 10],
    ['a bracket that is not closed', 'license: mit\nsummary: [one\ntags: [a]', 3, 10],
    ['a reserved character', 'license: mit\nsummary: @one\ntags: [a]', 3, 10],
    ['a backtick', 'license: mit\nsummary: `one`\ntags: [a]', 3, 10],
    ['an unknown anchor', 'license: mit\nsummary: *one\ntags: [a]', 3, 10],
    ['a line without a colon', 'license: mit\nsummary one\ntags: [a]', 3, 1],
    ['a control character', 'license: mit\nsummary: o\u0007e\ntags: [a]', 3, null],
    ['an end of document', 'license: mit\n...\ntags: [a]', 3, 1],
  ])('%s: the right place, and the other keys are used', (_name, yaml, line, column) => {
    const { value, diagnostics } = read(`---\n${yaml}\n---\nbody`);
    expect(value.state).toBe('broken');
    expect(value.data).toEqual({ license: 'mit', tags: ['a'] });
    expect(value.position(['tags', 0])).toEqual({ line: 4, column: 8, endColumn: 9 });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'front-matter/syntax', severity: 'error', line });
    if (column !== null) expect(diagnostics[0]?.column).toBe(column);
  });

  it('lose one result of a model-index, and no more', () => {
    const result = (value: string) =>
      `  - task:\n      type: qa\n    metrics:\n    - type: acc\n      value: ${value}\n`;
    const text = `---\nlicense: mit\nmodel-index:\n- name: x\n  results:\n${result('1')}${result('"2')}${result('3')}tags: [a]\n---\n`;
    const { value, diagnostics } = read(text);
    const index = value.data?.['model-index'] as { results: { metrics: { value: number }[] }[] }[];
    expect(index[0]?.results.map((entry) => entry.metrics[0]?.value)).toEqual([1, 3]);
    expect(value.data).toMatchObject({ license: 'mit', tags: ['a'] });
    expect(diagnostics).toMatchObject([{ code: 'front-matter/syntax', line: 15, column: 14 }]);
    expect(value.position(['model-index', 0, 'results', 1, 'metrics', 0, 'value'])?.line).toBe(20);
  });

  it('of several keys are all told', () => {
    const { value, diagnostics } = read('---\na: b: c\nlicense: mit\nd: [\ne: 1\n---\n');
    expect(value.data).toEqual({ license: 'mit', e: 1 });
    expect(diagnostics.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('leave nothing of a block that has nothing else', () => {
    const { value } = read('---\n{{card_data}\n---\n# Title\n');
    expect(value).toMatchObject({ state: 'broken', range: { startLine: 1, endLine: 3 } });
  });
});

describe('front matter that is no mapping', () => {
  it.each(['[]', '- a\n- b', 'just text', '42'])('%j', (yaml) => {
    const text = `---\n${yaml}\n---\n# Title`;
    const { value, diagnostics } = read(text);
    expect(value).toMatchObject({ data: null, state: 'broken' });
    expect(text.slice(value.bodyOffset)).toBe('# Title');
    expect(diagnostics).toMatchObject([{ code: 'front-matter/not-a-mapping', line: 2, column: 1 }]);
  });
});

describe('hostile YAML', () => {
  const within = (milliseconds: number, text: string) => {
    const start = performance.now();
    const checked = read(text);
    expect(performance.now() - start).toBeLessThan(milliseconds);
    return checked;
  };

  it('does not expand aliases beyond the limit', () => {
    const levels = Array.from({ length: 12 }, (_, i) =>
      i === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
        : `a${i}: &a${i} [${Array(10)
            .fill(`*a${i - 1}`)
            .join(', ')}]`,
    );
    const { value, diagnostics } = within(200, `---\nlicense: mit\n${levels.join('\n')}\n---\nbody`);
    expect(value).toMatchObject({ data: null, state: 'broken' });
    expect(diagnostics).toMatchObject([{ code: 'front-matter/too-complex', line: 4 }]);
  });

  it('does not repeat a long text without end', () => {
    const text = `---\na: &a ${'x'.repeat(100_000)}\nb: [${Array(1000).fill('*a').join(', ')}]\n---\n`;
    expect(within(200, text).diagnostics).toMatchObject([{ code: 'front-matter/too-complex' }]);
  });

  it('does not follow a value into itself', () => {
    expect(within(100, '---\na: &a [*a]\n---\n').diagnostics).toMatchObject([
      { code: 'front-matter/too-complex' },
    ]);
  });

  it('does not sink into depth', () => {
    expect(within(200, `---\na: ${'['.repeat(5000)}\n---\n`).diagnostics).toMatchObject([
      { code: 'front-matter/too-complex' },
    ]);
    const chain = Array.from(
      { length: 40 },
      (_, i) => `a${i}: &a${i} [[[[[[${i === 0 ? 1 : `*a${i - 1}`}]]]]]]`,
    );
    expect(within(200, `---\n${chain.join('\n')}\n---\n`).diagnostics).toMatchObject([
      { code: 'front-matter/too-complex' },
    ]);
  });

  it('allows as many aliases as a real card may have', () => {
    const source = 'source: &s {name: Board, url: https://example.org}\n';
    const { value, diagnostics } = read(`---\n${source}all: [${Array(2000).fill('*s').join(', ')}]\n---\n`);
    expect(diagnostics).toEqual([]);
    expect(value.data?.all).toHaveLength(2000);
  });

  it.each([
    ['newlines without end', `---${'\n'.repeat(200_000)}`],
    ['newlines and a body', `---${'\n'.repeat(200_000)}body`],
    ['CRLF without end', `---${'\r\n'.repeat(200_000)}`],
    ['newlines inside', `---\na: 1${'\n'.repeat(200_000)}b: 2\n---\n`],
    ['newlines before', `${'\n'.repeat(200_000)}---\na: 1\n---\n`],
    ['carriage returns inside', `---\na: 1${'\r'.repeat(200_000)}b: 2\n---\n`],
    ['line separators inside', `---\na: 1\n${'\u2028'.repeat(200_000)}\nb: 2\n---\n`],
    ['spaces', `---\n${' '.repeat(400_000)}\n---\n`],
    ['dashes', `---\n${'-'.repeat(400_000)}\n---\n`],
    ['fences that are none', `---\n${'---x\n'.repeat(80_000)}`],
    ['fences with trailing blanks', `---\n${'--- \t x\n'.repeat(50_000)}`],
    ['list items', `---\na:\n${'- x\n'.repeat(60_000)}---\n`],
    ['broken lines', `---\n${'a: b: c\n'.repeat(20_000)}---\n`],
    ['properties', `---\na: ${'&a '.repeat(20_000)}x\n---\n`],
    [
      'nested anchors',
      `---\n${Array.from({ length: 90 }, (_, i) => `${' '.repeat(i)}&a${i} k${i}:`).join('\n')}\n---\n`,
    ],
    ['unknown anchors', `---\n${Array.from({ length: 20_000 }, (_, i) => `k${i}: *x`).join('\n')}\n---\n`],
    ['loose lines', `---\nmodel-index:\n- name: x\n  results:\n${'  - task:\nloose\n'.repeat(20_000)}---\n`],
    ['loose lines among keys', `---\n${'a: 1\nloose\n'.repeat(20_000)}---\n`],
    ['loose lines alone', `---\nmodel-index:\n${'loose\n'.repeat(50_000)}---\n`],
    ['nested dashes', `---\n${'- '.repeat(50_000)}x\n---\n`],
    ['question marks', `---\n${'? '.repeat(50_000)}x\n---\n`],
    ['tabs', `---\n${'\ta:\n'.repeat(50_000)}---\n`],
    ['quotes', `---\n${'a: "\n'.repeat(30_000)}---\n`],
    ['comments', `---\n${' #\n'.repeat(100_000)}---\n`],
    [
      'merge keys',
      `---\na: &a {${Array.from({ length: 200 }, (_, i) => `k${i}: 1`).join(', ')}}\n${Array.from({ length: 2000 }, (_, i) => `b${i}: {<<: *a}`).join('\n')}\n---\n`,
    ],
  ])('is read in no time: %s', (_name, text) => {
    within(1000, text);
  });
});
