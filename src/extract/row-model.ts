/** Decides whose number a cell of a table is: the row's model, the column's, or the one the surroundings speak of. */

import type { Registry } from '../registry/types.ts';
import type { Column } from './columns.ts';
import type { Cell, Grid } from './grid.ts';
import type { Layout } from './layout.ts';
import { bareModelName, type Subjects } from './subject.ts';
import type { Surroundings } from './surroundings.ts';
import { SIZE_IN_NAME } from './words.ts';

/** What reading a table's rows works on. */
export interface RowParts {
  readonly grid: Grid;
  readonly columns: readonly Column[];
  readonly layout: Layout;
  readonly around: Surroundings;
  readonly registry: Registry;
  readonly subjects: Subjects;
  readonly subheader: readonly Cell[] | null;
}

export interface RowModel {
  readonly subject: 'self' | 'other';
  readonly model: string | null;
  readonly sure: number;
  readonly why: string;
}

/** `labels` are the row's labels by column; null where the row names nobody though its column should. */
export function modelOf(
  parts: RowParts,
  row: readonly Cell[],
  column: Column,
  labels: ReadonlyMap<number, string>,
  fromColumn: string | null,
): RowModel | null {
  const { layout, subjects, around, grid } = parts;
  let written: string | null = fromColumn;
  let where = 'its column';
  if (layout.rows === 'model') {
    written = labels.get(layout.rowColumn as number) ?? '';
    where = 'the row';
  } else if (layout.columns === 'model') {
    written = column.header.text;
    where = "the column's header";
  }
  if (written !== null && written !== '') {
    const size = [...layout.roles].find(([, role]) => role === 'size')?.[0];
    const sizeText = size === undefined || layout.rows !== 'model' ? '' : (row[size]?.text ?? '');
    const bare = bareModelName(written);
    const full =
      sizeText !== '' && !SIZE_IN_NAME.test(bare) && /^[\d.x]+\s?[BMbm]$/.test(sizeText)
        ? `${bare} ${sizeText}`
        : bare;
    const self = subjects.self(full) ?? (full === bare ? subjects.self(written) : null);
    if (self) return { subject: 'self', model: full, sure: 1, why: self };
    return { subject: 'other', model: full, sure: 0.97, why: `model '${full}' from ${where}` };
  }
  if (layout.rows === 'model' && written === '') return null;
  if (around.model && !around.model.self)
    return {
      subject: 'other',
      model: around.model.name,
      sure: 0.93,
      why: `model '${around.model.name}' from ${around.model.from}`,
    };
  if (around.model)
    return {
      subject: 'self',
      model: null,
      sure: 1,
      why: `the card's own model, from ${around.model.from}`,
    };
  const sure = grid.rows.length > 0 ? 0.98 : 0.9;
  return { subject: 'self', model: null, sure, why: "no model is named: the card's own" };
}
