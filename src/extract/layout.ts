/** Chooses how a grid is to be read: what its rows stand for and what its columns stand for. */
import { foldSeparators } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { type Axis, type AxisKind, weighAxis } from './axes.ts';
import { isReport } from './column-shapes.ts';
import type { Column, Role } from './columns.ts';
import type { Grid } from './grid.ts';
import { readLabel } from './label.ts';
import type { Subjects } from './subject.ts';
import type { Surroundings } from './surroundings.ts';
import { COMPONENT_HEADERS, MODEL_FAMILIES } from './words.ts';

type Kind = AxisKind | 'none';

export interface Layout {
  /** What the main label column holds, and which column that is; 'none' where rows carry no label. */
  readonly rows: Kind;
  readonly rowColumn: number | null;
  /** What the headers above the numbers stand for; 'none' where they say nothing ("Value"). */
  readonly columns: Kind;
  /** Other label columns by what they hold. */
  readonly roles: ReadonlyMap<number, Role>;
  readonly values: readonly Column[];
  /** 0 … 1: the evidence for this reading, and how far the next best one lies behind. */
  readonly evidence: number;
  readonly margin: number;
  readonly because: string;
}

const KINDS: readonly AxisKind[] = ['model', 'benchmark', 'metric', 'setting'];

function axisOfColumn(grid: Grid, column: Column, registry: Registry, subjects: Subjects): Axis {
  const { index } = column;
  const labels = grid.rows.map((row) => row[index]?.text ?? '').filter((text) => text !== '');
  return weighAxis(
    labels.slice(0, 80),
    registry,
    column.named && column.role === 'benchmark' ? amongDataSets(subjects) : subjects,
  );
}

/** In a column of data sets OWNER/NAME is a data set or a part of one, but for names that only models have. */
function amongDataSets(subjects: Subjects): Subjects {
  return {
    ...subjects,
    likeness: (text) =>
      text.includes('/') && !MODEL_FAMILIES.test(text.replace(/[_-]/g, ' ')) ? 0.2 : subjects.likeness(text),
  };
}

