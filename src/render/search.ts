/** The search over the whole site: what it knows, and its page. */
import { compareNames } from '../core/compare.ts';
import { foldSeparators } from '../core/fold.ts';
import type { Model } from '../core/result.ts';
import { packSearch, type SearchEntry } from '../core/search-index.ts';
import type { SiteFile } from '../core/urls.ts';
import { type Framed, frame, type Here, SEARCH_INDEX, type Site } from './frame.ts';
import { licensesOf } from './licenses.ts';
import { orgsOf } from './orgs.ts';
import { OVERALL_ADDRESS } from './overall.ts';
import { sizeWord, typeWord } from './words.ts';

/** So many other names of a thing are known to the search, the shortest ones. */
const MOST_NAMES = 6;
const LONGEST_NAME = 60;

export interface SearchView extends Framed {
  readonly title: string;
  readonly ways: readonly { readonly label: string; readonly href: string; readonly what: string }[];
}

/** The file that the browser loads before its first search. */
export function searchIndexFile(site: Site): SiteFile {
  const index = packSearch(searchEntries(site));
  return { path: SEARCH_INDEX, content: `globalThis.cardboardSearch=${JSON.stringify(index)};\n` };
}

/** Everything that has a page, kind by kind, what most is known of first. */
export function searchEntries(site: Site): SearchEntry[] {
  const { data, context, index, t } = site;
  const { urls, registry } = context;
  const models = [...data.models].sort(
    byWeight(
      (model) => index.resultsOfModel.get(model.id)?.length ?? 0,
      ({ id }) => id,
    ),
  );
  const benchmarks = [...data.benchmarks].sort(
    byWeight(
      ({ results }) => results,
      ({ name }) => name,
    ),
  );
  const boards = [...data.boards].sort(
    byWeight(
      ({ rows }) => rows.length,
      ({ name }) => name,
    ),
  );
  const modelsWord = (count: number) => t('search.models', { count });
  const page = (title: string, address: string): SearchEntry => {
    return { kind: 'page', title, also: [], address, note: '' };
  };
  return [
    ...models.map((model): SearchEntry => {
      const { id } = model;
      const parts = [sizeWord(model), typeWord(t, model.type)];
      const note = parts.filter((part) => !isSaid(part, model.name)).join(' · ');
      return { kind: 'model', title: id, also: otherNames(model), address: urls.model(id), note };
    }),
    ...benchmarks.map(({ id, name }): SearchEntry => {
      const aliases = registry.benchmark(id)?.aliases ?? [];
      return {
        kind: 'benchmark',
        title: name,
        also: others(name, [id, ...aliases]),
        address: urls.benchmark(id),
        note: '',
      };
    }),
    ...boards.map(({ id, name, suite }): SearchEntry => {
      const aliases = (suite === null ? undefined : registry.suite(suite)?.aliases) ?? [];
      return {
        kind: 'board',
        title: name,
        also: others(name, [id, ...aliases]),
        address: urls.board(id),
        note: '',
      };
    }),
    ...orgsOf(site)
      .sort(
        byWeight(
          ({ results }) => results,
          ({ id }) => id,
        ),
      )
      .map(({ id, models }): SearchEntry => {
        return {
          kind: 'organisation',
          title: id,
          also: [],
          address: urls.org(id),
          note: modelsWord(models.length),
        };
      }),
    ...licensesOf(site)
      .sort(
        byWeight(
          ({ models }) => models,
          ({ name, anchor }) => `${name} ${anchor}`,
        ),
      )
      .map(({ name, id, anchor, models }): SearchEntry => {
        const also = others(name, [id]);
        return {
          kind: 'license',
          title: name,
          also,
          address: `licenses/#${anchor}`,
          note: modelsWord(models),
        };
      }),
    page(t('frame.sections.boards'), 'boards/'),
    page(t('frame.sections.benchmarks'), 'benchmarks/'),
    page(t('frame.sections.models'), 'models/'),
    page(t('frame.lists.orgs'), 'orgs/'),
    page(t('frame.lists.licenses'), 'licenses/'),
    page(t('search.overall'), OVERALL_ADDRESS),
    page(t('frame.sections.audit'), 'audit/'),
    page(t('frame.sections.data'), 'data/'),
    ...context.content.map(({ name, title }) => page(title, `${name}/`)),
  ];
}

/** Whether a name says a word anyway. */
function isSaid(word: string, name: string): boolean {
  return name.toLowerCase().includes(word.toLowerCase());
}

/** Names of a model that tell more than its id does. */
function otherNames({ id, name, display_name, names }: Model): string[] {
  return others(id, [display_name, ...names], name);
}

/** Names that the search does not find by the title already, those left out that only add to `own`. */
function others(title: string, names: readonly string[], own = title): string[] {
  const [known, part] = [title, own].map(foldSeparators) as [string, string];
  const found = new Map<string, string>();
  for (const name of names) {
    const folded = foldSeparators(name);
    const isNew = !known.includes(folded) && !folded.includes(part) && !found.has(folded);
    if (isNew && name.length <= LONGEST_NAME && !name.includes('/')) found.set(folded, name);
  }
  return [...found.values()].sort((a, b) => a.length - b.length || compareNames(a, b)).slice(0, MOST_NAMES);
}

function byWeight<T>(weight: (one: T) => number, name: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => weight(b) - weight(a) || compareNames(name(a), name(b));
}

/** The view of the search's page: the ways to everything for those who browse, and room for what is found. */
export function searchView(site: Site, here: Here): SearchView {
  const { data, t } = site;
  const way = (name: string, count: number, kind = 'sections') => ({
    label: t(`frame.${kind}.${name}`),
    href: here.to(`${name}/`),
    what: t(`search.ways.${name}`, { count }),
  });
  return {
    frame: frame(site, here, t('frame.search'), t('search.description')),
    title: t('frame.search'),
    ways: [
      way('models', data.models.length),
      way('benchmarks', data.benchmarks.length),
      way('boards', data.boards.length),
      way('orgs', orgsOf(site).length, 'lists'),
      way('licenses', licensesOf(site).length, 'lists'),
      way('audit', 0),
      way('data', 0),
    ],
  };
}
