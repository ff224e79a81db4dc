/** A benchmark's ranking, setting by setting: results that were measured alike stand in one table. */
import { compareNames, compareText } from '../core/compare.ts';
import type { Proof } from '../core/proof.ts';
import type { Result } from '../core/result.ts';
import { printed } from './board-table.ts';
import type { Here, Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { conditionKey } from './peers.ts';
import { proofOf, resultHref } from './proof.ts';
import { countRanks, rankWord } from './ranks.ts';
import { conditions, originMark, whyLoose } from './words.ts';

/** Digits behind the point that a column of results shows at most. */
const MOST_DECIMALS = 4;

/** Groups of more results than this are laid out only when they come into sight. */
const LONG = 60;

interface ResultRowView {
  readonly rank: string;
  readonly model: ModelLine;
  /** How it was measured, where rows of one table differ in it. */
  readonly conditions: string;
  readonly score: string;
  readonly exact: string;
  readonly stderr: string;
  readonly href: string;
  readonly mark: string;
  readonly words: string;
  readonly best: boolean;
  readonly differs: boolean;
  readonly loose: string;
}

export interface GroupView {
  readonly id: string;
  readonly title: string;
  readonly counts: string;
  readonly mixed: boolean;
  readonly hasErrors: boolean;
  /** Laid out only when it comes into sight. */
  readonly long: boolean;
  readonly rows: readonly ResultRowView[];
}

/** Digits to show for results in one column. */
function sharedDecimals(results: readonly Result[]): number {
  return results.reduce((most, result) => Math.max(most, Math.min(MOST_DECIMALS, result.decimals)), 0);
}

/** Results by their conditions, the largest group first. */
export function groupsOf(results: readonly Result[]): Result[][] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const key = conditionKey(result);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [result]);
    else group.push(result);
  }
  return [...groups]
    .sort(([a, left], [b, right]) => right.length - left.length || compareText(a, b))
    .map(([, group]) => group);
}

function ranked(site: Site, results: readonly Result[]): Result[] {
  const rank = (result: Result) => site.index.standings.get(result.id)?.rank ?? Number.MAX_SAFE_INTEGER;
  return [...results].sort(
    (a, b) => rank(a) - rank(b) || compareNames(a.model, b.model) || compareText(a.id, b.id),
  );
}

function rowView(
  site: Site,
  here: Here,
  result: Result,
  decimals: number,
  shared: ReadonlySet<number>,
  proofs: Proof[],
): ResultRowView {
  const standing = site.index.standings.get(result.id);
  const loose = whyLoose(site, result);
  proofs.push(proofOf(site, here, result, decimals, loose));
  const mark = originMark(site.t, result.origin);
  const rank = standing?.rank ?? null;
  return {
    rank: rankWord(rank, rank !== null && shared.has(rank), standing?.band ?? null),
    model: modelLine(site, here, result.model),
    conditions: conditions(site, result),
    ...printed(result.score, decimals),
    stderr: result.stderr === null ? '' : `± ${site.context.language.score(result.stderr, decimals)}`,
    href: resultHref(site, here, result),
    mark: mark.name,
    words: mark.words,
    best: rank === 1 && (standing?.of ?? 0) > 1,
    differs: result.spread > 0,
    loose: loose ?? '',
  };
}

/** The tables, with the proofs of their numbers in order put into `proofs`. */
export function groupViews(site: Site, here: Here, results: readonly Result[], proofs: Proof[]): GroupView[] {
  const groups = groupsOf(results);
  const large = groups.filter((group) => group.length > 1);
  const lone = groups.filter((group) => group.length === 1).flat();
  const views = large.map((group, place): GroupView => {
    const order = ranked(site, group);
    const ranks = order.map((result) => site.index.standings.get(result.id)?.rank ?? null);
    const { shared } = countRanks(ranks);
    const decimals = sharedDecimals(group);
    return {
      id: `setting-${place + 1}`,
      title: conditions(site, group[0] as Result),
      counts: site.t('benchmark.models', { count: group.length }),
      mixed: false,
      hasErrors: group.some((result) => result.stderr !== null),
      long: group.length > LONG,
      rows: order.map((result) => rowView(site, here, result, decimals, shared, proofs)),
    };
  });
  if (lone.length === 0) return views;
  const order = [...lone].sort(
    (a, b) =>
      compareNames(conditions(site, a), conditions(site, b)) ||
      compareNames(a.model, b.model) ||
      compareText(a.id, b.id),
  );
  const rows = order.map((result) =>
    rowView(site, here, result, Math.min(MOST_DECIMALS, result.decimals), new Set(), proofs),
  );
  const title = site.t(views.length === 0 ? 'benchmark.ranking.all' : 'benchmark.ranking.lone');
  return [
    ...views,
    {
      id: 'setting-lone',
      title,
      counts: site.t('benchmark.results', { count: lone.length }),
      mixed: true,
      hasErrors: lone.some((result) => result.stderr !== null),
      long: rows.length > LONG,
      rows,
    },
  ];
}