/** `modelsAbove`: a row above the header names the models. Picks the reading with the most evidence; null where the grid has no numbers to read. */
export function chooseLayout(
  grid: Grid,
  columns: readonly Column[],
  around: Surroundings,
  registry: Registry,
  subjects: Subjects,
  modelsAbove = false,
): Layout | null {
  const values = columns.filter((column) => column.role === 'value');
  if (values.length === 0) return null;
  const roles = new Map<number, Role>();
  const open: Column[] = [];
  for (const column of columns) {
    if (column.role === 'value' || column.role === 'ignored') continue;
    if (
      column.role === 'label' ||
      column.role === 'model' ||
      column.role === 'benchmark' ||
      column.role === 'metric'
    )
      open.push(column);
    else roles.set(column.index, column.role);
  }
  const headers = values
    .map((column) => (column.named ? '' : column.header.text))
    .filter((text) => text !== '');
  const columnAxis = weighAxis(headers, registry, subjects);
  const columnKinds: Kind[] =
    columnAxis.count === 0 &&
    values.every((column) => column.named || column.label.average || column.header.text === '')
      ? ['none']
      : [...KINDS];
  const axes = new Map(open.map((column) => [column.index, axisOfColumn(grid, column, registry, subjects)]));

  // Columns whose header names them keep that role; of the others the one with most to say carries the rows.
  const fixed = open.filter((column) => column.named);
  const loose = open.filter((column) => !column.named);
  const distinct = new Map(
    open.map(({ index }) => [
      index,
      new Set(grid.rows.map((row) => row[index]?.text ?? '')).size / Math.max(1, grid.rows.length),
    ]),
  );
  let main = pickMain(fixed, loose, axes, distinct);
  if (main === null) {
    // A column of categories or languages alone carries the rows.
    main =
      columns.find((column) => ['category', 'language', 'split', 'setting'].includes(column.role)) ?? null;
    if (main) {
      roles.delete(main.index);
      axes.set(main.index, axisOfColumn(grid, main, registry, subjects));
    }
  }
  for (const column of open) {
    if (column === main) continue;
    const axis = axes.get(column.index) as Axis;
    // A second column of models (a checkpoint, a base model) only tells rows of one name apart.
    if (column.named && column.role === 'model' && main?.role === 'model') {
      roles.set(column.index, 'variant');
      continue;
    }
    roles.set(
      column.index,
      column.named && !(column.role === 'benchmark' && main?.role === 'benchmark')
        ? column.role
        : column.named
          ? 'category'
          : areSizes(grid, column)
            ? 'size'
            : (bestKind(axis, 0.6) ?? 'ignored'),
    );
  }
  const named = around.benchmark !== null || sectionsNameBenchmark(grid, registry);
  const titled = named || around.title !== null;
  const mainAxis = main ? axes.get(main.index) : undefined;
  const taken = new Set<Role>([...roles.values(), ...(modelsAbove ? (['model'] as const) : [])]);
  const candidates: { rows: Kind; columns: Kind; score: number; why: string }[] = [];
  const rowKinds: Kind[] = main ? [...KINDS] : ['none'];
  for (const rows of rowKinds) {
    for (const cols of columnKinds) {
      if (rows === cols && rows !== 'none' && !bothConditions(rows, main, around)) continue;
      const haveBenchmark = rows === 'benchmark' || cols === 'benchmark' || taken.has('benchmark') || titled;
      const haveMeasure = haveBenchmark || rows === 'metric' || cols === 'metric' || taken.has('metric');
      if (!haveMeasure) continue;
      if (taken.has('benchmark') && (rows === 'benchmark' || cols === 'benchmark')) continue;
      if (taken.has('model') && (rows === 'model' || cols === 'model')) continue;
      const rowScore = main ? rowEvidence(main, axes.get(main.index) as Axis, rows, titled) : 0.5;
      const report = rows === 'setting' && isReport(values) && (titled || around.ownDataset() !== null);
      const turned =
        cols === 'setting' &&
        rows === 'metric' &&
        isReport(
          grid.rows.map((row) => ({ label: readLabel(row[main?.index ?? 0]?.text ?? '', registry) })),
        ) &&
        (named || around.title?.near || around.title?.from.startsWith('heading'));
      const ofColumns = cols === 'none' ? 0.7 : columnAxis.scores[cols as AxisKind];
      const columnScore = turned ? Math.max(ofColumns, 0.85) : ofColumns;
      let score = ((report ? Math.max(rowScore, 0.85) : rowScore) + columnScore) / 2;
      const contextual = rows !== 'benchmark' && cols !== 'benchmark' && !taken.has('benchmark');
      if (contextual) score -= named ? 0.02 : around.title ? (around.title.near ? 0.05 : 0.12) : 0.15;
      if (rows === 'setting' || cols === 'setting') score -= 0.05;
      // Labels that nobody knows are no benchmarks where the text around names the benchmark.
      const unknown =
        (rows === 'benchmark' && (mainAxis?.known ?? 1) < 0.25) ||
        (cols === 'benchmark' && columnAxis.known < 0.25);
      if (unknown && named) score -= 0.12;
      // Parts of one benchmark are not crossed with other benchmarks.
      const part =
        (rows === 'setting' && cols === 'benchmark') || (cols === 'setting' && rows === 'benchmark');
      const stated = main?.role === 'setting' && main.named;
      if (part && unknown && titled && !stated) score -= 0.15;
      // "Prompt | Answer" is a sample: a stated condition needs benchmarks beside it.
      if (stated && cols === 'benchmark' && columnAxis.scores.benchmark < 0.6) score -= 0.25;
      // A list of facts is headed "Metric | Value" as well: some label has to be known.
      const facts = rows === 'benchmark' && main?.role === 'metric' && mainAxis?.known === 0;
      if (facts && !named && (mainAxis?.scores.metric ?? 0) < 0.2) score -= 0.15;
      candidates.push({
        rows,
        columns: cols,
        score,
        why: describe(rows, cols),
      });
    }
  }
  candidates.sort((a, b) => b.score - a.score || (a.why < b.why ? -1 : 1));
  const best = candidates[0];
  if (!best) return null;
  return {
    rows: best.rows,
    rowColumn: main ? main.index : null,
    columns: best.columns,
    roles,
    values,
    evidence: best.score,
    margin: best.score - (candidates[1]?.score ?? 0),
    because: best.why,
  };
}

/** Rows of one label may say which benchmark the rows beneath them are of ("XNLI accuracy" above rows of models). */
function sectionsNameBenchmark(grid: Grid, registry: Registry): boolean {
  return grid.rows.some((row) => {
    const filled = row.filter((cell) => cell.text !== '');
    const benchmark = filled.length === 1 ? readLabel(filled[0]?.text ?? '', registry).benchmark : undefined;
    return row.length > 1 && benchmark !== undefined && !benchmark.short;
  });
}

