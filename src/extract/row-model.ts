/** Decides whose number a cell of a table is: the row's model, the column's, or the one the surroundings speak of. */

import type { Registry } from '../registry/types.ts';
import type { Column } from './columns.ts';
import type { Cell, Grid } from './grid.ts';
import type { Layout } from './layout.ts';
import { bareModelName, type Subjects } from './subject.ts';
import type { Surroundings } from './surroundings.ts';
import { SELF_WORDS, SIZE_IN_NAME } from './words.ts';

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
}

/** Precisions and quantisation schemes, as rows and names give them. */
const PRECISION = /^(?:bf16|fp16|fp32|float16|bfloat16|full precision)$/i;
const QUANTIZED =
  /^(?:fp8|int8|int4|int3|int2|nf4|[248]-?bits?|w\d+a\d+|gptq(?:[- ]?int[48])?|awq|gguf|q\d(?:_\w+)?)$/i;
const OWN_QUANTIZATION =
  /^(.{3,}?)[-_.]((?:gptq[-_])?int[248]|gptq|awq|gguf|fp8|nf4|[48]bit|w\d+a\d+|quantized\.w\d+a\d+)$/i;

/** `labels` are the row's labels by column; null where the row names nobody though its column should. */
export function modelOf(
  parts: RowParts,
  row: readonly Cell[],
  column: Column,
  labels: ReadonlyMap<number, string>,
  fromColumn: string | null,
  beneath: readonly string[],
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
  if (written !== null && written !== '') {
    const bare = bareModelName(written);
    const full = withSize(parts, bare, row);
    // With a size beside it, the family's name alone is not the card's model.
    const self = subjects.self(full) ?? (full === bare ? subjects.self(written) : null);
    if (self && !isShadowed(parts, full)) return { subject: 'self', model: full, sure: 1, why: self };
    if (where === "the column's header" && onlyBoldHeader(parts, column)) {
      return {
        subject: 'self',
        model: full,
        sure: 0.9,
        why: `the only header in bold, '${full}', is the card's own model`,
      };
    }
    return { subject: 'other', model: full, sure: 0.97, why: `model '${full}' from ${where}` };
  }
  if (layout.rows === 'model' && written === '') return null;
  if (around.model && !around.model.self) {
    const { name, from } = around.model;
    return { subject: 'other', model: name, sure: 0.93, why: `model '${name}' from ${from}` };
  }
  const unquantized = sourceOfQuantized(parts, [...labels.values(), column.header.text]);
  if (unquantized) return unquantized;
  if (around.model)
    return { subject: 'self', model: null, sure: 1, why: `the card's own model, from ${around.model.from}` };
  return { subject: 'self', model: null, sure: 0.98, why: "no model is named: the card's own" };
}

/** What the names of a whole table say, worked out once for all of its cells. */
interface NamesOfTable {
  /** How often each name stands in the row labels. */
  readonly counts: ReadonlyMap<string, number>;
  /** True where the card's own model stands among them in full. */
  readonly exact: boolean;
  /** Sizes behind the card's own name. */
  readonly sizes: ReadonlySet<string>;
}

const known = new WeakMap<Layout, NamesOfTable>();

function namesOf(parts: RowParts): NamesOfTable {
  const { layout, grid, subjects } = parts;
  const cached = known.get(layout);
  if (cached) return cached;
  const counts = new Map<string, number>();
  const rows = layout.rows === 'model' ? grid.rows : [];
  for (const row of rows) {
    const name = bareModelName(row[layout.rowColumn as number]?.text ?? '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const beside = new Set(
    layout.columns === 'model' ? layout.values.map((column) => bareModelName(column.header.text)) : [],
  );
  for (const row of rows) {
    beside.add(nameWithSize(parts, bareModelName(row[layout.rowColumn as number]?.text ?? ''), row, counts));
  }
  const sizes = new Set<string>();
  for (const name of beside) {
    const size = subjects.sizeBehindName(name);
    if (size !== null) sizes.add(size);
  }
  const names = { counts, sizes, exact: [...beside].some((name) => subjects.isExact(name)) };
  known.set(layout, names);
  return names;
}

/** A name that only resembles the card's own is another model where the own one stands beside it in full. */
function isShadowed(parts: RowParts, name: string): boolean {
  const { subjects } = parts;
  if (subjects.isExact(name) || SELF_WORDS.test(name)) return false;
  const names = namesOf(parts);
  // A family's table names several sizes of the card's own name: none of them is the card's model.
  const size = subjects.sizeBehindName(name);
  if (size !== null && size === subjects.ownSize) return false;
  if (size !== null && names.sizes.size > 1) return true;
  return names.exact;
}

function withSize(parts: RowParts, name: string, row: readonly Cell[]): string {
  return nameWithSize(parts, name, row, namesOf(parts).counts);
}

/** The size beside a name belongs to it where names repeat for several sizes, or where it reads as names do ("7B"). */
function nameWithSize(
  { layout }: RowParts,
  name: string,
  row: readonly Cell[],
  counts: ReadonlyMap<string, number>,
): string {
  if (layout.rows !== 'model') return name;
  const textOf = (wanted: string): string => {
    const index = [...layout.roles].find(([, role]) => role === wanted)?.[0];
    return index === undefined ? '' : (row[index]?.text ?? '');
  };
  const repeated = (counts.get(name) ?? 0) > 1;
  const variant = textOf('variant');
  if (repeated && /\p{L}/u.test(variant) && !/^(?:hf )?link$/i.test(variant)) return `${name} ${variant}`;
  const size = textOf('size');
  if (SIZE_IN_NAME.test(name) || !/^[\d.x]+\s?[BMbm]$/.test(size)) return name;
  const amount = Number.parseFloat(size);
  return repeated || Number.isInteger(amount) || amount < 8 ? `${name} ${size}` : name;
}

/** On a quantised model's card a row of another precision is the model it was made from. */
function sourceOfQuantized({ subjects }: RowParts, labels: readonly string[]): RowModel | null {
  const own = OWN_QUANTIZATION.exec(subjects.ownName);
  if (!own) return null;
  const suffix = (own[2] as string).toLowerCase().replace(/^quantized\.|^gptq[-_]/, '');
  const said = labels.find((label) => PRECISION.test(label) || QUANTIZED.test(label));
  if (said === undefined || said.toLowerCase() === suffix) return null;
  const name = own[1] as string;
  return {
    subject: 'other',
    model: name,
    sure: 0.95,
    why: `'${said}' is not this card's precision: it is ${name}`,
  };
}

/** Authors set their own column in bold; that says something only where it is the one in bold and nobody is named. */
function onlyBoldHeader({ layout, subjects }: RowParts, column: Column): boolean {
  if (!column.header.bold || layout.values.length < 2) return false;
  const bold = layout.values.filter((other) => other.header.bold);
  return bold.length === 1 && !layout.values.some((other) => subjects.self(other.header.text) !== null);
}
