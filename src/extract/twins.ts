/**
 * Tells apart the numbers of one table that would stand for the same thing: same model, benchmark, metric and
 * conditions, and different values. What differs in their rows and columns and was not read yet becomes their
 * condition; where nothing differs, none of them can be trusted, and all are held back.
 */
import { foldCase, tidy } from '../core/fold.ts';
import type { Column } from './columns.ts';
import type { Draft } from './draft.ts';
import type { Cell } from './grid.ts';
import type { RowParts } from './row-model.ts';

/** What twins keep of their confidence: too little to be accepted. */
const KEPT = 0.6;

/** What a reading by unread words keeps of it. */
const REPAIRED = 0.95;

/** A draft with the texts of its row and column that were not read as anything, by where they stand. */
export interface Spare {
  readonly draft: Draft;
  readonly texts: ReadonlyMap<string, string>;
}

/** The drafts of one table in the same order: each stands for something of its own, or has too little confidence. */
export function tellApart(spares: readonly Spare[]): Draft[] {
  let current = [...spares];
  const slots = [...new Set(spares.flatMap(({ texts }) => [...texts.keys()]))];
  for (const slot of slots) {
    const twins = twinsOf(current);
    if (twins.size === 0) return current.map(({ draft }) => draft);
    current = current.map((spare) => {
      const group = twins.get(spare);
      return group ? withSlot(spare, group, slot) : spare;
    });
  }
  const twins = twinsOf(current);
  return current.map((spare) => (twins.has(spare) ? held(spare.draft) : spare.draft));
}

function held(draft: Draft): Draft {
  return {
    ...draft,
    confidence: draft.confidence * KEPT,
    because: [...draft.because, 'held: other numbers of this table would stand for the same thing'],
  };
}

/** Adds what stands in a slot to a draft, where it tells the draft from its twins. */
function withSlot(spare: Spare, group: readonly Spare[], slot: string): Spare {
  const common = group
    .map((twin) => wordsOf(twin.texts.get(slot) ?? ''))
    .reduce((all, words) => all.filter((word) => words.includes(word)));
  const texts = new Set(group.map((twin) => foldCase(twin.texts.get(slot) ?? '')));
  if (texts.size < 2) return spare;
  const own = tidy(
    (spare.texts.get(slot) ?? '')
      .split(/\s+/)
      .filter((word) => !common.includes(foldCase(word)))
      .join(' ')
      .replace(/^[\s(,;:–-]+|[\s,;:–-]+$/g, ''),
  );
  if (own === '' || own.length > 80) return spare;
  const { draft } = spare;
  return {
    ...spare,
    draft: {
      ...draft,
      settings: [...draft.settings, own],
      confidence: draft.confidence * REPAIRED,
      because: [...draft.because, `'${own}' tells it from other numbers of the table`],
    },
  };
}

const wordsOf = (text: string): string[] => text.split(/\s+/).map(foldCase);

/** Each draft that shares its meaning with one of another value, with all that share it. */
function twinsOf(spares: readonly Spare[]): Map<Spare, readonly Spare[]> {
  const byMeaning = new Map<string, Spare[]>();
  for (const spare of spares) {
    const meaning = meaningOf(spare.draft);
    const group = byMeaning.get(meaning);
    if (group) group.push(spare);
    else byMeaning.set(meaning, [spare]);
  }
  const twins = new Map<Spare, readonly Spare[]>();
  for (const group of byMeaning.values())
    if (new Set(group.map(({ draft }) => draft.value)).size > 1)
      for (const spare of group) twins.set(spare, group);
  return twins;
}

/** What a draft's number stands for, folded: equal for two that say the same of the same model. */
export function meaningOf({ subject, model, benchmark, metric, shots, settings, split }: Draft): string {
  const conditions = [...new Set(settings)].sort();
  return foldCase(
    JSON.stringify([subject === 'self' ? '' : model, benchmark, metric, shots, conditions, split]),
  );
}

/** What stands in a row and over a column, by place, the likeliest to tell numbers apart first. */
export function spareTexts(
  { layout, columns, subheaders, grid }: RowParts,
  section: string,
  row: readonly Cell[],
  column: Column,
): Map<string, string> {
  const texts = new Map<string, string>([['section', section]]);
  subheaders.forEach(({ cells }, level) => {
    texts.set(`header ${level}`, cells[column.index]?.text ?? '');
  });
  const others = columns.filter((other) => other.role !== 'value' && other.index !== layout.rowColumn);
  const numeric = (other: Column) =>
    other.readings.some((reading) => reading.kind === 'values' || reading.kind === 'difference');
  for (const other of others)
    if (!numeric(other)) texts.set(`column ${other.index}`, row[other.index]?.text ?? '');
  texts.set('column', column.header.text);
  if (layout.rowColumn !== null) texts.set('row', row[layout.rowColumn]?.text ?? '');
  for (const other of others) {
    const cell = row[other.index]?.text ?? '';
    if (numeric(other) && cell !== '')
      texts.set(`column ${other.index}`, `${grid.header[other.index]?.text ?? ''} ${cell}`);
  }
  return texts;
}
