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

/** Of a longer text only so many characters are looked at: conditions are short, and cells of hostile cards are not. */
const MOST_TEXT = 500;

/** A draft with the texts of its row and column that were not read as anything, by where they stand; few are asked for. */
export interface Spare {
  readonly draft: Draft;
  readonly texts: () => ReadonlyMap<string, string>;
}

/** The drafts of one table in the same order: each stands for something of its own, or has too little confidence. */
export function tellApart(spares: readonly Spare[]): Draft[] {
  let current = [...spares];
  let groups = twinsOf(current);
  const slots = new Set(groups.flat().flatMap(({ texts }) => [...texts().keys()]));
  for (const slot of slots) {
    if (groups.length === 0) break;
    const told = new Map(groups.flatMap((group) => withSlot(group, slot)));
    current = current.map((spare) => told.get(spare) ?? spare);
    groups = twinsOf(current);
  }
  const twins = new Set(groups.flat());
  return current.map((spare) => (twins.has(spare) ? held(spare.draft) : spare.draft));
}

function held(draft: Draft): Draft {
  return {
    ...draft,
    confidence: draft.confidence * KEPT,
    because: [...draft.because, 'held: other numbers of this table would stand for the same thing'],
  };
}

/** Adds what stands in a slot to the drafts of a group, each beside what it was, where it tells them from one another. */
function withSlot(group: readonly Spare[], slot: string): [Spare, Spare][] {
  const textAt = ({ texts }: Spare) => (texts().get(slot) ?? '').slice(0, MOST_TEXT);
  if (new Set(group.map((spare) => foldCase(textAt(spare)))).size < 2) return [];
  let common = wordsOf(textAt(group[0] as Spare));
  for (const spare of group) {
    const words = wordsOf(textAt(spare));
    common = new Set([...common].filter((word) => words.has(word)));
  }
  const ownOf = (spare: Spare) =>
    tidy(
      textAt(spare)
        .split(/\s+/)
        .filter((word) => !common.has(foldCase(word)))
        .join(' ')
        .replace(/^[\s(,;:–-]+|[\s,;:–-]+$/g, ''),
    );
  // "eng → deu" and "deu → eng" have the same words.
  const inOrder = group.every((spare) => ownOf(spare) === '');
  return group.flatMap((spare): [Spare, Spare][] => {
    const whole = tidy(textAt(spare));
    const own = inOrder ? whole : ownOf(spare);
    const said = saysLittle(own) && whole.length <= 80 ? whole : own;
    return own === '' || said.length > 80 ? [] : [[spare, withCondition(spare, said)]];
  });
}

/** A number without its header, "w/" of "w/ CoT", "no" of "no tools", or half of a bracket says nothing without the words that it shares with others. */
function saysLittle(words: string): boolean {
  return (
    /^(?:[\d.,]+[kmb]?|w|w\/|w\/\s?o|with|without|no|not|non|only|and|or|of|in|on|to|→|->)$/i.test(words) ||
    words.split(/[([]/).length !== words.split(/[)\]]/).length
  );
}

function withCondition({ draft, texts }: Spare, condition: string): Spare {
  return {
    texts,
    draft: {
      ...draft,
      settings: [...draft.settings, condition],
      confidence: draft.confidence * REPAIRED,
      because: [...draft.because, `'${condition}' tells it from other numbers of the table`],
    },
  };
}

const wordsOf = (text: string): Set<string> => new Set(text.split(/\s+/).map(foldCase));

/** Groups of drafts that share their meaning and not their value. */
function twinsOf(spares: readonly Spare[]): Spare[][] {
  const byMeaning = new Map<string, Spare[]>();
  for (const spare of spares) {
    const meaning = meaningOf(spare.draft);
    const group = byMeaning.get(meaning);
    if (group) group.push(spare);
    else byMeaning.set(meaning, [spare]);
  }
  return [...byMeaning.values()].filter((group) => new Set(group.map(({ draft }) => draft.value)).size > 1);
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
    if (numeric(other))
      texts.set(
        `column ${other.index}`,
        cell === '' ? '' : `${grid.header[other.index]?.text ?? ''} ${cell}`,
      );
  }
  return texts;
}
