/** A small hand-made site: models with and without cards, boards with gaps, ties and disagreements, hostile names. */
import { type Claim, claimId } from '../../src/core/claim.ts';
import { type Config, DEFAULT_CONFIG } from '../../src/core/config.ts';
import { makeLanguage } from '../../src/core/language.ts';
import type { Finding, Model, Origin, Result } from '../../src/core/result.ts';
import type { SiteUrls } from '../../src/core/urls.ts';
import type { License, Metric, Registry, Suite } from '../../src/registry/types.ts';
import type { RenderContext } from '../../src/render/site.ts';
import { loadTemplates } from '../../src/render/template.ts';
import { loadMessages } from '../../src/site/messages.ts';
import type {
  BenchmarkRecord,
  Board,
  BoardRow,
  CardRecord,
  SiteData,
  Standing,
} from '../../src/store/types.ts';

/** An overall ranking of nobody. */
export const NO_OVERALL: SiteData['overall'] = {
  rows: [],
  contests: 0,
  comparisons: 0,
  unranked: 0,
  limits: { benchmarks: 5, rivals: 10, shared: 2, opponents: 20, suite: 6, samples: 100 },
};

export const HOSTILE = '<script>alert("1")</script>';
const TRICKY = `acme/${HOSTILE}`;
const TRICKY_CARD = 'acme/tricky/README.md';

export function sampleModel(id: string, more: Partial<Model> = {}): Model {
  const slash = id.indexOf('/');
  const name = slash < 0 ? id : id.slice(slash + 1);
  return {
    id,
    owner: slash < 0 ? null : id.slice(0, slash),
    name,
    display_name: name,
    card: null,
    names: [name],
    licenses: [],
    license_name: null,
    license_link: null,
    languages: [],
    tags: [],
    datasets: [],
    base_models: [],
    base_model_relation: null,
    library: null,
    pipeline_tag: null,
    parents: [],
    parameters: null,
    parameters_because: null,
    type: 'unknown',
    type_because: null,
    flagged: null,
    ...more,
  };
}

function sampleBenchmark(id: string, name: string, more: Partial<BenchmarkRecord> = {}): BenchmarkRecord {
  return {
    id,
    name,
    listed: true,
    category: 'reasoning',
    metric: 'acc_norm',
    unit: 'percent',
    range: [0, 100],
    higher_is_better: true,
    random_baseline: null,
    baseline_source: null,
    shots: 0,
    dataset: null,
    home: null,
    harness_task: null,
    description: `What ${name} measures, in one line.`,
    note: null,
    suites: [],
    results: 0,
    ...more,
  };
}

function sampleClaim(card: string, line: number, raw: string, more: Partial<Claim> = {}): Claim {
  const value = Number.parseFloat(raw.replace(/[*%]/g, ''));
  return {
    card,
    subject: 'self',
    model_as_written: null,
    benchmark_as_written: 'IFEval',
    metric_as_written: null,
    shots: null,
    setting: null,
    split: null,
    value,
    unit_as_written: null,
    stderr: null,
    origin_name: null,
    origin_url: null,
    date: null,
    claims_verification: false,
    suite_as_written: null,
    group: `${card}:table:${line}`,
    source: {
      kind: 'table',
      file: null,
      line,
      column: 14,
      cell: 1,
      raw,
      row: 'IFEval (0-Shot)',
      header: 'Value',
    },
    confidence: 0.95,
    because: [
      'the model is the card’s own: the table names no other',
      `benchmark from row label 'IFEval' (line ${line})`,
    ],
    status: 'accepted',
    model: null,
    benchmark: null,
    metric: null,
    score: value,
    unit: 'percent',
    ...more,
  };
}

let serial = 0;

