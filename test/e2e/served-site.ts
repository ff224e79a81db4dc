/** A site that is served, with a browser to look at it: what every test of pages opens and closes. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config.ts';
import { serve } from '../../src/site/serve.ts';
import { ROOT } from '../support/project.ts';
import { startBrowser } from './browser.ts';

export interface SampleSite {
  readonly browser: Browser;
  /** Where it is served: "http://127.0.0.1:40123/x/". */
  readonly url: string;
  /** The folder it lies in. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Serves a folder below a base path and starts the browser; `workplace` is removed at the end. */
export async function serveSite(folder: string, basePath: string, workplace: string): Promise<SampleSite> {
  const [served, browser] = await Promise.all([serve(folder, { port: 0, basePath }), startBrowser()]);
  return {
    browser,
    url: served.url,
    folder,
    async close() {
      await browser.close();
      await served.close();
      rmSync(workplace, { recursive: true, force: true });
    },
  };
}

/** Builds the cards in a workplace as the project's own config says, and serves the site below "/x/". */
export async function buildAndServe(workplace: string, cards: string): Promise<SampleSite> {
  const { value } = loadConfig(join(ROOT, 'cardboard.config.yml'));
  const folder = join(workplace, 'dist');
  await build({
    folder: cards,
    out: folder,
    config: { ...value, basePath: '/x/' },
    cacheFile: null,
    effects: { now: () => 0, log: () => {}, progress: () => {} },
  });
  return serveSite(folder, '/x/', workplace);
}
