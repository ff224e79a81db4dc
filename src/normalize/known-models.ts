/** The models that cards speak of by an id, found by name and by the parts of a name: what a bare name can mean. */
import { compareText } from '../core/compare.ts';
import { foldCase } from '../core/fold.ts';
import { isFamilyNotOwner, makersOfFamily } from './makers.ts';
import { foldName, hubIdOf, partsOfModelName } from './model-name-parts.ts';

/** Which of the known models a bare name can mean. */
interface Candidates {
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
export function indexKnownModels(
  cardIds: readonly string[],
  mentioned: Iterable<string>,
  keyOf: (name: string) => string | null,
): KnownModels {
  const spellings = new Map(cardIds.map((id) => [foldCase(id), id]));
  const names = new Map<string, Set<string>>();
  const keys = new Map<string, Set<string>>();
  const add = (id: string) => {
    const hub = hubIdOf(id);
    const name = hub?.name ?? id;
    remember(names, foldName(name), id);
    remember(keys, keyOf(name), id);
  };
  for (const id of cardIds) add(id);
  for (const id of [...new Set(mentioned)].sort(compareText)) {
    if (spellings.has(foldCase(id))) continue;
    spellings.set(foldCase(id), id);
    if (isLikelyHubId(id)) add(id);
  }
  const candidates = (ids: ReadonlySet<string>, name: string): Candidates => {
    const makers = makersOfFamily(partsOfModelName(name).family);
    const isMaker = (id: string) => {
      const owner = hubIdOf(id)?.owner.toLowerCase();
      return makers === null || owner === undefined || makers.includes(owner);
    };
    const all = [...ids].sort(compareText);
    return { ids: all.filter(isMaker), others: all.filter((id) => !isMaker(id)) };
  };
  // The same names stand in thousands of tables.
  const remembered = new Map<string, Candidates>();
  const lookUp = (index: ReadonlyMap<string, ReadonlySet<string>>, key: string | null, name: string) => {
    const ids = key === null ? undefined : index.get(key);
    if (key === null || ids === undefined) return NOBODY;
    const place = `${index === names ? 'name' : 'parts'} ${key}`;
    const known = remembered.get(place) ?? candidates(ids, name);
    remembered.set(place, known);
    return known;
  };
  return {
    spelling: (id) => spellings.get(foldCase(id)),
    byName: (name) => lookUp(names, foldName(name), name),
    byParts: (name) => lookUp(keys, keyOf(name), name),
  };
}

const NOBODY: Candidates = { ids: [], others: [] };

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
