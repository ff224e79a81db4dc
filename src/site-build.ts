/** The last stages of a build: from the store to a finished site in the output folder. */
import { join } from 'node:path';
import { type Changes, changesSince } from './core/changes.ts';
import { claimId } from './core/claim.ts';
import { type Config, siteAddress } from './core/config.ts';
import type { Diagnostic } from './core/diagnostic.ts';
import { makeLanguage } from './core/language.ts';
import { once } from './core/once.ts';
import { boardDefinitions } from './normalize/board-definitions.ts';
import type { Effects } from './read-all.ts';
import type { Registry } from './registry/types.ts';
import { renderArticle } from './render/article-html.ts';
import { renderFiles } from './render/files.ts';
import { type Article, type Download, type Site, siteOf } from './render/frame.ts';
import { picturesOf } from './render/pictures.ts';
import { registryTable } from './render/registry-table.ts';
import { renderPages } from './render/site.ts';
import { subjectsOf } from './render/subjects.ts';
import { loadTemplates } from './render/template.ts';
import { collectAssets } from './site/assets.ts';
import { readContent } from './site/content.ts';
import { drawWith } from './site/draw.ts';
import { readEarlier } from './site/earlier.ts';
import { idleTexts, loadMessages } from './site/messages.ts';
import { findTheme } from './site/theme.ts';
import { makeUrls } from './site/urls.ts';
import { writeSite } from './site/write.ts';
import type { Store } from './store/store.ts';
import type { SiteData } from './store/types.ts';
import { VERSION } from './version.ts';

/** Runs a stage and notes its time; `count` says how many things it made. */
type Timed = <T>(stage: string, work: () => Promise<T> | T, count: (value: T) => number) => Promise<T>;

export interface SiteInput {
  readonly store: Store;
  readonly config: Config;
  readonly registry: Registry;
  /** Where templates and public files stand. */
  readonly packageFolder: string;
  /** Folder of the site's prose. */
  readonly content: string;
  /** Folder of the cards: never written to. */
  readonly cards: string;
  readonly out: string;
  /** Folder of the site to compare with, or null. */
  readonly since: string | null;
  readonly timed: Timed;
  readonly effects: Effects;
}

/** Our folder, and the theme's where it has one. */
function both(ours: string, theirs: string | null): string[] {
  return theirs === null ? [ours] : [ours, theirs];
}

/** Writes the published data and every page; the old site stands until the new one is whole. */
export async function buildSite(
  input: SiteInput,
): Promise<{ boards: number; pages: number; written: number; diagnostics: readonly Diagnostic[] }> {
  const { store, config, registry, packageFolder, timed } = input;
  const definitions = boardDefinitions(config, registry);
  const data = await timed(
    'rank',
    () => store.siteData(definitions),
    (value) => value.boards.length,
  );
  const theme = findTheme(config.theme, packageFolder, input.out);
  const messages = loadMessages(join(packageFolder, 'messages'), config.language, theme.messages);
  const language = makeLanguage(messages.code, messages.all);
  const assets = await timed(
    'assets',
    () =>
      collectAssets(
        both(join(packageFolder, 'public'), theme.public),
        new Map([['messages.js', messages.script]]),
      ),
    (value) => value.files.length,
  );
  const urls = makeUrls({
    models: data.models,
    boards: data.boards.map((board) => board.id),
    benchmarks: data.benchmarks.map((benchmark) => benchmark.id),
    cards: data.cards,
    assets: assets.names,
  });
  const shown = new Set(data.benchmarks.map((benchmark) => benchmark.id));
  const addressOf = (id: string) => (shown.has(id) ? `../${urls.benchmark(id)}` : null);
  const articles = await readContent(both(input.content, theme.content), messages.code);
  const content: Article[] = articles.map(({ name, title, markdown }) => ({
    name,
    title,
    html: renderArticle(markdown, (directive) => registryTable(directive, registry, addressOf)),
  }));
  const changes = changesOf(input.since, data);
  const templates = loadTemplates(join(packageFolder, 'templates'), language.t, theme.templates);
  let downloads: readonly Download[] = [];
  let pages = 0;
  const all = data.models.length + data.benchmarks.length + data.boards.length;
  // Put together once the data is written, which pages speak of.
  const site = once((): Site => {
    const version = VERSION;
    return siteOf(data, {
      config,
      registry,
      urls,
      templates,
      language,
      content,
      version,
      downloads,
      changes,
    });
  });
  const everyPage = function* () {
    for (const page of renderPages(site())) {
      pages += 1;
      input.effects.progress('rendering', Math.min(pages, all), all);
      yield page;
    }
  };
  const counts = await timed(
    'render',
    () =>
      writeSite({
        output: input.out,
        inputs: [
          input.cards,
          input.content,
          ...['templates', 'public', 'messages'].map((folder) => join(packageFolder, folder)),
          ...Object.values(theme).filter((folder) => folder !== null),
        ],
        pages: everyPage(),
        files: (function* () {
          yield* renderFiles(site());
        })(),
        pictures: (function* () {
          yield* picturesOf(site(), subjectsOf(site())).all();
        })(),
        draw: drawWith(join(packageFolder, 'fonts')),
        assets,
        baseUrl: siteAddress(config),
        addFiles: async (folder) => {
          const files = await timed(
            'export',
            () => store.exportData(join(folder, 'data'), { title: config.title }),
            (value) => value.length,
          );
          downloads = files.map((file) => ({ path: `data/${file.name}`, bytes: file.bytes }));
        },
      }),
    () => pages,
  );
  const diagnostics = [...templates.diagnostics, ...idleTexts(messages, templates.sources)];
  return { boards: data.boards.length, pages, written: counts.written, diagnostics };
}

/** What changed since an earlier site; null where there is none to compare with. */
function changesOf(since: string | null, { results, claims, cards }: SiteData): Changes | null {
  const earlier = since === null ? null : readEarlier(since);
  if (earlier === null) return null;
  const days = new Map(cards.map((card) => [card.path, card.changed ?? card.added]));
  const ofClaim = new Map(claims.map((claim) => [claimId(claim), days.get(claim.card) ?? null]));
  return changesSince(earlier, results, (result) => ofClaim.get(result.claims[0] ?? '') ?? null);
}
