/** The formats that `cardboard export` writes. */

/** Files in the forms that the field has agreed on, a model at a time. */
const FILE_FORMATS = ['every-eval-ever', 'eval-results', 'model-index'] as const;
/** The results as one table. */
const TABLE_FORMATS = ['parquet', 'csv', 'jsonl'] as const;

export const EXPORT_FORMATS = [...FILE_FORMATS, ...TABLE_FORMATS] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type FileFormat = (typeof FILE_FORMATS)[number];
type TableFormat = (typeof TABLE_FORMATS)[number];

export function isTableFormat(format: ExportFormat): format is TableFormat {
  return (TABLE_FORMATS as readonly string[]).includes(format);
}
