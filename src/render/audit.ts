/** The audit's page: averages that hold and that do not, differing claims, and what was held back and why. */

import { CODES } from '../core/codes.ts';
import { compareText } from '../core/compare.ts';
import { countOf, formatCount } from '../core/format.ts';
import type { Finding } from '../core/result.ts';
import { type FindingView, findingView } from './finding.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';

/** Longer lists are cut: the whole is in data/audit.json. */
const MOST_FINDINGS = 500;
const MOST_REASONS = 40;

interface FindingsView {
  readonly findings: readonly FindingView[];
  /** How many are left out here. */
  readonly more: number;
}

export interface AuditView extends Framed {
  readonly summary: string;
  readonly failing: FindingsView;
  readonly holding: FindingsView;
  readonly disagreements: FindingsView;
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

function findingsView(site: Site, here: Here, findings: readonly Finding[]): FindingsView {
  return {
    findings: findings.slice(0, MOST_FINDINGS).map((finding) => findingView(site, here, finding)),
    more: Math.max(0, findings.length - MOST_FINDINGS),
  };
}

/** The view of the audit. */
export function auditView(site: Site, here: Here): AuditView {
  const { findings, claims, diagnostics } = site.data;
  const averages = findings.filter((finding) => finding.rule === 'average');
  const holding = averages.filter((finding) => finding.severity === 'ok');
  const failing = averages.filter((finding) => finding.severity !== 'ok');
  const disagreements = findings.filter((finding) => finding.rule === 'disagreement');
  const held = claims.filter((claim) => claim.status === 'held');
  const summary = [
    `${countOf(averages.length, 'published average')} recomputed: ${formatCount(holding.length)} ${holding.length === 1 ? 'holds' : 'hold'}, ${formatCount(failing.length)} ${failing.length === 1 ? 'does' : 'do'} not.`,
    disagreements.length === 0
      ? ''
      : `${countOf(disagreements.length, 'result is', 'results are')} claimed with differing numbers.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
  return {
    frame: frame(site, here, 'Audit', summary),
    summary,
    failing: findingsView(site, here, failing),
    holding: findingsView(site, here, holding),
    disagreements: findingsView(site, here, disagreements),
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
  };
}
