/** Decides whose number a cell of a table is: the row's model, the column's, or the one the surroundings speak of. */
import { foldCase } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { readCell } from './cell-value.ts';
import type { Column } from './columns.ts';
import type { Cell, Grid } from './grid.ts';
import type { Layout } from './layout.ts';
import { linkedModel } from './model-links.ts';
import { ownByContext, ownNameIn } from './own-by-context.ts';
import { bareModelName } from './own-marks.ts';
import { ownerOfFormat } from './quantization.ts';
import { splitRunCondition } from './run-condition.ts';
import type { Subjects } from './subject.ts';
import type { Surroundings } from './surroundings.ts';
import { isShadowed, markedAsOwn, namesOf, withSize } from './table-names.ts';
import { SELF_WORDS } from './words.ts';

/** What reading a table's rows works on. */
export interface RowParts {
  readonly grid: Grid;
  readonly columns: readonly Column[];
  readonly layout: Layout;
  readonly around: Surroundings;
  readonly registry: Registry;
  readonly subjects: Subjects;
  /** Rows of conditions or groups that stand under or over the header, by column. */
  readonly subheaders: readonly Subheader[];
}

export interface Subheader {
  readonly cells: readonly Cell[];
  /** True under the header, false above it: a row of groups. */
  readonly under: boolean;
}

export interface RowModel {
  readonly subject: 'self' | 'other';
  readonly model: string | null;
  readonly sure: number;
  readonly why: string;
  /** The name in its own cell, where a size beside it adds to it and no other row has it. */
  readonly written?: string;
  /** How the model was run, where its name says so: "thinking". */
  readonly condition?: string;
}

/** A row of a version alone. */
const VERSION = /^v\d(?:\.\d+)*$/i;

/** Where a number stands whose model is asked for. */
export interface NumberPlace {
  readonly row: readonly Cell[];
  readonly column: Column;
  /** The row's labels by column. */
  readonly labels: ReadonlyMap<number, string>;
  /** What the table's column of models says in this row, where it has one besides its labels. */
  readonly fromColumn: string | null;
  /** What the other header rows say over the number. */
  readonly beneath: readonly string[];
  /** The row of one text above, '' without one. */
  readonly section: string;
}

/** Whose number it is; null where the row names nobody though its column should. */
export function modelOf(parts: RowParts, place: NumberPlace): RowModel | null {
  const found = whoseOf(parts, place);
  if (!found || found.model === null || parts.layout.rows !== 'model') return found;
  const written = bareModelName(place.labels.get(parts.layout.rowColumn as number) ?? '');
  // Where a name stands several times, what is added to it is part of it.
  const once = (namesOf(parts).counts.get(written) ?? 0) <= 1;
  const added = written !== '' && found.model !== written && found.model.startsWith(`${written} `);
  return once && added ? { ...found, written } : found;
}

