/** Says what kind of model one is, by what its card documents or its name says. */
import type { CardReading } from '../core/card.ts';
import { foldCase } from '../core/fold.ts';
import type { ModelType } from '../core/result.ts';

export interface TypeWithReason {
  readonly type: ModelType;
  /** What says so; null where the type is unknown. */
  readonly because: string | null;
}

const RELATIONS: Readonly<Record<string, ModelType>> = {
  merge: 'merge',
  quantized: 'quantized',
  adapter: 'adapter',
};

const ADAPTER_LIBRARIES = new Set(['peft', 'adapter-transformers']);

const QUANTIZED_NAME =
  /(?:^|[-_. ])(?:gptq|awq|gguf|ggml|exl2|exl3|int4|int8|4bit|8bit|nf4|bnb|q\d(?:_k(?:_[sml])?)?|fp8|w4a16|w8a8)(?=$|[-_. ])/i;
const CHAT_NAME = /(?:^|[-_. ])(?:instruct|chat|it|dpo|rlhf|sppo|orpo|kto|ppo|expo)(?=$|[-_. \d])/i;

/** Tags that document a type, the more telling first. */
const TAGS: readonly (readonly [type: ModelType, tags: readonly string[]])[] = [
  ['merge', ['merge', 'mergekit', 'moerge']],
  ['quantized', ['gptq', 'awq', 'gguf', 'ggml', 'exl2', '4-bit', '8-bit', 'compressed-tensors']],
  ['chat', ['dpo', 'rlhf', 'orpo', 'kto', 'ppo', 'conversational', 'chat', 'instruct']],
  [
    'continuously pretrained',
    [
      'continued-pretraining',
      'continual-pretraining',
      'continuous-pretraining',
      'continued pretraining',
      'cpt',
    ],
  ],
];

/**
 * The type by the first of: `base_model_relation`, the library of adapters, tags of merges, tags or the name of a
 * quantised model, name or tags of a chat model, tags of continued pretraining, base models, tags or the name of a
 * pretrained model. `name` is without its owner.
 */
export function typeOf(name: string, card: CardReading | undefined): TypeWithReason {
  const metadata = card?.metadata;
  const relation = metadata?.baseModelRelation?.toLowerCase();
  const related = RELATIONS[relation ?? ''];
  if (related !== undefined) return { type: related, because: `base_model_relation: ${relation}` };
  const library = metadata?.libraryName?.toLowerCase();
  if (library !== undefined && ADAPTER_LIBRARIES.has(library))
    return { type: 'adapter', because: `library_name: ${library}` };
  const tags = new Set((metadata?.tags ?? []).map(foldCase));
  const byTag = (wanted: ModelType): TypeWithReason | null => {
    const tag = TAGS.find(([type]) => type === wanted)?.[1].find((one) => tags.has(one));
    return tag === undefined ? null : { type: wanted, because: `tag '${tag}'` };
  };
  const byName = (type: ModelType, pattern: RegExp): TypeWithReason | null =>
    pattern.test(name) ? { type, because: 'the name says so' } : null;
  return (
    byTag('merge') ??
    byName('quantized', QUANTIZED_NAME) ??
    byTag('quantized') ??
    byName('chat', CHAT_NAME) ??
    byTag('chat') ??
    byTag('continuously pretrained') ??
    byBase(relation, metadata?.baseModels ?? []) ??
    (tags.has('pretrained') || tags.has('pretrained model')
      ? { type: 'pretrained', because: "tag 'pretrained'" }
      : (byName('pretrained', /[-_](?:base|pt)$/i) ?? { type: 'unknown', because: null }))
  );
}

/** The Hub takes a model with several base models for a merge, and one with a single base model for a fine-tuned one. */
function byBase(relation: string | undefined, bases: readonly string[]): TypeWithReason | null {
  if (relation === 'finetune') return { type: 'fine-tuned', because: 'base_model_relation: finetune' };
  if (bases.length > 1) return { type: 'merge', because: 'several base models' };
  return bases.length === 1 ? { type: 'fine-tuned', because: `base_model: ${bases[0]}` } : null;
}
