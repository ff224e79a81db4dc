/** What the models' names of one table say together: which sizes belong to them, which one is marked as the card's own. */
import type { Cell } from './grid.ts';
import type { Layout } from './layout.ts';
import { bareModelName, isMarkedOwn } from './own-marks.ts';
import { ownerOfFormat } from './quantization.ts';
import type { RowParts } from './row-model.ts';
import { splitRunCondition } from './run-condition.ts';
import { SELF_WORDS, SIZE_IN_NAME } from './words.ts';

/** What the names of a whole table say, worked out once for all of its cells. */
export interface NamesOfTable {
  /** How often each name stands in the row labels. */
  readonly counts: ReadonlyMap<string, number>;
  /** True where one of them means the card's own model. */
  readonly own: boolean;
  /** Names marked as the card's own ("Demo (ours)"), without the mark. */
  readonly ours: ReadonlySet<string>;
  /** True where the card's own model stands among them in full. */
  readonly exact: boolean;
  /** Every name, folded case aside as written. */
  readonly all: readonly string[];
  /** Names set in bold. */
  readonly bold: ReadonlySet<string>;
  /** Sizes behind the card's own name. */
  readonly sizes: ReadonlySet<string>;
}

const known = new WeakMap<Layout, NamesOfTable>();

/** The names of the models of a table, however they lie. */
export function namesOf(parts: RowParts): NamesOfTable {
  const { layout, grid, subjects } = parts;
  const cached = known.get(layout);
  if (cached) return cached;
  const counts = new Map<string, number>();
  const rows = layout.rows === 'model' ? grid.rows : [];
  for (const row of rows) {
    const name = nameOf(parts, row);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const beside = new Set(
    layout.columns === 'model' ? layout.values.map((column) => bareModelName(column.header.text)) : [],
  );
  for (const row of rows) {
    beside.add(nameWithSize(parts, nameOf(parts, row), row, counts));
  }
  // Beside the rows' labels a column of its own may name models: "Task | Model | Score".
  const named = layout.rows === 'model' ? undefined : [...layout.roles].find(([, role]) => role === 'model');
  if (named)
    for (const row of grid.rows) {
      const name = bareModelName(row[named[0]]?.text ?? '');
      if (name !== '') beside.add(name);
    }
  const bold = new Set<string>();
  for (const row of rows) {
    const cell = row[layout.rowColumn as number];
    if (cell?.bold) bold.add(withoutSize(cell));
  }
  if (layout.columns === 'model')
    for (const { header } of layout.values) if (header.bold) bold.add(withoutSize(header));
  const written = [
    ...rows.map((row) => row[layout.rowColumn as number]?.text ?? ''),
    ...(layout.columns === 'model' ? layout.values.map(({ header }) => header.text) : []),
  ];
  const ours = new Set(written.filter(isMarkedOwn).map(bareModelName));
  const sizes = new Set<string>();
  for (const name of beside) {
    const size =
      subjects.sizeBehindName(name) ?? subjects.sizeBehindName(splitRunCondition(name)?.name ?? '');
    if (size !== null) sizes.add(size);
  }
  const all = [...beside];
  const names = {
    all,
    bold,
    counts,
    sizes,
    ours,
    own: ours.size === 1 || all.some((name) => subjects.self(name) !== null),
    exact: all.some((name) => subjects.isExact(name)),
  };
  known.set(layout, names);
  return names;
}

/** A name that only resembles the card's own is another model where the own one stands beside it in full. */
export function isShadowed(parts: RowParts, name: string): boolean {
  const { subjects } = parts;
  if (subjects.isExact(name) || SELF_WORDS.test(name)) return false;
  const names = namesOf(parts);
  // A family's table names several sizes of the card's own name: none of them is the card's model.
  const size = subjects.sizeBehindName(name);
  if (size !== null && size === subjects.ownSize) return false;
  if (size !== null && names.sizes.size > 1) return true;
  return names.exact;
}

/** A row's name with the size or the variant beside it, where those belong to it. */
export function withSize(parts: RowParts, name: string, row: readonly Cell[]): string {
  return nameWithSize(parts, name, row, namesOf(parts).counts);
}

/** The size beside a name belongs to it where names repeat for several sizes, or where it reads as names do ("7B"). */
function nameWithSize(
  parts: RowParts,
  name: string,
  row: readonly Cell[],
  counts: ReadonlyMap<string, number>,
): string {
  const { layout } = parts;
  if (layout.rows !== 'model') return name;
  const textOf = (wanted: string): string => row[columnOf(layout, wanted)]?.text ?? '';
  const repeated = (counts.get(name) ?? 0) > 1;
  const size = textOf('size');
  const sized = !SIZE_IN_NAME.test(name) && /^[\d.x]+\s?[BMbm]$/.test(size);
  const variant = textOf('variant');
  if (repeated && !sized && /\p{L}/u.test(variant) && !/^(?:hf )?link$/i.test(variant))
    return `${name} ${variant}`;
  if (!sized || shareOneSize(parts)) return name;
  const amount = Number.parseFloat(size);
  const billions = /b$/i.test(size) && (Number.isInteger(amount) || amount < 8);
  return repeated || billions ? `${name} ${size}` : name;
}

const columnOf = (layout: Layout, wanted: string): number =>
  [...layout.roles].find(([, role]) => role === wanted)?.[0] ?? -1;

const sharing = new WeakMap<Layout, boolean>();

/** True where all rows of a table have one size, which tells none of them apart. */
function shareOneSize({ layout, grid }: RowParts): boolean {
  const cached = sharing.get(layout);
  if (cached !== undefined) return cached;
  const index = columnOf(layout, 'size');
  const sizes = new Set(grid.rows.map((row) => row[index]?.text ?? '').filter((text) => /\d/.test(text)));
  const shared = sizes.size === 1 && grid.rows.length > 2;
  sharing.set(layout, shared);
  return shared;
}

/** The name a row gives its model, without the size beside it. */
function nameOf({ layout }: RowParts, row: readonly Cell[]): string {
  return bareModelName(row[layout.rowColumn as number]?.text ?? '');
}

const withoutSize = (cell: Cell): string => bareModelName(cell.text);

/** States of one model before and after what the card's author did to it. */
const BEFORE = /^(?:before|pre|prior to|original|base(?: model)?|baseline)\b/i;
const AFTER =
  /^(?:after|post)(?:[- ](?:(?:supervised |full |lora |instruction )?(?:fine-?tun\w*|train\w*|tun\w*|adapt\w*|align\w*|distill\w*)|sft|dpo|rlhf|rl|grpo|lora|merg\w*|prun\w*))?$/i;

/**
 * Why a name that is none of the card's own is marked as the card's model all the same, or null: "After" beside
 * "Before", or the one name in bold. Authors set their own model in bold, but only the best numbers too, so that says
 * something only where nobody else is the card's own model; a row must share its first word with the card's name.
 */
export function markedAsOwn(parts: RowParts, name: string): string | null {
  const { layout, subjects } = parts;
  const names = namesOf(parts);
  if (names.own || names.all.length < 2) return null;
  if (AFTER.test(name) && names.all.some((other) => BEFORE.test(other)))
    return `'${name}' beside what was before is the card's own model`;
  if (subjects.isOwnMethod(name) && names.all.filter((other) => subjects.isOwnMethod(other)).length === 1)
    return `'${name}' is the method that the card's title names`;
  if (names.bold.size !== 1) return null;
  const [bold] = [...names.bold];
  if (bold !== bareModelName(name) || (layout.rows === 'model' && !subjects.sharesFirstWord(name)))
    return null;
  // The model that a quantised one was made from shares its name too.
  if (ownerOfFormat(subjects.ownName, ['bf16'])?.source.toLowerCase() === name.toLowerCase()) return null;
  return layout.rows === 'model'
    ? `the only name in bold, '${name}', shares the card's name`
    : `the only header in bold, '${name}', is the card's own model`;
}
