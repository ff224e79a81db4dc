/** The search over the whole site in a real browser: by keyboard, by touch, on its page, from the disk, without scripts. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSampleSite, PAGE_KINDS, type SampleSite, watchedPage } from './sample-site.ts';

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

const input = () => page.locator('dialog.finder input[type="search"]');
const options = () => page.getByRole('option');
const chosen = () => page.locator('[role="option"][aria-selected="true"]');

async function open(query: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  await page.locator('.finder-key').waitFor();
  await options().first().waitFor();
}

describe('the search by keyboard', () => {
  test('loads what it needs when it is opened, and not before', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(site.url, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /search/.test(path))).toEqual([]);
    await open('smaug');
    expect(asked.filter((path) => /search/.test(path)).length).toBe(2);
    expect(complaints).toEqual([]);
  });

  test('finds what was typed while it was loading', async () => {
    await page.route(/\/search\/index\.js$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.goto(site.url);
    await open('arcee spark');
    expect(await options().first().textContent()).toContain('arcee-ai/Arcee-Spark');
  });

  test('is a combobox: arrows choose, Enter goes there', async () => {
    await page.goto(site.url + PAGE_KINDS.board);
    await open('a');
    expect(await input().getAttribute('role')).toBe('combobox');
    expect(await input().getAttribute('aria-expanded')).toBe('true');
    expect(await chosen().count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await input().getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'));
    expect(await chosen().getAttribute('id')).toBe(await options().nth(1).getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await input().getAttribute('aria-activedescendant')).toBe(null);
    await page.keyboard.press('ArrowUp');
    expect(await chosen().getAttribute('id')).toBe(await options().last().getAttribute('id'));
    await input().fill('arcee-spark');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}models/arcee-ai/Arcee-Spark/`);
    expect(complaints).toEqual([]);
  });

  test('finds models, benchmarks, boards and pages, each by its other names, and mistyped ones', async () => {
    await page.goto(site.url);
    await open('open llm');
    expect(await page.locator('.finder-kind').allTextContents()).toContain('Boards');
    for (const [query, title] of [
      ['Hellaswag', 'HellaSwag'],
      ['grade school math', 'GSM8K'],
      ['winograndd', 'Winogrande'],
      ['smuag', 'abacusai/Smaug-72B-v0.1'],
      ['questions', 'Questions'],
    ] as const) {
      await input().fill(query);
      expect(await options().first().locator('.title').textContent(), query).toBe(title);
    }
  });

  test('offers the lists of everything before anything is typed', async () => {
    await page.goto(site.url + PAGE_KINDS.model);
    await open('');
    expect(await options().allTextContents()).toEqual(expect.arrayContaining(['Models', 'Organisations']));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}boards/`);
  });

  test('says how many it found, and that it found nothing', async () => {
    await page.goto(site.url);
    await open('gsm8k');
    expect(await page.locator('dialog.finder [role="status"]').textContent()).toMatch(/^\d+ found$/);
    await input().fill('no such thing');
    expect(await page.locator('dialog.finder [role="status"]').textContent()).toBe(
      'Nothing here is named “no such thing”.',
    );
    expect(await page.locator('dialog.finder [role="status"]').isVisible()).toBe(true);
    expect(await input().getAttribute('aria-expanded')).toBe('false');
  });

  test('closes on Escape and gives the focus back', async () => {
    await page.goto(site.url);
    await page.locator('.wordmark').focus();
    await open('gsm');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('wordmark');
  });

  test('leaves the key to fields, to other keys held, and to readers who turn it off', async () => {
    await page.goto(site.url + PAGE_KINDS.models);
    await page.locator('#filter').focus();
    await page.keyboard.type('a/b');
    expect(await page.locator('#filter').inputValue()).toBe('a/b');
    await page.locator('h1').click();
    await page.keyboard.press('Control+/');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await open('gsm');
    await page.getByLabel('The key / opens the search').uncheck();
    await page.reload();
    await page.keyboard.press('/');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.locator('a[data-search]').getAttribute('aria-keyshortcuts')).toBe(null);
    await page.locator('a[data-search]').click();
    await page.getByLabel('The key / opens the search').check();
    await page.reload();
    await page.keyboard.press('/');
    expect(await page.locator('dialog[open]').count()).toBe(1);
  });
});

test('axe finds nothing in the open search, in light and in dark', async () => {
  // Axe is put into the page by the test, which the page's own policy would not allow.
  const open = await site.browser.newContext({ bypassCSP: true });
  const own = await open.newPage();
  await own.goto(site.url + PAGE_KINDS.board);
  await own.keyboard.press('/');
  await own.keyboard.type('arc');
  await own.getByRole('option').first().waitFor();
  await own.keyboard.press('ArrowDown');
  await own.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await own.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await own.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    });
    expect(found, colorScheme).toEqual([]);
  }
  await open.close();
});

describe('the page of the search', () => {
  test('shows all finds of the address, and follows what is typed', async () => {
    await page.goto(`${site.url}search/?q=smaug`);
    const finds = page.locator('[data-search-page] li a');
    await finds.first().waitFor();
    expect(await finds.first().getAttribute('href')).toBe('../models/abacusai/Smaug-72B-v0.1/');
    await page.keyboard.press('/');
    await page.keyboard.type('gsm8k');
    expect(await finds.first().textContent()).toContain('GSM8K');
    expect(page.url()).toBe(`${site.url}search/?q=gsm8k`);
    expect(complaints).toEqual([]);
  });

  test('is where Enter leads without a choice', async () => {
    await page.goto(site.url + PAGE_KINDS.model);
    await open('a');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}search/?q=a`);
    await page.locator('[data-search-page] li a').first().waitFor();
  });

  test('lists the ways to everything without scripts', async () => {
    const quiet = await site.browser.newContext({ javaScriptEnabled: false });
    const plain = await quiet.newPage();
    await plain.goto(site.url);
    await plain.locator('a[data-search]').click();
    expect(plain.url()).toBe(`${site.url}search/`);
    expect(await plain.locator('.ways a').allTextContents()).toEqual(
      expect.arrayContaining(['Models', 'Benchmarks', 'Boards']),
    );
    expect(await plain.locator('input:visible').count()).toBe(0);
    await quiet.close();
  });
});

test('the search fills a phone, and opens by touch', async () => {
  const phone = await site.browser.newContext({
    viewport: { width: 320, height: 600 },
    hasTouch: true,
    isMobile: true,
  });
  const small = await phone.newPage();
  await small.goto(site.url + PAGE_KINDS.model);
  await small.locator('a[data-search]').tap();
  await small.locator('dialog.finder input[type="search"]').fill('llemma');
  const option = small.getByRole('option').first();
  await option.waitFor();
  const box = await small.locator('dialog.finder').boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, width: 320, height: 600 });
  expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await option.tap();
  await small.waitForURL(/models\/EleutherAI\/llemma_7b\/$/);
  await phone.close();
});

test('the search works from the disk', async () => {
  await page.goto(pathToFileURL(join(site.folder, 'index.html')).href);
  await open('smaug');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/models\/abacusai\/Smaug-72B-v0\.1\/index\.html$/);
  await open('a');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\/index\.html\?q=a$/);
  await page.locator('[data-search-page] li a').first().waitFor();
});
