/** What a model's page says of the model itself: at a glance, its strengths, where claims differ, what its author can do. */
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/core/result.ts';
import { pageAt, type Site, siteOf } from '../../src/render/frame.ts';
import { heldReason } from '../../src/render/held.ts';
import { modelView } from '../../src/render/model.ts';
import { standingWords, strengthsView } from '../../src/render/model-strengths.ts';
import type { SiteData } from '../../src/store/types.ts';
import { sampleContext, sampleData, sampleModel } from './sample-data.ts';

const at = pageAt('models/x/y/index.html');
const SPARK = 'arcee-ai/Arcee-Spark';

function siteWith(change: (data: SiteData) => SiteData = (data) => data): Site {
  return siteOf(change(sampleData()), sampleContext());
}

function viewOf(site: Site, id: string) {
  return modelView(
    site,
    at,
    site.index.models.get(id) as NonNullable<ReturnType<typeof site.index.models.get>>,
  );
}

/** Eight models of 7B on IFEval, and one of 70B. */
function crowded(data: SiteData): SiteData {
  const pattern = data.results.find(({ benchmark }) => benchmark === 'ifeval') as Result;
  const models = Array.from({ length: 9 }, (_, place) =>
    sampleModel(`crowd/model-${place}`, { parameters: place === 8 ? 70 : 7 }),
  );
  const results = models.map((model, place) => ({
    ...pattern,
    id: `c${place}`,
    model: model.id,
    score: 10 * place,
  }));
  return { ...data, models: [...data.models, ...models], results: [...data.results, ...results] };
}

describe('a model at a glance', () => {
  it('has its kind, licence, base, languages and library in one line', () => {
    const glance = viewOf(siteWith(), SPARK).glance;
    expect(
      glance.map(({ text, before, links }) => [text, before, ...links.map(({ label }) => label)].join('')),
    ).toEqual([
      '7B fine-tuned model',
      'Apache License 2.0 (open)',
      'fromQwen/Qwen2-7Bjavascript:alert(1)',
      'en, de, ar',
      'transformers',
    ]);
  });

  it('has an empty line where nothing is known', () => {
    expect(viewOf(siteWith(), 'شركة/نموذج-٧').glance).toEqual([]);
  });

  it('leads to the parts that the page has, and to no other', () => {
    expect(viewOf(siteWith(), SPARK).jumps.map(({ href }) => href)).toEqual([
      '#disagreements',
      '#results',
      '#checked',
      '#cite',
      '#badges',
      '#card',
    ]);
    expect(viewOf(siteWith(), 'Minerva 8B').jumps.map(({ href }) => href)).toEqual(['#results', '#cite']);
  });
});

describe('strengths', () => {
  it('are counted among models of its size, and need five of them', () => {
    const site = siteWith(crowded);
    const model = site.index.models.get('crowd/model-6');
    // Eight of 7B beside the sample's own, which are 7B and 8B too.
    const strengths = strengthsView(site, at, model as NonNullable<typeof model>);
    expect(strengths?.highest).toHaveLength(1);
    expect(strengths?.highest[0]?.words).toBe('better than 90% of 10');
    expect(strengths?.note).toContain('3.5B to 14B');
    expect(
      strengthsView(site, at, site.index.models.get('crowd/model-8') as NonNullable<typeof model>),
    ).toBeNull();
    expect(viewOf(siteWith(), SPARK).strengths).toBeNull();
  });

  it('never round to all or none', () => {
    const site = siteWith();
    expect(standingWords(site, { of: 1000, better: 999, equal: 0 })).toBe('better than 99% of 1,000');
    expect(standingWords(site, { of: 1000, better: 1, equal: 0 })).toBe('better than 1% of 1,000');
    expect(standingWords(site, { of: 6, better: 6, equal: 0 })).toBe('better than all 6');
    expect(standingWords(site, { of: 6, better: 0, equal: 2 })).toBe('better than none of 6, level with 2');
  });
});

describe('disagreements', () => {
  it('say every number, by whom, and how far apart they are', () => {
    const { disagreements } = viewOf(siteWith(), SPARK);
    expect(disagreements?.open).toHaveLength(1);
    const [one] = disagreements?.open ?? [];
    expect(one).toMatchObject({ benchmark: 'BBH', apart: '3.10' });
    expect(one?.values.map(({ score, difference, places }) => [score, difference, places[0]?.who])).toEqual([
      ['37.14', '', 'its own card, naming Open LLM Leaderboard'],
      ['34.04', '−3.10', 'the card of acme/Zephyr-7B'],
    ]);
    expect(viewOf(siteWith(), 'acme/Zephyr-7B').disagreements).toBeNull();
  });
});

