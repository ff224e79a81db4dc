/** Long boards in a real browser: thousands of rows sort, search and scroll, and stay a table. Timings are reported. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomBoard } from '../support/random-board.ts';
import { openLongBoards } from './long-board.ts';
import { type SampleSite, watchedPage } from './sample-site.ts';

const LONG = { data: randomBoard(10_000, 30), inPage: 500 };
const WHOLE = { data: randomBoard(1000, 12), inPage: 1000 };

let site: SampleSite;
beforeAll(async () => {
  site = await openLongBoards({ long: LONG, whole: WHOLE });
});
afterAll(() => site?.close());

async function opened(name: string, search = '') {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const watched = await watchedPage(context, site.url);
  await watched.page.goto(`${site.url}${name}/${search}`);
  await watched.page.locator('#filter').waitFor();
  return { ...watched, context };
}

/** Milliseconds from a click until the rows are laid out. */
const timeOf = (selector: string) => `(() => {
  const start = performance.now();
  document.querySelector(${JSON.stringify(selector)}).click();
  document.querySelector('#board').getBoundingClientRect();
  return Math.round(performance.now() - start);
})()`;

describe('a board of 10,000 rows and 30 columns', () => {
  test('sorts, searches and scrolls, with few rows in the page and the place of each told', async () => {
    const { page, complaints, context } = await opened('long');
    const rows = page.locator('#board tbody tr:not(.space)');
    expect(await page.locator('#board').getAttribute('aria-rowcount')).toBe('10001');
    expect(await page.locator('#board-pages').isVisible()).toBe(false);
    expect(await rows.count()).toBeLessThan(100);

    const times: Record<string, number> = {};
    for (const key of ['bench_3', 'bench_6', 'model'])
      times[key] = (await page.evaluate(timeOf(`#board th[data-key="${key}"] .sort`))) as number;
    const sorted = [...LONG.data.models.name].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    expect(await rows.first().locator('.model').textContent()).toBe(sorted[0]);

    const gaps = (await page.evaluate(`(async () => {
      const box = document.querySelector('.table-box');
      const gaps = [];
      let last = performance.now();
      for (let step = 0; step < 60; step++) {
        box.scrollTop += 160;
        await new Promise((done) => requestAnimationFrame(done));
        gaps.push(Math.round(performance.now() - last));
        last = performance.now();
      }
      return gaps.sort((a, b) => a - b);
    })()`)) as number[];
    console.info(
      `10,000 × 30: sorting ${JSON.stringify(times)} ms; scrolling, a frame: median ${gaps[30]} ms, slowest ${gaps[59]} ms`,
    );
    const index = Number(await rows.first().getAttribute('aria-rowindex'));
    expect(index).toBeGreaterThan(100);

    await page.locator('.table-box').evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
    await expect.poll(() => rows.last().getAttribute('aria-rowindex')).toBe('10001');
    await page.locator('#filter').fill('model-4711');
    await expect.poll(() => rows.count()).toBe(1);
    expect(await page.locator('.board-status .left').textContent()).toBe('1 of 10,000 models');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('keeps its columns in place while rows come and go', async () => {
    const { page, context } = await opened('long', '?cols=average,bench_1,parameters,bench_2&dense=1');
    const places = () =>
      page
        .locator('#board thead th')
        .evaluateAll((all) => all.map((cell) => Math.round(cell.getBoundingClientRect().left)));
    const before = await places();
    for (const top of [4000, 90_000, 200_000]) {
      await page.locator('.table-box').evaluate((box, y) => box.scrollTo({ top: y }), top);
      await page.waitForTimeout(100);
      expect(await places()).toEqual(before);
    }
    const heights = await page
      .locator('#board tbody tr:not(.space)')
      .evaluateAll((all) => [...new Set(all.map((row) => row.getBoundingClientRect().height))]);
    expect(heights).toHaveLength(1);
    await context.close();
  });

  test('lets the keyboard walk on through rows that are not there yet', async () => {
    const { page, context } = await opened('long');
    await page.locator('#board tbody .model').first().focus();
    const at = () =>
      page.evaluate(() => Number(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex') ?? 0));
    const from = await at();
    for (let step = 0; step < 33 * 4; step++) await page.keyboard.press('Tab');
    expect(await at()).toBeGreaterThan(from + 2);
    await context.close();
  });

  test('leaves the pages as they are where its data cannot be had', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route('**/data.json', (route) => route.abort());
    await page.goto(`${site.url}long/`);
    await expect.poll(() => page.locator('#board-tools').textContent()).toContain('could not be loaded');
    expect(await page.locator('#board tbody tr').count()).toBe(500);
    expect(await page.locator('#board-pages').isVisible()).toBe(true);
    await context.close();
  });
});

describe('a board of 1,000 rows', () => {
  test('shows the rows in sight at once and is whole right after', async () => {
    const { page, complaints, context } = await opened('whole');
    const rows = page.locator('#board tbody tr');
    expect(await rows.count()).toBe(1000);
    const first = (await page.evaluate(timeOf('#board th[data-key="bench_3"] .sort'))) as number;
    const second = (await page.evaluate(timeOf('#board th[data-key="bench_4"] .sort'))) as number;
    console.info(`1,000 × 12: sorting ${first} ms, ${second} ms`);
    await expect
      .poll(() => page.locator('#board tbody tr:not(.space)').count(), { timeout: 20_000 })
      .toBe(1000);
    expect(await page.locator('#board tbody .space').count()).toBe(0);
    const best = [...(WHOLE.data.scores[4]?.score ?? [])]
      .flatMap((score) => score ?? [])
      .sort((a, b) => b - a);
    const printed = await page.locator('#board tbody tr').evaluateAll((all) => {
      const place =
        document.querySelector<HTMLTableCellElement>('#board th[data-key="bench_4"]')?.cellIndex ?? 0;
      return all.map(
        (row) =>
          (row as HTMLTableRowElement).cells[place]?.querySelector('a')?.lastChild?.textContent ?? null,
      );
    });
    expect(printed.slice(0, best.length).map(Number)).toEqual(best);
    expect(printed.slice(best.length).every((text) => text === null)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('is whole on paper, even when it was sorted a moment ago', async () => {
    const { page, context } = await opened('whole');
    const count = await page.evaluate(`(() => {
      document.querySelector('#board th[data-key="bench_3"] .sort').click();
      dispatchEvent(new Event('beforeprint'));
      return document.querySelectorAll('#board tbody tr:not(.space)').length;
    })()`);
    expect(count).toBe(1000);
    await context.close();
  });
});