function sampleResult(
  model: string,
  benchmark: string,
  values: readonly { readonly score: number; readonly origin: Origin; readonly claims: readonly string[] }[],
  more: Partial<Result> = {},
): Result {
  const first = values[0];
  if (first === undefined) throw new Error('a result needs a value');
  const decimals = more.decimals ?? 2;
  const scores = values.map(({ score }) => score);
  serial++;
  return {
    id: `r${serial.toString(16).padStart(5, '0')}`,
    model,
    benchmark,
    metric: 'acc_norm',
    shots: 0,
    shots_inferred: false,
    setting: null,
    split: null,
    score: first.score,
    unit: 'percent',
    stderr: null,
    decimals,
    origin: first.origin,
    claims: values.flatMap(({ claims }) => claims),
    values: values.map(({ score, origin, claims }) => ({ score, stderr: null, decimals, origin, claims })),
    spread: Math.max(...scores) - Math.min(...scores),
    ...more,
  };
}

function suite(id: string, name: string, more: Partial<Suite> = {}): Suite {
  return {
    id,
    name,
    aliases: [],
    description: '',
    home: null,
    members: [],
    normalized: false,
    average: { rule: 'mean', requires: 'all', decimals: 2, metrics: [], alternatives: [] },
    ...more,
  };
}

const METRICS: Metric[] = [
  {
    id: 'acc',
    name: 'acc',
    aliases: [],
    higher_is_better: true,
    unit: null,
    description: 'Share of right answers.',
  },
  {
    id: 'acc_norm',
    name: 'acc_norm',
    aliases: [],
    higher_is_better: true,
    unit: null,
    description: 'Share of right answers, normalised by length.',
  },
  {
    id: 'word_perplexity',
    name: 'word perplexity',
    aliases: [],
    higher_is_better: false,
    unit: 'perplexity',
    description: 'Lower is better.',
  },
];

const LICENSES: License[] = [
  {
    id: 'apache-2.0',
    name: 'Apache License 2.0',
    url: 'https://www.apache.org/licenses/LICENSE-2.0',
    aliases: [],
    openness: 'open',
    commercial_use: 'allowed',
    changes: 'allowed',
    distribution: 'allowed',
    conditions: ['notice'],
    user_limit: null,
    source: 'Open Source Initiative',
    summary: 'Use, change and share, also commercially.',
  },
  {
    id: 'llama2',
    name: 'Llama 2 Community License',
    url: 'https://ai.meta.com/llama/license/',
    aliases: ['llama-2-licence'],
    openness: 'restricted',
    commercial_use: 'limited',
    changes: 'allowed',
    distribution: 'allowed',
    conditions: ['user-limit'],
    user_limit: 700_000_000,
    source: 'licence text',
    summary: 'Free below a size of business.',
  },
];

function sampleRegistry(
  suites: readonly Suite[] = [
    suite('open_llm_v2', 'Open LLM Leaderboard v2', { normalized: true, home: 'https://example.org/board' }),
  ],
): Registry {
  return {
    benchmarks: [],
    metrics: METRICS,
    suites,
    licenses: LICENSES,
    benchmark: () => undefined,
    metric: (id) => METRICS.find((metric) => metric.id === id),
    suite: (id) => suites.find((entry) => entry.id === id),
    license: (id) => LICENSES.find((license) => license.id === id),
    findBenchmark: () => undefined,
    findMetric: () => undefined,
    findSuites: () => [],
    hash: '0',
  };
}

/** Addresses as a site gives them, without care for collisions. */
const SAMPLE_URLS: SiteUrls = {
  board: (id) => `boards/${id}/`,
  benchmark: (id) => `benchmarks/${encodeURIComponent(id).replaceAll('%', '~')}/`,
  org: (id) => `orgs/${encodeURIComponent(id).replaceAll('%', '~')}/`,
  model: (id) =>
    `models/${id
      .split('/')
      .map((part) => encodeURIComponent(part).replaceAll('%', '~'))
      .join('/')}/`,
  claim(id) {
    const [card = '', anchor = ''] = id.split('#');
    const model = card === TRICKY_CARD ? TRICKY : card.replace(/\/README\.md$|\.md$/, '');
    return `${this.model(model)}#${anchor}`;
  },
  asset: (name) => `assets/${name}`,
};

const SPARK = 'arcee-ai/Arcee-Spark';
const LLEMMA = 'EleutherAI/llemma_7b';
const COLUMNS = ['ifeval', 'bbh', 'math_hard', 'gpqa', 'musr', 'mmlu_pro'];
const NAMES = ['IFEval', 'BBH', 'MATH Lvl 5', 'GPQA', 'MuSR', 'MMLU-Pro'];

