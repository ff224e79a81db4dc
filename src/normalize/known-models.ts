/** The models that cards speak of by an id, found by name and by the parts of a name: what a bare name can mean. */
import { compareText } from '../core/compare.ts';
import { foldCase } from '../core/fold.ts';
import { isFamilyNotOwner, makersOfFamily } from './makers.ts';
import { foldName, hubIdOf, keyOfParts, type ModelNameParts, partsOfModelName } from './model-name-parts.ts';

/** Which of the known models a bare name can mean. */
export interface Candidates {
  /** Ids that may be meant, sorted. */
  readonly ids: readonly string[];
  /** Ids of the same name below owners that did not make the family: uploads of others, sorted. */
  readonly others: readonly string[];
}

export interface KnownModels {
  /** The id as it is spelled here, whatever the case; undefined where nobody speaks of it. */
  spelling(id: string): string | undefined;
  byName(name: string): Candidates;
  byParts(name: string): Candidates;
}

/**
 * `cardIds` are models that have a card; `mentioned` are hub ids that cards write, in any order. Of several spellings
 * of one mentioned id the first in text order is its id.
 */
export function indexKnownModels(cardIds: readonly string[], mentioned: Iterable<string>): KnownModels {
  const spellings = new Map(cardIds.map((id) => [foldCase(id), id]));
  const names = new Map<string, Set<string>>();
  const keys = new Map<string, Set<string>>();
  const add = (id: string) => {
    const hub = hubIdOf(id);
    const name = hub?.name ?? id;
    remember(names, foldName(name), id);
    remember(keys, keyOfParts(partsOfModelName(name)), id);
  };
  for (const id of cardIds) add(id);
  for (const id of [...new Set(mentioned)].sort(compareText)) {
    if (spellings.has(foldCase(id))) continue;
    spellings.set(foldCase(id), id);
    if (isLikelyHubId(id)) add(id);
  }
  const candidates = (ids: ReadonlySet<string> | undefined, parts: ModelNameParts): Candidates => {
    const makers = ids === undefined ? null : makersOfFamily(parts.family);
    const isMaker = (id: string) => {
      const owner = hubIdOf(id)?.owner.toLowerCase();
      return makers === null || owner === undefined || makers.includes(owner);
    };
    const all = [...(ids ?? [])].sort(compareText);
    return { ids: all.filter(isMaker), others: all.filter((id) => !isMaker(id)) };
  };
  return {
    spelling: (id) => spellings.get(foldCase(id)),
    byName: (name) => candidates(names.get(foldName(name)), partsOfModelName(name)),
    byParts(name) {
      const parts = partsOfModelName(name);
      const key = keyOfParts(parts);
      return candidates(key === null ? undefined : keys.get(key), parts);
    },
  };
}

function isLikelyHubId(id: string): boolean {
  const hub = hubIdOf(id);
  return (
    hub !== null &&
    /[\d_-]/.test(hub.name) &&
    !isFamilyNotOwner(hub.owner, partsOfModelName(hub.owner).family)
  );
}

function remember(map: Map<string, Set<string>>, key: string | null, id: string): void {
  if (key === null || key === '') return;
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}
