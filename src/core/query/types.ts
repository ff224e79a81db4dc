/**
 * What a search asks for, what it may ask about, and what is said where it is not understood. docs/search.md explains
 * the language. The functions over these types, all pure, none throws:
 *
 * - parse.ts: `parseQuery(text, fields): { query, messages }`
 * - match.ts: `compileQuery(query, fields): (row) => boolean`
 * - format.ts: `formatQuery(query, fields): string`
 * - complete.ts: `completeQuery(text, caret, fields, most?): { from, to, items }`
 * - explain.ts: `explainQuery(query, fields, language): string[]`; a message's sentence is
 *   `language.t(message.key, message.values)`
 * - model-fields.ts: `modelFields(models, scores): QueryFields`, `modelRow(facts, score): QueryRow`
 * - board-rows.ts: `boardFacts(data): ModelFacts[]`, `boardFields(data, facts): QueryFields`
 * - name-match.ts: `searchText(names): string`, for `QueryRow.text`
 */

/**
 * A search as it is understood. A row matches where it has all words of at least one alternative of `names` (no
 * alternatives: any name will do) and every one of `filters` holds.
 */
export interface Query {
  /** Words and phrases as written, alternative by alternative; no alternative is empty. */
  readonly names: readonly (readonly string[])[];
  readonly filters: readonly Filter[];
}

export type Filter = WithoutName | TextFilter | NumberFilter | FlagFilter;

/** A word or phrase that no name may have. */
interface WithoutName {
  readonly kind: 'without';
  readonly text: string;
}

/** A field that has one of the values; with `not`, none of them. */
interface TextFilter {
  readonly kind: 'text';
  readonly field: string;
  readonly not: boolean;
  readonly values: readonly string[];
}

/** A number that passes one of the tests; with `not`, none of them. A number that is missing passes no test. */
interface NumberFilter {
  readonly kind: 'number';
  readonly field: string;
  readonly not: boolean;
  readonly tests: readonly NumberTest[];
}

/** A row that is one of these; with `not`, none of them. */
interface FlagFilter {
  readonly kind: 'flag';
  readonly not: boolean;
  readonly flags: readonly string[];
}

export type NumberTest =
  /** What rounds to the number at as many decimals as were written: 7 is passed from 6.5 to below 7.5. */
  | { readonly kind: 'about'; readonly value: number; readonly decimals: number }
  /** Null: open at that side. Ends count where `…Included` says so. */
  | {
      readonly kind: 'range';
      readonly from: number | null;
      readonly fromIncluded: boolean;
      readonly to: number | null;
      readonly toIncluded: boolean;
    };

/** A value that a field is known to have, for completion and for spelling. */
export interface FieldValue {
  readonly value: string;
  /** Rows that have it. */
  readonly count?: number;
  /** Other words for it: "instruct" for the type "chat". */
  readonly aliases?: readonly string[];
}

export interface TextField {
  /** As it is written in a search: "license". */
  readonly name: string;
  readonly aliases: readonly string[];
  /**
   * When a row's value fits the one asked for: `whole` is one of `values` and nothing else; `words` has its words one
   * after another ("apache" fits "apache-2.0"); `within` has it anywhere.
   */
  readonly match: 'whole' | 'words' | 'within';
  readonly values: readonly FieldValue[];
}

export interface NumberField {
  readonly name: string;
  readonly aliases: readonly string[];
  /** `parameters` counts in billions and takes k, m, b and t behind a number; `score` takes %. */
  readonly unit: 'parameters' | 'score';
  /** As it is shown: "MATH Lvl 5". */
  readonly label?: string;
}

/** What rows of some list may be asked about. Names are found whatever their case, accents and separators. */
export interface QueryFields {
  readonly texts: readonly TextField[];
  readonly numbers: readonly NumberField[];
  /** What a row may be: the values of `is:`. */
  readonly flags: readonly FieldValue[];
}

/** One line of a list, as a search sees it. */
export interface QueryRow {
  /** All names and ids it is found by, made by `searchText`. */
  readonly text: string;
  /** Values of a text field by its name, as they are shown; empty where there are none. */
  field(name: string): readonly string[];
  /** In the unit of the field; null where it is missing. */
  number(name: string): number | null;
  flag(name: string): boolean;
}

/** In the order in which they are explained in docs/search.md. */
export const QUERY_MESSAGES = [
  'unknown-field',
  'unknown-value',
  'no-such-value',
  'bad-number',
  'empty-value',
  'no-order',
  'misplaced-not',
  'unclosed-quote',
  'stray-sign',
] as const;

export type QueryMessageCode = (typeof QUERY_MESSAGES)[number];

/** Something in a search that is not understood, or that finds nothing as it is written. */
export interface QueryMessage {
  readonly code: QueryMessageCode;
  /** Place in the text: from `start` up to, not including, `end`, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Key of the sentence in messages/; `values` fill its places. */
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
  /** What to write in place of the text from `start` to `end`, where a known name is near; else null. */
  readonly suggestion: string | null;
  /** True where the search goes on without this part. */
  readonly ignored: boolean;
}
