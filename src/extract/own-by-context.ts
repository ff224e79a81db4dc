/** Recognises the card's own model by another name than its own, where the table around it says that none else is meant. */
import { foldCase, foldSeparators } from '../core/fold.ts';
import type { Layout } from './layout.ts';
import { isCommonWord, sizeOf } from './name-words.ts';
import { type OwnName, oneOfOurs, ownByBrand, ownBySpelling } from './own-by-spelling.ts';
import type { RowParts } from './row-model.ts';
import { namesOf } from './table-names.ts';

const known = new WeakMap<Layout, OwnName | null>();

/** The one name of a table that means the card's own model, where no name says so by itself; or null. */
export function ownNameIn(parts: RowParts): OwnName | null {
  const cached = known.get(parts.layout);
  if (cached !== undefined) return cached;
  const { own, ours, all } = namesOf(parts);
  const { subjects } = parts;
  const only = own
    ? null
    : (oneOfOurs(subjects, [...ours]) ??
      ownBySpelling(subjects, all) ??
      ownByDataset(parts, all) ??
      ownByBrand(subjects, all));
  // Of a family's members, none that its size tells apart is the card's model.
  const found = only !== null && subjects.isFamily && sizeOf(only.name) !== null ? null : only;
  known.set(parts.layout, found);
  return found;
}

/** Says why a name means the card's own model, or null. `section` is the row of one text above it, '' without one. */
export function ownByContext(parts: RowParts, name: string, section: string): string | null {
  const { subjects } = parts;
  if (section !== '' && (subjects.isExact(`${name} ${section}`) || subjects.isExact(`${section} ${name}`)))
    return `'${name}' below '${section}' is the card's own model`;
  const own = ownNameIn(parts);
  return own?.name === name ? own.why : null;
}

/**
 * "ALBERT-fa" in a table of SnappFood on the card of albert-fa-sentiment-snappfood: what the name lacks is what the
 * table measures. Only where no other row starts the card's name as well.
 */
function ownByDataset(parts: RowParts, names: readonly string[]): OwnName | null {
  const { subjects } = parts;
  const [name, ...rivals] = names.filter((other) => subjects.restOfOwnName(other) !== null);
  if (name === undefined || rivals.length > 0) return null;
  const measured = wordsMeasured(parts);
  const shared = subjects
    .restOfOwnName(name)
    ?.find((word) => word.length >= 3 && !isCommonWord(word) && measured.has(word));
  return shared === undefined
    ? null
    : { name, why: `'${name}' measured on '${shared}' is the card's own model (${subjects.ownName})` };
}

/** The words of what a table measures, folded: its benchmarks, its title, the data set of the card. */
function wordsMeasured({ around, grid, layout }: RowParts): Set<string> {
  const texts = [around.benchmark?.label.name, around.title?.name, around.ownDataset()?.name];
  if (layout.columns !== 'model') texts.push(...layout.values.map((column) => column.header.text));
  if (layout.rows !== 'model' && layout.rowColumn !== null)
    texts.push(...grid.rows.slice(0, 80).map((row) => row[layout.rowColumn as number]?.text));
  const words = texts.flatMap((text) => foldCase(text ?? '').split(/[^\p{L}\p{N}]+/u));
  return new Set(
    [...words, ...texts.map((text) => foldSeparators(text ?? ''))].filter((word) => word !== ''),
  );
}
