/** The facts on models that a page holds for the browser: what its search and filters ask for. */
import type { BoardDataModels } from '../core/board-data.ts';
import { foldSeparators } from '../core/fold.ts';
import { precisionsOf } from '../core/precision.ts';
import type { Model } from '../core/result.ts';
import type { Here, Site } from './frame.ts';
import { opennessOf } from './license-of.ts';
import { meaningfulTags } from './model-tags.ts';

/** Words by number, each once. Number 0 is the empty word. */
export interface Words {
  readonly all: readonly string[];
  place(word: string): number;
}

/** An empty list of words. */
export function makeWords(): Words {
  const all = [''];
  const places = new Map([['', 0]]);
  return {
    all,
    place(word) {
      const known = places.get(word);
      if (known !== undefined) return known;
      const place = all.push(word) - 1;
      places.set(word, place);
      return place;
    },
  };
}

const MOST_NAMES = 4;

/** The names of a model that its id does not tell, folded: for the search, and not to be shown. */
function otherNames(model: Model): string {
  const told = new Set([foldSeparators(model.id), foldSeparators(model.name)]);
  const others: string[] = [];
  for (const name of model.names) {
    const folded = foldSeparators(name);
    if (told.has(folded) || others.length === MOST_NAMES) continue;
    told.add(folded);
    others.push(name);
  }
  return others.join('; ');
}

/** The ids of a model's licences as the Hub writes them; a licence of its own under its name. */
function licenseIds(model: Model): string[] {
  return model.licenses.map((id) => (id === 'other' ? (model.license_name ?? id) : id));
}

/** The facts on models, one entry each in the order of `ids`; words go into `words`. */
export function modelsData(site: Site, here: Here, ids: readonly string[], words: Words): BoardDataModels {
  const place = (word: string | null): number => words.place(word ?? '');
  const places = (list: readonly string[]): number[] => [...new Set(list)].map(words.place);
  const models = ids.map((id) => site.index.models.get(id));
  // Owners first: their words are asked for by every row.
  const organisation = models.map((model) => place(model?.owner ?? null));
  return {
    id: ids,
    name: ids.map((id, row) => models[row]?.name ?? id),
    also: models.map((model) => (model === undefined ? '' : otherNames(model))),
    href: ids.map((id) => here.to(site.context.urls.model(id))),
    organisation,
    type: models.map((model) => model?.type ?? 'unknown'),
    parameters: models.map((model) => model?.parameters ?? null),
    licenses: models.map((model) => (model === undefined ? [] : places(licenseIds(model)))),
    openness: models.map((model) =>
      model === undefined ? 'unknown' : opennessOf(site.context.registry, model),
    ),
    languages: models.map((model) => places(model?.languages ?? [])),
    library: models.map((model) => place(model?.library ?? null)),
    bases: models.map((model) => places(model?.base_models ?? [])),
    tags: models.map((model) => (model === undefined ? [] : places(meaningfulTags(model)))),
    precision: models.map((model) =>
      model === undefined ? [] : places(precisionsOf(model.name, model.tags)),
    ),
    card: models.map((model) => (model?.card ?? null) !== null),
    flagged: models.map((model) => (model?.flagged ?? null) !== null),
    copy: ids.map((id) => site.index.copyOfModel.has(id)),
  };
}
