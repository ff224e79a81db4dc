/** The formats that `cardboard export` writes. */

/** The results as one table. */
export const TABLE_FORMATS = ['parquet', 'csv', 'jsonl'] as const;

export const EXPORT_FORMATS = ['every-eval-ever', 'eval-results', 'model-index', ...TABLE_FORMATS] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
