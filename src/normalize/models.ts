/** Describes models: from their card's metadata, or from their name alone. */
import type { CardReading } from '../core/card.ts';
import type { Config } from '../core/config.ts';
import { foldCase } from '../core/fold.ts';
import type { Model, ModelType } from '../core/result.ts';
import type { ModelNames } from './model-names.ts';

/** Parameters in billions as a name says them: "8x7B" → 56, "350M" → 0.35; null where it says nothing. */
export function parametersOfName(name: string): number | null {
  const found =
    /(?:^|[^\p{L}\d.])(?:(\d{1,3})\s?x\s?)?(\d{1,4}(?:\.\d{1,3})?)\s?([bm])(?:illion)?(?=$|[^\p{L}\d])/iu.exec(
      name.replaceAll('_', '-'),
    );
  if (!found) return null;
  const size =
    Number(found[2]) * (found[1] ? Number(found[1]) : 1) * (/m/i.test(found[3] as string) ? 0.001 : 1);
  return Number(size.toPrecision(6));
}

const QUANTIZED =
  /(?:^|[-_. ])(?:gptq|awq|gguf|ggml|exl2|exl3|int4|int8|4bit|8bit|nf4|bnb|q\d(?:_k(?:_[sml])?)?|fp8|w4a16|w8a8)(?=$|[-_. ])/i;

function typeOf(id: string, card: CardReading | undefined): { type: ModelType; because: string | null } {
  const metadata = card?.metadata;
  const relation = metadata?.baseModelRelation?.toLowerCase();
  const said = (type: ModelType, because: string) => ({ type, because });
  if (relation === 'merge') return said('merge', 'base_model_relation: merge');
  if (relation === 'quantized') return said('quantized', 'base_model_relation: quantized');
  if (relation === 'adapter') return said('adapter', 'base_model_relation: adapter');
  const tags = new Set((metadata?.tags ?? []).map(foldCase));
  if (tags.has('merge') || tags.has('mergekit'))
    return said('merge', `tag '${tags.has('merge') ? 'merge' : 'mergekit'}'`);
  if (QUANTIZED.test(id)) return said('quantized', 'the name says so');
  if (/(?:^|[-_. ])(?:instruct|chat|it|dpo|rlhf|sppo|orpo|kto|ppo|expo)(?=$|[-_. \d])/i.test(id))
    return said('chat', 'the name says so');
  if (tags.has('dpo') || tags.has('rlhf') || tags.has('conversational') || tags.has('chat'))
    return said('chat', 'a tag says so');
  if (relation === 'finetune') return said('fine-tuned', 'base_model_relation: finetune');
  if ((metadata?.baseModels.length ?? 0) > 1) return said('merge', 'several base models');
  if ((metadata?.baseModels.length ?? 0) === 1)
    return said('fine-tuned', `base_model: ${metadata?.baseModels[0]}`);
  if (tags.has('pretrained') || tags.has('pretrained model')) return said('pretrained', "tag 'pretrained'");
  if (/[-_](?:base|pt)$/i.test(id)) return said('pretrained', 'the name says so');
  return { type: 'unknown', because: null };
}

export function describeModels(cards: readonly CardReading[], names: ModelNames, config: Config): Model[] {
  const byId = new Map(cards.map((card) => [card.identity.id, card]));
  const flags = new Map(config.flagged.map((flag) => [foldCase(flag.model), flag]));
  return names.ids.map((id): Model => {
    const card = byId.get(id);
    const slash = id.indexOf('/');
    const owner = card ? card.identity.owner : slash > 0 ? id.slice(0, slash) : null;
    const name = card ? card.identity.name : slash > 0 ? id.slice(slash + 1) : id;
    const { type, because } = typeOf(name, card);
    const flag = flags.get(foldCase(id));
    const metadata = card?.metadata;
    return {
      id,
      owner,
      name,
      display_name: card?.identity.displayName ?? name,
      card: card?.path ?? null,
      names: names.namesOf(id),
      licenses: metadata?.licenses ?? [],
      license_name: metadata?.licenseName ?? null,
      license_link: metadata?.licenseLink ?? null,
      languages: metadata?.languages ?? [],
      tags: metadata?.tags ?? [],
      datasets: metadata?.datasets ?? [],
      base_models: metadata?.baseModels ?? [],
      base_model_relation: metadata?.baseModelRelation ?? null,
      library: metadata?.libraryName ?? null,
      pipeline_tag: metadata?.pipelineTag ?? null,
      parameters: parametersOfName(name),
      type,
      type_because: because,
      flagged: flag ? { reason: flag.reason, link: flag.link } : null,
    };
  });
}
