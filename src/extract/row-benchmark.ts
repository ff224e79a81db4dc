/** Decides which benchmark a cell of a table belongs to, and how sure that is. */
import { foldSeparators } from '../core/fold.ts';
import { isStep } from './axes.ts';
import { type LabelReading, readLabel } from './label.ts';
import type { RowParts } from './row-model.ts';

/** Headers that mean an average only among headers of benchmarks. */
const TOTAL_HEADERS = new Set([
  'score',
  'scores',
  'total',
  'overall',
  'all',
  '总分',
  '总体',
  'スコア',
  '총점',
]);

/** Looks in the row, the header, the second header, the section and the surroundings, in this order. */
export function benchmarkOf(
  parts: RowParts & { readonly section: LabelReading | null; readonly turns: boolean },
  row: LabelReading,
  header: LabelReading,
  beneath: readonly LabelReading[],
  fromColumn: string | null,
  because: string[],
): { label: LabelReading; sure: number } | null {
  const { layout, around, registry, grid } = parts;
  const sureOf = (label: LabelReading) =>
    isStep(label.written)
      ? 0.6
      : label.benchmark
        ? label.benchmark.short
          ? 0.97
          : 1
        : label.average
          ? 0.97
          : 0.92;
  if (fromColumn) {
    because.push(`benchmark '${fromColumn}' from its column`);
    const label = readLabel(fromColumn, registry);
    return { label, sure: sureOf(label) };
  }
  const measured = layout.rows === 'benchmark' ? scoredAsCoco(row, parts) : null;
  if (measured) {
    because.push(
      `'${row.written}' is how detections are scored, on '${measured.name}' from ${measured.from}`,
    );
    const label = readLabel(measured.name, registry);
    return { label: { ...label, name: label.name || measured.name, metric: row.written }, sure: 0.84 };
  }
  if (layout.rows === 'benchmark' && isMetricAlone(row)) {
    const labels = grid.rows.slice(0, 80).map((cells) => cells[layout.rowColumn ?? 0]?.text ?? '');
    const only = onlyBenchmark(labels.map((text) => readLabel(text, registry)));
    if (only) {
      because.push(
        `'${row.name}' is a metric, and '${only.name}' the only benchmark that the other rows name`,
      );
      return { label: { ...only, metric: row.name, settings: row.settings }, sure: 0.88 };
    }
  }
  if (layout.rows === 'benchmark' && row.written !== '') {
    because.push(`benchmark '${row.name || row.written}' from the row`);
    return {
      label: row.average || row.name !== '' ? row : { ...row, name: row.written },
      sure: sureOf(row),
    };
  }
  if (layout.columns === 'benchmark' && header.written !== '') {
    // "Score" beside columns of benchmarks is what they come to.
    if (layout.values.length >= 4 && TOTAL_HEADERS.has(foldSeparators(header.written)))
      return { label: { ...header, average: true }, sure: 0.93 };
    because.push(`benchmark '${header.name || header.written}' from the column's header`);
    return {
      label: header.average || header.name !== '' ? header : { ...header, name: header.written },
      sure: sureOf(header),
    };
  }
  const second = beneath.find((label) => label.benchmark);
  if (second) {
    because.push(`benchmark '${second.name}' from the second header row`);
    return { label: second, sure: 0.95 };
  }
  const average = header.average ? header : row.average ? row : null;
  if (
    average &&
    !(around.benchmark && parts.turns) &&
    layout.columns !== 'setting' &&
    layout.rows !== 'setting'
  )
    return { label: average, sure: 0.95 };
  if (parts.section?.benchmark) {
    because.push(`benchmark '${parts.section.name}' from the section's row`);
    return { label: parts.section, sure: 0.95 };
  }
  if (around.benchmark) {
    because.push(`benchmark '${around.benchmark.label.name}' from ${around.benchmark.from}`);
    const label = around.benchmark.label;
    return {
      label: average ? { ...label, settings: [...label.settings, average.name] } : label,
      sure: 0.97,
    };
  }
  if (around.title) {
    because.push(`'${around.title.name}' from ${around.title.from} stands for the benchmark`);
    return {
      label: { ...readLabel('', registry), name: around.title.name, written: around.title.name },
      sure: around.title.near ? 0.95 : 0.78,
    };
  }
  if (/^(?:all|overall)$/i.test(row.written)) {
    because.push(`no benchmark is named: '${row.written}' stands for all that was evaluated`);
    return { label: { ...row, name: row.written }, sure: 0.8 };
  }
  const metricName = layout.rows === 'metric' ? row.name : layout.columns === 'metric' ? header.name : '';
  if (metricName === '') return null;
  const opening = layout.rows === 'model' ? around.opening() : null;
  if (opening && registry.findMetric(metricName)) {
    because.push(`benchmark '${opening.name}', the only one that the card opens with`);
    return { label: opening, sure: 0.75 };
  }
  const own = around.ownDataset();
  const amongMetrics =
    layout.columns === 'metric' && layout.values.some(({ label }) => label.metricEntry !== undefined);
  if (own && (amongMetrics || registry.findMetric(metricName))) {
    because.push(`'${own.name}' from ${own.from} stands for the benchmark`);
    const label = readLabel(own.name, registry);
    return { label: { ...label, name: label.name === '' ? own.name : label.name }, sure: 0.84 };
  }
  because.push(`no benchmark is named: '${metricName}' stands for it`);
  return { label: { ...readLabel(metricName, registry), name: metricName }, sure: 0.6 };
}

/** "COCO mAP" and "VOC AP" are ways to score detections, too: on the data set that the card names, where it names another. */
function scoredAsCoco(
  row: LabelReading,
  { around, grid, registry, layout }: RowParts,
): { readonly name: string; readonly from: string } | null {
  const style = /^(?:(?:MS )?COCO|(?:PASCAL )?VOC)\b.{0,20}\bm?AP\b/i;
  const isScore = (label: LabelReading) => style.test(label.written) || isMetricAlone(label);
  if (!isScore(row)) return null;
  const labels = grid.rows.slice(0, 80).map((cells) => cells[layout.rowColumn ?? 0]?.text ?? '');
  if (!labels.every((text) => text === '' || isScore(readLabel(text, registry)))) return null;
  const { benchmark } = around;
  const other = benchmark ? { name: benchmark.label.name, from: benchmark.from } : around.ownDataset();
  return other && !/coco|voc/i.test(other.name) ? other : null;
}

/** "mAP", with no benchmark beside it. */
function isMetricAlone(label: LabelReading): boolean {
  return label.metricEntry !== undefined && !label.benchmark && !label.average;
}

/** The one benchmark that all labels name but those that are a metric alone; null where there is another or none. */
function onlyBenchmark(labels: readonly LabelReading[]): LabelReading | null {
  const others = labels.filter((label) => label.written !== '' && !isMetricAlone(label));
  const ids = new Set(others.map((label) => label.benchmark?.entry.id));
  return ids.size === 1 && others[0]?.benchmark ? others[0] : null;
}

/** The benchmark that the text around a table of its parts names, '' where labels of the table are benchmarks themselves. */
export function wholeOfParts({ layout, around, registry, grid }: RowParts): string {
  const labels =
    layout.columns === 'benchmark'
      ? layout.values.map(({ label }) => label)
      : layout.rows === 'benchmark'
        ? grid.rows.slice(0, 80).map((row) => readLabel(row[layout.rowColumn ?? 0]?.text ?? '', registry))
        : [];
  const known = labels.some(({ benchmark }) => benchmark && !benchmark.short);
  return known ? '' : (around.benchmark?.label.name ?? '');
}
