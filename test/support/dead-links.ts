/** Follows every link of a built site to its own pages. */
import type { BuiltSite } from './build-site.ts';

/** Links to pages or fragments of the site itself that do not exist, as "page → link"; it is published below `basePath`. */
export function deadLinks(site: BuiltSite, basePath = '/'): string[] {
  return site.files
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) => deadLinksOf(site, path, basePath));
}

function deadLinksOf(site: BuiltSite, page: string, basePath: string): string[] {
  const own = new URL(page, `https://site.test${basePath}`);
  const base = new URL(/<base href="([^"]*)"/.exec(site.read(page))?.[1] ?? '', own);
  const links = [...site.read(page).matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map((match) =>
    (match[1] as string).replaceAll('&amp;', '&').replaceAll('&#x26;', '&'),
  );
  return [...new Set(links)]
    .filter((link) => {
      const url = new URL(link, base);
      if (url.origin !== base.origin) return false;
      if (!url.pathname.startsWith(basePath)) return true;
      const path = decodeURIComponent(url.pathname)
        .slice(basePath.length)
        .replace(/(^|\/)$/, '$1index.html');
      if (!site.files.includes(path)) return true;
      const fragment = decodeURIComponent(url.hash.slice(1));
      return fragment !== '' && path.endsWith('.html') && !site.read(path).includes(` id="${fragment}"`);
    })
    .map((link) => `${page} → ${link}`);
}
