/** Describes models: from their card's metadata, or from their name alone. */
import type { CardReading } from '../core/card.ts';
import type { Config } from '../core/config.ts';
import { foldCase } from '../core/fold.ts';
import type { Model } from '../core/result.ts';
import type { ModelNames } from './model-names.ts';
import { typeOf } from './model-type.ts';
import { parametersOf } from './parameters.ts';

/** Every model that cards speak of, in text order of ids. `models` of the config overrule what cards and names say. */
export function describeModels(cards: readonly CardReading[], names: ModelNames, config: Config): Model[] {
  const byId = new Map(cards.map((card) => [card.identity.id, card]));
  const flags = new Map(config.flagged.map((flag) => [foldCase(flag.model), flag]));
  const facts = new Map(config.models.map((given) => [foldCase(given.model), given]));
  return names.ids.map((id): Model => {
    const card = byId.get(id);
    const slash = id.indexOf('/');
    const owner = card ? card.identity.owner : slash > 0 ? id.slice(0, slash) : null;
    const name = card ? card.identity.name : slash > 0 ? id.slice(slash + 1) : id;
    const given = facts.get(foldCase(id));
    const { type, because } = given?.type ? { type: given.type, because: BY_CONFIG } : typeOf(name, card);
    const parameters = given?.parameters
      ? { billions: given.parameters, because: BY_CONFIG }
      : parametersOf(name, card?.metadata);
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
      parents: parentsOf(id, metadata?.baseModels ?? [], names),
      parameters: parameters?.billions ?? null,
      parameters_because: parameters?.because ?? null,
      type,
      type_because: because,
      flagged: flag ? { reason: flag.reason, link: flag.link } : null,
    };
  });
}

const BY_CONFIG = 'the config says so';

function parentsOf(id: string, bases: readonly string[], names: ModelNames): string[] {
  return [...new Set(bases.map((base) => names.idOfHub(base)))].filter((base) => base !== id);
}
