/** What the audit found, as a sentence in the site's language; the published data has it in English. */
import { type Claim, claimFile } from '../core/claim.ts';
import { decimalsOf } from '../core/format.ts';
import type { AuditRuleId, Finding } from '../core/result.ts';
import { readWay } from '../core/way-of-averaging.ts';
import type { Site } from './frame.ts';
import { conditions } from './words.ts';

/** Things that a sentence names. */
const MOST_NAMED = 4;

/** How numbers were averaged: "mean of acc_norm over 8 of 8 rows". */
export function wayWords({ t }: Pick<Site, 't'>, by: string): string {
  const way = readWay(by);
  if (way === null) return by;
  if (way.kind !== 'suite') return t(`findings.ways.${way.kind}`, { rows: way.rows });
  const [metric, other] = way.metrics;
  const { rows, of } = way;
  if (metric === undefined) return t('findings.ways.suite', { rows, of });
  if (other === undefined) return t('findings.ways.metric', { rows, of, metric });
  return t('findings.ways.metrics', { rows, of, metric, other });
}

/** The sentence of a finding. Where its claims are not at hand, it is the one that the data has. */
export function findingSentence(site: Site, finding: Finding): string {
  return SENTENCES[finding.rule](new Facts(site, finding)) ?? finding.message;
}

/** A finding with what its sentence needs at hand. */
class Facts {
  readonly site: Site;
  readonly finding: Finding;
  readonly claims: readonly Claim[];

  constructor(site: Site, finding: Finding) {
    this.site = site;
    this.finding = finding;
    this.claims = finding.claims.flatMap((id) => site.index.claims.get(id) ?? []);
  }

  get t(): Site['t'] {
    return this.site.t;
  }

  /** The name of what it is about. */
  get name(): string {
    const { benchmark, suite } = this.finding;
    if (benchmark !== null) return this.benchmark(benchmark);
    return this.site.context.registry.suite(suite ?? '')?.name ?? suite ?? '';
  }

  benchmark(id: string): string {
    return this.site.index.benchmarks.get(id)?.name ?? this.site.context.registry.benchmark(id)?.name ?? id;
  }

  /** A number with the digits it has, up to four. */
  score(score: number | null, least = 0): string {
    if (score === null) return '';
    return this.site.context.language.score(score, Math.max(least, Math.min(4, decimalsOf(score))));
  }

  /** "a, b and c", or "a, b, c, d and 3 more". */
  list(items: readonly string[]): string {
    const named = items.slice(0, MOST_NAMED);
    if (items.length > MOST_NAMED)
      return `${named.join(', ')} ${this.t('findings.more', { count: items.length - MOST_NAMED })}`;
    const last = named.pop() ?? '';
    return named.length === 0 ? last : `${named.join(', ')}${this.t('findings.and')}${last}`;
  }
}

type Sentence = (facts: Facts) => string | null;

/** The numbers that claims give for one result, each with its first place. */
const differs: Sentence = (facts) => {
  const { site, t } = facts;
  const result = site.index.resultOfClaim.get(facts.finding.claims[0] ?? '');
  if (result === undefined) return null;
  const numbers = result.values.map(({ score, decimals, claims }) => {
    const claim = site.index.claims.get(claims[0] ?? '');
    const printed = site.context.language.score(score, decimals);
    if (claim === undefined) return printed;
    const { line } = claim.source;
    return t('findings.says.number', { score: printed, file: claimFile(claim), line: String(line) });
  });
  return t('findings.says.differs', {
    name: facts.name,
    conditions: conditions(site, result),
    numbers: facts.list(numbers),
  });
};

const SENTENCES: Readonly<Record<AuditRuleId, Sentence>> = {
  average: (facts) => {
    const { published, recomputed, by } = facts.finding;
    const [figure, mean] = [facts.score(published), facts.score(recomputed)];
    const values = { name: facts.name, published: figure, recomputed: mean, way: wayWords(facts, by ?? '') };
    return facts.t('findings.says.average', values);
  },
  metadata: differs,
  'other-card': differs,
  disagreement: differs,
  scale: (facts) => {
    const { published, recomputed, by } = facts.finding;
    const [score, other] = [facts.score(published), facts.score(recomputed)];
    return by === 'random baseline'
      ? facts.t('findings.says.fraction', { name: facts.name, score, baseline: other })
      : facts.t('findings.says.scales', { name: facts.name, score, other });
  },
  impossible: (facts) => {
    const { published, recomputed, benchmark, claims } = facts.finding;
    const items = facts.site.context.registry.benchmark(benchmark ?? '')?.items ?? null;
    if (items === null || published === null) return null;
    return facts.t('findings.says.impossible', {
      count: claims.length,
      name: facts.name,
      score: facts.score(published),
      more: claims.length - 1,
      items,
      nearest: facts.score(recomputed, Math.min(4, decimalsOf(published) + 1)),
    });
  },
  'below-baseline': (facts) => {
    const { published, recomputed } = facts.finding;
    const [score, baseline] = [facts.score(published), facts.score(recomputed)];
    return facts.t('findings.says.below-baseline', { name: facts.name, score, baseline });
  },
  bold: (facts) => {
    const { published, recomputed, model } = facts.finding;
    const best = facts.claims.find((claim) => (claim.score ?? claim.value) === recomputed);
    if (best === undefined) return null;
    return facts.t('findings.says.bold', {
      name: facts.name,
      score: facts.score(published),
      model,
      other: best.model ?? '',
      best: facts.score(recomputed),
    });
  },
  pasted: (facts) => {
    const { benchmark } = facts.finding;
    const names = [
      ...new Set(
        facts.claims.map((claim) =>
          benchmark === null ? (claim.model ?? '') : facts.benchmark(claim.benchmark ?? ''),
        ),
      ),
    ];
    const [first, ...others] = names;
    if (first === undefined || others.length === 0) return null;
    const count = facts.claims.length / names.length;
    return facts.t('findings.says.pasted', { count, first, others: facts.list(others) });
  },
  'same-as-base': (facts) => {
    const { model, claims } = facts.finding;
    const base = facts.claims.find((claim) => claim.model !== model)?.model;
    if (base === undefined || base === null) return null;
    return facts.t('findings.says.same-as-base', { count: claims.length / 2, model, base });
  },
  contamination: (facts) => {
    const { claims } = facts;
    if (claims.length === 0) return null;
    const scores = claims.map(
      (claim) =>
        `${claim.benchmark === null ? claim.benchmark_as_written : facts.benchmark(claim.benchmark)} ${facts.score(claim.value)}`,
    );
    return facts.t('findings.says.contamination', { count: claims.length, scores: facts.list(scores) });
  },
  flagged: (facts) => {
    const { model } = facts.finding;
    const flag = facts.site.index.models.get(model)?.flagged;
    if (flag === undefined || flag === null) return null;
    const link = flag.link === null ? '' : ` (${flag.link})`;
    return facts.t('findings.says.flagged', { model, reason: flag.reason + link });
  },
};
