/** A board's data as it travels: what can be told from the rest is left out, and most of a column is whole numbers. */
import type { BoardData, BoardDataColumn, BoardDataModels, BoardDataScores, Openness } from './board-data.ts';
import { MODEL_TYPES } from './result.ts';

/** No, one or several places in the list of words. */
type PackedWords = number | readonly number[];

/** Numbers times ten to the power of `digits`. */
interface PackedNumbers {
  readonly digits: number;
  readonly of: readonly (number | null)[];
}

interface PackedScores extends PackedNumbers {
  readonly stderr?: PackedNumbers;
  readonly origin: string;
  /** By row, where claims differ. */
  readonly claimed?: Readonly<Record<number, readonly [number, number]>>;
  /** Rows whose number fits loosely. */
  readonly loose?: readonly number[];
}

interface PackedModels {
  /** Of "owner/name" what stands before the slash, as a word; −1 where there is no slash. */
  readonly owner: readonly number[];
  readonly name: readonly string[];
  /** Where the name shown, the other names and the address are not what the id says, by row. */
  readonly shown: Readonly<Record<number, string>>;
  readonly also: Readonly<Record<number, string>>;
  readonly root: string;
  readonly href: Readonly<Record<number, string>>;
  /** Where it is not the owner, and not word 0 where there is no owner. */
  readonly organisation: Readonly<Record<number, number>>;
  /** A digit a row: the place among the types. */
  readonly type: string;
  readonly parameters: readonly (number | null)[];
  readonly licenses: readonly PackedWords[];
  /** The first letter of each. */
  readonly openness: string;
  readonly languages: readonly PackedWords[];
  readonly library: readonly number[];
  readonly bases: readonly PackedWords[];
  readonly tags: readonly PackedWords[];
  readonly precision: readonly PackedWords[];
  /** Rows of models without a card, flagged ones, and copies. */
  readonly uncarded: readonly number[];
  readonly flagged: readonly number[];
  readonly copy: readonly number[];
}

export interface PackedBoardData extends Pick<BoardData, 'id' | 'name' | 'average' | 'ranked' | 'words'> {
  readonly columns: readonly BoardDataColumn[];
  readonly models: PackedModels;
  readonly scores: readonly PackedScores[];
  readonly rank: readonly (number | null)[];
  readonly averages: PackedNumbers;
}

const OPENNESS: Readonly<Record<string, Openness>> = {
  o: 'open',
  r: 'restricted',
  c: 'closed',
  u: 'unknown',
};

/** Digits that travel beyond those that are shown: enough to tell apart what looks the same. */
const MORE_DIGITS = 2;

/** Packs a board's data. Unpacked it is the same again, but for digits of scores that are far behind those shown. */
export function packBoardData(data: BoardData): PackedBoardData {
  const { id, name, columns, average, ranked, words, rank } = data;
  return {
    id,
    name,
    columns,
    average,
    ranked,
    words,
    models: packModels(data.models, words),
    scores: data.scores.map((scores, place) => packScores(scores, columns[place]?.decimals ?? 0)),
    rank,
    averages: packNumbers(data.averages, average.decimals),
  };
}

/** The data of a board as it was packed. */
export function unpackBoardData(packed: PackedBoardData): BoardData {
  const { id, name, columns, average, ranked, words, rank } = packed;
  return {
    id,
    name,
    columns,
    average,
    ranked,
    words,
    models: unpackModels(packed.models, words),
    scores: packed.scores.map(unpackScores),
    rank,
    averages: unpackNumbers(packed.averages),
  };
}

function packNumbers(numbers: readonly (number | null)[], decimals: number): PackedNumbers {
  const most = decimals + MORE_DIGITS;
  const scale = 10 ** most;
  const whole = numbers.map((number) => (number === null ? null : Math.round(number * scale)));
  // Ends of zeros that all numbers share are not sent.
  let idle = 0;
  while (idle < most && whole.every((number) => number === null || number % 10 ** (idle + 1) === 0)) idle++;
  return { digits: most - idle, of: whole.map((number) => (number === null ? null : number / 10 ** idle)) };
}

function unpackNumbers({ digits, of }: PackedNumbers): (number | null)[] {
  const scale = 10 ** digits;
  return of.map((number) => (number === null ? null : number / scale));
}

function packScores(scores: BoardDataScores, decimals: number): PackedScores {
  const scale = 10 ** (decimals + MORE_DIGITS);
  const round = (value: number): number => Math.round(value * scale) / scale;
  const claimed: Record<number, readonly [number, number]> = {};
  for (const [row, pair] of scores.claimed.entries()) {
    if (pair !== null) claimed[row] = [round(pair[0]), round(pair[1])];
  }
  const loose = rowsWhere(scores.loose, true);
  return {
    ...packNumbers(scores.score, decimals),
    ...(scores.stderr.some((stderr) => stderr !== null)
      ? { stderr: packNumbers(scores.stderr, decimals) }
      : {}),
    origin: scores.origin,
    ...(Object.keys(claimed).length === 0 ? {} : { claimed }),
    ...(loose.length === 0 ? {} : { loose }),
  };
}

