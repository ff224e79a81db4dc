/** The config as the program uses it: every field present, every value checked. */
import type { Place } from './diagnostic.ts';
import type { ModelType } from './result.ts';

export interface ConfigBoard {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Id of a suite, or null where the board has columns of its own. */
  readonly suite: string | null;
  readonly columns: readonly {
    readonly benchmark: string;
    readonly metric: string | null;
    readonly shots: number | null;
    readonly setting: string | null;
  }[];
  readonly average: {
    readonly rule: 'mean' | 'none';
    readonly requires: 'all' | number;
    readonly decimals: number;
  };
}

export interface Config {
  readonly title: string;
  readonly description: string;
  /** Absolute URL of the published site without a trailing slash, or null. */
  readonly baseUrl: string | null;
  /** Path the site lives below: "/" or "/leaderboard/". */
  readonly basePath: string;
  /** The repository's web address ("https://github.com/acme/board"), or null. */
  readonly repository: string | null;
  /** Branch and folder of the cards in the repository, for "edit this card". */
  readonly branch: string;
  /** Boards in order; empty: every suite that has results. */
  readonly boards: readonly ConfigBoard[];
  readonly flagged: readonly {
    readonly model: string;
    readonly reason: string;
    readonly link: string | null;
  }[];
  /** What a person knows better than cards and names say; null where nothing is said. */
  readonly models: readonly {
    readonly model: string;
    readonly type: ModelType | null;
    /** Billions. */
    readonly parameters: number | null;
  }[];
  /** Name as written → model id. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Hosts whose images are shown; others become links. */
  readonly imageHosts: readonly string[];
  readonly language: string;
  /** Which pages get a picture of their own for previews: 'boards' leaves those of models out. */
  readonly pictures: 'all' | 'boards' | 'none';
  /** The folder with the site's own templates/, public/, messages/ and content/, or null where there can be none. */
  readonly theme: string | null;
  /** Where models are named in the file: "aliases.NAME", "flagged[0]", "models[0]". */
  readonly places: Readonly<Record<string, Place>>;
}

export const DEFAULT_CONFIG: Config = {
  title: 'Cardboard',
  description: 'Benchmark results from model cards, every number with its proof.',
  baseUrl: null,
  basePath: '/',
  repository: null,
  branch: 'main',
  boards: [],
  flagged: [],
  models: [],
  aliases: {},
  imageHosts: [],
  language: 'en',
  pictures: 'all',
  theme: null,
  places: {},
};

/** Where a key of `places` stands; the first line of the usual file where nobody knows. */
export function placeInConfig({ places }: Pick<Config, 'places'>, key: string): Place {
  return places[key] ?? { file: 'cardboard.config.yml', line: 1, column: 1 };
}

/**
 * The whole address of the published site, without a slash at its end, or null where it is not known. The path below
 * which the site lives stands in `baseUrl` itself, or, where that names a host alone, in `basePath`.
 */
export function siteAddress({ baseUrl, basePath }: Pick<Config, 'baseUrl' | 'basePath'>): string | null {
  if (baseUrl === null) return null;
  const { origin, pathname } = new URL(baseUrl);
  return (origin + (pathname === '/' ? basePath : pathname)).replace(/\/+$/, '');
}
