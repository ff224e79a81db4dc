/** Which licence of the registry a model's card means, and how open a model is. */
import type { Openness } from '../core/board-data.ts';
import type { Model } from '../core/result.ts';
import type { License, Registry } from '../registry/types.ts';

/** The entry for one of a model's licences; of `other`, the one whose name the card gives. Undefined where none is known. */
export function licenseOf(
  registry: Pick<Registry, 'license'>,
  model: Pick<Model, 'license_name'>,
  id: string,
): License | undefined {
  if (id !== 'other') return registry.license(id);
  return model.license_name === null ? undefined : registry.license(model.license_name);
}

const FREEST: readonly Openness[] = ['open', 'restricted', 'closed'];

/** How open a model is: of several licences the freest counts, since it may be used under any of them. */
export function opennessOf(
  registry: Pick<Registry, 'license'>,
  model: Pick<Model, 'licenses' | 'license_name'>,
): Openness {
  const found = new Set(model.licenses.map((id) => licenseOf(registry, model, id)?.openness));
  return FREEST.find((openness) => found.has(openness)) ?? 'unknown';
}
