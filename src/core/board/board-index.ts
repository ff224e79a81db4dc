/** A board's data made ready for quick work: numbers in typed arrays, words looked up, names in order. */
import type { BoardData, BoardDataColumn, Openness } from '../board-data.ts';
import { compareNames } from '../compare.ts';
import type { ModelType } from '../result.ts';

/** Facts on models that a board shows as columns of their own, where a reader asks for them. */
export const FACT_KEYS = ['organisation', 'type', 'parameters', 'license', 'precision'] as const;

export type FactKey = (typeof FACT_KEYS)[number];

/** The column of averages. */
export const AVERAGE = 'average';

/** One column of scores; row n is entry n, NaN where nobody reports a score. */
export interface ScoreColumn extends BoardDataColumn {
  readonly place: number;
  readonly scores: Float64Array;
  /** As `scores`, without those that cards report of their own models. */
  readonly independent: Float64Array;
}

export interface BoardIndex {
  readonly data: BoardData;
  /** Number of rows. */
  readonly size: number;
  readonly columns: readonly ScoreColumn[];
  readonly byKey: ReadonlyMap<string, ScoreColumn>;
  readonly hasAverage: boolean;
  /** Whether lower is better in every column, and so in their average. */
  readonly lowerIsBetter: boolean;
  /** The averages of all columns as the page has them; NaN where there is none. */
  readonly averages: Float64Array;
  /** Billions of parameters; NaN where nobody says. */
  readonly parameters: Float64Array;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly organisation: (row: number) => string;
  readonly type: (row: number) => ModelType;
  readonly openness: (row: number) => Openness;
  readonly licenses: (row: number) => readonly string[];
  readonly languages: (row: number) => readonly string[];
  readonly precision: (row: number) => readonly string[];
  /** The places of rows in the order of a text: the names of models or a fact. Equal texts share a place. */
  readonly textOrder: (key: 'model' | FactKey) => Int32Array;
}

function floats(values: readonly (number | null)[]): Float64Array {
  const array = new Float64Array(values.length);
  for (let row = 0; row < array.length; row++) array[row] = values[row] ?? Number.NaN;
  return array;
}

/** Places of texts in their order: "a2" before "a10", equal ones alike. The empty text comes last. */
function textPlaces(texts: readonly string[]): Int32Array {
  const distinct = [...new Set(texts)].sort((a, b) =>
    a === '' || b === '' ? b.length - a.length : compareNames(a, b),
  );
  const places = new Map(distinct.map((text, place) => [text, text === '' ? -1 : place]));
  return Int32Array.from(texts, (text) => places.get(text) as number);
}

/** Makes a board's data ready. */
export function indexBoard(data: BoardData): BoardIndex {
  const { models, words } = data;
  const word = (place: number | undefined): string => words[place ?? -1] ?? '';
  const list = (places: readonly number[] | undefined) => (places ?? []).map(word);
  const columns = data.columns.map((column, place): ScoreColumn => {
    const cells = data.scores[place];
    const scores = floats(cells?.score ?? []);
    const independent = scores.slice();
    for (let row = 0; row < independent.length; row++) {
      if (cells?.origin.charAt(row) === 's') independent[row] = Number.NaN;
    }
    return { ...column, place, scores, independent };
  });
  const size = models.id.length;
  const textOf: Record<'model' | FactKey, (row: number) => string> = {
    model: (row) => models.name[row] ?? '',
    organisation: (row) => word(models.organisation[row]),
    type: (row) => models.type[row] ?? 'unknown',
    parameters: () => '',
    license: (row) => list(models.licenses[row]).join(', '),
    precision: (row) => list(models.precision[row]).join(', '),
  };
  const orders = new Map<string, Int32Array>();
  return {
    data,
    size,
    columns,
    byKey: new Map(columns.map((column) => [column.key, column])),
    hasAverage: data.average.rule === 'mean' && columns.length > 1,
    lowerIsBetter: columns.length > 0 && columns.every((column) => column.lowerIsBetter),
    averages: floats(data.averages),
    parameters: floats(models.parameters),
    rowOf: new Map(models.id.map((id, row) => [id, row])),
    organisation: textOf.organisation,
    type: (row) => models.type[row] ?? 'unknown',
    openness: (row) => models.openness[row] ?? 'unknown',
    licenses: (row) => list(models.licenses[row]),
    languages: (row) => list(models.languages[row]),
    precision: (row) => list(models.precision[row]),
    textOrder(key) {
      let places = orders.get(key);
      if (places === undefined) {
        places = textPlaces(Array.from({ length: size }, (_, row) => textOf[key](row)));
        orders.set(key, places);
      }
      return places;
    },
  };
}

/** What a fact's column says of a row; the empty string where nobody says. Parameters are a number: see `parameters`. */
export function factText(index: BoardIndex, key: FactKey, row: number): string {
  if (key === 'organisation') return index.organisation(row);
  if (key === 'type') return index.type(row);
  if (key === 'license') return index.licenses(row).join(', ');
  if (key === 'precision') return index.precision(row).join(', ');
  return '';
}
