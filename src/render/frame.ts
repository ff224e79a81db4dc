/** What surrounds every page: its head, its navigation, its foot; and how it links to others. */
import type { Changes } from '../core/changes.ts';
import { type Config, siteAddress } from '../core/config.ts';
import type { Language, Translate } from '../core/language.ts';
import { relativeUrl, type SiteUrls } from '../core/urls.ts';
import type { Registry } from '../registry/types.ts';
import type { SiteData } from '../store/types.ts';
import { indexSite, type SiteIndex } from './indexes.ts';
import { addUrl, externalUrl } from './links.ts';
import { hasNews } from './news.ts';
import type { Templates } from './template.ts';

/** A page of prose, its markdown rendered already. */
export interface Article {
  readonly name: string;
  readonly title: string;
  readonly html: string;
}

/** A file that the data page offers. */
export interface Download {
  /** Path from the site's root: "data/results.csv". */
  readonly path: string;
  readonly bytes: number;
}

export interface RenderContext {
  readonly config: Config;
  readonly registry: Registry;
  readonly urls: SiteUrls;
  readonly templates: Templates;
  readonly language: Language;
  readonly content: readonly Article[];
  /** Cardboard's own version. */
  readonly version: string;
  /** The published data files with their sizes; without them the data page names the files alone. */
  readonly downloads?: readonly Download[];
  /** What changed since the site that this one was compared with; null where there was none. */
  readonly changes?: Changes | null;
}

/** All that a view is made from. */
export interface Site {
  readonly data: SiteData;
  readonly context: RenderContext;
  readonly index: SiteIndex;
  /** The texts of the site's language. */
  readonly t: Translate;
}

/** Puts a site together. */
export function siteOf(data: SiteData, context: RenderContext): Site {
  return { data, context, index: indexSite(data, context.registry), t: context.language.t };
}

/** One page's own address and its way to others. */
export interface Here {
  /** Path of the page's file: "boards/x/index.html". */
  readonly path: string;
  /** The way to an address of the site ("models/a/b/#L3C4"). */
  to(address: string): string;
}

/** A page that links relatively, so that it works below any base path. */
export function pageAt(path: string): Here {
  return { path, to: (address) => relativeUrl(path, address) };
}

/** A page that may be shown at any address, as 404.html is: it links from the base path. */
export function pageAnywhere(path: string, basePath: string): Here {
  return { path, to: (address) => basePath + address };
}

interface NavigationItem {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

export interface Frame {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly description: string;
  readonly canonical: string | null;
  /** False asks search engines to leave the page out. */
  readonly indexed: boolean;
  /** The ways to the pages before and after it in a row of pages, or null. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly policy: string;
  readonly home: string;
  readonly siteTitle: string;
  readonly navigation: readonly NavigationItem[];
  readonly assets: {
    readonly style: string;
    readonly theme: string;
    readonly messages: string;
    readonly script: string;
    /** What boards need beside it. */
    readonly board: string;
    readonly icon: string;
  };
  /** The search: its page, and what the browser loads when somebody searches. */
  readonly search: { readonly href: string; readonly script: string; readonly index: string };
  readonly foot: {
    readonly counts: string;
    readonly repository: string | null;
    /** Where a new card is written, or null. */
    readonly addCard: string | null;
    readonly data: string;
    /** Lists that the navigation has no room for. */
    readonly lists: readonly { readonly label: string; readonly href: string }[];
    readonly version: string;
  };
}

/** A page's view: whatever its template needs, with the frame around it. */
export interface Framed {
  readonly frame: Frame;
}

const FOOT = ['orgs', 'licenses', 'new'];

/** What the search knows; only the browser reads it. Its name stays, so that pages do not change with it. */
export const SEARCH_INDEX = 'search/index.js';

const SECTIONS = ['boards', 'benchmarks', 'models', 'compare', 'audit', 'data'];

