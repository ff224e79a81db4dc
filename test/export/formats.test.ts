/** Exported files are valid by the schemas of their formats, and say what the results say. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../src/export/types.ts';
import { exported, hostileWorld, plainWorld, worldOf } from './worlds.ts';

const validator = (name: string) =>
  new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(`test/fixtures/schemas/${name}.schema.json`, 'utf8')),
  );
const worlds = fc.oneof(plainWorld, hostileWorld);

const contentOf = (files: readonly ExportFile[], path: string) =>
  files.find((file) => file.path === path)?.content ?? '';

const plain = {
  model: null,
  benchmark: 'GPQA Diamond',
  metric: null,
  shots: null,
  setting: null,
  split: null,
  value: 41.25,
};

describe('every-eval-ever', () => {
  const isValid = validator('every-eval-ever');

  it('is valid for any results', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        for (const { content } of exported(world, 'every-eval-ever').files) {
          isValid(JSON.parse(content));
          expect(isValid.errors, content).toBeNull();
        }
      }),
      { numRuns: 50 },
    );
  });

  it('states direction, range, unit, uncertainty, test set and proof', () => {
    const world = worldOf({
      'acme/wind-7b/README.md': [
        { ...plain, value: 41.25, stderr: 3.5, shots: 5, setting: 'CoT', date: '2026-02-03' },
        { ...plain, benchmark: 'WikiText', metric: 'word_perplexity', value: 11.25 },
      ],
    });
    const [file, ...others] = exported(world, 'every-eval-ever').files;
    expect(others).toEqual([]);
    expect(file?.path).toMatch(
      /^data\/model_cards\/acme\/wind-7b\/[0-9a-f-]{14}8[0-9a-f]{3}-[89ab][0-9a-f-]+\.json$/,
    );
    const record = JSON.parse(file?.content ?? '');
    expect(record).toMatchObject({
      schema_version: '0.2.2',
      retrieved_timestamp: '1770076800',
      source_metadata: {
        source_type: 'documentation',
        source_organization_name: 'acme',
        evaluator_relationship: 'first_party',
      },
      model_info: {
        id: 'acme/wind-7b',
        developer: 'acme',
        additional_details: { parameters_in_billions: '7' },
      },
    });
    expect(record.evaluation_id).toMatch(/^model_cards_[0-9a-f]{8}\/acme\/wind-7b\/1770076800$/);
    expect(record.evaluation_results).toMatchObject([
      {
        evaluation_name: 'GPQA Diamond',
        evaluation_timestamp: '2026-02-03',
        source_data: { source_type: 'hf_dataset', hf_repo: 'Idavidrein/gpqa', samples_number: 198 },
        metric_config: {
          metric_unit: 'percent',
          lower_is_better: false,
          score_type: 'continuous',
          min_score: 0,
          max_score: 100,
        },
        score_details: {
          score: 41.25,
          details: { file: 'acme/wind-7b/README.md', as_written: '41.25', claims: '1' },
          uncertainty: { standard_error: { value: 3.5 } },
        },
        generation_config: { additional_details: { num_few_shot: '5', setting: 'CoT' } },
      },
      {
        evaluation_name: 'WikiText-2 perplexity',
        metric_config: { metric_unit: 'perplexity', lower_is_better: true },
      },
    ]);
    expect(record.evaluation_results[1].metric_config.score_type).toBeUndefined();
  });

  it('keeps sources apart, and knows a card of the same owner from one of another', () => {
    const world = worldOf({
      'acme/wind-7b/README.md': [
        plain,
        { ...plain, benchmark: 'MMLU', source: { name: 'Example Board', url: 'https://example.org/' } },
        { ...plain, model: 'acme/wind-13b' },
        { ...plain, model: 'borealis/storm' },
      ],
      'acme/wind-13b/README.md': [],
      'borealis/storm/README.md': [],
    });
    const sources = exported(world, 'every-eval-ever').files.map(({ content }) => {
      const { model_info, source_metadata } = JSON.parse(content);
      return [model_info.id, source_metadata.source_name, source_metadata.evaluator_relationship];
    });
    expect(sources.sort()).toEqual([
      ['acme/wind-13b', 'model card of acme/wind-7b', 'first_party'],
      ['acme/wind-7b', 'Example Board', 'third_party'],
      ['acme/wind-7b', 'model card of acme/wind-7b', 'first_party'],
      ['borealis/storm', 'model card of acme/wind-7b', 'third_party'],
    ]);
  });

  it('leaves out a score of which nothing says whether more is better', () => {
    const world = worldOf({ 'acme/wind-7b/README.md': [plain, { ...plain, benchmark: 'Zebra-QA' }] });
    const { exported: count, leftOut } = exported(world, 'every-eval-ever');
    expect([count, leftOut.map(({ reason }) => reason)]).toEqual([
      1,
      ['nothing says whether more is better: neither its benchmark nor its metric is in the registry'],
    ]);
  });
});

it("a number that is another model's stays out of a repository, and is marked in a record", () => {
  const world = worldOf({ 'acme/wind-7b-GPTQ/README.md': [plain, { ...plain, benchmark: 'MMLU' }] });
  const results = world.results.filter(({ benchmark }) => benchmark === 'mmlu').map(({ id }) => id);
  const copy = { shared: 1, of: 2, because: null, claims: [], results };
  const copies = [{ ...copy, model: 'acme/wind-7b-GPTQ', source: 'acme/wind-7b', like: 'acme/wind-7b' }];
  for (const format of ['model-index', 'eval-results'] as const) {
    const { exported: count, leftOut } = exported(world, format, copies);
    expect([count, leftOut.map(({ reason }) => reason)]).toEqual([
      1,
      ["it is another model's result, which the card repeats"],
    ]);
  }
  const [record] = exported(world, 'every-eval-ever', copies).files;
  const evaluations: { score_details: { details: { copied_from?: string } } }[] = JSON.parse(
    record?.content ?? '',
  ).evaluation_results;
  expect(evaluations.map(({ score_details }) => score_details.details.copied_from)).toEqual([
    undefined,
    'acme/wind-7b',
  ]);
});

describe('model-index', () => {
  const isValid = validator('model-index');
  interface Index {
    readonly results: readonly {
      readonly task: object;
      readonly dataset: Readonly<Record<string, string>>;
    }[];
  }
  const indexOf = (content: string) => {
    const data = load(content.split('---\n')[1] ?? '') as { 'model-index': Index[] };
    return data['model-index'];
  };

  it('is valid for any results, and no two entries are one to huggingface_hub', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        for (const { content } of exported(world, 'model-index').files) {
          const index = indexOf(content);
          isValid(index);
          expect(isValid.errors, content).toBeNull();
          const identities = index[0]?.results.map(({ task, dataset: { type, config, split } }) =>
            JSON.stringify([task, type, config, split]),
          );
          expect(new Set(identities).size, content).toBe(identities?.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is a block that can be pasted into a card', () => {
    const world = worldOf({
      'acme/wind-7b/README.md': [
        { ...plain, shots: 5, source: { name: 'Example Board', url: 'https://example.org/' } },
        { ...plain, setting: 'CoT', split: 'test' },
      ],
    });
    expect(contentOf(exported(world, 'model-index').files, 'acme/wind-7b/README.md')).toBe(`---
# Written by cardboard export.
model-index:
  - name: wind-7b
    results:
      - task:
          type: other
        dataset:
          name: GPQA Diamond (CoT)
          type: Idavidrein/gpqa
          config: gpqa_diamond-CoT
          split: test
        metrics:
          - type: acc
            value: 41.25
            name: accuracy
      - task:
          type: other
        dataset:
          name: GPQA Diamond
          type: Idavidrein/gpqa
          config: gpqa_diamond-5-shot
          args:
            num_few_shot: 5
        metrics:
          - type: acc
            value: 41.25
            name: accuracy
        source:
          name: Example Board
          url: https://example.org/
---
`);
  });
});

describe('eval-results', () => {
  const isValid = validator('eval-results');

  it('is valid for any results', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        for (const { content } of exported(world, 'eval-results').files) {
          isValid(load(content));
          expect(isValid.errors, content).toBeNull();
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lists the conditions of one benchmark in one file', () => {
    const world = worldOf({
      'acme/wind-7b/README.md': [
        { ...plain, date: '2026-02-03' },
        {
          ...plain,
          value: 44.5,
          shots: 5,
          setting: 'CoT',
          source: { name: 'Logs', url: 'https://example.org/' },
        },
      ],
    });
    const { files } = exported(world, 'eval-results');
    expect(
      contentOf(files, 'acme/wind-7b/.eval_results/gpqa_diamond.yaml'),
    ).toBe(`# Written by cardboard export.
- dataset:
    id: Idavidrein/gpqa
    task_id: gpqa_diamond
  value: 41.25
  date: '2026-02-03'
- dataset:
    id: Idavidrein/gpqa
    task_id: gpqa_diamond
  value: 44.5
  source:
    url: https://example.org/
    name: Logs
  notes: 5-shot, CoT
`);
  });
});
