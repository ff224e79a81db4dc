/** Every kind of page in a real browser: quiet, self-contained, and with links that lead somewhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleSite, PAGE_KINDS, type SampleSite, watchedPage } from './sample-site.ts';

let site: SampleSite;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(() => site?.close());

const kinds = Object.entries(PAGE_KINDS);

describe('every kind of page', () => {
  test.each(kinds)('%s: nothing from elsewhere, no error, no policy violation', async (_, path) => {
    const { page, complaints } = await watchedPage(site.browser, new URL(site.url).origin);
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    expect(await page.locator('h1').count()).toBe(1);
    // The style and the script were found.
    expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length ?? 0)).toBeGreaterThan(10);
    // A board in somebody's frame has no head.
    if (path !== PAGE_KINDS['board in a frame']) await page.locator('[data-theme-switch]:visible').waitFor();
    const isExpected = (complaint: string) => path === PAGE_KINDS['not found'] && complaint.includes('404');
    expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([]);
    await page.close();
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
