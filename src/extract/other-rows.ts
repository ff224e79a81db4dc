/** Finds rows that hold no results, and tables of such rows, by their labels. */
import type { Registry } from '../registry/types.ts';
import type { Cell, Grid } from './grid.ts';
import { readLabel } from './label.ts';
import type { Layout } from './layout.ts';
import { abbreviatedCounts, CONFUSION_COUNTS, otherThanQuality } from './no-quality.ts';

/** Kinds that a remark beside a row tells as surely as its label does. */
const SAID_ASIDE = new Set(['speeds', 'energy', 'prices']);

/** What the numbers of a row are, where one of its labels (by column) says that they are no scores; else null. */
export function otherInRow(
  row: readonly Cell[],
  labels: ReadonlyMap<number, string>,
  layout: Layout,
  registry: Registry,
): string | null {
  for (const [index, text] of labels) {
    const role = index === layout.rowColumn ? layout.rows : layout.roles.get(index);
    if (role === 'model' || role === 'variant' || role === 'size' || role === 'shots') continue;
    const other = otherThanQuality(text, registry);
    if (other !== null) return other;
  }
  for (const [index, role] of layout.roles) {
    const aside = row[index]?.text ?? '';
    const other = role === 'ignored' && aside.length <= 40 ? otherThanQuality(aside, registry) : null;
    if (other !== null && SAID_ASIDE.has(other)) return other;
  }
  return null;
}

/** The rows but those of a table of confusion ("TP", "False negatives"), where others stand beside them. */
export function withoutConfusion(rows: Grid['rows'], registry: Registry): Grid['rows'] {
  const labels = rows.map((row) => row[0]?.text ?? '');
  const short = abbreviatedCounts(labels.slice(0, 80));
  const kept = rows.filter(
    (_, at) =>
      !short.has(labels[at] as string) &&
      otherThanQuality(labels[at] as string, registry) !== CONFUSION_COUNTS,
  );
  return kept.length > 0 ? kept : rows;
}

/** Words of scores inside longer labels ("Evaluation accuracy"). */
const MEASURED = /\b(?:accuracy|f1|scores?|perplexity|bleu|rouge|wer|precision|recall)\b/i;

/** What a table's rows are, where at least half of their labels name no scores and the others are known to nobody. */
export function mostlyOther(grid: Grid, layout: Layout, registry: Registry): string | null {
  if (layout.rowColumn === null || layout.rows === 'model') return null;
  const kinds = new Set<string>();
  let labels = 0;
  let others = 0;
  for (const row of grid.rows) {
    const text = row[layout.rowColumn]?.text ?? '';
    if (text === '') continue;
    labels += 1;
    const kind = otherThanQuality(text, registry);
    if (kind !== null) {
      kinds.add(kind);
      others += 1;
    } else {
      const label = readLabel(text, registry);
      if (label.benchmark || label.metricEntry || label.average || MEASURED.test(text)) return null;
    }
  }
  return others >= 2 && others >= labels / 2 ? [...kinds].join(' and ') : null;
}
