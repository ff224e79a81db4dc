/** The sample site with a hostile card among its cards, built below a base path and served, with a browser to look at it. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config.ts';
import { serve } from '../../src/site/serve.ts';
import { ROOT } from '../support/project.ts';
import { startBrowser } from './browser.ts';
import { HOSTILE_CARD } from './hostile-card.ts';

export interface SampleSite {
  readonly browser: Browser;
  /** Where it is served: "http://127.0.0.1:40123/x/". */
  readonly url: string;
  /** The folder it lies in. */
  readonly folder: string;
  close(): Promise<void>;
}

/** One page of each kind, below the site's address. */
export const PAGE_KINDS = {
  home: '',
  overall: 'overall/',
  boards: 'boards/',
  board: 'boards/open_llm_leaderboard_v1/',
  benchmarks: 'benchmarks/',
  benchmark: 'benchmarks/arc_challenge/',
  models: 'models/',
  model: 'models/arcee-ai/Arcee-Spark/',
  'model without a card': 'models/moreh/MoMo-72B-lora-1.8.7-DPO/',
  'model with a hostile card': 'models/mallory/trap/',
  audit: 'audit/',
  agreement: 'agreement/',
  'charts of a board': 'boards/alpaca_eval_2/charts/',
  compare: 'compare/?m=arcee-ai/Arcee-Spark&m=chujiezheng/Mistral7B-PairRM-SPPO-ExPO',
  'a ready-made comparison': 'compare/abacusai/Smaug-72B-v0.1/',
  'board by a column': 'boards/open_llm_leaderboard_v1/by/hellaswag/',
  'board in a frame': 'boards/open_llm_leaderboard_v1/embed/',
  organisations: 'orgs/',
  organisation: 'orgs/EleutherAI/',
  licences: 'licenses/',
  data: 'data/',
  search: 'search/',
  about: 'about/',
  questions: 'faq/',
  'not found': 'no/such/page',
} as const;

/** Builds, serves, and starts the browser. */
export async function openSampleSite(): Promise<SampleSite> {
  const workplace = mkdtempSync(join(tmpdir(), 'cardboard-e2e-'));
  const cards = join(workplace, 'cards');
  cpSync(join(ROOT, 'cards'), cards, { recursive: true });
  mkdirSync(join(cards, 'mallory'), { recursive: true });
  writeFileSync(join(cards, 'mallory', 'trap.md'), HOSTILE_CARD);
  const { value } = loadConfig(join(ROOT, 'cardboard.config.yml'));
  const folder = join(workplace, 'dist');
  await build({
    folder: cards,
    out: folder,
    config: { ...value, basePath: '/x/' },
    cacheFile: null,
    effects: { now: () => 0, log: () => {}, progress: () => {} },
  });
  const [served, browser] = await Promise.all([serve(folder, { port: 0, basePath: '/x/' }), startBrowser()]);
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

/** Opens a page that notes console errors, uncaught errors, policy violations, dialogs and requests to elsewhere. */
export async function watchedPage(
  context: Browser | BrowserContext,
  origin: string,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) {
      complaints.push(`request: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    const isWanted = response.status() < 400 || response.url().endsWith('/no/such/page');
    if (!isWanted) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return { page, complaints };
}
