/** The Open LLM Leaderboard v2 recomputed from raw scores, to the second digit. */
import { describe, expect, it } from 'vitest';
import { normalized, recomputeOpenLlm2 } from '../../src/audit/open-llm-2.ts';
import type { Claim } from '../../src/core/claim.ts';
import { loadRegistry } from '../../src/registry/load.ts';
import { rows } from './claims.ts';

const registry = loadRegistry(new URL('../../registry', import.meta.url).pathname).value;

const BBH = registry.benchmarks.flatMap(({ harness_task }) =>
  harness_task?.startsWith('leaderboard_bbh_') ? [harness_task] : [],
);

/** Llama 2 7B as the harness prints it, and as the leaderboard did: IFEval 25.19, MMLU-Pro 9.57. */
const LLAMA = `leaderboard_ifeval prompt_level_strict_acc 0.1848
leaderboard_ifeval inst_level_strict_acc 0.3189
leaderboard_mmlu_pro acc 0.1861`;

function of(text: string, fields: Partial<Claim> = {}) {
  return recomputeOpenLlm2(rows(text, 10, { fraction: true, ...fields }), registry);
}

const scores = (text: string) =>
  Object.fromEntries(
    (of(text)[0]?.scores ?? []).map(({ benchmark, score }) => [benchmark.replace('leaderboard_', ''), score]),
  );

describe('from raw scores', () => {
  it('gives what the leaderboard published for Llama 2 7B', () => {
    expect(scores(LLAMA)).toEqual({
      ifeval: 25.19,
      mmlu_pro: 9.57,
      bbh: null,
      gpqa: null,
      math_hard: null,
      musr: null,
    });
    expect(of(LLAMA)[0]).toMatchObject({ model: 'acme/zephyr', average: null });
    expect(of(LLAMA)[0]?.claims).toHaveLength(3);
  });

  it('normalises the parts of MuSR before it takes their mean', () => {
    const musr = `leaderboard_musr_murder_mysteries acc_norm 0.60
leaderboard_musr_object_placements acc_norm 0.30
leaderboard_musr_team_allocation acc_norm 0.30`;
    // 20, 12.5 and, below a third, 0.
    expect(scores(musr)).toMatchObject({ musr: 10.83 });
    expect(of(musr.split('\n').slice(1).join('\n'))).toEqual([]);
  });

  it('takes the mean of the 24 parts of BBH, each from its own number of answers', () => {
    expect(BBH).toHaveLength(24);
    const guessed = BBH.map((task) => `${task} acc_norm 0.0501`).join('\n');
    expect(scores(guessed)).toMatchObject({ bbh: 0 });
    expect(scores(BBH.map((task) => `${task} acc_norm 1.0`).join('\n'))).toMatchObject({ bbh: 100 });
    // Guessing right by half on all of two answers' tasks is nothing, on three answers a quarter …
    const half = BBH.map((task) => `${task} acc_norm 0.5`).join('\n');
    const answers = [2, 2, 6, 3, 2, 11, 2, 3, 5, 7, 6, 2, 19, 5, 18, 6, 6, 2, 2, 4, 3, 5, 7, 2];
    const expected = answers.reduce((sum, n) => sum + normalized(50, 100 / n), 0) / answers.length;
    expect(scores(half).bbh).toBeCloseTo(expected, 2);
  });

  it('has an average where every column is there, of figures that are not yet rounded', () => {
    const all = `${LLAMA}
leaderboard_math_hard exact_match 0.0174
leaderboard_gpqa acc_norm 0.2668
leaderboard_musr_murder_mysteries acc_norm 0.60
leaderboard_musr_object_placements acc_norm 0.30
leaderboard_musr_team_allocation acc_norm 0.30
${BBH.map((task) => `${task} acc_norm 1.0`).join('\n')}`;
    expect(scores(all)).toMatchObject({ gpqa: 2.24, math_hard: 1.74 });
    // (25.185 + 100 + 1.74 + 2.24 + 10.8333… + 9.5666…) / 6
    expect(of(all)[0]?.average).toBe(24.93);
  });

  it('takes no rescaled score for a raw one: only the harness’ own names count', () => {
    expect(of('gpqa acc_norm 0.2668\nmmlu_pro acc 0.1861')).toEqual([]);
    expect(of(LLAMA, { status: 'held' })).toEqual([]);
  });
});

it('gives 0 at guessing and below, and 100 where all is right', () => {
  expect([normalized(24, 25), normalized(25, 25), normalized(100, 25), normalized(62.5, 25)]).toEqual([
    0, 0, 100, 50,
  ]);
});
