/** The sample cards: how much is read from them, and which of the averages they publish hold. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../src/core/claim.ts';
import type { Finding } from '../src/core/result.ts';
import { type BuiltSite, buildSite } from './support/build-site.ts';
import { deadLinks } from './support/dead-links.ts';
import { ROOT, readProjectFile } from './support/project.ts';
import { makeFolder, remove } from './support/workplace.ts';

const ARCEE = 'arcee-ai/Arcee-Spark';
const SMAUG = 'abacusai/Smaug-72B-v0.1';
const EXPO = 'chujiezheng/Mistral7B-PairRM-SPPO-ExPO';
const LLEMMA = 'EleutherAI/llemma_7b';

describe('the sample cards', { timeout: 60_000 }, () => {
  let folder: string;
  let site: BuiltSite;
  let claims: Claim[];
  let findings: Finding[];

  beforeAll(async () => {
    folder = makeFolder();
    site = await buildSite(ROOT, join(folder, 'dist'));
    claims = site.readLines<Claim>('data/claims.jsonl').filter((claim) => claim.status === 'accepted');
    findings = (JSON.parse(site.read('data/audit.json')) as { findings: Finding[] }).findings;
  }, 60_000);
  afterAll(() => remove(folder));

  it.each([
    [ARCEE, 6, 63],
    [SMAUG, 0, 19],
    [EXPO, 6, 79],
    [LLEMMA, 6, 66],
  ])('%s gives %i results in its metadata and %i in its body', (model, inMetadata, inBody) => {
    const own = claims.filter((claim) => claim.card === `${model}/README.md`);
    expect(own.filter((claim) => claim.source.kind === 'front-matter')).toHaveLength(inMetadata);
    expect(own.filter((claim) => claim.source.kind !== 'front-matter')).toHaveLength(inBody);
  });

  it('give every claim a place where its text stands, and a reason', () => {
    for (const { card, source, because } of claims) {
      const line = readProjectFile(`cards/${card}`).split('\n')[source.line - 1] ?? '';
      const start = line.lastIndexOf(source.raw, source.column - 1);
      expect(start, `${source.raw} in line ${source.line}`).toBeGreaterThanOrEqual(0);
      expect(start + source.raw.length).toBeGreaterThanOrEqual(source.column);
      expect(because.length, source.raw).toBeGreaterThan(0);
    }
  });

  it('mean what their authors measured: benchmark, metric and scale', () => {
    const meant = (benchmark: string, metric: string, unit: string) =>
      claims.filter(
        (claim) => claim.benchmark === benchmark && claim.metric === metric && claim.unit === unit,
      ).length;
    expect(meant('mt_bench', 'score', 'score')).toBe(3 + 3 + 24);
    expect(meant('alpaca_eval_2', 'win_rate', 'percent')).toBe(24);
    expect(meant('alpaca_eval_2_lc', 'length_controlled_winrate', 'percent')).toBe(24);
    expect(meant('eq_bench', 'eqbench', 'score')).toBe(1);
    expect(meant('leaderboard_gpqa', 'acc_norm', 'percent')).toBe(4);
    expect(
      claims.filter((claim) => claim.metric === 'contamination' && (claim.score as number) <= 1),
    ).toHaveLength(9);
    expect(claims.filter((claim) => claim.metric === 'average')).toHaveLength(7);
    expect(new Set(claims.filter((claim) => claim.benchmark === null).map((claim) => claim.card))).toEqual(
      new Set(),
    );
  });

  it('fill the board of MT-Bench with every model that somebody measured', () => {
    expect(site.read('boards/mt_bench/index.html').match(/<th scope="row"/g)).toHaveLength(12 + 2);
  });

  it.each([
    ['self', 63 + 6, ARCEE],
    ['self', 13, SMAUG],
    ['other', 6, SMAUG],
    ['self', 7 + 6, EXPO],
    ['other', 72, EXPO],
    ['self', 17 + 6, LLEMMA],
    ['other', 49, LLEMMA],
  ])('say of %s %i things in %s', (subject, count, model) => {
    const own = claims.filter((claim) => claim.card === `${model}/README.md` && claim.subject === subject);
    expect(own).toHaveLength(count);
  });

  it('make a site without dead links, every score leading to its place in a card', () => {
    expect(deadLinks(site)).toEqual([]);
    for (const { card, source } of claims) {
      const page = site.read(`models/${card.replace('README.md', 'index.html')}`);
      expect(page).toContain(` id="L${source.line}C${source.column}"`);
    }
  });

  it('never take a contamination score for an accuracy', () => {
    const scores = claims.filter((claim) => claim.metric_as_written === 'contamination');
    expect(scores.map((claim) => claim.value)).toEqual([0.2, 0.45, 1, 0.2, 0.39, 1, 0.22, 0.51, 0.89]);
    expect(scores.map((claim) => claim.metric)).not.toContain('acc');
  });

  it('have averages that hold, and two that do not', () => {
    const averages = findings
      .filter((finding) => finding.rule === 'average')
      .map(({ model, published, severity }) => ({ model, published, severity }))
      .sort((a, b) => (a.published ?? 0) - (b.published ?? 0));
    expect(averages.filter(({ severity }) => severity === 'ok')).toEqual(
      expect.arrayContaining([
        { model: EXPO, published: 13.47, severity: 'ok' },
        { model: ARCEE, published: 25.54, severity: 'ok' },
        { model: LLEMMA, published: 48.75, severity: 'ok' },
        { model: ARCEE, published: 51.11, severity: 'ok' },
        { model: SMAUG, published: 80.48, severity: 'ok' },
      ]),
    );
    expect(averages.filter(({ severity }) => severity === 'warning')).toEqual([
      { model: ARCEE, published: 45.78, severity: 'warning' },
      { model: ARCEE, published: 69.37, severity: 'warning' },
    ]);
  });

  it('show by which rule an average was recomputed, and what other choices give', () => {
    const byPublished = (published: number) => findings.find((finding) => finding.published === published);
    const agieval = byPublished(51.11);
    expect(agieval?.recomputed).toBeCloseTo(51.115, 3);
    expect(agieval?.by).toMatch(/\bacc\b/);
    expect(byPublished(45.78)?.recomputed).toBeCloseTo(43.32, 2);
    const gpt4all = byPublished(69.37);
    const reached = [gpt4all?.recomputed ?? 0, ...(gpt4all?.alternatives ?? []).map((other) => other.value)];
    expect(reached.map((value) => value.toFixed(2))).toEqual(expect.arrayContaining(['67.68', '71.74']));
  });
});
