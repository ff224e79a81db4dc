/** Views: what pages say, before any template. */
import { describe, expect, it } from 'vitest';
import { type Claim, claimId } from '../../src/core/claim.ts';
import { unpackProof } from '../../src/core/proof.ts';
import { auditView } from '../../src/render/audit.ts';
import { benchmarkView, harnessCommand } from '../../src/render/benchmark.ts';
import { benchmarksView } from '../../src/render/benchmarks.ts';
import { boardsView } from '../../src/render/boards.ts';
import { dataView } from '../../src/render/data.ts';
import { contentPolicy, pageAnywhere, pageAt, type Site, siteOf } from '../../src/render/frame.ts';
import { homeView } from '../../src/render/home.ts';
import { modelView } from '../../src/render/model.ts';
import { licenses } from '../../src/render/model-facts.ts';
import { modelsPages } from '../../src/render/models.ts';
import { overallView } from '../../src/render/overall.ts';
import type { RenderContext } from '../../src/render/site.ts';
import type { SiteData } from '../../src/store/types.ts';
import { largeData, NO_OVERALL, sampleContext, sampleData, sampleModel } from './sample-data.ts';

function sampleSite(data: SiteData = sampleData(), more: Partial<RenderContext> = {}): Site {
  const context = { ...sampleContext(), ...more };
  return siteOf(data, context);
}

const site = sampleSite();
const modelNamed = (id: string) =>
  site.data.models.find((model) => model.id === id) as SiteData['models'][number];
const benchmarkNamed = (id: string) =>
  site.data.benchmarks.find((benchmark) => benchmark.id === id) as SiteData['benchmarks'][number];

describe('a benchmark', () => {
  const at = pageAt('benchmarks/x/index.html');

  it('groups results by how they were measured', () => {
    const view = benchmarkView(site, at, benchmarkNamed('ifeval'));
    expect(view.groups).toHaveLength(1);
    expect(view.groups[0]).toMatchObject({ title: 'acc_norm · 0-shot', mixed: false });
    expect(view.groups[0]?.rows[0]).toMatchObject({ best: true, score: '56.21', rank: '1=' });
  });

  it('says that shots were inferred', () => {
    const view = benchmarkView(site, at, benchmarkNamed('gsm8k'));
    expect(view.groups[0]?.rows[0]?.loose).toMatch(/does not state/);
    expect(view.groups[0]?.rows[0]).toMatchObject({
      conditions: 'acc · 8-shot · maj@100 · test split',
      stderr: '± 1.3',
    });
  });

  it('gives the command that reproduces it, where there is one', () => {
    expect(harnessCommand({ harness_task: 'gsm8k', shots: 5 })).toBe(
      'lm_eval --model hf --model_args pretrained=MODEL --tasks gsm8k --num_fewshot 5',
    );
    expect(harnessCommand({ harness_task: 'gsm8k', shots: null })).not.toContain('num_fewshot');
    expect(harnessCommand({ harness_task: null, shots: 5 })).toBe('');
  });

  it('that nobody lists claims nothing', () => {
    const view = benchmarkView(site, at, benchmarkNamed('unlisted:zebra'));
    expect(view).toMatchObject({ listed: false, facts: [], command: '' });
  });

  it('stands in its field, among the unlisted, or among the unreported', () => {
    const view = benchmarksView(site, at);
    expect(view.fields.map(({ title }) => title)).toEqual(['Language', 'Mathematics', 'Reasoning']);
    expect(view.unlisted.map(({ name }) => name)).toEqual(['Zebra-QA']);
    expect(view.unreported.map(({ name }) => name)).toEqual(['ARC (challenge)']);
  });
});

