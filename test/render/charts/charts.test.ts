/** The charts of pages: what they say in words, what stands in their tables, and that hostile data draws no harm. */
import { describe, expect, it } from 'vitest';
import { benchmarkCharts } from '../../../src/render/charts/benchmark-charts.ts';
import { boardCharts, hasBoardCharts } from '../../../src/render/charts/board-charts.ts';
import type { Chart } from '../../../src/render/charts/chart.ts';
import { correlations } from '../../../src/render/charts/correlation.ts';
import { modelDistributions, modelProfiles } from '../../../src/render/charts/model-charts.ts';
import { dateChart, type ModelScores, sizeChart } from '../../../src/render/charts/model-scores.ts';
import { distributionChart } from '../../../src/render/charts/score-distribution.ts';
import { pageAt, siteOf } from '../../../src/render/frame.ts';
import type { Board, SiteData } from '../../../src/store/types.ts';
import { HOSTILE, largeData, sampleContext, sampleData, sampleModel } from '../sample-data.ts';

const here = pageAt('boards/x/charts/index.html');
const siteFrom = (data: SiteData) => siteOf(data, sampleContext());

/** A site of models with these sizes, scores and days. */
function siteOfModels(models: readonly { id: string; parameters: number | null; added?: string }[]) {
  const data = largeData(1, 1);
  const card = data.cards[0] as SiteData['cards'][number];
  return siteFrom({
    ...data,
    models: models.map(({ id, parameters }) => sampleModel(id, { parameters })),
    cards: models.map(({ id, added }) => ({ ...card, path: `${id}.md`, model: id, added: added ?? null })),
  });
}

const scoresOf = (scores: Record<string, number>, more: Partial<ModelScores> = {}): ModelScores => ({
  id: 's',
  what: 'GSM8K',
  unit: 'percent',
  decimals: 1,
  higherIsBetter: true,
  baseline: null,
  range: [0, 100],
  scores: Object.entries(scores).map(([model, score]) => ({ model, score })),
  ...more,
});

/** Every coordinate of a drawing: shares of the width between 0 and 100, numbers that are numbers. */
function checkDrawing({ svg }: Chart): void {
  expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/);
  for (const [, across] of svg.matchAll(/ (?:cx|x1|x2)="(-?[\d.]+)%"/g)) {
    expect(Number(across)).toBeGreaterThanOrEqual(0);
    expect(Number(across)).toBeLessThanOrEqual(100);
  }
  for (const [, down] of svg.matchAll(/ cy="(-?[\d.]+)"/g))
    expect(Number(down)).toBeGreaterThanOrEqual(-0.01);
}

const SIZES = [
  { id: 'a/small', parameters: 1, added: '2024-01-01' },
  { id: 'a/middle', parameters: 7, added: '2024-03-01' },
  { id: 'a/worse', parameters: 13, added: '2024-05-01' },
  { id: 'a/large', parameters: 70, added: '2024-07-01' },
  { id: 'a/unknown', parameters: null },
];
const SCORES = { 'a/small': 20, 'a/middle': 50, 'a/worse': 40, 'a/large': 60, 'a/unknown': 55 };

describe('score against parameters', () => {
  const chart = sizeChart(siteOfModels(SIZES), here, scoresOf(SCORES)) as Chart;

  it('names the frontier, links it, and leaves the others quiet', () => {
    const links = [...chart.svg.matchAll(/<a href="([^"]*)" aria-label="([^"]*)"/g)].map(([, href, name]) => [
      href,
      name,
    ]);
    expect(links.map(([, name]) => name).sort()).toEqual(['large', 'middle', 'small']);
    expect(links[0]?.[0]).toBe('../../../models/a/large/');
    expect(chart.svg.match(/class="dot"/g)).toHaveLength(1);
  });

  it('says what there is to see, and who is left out', () => {
    expect(chart.text).toContain('small (1B, 20.0)');
    expect(chart.text).toContain('large (70B, 60.0)');
    expect(chart.source).toContain('4 models');
    expect(chart.source).toContain('1 model whose size nobody states is left out');
  });

  it('has a table behind it, to whose rows the dots lead', () => {
    expect(chart.table.rows.map(([name]) => name?.text)).toEqual(['small', 'middle', 'worse', 'large']);
    const rows = [...chart.svg.matchAll(/data-row="(\d+)"/g)].map(([, row]) => Number(row)).sort();
    expect(rows).toEqual([0, 1, 2, 3]);
  });

  it('turns round where lower is better', () => {
    const lower = sizeChart(siteOfModels(SIZES), here, scoresOf(SCORES, { higherIsBetter: false })) as Chart;
    expect([...lower.svg.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name)).toEqual(['small']);
    expect(lower.text).toContain('does best');
  });

  it('does not depend on the order of the scores', () => {
    const turned = scoresOf(Object.fromEntries(Object.entries(SCORES).reverse()));
    expect(sizeChart(siteOfModels(SIZES), here, turned)).toEqual(chart);
  });

  it('wants three models of two sizes', () => {
    const site = siteOfModels(SIZES);
    expect(sizeChart(site, here, scoresOf({ 'a/small': 1, 'a/large': 2 }))).toBeNull();
    expect(sizeChart(site, here, scoresOf({}))).toBeNull();
    const equal = siteOfModels(SIZES.map((model) => ({ ...model, parameters: 7 })));
    expect(sizeChart(equal, here, scoresOf(SCORES))).toBeNull();
  });

  it('marks what guessing scores', () => {
    const guessed = sizeChart(siteOfModels(SIZES), here, scoresOf(SCORES, { baseline: 25 })) as Chart;
    expect(guessed.svg).toContain('guessing');
  });

  it.each([
    ['equal', { 'a/small': 5, 'a/middle': 5, 'a/worse': 5, 'a/large': 5 }],
    ['negative', { 'a/small': -5, 'a/middle': -2, 'a/worse': -9, 'a/large': -1 }],
    ['absurd', { 'a/small': 1e300, 'a/middle': 1e-320, 'a/worse': 0, 'a/large': 99 }],
  ])('draws %s scores', (_, scores) => {
    const drawn = sizeChart(siteOfModels(SIZES), here, scoresOf(scores, { range: [null, null] }));
    if (drawn !== null) checkDrawing(drawn);
  });
});