describe('badges', () => {
  it('are those of the benchmarks with most models, as Markdown with whole addresses where the site knows its own', () => {
    const { badges } = viewOf(siteWith(), SPARK);
    expect(badges?.badges).toHaveLength(4);
    expect(badges?.badges[0]?.markdown).toMatch(
      /^\[!\[.+ \(0-shot\): .+ %\]\(\/badges\/arcee-ai\/Arcee-Spark\/\w+\.svg\)\]\(\/models\/arcee-ai\/Arcee-Spark\/\)$/,
    );
    expect(badges?.note).toMatch(/put the address of this site/);
    const context = sampleContext();
    const config = { ...context.config, baseUrl: 'https://example.org', basePath: '/x/' };
    const known = viewOf(siteOf(sampleData(), { ...context, config }), SPARK).badges;
    expect(known?.badges[0]?.markdown).toContain('(https://example.org/x/badges/');
    expect(viewOf(siteWith(), 'Minerva 8B').badges).toBeNull();
  });
});

describe('what an author can do', () => {
  it('lists what is held with its reason, its place and what helps', () => {
    const { author } = viewOf(siteWith(), 'EleutherAI/llemma_7b');
    expect(author?.heldTitle).toBe('1 number is held back');
    expect(author?.held[0]).toMatchObject({
      reason: 'two readings of the table are equally likely',
      advice: 'Name model, benchmark and metric where the number stands.',
      numbers: [{ raw: '11', where: 'line 170', href: expect.stringMatching(/#L170C14$/) }],
    });
  });

  it('names the columns that a board misses', () => {
    const site = siteWith((data) => ({
      ...data,
      boards: data.boards.map((board) => ({
        ...board,
        rows: board.rows.map((row) =>
          row.model === SPARK
            ? { ...row, rank: null, cells: row.cells.map((cell, place) => (place < 2 ? null : cell)) }
            : row,
        ),
      })),
    }));
    expect(viewOf(site, SPARK).author?.unranked).toEqual([
      { board: 'Open LLM Leaderboard v2', href: '../../../boards/open_llm_v2/', lacks: 'IFEval, BBH' },
    ]);
  });

  it('is nothing for a model without a card', () => {
    expect(viewOf(siteWith(), 'Minerva 8B').author).toBeNull();
  });

  it.each([
    [['rows are models', "held: outside the benchmark's range"], 'range', "outside the benchmark's range"],
    [
      ['held: other numbers of this table would stand for the same thing', 'metric acc: the usual one'],
      'twins',
      'other numbers of this table would stand for the same thing',
    ],
    [
      ["no benchmark is named: 'SARI' stands for it", "model 'a' from the row"],
      'benchmark',
      "no benchmark is named: 'SARI' stands for it",
    ],
    [['rows are models', 'no metric is named'], 'metric', 'no metric is named'],
    [[], 'unsure', ''],
  ])('finds the step that held a claim: %j', (because, kind, reason) => {
    expect(heldReason({ because })).toEqual({ kind, reason });
  });
});

describe('a model without results', () => {
  it('says why', () => {
    const bare = (card: { accepted: number; held: number } | null) =>
      viewOf(
        siteWith((data) => ({
          ...data,
          results: [],
          boards: [],
          models: [...data.models, sampleModel('a/b', { card: card === null ? null : 'a/b/README.md' })],
          cards:
            card === null
              ? data.cards
              : [
                  ...data.cards,
                  {
                    path: 'a/b/README.md',
                    file: 'x',
                    model: 'a/b',
                    hash: '',
                    html: '',
                    added: null,
                    changed: null,
                    ...card,
                  },
                ],
        })),
        'a/b',
      ).empty;
    expect(bare({ accepted: 0, held: 3 })).toMatch(/^3 numbers of its card were read, and all held back/);
    expect(bare({ accepted: 2, held: 0 })).toMatch(/other models only/);
    expect(bare({ accepted: 0, held: 0 })).toMatch(/no number that could be read/);
    expect(bare(null)).toMatch(/enough confidence/);
  });
});
