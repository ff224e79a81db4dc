/** The overall ranking finds an order that is known, whoever is missing from which benchmark. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/core/random.ts';
import { fieldOf, fitStrengths } from '../../src/store/bradley-terry.ts';
import type { Contents } from '../../src/store/contents.ts';
import { contestsOf } from '../../src/store/contests.ts';
import { type Contest, rankOverall } from '../../src/store/overall.ts';
import { sampleBenchmark, sampleModel, sampleResult } from './samples.ts';

interface World {
  readonly models: number;
  readonly benchmarks: number;
  /** How many of the benchmarks a model reports. */
  readonly share: (model: number, random: () => number) => number;
  readonly noise: number;
}

/** Benchmarks of models m0 (the weakest) … whose abilities are even steps from 0 to 4. */
function world({ models, benchmarks, share, noise }: World, seed = 1): Contest[] {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const shares = Array.from({ length: models }, (_, model) => share(model, random));
  return Array.from({ length: benchmarks }, (_, benchmark) => ({
    benchmark: `b${benchmark}`,
    weight: 1,
    higherIsBetter: true,
    entries: shares.flatMap((chance, model) => {
      const score = (4 * model) / models + noise * normal();
      return random() < chance ? [{ model: `m${model}`, score }] : [];
    }),
  }));
}

const numberOf = (model: string) => Number(model.slice(1));

/** Spearman's correlation of the ranks with the true ones, among those ranked. */
function agreement(contests: readonly Contest[]): number {
  const { rows } = rankOverall(contests);
  const truth = rows.map(({ model }) => numberOf(model)).toSorted((a, b) => b - a);
  const squares = rows.map(({ model, rank }) => (truth.indexOf(numberOf(model)) + 1 - rank) ** 2);
  return 1 - (6 * squares.reduce((a, b) => a + b, 0)) / (rows.length * (rows.length ** 2 - 1));
}

const half = { models: 60, benchmarks: 20, share: () => 0.5, noise: 0.5 };

describe('on results whose true order is known', () => {
  it('the order comes out, though everybody reports half of the benchmarks', () => {
    expect(agreement(world(half))).toBeGreaterThan(0.97);
  });

  it('nobody loses by reporting little: every third model gives a quarter of what the others give', () => {
    const few = world({ ...half, benchmarks: 40, share: (model) => (model % 3 === 0 ? 0.2 : 0.8) });
    const { rows } = rankOverall(few);
    const truth = rows.map(({ model }) => numberOf(model)).toSorted((a, b) => b - a);
    const shift = rows
      .filter(({ model }) => numberOf(model) % 3 === 0)
      .map(({ model, rank }) => rank - (truth.indexOf(numberOf(model)) + 1));
    expect(shift.length).toBeGreaterThan(15);
    expect(Math.abs(shift.reduce((a, b) => a + b, 0) / shift.length)).toBeLessThan(1);
    expect(agreement(few)).toBeGreaterThan(0.95);
  });

  it('nobody loses by meeting only the strong: a mean win rate would', () => {
    // Half of the benchmarks are reported by the upper half of the models alone.
    const contests = world({ ...half, share: () => 1 }).map((contest, place) => ({
      ...contest,
      entries: contest.entries.filter(({ model }) => place < 10 || numberOf(model) >= 30),
    }));
    expect(agreement(contests)).toBeGreaterThan(0.97);
  });

  it('most bands hold the true rank, and they are no wider than they have to be', () => {
    const { rows } = rankOverall(world(half));
    const holds = rows.filter(({ model, band: [from, to] }) => {
      const truth = rows.filter((other) => numberOf(other.model) > numberOf(model)).length + 1;
      return from <= truth && truth <= to;
    });
    expect(holds.length / rows.length).toBeGreaterThan(0.8);
    expect(rows.reduce((sum, { band }) => sum + band[1] - band[0], 0) / rows.length).toBeLessThan(15);
  });

  it('the order comes out in large contests, where not everybody meets everybody', () => {
    expect(agreement(world({ ...half, models: 150 }))).toBeGreaterThan(0.96);
  });
});

describe('who is ranked', () => {
  it('needs five benchmarks and ten opponents', () => {
    const contests = world({ ...half, share: () => 1 });
    const with4 = contests.map((contest, place) => ({
      ...contest,
      entries: place < 4 ? [...contest.entries, { model: 'm99', score: 9 }] : contest.entries,
    }));
    const overall = rankOverall(with4);
    expect(overall.rows.map(({ model }) => model)).not.toContain('m99');
    expect(overall).toMatchObject({ unranked: 1, contests: 20 });
    expect(rankOverall(world({ ...half, models: 10, share: () => 1 })).rows).toEqual([]);
  });

  it('is of the largest group that enough common benchmarks link', () => {
    const apart = world({ ...half, share: () => 1, models: 20 }).map((contest) => ({
      ...contest,
      benchmark: `other ${contest.benchmark}`,
      entries: contest.entries.map(({ model, score }) => ({ model: `x${model}`, score })),
    }));
    const bridge = {
      benchmark: 'bridge',
      weight: 1,
      higherIsBetter: true,
      entries: [
        { model: 'm3', score: 1 },
        { model: 'xm3', score: 2 },
      ],
    };
    const { rows, unranked } = rankOverall([...world({ ...half, share: () => 1 }), ...apart, bridge]);
    expect(rows).toHaveLength(60);
    expect(unranked).toBe(20);
  });

  it('is nobody where there is nothing', () => {
    expect(rankOverall([])).toMatchObject({ rows: [], comparisons: 0, unranked: 0 });
  });
});

