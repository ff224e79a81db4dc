import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRegistry } from '../../src/registry/load.ts';

const FILES = {
  benchmarks: `
- id: quizset
  name: QuizSet
  aliases: [Quiz Set Hard]
  category: knowledge
  metric: acc
  description: Invented quiz questions.
- id: boards
  name: Boards average
  category: aggregate
  metric: average
  description: Mean of the invented boards.
`,
  metrics: `
- id: acc
  name: accuracy
  higher_is_better: true
  description: Share of right answers.
- id: average
  name: average
  description: Mean of scores.
`,
  suites: `
- id: boards
  name: Boards
  description: Invented boards.
  members:
    - { benchmark: quizset, metric: acc, shots: 5 }
  average: { rule: mean }
`,
  licenses: `
- id: mit
  name: MIT License
  openness: open
  commercial_use: allowed
  changes: allowed
  distribution: allowed
  conditions: [notice]
  source: Open Source Initiative
  summary: Anything, with the notice kept.
`,
};

describe('a registry folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'registry-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const load = (changes: Partial<Record<keyof typeof FILES, string | null>> = {}) => {
    for (const [name, text] of Object.entries({ ...FILES, ...changes })) {
      if (text !== null) writeFileSync(join(folder, `${name}.yml`), text);
    }
    const { value, diagnostics } = loadRegistry(folder);
    const said = diagnostics.map(
      (one) => `${one.file.slice(folder.length + 1)}:${one.line}:${one.column} ${one.message}`,
    );
    return { registry: value, said, diagnostics };
  };

  it('is read, and what is left out is filled in', () => {
    const { registry, said } = load();
    expect(said).toEqual([]);
    expect(registry.benchmark('quizset')).toEqual({
      id: 'quizset',
      name: 'QuizSet',
      aliases: ['Quiz Set Hard'],
      short_aliases: [],
      category: 'knowledge',
      metric: 'acc',
      unit: 'percent',
      range: [0, 100],
      higher_is_better: true,
      random_baseline: null,
      baseline_source: null,
      items: null,
      items_source: null,
      shots: null,
      dataset: null,
      home: null,
      harness_task: null,
      human_score: null,
      human_source: null,
      paper: null,
      description: 'Invented quiz questions.',
      note: null,
      by_metric: {},
      differs_from: [],
    });
    expect(registry.metric('average')?.higher_is_better).toBeNull();
    expect(registry.suite('boards')?.members[0]).toEqual({
      benchmark: 'quizset',
      stands_for: null,
      metric: 'acc',
      shots: 5,
      setting: null,
    });
    expect(registry.suite('boards')?.average).toEqual({
      rule: 'mean',
      requires: 'all',
      decimals: 2,
      metrics: [],
      alternatives: [],
    });
    expect(registry.license('MIT')?.name).toBe('MIT License');
    expect(registry.license('constructor')).toBeUndefined();
  });

  it('has a hash of its bytes', () => {
    const before = load().registry.hash;
    expect(load().registry.hash).toBe(before);
    expect(load({ licenses: `${FILES.licenses}\n` }).registry.hash).not.toBe(before);
  });

  it('loses only a bad entry, and says at which line and key', () => {
    const { registry, said, diagnostics } = load({
      metrics: `${FILES.metrics}- id: wer
  name: word error rate
  higher_is_better: often
  description: Share of wrong words.
- id: cer
  naem: character error rate
  description: Share of wrong characters.
`,
    });
    expect(registry.metrics.map(({ id }) => id)).toEqual(['acc', 'average']);
    expect(said).toEqual([
      'metrics.yml:11:3 "wer" at higher_is_better: Invalid input: expected boolean, received string.',
      'metrics.yml:13:1 "cer" at name: Invalid input: expected string, received undefined.',
      'metrics.yml:13:1 "cer": Unrecognized key: "naem".',
    ]);
    expect(
      diagnostics.every(({ code, severity }) => code === 'registry/bad-entry' && severity === 'error'),
    ).toBe(true);
  });

  it('takes a number of test items only with its source', () => {
    const entry = (more: string) =>
      load({ benchmarks: FILES.benchmarks.replace('  metric: acc\n', `  metric: acc\n${more}`) });
    const { registry } = entry('  items: 198\n  items_source: its paper\n');
    expect(registry.benchmark('quizset')).toMatchObject({ items: 198, items_source: 'its paper' });
    expect(entry('  items: 198\n').said[0]).toBe(
      'benchmarks.yml:2:1 "quizset" at items_source: must say where the number of items is from.',
    );
    expect(entry('  items_source: its paper\n').said[0]).toBe(
      'benchmarks.yml:2:1 "quizset" at items: must stand beside its source.',
    );
    for (const wrong of ['0', '1.5', 'many']) {
      const { said } = entry(`  items: ${wrong}\n  items_source: its paper\n`);
      expect(said[0], wrong).toMatch(/^benchmarks\.yml:7:3 "quizset" at items: /);
    }
  });

  it('keeps the first of two entries with one id', () => {
    const { registry, said } = load({
      licenses: `${FILES.licenses}${FILES.licenses.replace('MIT License', 'Other')}`,
    });
    expect(registry.license('mit')?.name).toBe('MIT License');
    expect(said).toEqual(['licenses.yml:12:3 "mit": the id stands on line 2 already.']);
  });

  it('takes a licence for open only where it allows everything and somebody says so', () => {
    const wrong = (from: string, to: string) =>
      load({ licenses: FILES.licenses.replace(from, to) }).said.map((line) => line.replace(/^\S+ /, ''));
    expect(wrong('changes: allowed', 'changes: forbidden')).toEqual([
      '"mit" at openness: is open only where everything is allowed.',
    ]);
    expect(wrong('  source: Open Source Initiative\n', '')).toEqual([
      '"mit" at source: must say who says what it allows.',
    ]);
    expect(wrong('[notice]', '[notice, user-limit]')).toEqual([
      '"mit" at user_limit: must stand beside the condition "user-limit".',
    ]);
  });

  it('leaves out what leads nowhere', () => {
    const { registry, said } = load({
      benchmarks: FILES.benchmarks.replace('metric: acc', 'metric: accu'),
      suites: FILES.suites.replace('metric: acc', 'metric: bleu'),
    });
    expect(registry.benchmark('quizset')).toBeUndefined();
    expect(registry.suites).toEqual([]);
    expect(said).toEqual([
      'benchmarks.yml:6:3 "quizset": there is no metric "accu".',
      'suites.yml:5:3 "boards": there is no benchmark "quizset".',
      'suites.yml:5:3 "boards": there is no metric "bleu".',
    ]);
  });

  it('wants a place for the average of a suite', () => {
    const { said } = load({ suites: FILES.suites.replace('id: boards', 'id: others') });
    expect(said).toEqual([
      'suites.yml:7:3 "others": an averaged suite needs a benchmark of the same id whose metric is average.',
    ]);
  });

  it('reports a name that two entries claim, and looks it up for neither', () => {
    const twin = `- id: quizset_2
  name: QuizSet 2
  aliases: [quiz-set]
  category: knowledge
  metric: acc
  description: More invented questions.
`;
    const { registry, said } = load({ benchmarks: FILES.benchmarks + twin });
    expect(said).toEqual(['benchmarks.yml:15:3 The name "quizset" is claimed by quizset, quizset_2.']);
    expect(registry.findBenchmark('Quiz_Set')).toBeUndefined();
    expect(registry.findBenchmark('QuizSet')?.entry.id).toBe('quizset');
    const meant = load({ benchmarks: `${FILES.benchmarks}${twin}  differs_from: [quizset]\n` });
    expect(meant.said).toEqual([]);
    expect(meant.registry.findBenchmark('Quiz_Set')).toBeUndefined();
  });

  it('survives files that are missing, broken or something else', () => {
    const { registry, said } = load({ suites: '- id: [', licenses: 'mit: yes\n' });
    expect(registry.findBenchmark('QuizSet')).toBeDefined();
    expect(said[0]).toMatch(/^suites\.yml:\d+:\d+ Not valid YAML: /);
    expect(said[1]).toBe('licenses.yml:1:1 The file must hold a list of entries.');
    rmSync(join(folder, 'metrics.yml'));
    expect(load({ metrics: null }).said[0]).toMatch(/^metrics\.yml:1:1 The file cannot be read: /);
  });
});