describe('a model', () => {
  const at = pageAt('models/x/y/index.html');
  const spark = modelView(site, at, modelNamed('arcee-ai/Arcee-Spark'));

  it('shows each result once a group, with its proof and its rank', () => {
    const group = spark.groups.find(({ id }) => id === 'board-open_llm_v2');
    expect(group?.results.map(({ benchmark }) => benchmark)).toEqual([
      'IFEval',
      'BBH',
      'MATH Lvl 5',
      'GPQA',
      'MuSR',
      'MMLU-Pro',
    ]);
    expect(group?.average?.words).toMatch(/^6 of 6 · /);
    expect(group?.average).toMatchObject({ score: '25.54', rank: '1= of 3' });
    const bbh = group?.results[1];
    expect(bbh?.proof?.values.map(({ score, difference }) => [score, difference])).toEqual([
      ['37.14', ''],
      ['34.04', '−3.10'],
    ]);
    expect(bbh?.proof?.values[1]?.words).toBe('Reported by another model’s card');
  });

  it('with hundreds of results packs their proofs, in the order of the rows', () => {
    const data = largeData(2, 160);
    const large = sampleSite(data);
    const view = modelView(large, at, data.models[0] as SiteData['models'][number]);
    const rows = view.groups.flatMap(({ results }) => results);
    const packed = JSON.parse(view.packed);
    expect(rows).toHaveLength(160);
    expect(packed.proofs).toHaveLength(160);
    rows.forEach((row, place) => {
      expect(row.proof).toBeNull();
      expect(unpackProof(packed, place)?.values[0]?.score.toFixed(2)).toBe(row.score);
    });
    expect(spark.packed).toBe('');
  });

  it('is headed by its own name only where that writes the same name another way', () => {
    const named = (display_name: string) =>
      modelView(sampleSite(), at, sampleModel('acme/little-1b', { display_name }));
    expect(named('Little 1B').name).toBe('Little 1B');
    const other = named('checkpoint_9');
    expect(other.name).toBe('little-1b');
    expect(other.facts.find(({ label }) => label === 'Also written')?.text).toBe('checkpoint_9');
  });

  it('ranks within the column of a board', () => {
    const group = spark.groups.find(({ id }) => id === 'board-open_llm_v2');
    expect(group?.results[0]).toMatchObject({ rank: '1 of 3', first: true });
  });

  it('links only to what is a link', () => {
    expect(spark.bases).toEqual([
      { label: 'Qwen/Qwen2-7B', href: 'https://huggingface.co/Qwen/Qwen2-7B', external: true },
      { label: 'javascript:alert(1)', href: '', external: true },
    ]);
    const zephyr = modelView(site, at, modelNamed('acme/Zephyr-7B'));
    expect(zephyr.bases[0]).toEqual({
      label: 'arcee-ai/Arcee-Spark',
      href: '../../arcee-ai/Arcee-Spark/',
      external: false,
    });
    expect(zephyr.licenses[0]).toMatchObject({ label: 'zephyr-licence', href: '' });
  });

  it('says whether its licence is open', () => {
    expect(spark.licenses[0]).toMatchObject({ label: 'Apache License 2.0', openness: 'open' });
    expect(licenses(site, sampleModel('a/b', { licenses: ['llama2'] }))[0]?.openness).toBe('not open');
    expect(licenses(site, sampleModel('a/b', { licenses: ['made-up'] }))[0]).toMatchObject({
      label: 'made-up',
      openness: '',
    });
  });

  it('known from others alone says who mentions it', () => {
    const minerva = modelView(site, at, modelNamed('Minerva 8B'));
    expect(minerva).toMatchObject({ card: null, edit: '', hub: '' });
    expect(minerva.mentioned).toMatch(/^No card here is about this model/);
    expect(minerva.mentions.shown).toEqual([
      { card: 'EleutherAI/llemma_7b', href: '../../EleutherAI/llemma_7b/', count: '2 numbers' },
    ]);
  });

  it('says what its checks came to', () => {
    expect(spark.checked).toBe('1 of 2 published averages does not hold, 1 result with differing claims');
    expect(modelView(site, at, modelNamed('Minerva 8B')).checked).toBe('');
  });

  it('keeps results of benchmarks that only cards know apart', () => {
    const llemma = modelView(site, at, modelNamed('EleutherAI/llemma_7b'));
    expect(llemma.groups.map(({ title }) => title)).toEqual([
      'LAMBADA',
      'Mathematics',
      'Benchmarks that only cards know',
    ]);
  });
});

