/** Badges, pictures and what pages' heads say: right figures, safe text, addresses that lead somewhere. */
import { describe, expect, it } from 'vitest';
import { badgeAddress, badgeFiles, headlineResult } from '../../src/render/badges.ts';
import { siteOf } from '../../src/render/frame.ts';
import { pictureSvg } from '../../src/render/picture-svg.ts';
import { picturesOf } from '../../src/render/pictures.ts';
import { renderSite } from '../../src/render/site.ts';
import { subjectsOf } from '../../src/render/subjects.ts';
import { HOSTILE, sampleContext, sampleData } from './sample-data.ts';

const BASE = 'https://example.org/board';
const data = sampleData();
const context = sampleContext({ baseUrl: BASE });
const site = siteOf(data, context);
const pages = new Map([...renderSite(data, context)].map(({ path, content }) => [path, content]));
const SPARK = 'models/arcee-ai/Arcee-Spark/index.html';

describe('badges', () => {
  const files = new Map([...badgeFiles(site)].map(({ path, content }) => [path, content as string]));

  it('stand for each benchmark of each model that has a card', () => {
    const carded = new Set(data.models.filter(({ card }) => card !== null).map(({ id }) => id));
    const pairs = new Set(
      data.results
        .filter(({ model, benchmark }) => carded.has(model) && site.index.benchmarks.has(benchmark))
        .map(({ model, benchmark }) => badgeAddress(context.urls, model, benchmark)),
    );
    expect([...files.keys()].filter((path) => path.endsWith('.svg')).sort()).toEqual([...pairs].sort());
  });

  it('say what was measured and what came out, to screen readers too', () => {
    const svg = files.get('badges/EleutherAI/llemma_7b/gsm8k.svg') ?? '';
    expect(svg).toContain('role="img" aria-label="GSM8K (8-shot): 36.4 %"');
    expect(svg).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
    expect(JSON.parse(files.get('badges/EleutherAI/llemma_7b/gsm8k.json') ?? '')).toEqual({
      schemaVersion: 1,
      label: 'GSM8K (8-shot)',
      message: '36.4 %',
      color: '0b5c63',
    });
  });

  it('take the result under the benchmark’s usual conditions, whatever the order', () => {
    const [usual] = data.results.filter(({ benchmark }) => benchmark === 'gsm8k');
    if (usual === undefined) throw new Error('the sample has no GSM8K');
    const plain = { ...usual, id: 'plain', shots: 5, setting: null, split: null };
    expect(headlineResult(site, [usual, plain])?.id).toBe('plain');
    expect(headlineResult(site, [plain, usual])?.id).toBe('plain');
    expect(headlineResult(site, [])).toBeUndefined();
  });
});

describe('pictures', () => {
  const pictures = picturesOf(site, subjectsOf(site));

  it('stand for the site, its boards, benchmarks with results and models with cards', () => {
    expect(pictures.of(SPARK)?.alt).toBe('Arcee-Spark');
    expect(pictures.of('boards/open_llm_v2/index.html')?.alt).toBe('Open LLM Leaderboard v2');
    expect(pictures.of('audit/index.html')).toEqual(pictures.of('index.html'));
    const drawn = [...pictures.all()].map(({ path }) => path);
    expect(new Set(drawn).size).toBe(drawn.length);
    for (const path of pages.keys()) expect(drawn).toContain(pictures.of(path)?.path);
  });

  it('are those of the site where the font lacks the letters of a name', () => {
    const arabic = 'models/%D8%B4%D8%B1%D9%83%D8%A9/';
    const path = [...pages.keys()].find((page) => page.startsWith(arabic.replaceAll('%', '~'))) ?? '';
    expect(path).not.toBe('');
    expect(pictures.of(path)).toEqual(pictures.of('index.html'));
  });

  it('have a name that changes with what they show', () => {
    const svgs = [...pictures.all()];
    expect(new Set(svgs.map(({ svg }) => svg)).size).toBe(svgs.length);
    for (const { path } of svgs) expect(path).toMatch(/^pictures\/[0-9a-f]{16}\.png$/);
  });

  it('escape what they write, and cut what does not fit', () => {
    const svg = pictureSvg({
      above: HOSTILE,
      title: `${HOSTILE}${'W'.repeat(300)}`,
      facts: '漢字 & signs',
      rows: [{ label: 'a "quoted" name '.repeat(20), value: '<1>' }],
      site: 'Site',
      foot: '',
    });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&#60;script&#62;');
    expect(svg).toContain('&#38; signs');
    expect(svg).not.toContain('漢');
    expect(
      Math.max(...[...svg.matchAll(/>([^<]*)<\/text>/g)].map(([, text]) => text?.length ?? 0)),
    ).toBeLessThan(120);
  });

  it.each([
    ['none where the site’s address is not known', sampleContext(), 0],
    ['none where the config wants none', sampleContext({ baseUrl: BASE, pictures: 'none' }), 0],
  ])('are %s', (_, other, count) => {
    const others = siteOf(data, other);
    expect([...picturesOf(others, subjectsOf(others)).all()]).toHaveLength(count);
  });

  it('leave models out where the config says so', () => {
    const others = siteOf(data, sampleContext({ baseUrl: BASE, pictures: 'boards' }));
    const fewer = picturesOf(others, subjectsOf(others));
    expect(fewer.of(SPARK)).toEqual(fewer.of('index.html'));
    expect(fewer.of('boards/open_llm_v2/index.html')).not.toEqual(fewer.of('index.html'));
  });
});

