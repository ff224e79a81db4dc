/** What holds for every card, however mad: no throw, bounded time, places that exist, and no dependence on accidents. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardReading } from '../../src/core/card.ts';
import { type Claim, claimAnchor, compareClaims } from '../../src/core/claim.ts';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { readOne } from '../../src/reading.ts';
import { loadRegistry } from '../../src/registry/load.ts';

const registry = loadRegistry(join(import.meta.dirname, '../../registry')).value;

function read(text: string, path = 'acme/demo_7b/README.md'): CardReading {
  return readOne({ path, file: path, text, hash: '', results: [] }, registry, []);
}

/** A card of some kilobytes may take this long on a busy machine; a backtracking expression takes minutes. */
const MOST_MILLISECONDS = 3000;
/** Cards of some hundred kilobytes, most of whose time is Markdown's own. */
const MOST_FOR_LARGE = 12_000;

const number = fc.oneof(
  fc.integer({ min: -20, max: 2000 }).map(String),
  fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value.toFixed(2)),
  fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value.toFixed(4)),
);
const label = fc.constantFrom(
  ...[
    'MMLU',
    'GSM8K (8-shot)',
    'HumanEval pass@1',
    'ARC',
    'Demo-7B',
    'Meadow-13B',
    'Ours',
    'Model',
    'Benchmark',
  ],
  ...[
    'Metric',
    'acc_norm',
    'F1',
    'WER ↓',
    'Average',
    'n-shot',
    'Stderr',
    'Params',
    'Rank',
    'Notes',
    '平均',
    'Модель',
  ],
  ...[
    '[MMLU](https://example.org)',
    '**BBH**',
    '`x|y`',
    '![i](https://example.org/i.png)',
    'STEM',
    '± 0.4',
    '',
  ],
);
const noise = fc.oneof(
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.string({ maxLength: 20, unit: fc.constantFrom(...'|\\`*_<>&;:#-=+~()[]{}%/.,0123456789 \t"\'!@^$') }),
  fc.constantFrom(
    '<br>',
    '&nbsp;',
    '\\|',
    '[^1]',
    '<!--',
    '-->',
    '</table>',
    '<td>',
    '\u2028',
    '\u0000',
    '\u202e',
  ),
);
const cell = fc.oneof(
  { weight: 5, arbitrary: number },
  { weight: 3, arbitrary: label },
  { weight: 1, arbitrary: noise },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('**', '*', '~', '<b>', '$', '(', '↑'),
        number,
        fc.constantFrom('**', '%', ' ± 0.3', '†', ' (5-shot)', ' / 3.1', '[^1]', '</b>', '<sup>2</sup>'),
      )
      .map((parts) => parts.join('')),
  },
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
/** A table as authors mean it: labels above and at the left, whatever else inside. */
const labelled = fc
  .tuple(
    fc.array(label, { minLength: 2, maxLength: 6 }),
    fc.array(fc.tuple(label, fc.array(cell, { maxLength: 6 })), { maxLength: 5 }),
  )
  .map(([header, body]) => [header, ...body.map(([first, cells]) => [first, ...cells])]);
const pipeTable = fc
  .tuple(
    fc.oneof(rows, labelled),
    fc.constantFrom('full', 'full', 'full', 'short', 'none'),
    fc.constantFrom('', '', '> ', '- ', '   ', '\t'),
  )
  .map(([body, rule, indent]) => {
    const width = rule === 'none' ? 0 : rule === 'short' ? 1 : (body[0]?.length ?? 1);
    const [header, ...rest] = body.map((cells) => `${indent}| ${cells.join(' | ')} |`);
    return [header, ...(width > 0 ? [`${indent}|${'---|'.repeat(width)}`] : []), ...rest].join('\n');
  });
const wellFormed = labelled.map(
  (body) =>
    `<table>\n${body.map((cells) => `<tr><td>${cells.join('</td>\n<td>')}</td></tr>`).join('\n')}\n</table>`,
);
const htmlTable = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<table>',
        '<tr>',
        '</tr>',
        '</td>',
        '</table>',
        '<thead>',
        '<table border=1',
        '<td\n>',
      ),
      fc
        .tuple(fc.constantFrom('<td>', '<th>', '<td rowspan=3>', '<th colspan="9999999">'), cell)
        .map((x) => x.join('')),
      fc.constantFrom('\n', '\n\n', '<!-- ', ' -->', '<script>', '<td rowspan="-1">'),
    ),
    { maxLength: 30 },
  )
  .map((parts) => `<table>\n${parts.join('')}`);
