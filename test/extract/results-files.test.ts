/** What is read from the files beside a card: every number with its place, its conditions, and whom it is about. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardReading, ResultsFile } from '../../src/core/card.ts';
import { type Claim, claimId } from '../../src/core/claim.ts';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { readOne } from '../../src/reading.ts';
import { loadRegistry } from '../../src/registry/load.ts';
import { readProjectFile } from '../support/project.ts';

const registry = loadRegistry(join(import.meta.dirname, '../../registry')).value;
const FOLDER = 'acme/demo-7b';

function beside(name: string, text: string): ResultsFile {
  const kind = name.endsWith('.json') ? 'harness' : 'eval-results';
  const path = `${FOLDER}/${kind === 'harness' ? name : `.eval_results/${name}`}`;
  return { kind, path, file: `cards/${path}`, text, hash: '' };
}

function read(text: string, ...results: ResultsFile[]): CardReading {
  const path = `${FOLDER}/README.md`;
  return readOne({ path, file: `cards/${path}`, text, hash: '', results }, registry, []);
}

const fixture = (name: string): CardReading =>
  read('# Demo 7B\n', beside(name, readProjectFile(`test/fixtures/results/${name}`)));

const meant = (reading: CardReading): readonly Claim[] =>
  normalize([reading], registry, DEFAULT_CONFIG).claims;

/** "12:9 61.2 mmlu acc 5-shot (anatomy) = 61.2 ± 0.4". */
function line(claim: Claim): string {
  const { source, shots, setting, stderr } = claim;
  return [
    `${source.line}:${source.column} ${source.raw}`,
    claim.benchmark,
    claim.metric,
    shots === null ? '' : `${shots}-shot`,
    setting === null ? '' : `(${setting})`,
    `= ${claim.score}`,
    stderr === null ? '' : `± ${stderr}`,
    claim.subject === 'other' ? `of ${claim.model}` : '',
    claim.status === 'held' ? 'held' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const lines = (reading: CardReading): string[] => meant(reading).map(line);
const codes = (reading: CardReading): string[] =>
  reading.diagnostics
    .filter(({ file }) => file !== `cards/${FOLDER}/README.md`)
    .map(({ code, line, column }) => `${line}:${column} ${code}`);

const run = (fields: object, scores: object = { 'acc,none': 0.5 }): CardReading =>
  read('# Demo 7B\n', beside('results_x.json', JSON.stringify({ results: { mmlu: scores }, ...fields })));

describe('.eval_results', () => {
  it('are read with all their keys', () => {
    const reading = fixture('all-keys.yaml');
    expect(lines(reading)).toEqual([
      '5:10 20.90 hle acc (no-tools) = 20.9',
      '15:10 0.412 gpqa_diamond acc = 0.412 held',
      '17:10 "43.1 %" gpqa_diamond acc (with tools) = 43.1',
      '20:10 81.2 gsm8k exact_match = 81.2',
      '23:10 77.1 zebra score (Zebra_default_test) = 77.1',
      '26:10 61.2 mmlu acc = 61.2',
    ]);
    const [first, second, , logs, , last] = meant(reading) as [Claim, Claim, Claim, Claim, Claim, Claim];
    expect(first).toMatchObject({
      card: 'acme/demo-7b/README.md',
      subject: 'self',
      model: 'acme/demo-7b',
      origin_name: 'Evaluation logs',
      origin_url: 'https://example.org/logs',
      date: '2026-02-03',
      claims_verification: true,
      source: { kind: 'eval-results', file: 'acme/demo-7b/.eval_results/all-keys.yaml', cell: null },
    });
    expect(first.because.join('\n')).toMatch(/measured by some-org, someone[\s\S]*not checked here/);
    expect(first.because.join('\n')).toContain('revision 0123abcd');
    expect(second).toMatchObject({
      origin_name: null,
      origin_url: null,
      date: null,
      claims_verification: false,
    });
    // Its own organisation's logs make no independent source.
    expect(logs).toMatchObject({ origin_name: null, origin_url: null });
    expect(last.claims_verification).toBe(true);
    expect(codes(reading)).toEqual(['25:12 results-file/no-task', '15:10 extract/held']);
  });

  it('may be wrapped, as the Hub lists them; what is only proposed is held', () => {
    const reading = fixture('wrapped.yaml');
    expect(lines(reading)).toEqual([
      '5:12 81.2 gsm8k exact_match = 81.2',
      '10:12 91.2 gsm8k exact_match = 91.2 held',
    ]);
    expect(meant(reading).map((claim) => claim.claims_verification)).toEqual([true, false]);
    expect(codes(reading)).toEqual(['10:12 extract/held']);
  });

  it('lose bad entries alone', () => {
    const reading = fixture('faulty.yaml');
    expect(lines(reading)).toEqual(['14:10 33.3 quiz score (hard) = 33.3']);
    expect(codes(reading)).toEqual([
      '1:3 results-file/bad-entry',
      '2:12 results-file/bad-entry',
      '4:3 results-file/bad-entry',
      '6:10 results-file/not-a-number',
      '8:10 results-file/not-a-number',
      '11:3 results-file/bad-entry',
    ]);
  });

  it('may be shares, where nothing says that they are percentages', () => {
    const of = (...values: number[]) =>
      lines(
        read(
          '',
          beside('a.yaml', values.map((value) => `- {dataset: {id: cais/hle}, value: ${value}}`).join('\n')),
        ),
      ).map((shown) => shown.replace(/^.*acc /, ''));
    expect(of(0.125)).toEqual(['= 12.5']);
    expect(of(1)).toEqual(['= 1 held']);
    expect(of(1, 0.125)).toEqual(['= 100', '= 12.5']);
    expect(of(0, 12.5)).toEqual(['= 0', '= 12.5']);
    expect(of(0.5, 12.5)).toEqual(['= 0.5 held', '= 12.5']);
  });

  it('share a value through an alias, and have a limit to it', () => {
    const reading = read(
      '',
      beside(
        'a.yaml',
        '- dataset: &d {id: openai/gsm8k}\n  value: 51\n- dataset: *d\n  value: 52\n  notes: x\n',
      ),
    );
    expect(lines(reading)).toEqual(['2:10 51 gsm8k exact_match = 51', '4:10 52 gsm8k exact_match (x) = 52']);
    const levels = Array.from({ length: 30 }, (_, i) => `- &l${i + 1} [${`*l${i},`.repeat(9)}]`).join('\n');
    const bomb = read('', beside('a.yaml', `- &l0 [1]\n${levels}\n`));
    expect(bomb.claims).toEqual([]);
    expect(codes(bomb)[0]).toContain('results-file/syntax');
  });

  it('are an error where they are no YAML, at its place', () => {
    const reading = read('', beside('a.yaml', '- dataset: {id: a/b\n  value: 1\n'));
    expect(codes(reading)).toEqual([expect.stringMatching(/^[12]:\d+ results-file\/syntax$/)]);
    expect(codes(read('', beside('a.yaml', '')))).toEqual([]);
    expect(codes(read('', beside('a.yaml', 'value: 1')))).toContain('1:1 results-file/bad-entry');
  });
});

describe("a harness's results", () => {
  it('are every metric and filter of every task since 0.4, groups once', () => {
    const reading = fixture('new-layout.json');
    expect(lines(reading)).toEqual([
      '5:19 0.52 arc_challenge acc 25-shot = 52 ± 0.0145',
      '6:24 0.556 arc_challenge acc_norm 25-shot = 55.6 ± 0.0144',
      '9:35 0.5 gsm8k exact_match 5-shot (strict-match) = 50 ± 0.0138',
      '10:39 0.52 gsm8k exact_match 5-shot (flexible-extract) = 52',
      '12:27 0.61 mmlu acc 5-shot = 61 ± 0.0039',
      '13:32 0.52 mmlu_stem acc 5-shot = 52',
      '14:35 0.57 mmlu acc 5-shot (anatomy) = 57',
      '15:44 0.31 gpqa acc_norm = 31',
      '16:36 0.3 zebra_riddles acc = 0.3',
      '17:29 0.9 wmt16 bleu = 0.9 ± 0.1',
      '17:72 21.5 wmt16 chrf = 21.5',
      '18:43 11.25 wikitext word_perplexity = 11.25',
      '22:30 0.44 agieval acc = 44',
    ]);
    expect(meant(reading).every((claim) => claim.date === '2026-02-03')).toBe(true);
    expect(meant(reading)[2]?.because).toContain('version 3 of the task');
    expect(codes(reading)).toEqual([]);
  });

  it('are read in the layout before 0.4', () => {
    expect(lines(fixture('old-layout.json'))).toEqual([
      '3:27 0.6 hellaswag acc 10-shot = 60 ± 0.005',
      '3:65 0.79 hellaswag acc_norm 10-shot = 79 ± 0.004',
      '4:39 0.4 mmlu acc 10-shot (anatomy) = 40 ± 0.04',
    ]);
  });

  it('are read as lighteval writes them, but for means of everything', () => {
    expect(lines(fixture('lighteval.json'))).toEqual([
      '4:53 0.55 arc_challenge acc_norm 25-shot = 55 ± 0.014',
      '5:46 0.57 mmlu acc 5-shot (anatomy) = 57 ± 0.04',
      '6:47 0.61 mmlu acc 5-shot = 61 ± 0.03',
    ]);
  });

  it.each<[string, object, string]>([
    ['no model', {}, 'self accepted acme/demo-7b'],
    ["the card's own", { model_name: 'acme/demo-7b' }, 'self accepted acme/demo-7b'],
    ['its own in a folder', { model_name: '/data/models/demo-7b' }, 'self accepted acme/demo-7b'],
    [
      "its own in the Hub's cache",
      { model_name: '/c/hub/models--acme--demo-7b/snapshots/0f' },
      'self accepted acme/demo-7b',
    ],
    ['another', { model_name: 'borealis/base-7b' }, 'other accepted borealis/base-7b'],
    ['another of the same name', { model_name: 'borealis/demo-7b' }, 'other accepted borealis/demo-7b'],
    ['another version', { model_name: 'acme/demo' }, 'other accepted acme/demo'],
    [
      'its base',
      { config: { model_args: 'pretrained=borealis/base-7b,dtype=auto' } },
      'other accepted borealis/base-7b',
    ],
    [
      'its base with the adapter on the card',
      { config: { model_args: 'pretrained=borealis/base-7b,peft=acme/demo-7b' } },
      'self accepted acme/demo-7b',
    ],
    [
      'arguments as a mapping',
      { config: { model_args: { pretrained: 'x/y-1b', peft: null } } },
      'other accepted x/y-1b',
    ],
    ['some checkpoint', { model_name: './output/checkpoint-500' }, 'self held acme/demo-7b'],
    ['some place', { model_name: '/data/models/secret' }, 'self held acme/demo-7b'],
    ['a part of the data', { config: { limit: 100 } }, 'self held acme/demo-7b'],
  ])('are about the model that they name: %s', (_, fields, expected) => {
    const [claim] = meant(run(fields));
    expect(
      `${claim?.subject} ${claim?.status} ${claim?.subject === 'self' ? 'acme/demo-7b' : claim?.model}`,
    ).toBe(expected);
    if (claim?.status === 'held') expect(claim.because.join()).toContain('held: ');
  });

  it('keep a revision apart', () => {
    const [claim] = meant(run({ config: { model_args: 'pretrained=acme/demo-7b,revision=step1000' } }));
    expect(claim?.setting).toBe('revision step1000');
    expect(
      meant(run({ config: { model_args: 'pretrained=acme/demo-7b,revision=main' } }))[0]?.setting,
    ).toBeNull();
  });

  it('are held where nothing tells 1 from 1 %', () => {
    expect(lines(run({}, { 'acc,none': 1 }))).toEqual([expect.stringMatching(/held$/)]);
    expect(lines(run({}, { 'acc,none': 1, 'acc_norm,none': 0.5 }))).toEqual([
      expect.stringMatching(/mmlu acc = 100$/),
      expect.stringMatching(/mmlu acc_norm = 50$/),
    ]);
  });

  it('may be something else by their name', () => {
    expect(codes(read('', beside('results.json', '{"eval_accuracy": 0.9}')))).toEqual([]);
    expect(codes(read('', beside('results_a.json', '{"eval_accuracy": 0.9}')))).toEqual([
      '1:1 results-file/not-results',
    ]);
    expect(codes(read('', beside('results_a.json', '{"results": {"a": {"name": "b"}}}')))).toEqual([
      '1:13 results-file/not-results',
    ]);
    expect(codes(read('', beside('results_a.json', '{"results": {"a": {"acc": 0.5}')))[0]).toMatch(/syntax$/);
  });
});

describe('a card with files beside it', () => {
  const table =
    '# Demo 7B\n\n| Benchmark | Shots | Ours |\n|---|---|---|\n| ARC-Challenge | 25 | 55.6 |\n| MMLU | 5 | 62.0 |\n';

  it('gives one result for the same number, with the finer digits, and another value for another', () => {
    const reading = read(
      table,
      beside('results_x.json', readProjectFile('test/fixtures/results/new-layout.json')),
    );
    const { results } = normalize([reading], registry, DEFAULT_CONFIG);
    const of = (benchmark: string, metric: string) =>
      results.find(
        (one) =>
          one.benchmark === benchmark && one.metric === metric && one.shots !== null && one.setting === null,
      );
    expect(of('arc_challenge', 'acc_norm')).toMatchObject({
      claims: ['acme/demo-7b/README.md#results_x.json:L6C24', 'acme/demo-7b/README.md#L5C24'],
      spread: 0,
    });
    expect(of('mmlu', 'acc')?.values.map(({ score }) => score)).toEqual([61, 62]);
  });

  it('shows the lines they were read from, each number with its anchor', () => {
    const text = '{"results": {"mmlu": {"acc,none": 0.5}},\n"date": "</code><script>"}';
    const { html } = read('# Demo 7B\n', beside('results_a b~<x>.json', text));
    expect(html).toContain('id="results_a~20~b~7e~~3c~x~3e~.json:L1C35"');
    expect(html).toContain('>0.5</mark>');
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<x>.json</code>');
  });

  it('shows of a long line what stands around the numbers', () => {
    const samples = 'x'.repeat(100_000);
    const text = JSON.stringify({ samples, results: { mmlu: { 'acc,none': 0.25 } }, more: samples });
    const { html } = read('# Demo 7B\n', beside('results_x.json', text));
    expect(html).toContain('>0.25</mark>');
    expect(html.length).toBeLessThan(2000);
  });

  it('keeps claims of files where the card itself lost its structure', () => {
    const flat =
      '---\nlicense: mit\nmodel-index:\n- name: demo\nresults:\n- task:\ntype: text-generation\ndataset:\nname: MMLU\ntype: mmlu\nmetrics:\n- type: acc\nvalue: 61.2\n---\n# Demo 7B\n';
    const reading = read(flat, beside('results_x.json', '{"results": {"mmlu": {"acc,none": 0.5}}}'));
    expect(reading.claims.filter(({ status }) => status === 'accepted').map(claimId)).toEqual([
      'acme/demo-7b/README.md#results_x.json:L1C35',
    ]);
  });
});

describe('any file beside a card', () => {
  const name = fc.constantFrom('a.yaml', 'results_a.json', 'results.json');
  const files = ['all-keys.yaml', 'wrapped.yaml', 'new-layout.json', 'old-layout.json', 'lighteval.json'].map(
    (file) => readProjectFile(`test/fixtures/results/${file}`),
  );
  const cut = fc
    .tuple(fc.constantFrom(...files), fc.nat(2000), fc.nat(200), fc.string({ unit: 'binary', maxLength: 20 }))
    .map(([text, at, length, put]) => `${text.slice(0, at)}${put}${text.slice(at + length)}`);

  it('never breaks the reader; places and marks stand in the file', () => {
    fc.assert(
      fc.property(name, cut, (file, text) => {
        const given = beside(file, text);
        const reading = read('# Demo 7B\n', given);
        const split = text.split(/\r\n|\r|\n/);
        for (const { source } of reading.claims) {
          expect(source.file).toBe(given.path);
          expect(split[source.line - 1]?.slice(source.column - 1)).toContain(
            source.raw.split(/[\r\n]/, 1)[0],
          );
        }
        for (const { file: where, line, column } of reading.diagnostics) {
          if (where !== given.file) continue;
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((split[line - 1]?.length ?? -1) + 1);
        }
        const ids = [...reading.html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
        for (const claim of reading.claims) expect(ids).toContain(claimId(claim).split('#')[1]);
        expect(() => normalize([reading], registry, DEFAULT_CONFIG)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });

  it('stops at a number of claims', () => {
    const tasks = Array.from({ length: 15_000 }, (_, i) => [`t${i}`, { 'acc,none': 0.5, 'f1,none': 0.25 }]);
    const text = JSON.stringify({ results: Object.fromEntries(tasks) });
    const start = performance.now();
    const reading = read('', beside('results_a.json', text), beside('results_b.json', text));
    expect(reading.claims).toHaveLength(20_000);
    expect(reading.diagnostics.map(({ code }) => code)).toContain('extract/too-many');
    expect(performance.now() - start).toBeLessThan(12_000);
  });
});