it('draws score by date, in days as people write them', () => {
  const chart = dateChart(siteOfModels(SIZES), here, scoresOf(SCORES)) as Chart;
  checkDrawing(chart);
  expect(chart.text).toBe('The best rose from 20.0 (small, 1 Jan 2024) to 60.0 (large, 1 Jul 2024).');
  expect(
    dateChart(siteOfModels(SIZES.map(({ id, parameters }) => ({ id, parameters }))), here, scoresOf(SCORES)),
  ).toBeNull();
});

describe('a distribution', () => {
  const site = siteOfModels(SIZES);

  it('says where the marked model stands among the others', () => {
    const chart = distributionChart(site, here, scoresOf(SCORES), 'a/middle') as Chart;
    expect(chart.text).toContain('middle scores 50.0: better than 50 % of 4 others.');
    expect(chart.text).toContain('the median is 50.0');
    expect(chart.svg).toContain('class="marked"');
    checkDrawing(chart);
  });

  it('counts bars where there are many, dots where there are few', () => {
    const few = distributionChart(site, here, scoresOf(SCORES), null) as Chart;
    expect(few.svg.match(/<circle/g)).toHaveLength(5);
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, place) => [`a/m${place}`, (place * 7) % 90]),
    );
    const bars = distributionChart(site, here, scoresOf(many), null) as Chart;
    expect(bars.svg).not.toContain('<circle');
    const counted = bars.table.rows.reduce((sum, row) => sum + Number(row[1]?.text), 0);
    expect(counted).toBe(300);
    checkDrawing(bars);
  });

  it('is nothing of two models', () => {
    expect(distributionChart(site, here, scoresOf({ 'a/small': 1, 'a/large': 2 }), null)).toBeNull();
  });
});

describe('correlations', () => {
  const rows = Array.from({ length: 10 }, (_, place) => [place, 2 * place, -place, place < 5 ? place : null]);

  it('are over models that have both; pairs with fewer than eight are left out', () => {
    const pairs = correlations(rows, [true, true, true, true]);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(pairs[0]).toMatchObject({ models: 10, spearman: 1 });
    expect(pairs[1]?.spearman).toBeCloseTo(-1, 12);
  });

  it('turn the sign where one of the two is better when lower', () => {
    expect(correlations(rows, [true, true, false, true])[1]?.spearman).toBeCloseTo(1, 12);
  });

  it('are none where a column is all equal', () => {
    expect(
      correlations(
        Array.from({ length: 9 }, (_, place) => [place, 3]),
        [true, true],
      ),
    ).toEqual([]);
  });
});

describe('the charts of pages', () => {
  it('escape hostile names', () => {
    const site = siteFrom(sampleData());
    const charts = [
      ...site.data.boards.flatMap((board) => boardCharts(site, here, board)),
      ...site.data.benchmarks.flatMap((benchmark) => benchmarkCharts(site, here, benchmark)),
      ...site.data.models.flatMap((model) => [
        ...modelProfiles(site, here, model),
        ...modelDistributions(site, here, model),
      ]),
    ];
    expect(charts.length).toBeGreaterThan(0);
    for (const chart of charts) {
      expect(chart.svg).not.toContain(HOSTILE);
      checkDrawing(chart);
    }
    const evil = SIZES.map((model) => ({ ...model, id: `a/${HOSTILE}${model.id}` }));
    const scores = scoresOf(Object.fromEntries(evil.map(({ id, parameters }) => [id, parameters ?? 0])));
    const named = sizeChart(siteOfModels(evil), here, scores);
    expect(named?.svg).not.toContain('<script');
    expect(named?.svg).toContain('aria-label="&lt;script&gt;');
  });

  it('stay in bounds with a thousand models', () => {
    const site = siteFrom(largeData(1000, 6));
    const charts = boardCharts(site, here, site.data.boards[0] as Board);
    expect(charts.map(({ id }) => id)).toEqual(['average-size', 'average-distribution', 'correlation']);
    for (const chart of charts) checkDrawing(chart);
    // 90 bytes a dot.
    expect(charts[0]?.svg.length).toBeLessThan(1000 * 90 + 8000);
    expect(charts[0]?.table.rows).toHaveLength(1000);
  });

  it('show a model beside the median and the best of its board', () => {
    const site = siteFrom(largeData(30, 6));
    const model = site.data.models[3] as SiteData['models'][number];
    const [chart] = modelProfiles(site, here, model);
    expect(chart?.table.rows).toHaveLength(6);
    expect(chart?.text).toMatch(/^Above the median on \d of 6 benchmarks\.$/);
    expect(modelDistributions(site, here, model, 2)).toHaveLength(2);
  });

  it('are none where a board ranks fewer than three', () => {
    const site = siteFrom(largeData(2, 3));
    const board = site.data.boards[0] as Board;
    expect(hasBoardCharts(site, board)).toBe(false);
    expect(boardCharts(site, here, board)).toEqual([]);
  });
});
