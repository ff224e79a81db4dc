/** Follows every link of a built site to its own pages. */
import type { BuiltSite } from './build-site.ts';

/** Links to pages or fragments of the site itself that do not exist, as "page → link". */
export function deadLinks(site: BuiltSite): string[] {
  return site.files.filter((path) => path.endsWith('.html')).flatMap((path) => deadLinksOf(site, path));
}

function deadLinksOf(site: BuiltSite, page: string): string[] {
  const base = new URL(page, 'https://site.test/');
  const links = [...site.read(page).matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map((match) =>
    (match[1] as string).replaceAll('&amp;', '&').replaceAll('&#x26;', '&'),
  );
  return [...new Set(links)]
    .filter((link) => {
      const url = new URL(link, base);
      if (url.origin !== base.origin) return false;
      const path = decodeURIComponent(url.pathname)
        .slice(1)
        .replace(/(^|\/)$/, '$1index.html');
      if (!site.files.includes(path)) return true;
      const fragment = decodeURIComponent(url.hash.slice(1));
      return fragment !== '' && path.endsWith('.html') && !site.read(path).includes(` id="${fragment}"`);
    })
    .map((link) => `${page} → ${link}`);
}
