/** Finds out what each column of a grid holds, from its header and its cells. */
import { foldSeparators, tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { type CellReading, readCell } from './cell-value.ts';
import { areWords, hasPrecision, headsToo, isDifference, isWhole } from './column-shapes.ts';
import type { Cell, Grid } from './grid.ts';
import { type LabelReading, readLabel } from './label.ts';
import { isNamedModelLink } from './model-links.ts';
import { abbreviatedCounts, otherThanQuality } from './no-quality.ts';
import { areTicks } from './row-conditions.ts';
import { SPLIT_NAME } from './splits.ts';
import type { Subjects } from './subject.ts';
import {
  BENCHMARK_HEADERS,
  CATEGORY_HEADERS,
  FILTER_HEADERS,
  IGNORED_HEADERS,
  LANGUAGE_HEADERS,
  METRIC_HEADERS,
  MODEL_HEADERS,
  SETTING_HEADERS,
  SHOTS_HEADERS,
  SIZE_HEADERS,
  SPLIT_HEADERS,
  STDERR_HEADERS,
  VALUE_HEADERS,
} from './words.ts';

export type Role =
  | 'model'
  | 'benchmark'
  | 'metric'
  | 'setting'
  | 'size'
  /** A second column of models: it tells rows of one name apart. */
  | 'variant'
  | 'shots'
  | 'split'
  | 'language'
  | 'filter'
  | 'category'
  | 'stderr'
  | 'ignored'
  | 'value'
  /** A text column whose header does not say what it holds. */
  | 'label';

export interface Column {
  readonly index: number;
  readonly header: Cell;
  readonly label: LabelReading;
  readonly role: Role;
  /** True where the header's own word gave the role. */
  readonly named: boolean;
  readonly readings: readonly CellReading[];
}

/** What the header's word says, or null where it is no such word. */
function roleOfHeader(text: string): Role | null {
  const key = foldSeparators(text.replace(/[*_`]|\?$/g, ''));
  if (key === '') return null;
  if (MODEL_HEADERS.has(key)) return 'model';
  if (SIZE_HEADERS.has(key)) return 'size';
  if (BENCHMARK_HEADERS.has(key)) return 'benchmark';
  if (CATEGORY_HEADERS.has(key)) return 'category';
  if (METRIC_HEADERS.has(key)) return 'metric';
  if (SHOTS_HEADERS.has(key)) return 'shots';
  if (SPLIT_HEADERS.has(key)) return 'split';
  if (LANGUAGE_HEADERS.has(key)) return 'language';
  if (FILTER_HEADERS.has(key)) return 'filter';
  if (STDERR_HEADERS.has(key)) return 'stderr';
  if (VALUE_HEADERS.has(key.replace(/^#/, ''))) return 'value';
  if (IGNORED_HEADERS.has(key)) return 'ignored';
  if (SETTING_HEADERS.has(key)) return 'setting';
  return null;
}

export function readColumns(grid: Grid, registry: Registry, subjects: Subjects): Column[] {
  const width = Math.max(grid.header.length, ...grid.rows.map((row) => row.length));
  const columns: Column[] = [];
  const counts = abbreviatedCounts(grid.header.map((cell) => cell.text));
  for (let index = 0; index < width; index++) {
    const header = grid.header[index] ?? {
      text: '',
      raw: '',
      line: grid.line,
      column: 1,
      cell: index,
      bold: false,
    };
    const cells = grid.rows.map((row) => row[index]?.text ?? '');
    const readings = cells.map(readCell);
    const filled = readings.filter((reading) => reading.kind !== 'missing').length;
    const numbers = readings.filter((reading) => reading.kind === 'values').length;
    const label = readLabel(header.text, registry);
    let role = roleOfHeader(header.text);
    if (index === 0) role = roleOfCorner(header.text, cells, subjects) ?? role;
    // "Variant" above names that head other columns too is a condition of the rows.
    if (role === 'model' && /^(?:model )?variant$/i.test(tidy(header.text)) && headsToo(cells, grid.header))
      role = 'setting';
    // "Number" beside metrics counts what they were measured on.
    const support = /^(?:number|num|#)$/i.test(header.text) && readings.every(isWhole);
    if (isDifference(header.text, grid.header) || (support && hasPrecision(grid.header, registry)))
      role = 'ignored';
    // "Name" above "Train set" and "Test set" is a column of splits.
    if (role === 'model' && cells.length > 1 && cells.every(isPartOfData)) role = 'split';
    const numeric = filled > 0 && numbers / filled >= 0.5;
    // "Experiment" and "ID" above words are the labels of the rows.
    if (role === 'ignored' && index === 0 && !numeric && areWords(cells) && grid.header.length > 2)
      role = null;
    let named = role !== null;
    // A label's column without labels leaves its header to the columns: "Dataset | LAMBADA | CBT".
    if (named && filled === 0 && index === 0 && ['model', 'benchmark', 'metric'].includes(role ?? ''))
      role = 'ignored';
    // "Version" above names of models ("Demo-1.6") is the column of the models.
    if (role === 'ignored' && /^version$/i.test(tidy(header.text)) && !numeric && areModels(cells, subjects))
      role = 'model';
    // "CI" and "Margin" are names of tasks too: an error is never larger than what it belongs to.
    if (role === 'stderr' && exceeds(readings, columns[index - 1]?.readings)) {
      role = null;
      named = false;
    }
    if (role === 'model' || role === 'benchmark' || role === 'metric' || role === 'category') {
      // A header word above numbers that are no labels ("Test" above scores) names the value.
      if (numeric && filled > 0 && index > 0 && !looksLikeLabels(cells)) {
        role = 'value';
        named = false;
      }
    } else if (role === 'value' && !numeric) role = filled === 0 ? 'value' : 'ignored';
    else if (role === 'setting' && numeric && index > 0) {
      // "Precision" above scores is the metric, not the number format.
      const metric = label.metricEntry !== undefined;
      role = metric ? 'value' : 'ignored';
      named = !metric;
    } else if (role === 'shots' && numeric && index > 0 && !areShots(readings)) {
      // "Few-shot" above scores is a kind of tasks.
      role = 'value';
      named = false;
    } else if (role === 'ignored' && numeric && label.benchmark && !label.benchmark.short) {
      role = 'value';
      named = false;
    } else if (
      role === null &&
      index === 0 &&
      numeric &&
      isLadder(cells) &&
      !label.benchmark &&
      !label.metricEntry
    ) {
      role = 'setting';
      named = true;
    } else if (role === null && index === 0 && header.text === '' && isIndex(cells)) {
      role = 'ignored';
    } else if (role === null && areChanges(cells)) {
      role = 'ignored';
    } else if (role === null) {
      if (numeric)
        role =
          otherThanQuality(header.text, registry) !== null || counts.has(header.text) ? 'ignored' : 'value';
      else if (filled === 0)
        role = signColumn(cells)
          ? 'ignored'
          : index === 0
            ? 'label'
            : subjects.likeness(header.text) >= 0.5 || label.benchmark
              ? 'value'
              : 'ignored';
      else if (label.settings.length > 0 && areTicks(cells)) {
        role = 'setting';
        named = true;
      } else role = signColumn(cells) ? 'ignored' : sizeColumn(cells) ? 'size' : 'label';
    }
    columns.push({ index, header, label, role, named, readings });
  }
  return withLinkedModels(columns, grid, subjects);
}

/** Where no column holds models, one of links or ids whose cells are models' names does. */
function withLinkedModels(columns: readonly Column[], grid: Grid, subjects: Subjects): Column[] {
  const share = (index: number): number => {
    const cells = grid.rows.flatMap((row) => row[index] ?? []).filter((cell) => cell.text !== '');
    const alike = cells.filter(
      (cell) =>
        isNamedModelLink(cell) || (!/^https?:/i.test(cell.text) && subjects.likeness(cell.text) >= 0.75),
    );
    return alike.length / Math.max(1, cells.length);
  };
  const texts = columns.filter((column) => column.role !== 'value' && !isNumeric(column));
  const named =
    columns.some((column) => column.role === 'model') ||
    columns.some((column) => subjects.likeness(column.header.text) >= 0.75);
  if (named || texts.some((column) => column.role !== 'ignored' && share(column.index) >= 0.5))
    return [...columns];
  const linked = texts.find((column) => column.role === 'ignored' && share(column.index) >= 0.8);
  return columns.map((column) => (column === linked ? { ...column, role: 'model', named: true } : column));
}

function isNumeric({ readings }: Column): boolean {
  return readings.some((reading) => reading.kind === 'values');
}

function areModels(cells: readonly string[], subjects: Subjects): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => subjects.likeness(cell) >= 0.6);
}

/** True where a number of a column is larger than the one left of it. */
function exceeds(readings: readonly CellReading[], left: readonly CellReading[] | undefined): boolean {
  return readings.some((reading, row) => {
    const beside = left?.[row];
    if (reading.kind !== 'values' || beside?.kind !== 'values') return false;
    return Math.abs(reading.values[0]?.value ?? 0) > Math.abs(beside.values[0]?.value ?? 0);
  });
}

/** "Train set", "Validation": a part of the data that the surroundings name. */
function isPartOfData(label: string): boolean {
  return SPLIT_NAME.test(label.replace(/[ -](?:set|split|data)$/i, ''));
}

/** A corner that names both sides ("Language / Model") says what the rows hold by the part that fits the labels. */
function roleOfCorner(text: string, cells: readonly string[], subjects: Subjects): Role | null {
  const parts = text.split(/\s*[/\\|]\s*/);
  if (parts.length !== 2) return null;
  const roles = parts.map(roleOfHeader);
  if (roles.some((role) => role === null) || !roles.includes('model')) return null;
  const other = roles.find((role) => role !== 'model') ?? null;
  const labels = cells.filter((cell) => cell !== '').slice(0, 80);
  const models = labels.filter((cell) => subjects.likeness(cell) >= 0.5 || subjects.sharesFirstWord(cell));
  return models.length * 2 >= labels.length ? 'model' : other;
}

/** A column of sizes alone, whatever stands above it. */
function sizeColumn(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 1 && filled.every((cell) => /^\d+(?:\.\d+)?\s?[BM]$/i.test(cell));
}

/** Whole numbers that rise from row to row are steps of a condition ("Top-K passages": 1, 5, 20), not scores. */
function isLadder(cells: readonly string[]): boolean {
  return (
    cells.length >= 3 &&
    cells.every((cell, at) => /^\d{1,7}$/.test(cell) && (at === 0 || Number(cell) > Number(cells[at - 1])))
  );
}

/** Numbers of shots are whole, and few. */
function areShots(readings: readonly CellReading[]): boolean {
  return readings.every(
    (reading) =>
      reading.kind !== 'values' ||
      reading.values.every(({ value, percent }) => Number.isInteger(value) && value <= 128 && !percent),
  );
}

/** The unnamed first column of a printed frame counts its rows. */
function isIndex(cells: readonly string[]): boolean {
  const start = Number(cells[0]);
  return (
    cells.length > 0 && (start === 0 || start === 1) && cells.every((cell, at) => cell === String(start + at))
  );
}

function signColumn(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[±↑↓_+\-/\s|]*$/.test(cell));
}

/** Numbers that all carry a sign, a plus among them, are changes against another column. */
function areChanges(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => readCell(cell).kind !== 'missing');
  return filled.some((cell) => /^\+\s?\d/.test(cell)) && filled.every((cell) => /^[+\-−]\s?\d/.test(cell));
}

function looksLikeLabels(cells: readonly string[]): boolean {
  return cells.some((cell) => /\p{L}{3,}/u.test(cell));
}
