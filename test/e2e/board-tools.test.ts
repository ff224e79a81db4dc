/** The tools of boards in a real browser: sorting, searching, filtering, columns, addresses, taking away, comparing. */
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SampleSite, watchedPage } from './sample-site.ts';
import { BOARD, KEYS, MADE, openToolBoard } from './tool-board.ts';

let site: SampleSite;
beforeAll(async () => {
  site = await openToolBoard();
});
afterAll(() => site?.close());

let context: BrowserContext;
let page: Page;
let complaints: string[];
beforeEach(async () => {
  context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  ({ page, complaints } = await watchedPage(context, site.url));
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await context.close();
});

const open = (search = '') => page.goto(site.url + BOARD + search);
const nameOf = (id: string) => id.slice(id.indexOf('/') + 1);
const names = () => page.locator('#board tbody .model').allTextContents();
// Asked of the page itself: the browser's word of a new address comes a moment later.
const search = () => page.evaluate(() => location.search);
const panel = (name: string) => page.locator(`[data-panel="${name}"]`);
const sortButton = (key: string) => page.locator(`#board th[data-key="${key}"] .sort`);
const header = (key: string) => page.locator(`#board th[data-key="${key}"]`);
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

/** The texts of a column's numbers, from top to bottom. */
const column = (key: string) =>
  page.evaluate((wanted) => {
    const place =
      document.querySelector<HTMLTableCellElement>(`#board th[data-key="${wanted}"]`)?.cellIndex ?? -1;
    const rows = [...(document.querySelector<HTMLTableElement>('#board')?.tBodies[0]?.rows ?? [])];
    return rows.map((row) => {
      const cell = row.cells[place];
      const shown = [...(cell?.querySelectorAll<HTMLElement>('a, .missing') ?? [])].find(
        (one) => !one.hidden,
      );
      return (shown?.lastChild ?? cell?.firstChild)?.textContent?.trim() ?? '';
    });
  }, key);

/** Names of the models that pass, in the page's order. */
const made = (passes: (one: (typeof MADE)[number]) => boolean) =>
  MADE.filter(passes).map(({ id }) => nameOf(id));

describe('sorting', () => {
  test('by several columns: with Shift, by pointer and keyboard, with their places shown', async () => {
    await open();
    await sortButton('hellaswag').click();
    await sortButton('mmlu').focus();
    await page.keyboard.press('Shift+Enter');
    expect(await search()).toBe('?sort=-hellaswag,-mmlu');
    expect(await header('hellaswag').getAttribute('aria-sort')).toBe('descending');
    expect(await header('mmlu').getAttribute('aria-sort')).toBe('descending');
    expect(await sortButton('mmlu').locator('.place').textContent()).toBe('2');
    const scores = (name: string) => MADE.find(({ id }) => nameOf(id) === name)?.scores ?? [];
    const shown = await names();
    const sorted = [...shown].sort(
      (a, b) => (scores(b)[1] ?? -1) - (scores(a)[1] ?? -1) || (scores(b)[2] ?? -1) - (scores(a)[2] ?? -1),
    );
    expect(shown).toEqual(sorted);
    // Fjord and Crane tie on the first key.
    expect(shown.indexOf('Fjord-7B')).toBeLessThan(shown.indexOf('Crane-7B'));
    expect(await page.locator('.board-status .sorted').textContent()).toContain('then MMLU');
    await page.getByRole('button', { name: 'As ranked' }).click();
    expect(await names()).toEqual(made(() => true));
    expect(await search()).toBe('');
  });

  test('keeps what is missing last both ways, and ranks by what it sorts by', async () => {
    await open('?sort=winogrande');
    expect((await column('winogrande')).at(-1)).toBe('–');
    expect((await names()).at(-1)).toBe('Fjord-7B');
    await sortButton('winogrande').click();
    expect((await names()).at(-1)).toBe('Fjord-7B');
    expect(await page.locator('#board tbody .rank').allInnerTexts()).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '–',
    ]);
  });

  test('is said to those who hear the page', async () => {
    await open();
    await sortButton('gsm8k').click();
    await expect
      .poll(() => page.locator('[role="status"]').allTextContents())
      .toContain('Sorted by GSM8K from high to low.');
  });
});

