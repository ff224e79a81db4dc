/** What crawlers read: sitemap.xml of every listed page, and robots.txt. Format: https://www.sitemaps.org/protocol.html */

/** The protocol's limit for one file. */
const MOST_ADDRESSES = 50_000;

/**
 * Files to add to a site, by path. `baseUrl` is its absolute address without a trailing slash, `paths` are pages below
 * it ("boards/mt_bench/index.html"). Sites with more pages than one file may list get an index and several files.
 * Without an address there is no sitemap, only robots.txt.
 */
export function crawlerFiles(
  baseUrl: string | null,
  paths: readonly string[],
): { path: string; content: string }[] {
  if (baseUrl === null) return [{ path: 'robots.txt', content: 'User-agent: *\nAllow: /\n' }];
  const base = baseUrl.replace(/\/+$/, '');
  const address = (path: string) =>
    escapeXml(new URL(`${base}/${path.replace(/(^|\/)index\.html$/, '$1')}`).href);
  const addresses = [...paths].sort().map(address);
  const robots = { path: 'robots.txt', content: `User-agent: *\nAllow: /\nSitemap: ${base}/sitemap.xml\n` };
  if (addresses.length <= MOST_ADDRESSES) {
    return [robots, { path: 'sitemap.xml', content: sitemap('urlset', 'url', addresses) }];
  }
  const parts: { path: string; content: string }[] = [];
  for (let start = 0; start < addresses.length; start += MOST_ADDRESSES) {
    const content = sitemap('urlset', 'url', addresses.slice(start, start + MOST_ADDRESSES));
    parts.push({ path: `sitemap-${parts.length + 1}.xml`, content });
  }
  const index = sitemap(
    'sitemapindex',
    'sitemap',
    parts.map((part) => address(part.path)),
  );
  return [robots, { path: 'sitemap.xml', content: index }, ...parts];
}

function sitemap(root: string, entry: string, addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<${entry}><loc>${address}</loc></${entry}>\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}</${root}>\n`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
