import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { formatDiagnostics, groupThousands, summarise } from '../../src/core/report.ts';

const warning: Diagnostic = {
  severity: 'warning',
  code: 'normalize/unknown-benchmark',
  message: '"Zebra-QA" is not in the registry.',
  file: 'cards/acme/zephyr/README.md',
  line: 2,
  column: 13,
  endColumn: 21,
  hint: 'it gets a page of its own.',
};
const error: Diagnostic = {
  severity: 'error',
  code: 'front-matter/syntax',
  message: 'Broken.',
  file: 'a.md',
  line: 1,
  column: 1,
};
const text = (diagnostics: Diagnostic[], source: string | null, cards?: number) =>
  formatDiagnostics(diagnostics, 'text', () => source, cards === undefined ? {} : { cards });

describe('the text format', () => {
  it('shows the place, the line, a caret and the hint, and sums up', () => {
    expect(text([warning], 'name:\n      name: Zebra-QA (5-shot)\n', 812)).toBe(
      [
        'cards/acme/zephyr/README.md:2:13 warning normalize/unknown-benchmark  "Zebra-QA" is not in the registry.',
        '   2 |       name: Zebra-QA (5-shot)',
        '     |             ^^^^^^^^',
        '     hint: it gets a page of its own.',
        '0 errors, 1 warning in 812 cards',
        '',
      ].join('\n'),
    );
  });

  it('does without a source, an end, a hint and a number of cards', () => {
    expect(text([error], null)).toBe('a.md:1:1 error front-matter/syntax  Broken.\n1 error, 0 warnings\n');
    expect(text([], null, 1)).toBe('0 errors, 0 warnings in 1 card\n');
  });

  it('orders by file, line, column, code, whatever the order given', () => {
    const all = [
      { ...error, file: 'b.md' },
      { ...error, line: 10 },
      { ...error, line: 9, column: 2 },
      { ...error, line: 9, code: 'cards/none' as const },
      { ...error, line: 9 },
    ];
    const expected = text(all, null);
    expect(expected.match(/^\S+ \S+ \S+/gm)?.slice(0, 5)).toEqual([
      'a.md:9:1 error cards/none',
      'a.md:9:1 error front-matter/syntax',
      'a.md:9:2 error front-matter/syntax',
      'a.md:10:1 error front-matter/syntax',
      'b.md:1:1 error front-matter/syntax',
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(text(shuffled, null)).toBe(expected);
      }),
    );
  });

  it('shortens long lines around the caret', () => {
    const source = `${'a'.repeat(500)}HERE${'b'.repeat(500)}`;
    const [, frame, caret] = text([{ ...error, column: 501, endColumn: 505 }], source).split('\n') as [
      string,
      string,
      string,
    ];
    expect(frame.length).toBeLessThan(115);
    expect(frame).toMatch(/\| …a+HEREb+…$/);
    expect(caret.indexOf('^')).toBe(frame.indexOf('HERE'));
    expect(caret.match(/\^+/)?.[0].length).toBe(4);
  });

  it('puts the caret right below tabs, wide characters and emoji', () => {
    const width = (shown: string) =>
      [...shown].reduce((sum, character) => sum + (/[\u4e00-\u9fff🤗]/u.test(character) ? 2 : 1), 0);
    const source = '\t表🤗 x';
    const [, frame, caret] = text([{ ...error, column: source.indexOf('x') + 1 }], source).split('\n') as [
      string,
      string,
      string,
    ];
    expect(caret.indexOf('^')).toBe(width(frame.slice(0, frame.indexOf('x'))));
  });

  it('stands a caret behind the end of a line', () => {
    expect(text([{ ...error, column: 4 }], 'abc')).toContain('   1 | abc\n     |    ^\n');
    expect(text([{ ...error, column: 99 }], 'abc')).toContain('   1 | abc\n     |    ^\n');
  });

  it('lets no card steer the terminal', () => {
    const evil = '\u001b[31m\u0007\u202ekcab\u009b1m\r\n::error::x\u2028y';
    const shown = text([{ ...error, message: evil, hint: evil, file: evil }], evil);
    expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e|\u2028/u);
    expect(shown.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  });

  it('counts infos where there are any', () => {
    const info: Diagnostic = { ...error, severity: 'info' };
    expect(summarise([info, info, error], 3)).toBe('1 error, 0 warnings, 2 infos in 3 cards');
  });

  it('colours only through what it is given', () => {
    const painted = formatDiagnostics([error], 'text', () => 'x', {
      paint: (style, part) => `<${style}>${part}</>`,
    });
    expect(painted).toContain('<place>a.md:1:1</> <error>error</> <code>front-matter/syntax</>  Broken.\n');
    expect(painted).toContain('<caret>^</>');
  });

  it('has no more lines than it should, for any card text', () => {
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(any, any, fc.nat(40), fc.nat(40), (source, message, column, width) => {
        const shown = text(
          [{ ...error, message, column: column + 1, endColumn: column + 1 + width }],
          source.replace(/[\r\n]/g, ''),
        );
        expect([2, 4]).toContain(shown.trimEnd().split('\n').length);
      }),
    );
  });
});

describe('the json format', () => {
  it('is one array of plain objects', () => {
    expect(JSON.parse(formatDiagnostics([warning, error], 'json', () => null))).toEqual([error, warning]);
    expect(JSON.parse(formatDiagnostics([], 'json', () => null))).toEqual([]);
  });
});

describe('the github format', () => {
  it('is one workflow command a line', () => {
    expect(formatDiagnostics([warning, { ...error, severity: 'info' }], 'github', () => null)).toBe(
      [
        '::notice file=a.md,line=1,endLine=1,col=1,title=front-matter/syntax::Broken.',
        '::warning file=cards/acme/zephyr/README.md,line=2,endLine=2,col=13,endColumn=20,title=normalize/unknown-benchmark::"Zebra-QA" is not in the registry.%0Ahint: it gets a page of its own.',
        '',
      ].join('\n'),
    );
  });

  it('escapes what would end a command, a property or a line', () => {
    const evil = { ...error, file: 'a,b:c%.md', message: '100%\r\n::set-output name=x::y' };
    expect(formatDiagnostics([evil], 'github', () => null)).toBe(
      '::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,title=front-matter/syntax::100%25%0D%0A::set-output name=x::y\n',
    );
  });

  it('is empty where there is nothing to say', () => {
    expect(formatDiagnostics([], 'github', () => null)).toBe('');
  });
});

describe('groupThousands', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('%i → %s', (count, shown) => {
    expect(groupThousands(count)).toBe(shown);
  });
});