/** The sample site. */
export function sampleData(): SiteData {
  serial = 0;
  const claims: Claim[] = [];
  const results: Result[] = [];
  const say = (card: string, line: number, raw: string, more: Partial<Claim> = {}) => {
    const claim = sampleClaim(card, line, raw, more);
    claims.push(claim);
    return claimId(claim);
  };
  const cardOf = (model: string) => `${model}/README.md`;
  const scores: Record<string, (number | null)[]> = {
    [SPARK]: [56.21, 37.14, 12.31, 7.61, 8.6, 31.36],
    'acme/Zephyr-7B': [56.21, 36.02, 12.31, 9.4, 8.6, 30.71],
    'Minerva 8B': [41.9, null, 14.1, null, null, null],
    [TRICKY]: [12.5, 20.25, 3, 2.5, 1.75, 10],
  };
  const rows: BoardRow[] = [];
  for (const [place, [model, numbers]] of Object.entries(scores).entries()) {
    const own = model !== 'Minerva 8B';
    const card = own ? (model === TRICKY ? TRICKY_CARD : cardOf(model)) : cardOf(LLEMMA);
    const cells = numbers.map((score, column) => {
      if (score === null) return null;
      const origin: Origin = own ? (column < 4 ? 'leaderboard' : 'self-reported') : 'third-party';
      const line = 24 + place * 40 + column * 6;
      const values = [
        {
          score,
          origin,
          claims: [
            say(card, line, score.toFixed(2), {
              origin_name: origin === 'leaderboard' ? 'Open LLM Leaderboard' : null,
              source: {
                kind: 'table',
                file: null,
                line,
                column: 14,
                cell: 1,
                raw: `**${score.toFixed(2)}**`,
                row: `${NAMES[column]} (0-Shot)`,
                header: 'Value',
              },
            }),
          ],
        },
      ];
      if (model === SPARK && column === 1) {
        const other = say(cardOf('acme/Zephyr-7B'), 90, '34.0', {
          subject: 'other',
          model_as_written: 'Arcee-Spark',
        });
        values.push({ score: 34.04, origin: 'third-party' as Origin, claims: [other] });
      }
      const result = sampleResult(model, COLUMNS[column] as string, values);
      results.push(result);
      return {
        result: result.id,
        score,
        stderr: null,
        best: score === 56.21,
        rank: 1,
        of: 3,
        band: null,
        loose: column === 5 ? 'shots not stated' : null,
      };
    });
    const full = cells.every((cell) => cell !== null);
    const average = full ? numbers.reduce((sum: number, score) => sum + (score ?? 0), 0) / 6 : null;
    rows.push({
      model,
      rank: full ? ([1, 1, null, 3][place] ?? null) : null,
      band: null,
      average,
      published: null,
      coverage: cells.filter((cell) => cell !== null).length,
      cells,
    });
  }
  rows.sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9));
  const gsm = sampleResult(
    LLEMMA,
    'gsm8k',
    [
      {
        score: 36.4,
        origin: 'self-reported',
        claims: [say(cardOf(LLEMMA), 138, '**36.4%**', { stderr: 1.32 })],
      },
    ],
    {
      shots: 8,
      setting: 'maj@100',
      split: 'test',
      decimals: 1,
      stderr: 1.32,
      metric: 'acc',
      shots_inferred: true,
    },
  );
  const odd = sampleResult(LLEMMA, 'unlisted:zebra', [
    { score: 0.71, origin: 'self-reported', claims: [say(cardOf(LLEMMA), 150, '0.71')] },
  ]);
  const loss = sampleResult(
    LLEMMA,
    'lambada',
    [{ score: 3.1, origin: 'self-reported', claims: [say(cardOf(LLEMMA), 160, '3.1')] }],
    { metric: 'word_perplexity', unit: 'perplexity', shots: null },
  );
  results.push(gsm, odd, loss);
  say(cardOf(LLEMMA), 170, '11', {
    status: 'held',
    because: ['two readings of the table are equally likely'],
  });

  const board: Board = {
    id: 'open_llm_v2',
    name: 'Open LLM Leaderboard v2',
    description: 'Six harder tests, rescaled so that guessing scores nothing.',
    suite: 'open_llm_v2',
    average: { rule: 'mean', requires: 6 },
    columns: COLUMNS.map((benchmark, place) => ({
      benchmark,
      metric: 'acc_norm',
      shots: [0, 3, 4, 0, 0, 5][place] ?? 0,
      setting: null,
      decimals: 2,
      higher_is_better: true,
    })),
    decimals: 2,
    rows,
  };
  const perplexity: Board = {
    id: 'lambada',
    name: 'LAMBADA',
    description: 'Perplexity of the last word.',
    suite: null,
    average: { rule: 'none', requires: 1 },
    columns: [
      {
        benchmark: 'lambada',
        metric: 'word_perplexity',
        shots: null,
        setting: null,
        decimals: 1,
        higher_is_better: false,
      },
    ],
    decimals: 1,
    rows: [
      {
        model: LLEMMA,
        rank: 1,
        band: null,
        average: null,
        published: null,
        coverage: 1,
        cells: [
          { result: loss.id, score: 3.1, stderr: null, best: true, rank: 1, of: 1, band: null, loose: null },
        ],
      },
    ],
  };
  const models = [
    sampleModel(SPARK, {
      display_name: 'Arcee Spark',
      card: cardOf(SPARK),
      licenses: ['apache-2.0'],
      languages: ['en', 'de', 'ar'],
      parameters: 7,
      type: 'fine-tuned',
      type_because: 'the card names a base model',
      base_models: ['Qwen/Qwen2-7B', 'javascript:alert(1)'],
      names: ['Arcee-Spark', 'Arcee Spark'],
      tags: ['conversational', 'text-generation'],
      datasets: ['acme/instructions'],
      pipeline_tag: 'text-generation',
      library: 'transformers',
    }),
    sampleModel('acme/Zephyr-7B', {
      card: cardOf('acme/Zephyr-7B'),
      licenses: ['other'],
      license_name: 'zephyr-licence',
      license_link: 'javascript:alert(1)',
      parameters: 7,
      type: 'chat',
      flagged: { reason: 'trained on the test set', link: 'https://example.org/discussion' },
      base_models: [SPARK],
    }),
    sampleModel(LLEMMA, {
      card: cardOf(LLEMMA),
      licenses: ['llama2'],
      parameters: 7,
      type: 'pretrained',
      type_because: "tag 'pretrained'",
    }),
    sampleModel('Minerva 8B', { parameters: 8 }),
    sampleModel(TRICKY, {
      card: TRICKY_CARD,
      display_name: `${HOSTILE} "quoted' & so on`,
      licenses: ['"><img src=x onerror=alert(1)>'],
    }),
    sampleModel('شركة/نموذج-٧'),
  ];
  const benchmarks = [
    ...COLUMNS.map((id, place) =>
      sampleBenchmark(id, NAMES[place] as string, {
        suites: ['open_llm_v2'],
        results: 3,
        random_baseline: place === 3 ? 25 : null,
      }),
    ),
    sampleBenchmark('gsm8k', 'GSM8K', {
      category: 'mathematics',
      metric: 'exact_match',
      harness_task: 'gsm8k',
      shots: 5,
      dataset: 'openai/gsm8k',
      home: 'https://example.org/gsm8k',
      note: 'Cards differ in shots and in how an answer is taken from the text.',
      results: 1,
    }),
    sampleBenchmark('lambada', 'LAMBADA', {
      category: 'language',
      unit: 'perplexity',
      higher_is_better: false,
      results: 1,
      metric: 'word_perplexity',
    }),
    sampleBenchmark('unlisted:zebra', 'Zebra-QA', {
      listed: false,
      category: '',
      higher_is_better: null,
      description: '',
      results: 1,
    }),
    sampleBenchmark('arc_challenge', 'ARC (challenge)', { results: 0 }),
  ];
  const card = (model: string, path: string, html: string): CardRecord => ({
    path,
    file: `cards/${path}`,
    model,
    hash: '0',
    html,
    added: null,
    changed: null,
    accepted: claims.filter((claim) => claim.card === path && claim.status === 'accepted').length,
    held: claims.filter((claim) => claim.card === path && claim.status === 'held').length,
  });
  const tableOf = (path: string) => {
    const body = claims
      .filter((claim) => claim.card === path)
      .map(({ source, status }) => {
        const kind = status === 'held' ? 'claim held' : 'claim';
        return `<tr><td>${source.row ?? ''}</td><td class="${kind}" id="L${source.line}C${source.column}" title="IFEval, 0-shot">${source.raw.replace(/\*/g, '')}</td></tr>`;
      })
      .join('\n');
    return `<section class="front-matter" aria-label="Metadata"><pre tabindex="0"><code>---\nlicense: apache-2.0\n---\n</code></pre></section>\n<h2>Sample card</h2>\n<p>Words of a card.</p>\n<div class="table-scroll" tabindex="0"><table><thead><tr><th>Benchmark</th><th>Value</th></tr></thead><tbody>${body}</tbody></table></div>`;
  };
  const findings: Finding[] = [
    {
      id: 'f1',
      rule: 'average',
      severity: 'ok',
      model: SPARK,
      suite: 'open_llm_v2',
      benchmark: null,
      message: 'The published average 25.54 is the mean of the 6 rows.',
      published: 25.54,
      recomputed: 25.54,
      by: 'mean of 6 of 6',
      alternatives: [],
      claims: [claimId(claims[0] as Claim)],
    },
    {
      id: 'f2',
      rule: 'average',
      severity: 'warning',
      model: SPARK,
      suite: 'gpt4all',
      benchmark: null,
      message: 'The published average 69.37 comes out by no rule that was tried.',
      published: 69.37,
      recomputed: 71.74,
      by: 'mean of acc_norm, else acc, over 7 of 7',
      alternatives: [{ by: 'mean of acc over 7 of 7', value: 67.68 }],
      claims: claims.slice(0, 7).map(claimId),
    },
    {
      id: 'f3',
      rule: 'disagreement',
      severity: 'warning',
      model: SPARK,
      suite: null,
      benchmark: 'bbh',
      message: 'Two cards differ by 3.1.',
      published: 37.14,
      recomputed: null,
      by: null,
      alternatives: [],
      claims: claims.slice(1, 3).map(claimId),
    },
  ];
  const standings: Standing[] = results.map((result) => ({
    result: result.id,
    rank: result.score === 56.21 ? 1 : 2,
    of: 4,
    band: null,
  }));
  return {
    cards: [
      card(LLEMMA, cardOf(LLEMMA), tableOf(cardOf(LLEMMA))),
      card(SPARK, cardOf(SPARK), tableOf(cardOf(SPARK))),
      card('acme/Zephyr-7B', cardOf('acme/Zephyr-7B'), tableOf(cardOf('acme/Zephyr-7B'))),
      card(TRICKY, TRICKY_CARD, tableOf(TRICKY_CARD)),
    ],
    models,
    benchmarks,
    claims,
    results,
    standings,
    boards: [board, perplexity],
    findings,
    overall: {
      ...NO_OVERALL,
      rows: [
        {
          model: 'acme/Zephyr-7B',
          rank: 1,
          band: [1, 2],
          score: 71.26,
          low: 48.31,
          high: 90.04,
          benchmarks: 6,
          opponents: 12,
          comparisons: 1204,
        },
      ],
      contests: 9,
      comparisons: 1310,
      unranked: 3,
    },
    copies: [],
    recomputed: [],
    diagnostics: [
      {
        severity: 'warning',
        code: 'normalize/unknown-benchmark',
        message: '"Zebra-QA" is not in the registry.',
        file: 'cards/x.md',
        line: 150,
        column: 3,
      },
    ],
  };
}

