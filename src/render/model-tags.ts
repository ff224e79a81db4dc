/** Which tags of a model tell its readers something that no other field does. */
import type { Model } from '../core/result.ts';

/** Tags that the Hub derives from metadata, or that tell how a model is served. */
const DERIVED =
  /^(?:arxiv|doi|dataset|datasets|license|region|base_model|language|model|diffusers|deploy|pipeline_tag|library|metrics?):/i;

const SERVING = new Set([
  'autotrain_compatible',
  'endpoints_compatible',
  'eval-results',
  'generated_from_trainer',
  'has_space',
  'inference',
  'model-index',
  'model_hub_mixin',
  'pytorch_model_hub_mixin',
  'region:us',
  'text-generation-inference',
  'text-embeddings-inference',
  'transformers.js',
]);

const LONGEST_TAG = 40;
const MOST_TAGS = 12;

/**
 * The tags of a model that say something of their own, as its card writes them and in its order, at most twelve: not
 * its licence, languages, library, task or data sets over again, and not what only machines ask for.
 */
export function meaningfulTags(
  model: Pick<
    Model,
    'tags' | 'licenses' | 'languages' | 'library' | 'pipeline_tag' | 'datasets' | 'base_models'
  >,
): string[] {
  const said = new Set(
    [
      ...model.licenses,
      ...model.languages,
      ...model.datasets,
      ...model.base_models,
      model.library ?? '',
      model.pipeline_tag ?? '',
    ].map((word) => word.toLowerCase()),
  );
  const seen = new Set<string>();
  const tags: string[] = [];
  for (const tag of model.tags) {
    const folded = tag.toLowerCase();
    if (tags.length === MOST_TAGS) break;
    if (tag === '' || tag.length > LONGEST_TAG || seen.has(folded) || said.has(folded)) continue;
    if (SERVING.has(folded) || DERIVED.test(tag)) continue;
    seen.add(folded);
    tags.push(tag);
  }
  return tags;
}
