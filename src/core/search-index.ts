/** What the search of the whole site knows, as small text: names, other names and addresses, kind by kind. */

/** In the order in which kinds are shown where nothing else decides. */
export const SEARCH_KINDS = ['model', 'benchmark', 'board', 'organisation', 'license', 'page'] as const;

export type SearchKind = (typeof SEARCH_KINDS)[number];

export interface SearchEntry {
  readonly kind: SearchKind;
  readonly title: string;
  /** Other names that it is found by. */
  readonly also: readonly string[];
  /** From the site's root: "models/acme/zephyr/". */
  readonly address: string;
  /** What is shown beside the title, in the site's language; '' for nothing. */
  readonly note: string;
}

/** The entries of each kind, a line each, the weightiest first; its fields are set apart by tabs, other names by bars. */
export type SearchIndex = Readonly<Partial<Record<SearchKind, string>>>;

/** Where most pages of a kind lie, so that their addresses need not repeat it. */
const FOLDERS: Readonly<Record<SearchKind, string>> = {
  model: 'models/',
  benchmark: 'benchmarks/',
  board: 'boards/',
  organisation: 'orgs/',
  license: 'licenses/',
  page: '',
};

/** Packs entries, which stand in the order of their weight; of what separates them only spaces are kept. */
export function packSearch(entries: readonly SearchEntry[]): SearchIndex {
  const lines = new Map<SearchKind, string[]>();
  for (const { kind, title, also, address, note } of entries) {
    const fields = [plain(title), shortAddress(kind, title, address), plain(note), also.map(plain).join('|')];
    const line = fields.join('\t').replace(/\t+$/, '');
    const list = lines.get(kind);
    if (list === undefined) lines.set(kind, [line]);
    else list.push(line);
  }
  return Object.fromEntries([...lines].map(([kind, list]) => [kind, list.join('\n')]));
}

/** The entries of an index, kind by kind. What is not one of ours gives none. */
export function unpackSearch(index: SearchIndex): SearchEntry[] {
  return SEARCH_KINDS.flatMap((kind) =>
    (index[kind] ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): SearchEntry => {
        const [title = '', address = '', note = '', also = ''] = line.split('\t');
        const names = also === '' ? [] : also.split('|');
        return { kind, title, also: names, address: wholeAddress(kind, title, address), note };
      }),
  );
}

function plain(text: string): string {
  return text.replace(/[\s|]+/g, ' ').trim();
}

/** How addresses follow from titles, the commonest first: its place here stands for such an address, from '' on. */
const GUESSES: readonly ((title: string) => string)[] = [
  (title) => title,
  (title) => `-/${title}`,
  (title) => title.toLowerCase().replace(/[^a-z0-9.+]+/g, '_'),
];

/** An address that ends in a hash, for a title that has signs which no address has. */
const HASHED = /^(.*)-([0-9a-f]{8})$/;

function hashedStart(title: string): string {
  return `-/${title.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[._-]+|[._-]+$/g, '')}`;
}

/** '' or a digit for a guess, "~" and a hash, or a name in the kind's folder; anything else starts with a slash. */
function shortAddress(kind: SearchKind, title: string, address: string): string {
  const folder = FOLDERS[kind];
  const name = address.startsWith(folder) && address.endsWith('/') ? address.slice(folder.length, -1) : '';
  if (name === '' || /^[/~]|^\d$|[\s|]/.test(name)) return `/${address}`;
  const own = plain(title);
  const guess = GUESSES.findIndex((make) => make(own) === name);
  if (guess >= 0) return guess === 0 ? '' : String(guess);
  const [, start, hash] = HASHED.exec(name) ?? [];
  return start !== undefined && start === hashedStart(own) ? `~${hash}` : name;
}

function wholeAddress(kind: SearchKind, title: string, short: string): string {
  if (short.startsWith('/')) return short.slice(1);
  if (short.startsWith('~')) return `${FOLDERS[kind]}${hashedStart(title)}-${short.slice(1)}/`;
  const guess = /^\d?$/.test(short) ? GUESSES[Number(short)] : undefined;
  return `${FOLDERS[kind]}${guess === undefined ? short : guess(title)}/`;
}
