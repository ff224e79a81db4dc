/** What is exported and read again by Cardboard's own reader is the same results. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardFile } from '../../src/core/card.ts';
import { compareText } from '../../src/core/compare.ts';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import { foldCase } from '../../src/core/fold.ts';
import type { Result } from '../../src/core/result.ts';
import type { ExportFile } from '../../src/export/types.ts';
import { type Normalized, normalize } from '../../src/normalize/normalize.ts';
import { readOne } from '../../src/reading.ts';
import { exported, hostileWorld, plainWorld, registry, type Said, worldOf } from './worlds.ts';

/** Reads exported files as a folder of cards. */
function readBack(files: readonly ExportFile[]): readonly Result[] {
  const folders = new Map<string, { card: string; results: CardFile['results'][number][] }>();
  for (const { path, content } of files) {
    const [, folder = '', rest = ''] = /^([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
    const there = folders.get(folder) ?? { card: '', results: [] };
    folders.set(folder, there);
    if (rest === 'README.md') there.card = content;
    else there.results.push({ kind: 'eval-results', path, file: path, text: content, hash: '' });
  }
  const cards = [...folders].map(([folder, { card, results }]): CardFile => {
    const path = `${folder}/README.md`;
    return { path, file: path, text: card, hash: '', results };
  });
  return normalize(
    cards.map((card) => readOne(card, registry, [])),
    registry,
    DEFAULT_CONFIG,
  ).results;
}

const lost = (world: Normalized, format: 'model-index' | 'eval-results') =>
  new Set(exported(world, format).leftOut.flatMap(({ results }) => results.map(({ id }) => id)));

const identityOf = (result: Result) =>
  JSON.stringify([
    result.model,
    result.benchmark,
    result.metric,
    result.shots,
    foldCase(result.setting ?? ''),
    foldCase(result.split ?? ''),
    result.score,
    result.unit,
  ]);

describe('model-index', () => {
  it('gives the same results back, and nothing else', () => {
    fc.assert(
      fc.property(plainWorld, (world) => {
        const left = lost(world, 'model-index');
        const kept = world.results.filter(({ id }) => !left.has(id));
        const back = readBack(exported(world, 'model-index').files);
        expect(back.map(identityOf).sort(compareText)).toEqual(kept.map(identityOf).sort(compareText));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps who measured: a named source stays one, and what others say names their card', () => {
    const world = worldOf({
      'acme/wind-7b/README.md': [
        said({ benchmark: 'MMLU', value: 61.5 }),
        said({
          benchmark: 'GSM8K',
          value: 40,
          source: { name: 'Example Board', url: 'https://example.org/b' },
        }),
        said({ benchmark: 'HellaSwag', value: 80, model: 'borealis/storm' }),
      ],
      'borealis/storm/README.md': [],
    });
    const { files } = exported(world, 'model-index');
    const origins = readBack(files).map(({ model, benchmark, origin }) => [model, benchmark, origin]);
    expect(origins).toEqual([
      ['acme/wind-7b', 'gsm8k', 'leaderboard'],
      ['acme/wind-7b', 'mmlu', 'self-reported'],
      ['borealis/storm', 'hellaswag', 'leaderboard'],
    ]);
    expect(files.find(({ path }) => path.startsWith('borealis'))?.content).toContain(
      'name: model card of acme/wind-7b\n          url: https://huggingface.co/acme/wind-7b\n',
    );
  });

  it('loses nothing of what cards ordinarily say', () => {
    const benchmarks = [
      'MMLU',
      'GSM8K',
      'HellaSwag',
      'ARC-Challenge',
      'HumanEval',
      'Zebra-QA',
      'Zebra Speech pt',
    ];
    const world = worldOf({
      'acme/wind-7b/README.md': benchmarks.flatMap((benchmark, index) => [
        said({ benchmark, value: 41.25 + index }),
        said({ benchmark, value: 51.25 + index, shots: 5 }),
        said({ benchmark, value: 61.25 + index, setting: 'CoT' }),
        said({ benchmark, value: 71.25 + index, setting: 'maj@8', shots: 8, split: 'test' }),
        said({ benchmark, value: 0.5, setting: 'hard', percent: true }),
        said({ benchmark, value: 45.5 + index, setting: 'pt' }),
      ]),
    });
    expect(exported(world, 'model-index').leftOut).toEqual([]);
    expect(exported(world, 'model-index').exported).toBe(world.results.length);
  });

  it('leaves out, with a reason, what it has no place for', () => {
    const world = worldOf({
      'acme/wind-7b/README.md': [
        said({ benchmark: 'MMLU', value: 61.5, source: { name: 'Nowhere', url: null } }),
        said({ benchmark: 'MMLU', value: 86.4, model: 'GPT-4' }),
        said({ benchmark: 'GSM8K', value: 40, stderr: 1.5 }),
      ],
    });
    const { leftOut, exported: count, lostErrors } = exported(world, 'model-index');
    expect(leftOut.map(({ reason, results }) => [reason, results.map(({ model }) => model)])).toEqual([
      ['their model has neither a card nor an owner: no repository is known for it', ['GPT-4']],
      ['others measured it, and no address says where: a source needs one', ['acme/wind-7b']],
    ]);
    expect([count, lostErrors]).toEqual([1, 1]);
  });
});

describe('eval-results', () => {
  it('gives the same scores back, their conditions as notes', () => {
    const conditions = ({ shots, setting, split }: Result) =>
      [shots === null ? '' : `${shots}-shot`, setting ?? '', split ?? '']
        .flatMap((part) => foldCase(part).split(', '))
        .filter((part) => part !== '')
        .sort(compareText);
    const scoreOf = (result: Result) =>
      JSON.stringify([
        result.model,
        result.benchmark,
        result.metric,
        result.score,
        result.unit,
        conditions(result),
      ]);
    fc.assert(
      fc.property(plainWorld, (world) => {
        const left = lost(world, 'eval-results');
        const kept = world.results.filter(({ id }) => !left.has(id));
        const back = readBack(exported(world, 'eval-results').files.flatMap(withCard));
        expect(back.map(scoreOf).sort(compareText)).toEqual(kept.map(scoreOf).sort(compareText));
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out other metrics, benchmarks without a data set, and what may be a share', () => {
    const world = worldOf({
      'acme/wind-7b/README.md': [
        said({ benchmark: 'GSM8K', value: 41.25 }),
        said({ benchmark: 'HellaSwag', value: 60, metric: 'f1' }),
        said({ benchmark: 'Zebra-QA', value: 60 }),
        said({ benchmark: 'HumanEval', value: 0.61, percent: true }),
      ],
    });
    const { leftOut, files } = exported(world, 'eval-results');
    expect(files.map(({ path }) => path)).toEqual(['acme/wind-7b/.eval_results/gsm8k.yaml']);
    expect(Object.fromEntries(leftOut.map(({ reason, results }) => [reason, results[0]?.benchmark]))).toEqual(
      {
        "its metric is not the benchmark's own, and the format names none": 'hellaswag',
        'no data set on the Hub is known for its benchmark': 'zebra_qa',
        'read back from the format they would not be the same: it has no place for their conditions':
          'humaneval',
      },
    );
  });
});

describe('any names', () => {
  it('leave no result uncounted, and lead nowhere but into the folder of their model', () => {
    fc.assert(
      fc.property(hostileWorld, (world) => {
        for (const format of ['model-index', 'eval-results', 'every-eval-ever'] as const) {
          const { files, leftOut, exported: count } = exported(world, format);
          const missing = leftOut.reduce((sum, { results }) => sum + results.length, 0);
          expect(count + missing).toBe(world.results.length);
          const folded = files.map(({ path }) => path.toLowerCase());
          expect(new Set(folded).size).toBe(files.length);
          for (const { path } of files)
            expect(path).toMatch(/^(?:(?:[\w-][\w.-]*|\.eval_results)\/){2,4}[\w-][\w.-]*$/);
        }
      }),
      { numRuns: 40 },
    );
  });
  it('give the same bytes whatever the order of the results', () => {
    fc.assert(
      fc.property(hostileWorld, (world) => {
        const turned = {
          ...world,
          results: [...world.results].reverse(),
          models: [...world.models].reverse(),
        };
        for (const format of ['model-index', 'eval-results', 'every-eval-ever'] as const) {
          const sorted = (files: readonly ExportFile[]) =>
            [...files].sort((a, b) => compareText(a.path, b.path));
          expect(sorted(exported(turned, format).files)).toEqual(sorted(exported(world, format).files));
        }
      }),
      { numRuns: 20 },
    );
  });
});

/** The files of a model, below a card of its own: without one, nobody reads them. */
function withCard(file: ExportFile): ExportFile[] {
  const folder = file.path.split('/').slice(0, 2).join('/');
  return [{ path: `${folder}/README.md`, content: '---\n---\n' }, file];
}

function said(given: Partial<Said>): Said {
  return {
    model: null,
    benchmark: 'MMLU',
    metric: null,
    shots: null,
    setting: null,
    split: null,
    value: 50,
    ...given,
  };
}