/** What some pages have of their own. */
export interface FrameMore {
  /** The address of the page that this one is another form of. */
  readonly canonical?: string;
  readonly indexed?: boolean;
  /** Addresses of the pages before and after it. */
  readonly previous?: string | null;
  readonly next?: string | null;
  /** The page has a base element, which leads to another page of the site. */
  readonly base?: boolean;
}

/** The Content-Security-Policy: nothing but the site's own files, and images of the hosts that the config allows. */
export function contentPolicy(imageHosts: readonly string[], base = false): string {
  const hosts = imageHosts
    .filter((host) => /^[a-z0-9*.-]+(:\d+)?$/i.test(host))
    .map((host) => ` https://${host}`);
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    `img-src 'self' data:${hosts.join('')}`,
    "font-src 'self'",
    "connect-src 'self'",
    `base-uri '${base ? 'self' : 'none'}'`,
    "form-action 'self'",
  ].join('; ');
}

/** The address that a page is known by: its folder where it is an index. */
function addressOf(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}

/**
 * Frames a page. `title` is the page's own name ('' for the home page, which has the site's), `description` one
 * or two sentences for search engines and previews.
 */
export function frame(
  site: Site,
  here: Here,
  title: string,
  description: string,
  more: FrameMore = {},
): Frame {
  const { config, urls, content, version } = site.context;
  const { t } = site;
  const sections = SECTIONS.map((name) => ({ label: t(`frame.sections.${name}`), address: `${name}/` }));
  const articles = content.map(({ name, title: label }) => ({ label, address: `${name}/` }));
  const address = addressOf(here.path);
  const home = siteAddress(config);
  const card = site.data.cards[0];
  return {
    language: site.context.language.code,
    direction: site.context.language.direction,
    title: title === '' ? config.title : `${title} · ${config.title}`,
    description: description.length > 300 ? `${description.slice(0, 299)}…` : description,
    canonical: home === null ? null : `${home}/${more.canonical ?? address}`,
    indexed: more.indexed ?? true,
    previous: more.previous == null ? null : here.to(more.previous),
    next: more.next == null ? null : here.to(more.next),
    policy: contentPolicy(config.imageHosts, more.base),
    home: here.to(''),
    siteTitle: config.title,
    navigation: [...sections, ...articles].map((section) => ({
      label: section.label,
      href: here.to(section.address),
      // The ranking across all boards is one of them.
      current: address.replace(/^overall\//, 'boards/').startsWith(section.address),
    })),
    assets: {
      style: here.to(urls.asset('site.css')),
      theme: here.to(urls.asset('theme.js')),
      messages: here.to(urls.asset('messages.js')),
      script: here.to(urls.asset('client.js')),
      board: here.to(urls.asset('board.js')),
      icon: here.to(urls.asset('favicon.svg')),
    },
    search: {
      href: here.to('search/'),
      script: here.to(urls.asset('search.js')),
      index: here.to(SEARCH_INDEX),
    },
    foot: {
      counts: t('frame.counts', {
        results: t('frame.results', { count: site.data.results.length }),
        cards: t('frame.cards', { count: site.data.cards.length }),
      }),
      repository: externalUrl(config.repository),
      addCard: card === undefined ? null : addUrl(config.repository, config.branch, card.file, card.path),
      data: here.to('data/'),
      lists: FOOT.filter((name) => name !== 'new' || hasNews(site)).map((name) => ({
        label: t(`frame.lists.${name}`),
        href: here.to(`${name}/`),
      })),
      version,
    },
  };
}

/** A benchmark's name and the way to its page; no way where nothing on the site is about it. */
export function benchmarkLink(site: Site, here: Here, id: string): { name: string; href: string } {
  const known = site.index.benchmarks.get(id);
  return {
    name: known?.name ?? site.context.registry.benchmark(id)?.name ?? id,
    href: known === undefined ? '' : here.to(site.context.urls.benchmark(id)),
  };
}