describe('the search', () => {
  const sizeOf = (id: string) => Number(/(\d+(?:\.\d+)?)B/.exec(id)?.[1]);
  test.each([
    ['anvil', made(({ id }) => id.includes('Anvil'))],
    ['anvil; ember', made(({ id }) => /Anvil|Ember/.test(id))],
    ['license: mit', made(({ license }) => license === 'mit')],
    ['params:3b..9b', made(({ id }) => sizeOf(id) >= 3 && sizeOf(id) <= 9)],
    ['params:>=34b', made(({ id }) => sizeOf(id) >= 34)],
    ['language:de,fr', made(({ languages }) => languages.some((one) => one === 'de' || one === 'fr'))],
    ['gsm8k:>50', made(({ scores }) => (scores[5] ?? 0) > 50)],
    ['-crane license:mit', made(({ id, license }) => license === 'mit' && !id.includes('Crane'))],
    ['org:cedar', made(({ id }) => id.startsWith('cedar/'))],
  ])('%s', async (query, expected) => {
    await open();
    await page.locator('#filter').fill(query);
    expect(await names()).toEqual(expected);
    expect(await page.locator('.board-status .left').textContent()).toBe(`${expected.length} of 8 models`);
    await page.reload();
    expect(await names()).toEqual(expected);
    expect(await page.locator('#filter').inputValue()).toBe(query);
  });

  test('completes fields and values from the keyboard', async () => {
    await open();
    const box = page.locator('#filter');
    await box.click();
    await page.keyboard.type('lic');
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('license:');
    await page.keyboard.type('ap');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('license:apache-2.0 ');
    expect(await names()).toEqual(made(({ license }) => license === 'apache-2.0'));
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('');
  });

  test('says what it does not understand, and offers what may be meant', async () => {
    await open('?q=licens:mit');
    const says = page.locator('#search-says');
    expect(await says.textContent()).toContain('“licens”');
    await says.getByRole('button').click();
    expect(await names()).toEqual(made(({ license }) => license === 'mit'));
  });

  test('explains itself with examples that work', async () => {
    await open();
    await panel('help').click();
    await page.getByRole('button', { name: 'params:3b..9b' }).click();
    expect(await page.locator('#filter').inputValue()).toBe('params:3b..9b');
    expect(await names()).toEqual(made(({ id }) => sizeOf(id) >= 3 && sizeOf(id) <= 9));
  });
});

describe('filters', () => {
  test('count what each choice would leave, and stand as chips that can be removed', async () => {
    await open();
    await panel('filters').click();
    const license = page.getByRole('group', { name: 'Licence' });
    expect(await license.locator('label', { hasText: 'mit' }).locator('.count').textContent()).toBe('3');
    await license.getByLabel('mit').check();
    expect(await names()).toEqual(made(({ license: own }) => own === 'mit'));
    const language = page.getByRole('group', { name: 'Language' });
    expect(await language.locator('label', { hasText: 'fr' }).locator('.count').textContent()).toBe('1');
    await license.getByLabel('apache-2.0').check();
    const chip = page.locator('.board-status .chip');
    expect(await chip.innerText()).toContain('mit or apache-2.0');
    expect(await search()).toBe('?license=mit,apache-2.0');
    expect(await panel('filters').textContent()).toBe('Filters · 1');
    await chip.click();
    expect(await names()).toEqual(made(() => true));
    expect(await search()).toBe('');
  });

  test('by size: classes and a range whose ends move by the keyboard', async () => {
    await open();
    await panel('filters').click();
    await page.getByRole('button', { name: /^over 3B to 9B/ }).click();
    expect(await names()).toEqual(['Anvil-7B-Instruct', 'Crane-7B', 'Fjord-7B']);
    await page.getByRole('button', { name: /^over 3B to 9B/ }).click();
    await page.getByRole('slider', { name: 'At least' }).focus();
    await page.keyboard.press('End');
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowLeft');
    const from = Number(/size=(\d+)\.\./.exec(await search())?.[1]);
    expect(from).toBeGreaterThanOrEqual(14);
    expect(await names()).toEqual(made(({ id }) => Number(/(\d+(?:\.\d+)?)B/.exec(id)?.[1]) >= from));
  });

  test('leave out rows with gaps, and numbers that cards report of themselves', async () => {
    await open('?complete=1');
    expect(await names()).toEqual(made(({ scores }) => !scores.includes(null)));
    await panel('filters').click();
    await page.getByRole('checkbox', { name: 'numbers that others report' }).check();
    expect(await names()).toEqual(made(({ scores, measured }) => measured && !scores.includes(null)));
    await page.getByRole('checkbox', { name: /^complete rows/ }).uncheck();
    expect(await names()).toEqual(made(({ measured }) => measured));
  });

  test('name the one that costs the most where nothing is left, and drop it', async () => {
    await open('?q=license:mit&lang=ja');
    expect(await names()).toEqual([]);
    const none = page.locator('#board-none');
    expect(await none.textContent()).toContain(
      '“language is ja” leaves out most: without it there would be 3',
    );
    await none.getByRole('button', { name: 'Drop it' }).click();
    expect(await names()).not.toEqual([]);
    await page.locator('#filter').fill('nobody has this name');
    await none.getByRole('button', { name: 'Show all models' }).click();
    expect(await names()).toEqual(made(() => true));
  });
});

