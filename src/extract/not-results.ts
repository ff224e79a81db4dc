/** Says which tables hold no results: histories, settings, lists of files, statistics, counts. */
import { foldSeparators } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { readCell } from './cell-value.ts';
import type { Column } from './columns.ts';
import type { Grid } from './grid.ts';
import { readLabel } from './label.ts';
import { FILE_TABLE_HEADERS, HISTORY_HEADERS, SETTINGS_TABLE_HEADERS } from './words.ts';

/** True where no label of a grid is a benchmark or a metric that the registry knows. */
export function namesNothing(grid: Grid, registry: Registry): boolean {
  const labels = [...grid.header, ...grid.rows.slice(0, 80).flatMap((row) => row.slice(0, 2))];
  return labels.every(({ text }) => {
    const { benchmark, metric, metricEntry } = readLabel(text, registry);
    return !benchmark && metric === null && !metricEntry;
  });
}

/** True where every number is whole, and at least `share` of them are larger than any percentage. */
export function holdsCounts(columns: readonly Column[], share: number): boolean {
  const values = columns.flatMap(({ readings }) =>
    readings.flatMap((reading) => (reading.kind === 'values' ? reading.values : [])),
  );
  return (
    values.length > 0 &&
    values.every(({ value, percent }) => Number.isInteger(value) && !percent) &&
    values.filter(({ value }) => value > 100).length >= values.length * share
  );
}

export function hasNumbers(grid: Grid): boolean {
  return grid.rows.some((row) => row.some((cell) => readCell(cell.text).kind === 'values'));
}

/** True where most of the first cells are metrics with the part of the data before them: "key | value" over "eval_rouge1". */
function areMetrics(grid: Grid, registry: Registry): boolean {
  const labels = grid.rows.slice(0, 80).map((row) => readLabel(row[0]?.text ?? '', registry));
  return labels.filter((label) => label.metricEntry || label.metric !== null).length > labels.length / 2;
}

/** Says why a table holds no results, by its header alone; null where it may hold some. */
export function whyNotResults(grid: Grid, registry: Registry): string | null {
  const keys = grid.header.map((cell) => foldSeparators(cell.text.replace(/[*_`]/g, '')));
  const history = keys.filter((key) => HISTORY_HEADERS.has(key));
  if (history.length >= 2 || (history.length === 1 && keys.some((key) => /loss$/.test(key)))) {
    return `a training history (columns ${history.join(', ')})`;
  }
  if (keys.some((key) => key === 'epoch' || key === 'step' || key === 'steps') && keys.length > 2)
    return 'a history by epoch or step';
  if (
    keys[0] !== undefined &&
    SETTINGS_TABLE_HEADERS.has(keys[0]) &&
    keys.length <= 3 &&
    !areMetrics(grid, registry)
  )
    return `a table of settings (${grid.header[0]?.text})`;
  if (keys.includes('min') && keys.includes('max') && keys.some((key) => key === 'median' || key === 'mean'))
    return 'statistics of data (smallest, middle and largest)';
  if (keys.filter((key) => FILE_TABLE_HEADERS.has(key)).length >= 2) return 'a list of files';
  return null;
}
