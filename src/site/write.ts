/** Writes a whole site: pages, assets, data, and what crawlers read. */
import type { Drawing, Page, SiteFile } from '../core/urls.ts';
import type { Assets } from './assets.ts';
import { crawlerFiles } from './sitemap.ts';
import { openSite, type SiteCounts, type SiteOptions, type SiteWriter } from './staging.ts';

export interface WriteSiteOptions extends SiteOptions {
  readonly pages: Iterable<Page> | AsyncIterable<Page>;
  /** What is no page, written after the pages. */
  readonly files?: Iterable<SiteFile>;
  /** Pictures to draw, unless the old site has them. */
  readonly pictures?: Iterable<Drawing>;
  readonly draw?: (svg: string) => Promise<Uint8Array>;
  readonly assets: Assets;
  /** Absolute address of the published site without a trailing slash; null leaves the sitemap out. */
  readonly baseUrl: string | null;
  /**
   * Puts further files into the folder of the site under way, as the store's exports into "data/"; called before
   * the first page is asked for, so that pages can speak of them.
   */
  readonly addFiles?: (folder: string) => Promise<void>;
}

/**
 * Writes the site and swaps it in. Where anything fails, what was written is removed, the old site stays whole, and
 * the error is thrown on.
 */
export async function writeSite(options: WriteSiteOptions): Promise<SiteCounts> {
  const site = await openSite(options);
  try {
    // First, so that pages made afterwards can tell how large the files are.
    await options.addFiles?.(site.folder);
    const listed = await site.writeFiles(options.pages);
    await site.writeFiles(options.files ?? []);
    if (options.draw) await drawAll(site, options.pictures ?? [], options.draw);
    const own = new Set(options.assets.files.map((file) => file.path));
    const extra = [{ path: '.nojekyll', content: '' }, ...crawlerFiles(options.baseUrl, listed)];
    await site.writeFiles(extra.filter((file) => !own.has(file.path)));
    for (const file of options.assets.files) site.write(file.path, file.content);
    return await site.finish();
  } catch (error) {
    await site.abandon();
    throw error;
  }
}

/** Pictures drawn at a time: each takes a thread of its own. */
const AT_ONCE = 4;

/** Draws what the old site does not have. */
async function drawAll(
  site: SiteWriter,
  pictures: Iterable<Drawing>,
  draw: (svg: string) => Promise<Uint8Array>,
): Promise<void> {
  let group: Promise<void>[] = [];
  for (const { path, svg } of pictures) {
    if (site.keep(path)) continue;
    group.push(draw(svg).then((png) => site.write(path, png)));
    if (group.length < AT_ONCE) continue;
    await Promise.all(group);
    group = [];
  }
  await Promise.all(group);
}
