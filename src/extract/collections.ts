/**
 * Names the part of a collection that a card's text leaves out: "on the glue dataset" in a card whose metadata say
 * that it was "cola", and no other.
 */
import { foldSeparators } from '../core/fold.ts';
import type { Draft } from './draft.ts';

/** The drafts of the text, in the same order, with the collection's name replaced where the metadata name one part of it. */
export function namePartsOfCollections(drafts: readonly Draft[], metadata: readonly Draft[]): Draft[] {
  const parts = new Map<string, Map<string, Draft>>();
  for (const draft of metadata) {
    const collection = foldSeparators(draft.source.row ?? '');
    if (collection === '') continue;
    const named = parts.get(collection) ?? new Map<string, Draft>();
    parts.set(collection, named.set(foldSeparators(draft.benchmark), draft));
  }
  return drafts.map((draft) => {
    const named = [...(parts.get(foldSeparators(draft.benchmark)) ?? [])];
    const [only] = named;
    if (named.length !== 1 || !only || only[0] === foldSeparators(draft.benchmark)) return draft;
    const { benchmark, source } = only[1];
    return {
      ...draft,
      benchmark,
      because: [
        ...draft.because,
        `the metadata say that '${draft.benchmark}' is its part '${benchmark}' (line ${source.line})`,
      ],
    };
  });
}
