/** Reads one grid into drafts: every number with the model, benchmark, metric and conditions it belongs to. */
import { foldSeparators } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { type Axis, weighAxis } from './axes.ts';
import { readCell } from './cell-value.ts';
import { isDifference, withLettersSpelled } from './column-shapes.ts';
import { type Column, readColumns } from './columns.ts';
import type { Draft } from './draft.ts';
import { type Cell, type Grid, isRule } from './grid.ts';
import { withHeader } from './headerless.ts';
import { isTitle } from './headings.ts';
import { readLabel } from './label.ts';
import { chooseLayout, type Layout } from './layout.ts';
import { hasNumbers, holdsCounts, namesNothing, whyNotResults } from './not-results.ts';
import { mostlyOther, withoutConfusion } from './other-rows.ts';
import { splitPrefixes } from './prefixed-columns.ts';
import type { Subheader } from './row-model.ts';
import { RowReader } from './row-reader.ts';
import { SPLIT_NAME } from './splits.ts';
import type { Subjects } from './subject.ts';
import type { Surroundings } from './surroundings.ts';
import { tellApart } from './twins.ts';
import { BENCHMARK_HEADERS, MODEL_HEADERS, SHOTS_HEADERS } from './words.ts';

export type GridReading =
  | { readonly kind: 'results'; readonly drafts: readonly Draft[] }
  | { readonly kind: 'not-results'; readonly reason: string }
  | { readonly kind: 'unclear'; readonly reason: string }
  | { readonly kind: 'no-numbers' };

/**
 * Reads a table. One that repeats a header in its body, or holds two tables side by side, is read part by part: numbers
 * under a second header belong to it alone.
 */
export function readGrid(
  whole: Grid,
  around: Surroundings,
  registry: Registry,
  subjects: Subjects,
): GridReading {
  const readings = partsOf(withHeader(whole)).map((part) => readPart(part, around, registry, subjects));
  const drafts = readings.flatMap((reading) => (reading.kind === 'results' ? reading.drafts : []));
  return drafts.length > 0 ? { kind: 'results', drafts: drafts } : (readings[0] as GridReading);
}

function readPart(
  whole: Grid,
  surroundings: Surroundings,
  registry: Registry,
  subjects: Subjects,
): GridReading {
  const other = whyNotResults(whole, registry);
  if (other !== null) return { kind: 'not-results', reason: other };
  const listed = withoutMeanOfAll(whole.rows.filter((row) => !isRule(row)));
  let grid: Grid = withLettersSpelled({ ...whole, rows: withoutConfusion(listed, registry) });
  const subheaders: Subheader[] = [];
  for (let level = 0; level < 3; level++) {
    const taken = takeSubheader(grid, registry, subjects);
    if (!taken.subheader) break;
    grid = taken.grid;
    subheaders.push(taken.subheader);
  }
  const prefixed = splitPrefixes(grid, surroundings.abbreviations);
  if (prefixed) {
    grid = prefixed.grid;
    subheaders.push({ cells: prefixed.models, under: false });
  }
  const columns = readColumns(grid, registry, subjects).map((column) =>
    subheaders.some(({ cells }) => isDifference(cells[column.index]?.text ?? '', cells))
      ? { ...column, role: 'ignored' as const }
      : column,
  );
  const around = withCorner(surroundings, columns, registry);
  const layout = chooseLayout(grid, columns, around, registry, subjects, prefixed !== null);
  if (!layout)
    return hasNumbers(grid)
      ? { kind: 'unclear', reason: 'nothing says what the numbers measure' }
      : { kind: 'no-numbers' };
  if (layout.evidence < 0.3)
    return {
      kind: 'unclear',
      reason: `no reading of the table is clear enough (${layout.because} is the best)`,
    };
  if (around.aboutData && holdsCounts(columns, 0.5))
    return { kind: 'not-results', reason: 'the heading speaks of data, and its numbers are counts' };
  if (!around.benchmark && !around.metric && namesNothing(grid, registry) && holdsCounts(columns, 1))
    return {
      kind: 'not-results',
      reason: 'its numbers are whole and large, and no benchmark or metric is named',
    };
  const mostly = mostlyOther(grid, layout, registry);
  if (mostly !== null) return { kind: 'not-results', reason: `its rows are ${mostly}` };
  const reader = new RowReader({
    grid,
    columns,
    layout,
    around: withSpokenSuite(around, layout, grid, registry),
    registry,
    subjects,
    subheaders,
  });
  const drafts = tellApart(grid.rows.flatMap((row) => reader.read(row)));
  if (drafts.length > 0) return { kind: 'results', drafts };
  if (reader.left.size > 0)
    return { kind: 'not-results', reason: `its rows are ${[...reader.left].join(' and ')}` };
  return hasNumbers(grid)
    ? { kind: 'unclear', reason: `nothing says whose the numbers are (${layout.because})` }
    : { kind: 'no-numbers' };
}

