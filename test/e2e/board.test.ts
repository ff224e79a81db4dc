/** A board in a real browser: from a number to its proof, sorting, filtering, history, the keyboard. */
import { pathToFileURL } from 'node:url';
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

const BOARD = PAGE_KINDS.board;
/** Not every model has a number in each of its columns. */
const BOARD_WITH_GAPS = 'boards/math/';

/** The numbers of a column as printed, from top to bottom; null where there is none. */
function column(key: string): Promise<(number | null)[]> {
  return page.evaluate((name) => {
    const header = document.querySelector<HTMLTableCellElement>(`#board th[data-key="${name}"]`);
    const rows = [...(document.querySelector<HTMLTableElement>('#board')?.tBodies[0]?.rows ?? [])];
    return rows.map((row) => {
      const text = row.cells[header?.cellIndex ?? -1]?.querySelector('a')?.textContent ?? '';
      const number = /-?\d+(?:\.\d+)?/.exec(text)?.[0];
      return number === undefined ? null : Number(number);
    });
  }, key);
}

const visibleRows = () => page.locator('#board tbody tr:visible').count();

/** The rows as they stand, top to bottom. */
const order = () => page.locator('#board tbody tr').allTextContents();

/** Key of the first column of benchmarks that some model lacks. */
async function columnWithGaps(): Promise<string> {
  const keys = await page
    .locator('#board thead th.score[data-key]')
    .evaluateAll((headers) => headers.map((header) => (header as HTMLElement).dataset.key as string));
  for (const key of keys) {
    const values = await column(key);
    if (values.includes(null) && values.filter((value) => value !== null).length > 1) return key;
  }
  throw new Error('no column has gaps');
}

/** The element that the address's fragment leads to, as the reader sees it. */
function target() {
  return page.evaluate(() => {
    const element = document.querySelector(':target');
    const box = element?.getBoundingClientRect();
    const plain = document.createElement(element?.tagName ?? 'td');
    document.body.append(plain);
    const isHighlighted =
      element != null &&
      getComputedStyle(element).backgroundColor !== getComputedStyle(plain).backgroundColor;
    return {
      text: element?.textContent?.trim() ?? null,
      isHighlighted,
      isInView: box !== undefined && box.top >= 0 && box.bottom <= innerHeight,
    };
  });
}

test('a number leads to the very place in the card, highlighted and in view', async () => {
  await page.goto(site.url + BOARD);
  const cell = page.locator('#board tbody a.number').first();
  const shown = /\d+\.\d+/.exec((await cell.textContent()) ?? '')?.[0] as string;
  await cell.click();
  await page.waitForURL(/#L\d+C\d+$/);
  const proof = await target();
  expect(Number.parseFloat(proof.text?.replace(/[^\d.]*/, '') ?? '')).toBeCloseTo(Number(shown), 1);
  expect(proof).toMatchObject({ isHighlighted: true, isInView: true });
});

test('pointing at a number shows its proof in place', async () => {
  await page.goto(site.url + BOARD);
  await page.locator('#board tbody a.number').first().hover();
  const panel = page.locator('.popover');
  await panel.waitFor();
  expect(await panel.textContent()).toMatch(/README\.md.*line \d+/s);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

describe('sorting', () => {
  test('goes both ways with missing last, and says so', async () => {
    await page.goto(site.url + BOARD_WITH_GAPS);
    const key = await columnWithGaps();
    const header = page.locator(`#board th[data-key="${key}"]`);
    const button = header.locator('button');
    const sorted: Record<string, (number | null)[]> = {};
    for (const _ of [1, 2]) {
      await button.click();
      sorted[(await header.getAttribute('aria-sort')) ?? ''] = await column(key);
    }
    expect(Object.keys(sorted).sort()).toEqual(['ascending', 'descending']);
    for (const [direction, values] of Object.entries(sorted)) {
      const numbers = values.filter((value) => value !== null);
      expect(values.slice(numbers.length).every((value) => value === null)).toBe(true);
      const inOrder = [...numbers].sort((a, b) => (direction === 'ascending' ? a - b : b - a));
      expect(numbers).toEqual(inOrder);
    }
    expect(await page.locator('#board th[aria-sort]').count()).toBe(1);
  });

  test('stands in the address, and comes back with the history', async () => {
    await page.goto(site.url + BOARD_WITH_GAPS);
    const original = await order();
    const key = await columnWithGaps();
    await page.locator(`#board th[data-key="${key}"] button`).click();
    const once = await order();
    expect(new URL(await page.evaluate(() => location.href)).searchParams.get('sort')?.replace('-', '')).toBe(
      key,
    );
    await page.locator(`#board th[data-key="${key}"] button`).click();
    const twice = await order();
    expect(twice).not.toEqual(once);
    await page.goBack();
    expect(await order()).toEqual(once);
    await page.goBack();
    expect(await order()).toEqual(original);
    await page.goForward();
    expect(await order()).toEqual(once);
    await page.reload();
    expect(await order()).toEqual(once);
  });
});

test('the filter leaves what matches, says how many, and stands in the address', async () => {
  await page.goto(site.url + BOARD);
  const all = await visibleRows();
  await page.locator('#filter').focus();
  await page.keyboard.type('smaug');
  const some = await visibleRows();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  for (const row of await page.locator('#board tbody tr:visible').allTextContents())
    expect(row).toMatch(/smaug/i);
  expect(await page.locator('.board-status .left').textContent()).toMatch(new RegExp(`^${some} of ${all} `));
  expect(new URL(await page.evaluate(() => location.href)).searchParams.get('q')).toBe('smaug');
  await page.reload();
  expect(await visibleRows()).toBe(some);
  await page.locator('#filter').fill('no such model');
  expect(await visibleRows()).toBe(0);
  await page.getByRole('button', { name: 'Show all models' }).click();
  expect(await visibleRows()).toBe(all);
});

test('the keyboard alone sorts, opens a proof and follows it', async () => {
  await page.goto(site.url + BOARD);
  const press = async (until: string) => {
    for (let step = 0; step < 80; step++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((selector) => document.activeElement?.matches(selector) === true, until))
        return;
    }
    throw new Error(`the focus never reaches ${until}`);
  };
  await press('#board th[data-key="model"] button');
  await page.keyboard.press('Enter');
  expect(await page.locator('#board th[data-key="model"]').getAttribute('aria-sort')).toBe('ascending');
  await press('#board tbody a.number');
  await page.locator('.popover').waitFor();
  expect(
    await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle),
  ).not.toBe('none');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#L\d+C\d+$/);
  expect((await target()).isInView).toBe(true);
});

test('the first link of a page skips to its content', async () => {
  await page.goto(site.url + BOARD);
  await page.keyboard.press('Tab');
  const href = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).getAttribute('href'));
  expect(href).toMatch(/^#/);
  expect(await page.locator(href as string).count()).toBe(1);
});