describe('columns', () => {
  test('are hidden and moved, and the average follows and says so', async () => {
    await open();
    await panel('columns').click();
    for (const name of ['ARC-Challenge', 'HellaSwag', 'TruthfulQA (MC2)', 'Winogrande'])
      await page.getByRole('checkbox', { name }).uncheck();
    expect(await header('average').locator('.under').textContent()).toBe('mean of 2 chosen columns');
    const means = MADE.map(({ scores }) =>
      scores[2] == null || scores[5] == null ? '–' : ((scores[2] + scores[5]) / 2).toFixed(2),
    );
    expect(await column('average')).toEqual(means);
    expect(await search()).toBe('?cols=average,mmlu,gsm8k');
    await page.getByRole('button', { name: 'Move GSM8K up' }).click();
    expect(await search()).toBe('?cols=average,gsm8k,mmlu');
    await page.getByRole('checkbox', { name: 'Size' }).check();
    const keys = () =>
      page
        .locator('#board thead tr:last-child th')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.key));
    expect(await keys()).toEqual(['rank', 'model', 'average', 'gsm8k', 'mmlu', 'parameters']);
    expect(await column('parameters')).toContain('70B');
    await page.reload();
    expect(await keys()).toEqual(['rank', 'model', 'average', 'gsm8k', 'mmlu', 'parameters']);
    expect(await column('average')).toEqual(means);
    await panel('columns').click();
    await page.getByRole('button', { name: 'All columns' }).click();
    expect(await keys()).toEqual(['rank', 'model', 'average', ...KEYS]);
    expect(await column('average')).toEqual(['73.50', '69.33', '68.33', '61.33', '55.67', '41.17', '–', '–']);
  });

  test('stay in sight where they are pinned', async () => {
    await page.setViewportSize({ width: 760, height: 700 });
    await open('?pin=gsm8k');
    const box = page.locator('.table-box');
    await box.evaluate((node) => node.scrollTo({ left: 400 }));
    const cell = page.locator('#board tbody tr').first().locator('td').nth(1);
    expect(await cell.innerText()).toContain('66.00');
    expect(await cell.evaluate((node) => getComputedStyle(node).position)).toBe('sticky');
    const name = await page.locator('#board tbody .name').first().boundingBox();
    const pinned = await cell.boundingBox();
    expect(Math.abs((pinned?.x ?? 0) - ((name?.x ?? 0) + (name?.width ?? 0)))).toBeLessThan(2);
  });

  test('show scores from guessing on, ranks, other digits and shades', async () => {
    await open('?mode=normalised');
    const shown = await column('mmlu');
    expect(shown[0]).toBe((((72 - 25) / 75) * 100).toFixed(2));
    await panel('columns').click();
    await page.getByRole('radio', { name: /^Ranks/ }).check();
    expect(await column('mmlu')).toEqual(['2', '4', '1', '5', '7', '8', '3', '6']);
    expect(await column('winogrande')).toContain('–');
    await page.getByRole('radio', { name: /^Scores/ }).check();
    await page.getByLabel('Digits behind the point').selectOption('0');
    expect((await column('mmlu'))[0]).toBe('72');
    await page.getByLabel('Shade the scores').check();
    expect(await page.locator('#board td[data-heat="5"]').count()).toBeGreaterThan(0);
    expect(await search()).toBe('?d=0&heat=1');
  });
});

