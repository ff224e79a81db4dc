/** The data page: every file that the site publishes for programs, with its size and its fields. */
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { bytesWord } from './words.ts';

interface FileView {
  readonly name: string;
  readonly href: string;
  readonly size: string;
  readonly description: string;
}

interface FieldView {
  readonly name: string;
  readonly description: string;
}

export interface DataView extends Framed {
  readonly files: readonly FileView[];
  /** The fields of a result and of a claim. */
  readonly lists: readonly { readonly title: string; readonly fields: readonly FieldView[] }[];
}

/** Files in the order in which they are shown; each has its text below "data.about.". */
const FILES = [
  'results.csv',
  'results.jsonl',
  'results.parquet',
  'claims.jsonl',
  'models.json',
  'copies.json',
  'audit.json',
  'index.json',
];

/** Fields with the keys of their texts below "data.claims." and "data.results.". */
const CLAIM_FIELDS: readonly (readonly [name: string, text: string])[] = [
  ['card', 'card'],
  ['subject', 'subject'],
  ['model, benchmark, metric', 'ids'],
  ['model_as_written, benchmark_as_written, metric_as_written', 'written'],
  ['shots, setting, split', 'conditions'],
  ['value, unit_as_written, stderr', 'value'],
  ['score, unit', 'score'],
  ['origin_name, origin_url', 'origin'],
  ['source', 'source'],
  ['confidence, because, status', 'reading'],
];

const RESULT_FIELDS: readonly (readonly [name: string, text: string])[] = [
  ['id', 'id'],
  ['model, benchmark, metric, shots, setting, split', 'key'],
  ['shots_inferred', 'inferred'],
  ['score, unit, stderr, decimals', 'score'],
  ['origin', 'origin'],
  ['claims', 'claims'],
  ['values, spread', 'values'],
];

/** The view of the data page. Without known sizes the usual files are named; with them, those that exist. */
export function dataView(site: Site, here: Here): DataView {
  const { downloads, config } = site.context;
  const { t } = site;
  const sizes = new Map((downloads ?? []).map(({ path, bytes }) => [path.replace(/^data\//, ''), bytes]));
  const known = FILES.filter((name) => downloads === undefined || sizes.has(name));
  const others = [...sizes.keys()].filter((name) => !FILES.includes(name)).sort();
  return {
    frame: frame(site, here, t('data.title'), t('data.description', { site: config.title })),
    files: [...known, ...others].map((name) => {
      const bytes = sizes.get(name);
      return {
        name,
        href: here.to(`data/${name}`),
        size: bytes === undefined ? '' : bytesWord(site.context.language, bytes),
        description: FILES.includes(name) ? t(`data.about.${name.replace('.', '-')}`) : '',
      };
    }),
    lists: [
      {
        title: t('data.results.title'),
        fields: fieldViews(RESULT_FIELDS, (text) => t(`data.results.${text}`)),
      },
      { title: t('data.claims.title'), fields: fieldViews(CLAIM_FIELDS, (text) => t(`data.claims.${text}`)) },
    ],
  };
}

function fieldViews(
  fields: readonly (readonly [name: string, text: string])[],
  say: (text: string) => string,
): FieldView[] {
  return fields.map(([name, text]) => ({ name, description: say(text) }));
}
