/**
 * Every folder of test/fixtures/cards holds a card, input.md, read as acme/demo_7b/README.md or as path.txt says.
 * expected.yml lists what a careful reader takes from it; claims.txt and diagnostics.txt are snapshots of everything.
 * not-yet.txt names the folders whose expected.yml is not reached yet, each with the reason.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { parseMarkdown } from '../../src/parse/markdown.ts';
import { readOne } from '../../src/reading.ts';
import { loadRegistry } from '../../src/registry/load.ts';
import { differences, readExpected } from '../support/expected-claims.ts';

const folder = join(import.meta.dirname, '../fixtures/cards');
const registry = loadRegistry(join(import.meta.dirname, '../../registry')).value;

const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** The folders that not-yet.txt names: `name: what is wrong` a line. */
const notYet = new Map(
  readFileSync(join(folder, 'not-yet.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
);

function inputOf(name: string): { path: string; text: string } {
  const pathFile = join(folder, name, 'path.txt');
  const path = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'acme/demo_7b/README.md';
  return { path, text: readFileSync(join(folder, name, 'input.md'), 'utf8') };
}

/** First and last line of each Markdown table of a card's body that has a number below its header. */
function tablesWithNumbers(text: string): { first: number; last: number }[] {
  const tables: { first: number; last: number }[] = [];
  visit(parseMarkdown(text, 0, null), (node) => {
    if (node.type !== 'table' || !node.position) return;
    const { start, end } = node.position;
    const below = text.split('\n').slice(start.line + 1, end.line);
    if (below.some((row) => /\|[\s*_`]*\d+(?:\.\d+)?[\s*_`%]*\|/.test(row)))
      tables.push({ first: start.line, last: end.line });
  });
  return tables;
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}

const holds = (file: string) => (name: string) => existsSync(join(folder, name, file));

function read(path: string, text: string) {
  const reading = readOne({ path, file: path, text, hash: '', results: [] }, registry, []);
  return { reading, normalized: normalize([reading], registry, DEFAULT_CONFIG) };
}

/** One line a claim: short enough to review, with everything that a wrong reading would change. */
function describeClaims(path: string, text: string): { claims: string; diagnostics: string } {
  const { reading, normalized } = read(path, text);
  const claims = normalized.claims.map((claim) => {
    const { source } = claim;
    const place = `${source.line}:${source.column}${source.cell === null ? '' : ` cell ${source.cell}`} ${source.kind}`;
    const said = [
      claim.subject === 'self' ? 'self' : claim.model_as_written,
      claim.benchmark_as_written,
      claim.metric_as_written ?? '–',
      claim.shots === null ? '–' : `${claim.shots}-shot`,
      claim.setting ?? '–',
      claim.split ?? '–',
      `${claim.value}${claim.unit_as_written === 'percent' ? '%' : ''}${claim.stderr === null ? '' : ` ± ${claim.stderr}`}`,
    ];
    const meant = `${claim.model} | ${claim.benchmark} | ${claim.metric} | ${claim.score} ${claim.unit}`;
    return `${claim.status} ${place} ${source.raw}\n    ${said.join(' | ')}\n    = ${meant}\n${claim.because.map((why) => `      ${why}`).join('\n')}`;
  });
  const diagnostics = [...reading.diagnostics, ...normalized.diagnostics].map(
    ({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code} ${message}`,
  );
  return { claims: `${claims.join('\n')}\n`, diagnostics: `${diagnostics.join('\n')}\n` };
}

describe('cards are read as', () => {
  it.each(cases.filter(holds('claims.txt')))('%s', async (name) => {
    const { path, text } = inputOf(name);
    const { claims, diagnostics } = describeClaims(path, text);
    await expect(claims).toMatchFileSnapshot(join(folder, name, 'claims.txt'));
    await expect(diagnostics).toMatchFileSnapshot(join(folder, name, 'diagnostics.txt'));
  });

  it('the same with CRLF line ends, but for nothing', () => {
    for (const name of cases) {
      const { text } = inputOf(name);
      expect(describeClaims('acme/demo_7b.md', text.replaceAll('\n', '\r\n')).claims, name).toBe(
        describeClaims('acme/demo_7b.md', text).claims,
      );
    }
  });
});

describe('no table goes unread in silence', () => {
  it.each(cases)('%s', (name) => {
    const { path, text } = inputOf(name);
    const { reading } = read(path, text);
    const silent = tablesWithNumbers(text).filter(
      ({ first, last }) =>
        !reading.claims.some(({ source }) => source.line >= first && source.line <= last) &&
        !reading.diagnostics.some(
          ({ code, line }) => code.startsWith('extract/') && line >= first && line <= last,
        ),
    );
    expect(silent).toEqual([]);
  });
});

describe('a careful reader agrees on', () => {
  it.each(cases.filter(holds('expected.yml')))('%s', (name) => {
    const { path, text } = inputOf(name);
    const expected = readExpected(readFileSync(join(folder, name, 'expected.yml'), 'utf8'));
    const wrong = differences(read(path, text).normalized.claims, expected);
    if (notYet.has(name))
      expect(wrong, `${name} is read rightly now: take it off not-yet.txt`).not.toEqual([]);
    else expect(wrong.join('\n')).toBe('');
  });

  it('no folder without anything to hold it to, and no name in not-yet.txt without a folder and a reason', () => {
    const idle = cases.filter((name) => !holds('expected.yml')(name) && !holds('claims.txt')(name));
    expect(idle).toEqual([]);
    const stale = [...notYet].filter(
      ([name, why]) => why === '' || !cases.filter(holds('expected.yml')).includes(name),
    );
    expect(stale).toEqual([]);
  });
});