const line = fc
  .tuple(
    fc.constantFrom('', '- ', '* **', '1. ', '> ', '    '),
    label,
    fc.constantFrom(': ', ' = ', ':', ' – '),
    cell,
  )
  .map((parts) => parts.join(''));
const dump = fc
  .array(
    fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join('    ')),
    { maxLength: 6 },
  )
  .map((lines) => lines.join('\n'));
const json = fc.json({ maxDepth: 4 }).map((text) => JSON.stringify(JSON.parse(text), null, 1));
const fence = fc
  .tuple(
    fc.constantFrom('```', '~~~', '```json', '```yaml', '```|'),
    fc.oneof(pipeTable, dump, json, line),
    fc.boolean(),
  )
  .map(([open, body, closed]) => `${open}\n${body}\n${closed ? open.slice(0, 3) : ''}`);
const heading = fc.tuple(fc.constantFrom('# ', '## ', '#### ', '**'), label).map((parts) => parts.join(''));
const block = fc.oneof(pipeTable, pipeTable, wellFormed, htmlTable, line, fence, heading, noise);
const frontMatter = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(label, noise, cell)
      .map(
        ([name, type, value]) =>
          `---\nmodel-index:\n- name: x\n  results:\n  - task: {type: a}\n    dataset:\n      name: ${name}\n      type: ${type}\n    metrics:\n    - type: acc\n      value: ${value}\n---\n`,
      ),
  },
);
/** Line feeds alone: what another line end changes is a law of its own. */
const card = fc
  .tuple(frontMatter, fc.array(block, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\n\n'))
  .map(([matter, blocks, between]) => `${matter}${blocks.join(between)}`.replaceAll('\r', ''));

/** The same cards in every run: a failure is a change's doing, not luck's. Other seeds are for the search by hand. */
const sameCards = (numRuns: number) => ({ numRuns, seed: 20 });

/** Lines as every editor counts them. */
const linesOf = (text: string): string[] => text.split('\n');

function placesHold(text: string, claims: readonly Claim[]): void {
  const lines = linesOf(text);
  for (const { source } of claims) {
    expect(source.line).toBeGreaterThanOrEqual(1);
    expect(source.line).toBeLessThanOrEqual(lines.length);
    const there = lines[source.line - 1] as string;
    expect(source.column).toBeGreaterThanOrEqual(1);
    expect(source.column).toBeLessThanOrEqual(there.length);
    if (source.kind !== 'front-matter') expect(there.slice(source.column - 1)).toMatch(/^[+\-−]?[.,]?\d/u);
    if (source.kind === 'table') {
      expect(there).toContain(source.raw);
      expect(source.cell).not.toBeNull();
    }
  }
}

const shape = ({ claims }: CardReading) =>
  claims.map((claim) => ({
    ...claim,
    source: { ...claim.source, raw: claim.source.raw.replace(/\s+/g, ' ') },
  }));

describe('whatever a card holds', () => {
  it('is read without a throw, in time, with places that exist and anchors of their own', () => {
    fc.assert(
      fc.property(card, (text) => {
        const start = performance.now();
        const reading = read(text);
        expect(performance.now() - start).toBeLessThan(MOST_MILLISECONDS);
        placesHold(text, reading.claims);
        const anchors = reading.claims.map(claimAnchor);
        expect(new Set(anchors).size).toBe(anchors.length);
        expect([...reading.claims].sort(compareClaims)).toEqual(reading.claims);
        for (const { value, stderr, confidence, because } of reading.claims) {
          expect(Number.isFinite(value)).toBe(true);
          expect(stderr === null || Number.isFinite(stderr)).toBe(true);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          expect(because.length).toBeGreaterThan(0);
        }
      }),
      sameCards(200),
    );
  });

  it('reads the same twice, and with other line ends', () => {
    fc.assert(
      fc.property(card, (text) => {
        const once = read(text);
        expect(shape(read(text))).toEqual(shape(once));
        expect(shape(read(text.replaceAll('\n', '\r\n')))).toEqual(shape(once));
      }),
      sameCards(100),
    );
  });

  it('means the same in whatever order independent cards come', () => {
    const cards = fc.uniqueArray(fc.tuple(fc.constantFrom('a/one', 'b/two', 'c/three', 'd/four'), card), {
      selector: ([path]) => path,
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(cards, (given) => {
        const readings = given.map(([path, text]) => read(text, `${path}/README.md`));
        const meant = (inOrder: readonly CardReading[]) =>
          [...normalize([...inOrder], registry, DEFAULT_CONFIG).claims].sort(compareClaims);
        expect(meant([...readings].reverse())).toEqual(meant(readings));
      }),
      sameCards(40),
    );
  });
});

describe('cards made to stall a reader', () => {
  const many = (count: number, text: string) => text.repeat(count);
  const row = (cells: number) => `| Demo-7B ${many(cells, '| 61.2 ')}|\n`;
  const cases: Record<string, () => string> = {
    'a table of 10,000 cells': () =>
      `| Model ${many(50, '| MMLU ')}|\n|${many(51, '---|')}\n${many(200, row(50))}`,
    'a row of 5,000 cells': () => `| Model ${many(5000, '| MMLU ')}|\n|${many(5001, '---|')}\n${row(5000)}`,
    'rows without a delimiter': () => many(600, row(8)),
    'tables inside tables': () => `${many(500, '<table><tr><td>')}61.2${many(500, '</td></tr></table>')}`,
    'tables that never end': () => many(2000, '<table><tr><td>MMLU<td>61.2\n\n'),
    'a span over everything': () =>
      `<table>${many(300, '<tr><td rowspan=65534 colspan=1000>61.2</td><td>MMLU</td></tr>')}</table>`,
    'open comments': () => many(5000, '<!-- '),
    'open brackets': () => `| Model | MMLU |\n|---|---|\n| Demo-7B | ${many(20_000, '(')} |\n`,
    'one long number': () =>
      `| Model | MMLU |\n|---|---|\n| Demo-7B | ${many(50_000, '9')} |\n\nMMLU: ${many(50_000, '1,')}`,
    'one long label': () =>
      `| ${many(50_000, 'MMLU ')} | Score |\n|---|---|\n| ${many(50_000, 'a-')} | 61.2 |\n`,
    'lines of colons': () => many(3000, 'MMLU: : : : : : : 61.2\n'),
    'spaces before a number': () => `\`\`\`\nscore\n${many(200, `demo${many(500, ' ')}x\n`)}\`\`\`\n`,
    'deep JSON in a fence': () => `\`\`\`json\n${many(20_000, '{"a":[')}\n\`\`\`\n`,
    'deep quotes and lists': () => `${many(300, '> - ')}| MMLU | 61.2 |`,
    'many headings': () => many(3000, '## MMLU (5-shot) results\n\n61.2\n\n'),
    'a long heading': () => `# ${many(20_000, 'Results on ')}\n\n| MMLU |\n|---|\n| 61.2 |\n`,
    'rows that all mean the same': () =>
      `| Model | MMLU |\n|---|---|\n${Array.from({ length: 9000 }, (_, at) => `| Llama-2-7B | ${at % 100}.1 |\n`).join('')}`,
    'a note of many words beside rows of one name': () =>
      `| Model | Note | MMLU |\n|---|---|---|\n| Llama-2-7B | x${many(60_000, ' -,')}y | 40.1 |\n| Llama-2-7B | z | 42.0 |\n`,
    'slashes in the header of a pair': () =>
      `| Model | MMLU (${many(100_000, '/')} |\n|---|---|\n| Llama-2-7B | 40.1/41.2 |\n`,
    'one long word below "Link"': () =>
      `| Link | MMLU |\n|---|---|\n| ${many(200_000, 'a')} | 40.1 |\n| b | 41.0 |\n`,
    'capitals without end': () =>
      `${many(90, `${many(1600, 'Aa ')}\n\n`)}| Metric | Value |\n|---|---|\n| F1 | 40.1 |\n`,
    'a wide header of differences': () =>
      `| Model ${many(160, '| A | B | A - B ')}|\n|${many(481, '---|')}\n${many(20, row(480))}`,
    'a size beside every row': () =>
      `| Model | Params | MMLU |\n|---|---|---|\n${many(5000, '| Llama-2 | 7B | 40.1 |\n')}`,
    'a sentence of suites above': () =>
      `${many(3000, 'Open LLM Leaderboard, GLUE of ')}:\n\n| MMLU | ARC |\n|---|---|\n| 61.2 | 60.1 |\n`,
    'short words explained without end': () =>
      `${many(4000, 'a b c model (x) ')}\n\n| x F1 | y F1 |\n|---|---|\n| 61.2 | 60.1 |\n`,
    'marks without end': () =>
      `| Model | MMLU* |\n|---|---|\n| Demo-7B | 61.2 |\n\n${many(30_000, '* with CoT † ')}\n`,
    'a long sentence above': () => `${many(20_000, 'Demo-7B on MMLU, ')}:\n\n| acc |\n|---|\n| 61.2 |\n`,
  };

  it.each(Object.entries(cases))(
    '%s',
    (_, make) => {
      const text = make();
      const start = performance.now();
      const reading = read(text);
      expect(performance.now() - start).toBeLessThan(MOST_FOR_LARGE);
      placesHold(text, reading.claims);
    },
    60_000,
  );
});
