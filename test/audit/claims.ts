/** Claims and suites for the tests of the audit, and the figures of four published cards. */
import type { Claim } from '../../src/core/claim.ts';
import type { Benchmark, Registry, Suite } from '../../src/registry/types.ts';

const CARD = 'acme/zephyr.md';

/** A normalised claim; the score is the value times 100 where the raw text is a fraction of a percent. */
export function claim(
  benchmark: string,
  metric: string,
  raw: string,
  line: number,
  fields: Partial<Claim> & { fraction?: boolean } = {},
): Claim {
  const { fraction = false, ...rest } = fields;
  const value = Number(raw.replace(/[^\d.-]/g, ''));
  return {
    card: CARD,
    subject: 'self',
    model_as_written: null,
    benchmark_as_written: benchmark,
    metric_as_written: metric,
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
    group: 'table@10',
    source: { kind: 'table', file: null, line, column: 5, cell: 1, raw, row: null, header: null },
    confidence: 0.9,
    because: [],
    status: 'accepted',
    model: 'acme/zephyr',
    benchmark,
    metric,
    score: fraction ? Number((value * 100).toFixed(8)) : value,
    unit: 'percent',
    ...rest,
  };
}

/** Rows "benchmark metric raw", one a line of the card from `from` on. */
export function rows(
  lines: string,
  from: number,
  fields: Partial<Claim> & { fraction?: boolean } = {},
): Claim[] {
  return lines
    .trim()
    .split('\n')
    .map((line, index) => {
      const [benchmark, metric, raw] = line.trim().split(/\s+/) as [string, string, string];
      return claim(benchmark, metric, raw, from + index, fields);
    });
}

export function suite(
  id: string,
  members: readonly string[],
  average: Partial<Suite['average']> = {},
  name = id,
): Suite {
  return {
    id,
    name,
    aliases: [],
    description: '',
    home: null,
    members: members.map((member) => {
      const [benchmark, metric = 'acc', setting] = member.split(':') as [string, string?, string?];
      return { benchmark, metric, shots: null, setting: setting ?? null, stands_for: null };
    }),
    normalized: false,
    average: { rule: 'mean', requires: 'all', decimals: 2, metrics: [], alternatives: [], ...average },
  };
}

/** As much of a registry as the audit reads: every benchmark is a percentage. */
export function registryOf(...suites: Suite[]): Pick<Registry, 'suite' | 'benchmark'> {
  return {
    suite: (id) => suites.find((suite) => suite.id === id),
    benchmark: (id) => ({ id, range: [0, 100] }) as unknown as Benchmark,
  };
}

export const LEADERBOARD_V1 = suite(
  'open_llm_leaderboard_v1',
  ['arc_challenge:acc_norm', 'hellaswag:acc_norm', 'mmlu', 'truthfulqa_mc2:mc2', 'winogrande', 'gsm8k'],
  {},
  'Open LLM Leaderboard v1',
);

export const LEADERBOARD_V2 = suite(
  'open_llm_leaderboard_v2',
  [
    'ifeval:strict_acc',
    'bbh:acc_norm',
    'math_hard:exact_match',
    'gpqa:acc_norm',
    'musr:acc_norm',
    'mmlu_pro',
  ],
  {},
  'Open LLM Leaderboard v2',
);

const AGIEVAL_PARTS = [
  'aqua_rat',
  'logiqa_en',
  'lsat_ar',
  'lsat_lr',
  'lsat_rc',
  'sat_en',
  'sat_en_without_passage',
  'sat_math',
];

export const AGIEVAL = suite(
  'agieval',
  AGIEVAL_PARTS.map((part) => `agieval_${part}:acc_norm`),
  { alternatives: [['acc']] },
  'AGIEval',
);

/** The AGIEval rows of a published card, as fractions with acc and acc_norm a benchmark. */
export const AGIEVAL_ROWS = rows(
  `agieval_aqua_rat acc 0.3937
   agieval_aqua_rat acc_norm 0.3937
   agieval_logiqa_en acc 0.4731
   agieval_logiqa_en acc_norm 0.4854
   agieval_lsat_ar acc 0.2783
   agieval_lsat_ar acc_norm 0.3000
   agieval_lsat_lr acc 0.5549
   agieval_lsat_lr acc_norm 0.5451
   agieval_lsat_rc acc 0.6022
   agieval_lsat_rc acc_norm 0.6208
   agieval_sat_en acc 0.8155
   agieval_sat_en acc_norm 0.8107
   agieval_sat_en_without_passage acc 0.4806
   agieval_sat_en_without_passage acc_norm 0.4612
   agieval_sat_math acc 0.4909
   agieval_sat_math acc_norm 0.4545`,
  210,
  { group: 'table@208', fraction: true },
);

export const GPT4ALL = suite(
  'gpt4all',
  [
    'arc_challenge:acc_norm',
    'arc_easy:acc_norm',
    'boolq',
    'hellaswag:acc_norm',
    'openbookqa:acc_norm',
    'piqa:acc_norm',
    'winogrande',
  ],
  { metrics: ['acc_norm', 'acc'], alternatives: [['acc']] },
  'GPT4All',
);

/** The GPT4All rows of the same card: two benchmarks have no normalised accuracy. */
export const GPT4ALL_ROWS = rows(
  `arc_challenge acc 0.5333
   arc_challenge acc_norm 0.5640
   arc_easy acc 0.8131
   arc_easy acc_norm 0.7668
   boolq acc 0.8471
   hellaswag acc 0.6206
   hellaswag acc_norm 0.8118
   openbookqa acc 0.3560
   openbookqa acc_norm 0.4600
   piqa acc 0.7987
   piqa acc_norm 0.8030
   winogrande acc 0.7690`,
  233,
  { group: 'table@231', fraction: true },
);

const BIGBENCH_GRADES = [
  '0.6053',
  '0.6450',
  '0.5233',
  '0.2006',
  '0.2840',
  '0.2429',
  '0.4367',
  '0.4720',
  '0.4980',
  '0.5600',
  '0.4375',
  '0.2685',
  '0.7348',
  '0.6978',
  '0.4060',
  '0.2072',
  '0.1406',
  '0.4367',
];

export const BIGBENCH = suite(
  'bigbench',
  BIGBENCH_GRADES.map((_, task) => `bigbench_task_${task}:multiple_choice_grade`),
  {},
  'BIG-bench',
);

/** The eighteen grades of the same card, and the one exact match that stands among them. */
export const BIGBENCH_ROWS = [
  ...rows(
    BIGBENCH_GRADES.map((grade, task) => `bigbench_task_${task} multiple_choice_grade ${grade}`).join('\n'),
    252,
    { group: 'table@250', fraction: true },
  ),
  claim('bigbench_task_3', 'exact_str_match', '0.0000', 280, { group: 'table@250', fraction: true }),
];
