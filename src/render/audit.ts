/** The audit's page: averages that hold and that do not, differing claims, and what was held back and why. */

import { CODES } from '../core/codes.ts';
import { compareText } from '../core/compare.ts';
import { countOf, formatCount } from '../core/format.ts';
import type { Finding } from '../core/result.ts';
import {
  type DifferenceView,
  differenceView,
  type HoldingView,
  holdingView,
  widestFirst,
} from './audit-rows.ts';
import { type FindingView, findingView } from './finding.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';

/** Longer lists are cut: the whole is in data/audit.json. */
const MOST_FAILING = 100;
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

export interface AuditView extends Framed {
  readonly summary: string;
  /** What there is to see, each with its section. */
  readonly figures: readonly { readonly count: string; readonly noun: string; readonly href: string }[];
  readonly failing: ListView<FindingView>;
  readonly holding: ListView<HoldingView>;
  readonly differences: ListView<DifferenceView>;
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
    figures: [
      { count: failing.length, noun: 'do not hold', one: 'does not hold', href: '#failing' },
      { count: holding.length, noun: 'hold', one: 'holds', href: '#holding' },
      { count: disagreements.length, noun: 'differ', one: 'differs', href: '#differing' },
      { count: held.length, noun: 'held back', one: 'held back', href: '#held' },
    ].map(({ count, noun, one, href }) => ({
      count: formatCount(count),
      noun: count === 1 ? one : noun,
      href,
    })),
    failing: listOf(failing, MOST_FAILING, (finding) => findingView(site, here, finding)),
    holding: listOf(holding, MOST_ROWS, (finding) => holdingView(site, here, finding)),
    differences: listOf(widestFirst(site, disagreements), MOST_ROWS, (finding) =>
      differenceView(site, here, finding),
    ),
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
  };
}
