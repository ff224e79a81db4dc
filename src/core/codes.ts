/** The catalogue of diagnostic codes: permanent names, from which docs/diagnostics.md is made. */

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
  'cards/unreadable': {
    severity: 'error',
    title: 'A card could not be read',
    explanation: 'The file exists but reading it failed. The other cards are read as usual.',
  },
  'cards/too-large': {
    severity: 'error',
    title: 'A card is too large',
    explanation: 'Cards over 2 MB are not read, so that one file cannot stall a build.',
    hint: 'move samples and logs out of the card, and keep its metadata and tables.',
  },
  'cards/not-utf8': {
    severity: 'warning',
    title: 'A card is not valid UTF-8',
    explanation: 'Bytes that are not UTF-8 were replaced; the rest is read.',
    hint: 'save the file as UTF-8.',
  },
  'cards/same-model': {
    severity: 'error',
    title: 'Two cards claim the same model',
    explanation: 'Two files lead to one model id. The first in path order is used, the other is left out.',
    hint: 'move one of them, or give it a `model_id` of its own in the front matter.',
  },
  'cards/bad-model-id': {
    severity: 'warning',
    title: 'A model id cannot be used',
    explanation: '`model_id` must read OWNER/NAME. The id of the path is used.',
    hint: 'write `model_id: owner/name`.',
  },
  'cards/outside': {
    severity: 'warning',
    title: 'A link leads out of the cards folder',
    explanation: 'Symbolic links that leave the cards folder are not followed.',
  },
  'cards/none': {
    severity: 'warning',
    title: 'No cards were found',
    explanation: 'The folder holds no Markdown file that could be a card.',
    hint: 'cards are OWNER/NAME/README.md, OWNER/NAME.md, OWNER__NAME.md or NAME.md at any depth.',
  },
  'cards/unclosed-code': {
    severity: 'warning',
    title: 'A fence of code is not closed',
    explanation: 'Without a closing fence, Markdown reads everything to the end of the card as code.',
    hint: 'close it with a line of the same ``` or ~~~.',
  },
  'front-matter/missing': {
    severity: 'info',
    title: 'A card has no front matter',
    explanation: 'The card is read without metadata.',
    hint: 'start the file with a `---` line, YAML, and another `---` line.',
  },
  'front-matter/unclosed': {
    severity: 'warning',
    title: 'Front matter is not closed',
    explanation: 'The file starts with `---` but no later line is exactly `---`. All of it is read as body.',
    hint: 'end the metadata with a line `---`.',
  },
  'front-matter/displaced': {
    severity: 'warning',
    title: 'Front matter does not start the file',
    explanation:
      'A block that looks like metadata stands below other text, where the Hub does not read it. It is not used.',
    hint: 'move the block to the first line of the file.',
  },
  'front-matter/bad-fence': {
    severity: 'warning',
    title: 'The opening fence is not a bare `---`',
    explanation:
      'Something stands behind the dashes (a language or spaces). Nothing is run and nothing is read from it.',
    hint: 'write three dashes and nothing else on the first line.',
  },
  'front-matter/syntax': {
    severity: 'error',
    title: 'Front matter is not valid YAML',
    explanation: 'The metadata cannot be read from this place on. The body of the card is still used.',
  },
  'front-matter/flattened': {
    severity: 'error',
    title: 'A card has lost its structure',
    explanation:
      'The metadata stands without its indentation or out of place, as when a card is copied from a web page. Nothing can be credited with confidence, so every claim of the card is held.',
    hint: "copy the raw README.md instead of the page's text.",
  },
  'front-matter/duplicate-key': {
    severity: 'warning',
    title: 'A key stands twice',
    explanation: 'The last one is used, as the Hub does.',
    hint: 'remove one of them.',
  },
  'front-matter/tab': {
    severity: 'warning',
    title: 'A tab indents YAML',
    explanation:
      'YAML forbids tabs as indentation. The tab is read as two spaces where that gives valid YAML.',
    hint: 'indent with spaces.',
  },
  'front-matter/too-complex': {
    severity: 'error',
    title: 'Front matter is too complex',
    explanation: 'Aliases or depth expand beyond the limit. The metadata is not used.',
  },
  'front-matter/not-a-mapping': {
    severity: 'error',
    title: 'Front matter is not a mapping',
    explanation: 'The metadata must be `key: value` lines. It is not used.',
  },
  'front-matter/bad-value': {
    severity: 'warning',
    title: 'A field has a value of the wrong kind',
    explanation: 'The field is left out; the others are used.',
  },
  'front-matter/byte-order-mark': {
    severity: 'info',
    title: 'The file starts with a byte order mark',
    explanation: 'It is skipped here; other readers of cards may not find the metadata behind it.',
    hint: 'save the file as UTF-8 without a byte order mark.',
  },
  'front-matter/line-ends': {
    severity: 'warning',
    title: 'Lines end with a lone carriage return',
    explanation: 'Such a file has no front matter for the Hub. The lines are read as lines here.',
    hint: 'save the file with LF or CRLF line ends.',
  },
  'front-matter/unknown-license': {
    severity: 'warning',
    title: 'The licence is not in the registry',
    explanation: 'It is shown as written, and whether it is open is unknown.',
    hint: 'use an id of registry/licenses.yml, or `other` with `license_name` and `license_link`.',
  },
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
  'cards/too-long': {
    severity: 'warning',
    title: 'A card is too long',
    explanation:
      'The first 20,000 lines of its body are read, at most 500,000 characters; what comes after is neither read nor shown.',
    hint: 'move samples and logs out of the card.',
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
  'audit/average-differs': {
    severity: 'warning',
    title: "A published average is not the average of the card's rows",
    explanation: "Recomputed by the suite's rule from the rows of the same card, another number comes out.",
  },
  'audit/disagreement': {
    severity: 'warning',
    title: 'Claims of one thing differ',
    explanation:
      'Two or more claims for the same model, benchmark and conditions give different numbers. All are kept and shown.',
  },
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
    title: 'The config names what the registry does not have',
    explanation:
      'A board is made of a suite, benchmarks and metrics by their ids. An unknown suite is an error; an unknown benchmark may be one that only cards know, and its column stays empty where it is not.',
  },
  'registry/bad-entry': {
    severity: 'error',
    title: 'A registry entry is not valid',
    explanation: 'registry/*.yml is checked by a schema before it is used.',
  },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof CATALOGUE;

export const CODES: Readonly<Record<Code, CodeEntry>> = CATALOGUE;
