/** Reads which model a row or a header links to on a model hub: a link says whom a name means. */
import { foldCase, foldSeparators } from '../core/fold.ts';
import { HUB_MODEL } from '../core/hub-links.ts';
import type { Column } from './columns.ts';
import type { Cell } from './grid.ts';
import { bareModelName } from './own-marks.ts';
import type { RowParts } from './row-model.ts';

/** A model's page, and the branch of it that is meant, where one is. */
const MODEL_LINK = new RegExp(
  String.raw`(?:https?:\/\/)?${HUB_MODEL}(?:\/(?:tree|blob|resolve)\/([\w./-]+))?`,
  'g',
);

/** Headers over cells that lead to the row's own model. */
const LINK_HEADERS = new Set(
  [
    'link',
    'links',
    'url',
    'hf link',
    'huggingface',
    'hugging face',
    'hf',
    'model link',
    'download',
    'checkpoint',
    'weights',
    'id',
    'repo',
    'hub',
  ].map(foldSeparators),
);

/**
 * What the links of a row (or of a column's header) say of the model that is written there; null where they say nothing.
 * `named`: a link that only repeats the name says no more than the name; what bears another name than the card's is then
 * not the card's own.
 */
export function linkedModel(
  { layout, grid, subjects }: RowParts,
  row: readonly Cell[],
  column: Column,
  written: string,
): 'own' | 'other' | 'its name' | null {
  const cells =
    layout.rows === 'model'
      ? row.filter(
          (_, index) =>
            index === layout.rowColumn || LINK_HEADERS.has(foldSeparators(grid.header[index]?.text ?? '')),
        )
      : layout.columns === 'model'
        ? [column.header]
        : [];
  const ids = new Map<string, boolean>();
  for (const cell of cells)
    for (const [, id, branch] of cell.raw.matchAll(MODEL_LINK))
      ids.set(
        foldCase((id as string).replace(/\.+$/, '')),
        branch === undefined || branch.startsWith('main'),
      );
  if (ids.size !== 1) return null;
  const [[id, whole]] = [...ids] as [[string, boolean]];
  const name = foldSeparators(id.split('/')[1] as string);
  const own = foldCase(subjects.ownId);
  const isOwn = id === own || (!own.includes('/') && id.endsWith(`/${own}`));
  // Another branch of the card's own repository holds another checkpoint.
  if (isOwn) return whole ? 'own' : null;
  // A link that only repeats the name says little more than the name.
  return foldSeparators(bareModelName(written)) === name ? 'its name' : 'other';
}

/** Longer texts are no names of models. */
const MOST_NAME = 200;

/** True for a cell that leads to a model's page under a name of its own ("demo-base", not "link"). */
export function isNamedModelLink({ text, raw }: Cell): boolean {
  if (text.length > MOST_NAME || raw.search(MODEL_LINK) < 0) return false;
  return /\p{L}{2,}.*[-_\d]/u.test(text) && !/^https?:/i.test(text);
}
