/** The sample site with a hostile card among its cards, built below a base path and served, with a browser to look at it. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ROOT } from '../support/project.ts';
import { HOSTILE_CARD } from './hostile-card.ts';
import { buildAndServe, type SampleSite } from './served-site.ts';

export type { SampleSite };

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
  return buildAndServe(workplace, cards);
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
