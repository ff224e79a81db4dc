/** The audit's page: what does not add up, rule by rule, averages that hold, and what was held back and why. */

import { CODE_OF_RULE } from '../core/audit-codes.ts';
import { CODES, type CodeEntry } from '../core/codes.ts';
import { compareText } from '../core/compare.ts';
import { countOf, formatCount } from '../core/format.ts';
import type { AuditRuleId, Finding } from '../core/result.ts';
import { AGREEMENT_ADDRESS } from './agreement.ts';
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
const MOST_REASONS = 40;

/** Longer lists of what needs no attention are folded. */
const MOST_OPEN = 12;

interface ListView<T> {
  readonly shown: readonly T[];
  /** How many are left out here. */
  readonly more: number;
  readonly folded: boolean;
}

/** One rule and what it found. */
interface RuleView {
  /** Its anchor. */
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  /** What it means, and what to do. */
  readonly meaning: string;
  readonly advice: string;
  readonly count: string;
  /** By what the filter finds all of it. */
  readonly words: string;
  /** In lines where findings are claims that differ; else null, and they stand in `findings`. */
  readonly differences: readonly DifferenceView[] | null;
  readonly findings: readonly FindingView[];
  /** How many are left out here. */
  readonly more: number;
}

export interface AuditView extends Framed {
  readonly summary: string;
  /** What there is to see, each with its section. */
  readonly figures: readonly { readonly count: string; readonly noun: string; readonly href: string }[];
  /** Every rule that found something. */
  readonly groups: readonly RuleView[];
  /** What the other rules would have found. */
  readonly clean: readonly string[];
  readonly holding: ListView<HoldingView>;
  /** Whether there is enough to want a filter. */
  readonly filtered: boolean;
  /** "12 claims of 245"; the empty string where none was. */
  readonly held: string;
  readonly reasons: readonly { readonly reason: string; readonly count: string }[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly title: string;
    readonly explanation: string;
    readonly severity: string;
    readonly count: string;
  }[];
  readonly data: string;
  readonly agreement: string;
}

/** A reason without what is particular to one claim: quoted text and numbers go. */
export function generalReason(reason: string): string {
  return reason
    .replace(/"[^"]*"|“[^”]*”|`[^`]*`|(?<![\p{L}\d])'[^']*'(?![\p{L}\d])/gu, '…')
    .replace(/\d+(?:[.,]\d+)*/g, '…')
    .replace(/…(?:\s*[,/-]?\s*…)+/g, '…')
    .slice(0, 160);
}

function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a, left], [b, right]) => right - left || compareText(a, b));
}

function listOf<T>(
  findings: readonly Finding[],
  most: number,
  view: (finding: Finding) => T | null,
): ListView<T> {
  const shown = findings.slice(0, most).flatMap((finding) => view(finding) ?? []);
  return { shown, more: Math.max(0, findings.length - most), folded: findings.length > MOST_OPEN };
}

function ruleView(site: Site, here: Here, rule: AuditRuleId, found: readonly Finding[]): RuleView {
  const entry: CodeEntry = CODES[CODE_OF_RULE[rule]];
  const differ = DISAGREEMENTS.has(rule);
  const shown = (differ ? widestFirst(site, found) : found).slice(0, differ ? MOST_ROWS : MOST_FINDINGS);
  const title = site.t(`rules.${rule}.title`);
  const advice = `rules.${rule}.advice`;
  return {
    id: `rule-${rule}`,
    title,
    severity: entry.severity,
    meaning: site.t(`rules.${rule}.meaning`),
    advice: site.context.language.has(advice) ? site.t(advice) : '',
    count: formatCount(found.length),
    words: `${title} ${rule} ${entry.severity}`,
    differences: differ ? shown.flatMap((finding) => differenceView(site, here, finding) ?? []) : null,
    findings: differ ? [] : shown.map((finding) => findingView(site, here, finding)),
    more: found.length - shown.length,
  };
}

/** The view of the audit. */
export function auditView(site: Site, here: Here): AuditView {
  const { findings, claims, diagnostics } = site.data;
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
  const total = findings.length - holding.length;
  const summary = `${countOf(total, 'thing does', 'things do')} not add up. ${countOf(averages.length, 'published average')} recomputed: ${formatCount(holding.length)} ${holding.length === 1 ? 'holds' : 'hold'}, ${formatCount(averages.length - holding.length)} ${averages.length - holding.length === 1 ? 'does' : 'do'} not.`;
  return {
    frame: frame(site, here, 'Audit', summary),
    summary,
    figures: [
      ...groups.map(({ id, title, count }) => ({ count, noun: title, href: `#${id}` })),
      {
        count: formatCount(holding.length),
        noun: holding.length === 1 ? 'Published average holds' : 'Published averages hold',
        href: '#holding',
      },
      {
        count: formatCount(held.length),
        noun: held.length === 1 ? 'Claim was held back' : 'Claims were held back',
        href: '#held',
      },
    ],
    groups,
    clean: rules.filter((rule) => !found.has(rule)).map((rule) => site.t(`rules.${rule}.title`)),
    holding: listOf(holding, MOST_ROWS, (finding) => holdingView(site, here, finding)),
    filtered: findings.length > MOST_OPEN,
    held: held.length === 0 ? '' : `${countOf(held.length, 'claim')} of ${formatCount(claims.length)}`,
    reasons: countBy(held, (claim) => generalReason(claim.because.at(-1) ?? 'no reason given'))
      .slice(0, MOST_REASONS)
      .map(([reason, count]) => ({ reason, count: formatCount(count) })),
    diagnostics: countBy(diagnostics, ({ code }) => code).map(([code, count]) => {
      const entry = CODES[code as keyof typeof CODES];
      return {
        code,
        title: entry.title,
        explanation: entry.explanation,
        severity: entry.severity,
        count: formatCount(count),
      };
    }),
    data: here.to('data/'),
    agreement: here.to(AGREEMENT_ADDRESS),
  };
}
