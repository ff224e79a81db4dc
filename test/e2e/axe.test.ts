/** Every kind of page is for everyone: axe finds nothing in light, dark and on a phone; nothing overflows, and paper is clean. */
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageKinds } from '../support/page-kinds.ts';
import { openSampleSite, PAGE_KINDS, type SampleSite } from './sample-site.ts';

let site: SampleSite;
let addresses: string[];
let context: BrowserContext;
beforeAll(async () => {
  site = await openSampleSite();
  const first = [...pageKinds(site.folder).values()].map(([path = '']) => path.replace(/index\.html$/, ''));
  addresses = [...new Set([...first, ...Object.values(PAGE_KINDS)])].filter((path) => path !== '404.html');
  context = await openContext(site.browser);
});
afterAll(() => site?.close());

/** Axe is put into pages by the test, which their own policy would not allow. */
function openContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
}

const DESKTOP = { width: 1280, height: 800 };
/** As wide as a page of 1280 pixels is at a zoom of 400 %, which includes 200 %. */
const PHONE = { width: 320, height: 640 };

/** Everything that axe looks for, or what colours alone decide. */
type Scope = 'all' | 'colours';

/** Complaints of axe about the page as it is shown now. */
function axeComplaints(page: Page, scope: Scope): Promise<string[]> {
  return page.evaluate(async (only) => {
    const tool = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await tool.run(
      only === 'colours'
        ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }
        : {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { 'target-size': { enabled: true } },
          },
    );
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.html.slice(0, 200)}`),
    );
  }, scope);
}

/** Elements that reach beyond the page's right edge, where the page scrolls sideways. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .slice(0, 5)
      .map((element) => `overflows: ${element.tagName}.${element.className}`);
  });
}

/** What is wrong with the order of a page's headings: one of the first level, and none left out on the way down. */
function headingComplaints(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.closest('.card') === null && heading.checkVisibility())
      .map((heading) => Number(heading.tagName.slice(1)));
    const complaints = levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1'];
    levels.forEach((level, place) => {
      if (level > (levels[place - 1] ?? 0) + 1) complaints.push(`h${level} behind h${levels[place - 1]}`);
    });
    return complaints;
  });
}

/** Looks at every kind of page. */
async function eachPage(look: (page: Page, address: string) => Promise<string[]>): Promise<string[]> {
  const page = await context.newPage();
  const complaints: string[] = [];
  for (const address of addresses) {
    await page.goto(site.url + address);
    for (const complaint of await look(page, address)) complaints.push(`${address}: ${complaint}`);
  }
  await page.close();
  return complaints;
}

describe('every kind of page', () => {
  test('has one heading of the first level, and leaves out no level', async () => {
    expect(addresses.length).toBeGreaterThan(12);
    expect(await eachPage(headingComplaints)).toEqual([]);
  });

  test.each([
    ['in light', { viewport: DESKTOP, colorScheme: 'light', scope: 'all' }],
    ['in dark', { viewport: DESKTOP, colorScheme: 'dark', scope: 'colours' }],
    ['on a phone', { viewport: PHONE, colorScheme: 'light', scope: 'all' }],
  ] as const)('axe finds nothing %s, and nothing overflows', { timeout: 120_000 }, async (_, view) => {
    const complaints = await eachPage(async (page) => {
      await page.setViewportSize(view.viewport);
      await page.emulateMedia({ colorScheme: view.colorScheme });
      await page.evaluate(axe.source);
      return [...(await axeComplaints(page, view.scope)), ...(await overflowing(page))];
    });
    expect(complaints).toEqual([]);
  });

  test('prints without what only a screen can do', async () => {
    const complaints = await eachPage(async (page) => {
      await page.emulateMedia({ media: 'print' });
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll('nav, button, input, select, [data-tools]')]
          .filter((element) => element.closest('.card') === null && element.checkVisibility())
          .map((element) => `${element.tagName}.${element.className}`),
      );
      await page.emulateMedia({ media: null });
      return shown;
    });
    expect(complaints).toEqual([]);
  });

  test('moves nothing for those who ask for less motion', async () => {
    const moving = await eachPage((page) =>
      page.evaluate(() => document.getAnimations().map((animation) => animation.constructor.name)),
    );
    expect(moving).toEqual([]);
  });
});

test('colours that a reader forces leave marks and choices to be seen', async () => {
  const page = await context.newPage();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(site.url + PAGE_KINDS.board);
  const marks = await page.evaluate(() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    return [...document.querySelectorAll('td .mark')].slice(0, 50).map((mark) => {
      const { backgroundColor, borderTopColor, borderTopStyle } = getComputedStyle(mark);
      return backgroundColor !== paper || (borderTopStyle === 'solid' && borderTopColor !== paper);
    });
  });
  expect(marks.length).toBeGreaterThan(5);
  expect(marks.every(Boolean)).toBe(true);
  await page.close();
});

test('names from right to left and of many scripts keep to themselves', async () => {
  const page = await context.newPage();
  await page.goto(site.url + PAGE_KINDS.models);
  await page.evaluate(() => {
    const [first] = document.querySelectorAll('main a [dir="auto"], main a bdi, main a[dir="auto"]');
    if (first) first.textContent = 'نموذج 7B — 模型';
  });
  const link = page.getByText('نموذج 7B — 模型');
  const { direction, bidi } = await link.evaluate((element) => {
    const style = getComputedStyle(element);
    return { direction: style.direction, bidi: style.unicodeBidi };
  });
  expect(direction).toBe('rtl');
  expect(bidi).toMatch(/isolate/);
  await page.close();
});
