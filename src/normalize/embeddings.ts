/** Tells tables of models that embed texts, where "HumanEval" is a search for programs and no run of them. */
import type { CardReading } from '../core/card.ts';
import { type Claim, nameOfModel } from '../core/claim.ts';

/** Pipelines and tags of the Hub for models of embeddings. */
const KINDS = new Set([
  'feature-extraction',
  'sentence-similarity',
  'text-ranking',
  'sentence-transformers',
  'mteb',
  'embeddings',
]);

/** Families of such models, as names of models start or hold them. */
const FAMILY =
  /embed|(?:^|[^a-z])(?:bge|gte|e5|jina|voyage|sfr|contriever|colbert|splade|minilm|mpnet|bm25)(?![a-z])/i;

/** True for a card of such a model by its metadata, or a group of claims most of whose models are named like them. */
export function areEmbeddings(card: CardReading, group: readonly Claim[]): boolean {
  const { pipelineTag, tags } = card.metadata;
  if ((pipelineTag !== null && KINDS.has(pipelineTag)) || tags.some((tag) => KINDS.has(tag))) return true;
  const names = new Set(
    group.map((claim) => (claim.subject === 'self' ? card.identity.name : (nameOfModel(claim) ?? ''))),
  );
  const alike = [...names].filter((name) => FAMILY.test(name)).length;
  return alike >= 1 && alike * 2 >= names.size;
}
