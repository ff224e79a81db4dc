/** Comparing models in a real browser: by address, by picker, back and forth, by keyboard, without a server. */
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSampleSite, type SampleSite, watchedPage } from './sample-site.ts';

let site: SampleSite;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(() => site?.close());

let context: BrowserContext;
let page: Page;
let complaints: string[];
beforeEach(async () => {
  context = await site.browser.newContext();
  ({ page, complaints } = await watchedPage(context, new URL(site.url).origin));
});
afterEach(() => context.close());

const A = 'arcee-ai/Arcee-Spark';
const B = 'chujiezheng/Mistral7B-PairRM-SPPO-ExPO';

const query = () => page.evaluate(() => location.search);
const add = async (name: string) => {
  await page.getByLabel('Add a model').fill(name);
  await page.keyboard.press('Enter');
};

test('an address names the models, and their numbers are subtracted', async () => {
  await page.goto(`${site.url}compare/?m=${A}&m=${B}`);
  await page.locator('.comparison table').first().waitFor();
  expect(await page.locator('.facts-table thead .model').allTextContents()).toEqual([
    'Arcee-Spark',
    'Mistral7B-PairRM-SPPO-ExPO',
  ]);
  expect(await page.title()).toContain('Arcee-Spark, Mistral7B-PairRM-SPPO-ExPO');
  for (const row of await page.locator('table.scores tbody tr').all()) {
    const numbers = (await row.locator('a.number').allTextContents()).map((text) =>
      Number(/-?[\d.]+$/.exec(text.replace('−', '-'))?.[0]),
    );
    const under = await row.locator('td:nth-child(3) .under').textContent();
    const said = Number(
      /[+−±][\d.]+/
        .exec(under ?? '')?.[0]
        .replace('−', '-')
        .replace('±', ''),
    );
    expect((numbers[1] as number) - (numbers[0] as number)).toBeCloseTo(said, 3);
  }
  expect(complaints).toEqual([]);
});

test('models are added, put first and removed by keyboard; the history follows', async () => {
  await page.goto(`${site.url}compare/`);
  await add(A);
  await page.waitForFunction(() => location.search !== '');
  await add(B.toLowerCase());
  await page.locator('.comparison table').first().waitFor();
  expect(await query()).toBe(`?m=${A}&m=${B}`);
  await page.getByRole('button', { name: `Put first: ${B}` }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction((id) => location.search.startsWith(`?m=${id}`), B);
  await page.waitForFunction(
    () => document.querySelector('.facts-table thead .model')?.textContent === 'Mistral7B-PairRM-SPPO-ExPO',
  );
  await page.getByRole('button', { name: `Remove ${A}` }).click();
  await page.waitForFunction(() => document.querySelector('.facts-table') === null);
  expect(await query()).toBe(`?m=${B}`);
  await page.goBack();
  await page.goBack();
  await page.waitForFunction(
    () => document.querySelector('.facts-table thead .model')?.textContent === 'Arcee-Spark',
  );
  await page.goForward();
  await page.waitForFunction(
    () => document.querySelector('.facts-table thead .model')?.textContent === 'Mistral7B-PairRM-SPPO-ExPO',
  );
  expect(complaints).toEqual([]);
});

test('a name that nobody has is said so, and nothing is asked for', async () => {
  await page.goto(`${site.url}compare/?m=${A}&m=../../evil`);
  await page.getByRole('alert').filter({ hasText: '../../evil' }).waitFor();
  await add('no such model');
  await page.getByRole('alert').filter({ hasText: 'no such model' }).waitFor();
  expect(await query()).toBe(`?m=${A}&m=../../evil`);
  expect(complaints).toEqual([]);
});

test('what is shown is copied as Markdown', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.url}compare/?m=${A}&m=${B}`);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')[0]).toBe('| Benchmark | Conditions | Arcee-Spark | Mistral7B-PairRM-SPPO-ExPO |');
  expect(copied.trimEnd().split('\n')).toHaveLength(
    2 + (await page.locator('table.scores tbody tr').count()),
  );
});

test('works from a disk, and fits a narrow phone', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${pathToFileURL(site.folder)}/compare/index.html?m=${A}&m=${B}`);
  await page.locator('.comparison table').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('without JavaScript the page says so and stands', async () => {
  const plain = await site.browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(`${site.url}compare/`);
  expect(await still.locator('main').textContent()).toContain('with JavaScript');
  await plain.close();
});

test('dots of charts speak to pointer and keyboard', async () => {
  await page.goto(`${site.url}boards/alpaca_eval_2/charts/`);
  const dots = page.locator('svg[data-dots] circle[data-row]');
  const chart = page.locator('svg[data-dots]').first();
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  const first = await page.locator('.chart-says b').textContent();
  expect(first).toBe(await page.locator('.chart-table tbody th').first().textContent());
  await page.keyboard.press('Escape');
  expect(await page.locator('.chart-says').count()).toBe(0);
  await dots.last().hover({ force: true });
  await page.locator('.chart-says').waitFor();
});
