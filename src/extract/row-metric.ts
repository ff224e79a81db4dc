/** Decides by which metric a cell of a table was measured: what stands nearest to the number says it. */
import { foldSeparators } from '../core/fold.ts';
import type { Column } from './columns.ts';
import type { Definition } from './glossary.ts';
import type { LabelReading } from './label.ts';
import { metricsIn } from './mentions.ts';
import { fitsBenchmark, metricOfColumn, nameOfError } from './metric-name.ts';
import type { RowParts } from './row-model.ts';
import { VALUE_HEADERS } from './words.ts';

/** What is known of a cell where its metric is looked for. */
export interface MetricLabels {
  readonly column: Column;
  /** What the column of metrics holds in this row. */
  readonly inMetrics: string | null;
  readonly row: LabelReading;
  readonly header: LabelReading;
  readonly beneath: readonly LabelReading[];
  /** The benchmark's label, wherever it stands. */
  readonly label: LabelReading;
  readonly section: LabelReading | null;
  readonly definition: Definition | null;
}

/**
 * Looks in the column of metrics, the labels, the section, the rows and columns of metrics, what the text says of the
 * label, and the surroundings, in this order. `ofWhole`: the row is a metric among rows that are classes. Conditions
 * found on the way are added to `settings`, reasons to `because`.
 */
export function metricOfCell(
  { layout, registry, around }: RowParts,
  { column, inMetrics, row, header, beneath, label, section, definition }: MetricLabels,
  settings: string[],
  because: string[],
): { readonly metric: string | null; readonly ofWhole: boolean } {
  let metric = inMetrics === null ? null : metricOfColumn(inMetrics);
  if (metric) because.push(`metric '${metric}' from its column`);
  for (const reading of [row, header, ...beneath, label]) metric ??= reading.metric;
  // "eng → deu (BLEU)" above rows of models.
  if (!section?.benchmark) metric ??= section?.metric ?? null;
  const under = beneath.find((reading) => reading.metricEntry)?.name ?? null;
  // "Score" beneath a row of metrics is no metric of its own.
  const vague = under !== null && VALUE_HEADERS.has(foldSeparators(row.name));
  if (layout.rows === 'metric') metric ??= vague ? under : row.name;
  if (layout.columns === 'metric' && !header.average)
    metric ??= header.metricEntry ? header.name : nameOfError(header, around.metric?.name ?? null, settings);
  metric ??= under;
  // In a report by class the row "accuracy" is a metric of the whole.
  const ofWhole = layout.rows === 'setting' && layout.columns === 'metric' && row.metricEntry !== undefined;
  if (ofWhole) metric = row.name;
  if (column.named && layout.columns === 'none' && registry.findMetric(column.header.text))
    metric ??= column.header.text;
  const defined = definition === null ? [] : metricsIn(definition.text, registry);
  if (metric === null && definition && defined.length === 1) {
    metric = defined[0] as string;
    because.push(`metric '${metric}' from what line ${definition.line} says of ${label.name}`);
  }
  const usual = label.benchmark?.entry.metric ?? '';
  if (
    metric === null &&
    around.metric &&
    !(around.metric.loose && label.benchmark) &&
    // A title that names the whole and its metric ("CoIR (NDCG@10)") holds for each of its parts.
    (around.metric.from === around.suite?.from || fitsBenchmark(around.metric.name, usual, registry))
  ) {
    metric = around.metric.name;
    because.push(`metric '${metric}' from ${around.metric.from}`);
  }
  return { metric, ofWhole };
}
