/** The audit and a model's page in a real browser: lists by rule and kind, what can be copied, what is unfolded. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSampleSite, PAGE_KINDS, type SampleSite } from './sample-site.ts';

let site: SampleSite;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(() => site?.close());

let context: BrowserContext;
let page: Page;
beforeEach(async () => {
  context = await site.browser.newContext();
  page = await context.newPage();
});
afterEach(() => context.close());

describe('the lists of the audit', () => {
  const parts = () =>
    page.locator('section[data-rule]:visible').evaluateAll((all) => all.map((one) => one.id));

  test('show one rule or one kind, keep it in the address, and go back with the reader', async () => {
    await page.goto(site.url + PAGE_KINDS.audit);
    const all = await parts();
    expect(all.length).toBeGreaterThan(1);
    await page.getByLabel('Kind').selectOption('holds');
    expect(await parts()).toEqual(['holding']);
    expect(new URL(await page.evaluate(() => location.href)).searchParams.get('kind')).toBe('ok');
    await page.goBack();
    expect(await parts()).toEqual(all);
    await page.goForward();
    expect(await parts()).toEqual(['holding']);
    await page.reload();
    expect(await parts()).toEqual(['holding']);
    expect(await page.getByLabel('Kind').inputValue()).toBe('ok');
  });

  test('take no notice of what they do not know', async () => {
    await page.goto(`${site.url}${PAGE_KINDS.audit}?rule=nonsense`);
    expect((await parts()).length).toBeGreaterThan(1);
  });

  test('are no loss without a script: the overview leads to each rule', async () => {
    const plain = await site.browser.newContext({ javaScriptEnabled: false });
    const quiet = await plain.newPage();
    await quiet.goto(site.url + PAGE_KINDS.audit);
    const links = quiet.locator('#overview tbody a');
    expect(await links.count()).toBeGreaterThan(1);
    await links.first().click();
    const anchor = new URL(await quiet.evaluate(() => location.href)).hash;
    expect(await quiet.locator(anchor).isVisible()).toBe(true);
    expect(await quiet.getByLabel('Kind').count()).toBe(0);
    await plain.close();
  });
});

describe("a model's page", () => {
  test('leads to each of its parts', async () => {
    await page.goto(site.url + PAGE_KINDS.model);
    for (const href of await page
      .locator('.on-page a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).hash))) {
      expect(await page.locator(href).count(), href).toBe(1);
    }
  });

  test('gives its citation and its badges to copy', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(site.url + PAGE_KINDS.model);
    await page.locator('#cite .copy').last().click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^@misc\{[\s\S]*Results of arcee-ai\/Arcee-Spark/,
    );
    await page.locator('#badges .copy').first().click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^\[!\[.+\]\(.*\/badges\/arcee-ai\/Arcee-Spark\/.+\.svg\)\]/,
    );
    const drawn = await page
      .locator('.badges img')
      .first()
      .evaluate(async (image) => {
        (image as HTMLImageElement).loading = 'eager';
        await (image as HTMLImageElement).decode();
        return (image as HTMLImageElement).naturalWidth;
      });
    expect(drawn).toBeGreaterThan(20);
  });

  test('shows every proof without a script', async () => {
    const plain = await site.browser.newContext({ javaScriptEnabled: false });
    const quiet = await plain.newPage();
    await quiet.goto(site.url + PAGE_KINDS.model);
    const summary = quiet.locator('.proofs summary').first();
    await summary.click();
    expect(await quiet.locator('.proofs details[open] .proof .raw').first().isVisible()).toBe(true);
    await plain.close();
  });
});
