/** The audit's page: what does not add up, rule by rule, averages that hold, and what was held back and why. */

import { CODE_OF_RULE } from '../core/audit-codes.ts';
import { CODES, type CodeEntry } from '../core/codes.ts';
import { compareText } from '../core/compare.ts';
import type { AuditRuleId, Finding } from '../core/result.ts';
import { AGREEMENT_ADDRESS } from './agreement.ts';
import { type HeldGroupView, heldGroups } from './audit-held.ts';
import {
  DISAGREEMENTS,
  type DifferenceView,
  differenceView,
  type HoldingView,
  holdingView,
  widestFirst,
} from './audit-rows.ts';
import { type FindingView, findingView } from './finding.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';

/** Longer lists are cut: the whole is in data/audit.json. */
const MOST_FINDINGS = 100;
const MOST_ROWS = 200;

/** Longer lists of what needs no attention are folded. */
const MOST_OPEN = 12;

interface ListView<T> {
  readonly shown: readonly T[];
  /** "12 more in audit.json", or the empty string. */
  readonly more: string;
  /** "Show all 155" where the list is folded, or the empty string. */
  readonly folded: string;
}

/** One rule and what it found. */
interface RuleView {
  /** Its anchor. */
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly severity: string;
  readonly severityWord: string;
  /** What it means, and what to do. */
  readonly meaning: string;
  readonly advice: string;
  readonly count: string;
  /** By what the filter finds all of it. */
  readonly words: string;
  /** In lines where findings are claims that differ; else null, and they stand in `findings`. */
  readonly differences: readonly DifferenceView[] | null;
  readonly findings: readonly FindingView[];
  /** "12 more in audit.json", or the empty string. */
  readonly more: string;
}

/** A line of the overview: a rule and what it came to. */
interface OverviewLine {
  readonly title: string;
  /** Where its findings stand; the empty string where there are none. */
  readonly href: string;
  readonly severity: string;
  readonly severityWord: string;
  readonly count: string;
  readonly models: string;
}

export interface AuditView extends Framed {
  readonly summary: string;
  /** Every rule with what it came to, those that found the most severe first; then what holds and what was held back. */
  readonly overview: readonly OverviewLine[];
  /** Every rule that found something. */
  readonly groups: readonly RuleView[];
  readonly holding: ListView<HoldingView>;
  /** Whether there is enough to want a filter, and lists of rules and kinds to choose from. */
  readonly filtered: boolean;
  readonly listed: boolean;
  /** "12 claims of 245 …"; the empty string where none was. */
  readonly held: string;
  readonly reasons: readonly HeldGroupView[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly title: string;
    readonly explanation: string;
    readonly severity: string;
    readonly severityWord: string;
    readonly count: string;
  }[];
  readonly data: string;
  readonly agreement: string;
}

function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a, left], [b, right]) => right - left || compareText(a, b));
}

function moreWord(site: Site, count: number): string {
  return count <= 0 ? '' : site.t('audit.more', { count });
}

function listOf<T>(
  site: Site,
  findings: readonly Finding[],
  most: number,
  view: (finding: Finding) => T | null,
): ListView<T> {
  const shown = findings.slice(0, most).flatMap((finding) => view(finding) ?? []);
  return {
    shown,
    more: moreWord(site, findings.length - most),
    folded: findings.length > MOST_OPEN ? site.t('audit.show-all', { count: shown.length }) : '',
  };
}

function ruleView(site: Site, here: Here, rule: AuditRuleId, found: readonly Finding[]): RuleView {
  const entry: CodeEntry = CODES[CODE_OF_RULE[rule]];
  const differ = DISAGREEMENTS.has(rule);
  const shown = (differ ? widestFirst(site, found) : found).slice(0, differ ? MOST_ROWS : MOST_FINDINGS);
  const title = site.t(`rules.${rule}.title`);
  const advice = `rules.${rule}.advice`;
  return {
    id: `rule-${rule}`,
    rule,
    title,
    severity: entry.severity,
    severityWord: site.t(`audit.severity.${entry.severity}`),
    meaning: site.t(`rules.${rule}.meaning`),
    advice: site.context.language.has(advice) ? site.t(advice) : '',
    count: site.context.language.count(found.length),
    words: `${title} ${rule} ${entry.severity}`,
    differences: differ ? shown.flatMap((finding) => differenceView(site, here, finding) ?? []) : null,
    findings: differ ? [] : shown.map((finding) => findingView(site, here, finding)),
    more: moreWord(site, found.length - shown.length),
  };
}

/** One line of the overview. */
function overviewLine(
  site: Site,
  title: string,
  anchor: string,
  severity: string,
  findings: readonly { readonly model: string | null }[],
): OverviewLine {
  const { count } = site.context.language;
  const models = new Set(findings.map(({ model }) => model)).size;
  return {
    title,
    href: findings.length === 0 ? '' : `#${anchor}`,
    severity,
    severityWord: site.t(`audit.severity.${severity}`),
    count: count(findings.length),
    models: count(models),
  };
}

/** The view of the audit. */
export function auditView(site: Site, here: Here): AuditView {
  const { findings, claims, diagnostics } = site.data;
  const { t } = site;
  const averages = findings.filter((finding) => finding.rule === 'average');
  const holding = averages.filter((finding) => finding.severity === 'ok');
  const found = new Map<AuditRuleId, Finding[]>();
  for (const finding of findings) {
    if (finding.severity === 'ok') continue;
    const list = found.get(finding.rule);
    if (list === undefined) found.set(finding.rule, [finding]);
    else list.push(finding);
  }
  const rules = Object.keys(CODE_OF_RULE) as AuditRuleId[];
  const groups = rules.flatMap((rule) => {
    const list = found.get(rule);
    return list === undefined ? [] : [ruleView(site, here, rule, list)];
  });
  const held = claims.filter((claim) => claim.status === 'held');
  const summary = [
    t('audit.summary', { count: findings.length - holding.length }),
    t('audit.averages', { count: averages.length }),
    t('audit.hold', { count: holding.length }),
    t('audit.fail', { count: averages.length - holding.length }),
  ].join(' ');
  return {
    frame: frame(site, here, t('audit.title'), summary),
    summary,
    overview: [
      ...rules.map((rule) =>
        overviewLine(
          site,
          t(`rules.${rule}.title`),
          `rule-${rule}`,
          CODES[CODE_OF_RULE[rule]].severity,
          found.get(rule) ?? [],
        ),
      ),
      overviewLine(site, t('audit.holding.title'), 'holding', 'ok', holding),
      overviewLine(site, t('audit.held.title'), 'held', 'held', held),
    ],
    groups,
    holding: listOf(site, holding, MOST_ROWS, (finding) => holdingView(site, here, finding)),
    filtered: findings.length > MOST_OPEN,
    listed: groups.length + Math.min(1, holding.length) > 1,
    held: held.length === 0 ? '' : t('audit.held.some', { count: held.length, of: claims.length }),
    reasons: heldGroups(site, here, held),
    diagnostics: countBy(diagnostics, ({ code }) => code).map(([code, count]) => {
      const entry = CODES[code as keyof typeof CODES];
      return {
        code,
        title: entry.title,
        explanation: entry.explanation.replaceAll('`', ''),
        severity: entry.severity,
        severityWord: t(`audit.severity.${entry.severity}`),
        count: site.context.language.count(count),
      };
    }),
    data: here.to('data/'),
    agreement: here.to(AGREEMENT_ADDRESS),
  };
}