/** The JSON-LD of a page. */
function structured(path: string): Record<string, unknown> {
  const [, json] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(pages.get(path) ?? '') ?? [];
  return JSON.parse(json ?? 'null');
}

describe('structured data', () => {
  it('say of the home page that it is a site', () => {
    expect(structured('index.html')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      url: `${BASE}/`,
    });
  });

  it.each(['boards/open_llm_v2/index.html', 'benchmarks/gsm8k/index.html', 'data/index.html'])(
    'say of %s that it is a data set, with where to get it',
    (path) => {
      const thing = structured(path);
      expect(thing).toMatchObject({ '@type': 'Dataset', isAccessibleForFree: true });
      for (const field of ['name', 'description', 'url']) expect(thing[field]).toMatch(/\S/);
      for (const one of thing.distribution as {
        '@type': string;
        contentUrl: string;
        encodingFormat: string;
      }[]) {
        expect(one['@type']).toBe('DataDownload');
        expect(one.contentUrl).toMatch(/^https:\/\/example\.org\/board\/(?:api|data)\//);
        expect(one.encodingFormat).toMatch(/^\w+\/[\w.+-]+$/);
      }
    },
  );

  it('say of a model who made it and under which licence', () => {
    expect(structured(SPARK)).toMatchObject({
      '@type': 'SoftwareApplication',
      name: 'Arcee-Spark',
      author: { '@type': 'Organization', name: 'arcee-ai' },
      license: 'https://www.apache.org/licenses/LICENSE-2.0',
    });
  });

  it('cannot end their element, whatever a card is called', () => {
    const tricky = [...pages].find(([path]) => path.startsWith('models/acme/~3Cscript'));
    expect(tricky?.[1].match(/<script type="application\/ld\+json">/g)).toHaveLength(1);
    expect(structured(tricky?.[0] ?? '')).toMatchObject({ name: HOSTILE });
  });

  it('have addresses from the page where the site’s is not known', () => {
    const [home] = renderSite(data, sampleContext());
    expect(home?.content).toContain('"url":"./"');
    expect(home?.content).not.toContain('og:image');
  });
});

describe('the head of a page', () => {
  it('tells previews its title, words and picture', () => {
    const html = pages.get(SPARK) ?? '';
    expect(html).toContain('<meta property="og:title" content="arcee-ai/Arcee-Spark');
    expect(html).toMatch(
      /<meta property="og:image" content="https:\/\/example\.org\/board\/pictures\/[0-9a-f]+\.png">/,
    );
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
  });

  it('leads to the same for programs', () => {
    expect(pages.get(SPARK)).toContain(
      '<link rel="alternate" type="application/json" href="../../../api/v1/models/arcee-ai/Arcee-Spark.json">',
    );
  });
});
