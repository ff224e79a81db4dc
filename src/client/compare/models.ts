/** Loads models for the page of comparisons, as scripts: they load from a server and from a disk alike. */
import type { CompareModel } from '../../core/comparison/model.ts';

/** Of a model with results: its id, and the address of its page where that does not follow from the id. */
export type ListedModel = readonly [id: string, page?: string];

interface Handed {
  list(models: readonly ListedModel[]): void;
  model(model: CompareModel): void;
}

export interface ModelSource {
  /** Every model that can be compared, in the order of the site. */
  list(): Promise<readonly ListedModel[]>;
  /** One of them; null where the list has no such id. */
  model(id: string): Promise<CompareModel | null>;
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(address)));
    document.head.append(script);
  });
}

/** Models of the site whose root is at `root`; `list` is the address of their list from there. */
export function modelSource(root: string, list: string): ModelSource {
  let listed: readonly ListedModel[] = [];
  const known = new Map<string, CompareModel>();
  const handed: Handed = {
    list: (models) => {
      listed = models;
    },
    model: (model) => {
      known.set(model.id, model);
    },
  };
  (globalThis as { cardboardCompare?: Handed }).cardboardCompare = handed;
  let loading: Promise<void> | undefined;
  const all = async () => {
    loading ??= loadScript(root + list);
    await loading;
    return listed;
  };
  return {
    list: all,
    async model(id) {
      const entry = (await all()).find(([one]) => one === id);
      if (entry === undefined) return null;
      if (!known.has(id)) await loadScript(`${root}${entry[1] ?? `models/${id}/`}compare.js`);
      return known.get(id) ?? null;
    },
  };
}
