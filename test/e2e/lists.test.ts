/** Long lists and rendered cards in a real browser: filtering, and the notes on where a card's numbers count. */
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

describe('the filter of the list of models', () => {
  const shown = () => page.locator('[data-filter] :is(tbody tr, li):visible').allTextContents();

  test('goes over tables and lists, and hides sections without a find', async () => {
    await page.goto(site.url + PAGE_KINDS.models);
    const all = await shown();
    await page.locator('#filter').focus();
    await page.keyboard.type('minerva');
    const found = await shown();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
    expect(found.every((text) => /minerva/i.test(text))).toBe(true);
    expect(await page.locator('section.group:visible').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await shown()).toEqual(all);
  });

  test('takes a slash as a character once it has the focus', async () => {
    await page.goto(site.url + PAGE_KINDS.models);
    await page.locator('#filter').focus();
    await page.keyboard.type('a/b');
    expect(await page.locator('#filter').inputValue()).toBe('a/b');
  });

  test('says so where nothing matches, and offers the way back', async () => {
    await page.goto(site.url + PAGE_KINDS.models);
    const all = await shown();
    await page.locator('#filter').fill('nobody has this name');
    expect(await page.locator('[data-empty]').textContent()).toContain('nobody has this name');
    await page.getByRole('button', { name: 'Show all again' }).click();
    expect(await shown()).toEqual(all);
  });
});

describe('the notes of a card', () => {
  test('lead to the sections that its numbers count in', async () => {
    await page.goto(site.url + PAGE_KINDS.model);
    const links = page.locator('.card .beside a[href^="#"]');
    expect(await links.count()).toBeGreaterThan(3);
    const missing = await links.evaluateAll((all) =>
      all.map((link) => link.getAttribute('href') as string).filter((href) => !document.querySelector(href)),
    );
    expect(missing).toEqual([]);
  });

  test('stand beside a block where there is room, else above it', async () => {
    const place = () =>
      page.evaluate(() => {
        const notes = [...document.querySelectorAll('.card .beside')];
        const note = notes.find((candidate) => candidate.nextElementSibling?.querySelector('td.claim'));
        const box = note?.getBoundingClientRect();
        const block = note?.nextElementSibling?.getBoundingClientRect();
        return { note: box?.toJSON(), block: block?.toJSON(), wide: document.documentElement.scrollWidth };
      });
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.goto(site.url + PAGE_KINDS.model);
    const wide = await place();
    expect(wide.note.left).toBeGreaterThanOrEqual(wide.block.right);
    expect(wide.note.right).toBeLessThanOrEqual(1400);
    await page.setViewportSize({ width: 400, height: 900 });
    const narrow = await place();
    expect(narrow.note.bottom).toBeLessThanOrEqual(narrow.block.top + 1);
    expect(narrow.wide).toBe(400);
  });
});