test('the view stands in the address, and goes back and forth with the history', async () => {
  await open();
  await panel('filters').click();
  await page.getByRole('group', { name: 'Licence' }).getByLabel('mit').check();
  await sortButton('gsm8k').click();
  const view = await names();
  await page.goBack();
  expect(await names()).toEqual(made(({ license }) => license === 'mit'));
  expect(await page.getByRole('group', { name: 'Licence' }).getByLabel('mit').isChecked()).toBe(true);
  await page.goBack();
  expect(await names()).toEqual(made(() => true));
  await page.goForward();
  await page.goForward();
  expect(await names()).toEqual(view);
  // Typing makes no steps of its own.
  await page.locator('#filter').pressSequentially('crane');
  await page.goBack();
  expect(await page.locator('#filter').inputValue()).toBe('');
});

describe('taking away', () => {
  test('copies the table, a column and chosen rows as text', async () => {
    await open('?cols=average,gsm8k&license=mit,llama2');
    await panel('share').click();
    await page.locator('[data-copies="table-markdown"]').click();
    expect(await clipboard()).toBe(
      [
        '| Rank | Model | Average | GSM8K |',
        '| ---: | --- | ---: | ---: |',
        '| 1 | borealis/Crane-34B-Chat | 50.00 | 50.00 |',
        '| 3 | borealis/Crane-7B | 40.00 | 40.00 |',
        '| 4 | cedar/Dune, "odd"\\|-3B | 30.00 | 30.00 |',
        '| 2 | delta/Fjord-7B | 42.00 | 42.00 |',
        '',
      ].join('\n'),
    );
    await page.getByLabel('Which column').selectOption('gsm8k');
    await page.locator('[data-copies="column-csv"]').click();
    await expect.poll(clipboard).toContain('rank,model,gsm8k\r\n1,borealis/Crane-34B-Chat,50\r\n');
    expect(await clipboard()).toContain('4,"cedar/Dune, ""odd""|-3B",30\r\n');
    await panel('share').click();
    await page.locator('#board tbody .select').nth(1).click();
    await page.locator('[data-copies="rows-latex"]').click();
    await expect.poll(clipboard).toContain('3 & borealis/Crane-7B & 40.00 & 40.00 \\\\');
  });

  test('downloads what is shown', async () => {
    await open('?q=anvil&sort=gsm8k');
    await panel('share').click();
    const take = async (format: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`[data-downloads="${format}"]`).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`open_llm_leaderboard_v1.${format}`);
      return readFileSync(await download.path(), 'utf8');
    };
    const csv = await take('csv');
    expect(csv.split('\r\n')).toEqual([
      `rank,model,average,${KEYS.join()}`,
      '2,acme/Anvil-7B-Instruct,69.33,66,86,63,60,79,62',
      '1,acme/Anvil-70B,73.5,70,88,72,61,84,66',
      '',
    ]);
    const json = JSON.parse(await take('json')) as Record<string, unknown>[];
    expect(json[1]).toMatchObject({ rank: 1, model: 'acme/Anvil-70B', gsm8k: 66 });
  });

  test('links to the view, and embeds it', async () => {
    await open('?sort=-gsm8k&type=chat');
    await panel('share').click();
    expect(await page.getByLabel('The address of this view').inputValue()).toBe(
      await page.evaluate(() => location.href),
    );
    const code = await page.getByLabel('Code to embed this view').inputValue();
    const source = /src="([^"]+)"/.exec(code)?.[1]?.replaceAll('&amp;', '&');
    expect(source).toBe(`${site.url}${BOARD}embed/?sort=-gsm8k&type=chat`);
    await page.locator('[data-copies="link"]').click();
    await expect.poll(clipboard).toBe(await page.evaluate(() => location.href));
  });
});

test('models are selected and lead to their comparison', async () => {
  await open();
  const boxes = page.locator('#board tbody .select input');
  for (const place of [0, 2]) await boxes.nth(place).check();
  const bar = page.getByRole('region', { name: 'Selected models' });
  expect(await bar.getByRole('link').getAttribute('href')).toBe(
    '../../compare/?m=acme/Anvil-70B&m=borealis/Crane-34B-Chat',
  );
  await sortButton('model').click();
  await page.reload();
  expect(await page.locator('#board tr.is-selected .model').allTextContents()).toEqual([
    'Anvil-70B',
    'Crane-34B-Chat',
  ]);
  await bar.getByRole('button', { name: 'Do not select Anvil-70B' }).click();
  expect(await bar.getByRole('link').count()).toBe(0);
  await bar.getByRole('button', { name: 'Clear' }).click();
  expect(await bar.isVisible()).toBe(false);
  for (let place = 0; place < 6; place++) await boxes.nth(place).check();
  await boxes.nth(6).click();
  expect(await boxes.nth(6).isChecked()).toBe(false);
});

