/** A benchmark's page: what it measures, how to reproduce it, and every result under every setting. */
import { compareNames, compareText } from '../core/compare.ts';
import { countOf, formatScore, MISSING } from '../core/format.ts';
import { type Proof, packProofs } from '../core/proof.ts';
import type { Result } from '../core/result.ts';
import type { BenchmarkRecord } from '../store/types.ts';
import { printed } from './board.ts';
import { type FindingView, findingView } from './finding.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { externalUrl, hubDataset } from './links.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { proofOf, resultHref, scriptJson } from './proof.ts';
import { countRanks, rankWord } from './ranks.ts';
import { conditions, directionWord, metricName, originMark, shotsWord, unitWord, whyLoose } from './words.ts';

/** Digits behind the point that a column of results shows at most. */
const MOST_DECIMALS = 4;

/** Groups of more results than this are laid out only when they come into sight. */
const LONG = 60;

/** Findings of the audit that a page shows. */
const MOST_FINDINGS = 12;

export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly href: string;
  readonly note: string;
}

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

interface GroupView {
  readonly id: string;
  readonly title: string;
  readonly counts: string;
  readonly mixed: boolean;
  readonly hasErrors: boolean;
  /** Laid out only when it comes into sight. */
  readonly long: boolean;
  readonly rows: readonly ResultRowView[];
}

export interface BenchmarkView extends Framed {
  readonly name: string;
  readonly id: string;
  readonly listed: boolean;
  readonly description: string;
  readonly note: string;
  readonly facts: readonly Fact[];
  readonly command: string;
  readonly boards: readonly { readonly name: string; readonly href: string }[];
  readonly counts: string;
  readonly groups: readonly GroupView[];
  /** What does not add up about it. */
  readonly findings: readonly FindingView[];
  /** "12 more in the audit", or the empty string. */
  readonly moreFindings: string;
  readonly audit: string;
  readonly proofs: string;
}

/** Digits to show for results in one column. */
function sharedDecimals(results: readonly Result[]): number {
  return results.reduce((most, result) => Math.max(most, Math.min(MOST_DECIMALS, result.decimals)), 0);
}

function groupsOf(results: readonly Result[]): Result[][] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const key = JSON.stringify([result.metric, result.shots, result.setting, result.split]);
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
    stderr: result.stderr === null ? '' : `± ${formatScore(result.stderr, decimals)}`,
    href: resultHref(site, here, result),
    mark: mark.name,
    words: mark.words,
    best: rank === 1 && (standing?.of ?? 0) > 1,
    differs: result.spread > 0,
    loose: loose ?? '',
  };
}

function groupViews(site: Site, here: Here, results: readonly Result[], proofs: Proof[]): GroupView[] {
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
      counts: countOf(group.length, 'model'),
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
  const title = views.length === 0 ? 'Results' : 'Settings that one model reports';
  return [
    ...views,
    {
      id: 'setting-lone',
      title,
      counts: countOf(lone.length, 'result'),
      mixed: true,
      hasErrors: lone.some((result) => result.stderr !== null),
      long: rows.length > LONG,
      rows,
    },
  ];
}

function rangeWord([low, high]: BenchmarkRecord['range']): string {
  if (low === null && high === null) return '';
  return `${low ?? 'no lower bound'} to ${high ?? 'no upper bound'}`;
}

function factsOf(site: Site, benchmark: BenchmarkRecord): Fact[] {
  const fact = (label: string, text: string, href: string | null = '', note = ''): Fact => ({
    label,
    text,
    href: href ?? '',
    note,
  });
  const { registry } = site.context;
  const baseline = benchmark.random_baseline;
  const home = externalUrl(benchmark.home);
  const dataset = benchmark.dataset;
  const facts = [
    fact(
      'Metric',
      metricName(benchmark.metric, registry),
      '',
      registry.metric(benchmark.metric)?.description ?? '',
    ),
    fact('Direction', directionWord(site.t, benchmark.higher_is_better)),
    fact(
      'Unit',
      unitWord(site.t, benchmark.unit),
      '',
      benchmark.unit === 'percent' ? '' : rangeWord(benchmark.range),
    ),
    fact('Guessing scores', baseline === null ? '' : String(baseline), '', benchmark.baseline_source ?? ''),
    fact('Usual shots', shotsWord(site.t, benchmark.shots)),
    fact('Data set', dataset ?? '', dataset === null ? '' : (externalUrl(dataset) ?? hubDataset(dataset))),
    fact('Home page', home === null ? '' : home.replace(/^https?:\/\/(www\.)?|\/$/g, ''), home),
    fact('Field', benchmark.category),
  ];
  return facts.filter(({ text }) => text !== '');
}

/** The command that reproduces a benchmark with lm-evaluation-harness; the empty string where there is none. */
export function harnessCommand(benchmark: Pick<BenchmarkRecord, 'harness_task' | 'shots'>): string {
  if (benchmark.harness_task === null) return '';
  const shots = benchmark.shots === null ? '' : ` --num_fewshot ${benchmark.shots}`;
  return `lm_eval --model hf --model_args pretrained=MODEL --tasks ${benchmark.harness_task}${shots}`;
}

/** The view of a benchmark's page. */
export function benchmarkView(site: Site, here: Here, benchmark: BenchmarkRecord): BenchmarkView {
  const results = site.index.resultsOfBenchmark.get(benchmark.id) ?? [];
  const found = site.index.findings.ofBenchmark.get(benchmark.id) ?? [];
  const proofs: Proof[] = [];
  const groups = groupViews(site, here, results, proofs);
  const models = new Set(results.map((result) => result.model)).size;
  const description = benchmark.listed
    ? benchmark.description
    : 'A benchmark that only cards know: the registry has no entry for it.';
  const counts = [
    countOf(results.length, 'result'),
    countOf(models, 'model'),
    countOf(groupsOf(results).length, 'setting'),
  ].join(' · ');
  return {
    frame: frame(
      site,
      here,
      benchmark.name,
      `${benchmark.name}: ${description} ${countOf(results.length, 'result')} from model cards.`,
    ),
    name: benchmark.name,
    id: benchmark.id,
    listed: benchmark.listed,
    description,
    note: benchmark.note ?? '',
    facts: benchmark.listed ? factsOf(site, benchmark) : [],
    command: harnessCommand(benchmark),
    boards: (site.index.boardsOfBenchmark.get(benchmark.id) ?? []).map((board) => ({
      name: board.name,
      href: here.to(site.context.urls.board(board.id)),
    })),
    counts: results.length === 0 ? MISSING : counts,
    groups,
    findings: found.slice(0, MOST_FINDINGS).map((finding) => findingView(site, here, finding)),
    moreFindings: found.length > MOST_FINDINGS ? `${found.length - MOST_FINDINGS} more in the audit` : '',
    audit: here.to('audit/'),
    proofs: scriptJson(packProofs(proofs)),
  };
}
