/** A small list of models for the tests of the search. */
import type { ModelFacts } from '../../../src/core/query/model-fields.ts';
import { modelFields, modelRow } from '../../../src/core/query/model-fields.ts';
import type { QueryRow } from '../../../src/core/query/types.ts';

const NOTHING: Omit<ModelFacts, 'id'> = {
  names: [],
  org: null,
  type: 'unknown',
  licenses: [],
  languages: [],
  library: null,
  bases: [],
  tags: [],
  precisions: [],
  origins: [],
  parameters: null,
  flags: [],
};

const MODELS: readonly (ModelFacts & { readonly scores: Readonly<Record<string, number>> })[] = [
  {
    ...NOTHING,
    id: 'meta-llama/Llama-2-7b-hf',
    names: ['Llama 2 7B'],
    org: 'meta-llama',
    type: 'pretrained',
    licenses: ['llama2'],
    languages: ['en'],
    library: 'transformers',
    parameters: 6.74,
    origins: ['third-party'],
    flags: ['card', 'ranked'],
    scores: { gsm8k: 14.6, average: 54.3 },
  },
  {
    ...NOTHING,
    id: 'Qwen/Qwen1.5-7B-Chat',
    names: ['Qwen1.5 7B Chat'],
    org: 'Qwen',
    type: 'chat',
    licenses: ['tongyi-qianwen'],
    languages: ['en', 'zh-CN'],
    parameters: 7.7,
    origins: ['self-reported', 'leaderboard'],
    flags: ['card', 'ranked', 'complete'],
    scores: { gsm8k: 55.05, average: 60 },
  },
  {
    ...NOTHING,
    id: 'acme/Qwen-Merge-27B-GPTQ',
    names: ['Qwén Merge'],
    org: 'acme',
    type: 'merge',
    licenses: ['apache-2.0', 'mit'],
    bases: ['Qwen/Qwen1.5-7B-Chat'],
    tags: ['text-generation', 'merge'],
    precisions: ['gptq'],
    parameters: 27,
    flags: ['open', 'copy', 'card'],
    scores: {},
  },
  {
    ...NOTHING,
    id: 'teknium/OpenHermes-2.5-Mistral-7B',
    names: ['OpenHermes 2.5'],
    org: 'teknium',
    type: 'fine-tuned',
    licenses: ['apache-2.0'],
    bases: ['mistralai/Mistral-7B-v0.1'],
    parameters: 7,
    flags: ['open', 'flagged'],
    scores: { gsm8k: 60 },
  },
];

export const fields = modelFields(MODELS, [
  { name: 'average', aliases: ['avg'], unit: 'score' },
  { name: 'gsm8k', aliases: ['GSM8K'], unit: 'score' },
  { name: 'math_lvl_5', aliases: ['MATH Lvl 5'], unit: 'score' },
]);

/** Rows by the last part of their ids. */
export const rows: ReadonlyMap<string, QueryRow> = new Map(
  MODELS.map((facts) => [
    facts.id.replace(/.*\//, ''),
    modelRow(facts, (name) => facts.scores[name] ?? null),
  ]),
);
