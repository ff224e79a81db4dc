/** What the shipped registry says: every name leads to its own entry, and what differs is never merged. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRegistry } from '../../src/registry/load.ts';
import { buildRegistry } from '../../src/registry/registry.ts';
import type { Registry } from '../../src/registry/types.ts';

const { value: registry, diagnostics } = loadRegistry('registry');
const benchmarkOf = (name: string, from: Registry = registry) => from.findBenchmark(name)?.entry.id;
const metricOf = (name: string) => registry.findMetric(name)?.entry.id;
const suitesOf = (name: string) => registry.findSuites(name).map(({ id }) => id);

describe('the shipped files', () => {
  it('are valid', () => {
    expect(diagnostics).toEqual([]);
    expect(registry.benchmarks.length).toBeGreaterThan(300);
    expect(registry.licenses.length).toBeGreaterThan(80);
  });
  it('describe every benchmark in a sentence of its own', () => {
    for (const { id, description } of registry.benchmarks) {
      expect(description, id).toMatch(/^.{15,160}[.]$/u);
    }
  });
  it('give no alias with its shots', () => {
    for (const { id, aliases, short_aliases } of registry.benchmarks) {
      for (const alias of [...aliases, ...short_aliases])
        expect(`${id}: ${alias}`).not.toMatch(/\d[- ]?shots?\b|\|\d/i);
    }
  });
});

describe('every name leads to its own entry', () => {
  it('of a benchmark', () => {
    for (const benchmark of registry.benchmarks) {
      for (const name of [benchmark.id, benchmark.name, ...benchmark.aliases]) {
        expect(registry.findBenchmark(name)?.entry.id, name).toBe(benchmark.id);
      }
      for (const name of benchmark.short_aliases) {
        expect(registry.findBenchmark(name), name).toMatchObject({
          entry: { id: benchmark.id },
          short: true,
        });
      }
    }
  });
  it('of a metric', () => {
    for (const metric of registry.metrics) {
      for (const name of [metric.id, metric.name, ...metric.aliases])
        expect(metricOf(name), name).toBe(metric.id);
    }
  });
  it('of a suite, as a heading too', () => {
    for (const suite of registry.suites) {
      for (const name of [suite.name, ...suite.aliases]) {
        expect(suitesOf(name), name).toContain(suite.id);
        expect(suitesOf(`${name} results`), name).toContain(suite.id);
      }
    }
  });
  it('of a licence, in any case', () => {
    for (const license of registry.licenses) {
      expect(registry.license(license.id.toUpperCase())).toBe(license);
    }
  });
});

const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
it('look-up does not depend on the order of entries', () => {
  const names = registry.benchmarks.flatMap(({ aliases, short_aliases }) => [...aliases, ...short_aliases]);
  const folded = names.map((name) => name.replace(/[-_ ]/g, ' ').toUpperCase());
  fc.assert(
    fc.property(shuffled(registry.benchmarks), shuffled(registry.suites), (benchmarks, suites) => {
      const other = buildRegistry({ ...registry, benchmarks, suites }, registry.hash);
      for (const name of folded) expect(benchmarkOf(name, other)).toBe(benchmarkOf(name));
      for (const { name } of suites) expect(other.findSuites(name)).toEqual(registry.findSuites(name));
    }),
    { numRuns: 5 },
  );
});

describe('what differs is never merged', () => {
  it.each([
    ['HumanEval', 'humaneval'],
    ['HumanEval+', 'humaneval_plus'],
    ['HumanEval +', 'humaneval_plus'],
    ['humaneval_plus', 'humaneval_plus'],
    ['MBPP', 'mbpp'],
    ['MBPP+', 'mbpp_plus'],
    ['MBPP (sanitized)', 'mbpp_sanitized'],
    ['hendrycks_math', 'hendrycks_math'],
    ['minerva_math', 'hendrycks_math'],
    ['MinervaMath', 'ocw'],
    ['Minerva Math', undefined],
    ['m_mmlu', 'm_mmlu'],
    ['MMMLU', 'mmmlu'],
    ['M-MMLU', undefined],
    ['MMLU', 'mmlu'],
    ['MMLU-Pro', 'mmlu_pro'],
    ['MMLU-ProX', 'mmlu_prox'],
    ['MMLU-Redux', 'mmlu_redux'],
    ['CMMLU', 'cmmlu'],
    ['KMMLU', 'kmmlu'],
    ['LiveCodeBench', 'livecodebench'],
    ['LiveCodeBench v5', 'livecodebench_v5'],
    ['LiveCodeBench v6', 'livecodebench_v6'],
    ['BFCL', 'bfcl'],
    ['BFCL v3', 'bfcl_v3'],
    ['BFCL-v4', 'bfcl_v4'],
    ['MMBench', 'mmbench'],
    ['MMBench v1.1', 'mmbench_v1_1'],
    ['Terminal-Bench', 'terminal_bench'],
    ['Terminal-Bench 2.0', 'terminal_bench_2'],
    ['RewardBench', 'rewardbench'],
    ['RewardBench 2', 'rewardbench_2'],
    ['AIME 2024', 'aime24'],
    ['AIME25', 'aime25'],
    ['AIME 26', 'aime26'],
    ['Common Voice 7.0', 'common_voice_7_0'],
    ['Common Voice 17', 'common_voice_17_0'],
    ['Common Voice', 'common_voice'],
    ['tau-bench', 'tau_bench'],
    ['TAU2-Bench', 'tau2_bench'],
    ['SimpleQA', 'simpleqa'],
    ['SimpleQA Verified', 'simpleqa_verified'],
    ['ARC-Challenge', 'arc_challenge'],
    ['ARC-Easy', 'arc_easy'],
    ['ARC-AGI', 'arc_agi_1'],
    ['ARC-AGI-2', 'arc_agi_2'],
    ['BBH', 'bbh'],
    ['BIG-Bench Hard', 'bbh'],
    ['BigBench', 'bigbench'],
    ['AlpacaEval', 'alpaca_eval'],
    ['AlpacaEval 2.0', 'alpaca_eval_2'],
    ['AlpacaEval 2.0 LC', 'alpaca_eval_2_lc'],
    ['Arena-Hard', 'arena_hard'],
    ['Arena-Hard v2', 'arena_hard_v2'],
    ['SQuAD', 'squad'],
    ['SQuAD v2', 'squad_v2'],
    ['RefCOCO', 'refcoco'],
    ['RefCOCO+', 'refcoco_plus'],
    ['RefCOCOg', 'refcocog'],
    ['GSM8K', 'gsm8k'],
    ['GSM+', 'gsm_plus'],
    ['GSM8K-Platinum', 'gsm8k_platinum'],
    ['wmt14', 'wmt14'],
    ['wmt16', 'wmt16'],
    ['LibriSpeech (clean)', 'librispeech_clean'],
    ['LibriSpeech (other)', 'librispeech_other'],
    ['LibriSpeech', 'librispeech'],
    ['MTEB NQ', 'mteb_nq'],
    ['Natural Questions', 'nq_open'],
  ])('%s → %s', (name, id) => expect(benchmarkOf(name)).toBe(id));
});

describe('names too short to be sure of', () => {
  it.each([
    'ARC',
    'MATH',
    'NQ',
    'CB',
    'COCO',
    'AMI',
    'mc2',
    'SAT',
    'OCW',
    'TQA',
    'RACE',
    'GQA',
    'DROP',
    'record',
    'include',
  ])('%s is short', (name) => expect(registry.findBenchmark(name)?.short).toBe(true));
  it.each([
    'Math',
    'Record',
    'Multiple',
    'Emotions',
    'Include',
    'Average',
    'Overall',
    'Code',
    'Params',
    'Size',
  ])('%s is no benchmark', (name) => expect(registry.findBenchmark(name)).toBeUndefined());
  it.each(['MMLU', 'GSM8K', 'TruthfulQA', 'BBH', 'HumanEval', 'MT-Bench', 'IFEval'])('%s is sure', (name) =>
    expect(registry.findBenchmark(name)?.short).toBe(false),
  );
});

describe('parts of a benchmark are not benchmarks', () => {
  const subjects = (
    'abstract_algebra anatomy astronomy college_biology college_chemistry college_computer_science ' +
    'college_mathematics college_physics computer_security conceptual_physics electrical_engineering ' +
    'elementary_mathematics high_school_biology high_school_chemistry high_school_computer_science ' +
    'high_school_mathematics high_school_physics high_school_statistics machine_learning formal_logic ' +
    'high_school_european_history high_school_us_history high_school_world_history international_law jurisprudence ' +
    'logical_fallacies moral_disputes moral_scenarios philosophy prehistory professional_law world_religions ' +
    'econometrics high_school_geography high_school_government_and_politics high_school_macroeconomics ' +
    'high_school_microeconomics high_school_psychology human_sexuality professional_psychology public_relations ' +
    'security_studies sociology us_foreign_policy business_ethics clinical_knowledge college_medicine global_facts ' +
    'human_aging management marketing medical_genetics miscellaneous nutrition professional_accounting ' +
    'professional_medicine virology'
  ).split(' ');
  it('57 subjects of MMLU', () => {
    expect(subjects).toHaveLength(57);
    for (const subject of subjects) {
      for (const name of [
        subject,
        `mmlu_${subject}`,
        `hendrycksTest-${subject}`,
        subject.replaceAll('_', ' '),
      ]) {
        expect(benchmarkOf(name), name).toBeUndefined();
      }
    }
  });
  const parts =
    'algebra|counting_and_prob|geometry|intermediate_algebra|num_theory|prealgebra|precalc|biology|business|chemistry|' +
    'computer_science|economics|engineering|health|history|law|math|other|physics|psychology|stem|humanities|' +
    'social sciences|snarks|navigate|all|Avg.|First Turn|Second Turn';
  it.each(parts.split('|'))('%s', (name) => expect(benchmarkOf(name)).toBeUndefined());
});

describe('suites', () => {
  it.each([
    ['Open LLM Leaderboard Evaluation Results', ['open_llm_leaderboard_v1', 'open_llm_leaderboard_v2']],
    ['HuggingFace Open LLM Leaderboard', ['open_llm_leaderboard_v1', 'open_llm_leaderboard_v2']],
    ['Open LLM Leaderboard v2', ['open_llm_leaderboard_v2']],
    ['AGI-Eval', ['agieval']],
    ['AGIEval:', ['agieval']],
    ['GPT4All Evaluation', ['gpt4all']],
    ['Gpt4al', ['gpt4all']],
    ['GPT4ALL:', ['gpt4all']],
    ['Nous', ['agieval', 'bigbench', 'gpt4all', 'truthfulqa']],
    ['Big Bench', ['bigbench']],
    ['Big Bench Hard', ['bigbench']],
    ['BigBench Average', ['bigbench']],
    ['TruthfulQA Evaluation', ['truthfulqa']],
    ['MT-Bench results', ['mt_bench']],
    ['AlpacaEval 2.0 Leaderboard', ['alpaca_eval_2']],
    ['EQ-Bench', ['eq_bench']],
    ['Results', []],
    ['Training procedure', []],
  ])('%s', (name, ids) => expect(suitesOf(name)).toEqual(ids));

  it('of the Open LLM Leaderboard differ in what their labels mean', () => {
    const v1 = registry.suite('open_llm_leaderboard_v1');
    const v2 = registry.suite('open_llm_leaderboard_v2');
    expect(v1?.members.map(({ benchmark, metric, shots }) => [benchmark, metric, shots])).toEqual([
      ['arc_challenge', 'acc_norm', 25],
      ['hellaswag', 'acc_norm', 10],
      ['mmlu', 'acc', 5],
      ['truthfulqa_mc2', 'mc2', 0],
      ['winogrande', 'acc', 5],
      ['gsm8k', 'acc', 5],
    ]);
    expect(v1?.normalized).toBe(false);
    expect(v2?.normalized).toBe(true);
    expect(v2?.members.map(({ benchmark, stands_for }) => [stands_for, benchmark])).toEqual([
      ['ifeval', 'leaderboard_ifeval'],
      ['bbh', 'leaderboard_bbh'],
      ['math_lvl_5', 'leaderboard_math_hard'],
      ['gpqa', 'leaderboard_gpqa'],
      ['musr', 'leaderboard_musr'],
      ['mmlu_pro', 'leaderboard_mmlu_pro'],
    ]);
    for (const { benchmark } of v2?.members ?? [])
      expect(registry.benchmark(benchmark)?.random_baseline).toBe(0);
    const labels = ['IFEval', 'BBH', 'MATH Lvl 5', 'GPQA', 'MuSR', 'MMLU-PRO'];
    expect(labels.map((label) => benchmarkOf(label))).toEqual(
      v2?.members.map(({ stands_for }) => stands_for),
    );
  });

  it('that are averaged have as many members as their publishers average', () => {
    const sizes = {
      open_llm_leaderboard_v1: 6,
      open_llm_leaderboard_v2: 6,
      agieval: 8,
      gpt4all: 7,
      bigbench: 18,
      mteb: 56,
    };
    for (const [id, size] of Object.entries(sizes)) {
      expect(new Set(registry.suite(id)?.members.map(({ benchmark }) => benchmark)).size, id).toBe(size);
      expect(registry.benchmark(id)?.metric).toBe('average');
    }
  });

  it('say how they are averaged', () => {
    expect(registry.suite('gpt4all')?.average).toMatchObject({
      metrics: ['acc_norm', 'acc'],
      alternatives: [['acc']],
    });
    expect(registry.suite('agieval')?.average.alternatives).toEqual([['acc']]);
    expect(registry.suite('mt_bench')?.members.map(({ setting }) => setting)).toEqual([
      null,
      'First Turn',
      'Second Turn',
    ]);
    for (const id of ['mt_bench', 'alpaca_eval_2', 'eq_bench', 'truthfulqa', 'math']) {
      expect(registry.suite(id)?.average.rule, id).toBe('none');
    }
  });

  it('mix no directions under one average', () => {
    for (const { id, average, members } of registry.suites) {
      if (average.rule !== 'mean') continue;
      const directions = new Set(
        members.map(({ benchmark }) => registry.benchmark(benchmark)?.higher_is_better),
      );
      expect([...directions], id).toEqual([registry.benchmark(id)?.higher_is_better]);
    }
  });
});

describe('metrics', () => {
  it.each([
    ['acc', 'acc'],
    ['Accuracy', 'acc'],
    ['准确率', 'acc'],
    ['Genauigkeit', 'acc'],
    ['normalized accuracy', 'acc_norm'],
    ['strict accuracy', 'strict_acc'],
    ['inst_level_strict_acc and prompt_level_strict_acc', 'strict_acc'],
    ['EM', 'exact_match'],
    ['Pass@1', 'pass@1'],
    ['pass@10', 'pass@10'],
    ['LC Win Rate', 'length_controlled_winrate'],
    ['Win Rate', 'win_rate'],
    ['cos_sim_spearman', 'cosine_spearman'],
    ['ndcg_at_10', 'ndcg_at_10'],
    ['NDCG@10', 'ndcg_at_10'],
    ['ndcg_at_100', 'ndcg_at_100'],
    ['Test WER', 'wer'],
    ['chrF', 'chrf'],
    ['chrF++', 'chrf++'],
    ['contamination', 'contamination'],
    ['Avg.', 'average'],
    ['mAP@0.5', 'mAP@0.5'],
  ])('%s → %s', (name, id) => expect(metricOf(name)).toBe(id));
  it('count errors, losses and leaks as better when lower', () => {
    for (const id of [
      'wer',
      'cer',
      'ter',
      'perplexity',
      'word_perplexity',
      'bits_per_byte',
      'loss',
      'mae',
      'fid',
      'contamination',
    ]) {
      expect(registry.metric(id)?.higher_is_better, id).toBe(false);
    }
  });
  it('agree with the direction of the benchmarks that use them', () => {
    for (const benchmark of registry.benchmarks) {
      const direction = registry.metric(benchmark.metric)?.higher_is_better ?? benchmark.higher_is_better;
      expect(direction, benchmark.id).toBe(benchmark.higher_is_better);
    }
  });
  it('turn a label into another benchmark where they must', () => {
    const withMetric = (label: string, metric: string) =>
      registry.findBenchmark(label)?.entry.by_metric[metric];
    expect(withMetric('AlpacaEval 2.0', 'length_controlled_winrate')).toBe('alpaca_eval_2_lc');
    expect(withMetric('truthfulqa_mc', 'mc1')).toBe('truthfulqa_mc1');
    expect(withMetric('truthfulqa_mc', 'mc2')).toBeUndefined();
  });
});

it('data set ids are names too', () => {
  expect(benchmarkOf('HuggingFaceH4/ifeval')).toBe('ifeval');
  expect(benchmarkOf('hendrycks/competition_math')).toBe('hendrycks_math');
  expect(benchmarkOf('openai_humaneval')).toBe('humaneval');
  expect(benchmarkOf('mozilla-foundation/common_voice_8_0')).toBe('common_voice_8_0');
});

it('licences say whether they are open', () => {
  expect(registry.license('Apache-2.0')?.openness).toBe('open');
  expect(registry.license('cc-by-nc-4.0')).toMatchObject({
    openness: 'restricted',
    commercial_use: 'forbidden',
  });
  expect(registry.license('llama3.1')).toMatchObject({ commercial_use: 'limited', user_limit: 700_000_000 });
  expect(registry.license('other')).toMatchObject({ openness: 'unknown', conditions: [] });
  expect(registry.license('no-such-licence')).toBeUndefined();
});

it('licences are known by the names that cards give them, and no name means two', () => {
  expect(registry.license('Gemma-Terms-of-Use')?.id).toBe('gemma');
  const names = registry.licenses
    .flatMap(({ id, aliases }) => [id, ...aliases])
    .map((name) => name.toLowerCase());
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

it('the files are text that any editor keeps as it is', () => {
  for (const name of ['benchmarks', 'metrics', 'suites', 'licenses']) {
    const text = readFileSync(`registry/${name}.yml`, 'utf8');
    expect(text).not.toMatch(/\t|\r|[ ]$/m);
    expect(text.endsWith('\n')).toBe(true);
  }
});

describe('sizes of test sets', () => {
  const items = (id: string) => registry.benchmark(id)?.items ?? Number.NaN;
  const sum = (prefix: string) =>
    registry.benchmarks
      .filter(({ id }) => id.startsWith(prefix))
      .reduce((total, { id }) => total + items(id), 0);

  it('are known for most of what cards report', () => {
    expect(items('gpqa_diamond')).toBe(198);
    expect(items('humaneval')).toBe(164);
    expect(registry.benchmarks.filter((one) => one.items !== null).length).toBeGreaterThan(120);
  });
  it('of the parts add up to that of the whole', () => {
    expect(sum('mmlu_s') + items('mmlu_humanities') + items('mmlu_other')).toBe(items('mmlu'));
    // Three tasks of 250 questions have no entry of their own.
    expect(sum('bbh_') + 750).toBe(items('bbh'));
    expect(sum('musr_')).toBe(items('musr'));
  });
  it('are left open where publishers run sets of several sizes under one name', () => {
    for (const id of ['mbpp', 'livecodebench', 'gpqa', 'hle', 'triviaqa', 'mmlu_redux', 'svamp']) {
      expect(registry.benchmark(id)?.items, id).toBeNull();
    }
  });
});
