/** What a benchmark's page says beside its ranking: room left, who reports it, how often reports disagree, what is related. */
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/core/result.ts';
import type { Benchmark } from '../../src/registry/types.ts';
import { benchmarkView } from '../../src/render/benchmark.ts';
import { fieldTitle } from '../../src/render/benchmark-facts.ts';
import { benchmarksView } from '../../src/render/benchmarks.ts';
import { pageAt, type Site, siteOf } from '../../src/render/frame.ts';
import type { SiteData } from '../../src/store/types.ts';
import { sampleContext, sampleData, sampleModel } from './sample-data.ts';

const at = pageAt('benchmarks/x/index.html');

function siteWith(change: (data: SiteData) => SiteData = (data) => data, items: number | null = null): Site {
  const context = sampleContext();
  const benchmark = (id: string) =>
    id === 'musr'
      ? ({
          id,
          items,
          items_source: 'its paper',
          human_score: 90.5,
          human_source: 'its paper',
          paper: 'https://example.org/p',
        } as Benchmark)
      : undefined;
  return siteOf(change(sampleData()), { ...context, registry: { ...context.registry, benchmark } });
}

function viewOf(site: Site, id: string) {
  return benchmarkView(
    site,
    at,
    site.index.benchmarks.get(id) as NonNullable<ReturnType<typeof site.index.benchmarks.get>>,
  );
}

/** MuSR by five models, the best as given. */
function withBest(best: number) {
  return (data: SiteData): SiteData => {
    const pattern = data.results.find(({ benchmark }) => benchmark === 'musr') as Result;
    const scores = [best, best - 0.5, 40, 30, 20];
    const models = scores.map((_, place) => sampleModel(`crowd/model-${place}`));
    const results = models.map((model, place) => ({
      ...pattern,
      id: `c${place}`,
      model: model.id,
      score: scores[place] ?? 0,
    }));
    return { ...data, models: [...data.models, ...models], results: [...data.results, ...results] };
  };
}

describe('the room that a benchmark leaves', () => {
  it('is told by its best, its ceiling and the number of its questions', () => {
    const { saturation } = viewOf(siteWith(withBest(99.2), 250), 'musr');
    expect(saturation?.verdict).toMatch(/within chance of the ceiling/);
    expect(saturation?.best).toMatchObject({ score: '99.20', model: 'model-0' });
    expect(saturation?.sentences.join(' ')).toMatch(
      /0\.80 below the ceiling of 100, 99% of the way up from 0/,
    );
    expect(saturation?.sentences.join(' ')).toMatch(
      /With 250 questions, chance alone moves such a score by ± 1\.13/,
    );
    expect(saturation?.sentences.at(-1)).toMatch(/^1 other model is within/);
  });

  it('says so where chance cannot be told', () => {
    const { saturation } = viewOf(siteWith(withBest(60)), 'musr');
    expect(saturation?.verdict).toMatch(/room above/);
    expect(saturation?.margin).toBe('');
    expect(saturation?.sentences.join(' ')).toMatch(/cannot be said.*People score 90\.5/);
    expect(saturation?.bar.human).toBe(90.5);
  });

  it('is not told where lower is better, where nobody knows, or where few report it', () => {
    for (const id of ['lambada', 'unlisted:zebra', 'gsm8k', 'arc_challenge']) {
      expect(viewOf(siteWith(), id).saturation).toBeNull();
    }
  });
});

describe('reports of a benchmark', () => {
  it('are listed by card', () => {
    const { reports } = viewOf(siteWith(), 'bbh');
    expect(reports?.title).toBe('Reported by 3 cards');
    expect(reports?.cards.map(({ name, count }) => `${name} ${count}`)).toEqual([
      expect.stringMatching(/script/),
      'acme/Zephyr-7B 2',
      'arcee-ai/Arcee-Spark 1',
    ]);
    expect(viewOf(siteWith(), 'arc_challenge').reports).toBeNull();
  });

  it('disagree so often, by so much', () => {
    const { differences } = viewOf(siteWith(), 'bbh');
    expect(differences?.summary).toBe('Results claimed in more than one place: 1. 1 differs, by 3.10.');
    expect(differences?.rows[0]).toMatchObject({ model: 'arcee-ai/Arcee-Spark', apart: '3.10' });
    expect(viewOf(siteWith(), 'gsm8k').differences).toBeNull();
  });
});

describe('what a benchmark is', () => {
  it('is said in one line and in facts with their sources', () => {
    const view = viewOf(siteWith(undefined, 250), 'musr');
    expect(view.glance).toEqual([
      'Reasoning',
      'acc_norm',
      'higher is better',
      '250 questions',
      'usually 0-shot',
    ]);
    expect(view.facts.map(({ label, text }) => `${label}: ${text}`)).toEqual(
      expect.arrayContaining(['Questions: 250', 'People score: 90.5', 'Paper: example.org/p']),
    );
    expect(viewOf(siteWith(), 'unlisted:zebra')).toMatchObject({ glance: [], facts: [], related: [] });
  });

  it('leads to others of its suites first', () => {
    const related = viewOf(siteWith(), 'musr').related.map(({ name }) => name);
    expect(related).toHaveLength(5);
    expect(related).not.toContain('MuSR');
  });

  it('names fields in words, even one that has no text', () => {
    const site = siteWith();
    expect(fieldTitle(site, 'math')).toBe('Mathematics');
    expect(fieldTitle(site, 'space-flight')).toBe('Space flight');
    expect(fieldTitle(site, '')).toBe('Other');
  });

  it('stands in the list with the best of its largest setting', () => {
    const lines = benchmarksView(siteWith(), at).fields.flatMap(({ benchmarks }) => benchmarks);
    expect(lines.find(({ name }) => name === 'IFEval')?.best).toMatchObject({ score: '56.21' });
    expect(lines.find(({ name }) => name === 'GSM8K')?.best).toBeNull();
  });
});