it('is the same for contests and entries in any order', () => {
  const contests = world({ ...half, models: 30, benchmarks: 8, share: () => 0.9 });
  const expected = rankOverall(contests);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(contests, { minLength: contests.length }),
      fc.boolean(),
      (shuffled, turned) =>
        isDeepStrictEqual(
          rankOverall(
            turned ? shuffled.map((one) => ({ ...one, entries: one.entries.toReversed() })) : shuffled,
          ),
          expected,
        ),
    ),
    { numRuns: 8 },
  );
});

it('turns around where lower is better', () => {
  const contests = world(half);
  const turned = contests.map((contest) => ({
    ...contest,
    higherIsBetter: false,
    entries: contest.entries.map(({ model, score }) => ({ model, score: -score })),
  }));
  const order = (given: readonly Contest[]) =>
    rankOverall(given).rows.map(({ model, rank }) => [model, rank]);
  expect(order(turned)).toEqual(order(contests));
});

describe('strengths', () => {
  it('give the shares of wins that were put in', () => {
    // 0 beats 1 in three of four, 1 beats 2 in two of three: odds of 3 and of 2.
    const field = fieldOf({
      players: 3,
      first: [...Array(400).fill(0), ...Array(300).fill(2)],
      second: Array(700).fill(1),
      outcome: [...Array(300).fill(1), ...Array(100).fill(0), ...Array(100).fill(1), ...Array(200).fill(0)],
      contest: Array(700).fill(0),
    });
    const [a, b, c] = fitStrengths(field, [1]) as unknown as [number, number, number];
    expect(Math.exp(a - b)).toBeCloseTo(3, 1);
    expect(Math.exp(b - c)).toBeCloseTo(2, 1);
  });
});

describe('what is compared', () => {
  const metric = { metric: 'acc', listed: true };
  const contents = (results: Contents['results'], more: Partial<Contents> = {}): Contents => ({
    cards: [],
    models: ['a', 'b'].map((id) => sampleModel(id)),
    benchmarks: [
      sampleBenchmark('x', { ...metric, shots: 5 }),
      sampleBenchmark('y', { ...metric, shots: null }),
      sampleBenchmark('z', { ...metric, listed: false }),
    ],
    claims: [],
    results,
    findings: [],
    copies: [],
    recomputed: [],
    diagnostics: [],
    registry: { metrics: [], suites: [] },
    ...more,
  });
  const names = (given: Contents) =>
    contestsOf(given).map(
      ({ benchmark, entries }) => `${benchmark} ${entries.map(({ model }) => model).join(' ')}`,
    );
  const result = (model: string, benchmark: string, shots: number | null, other = 'acc') =>
    sampleResult({ model, benchmark, shots, metric: other, score: 50 });

  it('is what was measured alike: other shots are another contest', () => {
    expect(names(contents([result('a', 'x', 5), result('b', 'x', 5), result('b', 'x', 0)]))).toEqual([
      'x a b',
      'x b',
    ]);
  });

  it('is no number of unknown shots where they matter, no average, no unlisted benchmark, no foreign metric', () => {
    const given = [
      result('a', 'x', null),
      result('a', 'y', null),
      result('a', 'y', null, 'average'),
      result('a', 'y', null, 'acc_norm'),
      result('a', 'z', null),
    ];
    expect(names(contents(given))).toEqual(['y a']);
  });

  it('is nothing of a copy, and nothing of a flagged model', () => {
    const [own, repeated] = [result('a', 'y', null), result('b', 'y', null)];
    const copy = {
      model: 'b',
      source: 'a',
      like: 'a',
      shared: 4,
      of: 4,
      because: '',
      results: [repeated.id],
      claims: [],
    };
    expect(names(contents([own, repeated], { copies: [copy] }))).toEqual(['y a']);
    const flagged = sampleModel('b', { flagged: { reason: 'contaminated', link: null } });
    expect(names(contents([own, repeated], { models: [sampleModel('a'), flagged] }))).toEqual(['y a']);
  });

  it('counts the parts of a large suite for less', () => {
    const members = Array.from({ length: 12 }, (_, place) => ({
      benchmark: place === 0 ? 'y' : `y${place}`,
      metric: 'acc',
    }));
    const registry = { metrics: [], suites: [{ members }] } as unknown as Contents['registry'];
    expect(contestsOf(contents([result('a', 'y', null)], { registry }))[0]?.weight).toBe(0.5);
  });
});
