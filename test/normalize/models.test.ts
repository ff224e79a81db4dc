import { describe, expect, it } from 'vitest';
import type { CardMetadata } from '../../src/core/card.ts';
import { type Config, DEFAULT_CONFIG } from '../../src/core/config.ts';
import { unmatchedModels } from '../../src/normalize/config-models.ts';
import { nameModels } from '../../src/normalize/model-names.ts';
import { describeModels } from '../../src/normalize/models.ts';
import { parametersOfName } from '../../src/normalize/parameters.ts';
import { cardNaming } from './claims.ts';

const describeOne = (id: string, metadata: Partial<CardMetadata> = {}, config: Partial<Config> = {}) => {
  const cards = [cardNaming(id, [], metadata)];
  return describeModels(cards, nameModels(cards, {}), { ...DEFAULT_CONFIG, ...config })[0];
};

describe('parameters', () => {
  it.each([
    ['Llama-2-7b-hf', 7],
    ['Mixtral-8x7B-v0.1', 56],
    ['FusionNet_34Bx2_MoE', 68],
    ['Mixtral_11Bx2_MoE_19B', 19],
    ['Qwen3-30B-A3B', 30],
    ['SmolLM-135M', 0.135],
    ['Tucano-2b4', 2.4],
    ['Qwen2.5-1.5B', 1.5],
    ['gpt-4', null],
    ['bert-base', null],
    ['wav2vec2-large-960h', null],
  ])('of %s are %s billion, as its name says', (name, size) => {
    expect(parametersOfName(name)?.billions ?? null).toBe(size);
  });

  it('of experts are said to be a limit', () => {
    expect(parametersOfName('Mixtral-8x7B')?.because).toBe(
      'the name says 8x7B: at most, since experts share layers',
    );
  });

  it('come from the config, else from the metadata, else from the name', () => {
    const models = [{ model: 'acme/demo-8x7b', type: null, parameters: 46.7 }];
    expect(describeOne('acme/demo-8x7b', { parameters: 47 }, { models })).toMatchObject({
      parameters: 46.7,
      parameters_because: 'the config says so',
    });
    expect(describeOne('acme/demo-8x7b', { parameters: 47 })).toMatchObject({
      parameters: 47,
      parameters_because: "the card's metadata say so",
    });
  });
});

describe('the type is', () => {
  it.each([
    ['acme/demo', { baseModelRelation: 'merge' }, 'merge', 'base_model_relation: merge'],
    ['acme/demo-chat', { baseModelRelation: 'adapter' }, 'adapter', 'base_model_relation: adapter'],
    ['acme/demo', { libraryName: 'peft', baseModels: ['a/b'] }, 'adapter', 'library_name: peft'],
    ['acme/demo-chat-GPTQ', {}, 'quantized', 'the name says so'],
    ['acme/demo', { tags: ['AWQ'] }, 'quantized', "tag 'awq'"],
    ['acme/demo-7b-instruct', { baseModels: ['acme/demo-7b'] }, 'chat', 'the name says so'],
    ['acme/demo', { tags: ['dpo'], baseModels: ['a/b'] }, 'chat', "tag 'dpo'"],
    [
      'acme/demo',
      { tags: ['continued-pretraining'], baseModels: ['a/b'] },
      'continuously pretrained',
      "tag 'continued-pretraining'",
    ],
    ['acme/demo', { baseModels: ['a/b', 'c/d'] }, 'merge', 'several base models'],
    ['acme/demo', { baseModels: ['a/b'] }, 'fine-tuned', 'base_model: a/b'],
    ['acme/demo', { tags: ['pretrained'] }, 'pretrained', "tag 'pretrained'"],
    ['acme/demo', {}, 'unknown', null],
  ] as const)('%s %j: %s', (id, metadata, type, because) => {
    expect(describeOne(id, metadata as Partial<CardMetadata>)).toMatchObject({ type, type_because: because });
  });

  it("the config's, where it says so", () => {
    const models = [{ model: 'ACME/Demo-chat', type: 'pretrained' as const, parameters: null }];
    expect(describeOne('acme/demo-chat', {}, { models })).toMatchObject({
      type: 'pretrained',
      type_because: 'the config says so',
    });
  });
});

describe('models of the config that nobody speaks of', () => {
  const cards = [cardNaming('acme/demo-7b', ['Other 7B'])];
  const told = (config: Partial<Config>) => {
    const whole = { ...DEFAULT_CONFIG, ...config };
    return unmatchedModels(whole, nameModels(cards, whole.aliases)).map(({ message, hint, line }) => [
      message,
      hint,
      line,
    ]);
  };

  it('are reported in their place, with the nearest that is known', () => {
    const flagged = [
      { model: 'acme/demo-7b', reason: 'x', link: null },
      { model: 'acme/dmeo-7b', reason: 'x', link: null },
    ];
    const places = { 'flagged[1]': { file: 'cardboard.config.yml', line: 9, column: 3 } };
    expect(told({ flagged, places })).toEqual([
      ['No card speaks of a model "acme/dmeo-7b".', 'did you mean `acme/demo-7b`?', 9],
    ]);
  });

  it('are aliases that no card writes, and ids that are likely mistyped', () => {
    expect(told({ aliases: { 'Othr 7B': 'x/other', 'Other 7B': 'acme/dmeo-7b' } })).toEqual([
      ['No card writes "Othr 7B" for a model.', 'did you mean `Other 7B`?', 1],
      ['No card is about "acme/dmeo-7b".', 'did you mean `acme/demo-7b`?', 1],
    ]);
    expect(told({ aliases: { 'Other 7B': 'acme/demo-13b' } })).toEqual([]);
  });
});
