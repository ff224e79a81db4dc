import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstHeading, parseMarkdown, unclosedFence } from '../../src/parse/markdown.ts';

describe('a card is parsed', () => {
  it('with positions that count from the start of the file, the metadata left out', () => {
    const text = '---\nlicense: mit\n---\n\n# Demo\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
    const tree = parseMarkdown(text, text.indexOf('\n\n#') + 1);
    expect(tree.children.map((node) => `${node.type}@${node.position?.start.line}`)).toEqual([
      'heading@5',
      'table@7',
    ]);
  });

  it('without a block of metadata that stands inside the body', () => {
    const text = 'Copied.\n\n---\nlicense: mit\n---\n\n# Demo\n';
    const tree = parseMarkdown(text, 0, { start: text.indexOf('---'), end: text.indexOf('\n\n#') });
    expect(tree.children.map((node) => node.type)).toEqual(['paragraph', 'heading']);
  });

  it.each([
    ['# Demo *7B*\n\n## Use', 'Demo 7B'],
    ['## Use\n\n# Demo', 'Demo'],
    ['## Only this', 'Only this'],
    ['no heading', null],
  ])('%j is headed %j', (text, heading) => expect(firstHeading(parseMarkdown(text, 0))).toBe(heading));
});

describe('a hostile card takes no time to speak of', () => {
  it.each([
    ['nested quotes', `${'>'.repeat(3000)} x`],
    ['nested lists', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n')],
    ['nested lists in a line', `${'- '.repeat(2000)}x`],
    ['rows without end', '|1|\n|-|\n'.concat('|1|\n'.repeat(200_000))],
    ['brackets', '['.repeat(20_000)],
    ['emphasis', '*a_'.repeat(10_000)],
    ['emphasis in many paragraphs', `${'*a_'.repeat(1_000)}\n\n`.repeat(300)],
    ['emphasis in a cell', `| a |\n|---|\n| ${'*a_'.repeat(10_000)} |\n`],
    ['emphasis with a rule beneath', `a | b\n${'*a_'.repeat(10_000)}\n`],
    ['links that never end', '[a]('.repeat(120_000)],
    ['brackets in brackets', '['.repeat(240_000) + ']'.repeat(240_000)],
    ['underlined headings', 'a\n===\n'.repeat(9_000)],
    ['footnotes', Array.from({ length: 9_000 }, (_, index) => `[^${index}]: x\n`).join('\n')],
    ['cells beyond the header', `|a|b|\n|-|-|\n${`|${'x|'.repeat(500)}\n`.repeat(490)}`],
  ])(
    '%s',
    (_, text) => {
      const start = performance.now();
      parseMarkdown(text, 0);
      expect(performance.now() - start).toBeLessThan(16_000);
    },
    40_000,
  );
});

it('never throws', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('#', '|', '-', ' ', '\n', '>', '*', '`', 'a', '1', '[', ']', '<'),
        maxLength: 200,
      }),
      (text) => void parseMarkdown(text, 0),
    ),
  );
});

describe('a fence of code', () => {
  const offset = (text: string) => unclosedFence(parseMarkdown(text, 0), text);

  it.each([
    ['# A\n\n```python\nprint(1)\n\n| a |\n|---|\n', 5],
    ['```', 0],
    ['~~~~\ncode\n~~~\n', 0],
    ['```\r\ncode', 0],
  ])('that nothing closes is found: %j', (text, start) => expect(offset(text)).toBe(start));

  it.each([
    '```\ncode\n```\n',
    '```\ncode\n`````  \n\n',
    '~~~\n~~~',
    '    indented\n',
    '# A\n\ntext ``` text\n',
    '',
  ])('that is closed, or none, is passed: %j', (text) => expect(offset(text)).toBeNull());
});
