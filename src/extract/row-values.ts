/** Reads what belongs to one value of a row: its shots, its standard error, its column's metric, its place. */
import { type CellValue, readCell } from './cell-value.ts';
import type { Column } from './columns.ts';
import type { Definition } from './glossary.ts';
import type { Cell } from './grid.ts';
import type { LabelReading } from './label.ts';
import { shotsIn } from './mentions.ts';
import type { Surroundings } from './surroundings.ts';

/** Shots: what stands behind the value first, then what its labels, its column, its definition and the text around say. */
export function shotsOf(
  around: Surroundings,
  value: CellValue,
  readings: readonly (Pick<LabelReading, 'shots'> | null)[],
  fromColumn: number | null,
  definition: Definition | null,
  model: string,
): number | null {
  const noted = value.note ? /(\d{1,2})[- ]?shots?/i.exec(value.note) : null;
  if (noted) return Number(noted[1]);
  for (const reading of readings) if (reading && reading.shots !== null) return reading.shots;
  const size = /(?<![\d.])\d+(?:\.\d+)?b(?![a-z\d])/i.exec(model)?.[0].toLowerCase() ?? '';
  return (
    fromColumn ??
    (definition && shotsIn(definition.text)) ??
    around.shotsBySize.get(size) ??
    (around.shotsBySize.size > 1 ? null : around.shots)
  );
}

/** The standard error right of the value, before the next value. */
export function stderrOf(columns: readonly Column[], row: readonly Cell[], column: Column): number | null {
  for (const next of columns) {
    if (next.index <= column.index) continue;
    if (next.role === 'value') return null;
    if (next.role !== 'stderr') continue;
    const reading = readCell(row[next.index]?.text ?? '');
    if (reading.kind === 'values') return reading.values[0]?.value ?? null;
    if (reading.kind === 'error-only') return reading.stderr;
    return null;
  }
  return null;
}

/** A number in brackets behind the first as its standard deviation, where the text around says that it is one. */
export function withDeviation(values: readonly CellValue[], cell: string): readonly CellValue[] {
  const [first, second] = values;
  if (!first || !second || values.length !== 2 || !/[([（]/.test(cell)) return values;
  return [{ ...first, stderr: first.stderr ?? second.value }];
}