/** Rows and columns may both be conditions of a benchmark named around the table, where the row header says so. */
function bothConditions(rows: Kind, main: Column | null, around: Surroundings): boolean {
  return (
    rows === 'setting' && main?.role === 'setting' && (around.benchmark !== null || around.title !== null)
  );
}

/** The reading in words, for the proof of each number. */
function describe(rows: Kind, columns: Kind): string {
  const said = [
    rows === 'none' ? '' : `rows are ${rows}s`,
    columns === 'none' ? '' : `columns are ${columns}s`,
  ];
  return said.filter((part) => part !== '').join(', ') || 'numbers without labels';
}

function bestKind(axis: Axis, from: number): AxisKind | null {
  const best = KINDS.reduce((a, b) => (axis.scores[b] > axis.scores[a] ? b : a));
  return axis.scores[best] >= from ? best : null;
}

/** True for a column of sizes alone, which only look like models: "300B". */
function areSizes(grid: Grid, { index }: Column): boolean {
  const filled = grid.rows.map((row) => row[index]?.text ?? '').filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => /^\d+(?:\.\d+)?\s?[bmkt]$/i.test(text));
}

/** A benchmark column carries the rows before a model column, that before a metric column, that before unnamed text. */
function pickMain(
  fixed: readonly Column[],
  loose: readonly Column[],
  axes: ReadonlyMap<number, Axis>,
  distinct: ReadonlyMap<number, number>,
): Column | null {
  const benchmarks = fixed.filter((column) => column.role === 'benchmark');
  if (benchmarks.length > 1) {
    // "Task" groups what "Dataset" lists; of two lists the one with known names.
    const worth = (column: Column) =>
      (axes.get(column.index)?.known ?? 0) + 2 * (distinct.get(column.index) ?? 0);
    return benchmarks.reduce((best, column) => (worth(column) > worth(best) + 0.25 ? column : best));
  }
  const all = fixed.filter((column) => column.role === 'model');
  const wholes = all.filter(
    (column) => !COMPONENT_HEADERS.has(foldSeparators(column.header.text.replace(/[*_`]/g, ''))),
  );
  const models = wholes.length > 0 ? wholes : all;
  if (benchmarks.length === 0 && models.length > 1) {
    const likeness = (column: Column) => axes.get(column.index)?.scores.model ?? 0;
    return models.reduce((best, column) => (likeness(column) > likeness(best) + 0.1 ? column : best));
  }
  for (const role of ['benchmark', 'model', 'metric'] as const) {
    const column = (role === 'model' ? models : fixed).find((candidate) => candidate.role === role);
    if (column) return column;
  }
  return loose[0] ?? null;
}

function rowEvidence(main: Column, axis: Axis, kind: Kind, hasTitle: boolean): number {
  if (kind === 'none') return 0;
  const own = axis.scores[kind as AxisKind];
  if (
    main.role === 'category' ||
    main.role === 'language' ||
    main.role === 'split' ||
    main.role === 'setting'
  ) {
    // Categories are parts of the benchmark that the text around names; without one they stand for themselves.
    if (kind === 'setting')
      return main.role === 'setting' && main.named ? Math.max(own, 0.9) : hasTitle ? Math.max(own, 0.8) : own;
    return kind === 'benchmark' && hasTitle ? own * 0.6 : own;
  }
  if (!main.named) return own;
  if (main.role === kind) return Math.min(1, 0.45 + own * 0.6);
  // "Metric" above benchmark names is common (leaderboard tables); "Benchmark" above models or metrics less so.
  if (main.role === 'metric' && kind === 'benchmark') return own;
  // "dataset | MNLI | ANLI" above a row of accuracies heads the columns.
  if (main.role === 'benchmark' && kind === 'metric') return own >= 0.5 ? own * 0.95 : own * 0.8;
  if (main.role === 'benchmark' && kind === 'model') return own >= 0.6 ? own * 0.85 : own * 0.3;
  if (main.role === 'benchmark' && kind === 'setting') return own * 0.5;
  if (main.role === 'model')
    return kind === 'setting' && own < 0.8
      ? own * 0.4
      : own >= 0.8 && axis.scores.model < 0.5
        ? own * 0.8
        : own * 0.15;
  return own * 0.4;
}
