/** The data page: every file that the site publishes for programs, with its size and its fields. */
import { formatBytes } from '../core/format.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';

interface FileView {
  readonly name: string;
  readonly href: string;
  readonly size: string;
  readonly description: string;
}

export interface DataView extends Framed {
  readonly files: readonly FileView[];
  readonly claimFields: readonly { readonly name: string; readonly description: string }[];
  readonly resultFields: readonly { readonly name: string; readonly description: string }[];
}

const FILES: readonly (readonly [name: string, description: string])[] = [
  [
    'results.csv',
    'One row a result, for spreadsheets. Cells that a spreadsheet would run as formulas are defused.',
  ],
  ['results.jsonl', 'One result a line, with every value that is claimed and the claims behind it.'],
  ['results.parquet', 'The same table for DuckDB, pandas, Polars and Spark.'],
  [
    'claims.jsonl',
    'One claim a line: each number as a card has it, its place, how it was read, and whether it was held.',
  ],
  ['models.json', 'Every model with its metadata and names.'],
  ['copies.json', 'The cards whose results are another model’s.'],
  ['audit.json', 'The findings of the audit, and what was held back.'],
  ['index.json', 'The list of these files, with the version of their schema.'],
];

const CLAIM_FIELDS: DataView['claimFields'] = [
  { name: 'card', description: "path of the card's file" },
  { name: 'subject', description: 'self: the card’s own model; other: a model it compares with' },
  { name: 'model, benchmark, metric', description: 'ids after names were looked up; null where unknown' },
  {
    name: 'model_as_written, benchmark_as_written, metric_as_written',
    description: 'the names as the card has them',
  },
  { name: 'shots, setting, split', description: 'conditions, only where the card states them' },
  { name: 'value, unit_as_written, stderr', description: 'the number as written' },
  { name: 'score, unit', description: "the number in the benchmark's own scale" },
  { name: 'origin_name, origin_url', description: 'the source that the claim itself names' },
  { name: 'source', description: 'kind, line, column, cell and raw text: the place in the file' },
  {
    name: 'confidence, because, status',
    description: 'how sure the reading is, how it was read, accepted or held',
  },
];

const RESULT_FIELDS: DataView['resultFields'] = [
  { name: 'id', description: 'stable between builds' },
  { name: 'model, benchmark, metric, shots, setting, split', description: 'what makes it one result' },
  {
    name: 'shots_inferred',
    description: 'true where the card does not state shots and the usual number was assumed',
  },
  { name: 'score, unit, stderr, decimals', description: "the headline, in the benchmark's own scale" },
  { name: 'origin', description: 'leaderboard, self-reported or third-party' },
  { name: 'claims', description: 'every claim behind it, the headline’s first' },
  { name: 'values, spread', description: 'the differing numbers claimed, and the largest difference' },
];

/** The view of the data page. Without known sizes the usual files are named; with them, those that exist. */
export function dataView(site: Site, here: Here): DataView {
  const { downloads, config } = site.context;
  const described = new Map(FILES);
  const sizes = new Map((downloads ?? []).map(({ path, bytes }) => [path.replace(/^data\//, ''), bytes]));
  const known = FILES.map(([name]) => name).filter((name) => downloads === undefined || sizes.has(name));
  const others = [...sizes.keys()].filter((name) => !described.has(name)).sort();
  return {
    frame: frame(
      site,
      here,
      'Data',
      `Every result and every claim of ${config.title} as CSV, JSON Lines and Parquet.`,
    ),
    files: [...known, ...others].map((name) => {
      const bytes = sizes.get(name);
      return {
        name,
        href: here.to(`data/${name}`),
        size: bytes === undefined ? '' : formatBytes(bytes),
        description: described.get(name) ?? '',
      };
    }),
    claimFields: CLAIM_FIELDS,
    resultFields: RESULT_FIELDS,
  };
}
