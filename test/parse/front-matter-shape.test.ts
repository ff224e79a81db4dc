import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../src/parse/front-matter.ts';

const read = (text: string) => parseFrontMatter(text, 'card.md');

const BLOCK = `---
license: mit
tags:
- a
model-index:
- name: zephyr
  results:
  - task:
      type: text-generation
    dataset:
      name: QuizSet
      type: quizset
      args:
        num_few_shot: 5
    metrics:
    - type: acc
      value: 61.2
    source:
      url: https://example.org
      name: Example Board
---
`;
const FLAT = BLOCK.replace(/^ +/gm, '');

describe('metadata below other text', () => {
  it.each([
    ['a title', '# Zephyr\n'],
    ['a comment', '<!-- generated -->\n\n'],
    ['a rule', '----\n\n'],
    ['a word', 'Copied\n\n\n'],
  ])('is not used, and told: %s', (_name, before) => {
    const text = `${before}${BLOCK}\n# Title\n`;
    const { value, diagnostics } = read(text);
    expect(value).toMatchObject({ state: 'displaced', data: null, bodyOffset: 0 });
    const { start, end } = value.displaced as { start: number; end: number };
    expect(text.slice(start, end)).toBe(BLOCK);
    const line = before.split('\n').length;
    expect(value.range).toEqual({ startLine: line, endLine: line + 20 });
    expect(diagnostics).toMatchObject([{ code: 'front-matter/displaced', line, column: 1, endColumn: 4 }]);
  });

  it.each([
    ['in a code fence it is an example', `# How to write a card\n\n\`\`\`yaml\n${BLOCK}\`\`\`\n`],
    ['sections between rules are text', '# Title\n---\nNote: this is text.\nAnother: one.\n\n---\nMore.\n'],
    ['a table is a table', '# Title\n\n| a |\n---\n| 1 |\n---\n'],
    [
      'prose with one known word is prose',
      '# Title\n---\nlicense: we chose MIT\nas it is short.\nIt suits us.\n---\n',
    ],
  ])('%s', (_name, text) => {
    expect(read(text).value).toMatchObject({ state: 'none', displaced: null });
  });
});

describe('a card that has lost its structure', () => {
  it.each([
    ['at the top', FLAT],
    ['below the words of a web page', `160 lines\n6.8 KiB\nMarkdown\n${FLAT}`],
    ['without its fences', FLAT.replaceAll('---\n', '')],
    ['with CRLF', FLAT.replaceAll('\n', '\r\n')],
    ['with a pipe behind every line', FLAT.replaceAll('\n', ' |\n').replaceAll('--- |', '---')],
    ['with a pipe between all lines', FLAT.replaceAll('\n', '\n|\n')],
    ['with pipes between lines that kept their indentation', BLOCK.replace(/(?<!---)\n/g, '\n|\n')],
  ])('is flattened %s', (_name, text) => {
    const { value, diagnostics } = read(`${text}\n# Title\n`);
    expect(value).toMatchObject({ state: 'flattened', data: null });
    expect(diagnostics).toMatchObject([{ code: 'front-matter/flattened', severity: 'error' }]);
  });

  it('is told at the line where it shows', () => {
    const { diagnostics } = read(`one\ntwo\n${FLAT}`);
    expect(diagnostics).toMatchObject([{ line: 7, column: 1, endColumn: 13 }]);
  });

  it.each([
    ['an ordinary card', BLOCK],
    [
      'other keys named like inner ones',
      '---\nlicense: mit\nmodel-index:\n- name: x\n  results: []\nmetrics:\n- acc\ndataset: beans\nsource: here\n---\n',
    ],
    ['keys named like inner ones before it', '---\ntask: a\nresults: b\nsplit: c\nmodel-index: []\n---\n'],
    ['a body that shows it in a code fence', `---\nlicense: mit\n---\n\`\`\`\n${FLAT}\`\`\`\n`],
    ['a body that shows it in a code fence, without metadata', `# Title\n\n\`\`\`\n${FLAT}\`\`\`\n`],
    ['a table with empty cells', '---\nlicense: mit\n---\n\n| a | b |\n|---|---|\n|\n|\n|\n|\n|\n|\n'],
  ])('is not %s', (_name, text) => {
    expect(['ok', 'none']).toContain(read(`${text}\n# Title\n`).value.state);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '---',
      '---\n',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      '  ',
      '- ',
      ': ',
      'a',
      'b:',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '<<: ',
      '|',
      '>',
      '#',
      '? ',
      '!x ',
      '%',
      '@',
      '\uFEFF',
      '\u2028',
      '\u0000',
      '```',
      'model-index:',
      'results:',
      'license: mit',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  const anyCard = fc.oneof(
    anyText,
    anyText.map((text) => `---\n${text}\n---\nbody`),
    anyText.map(
      (text) =>
        `---\nlicense: mit\nmodel-index:\n- name: x\n  results:\n  - ${text}\n  - task: {}\n---\nbody`,
    ),
  );

  it('is read without a throw, and every place lies inside the file', () => {
    fc.assert(
      fc.property(anyCard, (text) => {
        const { value, diagnostics } = read(text);
        const lines = text.split(/\r\n|\r|\n/);
        const inside = (place: { line: number; column: number; endColumn?: number }) => {
          const line = lines[place.line - 1];
          expect(line).toBeDefined();
          expect(place.column).toBeGreaterThanOrEqual(1);
          expect(place.column).toBeLessThanOrEqual((line as string).length + 1);
          if (place.endColumn !== undefined) {
            expect(place.endColumn).toBeGreaterThan(place.column);
            expect(place.endColumn).toBeLessThanOrEqual(
              Math.max(place.column + 1, (line as string).length + 1),
            );
          }
        };
        diagnostics.forEach(inside);
        expect(value.bodyOffset).toBeLessThanOrEqual(text.length);
        if (value.range !== null) {
          expect(value.range.endLine).toBeGreaterThan(value.range.startLine);
          expect(value.range.endLine).toBeLessThanOrEqual(lines.length);
        }
        const visit = (data: unknown, path: (string | number)[], depth: number) => {
          const place = value.position(path);
          if (path.length > 0 && place !== null) inside(place);
          if (typeof data !== 'object' || data === null || depth > 4) return;
          for (const key of Object.keys(data)) {
            const step = Array.isArray(data) ? Number(key) : key;
            visit((data as Record<string, unknown>)[key], [...path, step], depth + 1);
          }
        };
        if (value.data !== null) visit(value.data, [], 0);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the scalars of valid metadata their own text and place', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(word, word), { minLength: 1, maxLength: 8, selector: ([key]) => key }),
        (pairs) => {
          const { value } = read(`---\n${pairs.map(([key, text]) => `${key}: ${text}`).join('\n')}\n---\n`);
          pairs.forEach(([key, text], index) => {
            expect(value.text([key])).toBe(text);
            const column = key.length + 3;
            expect(value.position([key])).toEqual({
              line: index + 2,
              column,
              endColumn: column + text.length,
            });
          });
        },
      ),
    );
  });
});
