/** Copies as pages show them: whose results a card repeats, and which models a board leaves unranked for it. */
import { compareNames } from '../core/compare.ts';
import type { Copy } from '../core/result.ts';
import type { Board } from '../store/types.ts';
import type { Here, Site } from './frame.ts';

interface ModelReference {
  readonly label: string;
  readonly href: string;
}

/** What a model's page says of copies. */
export interface CopyView {
  /** The card's results are this model's. */
  readonly from: ModelReference | null;
  /** Nobody knows which of the two repeats the other. */
  readonly like: ModelReference | null;
  /** "26 of 26 numbers" */
  readonly count: string;
  readonly because: string;
  /** Cards that repeat this model's results. */
  readonly copies: readonly ModelReference[];
}

function reference(site: Site, here: Here, id: string): ModelReference {
  return { label: id, href: here.to(site.context.urls.model(id)) };
}

/** What to say of a model whose results are another's, or are repeated by others; null where there is nothing to say. */
export function copyView(site: Site, here: Here, model: string): CopyView | null {
  const copy = site.index.copyOfModel.get(model);
  const copies = site.index.copiesOfSource.get(model) ?? [];
  if (copy === undefined && copies.length === 0) return null;
  return {
    from: copy === undefined || copy.source === null ? null : reference(site, here, copy.source),
    like: copy === undefined || copy.source !== null ? null : reference(site, here, copy.like),
    count: copy === undefined ? '' : site.t('model.copy.count', { shared: copy.shared, of: copy.of }),
    because: copy?.because ?? '',
    copies: copies.map((other) => reference(site, here, other.model)),
  };
}

/** A model that a board does not rank, with the one whose results it repeats. */
export interface InheritedView {
  readonly model: ModelReference;
  readonly source: ModelReference;
}

/** The copies that would stand on a board if their numbers were their own, by name. */
export function inheritedOn(site: Site, here: Here, board: Board): InheritedView[] {
  const ranked = new Set(board.rows.map((row) => row.model));
  const concerns = ({ model, results }: Copy) =>
    !ranked.has(model) &&
    results.some((id) => {
      const result = site.index.results.get(id);
      return board.columns.some(
        ({ benchmark, metric, shots, setting }) =>
          result?.benchmark === benchmark &&
          result.metric === metric &&
          (shots === null || result.shots === null || result.shots === shots) &&
          result.setting === setting,
      );
    });
  return site.data.copies
    .filter((copy) => copy.source !== null && concerns(copy))
    .sort((a, b) => compareNames(a.model, b.model))
    .map((copy) => ({
      model: reference(site, here, copy.model),
      source: reference(site, here, copy.source as string),
    }));
}
