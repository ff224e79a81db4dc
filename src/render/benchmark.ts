/** A benchmark's page: what it measures, how to reproduce it, how much room it leaves, and every result under every setting. */
import { MISSING } from '../core/format.ts';
import { type Proof, packProofs } from '../core/proof.ts';
import type { BenchmarkRecord } from '../store/types.ts';
import { DISAGREEMENTS } from './audit-rows.ts';
import { type Fact, factsOf, glanceOf, relatedTo } from './benchmark-facts.ts';
import { type GroupView, groupsOf, groupViews } from './benchmark-groups.ts';
import { type DifferencesView, differencesView, type ReportsView, reportsView } from './benchmark-reports.ts';
import { type SaturationView, saturationView } from './benchmark-saturation.ts';
import { benchmarkCharts } from './charts/benchmark-charts.ts';
import type { Chart } from './charts/chart.ts';
import { type FindingView, findingView } from './finding.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { scriptJson } from './proof.ts';

/** Findings of the audit that a page shows. */
const MOST_FINDINGS = 12;

/** Of more settings than this the page has a list of them. */
const MANY_SETTINGS = 2;

export interface BenchmarkView extends Framed {
  readonly name: string;
  readonly id: string;
  readonly listed: boolean;
  readonly description: string;
  readonly glance: readonly string[];
  readonly note: string;
  readonly facts: readonly Fact[];
  readonly command: string;
  readonly boards: readonly { readonly name: string; readonly href: string }[];
  readonly related: readonly { readonly name: string; readonly href: string; readonly results: string }[];
  readonly counts: string;
  /** Parts of this page that are worth a jump. */
  readonly jumps: readonly { readonly href: string; readonly label: string }[];
  readonly saturation: SaturationView | null;
  readonly charts: readonly Chart[];
  readonly settings: readonly { readonly href: string; readonly title: string; readonly count: string }[];
  readonly groups: readonly GroupView[];
  readonly differences: DifferencesView | null;
  readonly reports: ReportsView | null;
  /** What does not add up about it, differing claims left out. */
  readonly findings: readonly FindingView[];
  /** "12 more in the audit", or the empty string. */
  readonly moreFindings: string;
  readonly audit: string;
  readonly proofs: string;
}

/** The command that reproduces a benchmark with lm-evaluation-harness; the empty string where there is none. */
export function harnessCommand(benchmark: Pick<BenchmarkRecord, 'harness_task' | 'shots'>): string {
  if (benchmark.harness_task === null) return '';
  const shots = benchmark.shots === null ? '' : ` --num_fewshot ${benchmark.shots}`;
  return `lm_eval --model hf --model_args pretrained=MODEL --tasks ${benchmark.harness_task}${shots}`;
}

/** The view of a benchmark's page. */
export function benchmarkView(site: Site, here: Here, benchmark: BenchmarkRecord): BenchmarkView {
  const { t } = site;
  const results = site.index.resultsOfBenchmark.get(benchmark.id) ?? [];
  const found = (site.index.findings.ofBenchmark.get(benchmark.id) ?? []).filter(
    ({ rule }) => !DISAGREEMENTS.has(rule),
  );
  const proofs: Proof[] = [];
  const settings = groupsOf(results);
  const groups = groupViews(site, here, results, proofs);
  const models = new Set(results.map((result) => result.model)).size;
  const description = benchmark.listed ? benchmark.description : t('benchmark.unlisted');
  const counts = [
    t('benchmark.results', { count: results.length }),
    t('benchmark.models', { count: models }),
    t('benchmark.settings', { count: settings.length }),
  ];
  const saturation = saturationView(site, here, benchmark, settings);
  const charts = benchmarkCharts(site, here, benchmark);
  const command = harnessCommand(benchmark);
  const differences = differencesView(site, here, results);
  const reports = reportsView(site, here, results);
  const jump = (anchor: string, isHere: boolean) =>
    isHere ? [{ href: `#${anchor}`, label: t(`benchmark.jumps.${anchor}`) }] : [];
  return {
    frame: frame(
      site,
      here,
      benchmark.name,
      t('benchmark.summary', { name: benchmark.name, description, results: counts[0] ?? '' }),
    ),
    name: benchmark.name,
    id: benchmark.id,
    listed: benchmark.listed,
    description,
    glance: glanceOf(site, benchmark),
    note: benchmark.note ?? '',
    facts: factsOf(site, benchmark),
    command,
    boards: (site.index.boardsOfBenchmark.get(benchmark.id) ?? []).map((board) => ({
      name: board.name,
      href: here.to(site.context.urls.board(board.id)),
    })),
    related: relatedTo(site, here, benchmark),
    counts: results.length === 0 ? MISSING : counts.join(' · '),
    jumps: [
      jump('saturation', saturation !== null),
      jump('charts', charts.length > 0),
      jump('ranking', groups.length > 0),
      jump('differ', differences !== null),
      jump('checked', found.length > 0),
      jump('reproduce', command !== ''),
      jump('reports', reports !== null),
    ].flat(),
    saturation,
    charts,
    settings:
      groups.length <= MANY_SETTINGS
        ? []
        : groups.map(({ id, title, rows }) => ({
            href: `#${id}`,
            title,
            count: site.context.language.count(rows.length),
          })),
    groups,
    differences,
    reports,
    findings: found.slice(0, MOST_FINDINGS).map((finding) => findingView(site, here, finding)),
    moreFindings:
      found.length > MOST_FINDINGS
        ? t('benchmark.more-findings', { count: found.length - MOST_FINDINGS })
        : '',
    audit: here.to('audit/'),
    proofs: scriptJson(packProofs(proofs)),
  };
}