describe('the other pages', () => {
  it('home shows a number that has a proof, and counts', () => {
    const view = homeView(site, pageAt('index.html'));
    expect(view.example?.proof.values[0]?.claims[0]?.line).toBeGreaterThan(0);
    expect(view.counts.map(({ count, noun }) => `${count} ${noun}`)).toEqual([
      '4 cards',
      '6 models',
      '9 benchmarks',
      '23 results',
      '24 claims',
    ]);
    expect(view.audit.figures.map(({ count, noun, href }) => `${count} ${noun} ${href}`)).toEqual([
      '1 published average holds audit/#holding',
      '1 published average does not audit/#rule-average',
      '1 result is claimed with differing numbers audit/',
    ]);
  });

  it('the audit counts what was held by its reason, and names the cards', () => {
    const view = auditView(site, pageAt('audit/index.html'));
    expect(view.held).toMatch(/^1 claim of 25 was read/);
    expect(view.reasons).toEqual([
      {
        title: '1 number was not read with enough confidence',
        advice: 'Name model, benchmark and metric where the number stands.',
        count: '1',
        cards: [{ name: 'EleutherAI/llemma_7b', href: '../models/EleutherAI/llemma_7b/#author', count: '1' }],
        more: '',
      },
    ]);
    expect(view.groups[0]?.findings[0]).toMatchObject({
      published: '69.37',
      recomputed: '71.74',
      difference: '−2.37',
    });
    expect(view.diagnostics[0]?.code).toBe('normalize/unknown-benchmark');
  });

  it('the audit lists what differs with every number claimed', () => {
    const view = auditView(site, pageAt('audit/index.html'));
    expect(view.groups[1]?.differences).toEqual([
      {
        model: 'arcee-ai/Arcee-Spark',
        modelHref: '../models/arcee-ai/Arcee-Spark/',
        about: 'BBH',
        conditions: 'acc_norm · 0-shot',
        values: [
          { score: '37.14', href: expect.stringMatching(/^\.\.\/models\/arcee-ai\/Arcee-Spark\/#L/) },
          { score: '34.04', href: expect.stringMatching(/#L/) },
        ],
        more: '',
        apart: '3.10',
      },
    ]);
    expect(view).toMatchObject({ filtered: false, holding: { folded: '' } });
  });

  it('the audit has a part for each rule that found something, and names the others', () => {
    const data = sampleData();
    const [, , differs] = data.findings;
    const flagged = { ...differs, id: 'f9', rule: 'flagged', severity: 'info', benchmark: null, claims: [] };
    const findings = [...data.findings, flagged] as typeof data.findings;
    const view = auditView(sampleSite({ ...data, findings }), pageAt('audit/index.html'));
    expect(view.groups.map(({ id, severity, count }) => [id, severity, count])).toEqual([
      ['rule-average', 'warning', '1'],
      ['rule-disagreement', 'warning', '1'],
      ['rule-flagged', 'info', '1'],
    ]);
    expect(view.groups[2]?.findings[0]).toMatchObject({ verdict: 'flagged', about: '', places: [] });
    expect(view.groups[2]?.advice).toBe('Follow the discussion; the flag is taken off in the config.');
    const bold = view.overview.find(({ title }) => title === 'A number in bold is not the best');
    expect(bold).toMatchObject({ href: '', count: '0', severityWord: 'look into it' });
    expect(view.overview.find(({ href }) => href === '#rule-average')).toMatchObject({
      count: '1',
      models: '1',
    });
    expect(view.summary).toMatch(/^3 things do not add up\./);
  });

  it('a finding stands on the page of every model and benchmark that it touches', () => {
    const data = sampleData();
    const [one, other] = data.claims.filter(({ card }) => card.startsWith('acme/Zephyr'));
    const pasted = {
      ...(data.findings[2] as (typeof data.findings)[number]),
      rule: 'pasted' as const,
      benchmark: null,
      claims: [one, other].map((claim) => claimId(claim as Claim)),
    };
    const claims = data.claims.map((claim) =>
      claim === one || claim === other ? { ...claim, model: 'acme/Zephyr-7B', benchmark: 'musr' } : claim,
    );
    const { findings } = sampleSite({ ...data, claims, findings: [pasted] }).index;
    expect([...findings.ofModel.keys()]).toEqual(['arcee-ai/Arcee-Spark', 'acme/Zephyr-7B']);
    expect([...findings.ofBenchmark.keys()]).toEqual(['musr']);
  });

  it('the audit folds a long list of averages that hold, and offers a filter', () => {
    const data = sampleData();
    const [average] = data.findings.filter(({ rule, severity }) => rule === 'average' && severity === 'ok');
    const many = Array.from(
      { length: 250 },
      (_, place) => ({ ...average, id: `f${place}` }) as (typeof data.findings)[number],
    );
    const view = auditView(sampleSite({ ...data, findings: many }), pageAt('audit/index.html'));
    expect(view).toMatchObject({
      filtered: true,
      holding: { folded: 'Show 200', more: '50 more in audit.json' },
    });
    expect(view.holding.shown).toHaveLength(200);
  });

  it('the data page names what there is', () => {
    const files = dataView(
      sampleSite(sampleData(), {
        downloads: [
          { path: 'data/results.csv', bytes: 2048 },
          { path: 'data/new.bin', bytes: 5 },
        ],
      }),
      pageAt('data/index.html'),
    ).files;
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ['results.csv', '2 kB'],
      ['new.bin', '5 bytes'],
    ]);
  });

  it('an empty site is a site', () => {
    const empty: SiteData = {
      cards: [],
      models: [],
      benchmarks: [],
      claims: [],
      results: [],
      standings: [],
      boards: [],
      findings: [],
      overall: NO_OVERALL,
      copies: [],
      recomputed: [],
      diagnostics: [],
    };
    const view = homeView(sampleSite(empty), pageAt('index.html'));
    expect(view).toMatchObject({ example: null, boards: [], cards: [] });
    expect(modelsPages([], new Map())).toEqual([{ path: 'models/index.html', models: [] }]);
  });

  it('long lists of models go on over pages: with results, in tables of others, cards without results', () => {
    const models = ['d/w', 'c/z', 'b/y', 'a/x'].map((id) =>
      sampleModel(id, { card: id === 'a/x' ? null : `${id}.md` }),
    );
    const pages = modelsPages(
      models,
      new Map([
        ['c/z', 1],
        ['b/y', 1],
        ['a/x', 1],
      ]),
      3,
    );
    expect(pages.map(({ path, models: list }) => [path, list.map(({ id }) => id)])).toEqual([
      ['models/index.html', ['b/y', 'c/z', 'a/x']],
      ['models/index-2.html', ['d/w']],
    ]);
  });
});

describe('the overall page', () => {
  it('gives ranks and scores with their intervals, and how many are not ranked', () => {
    const view = overallView(site, pageAt('overall/index.html'));
    expect(view.rows[0]).toMatchObject({
      rank: '1–2',
      score: '71.3',
      interval: '48.3–90.0',
      comparisons: '1,204',
    });
    expect(view.counts).toBe(
      '1 model ranked · 3 with too little behind them · 1,310 comparisons · 9 benchmarks under one set of conditions each',
    );
  });

  it('is led to from the boards, the home page and the model', () => {
    expect(boardsView(site, pageAt('boards/index.html')).overall?.href).toBe('../overall/');
    expect(homeView(site, pageAt('index.html')).overall).toBe('overall/');
    const model = site.data.models.find(({ id }) => id === 'acme/Zephyr-7B') as SiteData['models'][number];
    const page = modelView(site, pageAt('models/acme/Zephyr-7B/index.html'), model);
    expect(page.boards[0]).toEqual({ name: 'Overall', href: '../../../overall/', rank: 'only one' });
  });
});

it('a model’s raw scores stand recomputed beside what is published', () => {
  const benchmark = site.data.results.find((result) => result.model === 'acme/Zephyr-7B')
    ?.benchmark as string;
  const recomputed = [
    {
      suite: 'unknown',
      model: 'acme/Zephyr-7B',
      card: 'acme/zephyr/README.md',
      scores: [
        { benchmark, score: 25.185 },
        { benchmark: 'nobody-reports-it', score: null },
      ],
      average: null,
      claims: [],
    },
  ];
  const given = sampleSite({ ...sampleData(), recomputed });
  const model = given.data.models.find(({ id }) => id === 'acme/Zephyr-7B') as SiteData['models'][number];
  const [view] = modelView(given, pageAt('models/x/y/index.html'), model).recomputed;
  expect(view?.rows.map(({ score, published }) => [score, published === '–'])).toEqual([
    ['25.19', false],
    ['–', true],
    ['–', true],
  ]);
});

describe('a model whose results are another’s', () => {
  const repeated = sampleData().results.find((result) => result.model === 'Minerva 8B');
  const copy = {
    model: 'Minerva 8B',
    source: 'acme/Zephyr-7B',
    like: 'acme/Zephyr-7B',
    shared: 6,
    of: 6,
    because: 'base_model: acme/Zephyr-7B',
    results: repeated === undefined ? [] : [repeated.id],
    claims: [],
  };
  const site = sampleSite({ ...sampleData(), copies: [copy] });
  const pageOf = (id: string) =>
    modelView(
      site,
      pageAt('models/x/y/index.html'),
      site.data.models.find((model) => model.id === id) as SiteData['models'][number],
    );

  it('says so, with the source and the reason, and its results have no rank', () => {
    expect(pageOf('Minerva 8B').copy).toMatchObject({
      from: { label: 'acme/Zephyr-7B' },
      count: '6 of 6 numbers',
      because: 'base_model: acme/Zephyr-7B',
    });
    const ranks = pageOf('Minerva 8B').groups.flatMap(({ results }) =>
      results.map(({ id, rank }) => [id, rank]),
    );
    expect(ranks).toContainEqual([repeated?.id, 'inherited']);
  });

  it('is named on its source’s page', () => {
    expect(pageOf('acme/Zephyr-7B').copy?.copies).toMatchObject([{ label: 'Minerva 8B' }]);
  });

  it('is shared where nobody knows whose they are', () => {
    const open = sampleSite({
      ...sampleData(),
      copies: [{ ...copy, source: null, because: null, results: [] }],
    });
    const model = open.data.models.find(({ id }) => id === 'Minerva 8B') as SiteData['models'][number];
    expect(modelView(open, pageAt('models/x/y/index.html'), model).copy).toMatchObject({
      from: null,
      like: { label: 'acme/Zephyr-7B' },
    });
  });
});

describe('the frame', () => {
  it('allows images of the configured hosts only, and nothing smuggled in with them', () => {
    const policy = contentPolicy(['img.example.org', "x.org; script-src 'unsafe-inline'"]);
    expect(policy).toContain("img-src 'self' data: https://img.example.org;");
    expect(policy).not.toContain('unsafe');
  });

  it('links relatively, and from the base path where a page may stand anywhere', () => {
    expect(pageAt('a/b/index.html').to('models/')).toBe('../../models/');
    expect(pageAnywhere('404.html', '/board/').to('models/')).toBe('/board/models/');
  });
});