test('a link to a cell leads to it', async () => {
  await open(`?q=mit#cell:borealis/Crane-7B:gsm8k`);
  await open(`#cell:borealis/Crane-7B:gsm8k`);
  const cell = page.locator('#board td.is-target');
  expect(await cell.innerText()).toContain('40.00');
  expect(await cell.locator('a.number').evaluate((link) => link === document.activeElement)).toBe(true);
});

test('a proof offers a link to its cell', async () => {
  await open('?sort=gsm8k');
  await page.locator('#board tbody a.number').last().hover();
  await page.getByRole('button', { name: 'Copy a link to this cell' }).click();
  await expect.poll(clipboard).toMatch(/\?sort=gsm8k#cell:delta\/%3DGull-13B:winogrande$/);
});

test('the view can be embedded', async () => {
  await page.goto(`${site.url}${BOARD}embed/?sort=gsm8k&license=mit`);
  await expect.poll(names).toEqual(['Crane-7B', 'Fjord-7B', 'Crane-34B-Chat']);
  expect(await page.locator('#board-tools, .select').count()).toBe(0);
});

test('the keyboard alone filters, chooses columns and selects', async () => {
  await open();
  const to = async (selector: string) => {
    for (let step = 0; step < 120; step++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    }
    throw new Error(`the focus never reaches ${selector}`);
  };
  await to('[data-panel="filters"]');
  await page.keyboard.press('Enter');
  await to('.facets input[type="checkbox"]');
  await page.keyboard.press('Space');
  await expect.poll(search).toBe('?complete=1');
  await page.keyboard.press('Escape');
  expect(await page.locator('#panel-filters').isVisible()).toBe(false);
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.panel)).toBe('filters');
  await to('[data-panel="columns"]');
  await page.keyboard.press('Enter');
  await to('.columns [data-act="down"]');
  await page.keyboard.press('Enter');
  await expect.poll(search).toContain('cols=arc_challenge,average');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Move Average down',
  );
  await page.keyboard.press('Escape');
  await to('#board .select input');
  await page.keyboard.press('Space');
  await expect.poll(search).toContain('sel=acme/Anvil-70B');
});

test.each(['light', 'dark'] as const)('axe finds nothing in the open panels: %s', async (colorScheme) => {
  // axe looks at the page by a script that the page's own policy would not let in.
  const bare = await site.browser.newContext({ colorScheme, bypassCSP: true });
  const looked = await bare.newPage();
  for (const [view, name] of [
    ['?heat=1&sel=acme/Anvil-70B,borealis/Crane-7B&sort=-gsm8k,model', 'filters'],
    ['?mode=rank&license=mit&q=licens:mit', 'columns'],
    ['', 'share'],
    ['?q=x&lang=ja', 'help'],
  ]) {
    await looked.goto(site.url + BOARD + view);
    await looked.locator(`[data-panel="${name}"]`).click();
    await looked.evaluate(axe.source);
    const found = (await looked.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
    )) as string[];
    expect({ name, found }).toEqual({ name, found: [] });
  }
  await bare.close();
});

test('on a phone the panels are sheets that close, and nothing is wider than the screen', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open();
  for (const name of ['filters', 'columns', 'share', 'help']) {
    await panel(name).click();
    const sheet = page.locator(`#panel-${name}`);
    expect(await sheet.evaluate((node) => node.matches(':modal'))).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await sheet.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await sheet.isVisible()).toBe(false);
  }
});

test('on paper the table is as filtered, without its tools', async () => {
  await open('?q=anvil');
  await page.locator('#board .select input').first().check();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#board tbody tr:visible').count()).toBe(2);
  for (const tools of ['#board-tools', '.compare-bar', '#board .sort', '#board .select'])
    expect(await page.locator(tools).first().isVisible(), tools).toBe(false);
});

test('nothing moves when the tools arrive', async () => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    (globalThis as { shifts?: number[] }).shifts = shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await open();
  await page.locator('#filter').waitFor();
  await page.waitForTimeout(300);
  const shifts = await page.evaluate(() => (globalThis as { shifts?: number[] }).shifts ?? []);
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.02);
});