function unpackScores({ digits, of, stderr, origin, claimed, loose }: PackedScores): BoardDataScores {
  const isLoose = new Set(loose);
  return {
    score: unpackNumbers({ digits, of }),
    stderr: stderr === undefined ? of.map(() => null) : unpackNumbers(stderr),
    origin,
    claimed: of.map((_, row) => claimed?.[row] ?? null),
    loose: of.map((_, row) => isLoose.has(row)),
  };
}

function packModels(models: BoardDataModels, words: readonly string[]): PackedModels {
  const places = new Map(words.map((word, place) => [word, place]));
  const slashes = models.id.map((id) => id.indexOf('/'));
  const owner = models.id.map((id, row) => {
    const slash = slashes[row] as number;
    return slash < 0 ? -1 : (places.get(id.slice(0, slash)) ?? -1);
  });
  const name = models.id.map((id, row) =>
    (owner[row] as number) < 0 ? id : id.slice((slashes[row] as number) + 1),
  );
  const root = rootOf(models);
  return {
    owner,
    name,
    shown: exceptions(models.name, (row) => name[row] as string),
    also: exceptions(models.also, () => ''),
    root,
    href: exceptions(models.href, (row) => `${root}${models.id[row]}/`),
    organisation: exceptions(models.organisation, (row) => Math.max(0, owner[row] as number)),
    type: models.type.map((type) => MODEL_TYPES.indexOf(type)).join(''),
    parameters: models.parameters,
    licenses: models.licenses.map(packWords),
    openness: models.openness.map((openness) => openness[0]).join(''),
    languages: models.languages.map(packWords),
    library: models.library,
    bases: models.bases.map(packWords),
    tags: models.tags.map(packWords),
    precision: models.precision.map(packWords),
    uncarded: rowsWhere(models.card, false),
    flagged: rowsWhere(models.flagged, true),
    copy: rowsWhere(models.copy, true),
  };
}

function unpackModels(packed: PackedModels, words: readonly string[]): BoardDataModels {
  const { owner, name, root } = packed;
  const id = name.map((rest, row) => {
    const before = owner[row] as number;
    return before < 0 ? rest : `${words[before]}/${rest}`;
  });
  const isIn = (rows: readonly number[], wanted: boolean): boolean[] => {
    const listed = new Set(rows);
    return name.map((_, row) => listed.has(row) === wanted);
  };
  return {
    id,
    name: name.map((own, row) => packed.shown[row] ?? own),
    also: name.map((_, row) => packed.also[row] ?? ''),
    href: id.map((own, row) => packed.href[row] ?? `${root}${own}/`),
    organisation: owner.map((own, row) => packed.organisation[row] ?? Math.max(0, own)),
    type: Array.from(packed.type, (digit) => MODEL_TYPES[Number(digit)] ?? 'unknown'),
    parameters: packed.parameters,
    licenses: packed.licenses.map(unpackWords),
    openness: Array.from(packed.openness, (letter) => OPENNESS[letter] ?? 'unknown'),
    languages: packed.languages.map(unpackWords),
    library: packed.library,
    bases: packed.bases.map(unpackWords),
    tags: packed.tags.map(unpackWords),
    precision: packed.precision.map(unpackWords),
    card: isIn(packed.uncarded, false),
    flagged: isIn(packed.flagged, true),
    copy: isIn(packed.copy, true),
  };
}

/** What most addresses begin with: what stands before the id in the first that has it. */
function rootOf({ id, href }: BoardDataModels): string {
  const row = href.findIndex((address, place) => address.endsWith(`${id[place]}/`));
  return row < 0 ? '' : (href[row] as string).slice(0, -`${id[row]}/`.length);
}

/** The values that are not the usual one, by row. */
function exceptions<T>(values: readonly T[], usual: (row: number) => T): Record<number, T> {
  const found: Record<number, T> = {};
  for (const [row, value] of values.entries()) if (value !== usual(row)) found[row] = value;
  return found;
}

function rowsWhere(values: readonly boolean[], wanted: boolean): number[] {
  return values.flatMap((value, row) => (value === wanted ? [row] : []));
}

function packWords(places: readonly number[]): PackedWords {
  return places.length === 1 ? (places[0] as number) : places;
}

function unpackWords(packed: PackedWords): readonly number[] {
  return typeof packed === 'number' ? [packed] : packed;
}