/** Models that differ in nothing but a number. */
function plainModel(row: number) {
  const size = (row % 9) + 1;
  return {
    id: `organisation-${row % 97}/model-${row}-${size}B-instruct`,
    facts: { licenses: ['apache-2.0'], parameters: size, type: 'chat' } as const,
    line: 20,
  };
}

/** One board of `rows` models and `columns` benchmarks, to see what volume does. */
export function largeData(
  rows: number,
  columns: number,
  made: (row: number) => { id: string; facts: Partial<Model>; line: number } = plainModel,
): SiteData {
  serial = 0;
  const benchmarks = Array.from({ length: columns }, (_, place) =>
    sampleBenchmark(`bench_${place}`, `Benchmark ${place + 1}`, {
      results: rows,
      category: place % 2 === 0 ? 'reasoning' : 'mathematics',
    }),
  );
  const claims: Claim[] = [];
  const results: Result[] = [];
  const models: Model[] = [];
  const cards: CardRecord[] = [];
  const boardRows: BoardRow[] = [];
  const standings: Standing[] = [];
  for (let row = 0; row < rows; row++) {
    const { id: model, facts, line: firstLine } = made(row);
    const path = `${model}/README.md`;
    models.push(sampleModel(model, { card: path, ...facts }));
    cards.push({
      path,
      file: `cards/${path}`,
      model,
      hash: '0',
      html: '<p>Words.</p>',
      added: null,
      changed: null,
      accepted: columns,
      held: 0,
    });
    let sum = 0;
    const cells = benchmarks.map(({ id, name }, column) => {
      const score = Number((((row * 7919 + column * 104729) % 9000) / 100 + 5).toFixed(2));
      sum += score;
      const line = firstLine + column * (firstLine > 20 ? 16 : 1);
      const claim = sampleClaim(path, line, String(score), {
        because: [
          'the model is the card’s own',
          `benchmark from row label '${name}' (line ${line})`,
          "column 'Value' holds the numbers",
        ],
        source: {
          kind: 'table',
          file: null,
          line,
          column: 14,
          cell: 1,
          raw: String(score),
          row: name,
          header: 'Value',
        },
      });
      claims.push(claim);
      const result = sampleResult(model, id, [{ score, origin: 'self-reported', claims: [claimId(claim)] }]);
      results.push(result);
      standings.push({ result: result.id, rank: row + 1, of: rows, band: null });
      return {
        result: result.id,
        score,
        stderr: null,
        best: false,
        rank: row + 1,
        of: rows,
        band: null,
        loose: null,
      };
    });
    boardRows.push({
      model,
      rank: row + 1,
      band: null,
      average: sum / columns,
      published: null,
      coverage: columns,
      cells,
    });
  }
  boardRows.sort((a, b) => (b.average ?? 0) - (a.average ?? 0));
  const board: Board = {
    id: 'large',
    name: 'A large board',
    description: 'Many models.',
    suite: null,
    average: { rule: 'mean', requires: columns },
    columns: benchmarks.map(({ id }) => ({
      benchmark: id,
      metric: 'acc_norm',
      shots: 5,
      setting: null,
      decimals: 2,
      higher_is_better: true,
    })),
    decimals: 2,
    rows: boardRows.map((row, place) => ({ ...row, rank: place + 1 })),
  };
  return {
    cards,
    models,
    benchmarks,
    claims,
    results,
    standings,
    boards: [board],
    findings: [],
    overall: NO_OVERALL,
    copies: [],
    recomputed: [],
    diagnostics: [],
  };
}

/** The context of a sample site. */
export function sampleContext(config: Partial<Config> = {}): RenderContext {
  const root = (folder: string) => new URL(`../../${folder}/`, import.meta.url).pathname;
  const { code, all } = loadMessages(root('messages'), 'en');
  const language = makeLanguage(code, all);
  return {
    config: { ...DEFAULT_CONFIG, ...config },
    registry: sampleRegistry(),
    urls: SAMPLE_URLS,
    templates: loadTemplates(root('templates'), language.t),
    language,
    content: [
      { name: 'about', title: 'About', html: '<h1>About</h1>\n<p>What this <em>is</em> &amp; is not.</p>' },
    ],
    version: '0.0.0',
  };
}