describe('without JavaScript', () => {
  beforeEach(async () => {
    await context.close();
    context = await site.browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
  });

  test('boards are readable and numbers lead to their proof', async () => {
    await page.goto(site.url + BOARD);
    expect(await visibleRows()).toBeGreaterThan(1);
    await page.locator('#board tbody a.number').first().click();
    expect(page.url()).toMatch(/#L\d+C\d+$/);
    const line = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    expect(await line.isVisible()).toBe(true);
  });

  test('nothing is offered that would not work', async () => {
    for (const path of Object.values(PAGE_KINDS)) {
      await page.goto(site.url + path);
      expect(await page.locator('button:visible, input:visible').count(), path).toBe(0);
    }
  });
});

test('opened from a file, the site is styled, sorts, and its links lead to pages', async () => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${pathToFileURL(site.folder)}/${BOARD}index.html`);
  await page.locator('#board th[data-key="model"] button').click();
  expect(await page.locator('#board th[data-key="model"]').getAttribute('aria-sort')).toBe('ascending');
  await page.locator('#board tbody a.number').first().click();
  await page.waitForURL(/#L\d+C\d+$/);
  expect(await page.locator('h1').count()).toBe(1);
  expect((await target()).isHighlighted).toBe(true);
  expect(complaints).toEqual([]);
});

describe('complete rows only', () => {
  test('hides the rows that lack a cell, with and without a script, and stands in the address', async () => {
    const without = await site.browser.newContext({ javaScriptEnabled: false });
    const plain = await without.newPage();
    await plain.goto(site.url + BOARD_WITH_GAPS);
    const partial = await plain.locator('#board tr.partial').count();
    const all = await plain.locator('#board tbody tr').count();
    expect(partial).toBeGreaterThan(0);
    await plain.check('#complete');
    expect(await plain.locator('#board tbody tr:visible').count()).toBe(all - partial);
    await without.close();

    await page.goto(site.url + BOARD_WITH_GAPS);
    expect(await page.locator('#complete').isVisible()).toBe(false);
    await page.locator('[data-panel="filters"]').click();
    await page.getByRole('checkbox', { name: /^complete rows/ }).check();
    expect(await visibleRows()).toBe(all - partial);
    expect(await page.evaluate(() => location.href)).toContain('?complete=1');
    await page.reload();
    expect(await visibleRows()).toBe(all - partial);
  });
});
