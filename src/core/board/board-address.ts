/**
 * A board's state in its address, short and stable: ?q=llama&sort=-gsm8k,model&type=chat&size=3..9&mode=rank. What is as
 * the page has it is left out. docs/boards.md lists the keys.
 */
import {
  type BoardState,
  FACETS,
  type FacetName,
  FIRST_STATE,
  MODES,
  MOST_DIGITS,
  MOST_SELECTED,
  type SizeRange,
  type SortKey,
  SWITCHES,
} from './board-state.ts';

/** Parameters of an address that are a board's; others are kept as they are. */
const KEYS = [
  'q',
  'sort',
  'cols',
  'hide',
  'pin',
  'mode',
  'd',
  'heat',
  'dense',
  'sel',
  'size',
  ...FACETS,
  ...SWITCHES,
];

/** Lists stand with commas between them; one inside a word has a backslash before it. */
function joinList(words: readonly string[]): string {
  return words.map((word) => word.replace(/[\\,]/g, '\\$&')).join(',');
}

function splitList(text: string | null): string[] {
  if (text === null) return [];
  const words: string[] = [];
  let word = '';
  for (let place = 0; place <= text.length; place++) {
    const sign = text.charAt(place);
    if (sign === '' || sign === ',') {
      if (word !== '' && !words.includes(word)) words.push(word);
      word = '';
    } else if (sign === '\\') word += text.charAt(++place);
    else word += sign;
  }
  return words;
}

/** As encodeURIComponent, but signs that mean nothing in a query stay readable. */
function encode(value: string): string {
  return encodeURIComponent(value).replace(/%(?:2C|2F|3A|3B|40|20)/g, (code) =>
    code === '%20' ? '+' : decodeURIComponent(code),
  );
}

function decimal(text: string): number | null {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}

/** "3..9", "..7", "70..". */
function readSize(text: string | null): SizeRange | null {
  const [from, to, ...rest] = (text ?? '').split('..');
  if (from === undefined || to === undefined || rest.length > 0) return null;
  const range = { from: decimal(from), to: decimal(to) };
  return range.from === null && range.to === null ? null : range;
}

function writeSize(size: SizeRange | null): string {
  return size === null ? '' : `${size.from ?? ''}..${size.to ?? ''}`;
}

function readSort(word: string): SortKey {
  return word.startsWith('-')
    ? { key: word.slice(1), direction: 'descending' }
    : { key: word, direction: 'ascending' };
}

/** Of the columns there are (keys in the page's order): those that an address asks for, or null for all of them. */
function readColumns(cols: string | null, hide: string | null, usual: readonly string[]): string[] | null {
  const shown = splitList(cols);
  if (shown.length > 0) return shown;
  const hidden = new Set(splitList(hide));
  const left = usual.filter((key) => !hidden.has(key));
  return left.length === usual.length || left.length === 0 ? null : left;
}

/**
 * Reads the state from the search part of an address. `usual` are the keys of the columns that the page shows, in their
 * order, `known` whether a key names a column. What is not understood counts as not given.
 */
export function readBoardState(
  search: string,
  usual: readonly string[],
  known: (key: string) => boolean,
): BoardState {
  const parameters = new URLSearchParams(search);
  const digits = decimal(parameters.get('d') ?? '');
  const facets: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of FACETS) {
    const words = splitList(parameters.get(name));
    if (words.length > 0) facets[name] = words;
  }
  const columns = readColumns(parameters.get('cols'), parameters.get('hide'), usual)?.filter(known) ?? null;
  const sorts = splitList(parameters.get('sort')).map(readSort);
  return {
    query: parameters.get('q') ?? '',
    sorts: sorts.filter(
      ({ key }, place) =>
        (key === 'model' || known(key)) && sorts.findIndex((other) => other.key === key) === place,
    ),
    facets,
    size: readSize(parameters.get('size')),
    switches: Object.fromEntries(
      SWITCHES.filter((name) => parameters.get(name) === '1').map((name) => [name, true]),
    ),
    columns: columns?.length === 0 ? null : columns,
    pinned: splitList(parameters.get('pin')).filter(known),
    mode: MODES.find((mode) => mode === parameters.get('mode')) ?? FIRST_STATE.mode,
    digits: digits === null || digits > MOST_DIGITS ? null : Math.floor(digits),
    heat: parameters.get('heat') === '1',
    dense: parameters.get('dense') === '1',
    selected: splitList(parameters.get('sel')).slice(0, MOST_SELECTED),
  };
}

/** The search part for a state; the parameters of `search` that are not a board's are kept. Empty where nothing is to say. */
export function writeBoardState(state: BoardState, usual: readonly string[], search = ''): string {
  const parts: string[] = [];
  for (const [key, value] of new URLSearchParams(search)) {
    if (!KEYS.includes(key)) parts.push(`${encode(key)}=${encode(value)}`);
  }
  const add = (key: string, value: string) => {
    if (value !== '') parts.push(`${key}=${encode(value)}`);
  };
  add('q', state.query);
  add(
    'sort',
    joinList(state.sorts.map(({ key, direction }) => `${direction === 'descending' ? '-' : ''}${key}`)),
  );
  for (const name of FACETS) add(name, joinList(state.facets[name] ?? []));
  add('size', writeSize(state.size));
  for (const name of SWITCHES) add(name, state.switches[name] ? '1' : '');
  if (state.columns !== null) {
    const { columns } = state;
    const hidden = usual.filter((key) => !columns.includes(key));
    const left = usual.filter((key) => columns.includes(key));
    const isInOrder = columns.length === left.length && left.every((key, place) => columns[place] === key);
    const hide = joinList(hidden);
    const cols = joinList(columns);
    if (isInOrder && hide.length < cols.length) add('hide', hide);
    else add('cols', cols);
  }
  add('pin', joinList(state.pinned));
  add('mode', state.mode === FIRST_STATE.mode ? '' : state.mode);
  add('d', state.digits === null ? '' : String(state.digits));
  add('heat', state.heat ? '1' : '');
  add('dense', state.dense ? '1' : '');
  add('sel', joinList(state.selected));
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
