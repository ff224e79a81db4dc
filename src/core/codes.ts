/** The catalogue of diagnostic codes: permanent names, from which docs/diagnostics.md is made. */
import { AUDIT_CODES } from './audit-codes.ts';
import { CARD_CODES } from './card-codes.ts';

export interface CodeEntry {
  readonly severity: 'error' | 'warning' | 'info';
  /** A few words: what happened. */
  readonly title: string;
  /** What it means, and what Cardboard does about it. */
  readonly explanation: string;
  /** What to do, where that is the same every time. */
  readonly hint?: string;
}

const CATALOGUE = {
  ...CARD_CODES,
  'model-index/bad-entry': {
    severity: 'warning',
    title: 'A model-index entry cannot be used',
    explanation: 'Something required is missing or of the wrong kind. Only this entry or metric is left out.',
    hint: 'a result needs `dataset` (with `name` and `type`) and `metrics`, a list of `type` and `value`.',
  },
  'model-index/not-a-number': {
    severity: 'warning',
    title: 'A metric value is not a number',
    explanation: 'The metric is left out; its neighbours are used.',
    hint: 'write the number alone, for example `value: 61.2`.',
  },
  'extract/held': {
    severity: 'info',
    title: 'A result was held back',
    explanation:
      'It could not be read with enough confidence to be published. The reason stands in the message.',
  },
  'extract/not-results': {
    severity: 'info',
    title: 'A table holds no results',
    explanation: 'Training logs, settings, files, prices and the like are not results.',
  },
  'extract/unreadable-table': {
    severity: 'warning',
    title: 'A table could not be understood',
    explanation:
      'It holds numbers, but no reading of its rows and columns was clear enough. Nothing of it is published.',
    hint: 'name the benchmarks in the header or the first column, and the model in a heading or a column.',
  },
  'extract/broken-table': {
    severity: 'warning',
    title: 'A table is damaged',
    explanation: 'Rows with pipes stand here that Markdown does not read as a table.',
    hint: 'a table needs a header row, a delimiter row with as many cells, and no lines between the rows.',
  },
  'extract/too-many': {
    severity: 'warning',
    title: 'A card holds more results than are read',
    explanation: 'Reading stops at the limit of claims a card.',
  },
  'results-file/unreadable': {
    severity: 'error',
    title: 'A file with results could not be read',
    explanation: 'The file beside the card exists but reading it failed. The card itself is read as usual.',
  },
  'results-file/too-large': {
    severity: 'warning',
    title: 'A file with results is too large',
    explanation:
      'Beside a card, YAML over 1 MB and JSON over 8 MB are not read, nor what goes beyond 16 MB for one card.',
    hint: 'keep samples and logs in other files.',
  },
  'results-file/too-many': {
    severity: 'warning',
    title: 'A card has too many files with results',
    explanation: 'The first 200 in the order of their names are read.',
  },
  'results-file/syntax': {
    severity: 'error',
    title: 'A file with results is not valid',
    explanation: 'It is no valid YAML or JSON, or expands beyond the limits. Nothing of it is used.',
  },
  'results-file/not-results': {
    severity: 'info',
    title: 'A file beside a card holds no results',
    explanation:
      'It has the name of a results file, but neither results by task as evaluation harnesses write them nor a list of results.',
  },
  'results-file/bad-entry': {
    severity: 'warning',
    title: 'An entry of a results file cannot be used',
    explanation: 'Something required is missing or of the wrong kind. Only this entry is left out.',
    hint: 'an entry needs `dataset` with `id` and `task_id`, and `value`.',
  },
  'results-file/not-a-number': {
    severity: 'warning',
    title: 'A value of a results file is not a number',
    explanation: 'The entry is left out; its neighbours are used.',
  },
  'results-file/no-task': {
    severity: 'info',
    title: 'An entry of a results file names no task',
    explanation: 'The data set stands for the benchmark. Files older than 2026 lack `task_id`.',
    hint: 'add `task_id` under `dataset`.',
  },
  'normalize/unknown-benchmark': {
    severity: 'warning',
    title: 'A benchmark is not in the registry',
    explanation: 'It is kept under its own name, with a page of its own, unit and direction unknown.',
    hint: 'it gets a page of its own; add it to registry/benchmarks.yml to give it a name, a metric and a direction.',
  },
  'normalize/unknown-metric': {
    severity: 'info',
    title: 'A metric is not in the registry',
    explanation: 'It is kept under its own name.',
  },
  'normalize/out-of-range': {
    severity: 'warning',
    title: "A value lies outside the benchmark's range",
    explanation: 'The claim is held: a misread or mistyped number is likelier than a record.',
  },
  'normalize/scale': {
    severity: 'info',
    title: 'Fractions were read as percents',
    explanation: 'Every value of the group lies between 0 and 1, and the benchmark counts in percent.',
  },
  ...AUDIT_CODES,
  'config/unreadable': {
    severity: 'error',
    title: 'The config cannot be read',
    explanation: 'The file is missing or is not valid YAML.',
  },
  'config/unknown-key': {
    severity: 'error',
    title: 'The config has an unknown key',
    explanation: 'Unknown keys are refused, so that a typing mistake cannot pass silently.',
  },
  'config/bad-value': {
    severity: 'error',
    title: 'A config value is of the wrong kind',
    explanation: 'The key is known, its value is not what it must be.',
  },
  'config/unknown-name': {
    severity: 'warning',
    title: 'The config names what there is not',
    explanation:
      'A board is made of a suite, benchmarks and metrics by their ids. An unknown suite is an error, as is a language without texts; an unknown benchmark may be one that only cards know, and its column stays empty where it is not.',
  },
  'config/unknown-model': {
    severity: 'warning',
    title: 'The config names a model that no card speaks of',
    explanation:
      'An alias that no card writes, a flagged or described model that nobody knows, or an alias whose id is likely mistyped does nothing.',
  },
  'theme/unknown-template': {
    severity: 'warning',
    title: 'A template of the theme is used by nothing',
    explanation:
      'A file of the folder templates/ counts where it has the name of one that comes with Cardboard, or where another template of the theme includes it.',
  },
  'theme/unknown-text': {
    severity: 'warning',
    title: 'A text of the theme is used by nothing',
    explanation:
      'A text of the folder messages/ counts where it has the key of one that comes with Cardboard, or where a template of the theme asks for it.',
  },
  'registry/bad-entry': {
    severity: 'error',
    title: 'A registry entry is not valid',
    explanation: 'registry/*.yml is checked by a schema before it is used.',
  },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof CATALOGUE;

export const CODES: Readonly<Record<Code, CodeEntry>> = CATALOGUE;
