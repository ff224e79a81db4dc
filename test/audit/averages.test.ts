/** Published averages hold or do not, and the finding says by which rule. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditAverages } from '../../src/audit/averages.ts';
import {
  AGIEVAL,
  AGIEVAL_ROWS,
  BIGBENCH,
  BIGBENCH_ROWS,
  claim,
  GPT4ALL,
  GPT4ALL_ROWS,
  LEADERBOARD_V1,
  LEADERBOARD_V2,
  registryOf,
  rows,
  suite,
} from './claims.ts';

const REGISTRY = registryOf(LEADERBOARD_V1, LEADERBOARD_V2, AGIEVAL, GPT4ALL, BIGBENCH);
const line = (id: string, raw: string, at: number, group = `line@${at}`) =>
  claim(id, 'average', raw, at, { group });

describe('figures of published cards', () => {
  const v2 = (scores: string) => {
    const names = ['ifeval', 'bbh', 'math_hard', 'gpqa', 'musr', 'mmlu_pro'];
    const metrics = ['strict_acc', 'acc_norm', 'exact_match', 'acc_norm', 'acc_norm', 'acc'];
    return rows(
      scores
        .split(' ')
        .map((score, i) => `${names[i]} ${metrics[i]} ${score}`)
        .join('\n'),
      11,
    );
  };
  const v1 = (scores: string) => {
    const names = ['arc_challenge', 'hellaswag', 'mmlu', 'truthfulqa_mc2', 'winogrande', 'gsm8k'];
    const metrics = ['acc_norm', 'acc_norm', 'acc', 'mc2', 'acc', 'exact_match'];
    return rows(
      scores
        .split(' ')
        .map((score, i) => `${names[i]} ${metrics[i]} ${score}`)
        .join('\n'),
      11,
    );
  };

  it.each([
    ['open_llm_leaderboard_v2', '25.54', v2('56.21 37.14 12.31 7.61 8.60 31.36')],
    ['open_llm_leaderboard_v2', '13.47', v2('36.73 13.68 0.91 3.58 8.66 17.24')],
    ['open_llm_leaderboard_v1', '48.75', v1('46.16 62.98 47.87 38.88 63.30 33.28')],
    ['open_llm_leaderboard_v1', '80.48', v1('76.02 89.27 77.15 76.67 85.08 78.70')],
  ])('%s: %s holds', (id, published, claims) => {
    const average = claim(id, 'average', published, 10);
    const [finding, ...more] = auditAverages([average, ...claims], REGISTRY);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'ok',
      suite: id,
      published: Number(published),
      by: 'mean over 6 of 6 rows',
      alternatives: [],
    });
    expect(finding?.recomputed).toBeCloseTo(Number(published), 1);
    expect(finding?.claims).toHaveLength(7);
    expect(finding?.claims[0]).toBe('acme/zephyr.md#L10C5');
  });

  it("AGIEval's 51.11 holds as the mean of acc, not by the suite's own acc_norm", () => {
    const [finding] = auditAverages([...AGIEVAL_ROWS, line('agieval', '51.11', 227)], REGISTRY);
    expect(finding).toMatchObject({
      severity: 'ok',
      published: 51.11,
      recomputed: 51.115,
      by: 'mean of acc over 8 of 8 rows',
      alternatives: [{ by: 'mean of acc_norm over 8 of 8 rows', value: 50.8925 }],
      message:
        "AGIEval: the published average 51.11 holds: the mean of acc over 8 of 8 rows gives 51.115, not by the suite's own rule: the mean of acc_norm over 8 of 8 rows gives 50.89.",
    });
  });

  it("BIG-bench's 45.78 is not the mean of its eighteen rows", () => {
    const [finding] = auditAverages([...BIGBENCH_ROWS, line('bigbench', '45.78', 290)], REGISTRY);
    expect(finding).toMatchObject({
      severity: 'warning',
      published: 45.78,
      by: 'mean of multiple_choice_grade over 18 of 18 rows',
      alternatives: [],
      message:
        'BIG-bench: the published average 45.78 does not hold: the mean of multiple_choice_grade over 18 of 18 rows gives 43.32.',
    });
    expect(finding?.recomputed).toBeCloseTo(43.32, 2);
  });

  it("GPT4All's 69.37 is reached by no choice of acc and acc_norm", () => {
    const [finding] = auditAverages([...GPT4ALL_ROWS, line('gpt4all', '69.37', 246)], REGISTRY);
    expect(finding).toMatchObject({
      severity: 'warning',
      by: 'mean of acc_norm where present, else acc, over 7 of 7 rows',
    });
    expect(finding?.recomputed).toBeCloseTo(71.74, 2);
    expect(
      finding?.alternatives.find((other) => other.by === 'mean of acc over 7 of 7 rows')?.value,
    ).toBeCloseTo(67.68, 2);
  });
});

const TRIO = suite('trio', ['a', 'b', 'c']);
const TRIO_REGISTRY = registryOf(TRIO);

describe('which rows an average is of', () => {
  it('are those of its own table before any others', () => {
    const claims = [
      ...rows('a acc 10\nb acc 20\nc acc 30', 11),
      ...rows('a acc 90\nb acc 90\nc acc 90', 21, { group: 'table@20' }),
      claim('trio', 'average', '20.00', 14),
    ];
    expect(auditAverages(claims, TRIO_REGISTRY)[0]).toMatchObject({ severity: 'ok', recomputed: 20 });
  });

  it('are those of the nearest whole table above a line of text', () => {
    const claims = [
      ...rows('a acc 1\nb acc 2\nc acc 3', 11, { group: 'table@10' }),
      ...rows('a acc 10\nb acc 20\nc acc 30', 21, { group: 'table@20' }),
      ...rows('a acc 4\nb acc 5', 26, { group: 'table@25' }),
      ...rows('a acc 7\nb acc 8\nc acc 9', 41, { group: 'table@40' }),
      line('trio', '20.0', 30),
    ];
    expect(auditAverages(claims, TRIO_REGISTRY)[0]).toMatchObject({ severity: 'ok', recomputed: 20 });
  });

  it('are single lines all over the card where no table has them', () => {
    const claims = [
      ...['a', 'b', 'c'].map((id, i) =>
        claim(id, 'acc', String(10 * (i + 1)), 20 + i, { group: `line@${20 + i}` }),
      ),
      line('trio', '20', 30),
    ];
    expect(auditAverages(claims, TRIO_REGISTRY)[0]).toMatchObject({ severity: 'ok', recomputed: 20 });
  });

  it('are never those of another model, another card, or held ones', () => {
    const claims = [
      ...rows('a acc 10\nb acc 20\nc acc 30', 11, { model: 'acme/other' }),
      ...rows('a acc 10\nb acc 20\nc acc 30', 11, { card: 'acme/other.md' }),
      ...rows('a acc 10\nb acc 20\nc acc 30', 11, { status: 'held' }),
      claim('trio', 'average', '20.00', 14),
    ];
    expect(auditAverages(claims, TRIO_REGISTRY)).toEqual([]);
  });

  it("are those of the member's setting, or of the average's own column", () => {
    const turns = suite('turns', ['bench:score:First Turn', 'bench:score:Second Turn']);
    const claims = [
      claim('bench', 'score', '8.18', 11, { setting: 'first turn' }),
      claim('bench', 'score', '7.34', 12, { setting: 'Second turn' }),
      claim('bench', 'score', '1.00', 13, { setting: 'Third turn' }),
      claim('turns', 'average', '7.76', 14),
    ];
    expect(auditAverages(claims, registryOf(turns))[0]).toMatchObject({ severity: 'ok', recomputed: 7.76 });
  });

  it('take a metric that the card does not name for the one meant', () => {
    const stated = rows('a f1 10\nb f1 20\nc f1 30', 11);
    const average = claim('trio', 'average', '20.00', 14);
    expect(auditAverages([...stated, average], TRIO_REGISTRY)).toEqual([]);
    const inferred = stated.map((row) => ({ ...row, metric_as_written: null }));
    expect(auditAverages([...inferred, average], TRIO_REGISTRY)[0]).toMatchObject({ severity: 'ok' });
  });
});

describe('what holds', () => {
  it('is what rounding can explain, of the figure and of its rows', () => {
    const claims = rows('a acc 10.0\nb acc 20.0\nc acc 30.0', 11);
    const severity = (raw: string) =>
      auditAverages([...claims, claim('trio', 'average', raw, 14)], TRIO_REGISTRY)[0]?.severity;
    expect(severity('20.10')).toBe('warning');
    expect(severity('20.05')).toBe('ok');
    expect(severity('20.1')).toBe('ok');
    expect(severity('20')).toBe('ok');
    expect(severity('21')).toBe('warning');
  });

  it('counts the digits of a fraction in percents', () => {
    const claims = rows('a acc 0.1012\nb acc 0.2012\nc acc 0.3012', 11, { fraction: true });
    const severity = (raw: string) =>
      auditAverages([...claims, claim('trio', 'average', raw, 14, { fraction: true })], TRIO_REGISTRY)[0]
        ?.severity;
    expect(severity('0.2012')).toBe('ok');
    expect(severity('0.20')).toBe('ok');
    expect(severity('0.2016')).toBe('warning');
  });

  it('says so where rows are missing, and keeps silent where they could make up the difference', () => {
    const claims = rows('a acc 10\nb acc 20', 11);
    const audit = (raw: string) =>
      auditAverages([...claims, claim('trio', 'average', raw, 14)], TRIO_REGISTRY);
    expect(audit('15.00')[0]).toMatchObject({ severity: 'ok', by: 'mean of acc over 2 of 3 rows' });
    expect(audit('25.00')).toEqual([]);
    expect(audit('70.00')[0]).toMatchObject({ severity: 'warning', recomputed: 15 });
  });

  it('is not a choice that leaves reported rows out', () => {
    const mixed = suite('mixed', ['a:acc_norm', 'b:acc_norm', 'c'], { metrics: ['acc_norm', 'acc'] });
    const claims = [
      ...rows('a acc_norm 10\nb acc_norm 20\nc acc 90', 11),
      claim('mixed', 'average', '15.00', 14),
    ];
    const [finding] = auditAverages(claims, registryOf(mixed));
    expect(finding).toMatchObject({ severity: 'warning', recomputed: 40 });
    expect(finding?.alternatives).toEqual([{ by: 'mean of acc_norm over 2 of 3 rows', value: 15 }]);
  });

  it('can be the mean of every row of the table, where it has more than the suite', () => {
    const claims = [
      ...rows('a acc 10\nb acc 20\nc acc 30\ndrop f1 60', 11),
      claim('trio', 'average', '30.00', 15),
    ];
    expect(auditAverages(claims, TRIO_REGISTRY)[0]).toMatchObject({
      severity: 'ok',
      recomputed: 30,
      by: 'mean of all 4 rows of its table',
      alternatives: [{ by: 'mean of acc over 3 of 3 rows', value: 20 }],
    });
  });
});

it('leaves it to the disagreements where another average of the card holds', () => {
  const claims = [
    ...rows('a acc 10\nb acc 20\nc acc 30', 11),
    claim('trio', 'average', '20.00', 14),
    claim('trio', 'average', '25.00', 30, { group: 'table@29' }),
  ];
  expect(auditAverages(claims, TRIO_REGISTRY)).toMatchObject([{ severity: 'ok', published: 20 }]);
  expect(
    auditAverages(
      claims.filter((row) => row.value !== 20 || row.metric !== 'average'),
      TRIO_REGISTRY,
    ),
  ).toMatchObject([{ severity: 'warning', published: 25 }]);
});

it('names only ways that use every reported row, and lists the others', () => {
  const [finding] = auditAverages([...GPT4ALL_ROWS, line('gpt4all', '69.37', 246)], REGISTRY);
  expect(finding?.message).toBe(
    'GPT4All: the published average 69.37 does not hold: the mean of acc_norm where present, else acc, over 7 of 7 rows gives 71.74; the mean of acc over 7 of 7 rows gives 67.68 (the closest).',
  );
  expect(finding?.alternatives.map((other) => other.by)).toEqual([
    'mean of acc_norm over 5 of 7 rows',
    'mean of acc over 7 of 7 rows',
  ]);
});

it('takes the rows since the average before, where one table holds two suites', () => {
  const claims = [
    ...rows('a acc 10\nb acc 20\nc acc 30', 11),
    claim('trio', 'average', '20', 14),
    ...rows('x acc 70\ny acc 80', 15),
  ];
  const second = claim('trio', 'average', '75', 17);
  expect(auditAverages([...claims, second], TRIO_REGISTRY)).toMatchObject([
    { severity: 'ok', published: 20 },
    { severity: 'ok', published: 75, by: 'mean of the 2 rows before it' },
  ]);
});

it('has nothing to say of suites without an average, of unknown ones, and of cards without rows', () => {
  const none = suite('none', ['a', 'b'], { rule: 'none' });
  const claims = [
    ...rows('a acc 10\nb acc 20', 11),
    claim('none', 'average', '99', 13),
    claim('average', 'average', '99', 14),
    claim('trio', 'average', '99', 15, { card: 'acme/bare.md' }),
  ];
  expect(auditAverages(claims, registryOf(none, TRIO))).toEqual([]);
});

it('finds the same whatever the order of the claims', () => {
  const claims = [
    ...AGIEVAL_ROWS,
    ...GPT4ALL_ROWS,
    line('agieval', '51.11', 227),
    line('gpt4all', '69.37', 246),
  ];
  const expected = auditAverages(claims, REGISTRY);
  expect(expected).toHaveLength(2);
  fc.assert(
    fc.property(fc.shuffledSubarray(claims, { minLength: claims.length }), (shuffled) => {
      expect(auditAverages(shuffled, REGISTRY)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});