function whoseOf(
  parts: RowParts,
  { row, column, labels, fromColumn, beneath, section }: NumberPlace,
): RowModel | null {
  const { layout, subjects, around } = parts;
  let written: string | null = fromColumn;
  let where = 'its column';
  if (layout.rows === 'model') {
    written = labels.get(layout.rowColumn as number) ?? '';
    where = 'the row';
  } else if (layout.columns === 'model') {
    written = column.header.text;
    where = "the column's header";
  } else if (beneath.some((text) => subjects.likeness(text) >= 0.75)) {
    written = beneath.find((text) => subjects.likeness(text) >= 0.75) ?? null;
    where = 'the second header row';
  }
  const short = beneath.find((text) => around.abbreviations.has(foldCase(text)));
  if ((written ?? '') === '' && short !== undefined) {
    const subject = around.abbreviations.get(foldCase(short)) as 'self' | 'other';
    const why = `the text above says whom '${short}' stands for`;
    return { subject, model: short, sure: 0.97, why };
  }
  if (written !== null && written !== '') {
    const bare = bareModelName(written);
    const sized = withSize(parts, bare, row);
    // "V2" above rows of names is the version of each.
    const full = layout.rows === 'model' && VERSION.test(section) ? `${sized} ${section}` : sized;
    // With a size beside it, the family's name alone is not the card's model.
    // Authors mark all of their models as "ours": that tells which is the card's only where it marks one.
    const marks = full === bare && namesOf(parts).ours.size <= 1;
    const link = linkedModel(parts, row, column, written);
    if (link === 'own')
      return { subject: 'self', model: full, sure: 1, why: `'${full}' links to this card's model` };
    const self = subjects.self(full) ?? (marks ? subjects.self(written) : null);
    // A name that only resembles the card's own means what it links to.
    if (self && link === 'other' && !subjects.isExact(full) && !SELF_WORDS.test(full))
      return { subject: 'other', model: full, sure: 1, why: `'${full}' links to another model` };
    if (self && !isShadowed(parts, full)) return { subject: 'self', model: full, sure: 1, why: self };
    // Under "Instruction tuned models" stand the instruct models of the names given.
    const stage = around.settings.find((setting) => /^(?:instruct|chat|fine-?tuned)/i.test(setting));
    const staged = stage
      ? ['Instruct', 'Chat', 'it'].find((word) => subjects.isExact(`${full} ${word}`))
      : null;
    if (staged)
      return {
        subject: 'self',
        model: full,
        sure: 0.97,
        why: `'${full}' under '${stage}' is the card's own model`,
      };
    const inContext = link === null ? ownByContext(parts, full, section) : null;
    if (inContext !== null) return { subject: 'self', model: full, sure: 0.95, why: inContext };
    const format = byFormat(parts, [full]);
    if (format) return format;
    const run = splitRunCondition(full);
    if (run) {
      const whose = subjects.self(run.name);
      if (whose && !isShadowed(parts, run.name))
        return { subject: 'self', model: full, sure: 1, why: whose, condition: run.condition };
    }
    // What links to a model of its own is set in bold for being best.
    const marked = link === null && ownNameIn(parts) === null ? markedAsOwn(parts, full) : null;
    if (marked !== null) return { subject: 'self', model: full, sure: 0.95, why: marked };
    // Beside the card's own model stand models.
    const sure = namesOf(parts).own ? 1 : 0.97;
    return { subject: 'other', model: full, sure, why: `model '${full}' from ${where}` };
  }
  if (layout.rows === 'model' && written === '') return null;
  if (around.model && !around.model.self) {
    const { name, from } = around.model;
    return { subject: 'other', model: name, sure: 0.93, why: `model '${name}' from ${from}` };
  }
  const format = byFormat(parts, [...labels.values(), column.header.text]);
  if (format) return format;
  if (around.model)
    return { subject: 'self', model: null, sure: 1, why: `the card's own model, from ${around.model.from}` };
  return { subject: 'self', model: null, sure: 0.98, why: "no model is named: the card's own" };
}

/** On a quantised model's card a number format says whether a row is the card's own model or the one it was made from. */
function byFormat({ subjects }: RowParts, labels: readonly string[]): RowModel | null {
  const owner = ownerOfFormat(subjects.ownName, labels);
  if (!owner) return null;
  const { label, self, source } = owner;
  return self
    ? { subject: 'self', model: null, sure: 1, why: `'${label}' is the format of the card's own model` }
    : {
        subject: 'other',
        model: source,
        sure: 0.95,
        why: `'${label}' is not this card's precision: it is ${source}`,
      };
}

/** The group left of a model column that holds a dash in this row; '' where there is none. */
export function groupBeside({ layout }: RowParts, row: readonly Cell[]): string {
  if (layout.rows !== 'model') return '';
  const left = row.slice(0, layout.rowColumn as number).filter((cell) => readCell(cell.text).kind === 'text');
  return left[left.length - 1]?.text ?? '';
}
