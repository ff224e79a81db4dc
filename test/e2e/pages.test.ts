/** Every kind of page in a real browser: quiet, self-contained, accessible, and with links that lead somewhere. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleSite, PAGE_KINDS, type SampleSite, watchedPage } from './sample-site.ts';

let site: SampleSite;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(() => site?.close());

const kinds = Object.entries(PAGE_KINDS);

/** Complaints of axe about the page as it is shown now. */
function axeComplaints(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const tool = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await tool.run();
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
    );
  });
}

describe('every kind of page', () => {
  test.each(kinds)('%s: nothing from elsewhere, no error, no policy violation', async (_, path) => {
    const { page, complaints } = await watchedPage(site.browser, new URL(site.url).origin);
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    expect(await page.locator('h1').count()).toBe(1);
    // The style and the script were found.
    expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length ?? 0)).toBeGreaterThan(10);
    await page.locator('[data-theme-switch]:visible').waitFor();
    const isExpected = (complaint: string) => path === PAGE_KINDS['not found'] && complaint.includes('404');
    expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([]);
    await page.close();
  });

  test.each(kinds)('%s: axe finds nothing, in light and in dark', async (_, path) => {
    // Axe is put into the page by the test, which the page's own policy would not allow.
    const context = await site.browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(site.url + path);
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await axeComplaints(page), colorScheme).toEqual([]);
    }
    await context.close();
  });

  test.each(kinds)('%s: no scrolling sideways at 320 pixels', async (_, path) => {
    const context = await site.browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.goto(site.url + path);
    const wide = await page.evaluate(() => {
      const root = document.documentElement;
      if (root.scrollWidth <= root.clientWidth) return [];
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
        .slice(0, 5)
        .map((element) => `${element.tagName}.${element.className}`);
    });
    expect(wide).toEqual([]);
    await context.close();
  });
});

test('every link inside the site leads to a page, and every fragment to an element', async () => {
  const ids = new Map<string, Set<string>>();
  const wanted: { from: string; to: string }[] = [];
  const queue = [site.url];
  const broken: string[] = [];
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (ids.has(url)) continue;
    const response = await page.request.get(url);
    if (response.status() !== 200) broken.push(`${url} (${response.status()})`);
    ids.set(url, new Set());
    if (!response.headers()['content-type']?.startsWith('text/html')) continue;
    await page.setContent(await response.text());
    const found = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
      links: [...document.querySelectorAll('a[href], link[href], script[src], img[src]')].map(
        (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
      ),
    }));
    ids.set(url, new Set(found.ids));
    expect(found.ids.length, `${url} has ids that stand twice`).toBe(new Set(found.ids).size);
    for (const written of found.links) {
      const link = new URL(written, url).href;
      const address = link.split('#')[0] as string;
      if (!address.startsWith(new URL(site.url).origin)) continue;
      wanted.push({ from: url, to: link });
      if (!ids.has(address)) queue.push(address);
    }
  }
  for (const { from, to } of wanted) {
    const [address = '', fragment = ''] = to.split('#');
    if (!address.startsWith(site.url)) broken.push(`${from} leaves the base path: ${to}`);
    if (fragment !== '' && ids.get(address)?.has(decodeURIComponent(fragment)) !== true)
      broken.push(`${from} → ${to}`);
  }
  expect([...new Set(broken)].slice(0, 20)).toEqual([]);
  expect(ids.size).toBeGreaterThan(50);
  expect(wanted.filter(({ to }) => /#L\d+C\d+$/.test(to)).length).toBeGreaterThan(200);
  await context.close();
});
