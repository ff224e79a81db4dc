/** Recognises the card's own model by a shorter name, where the table around it says what the name leaves out. */
import { foldCase, foldSeparators } from '../core/fold.ts';
import type { RowParts } from './row-model.ts';
import { namesOf } from './table-names.ts';

/** Says why a name means the card's own model, or null. `section` is the row of one text above it, '' without one. */
export function ownByContext(parts: RowParts, name: string, section: string): string | null {
  const { subjects } = parts;
  if (section !== '' && (subjects.isExact(`${name} ${section}`) || subjects.isExact(`${section} ${name}`)))
    return `'${name}' below '${section}' is the card's own model`;
  const names = namesOf(parts);
  if (names.own) return null;
  const versioned = names.all.filter((other) => subjects.versionBehindName(other) !== null);
  if (versioned.length === 1 && versioned[0] === name)
    return `'${name}' is the card's own model with a version, the only one here`;
  return ownByDataset(parts, name);
}

/**
 * "ALBERT-fa" in a table of SnappFood on the card of albert-fa-sentiment-snappfood: what the name lacks is what the
 * table measures. Only where no other row starts the card's name as well.
 */
function ownByDataset(parts: RowParts, name: string): string | null {
  const { subjects } = parts;
  const rest = subjects.restOfOwnName(name);
  if (rest === null) return null;
  const rivals = namesOf(parts).all.filter((other) => subjects.restOfOwnName(other) !== null);
  if (rivals.length !== 1) return null;
  const measured = wordsMeasured(parts);
  const shared = rest.find((word) => word.length >= 3 && measured.has(word));
  return shared === undefined
    ? null
    : `'${name}' measured on '${shared}' is the card's own model (${subjects.ownName})`;
}

/** The words of what a table measures, folded: its benchmarks, its title, the data set of the card. */
function wordsMeasured({ around, grid, layout }: RowParts): Set<string> {
  const texts = [around.benchmark?.label.name, around.title?.name, around.ownDataset?.name];
  if (layout.columns !== 'model') texts.push(...layout.values.map((column) => column.header.text));
  if (layout.rows !== 'model' && layout.rowColumn !== null)
    texts.push(...grid.rows.slice(0, 80).map((row) => row[layout.rowColumn as number]?.text));
  const words = texts.flatMap((text) => foldCase(text ?? '').split(/[^\p{L}\p{N}]+/u));
  return new Set(
    [...words, ...texts.map((text) => foldSeparators(text ?? ''))].filter((word) => word !== ''),
  );
}
