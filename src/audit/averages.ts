/** Recomputes every published average from the rows of the same card. */
import { type Claim, claimId, compareClaims } from '../core/claim.ts';
import { formatScore } from '../core/format.ts';
import { shortHash } from '../core/hash.ts';
import type { Finding } from '../core/result.ts';
import type { Registry, Suite } from '../registry/types.ts';
import { type Mean, meanOfBlock, meanOfTable, meansOf } from './means.ts';
import { halfUnit, printedDecimals } from './precision.ts';
import { type Groups, rowsFor } from './rows.ts';
import type { AuditRule } from './rule.ts';

/** Other ways to average that a sentence names. */
const MOST_NAMED = 3;

/**
 * Says of every published average (an accepted claim of metric `average` whose benchmark is a suite with a mean)
 * whether it is the mean of the card's own rows about the same model: by the suite's rule, by one of its
 * alternatives, or by none. It holds where the difference is within the rounding of the figure and of its rows.
 *
 * `claims` are normalised, in any order. There is no finding where the card gives fewer than two rows; nor where the
 * figure differs but the rows that are missing could make up for it, or the card publishes another average of the
 * same suite and model that does hold: then the rows are that one's, and the two disagree.
 */
export function auditAverages(
  claims: readonly Claim[],
  registry: Pick<Registry, 'suite' | 'benchmark'>,
): Finding[] {
  const accepted = claims.filter((claim) => claim.status === 'accepted' && claim.model !== null);
  const averages = accepted.filter((claim) => claim.metric === 'average').sort(compareClaims);
  const groups = groupClaims(accepted);
  const siblings = new Map<string, Claim[]>();
  for (const average of averages) {
    const list = siblings.get(tableAndModel(average));
    if (list === undefined) siblings.set(tableAndModel(average), [average]);
    else list.push(average);
  }
  const findings = averages.flatMap((average) => {
    const suite = average.benchmark === null ? undefined : registry.suite(average.benchmark);
    if (suite === undefined || suite.average.rule !== 'mean') return [];
    const rows = groups.get(cardAndModel(average)) ?? new Map();
    const finding = findingOf(average, suite, rows, siblings.get(tableAndModel(average)) ?? [], registry);
    return finding === undefined ? [] : [{ finding, of: `${cardAndModel(average)}\n${suite.id}` }];
  });
  const held = new Set(findings.flatMap(({ finding, of }) => (finding.severity === 'ok' ? [of] : [])));
  return findings.flatMap(({ finding, of }) => (finding.severity === 'ok' || !held.has(of) ? [finding] : []));
}

const cardAndModel = (claim: Claim): string => `${claim.card}\n${claim.model}`;

const tableAndModel = (claim: Claim): string => `${cardAndModel(claim)}\n${claim.group}`;

/** The rows of each card and model by group; averages are no rows. */
function groupClaims(claims: readonly Claim[]): Map<string, Groups> {
  const all = new Map<string, Map<string, Claim[]>>();
  for (const claim of claims.filter((claim) => claim.metric !== 'average').sort(compareClaims)) {
    const key = cardAndModel(claim);
    const groups = all.get(key) ?? new Map<string, Claim[]>();
    all.set(key, groups);
    const group = groups.get(claim.group);
    if (group === undefined) groups.set(claim.group, [claim]);
    else group.push(claim);
  }
  return all;
}

function findingOf(
  average: Claim,
  suite: Suite,
  groups: Groups,
  siblings: readonly Claim[],
  registry: Pick<Registry, 'benchmark'>,
): Finding | undefined {
  const published = average.score ?? average.value;
  const decimals = printedDecimals(average);
  const means = meansOf(suite, rowsFor(average, suite, groups), average);
  const table = meanOfTable(suite, groups.get(average.group) ?? [], average);
  if (table !== undefined) means.push(table);
  const block = meanOfBlock(groups.get(average.group) ?? [], average, siblings);
  if (block !== undefined) means.push(block);
  const [rule] = means;
  if (rule === undefined) return undefined;
  const holding = means.find(
    (mean) => mean.sound && Math.abs(mean.value - published) <= halfUnit(decimals) + mean.slack + 1e-9,
  );
  if (holding === undefined && couldBeMissing(published, rule, suite, registry)) return undefined;
  const mean = holding ?? rule;
  const others = (holding === undefined ? means : means.slice(0, means.indexOf(holding)))
    .filter((other) => other !== mean)
    .sort((a, b) => Math.abs(a.value - published) - Math.abs(b.value - published));
  const finding = {
    rule: 'average' as const,
    severity: holding === undefined ? ('warning' as const) : ('ok' as const),
    model: average.model as string,
    suite: suite.id,
    benchmark: null,
    message: sentence(suite, published, decimals, mean, others, holding !== undefined),
    published,
    recomputed: mean.value,
    by: mean.by,
    alternatives: others.map(({ by, value }) => ({ by, value })),
    claims: [average, ...mean.rows].map(claimId),
  };
  return { id: shortHash(`average\n${suite.id}\n${claimId(average)}`), ...finding };
}

/** True where the suite's missing members, each within its range, could bring the mean to the published figure. */
function couldBeMissing(
  published: number,
  rule: Mean,
  suite: Suite,
  registry: Pick<Registry, 'benchmark'>,
): boolean {
  if (rule.missing === 0) return false;
  const reported = new Set(rule.rows.map((claim) => claim.benchmark));
  const ranges = suite.members
    .filter((member) => !reported.has(member.benchmark))
    .map((member) => registry.benchmark(member.benchmark)?.range ?? [null, null]);
  const lowest = ranges.reduce((sum, [from]) => sum + (from ?? Number.NEGATIVE_INFINITY), 0);
  const highest = ranges.reduce((sum, [, to]) => sum + (to ?? Number.POSITIVE_INFINITY), 0);
  const needed = published * suite.members.length - rule.value * rule.rows.length;
  return needed >= lowest && needed <= highest;
}

function sentence(
  suite: Suite,
  published: number,
  decimals: number,
  mean: Mean,
  others: readonly Mean[],
  holds: boolean,
): string {
  const digits = Math.max(0, decimals);
  const figure = formatScore(published, digits);
  const give = ({ by, value }: Mean) => `the ${by} gives ${formatScore(value, digits)}`;
  const sound = others.filter((other) => other.sound);
  const named = sound.slice(0, MOST_NAMED).map(give);
  if (!holds) {
    const ways = [mean, ...sound.slice(0, MOST_NAMED)];
    const away = ways.map((way) => Math.abs(way.value - published));
    const closest = ways.length > 1 ? away.indexOf(Math.min(...away)) : -1;
    const said = ways.map((way, place) => give(way) + (place === closest ? ' (the closest)' : ''));
    return `${suite.name}: the published average ${figure} does not hold: ${said.join('; ')}.`;
  }
  // With one more digit where a mean that holds would read as another figure without it.
  const same = formatScore(mean.value, digits) === figure;
  const gives = `the ${mean.by} gives ${formatScore(mean.value, same ? digits : digits + 1)}`;
  const instead = named.length === 0 ? '' : `, not by the suite's own rule: ${named.join('; ')}`;
  return `${suite.name}: the published average ${figure} holds: ${gives}${instead}.`;
}

/** Published averages, recomputed from the card's rows. */
export const AVERAGES: AuditRule = {
  id: 'average',
  find: ({ claims, registry }) => auditAverages(claims, registry),
};
