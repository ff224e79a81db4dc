import { describe, expect, it } from 'vitest';
import type { BuildSummary } from '../../src/build.ts';
import { startProgress } from '../../src/commands/progress.ts';
import { duration, formatSummary } from '../../src/commands/summary.ts';
import type { Stream, Terminal } from '../../src/commands/terminal.ts';
import { CODES, type Code } from '../../src/core/codes.ts';
import { diagnose } from '../../src/core/diagnostic.ts';

const plain = { colour: (_colour: string, text: string) => text };
const options = { folder: 'my cards', timings: true, calledAs: 'cardboard', workingFolder: '/home/me' };
const SUMMARY: BuildSummary = {
  cards: 1989,
  cached: 1200,
  accepted: 12_345,
  held: 67,
  results: 9876,
  models: 2100,
  boards: 9,
  pages: 4321,
  written: 1,
  diagnostics: [],
  timings: [
    { stage: 'read', milliseconds: 61_500, count: 1989 },
    { stage: 'export', milliseconds: 120, count: 7 },
    { stage: 'render', milliseconds: 1234, count: 4321 },
    { stage: 'export', milliseconds: 30, count: 7 },
  ],
  out: '/home/me/dist',
  sources: () => null,
};

describe('the summary of a build', () => {
  it('is aligned, counts by kind, and ends with where to look', () => {
    const problem = (code: Code, count: number) =>
      Array.from({ length: count }, () => diagnose(code, { file: 'a.md', line: 1, column: 1 }, 'x'));
    const diagnostics = [
      ...problem('front-matter/duplicate-key', 2),
      ...problem('normalize/unknown-benchmark', 1200),
      ...problem('front-matter/syntax', 1),
      ...problem('front-matter/missing', 9),
    ];
    expect(formatSummary({ ...SUMMARY, diagnostics }, plain, options)).toBe(
      `cards     1,989 read, 1,200 of them unchanged since the last build
claims    12,345 accepted, 67 held
results   9,876
models    2,100
boards    9
pages     4,321, 1 file written
warnings  1,202
errors    1

      1  front-matter/syntax          ${CODES['front-matter/syntax'].title}
  1,200  normalize/unknown-benchmark  ${CODES['normalize/unknown-benchmark'].title}
      2  front-matter/duplicate-key   ${CODES['front-matter/duplicate-key'].title}
  cardboard check 'my cards' shows each of them in its place.

read   1 min 2 s  1,989 handled
export    150 ms  7 handled
render     1.2 s  4,321 handled
total  1 min 3 s

Open dist/index.html, or look at it with cardboard serve.
`,
    );
  });

  it('names a folder elsewhere in full', () => {
    const text = (out: string) =>
      formatSummary({ ...SUMMARY, out }, plain, options)
        .split('\n')
        .at(-2);
    expect(text('/srv/my site')).toBe(
      "Open /srv/my site/index.html, or look at it with cardboard serve '/srv/my site'.",
    );
    expect(text('/home/me/site')).toBe('Open site/index.html, or look at it with cardboard serve site.');
  });

  it('names the scripts of npm in the repository itself', () => {
    const npm = { ...options, calledAs: 'npm run --silent cardboard --' };
    const diagnostics = [diagnose('front-matter/tab', { file: 'a.md', line: 1, column: 1 }, 'x')];
    const text = formatSummary({ ...SUMMARY, diagnostics }, plain, npm);
    expect(text).toContain("npm run --silent cardboard -- check 'my cards' shows");
    expect(text).toMatch(/look at it with npm run serve\.\n$/);
    expect(formatSummary({ ...SUMMARY, out: '/home/me/site' }, plain, npm)).toMatch(
      /npm run serve -- site\.\n$/,
    );
  });

  it.each([
    [0.2, '0 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [59_940, '59.9 s'],
    [59_960, '1 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('says %f ms as %s', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words);
  });
});

describe('progress', () => {
  function show(isTerminal: boolean) {
    let clock = 0;
    let printed = '';
    const stream: Stream = {
      isTerminal,
      columns: 20,
      colour: (_colour, text) => text,
      write: async (text) => {
        printed += text;
      },
    };
    const terminal: Terminal = {
      out: stream,
      error: stream,
      now: () => clock,
      calledAs: 'cardboard',
      debug: false,
      onInterrupt: () => () => {},
    };
    const progress = startProgress(terminal);
    return {
      at(time: number, done: number) {
        clock = time;
        progress.effects.progress('reading', done, 1989);
      },
      finish: progress.finish,
      log: progress.effects.log,
      printed: () => printed,
    };
  }

  it('is silent in a pipe', () => {
    const shown = show(false);
    shown.at(5000, 10);
    shown.finish();
    expect(shown.printed()).toBe('');
  });

  it('is silent for the first second', () => {
    const shown = show(true);
    shown.at(999, 10);
    shown.finish();
    expect(shown.printed()).toBe('');
  });

  it('keeps one line, no wider than the terminal, and takes it away', () => {
    const shown = show(true);
    shown.at(1000, 10);
    shown.at(1050, 11);
    shown.at(1100, 1200);
    shown.finish();
    shown.finish();
    expect(shown.printed()).toBe('\r\u001b[2Kreading: 10 of 1,98\r\u001b[2Kreading: 1,200 of 1\r\u001b[2K');
  });

  it('makes room for messages', () => {
    const shown = show(true);
    shown.at(2000, 10);
    shown.log('hello');
    expect(shown.printed()).toBe('\r\u001b[2Kreading: 10 of 1,98\r\u001b[2Khello\n');
  });
});