/** "MS MARCO Passage Retrieval | MRR@10 | Recall@1k": a corner beside metrics alone names what they were measured on. */
function withCorner(around: Surroundings, columns: readonly Column[], registry: Registry): Surroundings {
  const [corner] = columns;
  const values = columns.filter(({ role }) => role === 'value');
  if (around.benchmark || !corner || corner.role !== 'label' || corner.named || values.length < 2)
    return around;
  const { label, header } = corner;
  const areMetrics = values.every(({ label: { metricEntry, metric } }) => metricEntry || metric !== null);
  // Names of benchmarks have capitals within; "Tag set" heads a column.
  if (!areMetrics || label.metricEntry || !/\p{Lu}{2}|\p{Ll}\p{Lu}/u.test(label.name)) return around;
  const from = `the corner of the table (line ${header.line})`;
  return registry.findBenchmark(label.name) || label.benchmark
    ? { ...around, benchmark: { label, from } }
    : isTitle(label.name)
      ? { ...around, title: { name: label.name, from, near: true } }
      : around;
}

/** A suite that the sentence above mentions is the table's where at least two of its labels are members. */
function withSpokenSuite(
  around: Surroundings,
  { rows, rowColumn, columns, values }: Layout,
  grid: Grid,
  registry: Registry,
): Surroundings {
  const { spokenSuite } = around;
  if (around.suite || !spokenSuite) return around;
  const labels =
    columns === 'benchmark'
      ? values.map(({ label }) => label.benchmark?.entry.id)
      : rows === 'benchmark'
        ? grid.rows
            .slice(0, 80)
            .map((row) => readLabel(row[rowColumn ?? 0]?.text ?? '', registry).benchmark?.entry.id)
        : [];
  const members = registry.findSuites(spokenSuite.name).flatMap((suite) => suite.members);
  const known = new Set(members.flatMap((member) => [member.benchmark, member.stands_for ?? '']));
  return new Set(labels.filter((id) => id !== undefined && known.has(id))).size >= 2
    ? { ...around, suite: spokenSuite, settings: [...around.settings, spokenSuite.name] }
    : around;
}

/** A harness that prints "suite|task|shots" puts a mean over all of its tasks on top, called "all": no benchmark. */
function withoutMeanOfAll(rows: Grid['rows']): Grid['rows'] {
  if (!rows.some((row) => /^\w[\w.:-]*\|.+\|\d+$/.test(row[0]?.text ?? ''))) return rows;
  let label = '';
  return rows.filter((row) => {
    label = row[0]?.text || label;
    return label !== 'all';
  });
}

/**
 * A first body row without numbers above columns of numbers is a second header: shots, metrics, splits, or the
 * benchmarks under a row of groups. Of the two, the one that says more is the header, the other stands beneath it.
 */
function takeSubheader(
  grid: Grid,
  registry: Registry,
  subjects: Subjects,
): { grid: Grid; subheader: Subheader | null } {
  const [printed, ...rest] = grid.rows;
  if (!printed || rest.length === 0) return { grid, subheader: null };
  const steps = stepsUnder(grid.header, printed);
  if (steps)
    return { grid: { ...grid, header: steps, rows: rest }, subheader: { cells: grid.header, under: false } };
  const first = asShots(printed);
  const texts: string[] = [];
  const headers: string[] = [];
  let conditions = 0;
  for (let index = 0; index < first.length; index++) {
    const text = first[index]?.text ?? '';
    const below = rest.map((row) => readCell(row[index]?.text ?? ''));
    const numbers = below.filter((reading) => reading.kind === 'values').length;
    if (numbers === 0 || numbers < below.filter((reading) => reading.kind !== 'missing').length / 2) continue;
    if (readCell(text).kind === 'values') return { grid, subheader: null };
    if (text === '' || readCell(text).kind !== 'text') continue;
    texts.push(text);
    headers.push(grid.header[index]?.text ?? '');
    const label = readLabel(text, registry);
    if (
      label.shots !== null ||
      label.metric !== null ||
      label.metricEntry ||
      label.settings.length > 0 ||
      SPLIT_NAME.test(label.name) ||
      label.benchmark
    )
      conditions += 1;
  }
  if (texts.length < 2 && conditions === 0) return { grid, subheader: null };
  const beneath = weighAxis(texts, registry, subjects);
  const above = weighAxis(headers, registry, subjects);
  const worth = (axis: Axis) => Math.max(axis.scores.model, axis.scores.benchmark) + axis.known;
  // Headers that repeat are told apart by what stands under them.
  const tells = new Set(headers).size < headers.length && new Set(texts).size === texts.length;
  if (worth(beneath) > worth(above) || (tells && worth(beneath) >= worth(above))) {
    const header = first.map((cell, index) => (cell.text === '' ? (grid.header[index] ?? cell) : cell));
    return { grid: { ...grid, header, rows: rest }, subheader: { cells: grid.header, under: false } };
  }
  if (conditions === 0 && !tells && grid.kind !== 'html') return { grid, subheader: null };
  return {
    grid: { ...grid, header: spanned(grid.header, first), rows: rest },
    subheader: { cells: first, under: true },
  };
}

