/** The addresses of a site, as paths from its root without a leading slash: "boards/mt_bench/". */

export interface SiteUrls {
  board(id: string): string;
  benchmark(id: string): string;
  model(id: string): string;
  /** An owner of models. */
  org(id: string): string;
  /** The very place in the rendered card that a claim was read from, by claim id. */
  claim(id: string): string;
  /** A file of public/ or a client bundle under its hashed name: asset('site.css') → "assets/site-3f2a….css". */
  asset(name: string): string;
}

/** One file of the site. */
export interface SiteFile {
  /** Path below the output folder: "boards/mt_bench/index.html". */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A picture of the site, to be drawn. */
export interface Drawing {
  /** Its name has a hash of all that it is drawn from, so that one that is there already need not be drawn again. */
  readonly path: string;
  readonly svg: string;
}

/** One page of the site. */
export interface Page extends SiteFile {
  readonly content: string;
  /** False keeps it out of sitemap.xml. */
  readonly listed: boolean;
}

/**
 * The way from one page to another address of the same site, so that pages work below any base path.
 * `from` is a page's path ("boards/x/index.html"), `to` an address from the root ("models/a/b/#L3C4").
 */
export function relativeUrl(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const fragment = to.indexOf('#');
  const path = fragment < 0 ? to : to.slice(0, fragment);
  const steps = path.split('/');
  // Folders that both lie in need not be named; what follows the last slash is a file.
  let shared = 0;
  while (shared < folders.length && shared < steps.length - 1 && folders[shared] === steps[shared]) shared++;
  const rest = '../'.repeat(folders.length - shared) + steps.slice(shared).join('/');
  const way = rest === '' && fragment < 0 ? './' : rest;
  // A colon in the first step would be read as a scheme.
  return (/^[^/?#]*:/.test(way) ? `./${way}` : way) + (fragment < 0 ? '' : to.slice(fragment));
}
