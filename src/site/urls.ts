/** Every address of a site, made once: readable where an id is safe as it is, safe and stable where it is not. */
import { compareText } from '../core/compare.ts';
import { shortHash } from '../core/hash.ts';
import type { SiteUrls } from '../core/urls.ts';

export interface UrlInput {
  readonly models: readonly { readonly id: string; readonly owner: string | null; readonly name: string }[];
  /** Ids in any order. */
  readonly boards: readonly string[];
  readonly benchmarks: readonly string[];
  /** Which model's page shows a card: a claim's address is a place on it. */
  readonly cards: readonly { readonly path: string; readonly model: string }[];
  /** Name of an asset → its path in the site. */
  readonly assets: ReadonlyMap<string, string>;
}

/** With "models/", two slashes and "index.html" no path is longer than 200 bytes. */
const LONGEST_OWNER = 80;
const LONGEST_NAME = 100;

/** As on the Hub, and nothing that a file system or a server reads in its own way. */
const SAFE = /^[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/;

/** Names of devices on Windows, with any ending; and the file that every folder has. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|clock\$|conin\$|conout\$)(?:\.|$)|^index\.html$/i;

function isSafe(segment: string, longest: number): boolean {
  return (
    segment.length <= longest && SAFE.test(segment) && !segment.includes('..') && !RESERVED.test(segment)
  );
}

/** A readable stand-in of ASCII letters, digits, dots, dashes; with a hash of `id`, so that it is nobody else's. */
function standIn(segment: string, id: string, longest: number, digits = 8): string {
  const hash = shortHash(id, digits);
  const words = segment
    .slice(0, 4 * longest)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[._-]+/, '')
    .slice(0, longest - digits - 1)
    .replace(/[._-]+$/, '');
  // Dots could make a reserved name of it ("aux.-1f…").
  return words === '' ? hash : `${RESERVED.test(words) ? words.replaceAll('.', '-') : words}-${hash}`;
}

/**
 * Gives every id a path of its own. Ids whose paths are the same on a file system that ignores case get a stand-in
 * each, so that no address ever changes its meaning; all others depend on nothing but their own id.
 */
function distinctPaths(
  ids: readonly string[],
  plain: (id: string) => string,
  withHash: (id: string, digits: number) => string,
): Map<string, string> {
  const paths = new Map<string, string>();
  let pending = [...new Set(ids)].sort(compareText);
  for (let digits = 0; pending.length > 0; digits = digits === 0 ? 8 : Math.min(64, digits * 2)) {
    const taken = new Set([...paths.values()].map((path) => path.toLowerCase()));
    const groups = new Map<string, string[]>();
    const proposed = new Map<string, string>();
    for (const id of pending) {
      const path = digits === 0 ? plain(id) : withHash(id, digits);
      proposed.set(id, path);
      const key = path.toLowerCase();
      groups.set(key, [...(groups.get(key) ?? []), id]);
    }
    const last = digits === 64;
    pending = [];
    for (const [key, group] of groups) {
      if ((group.length === 1 && !taken.has(key)) || last) {
        for (const id of group) paths.set(id, proposed.get(id) as string);
      } else pending.push(...group);
    }
  }
  return paths;
}

function modelPaths(models: UrlInput['models']): Map<string, string> {
  const byId = new Map(models.map((model) => [model.id, model]));
  const path = (id: string, digits: number): string => {
    const model = byId.get(id) as UrlInput['models'][number];
    const name =
      digits === 0 && isSafe(model.name, LONGEST_NAME)
        ? model.name
        : standIn(model.name, id, LONGEST_NAME, Math.max(8, digits));
    // No safe owner is a lone dash, so models without an owner have a folder of their own.
    if (model.owner === null) return `models/-/${name}/`;
    const owner = isSafe(model.owner, LONGEST_OWNER)
      ? model.owner
      : standIn(model.owner, model.owner, LONGEST_OWNER);
    return `models/${owner}/${name}/`;
  };
  return distinctPaths([...byId.keys()], (id) => path(id, 0), path);
}

function listedPaths(folder: string, ids: readonly string[]): Map<string, string> {
  return distinctPaths(
    ids,
    (id) => `${folder}/${isSafe(id, LONGEST_NAME) ? id : standIn(id, id, LONGEST_NAME)}/`,
    (id, digits) => `${folder}/${standIn(id, id, LONGEST_NAME, digits)}/`,
  );
}

/** Makes the addresses of a site. Asking for one that was never made is a bug and throws. */
export function makeUrls(input: UrlInput): SiteUrls {
  const models = modelPaths(input.models);
  const boards = listedPaths('boards', input.boards);
  const benchmarks = listedPaths('benchmarks', input.benchmarks);
  const orgs = listedPaths(
    'orgs',
    input.models.flatMap(({ owner }) => owner ?? []),
  );
  const cardModels = new Map(input.cards.map((card) => [card.path, card.model]));
  const from = (kind: string, addresses: ReadonlyMap<string, string>) => (id: string) => {
    const address = addresses.get(id);
    if (address === undefined) throw new Error(`no address was made for the ${kind} ${JSON.stringify(id)}`);
    return address;
  };
  const card = from('card', cardModels);
  const model = from('model', models);
  return {
    model,
    org: from('organisation', orgs),
    board: from('board', boards),
    benchmark: from('benchmark', benchmarks),
    asset: from('asset', input.assets),
    claim(id) {
      const hash = id.lastIndexOf('#');
      return `${model(card(id.slice(0, hash)))}${id.slice(hash)}`;
    },
  };
}