/** Growing numbers under one header that stands over all of them ("Input length") are steps of it, not scores. */
function stepsUnder(header: readonly Cell[], row: readonly Cell[]): readonly Cell[] | null {
  const [corner, ...others] = header;
  const [label, ...cells] = row;
  const title = others[0]?.text ?? '';
  if (!corner || label?.text !== '' || others.length < 2 || title === '') return null;
  const numbers = cells.slice(0, others.length).map((cell) => cell.text.replace(/^[<>≤≥~]\s*/, ''));
  const growing = numbers.every(
    (text, index) =>
      /^\d[\d,.]*k?$/i.test(text) &&
      (index === 0 || Number.parseFloat(text) > Number.parseFloat(numbers[index - 1] as string)),
  );
  if (!growing || others.some((cell) => cell.text !== title)) return null;
  return [corner, ...cells.slice(0, others.length)];
}

/** A row headed "Shots" holds numbers of shots, not scores. */
function asShots(row: readonly Cell[]): readonly Cell[] {
  const [label, ...others] = row.filter((cell) => cell.text !== '');
  if (
    !label ||
    !SHOTS_HEADERS.has(foldSeparators(label.text)) ||
    !others.every((cell) => /^\d{1,2}$|^-$/.test(cell.text))
  )
    return row;
  return row.map((cell) => (/^\d{1,2}$/.test(cell.text) ? { ...cell, text: `${cell.text}-shot` } : cell));
}

/** Splits a grid below where a header stands again in the body, and beside where its first header stands again. */
function partsOf(grid: Grid): Grid[] {
  const again = grid.header.findIndex(
    (cell, index) => index >= 2 && cell.text !== '' && cell.text === grid.header[0]?.text,
  );
  if (again > 0) {
    const cut = (from: number, to?: number): Grid => ({
      ...grid,
      header: grid.header.slice(from, to),
      rows: grid.rows.map((row) => row.slice(from, to)),
    });
    return [...partsOf(cut(0, again)), ...partsOf(cut(again))];
  }
  const parts: Grid[] = [];
  let header = grid.header;
  let rows: (readonly Cell[])[] = [];
  for (const row of grid.rows) {
    if (rows.length > 0 && standsAsHeader(row, header)) {
      parts.push({ ...grid, header, rows });
      header = row;
      rows = [];
    } else rows.push(row);
  }
  parts.push({ ...grid, header, rows });
  return parts;
}

/** A row of words with the first header's own word before them ("Model | HumanEval | MBPP") is a header again. */
function standsAsHeader(row: readonly Cell[], header: readonly Cell[]): boolean {
  const words = row.filter((cell) => cell.text !== '');
  if (words.length < 3 || words.some((cell) => readCell(cell.text).kind !== 'text')) return false;
  const first = foldSeparators(row[0]?.text ?? '');
  return (
    first !== '' &&
    (first === foldSeparators(header[0]?.text ?? '') ||
      MODEL_HEADERS.has(first) ||
      BENCHMARK_HEADERS.has(first))
  );
}

/** A blank header over a condition belongs to the header left of it: Markdown has no spans. */
function spanned(header: readonly Cell[], beneath: readonly Cell[]): readonly Cell[] {
  let last: Cell | null = null;
  return header.map((cell, index) => {
    if (cell.text !== '') last = index === 0 ? null : cell;
    return cell.text === '' && last && (beneath[index]?.text ?? '') !== ''
      ? { ...cell, text: last.text }
      : cell;
  });
}
