/** One line each for findings that come in hundreds: averages that hold, and results claimed with differing numbers. */
import { compareNumbers, compareText } from '../core/compare.ts';
import { decimalsOf, formatScore } from '../core/format.ts';
import type { AuditRuleId, Finding, Result } from '../core/result.ts';
import { about } from './finding.ts';
import { wayWords } from './finding-words.ts';
import type { Here, Site } from './frame.ts';
import { conditions } from './words.ts';

/** A finding's subject: the model and what was measured. */
interface Subject {
  readonly model: string;
  readonly modelHref: string;
  readonly about: string;
}

export interface HoldingView extends Subject {
  readonly published: string;
  /** Where the card publishes it. */
  readonly href: string;
  readonly by: string;
  /** What the suite's own rule gives, where another one holds; else the empty string. */
  readonly instead: string;
}

export interface DifferenceView extends Subject {
  readonly conditions: string;
  /** The different numbers, the one that is shown first. */
  readonly values: readonly { readonly score: string; readonly href: string }[];
  /** "and 3 more", or the empty string. */
  readonly more: string;
  readonly apart: string;
}

const MOST_VALUES = 6;

/** The rules that find results with differing numbers. */
export const DISAGREEMENTS: ReadonlySet<AuditRuleId> = new Set<AuditRuleId>([
  'metadata',
  'other-card',
  'disagreement',
]);

function subject(site: Site, here: Here, finding: Finding): Subject {
  return {
    model: site.index.models.get(finding.model)?.id ?? finding.model,
    modelHref: here.to(site.context.urls.model(finding.model)),
    about: about(site, here, finding).about,
  };
}

/** An average that holds. */
export function holdingView(site: Site, here: Here, finding: Finding): HoldingView {
  const published = finding.published ?? 0;
  const decimals = Math.min(4, decimalsOf(published));
  const own = finding.alternatives[0];
  const claim = finding.claims[0];
  return {
    ...subject(site, here, finding),
    published: site.context.language.score(published, decimals),
    href: claim === undefined ? '' : here.to(site.context.urls.claim(claim)),
    by: wayWords(site, finding.by ?? ''),
    instead:
      own === undefined
        ? ''
        : site.t('audit.holding.instead', {
            way: wayWords(site, own.by),
            value: site.context.language.score(own.value, decimals),
          }),
  };
}

/** Digits that tell a result's values apart: two, or as many more as they need, no more than they have. */
function tellingDecimals(result: Result): number {
  const most = Math.min(4, Math.max(...result.values.map((value) => value.decimals)));
  const distinct = (digits: number) =>
    new Set(result.values.map(({ score }) => formatScore(score, digits))).size === result.values.length;
  for (let digits = Math.min(2, most); digits < most; digits++) if (distinct(digits)) return digits;
  return most;
}

/** A finding's result that claims give different numbers for. */
export function differenceView(site: Site, here: Here, finding: Finding): DifferenceView | null {
  const result = site.index.resultOfClaim.get(finding.claims[0] ?? '');
  return result === undefined ? null : differenceOf(site, here, result);
}

/** A result that claims give different numbers for. */
export function differenceOf(site: Site, here: Here, result: Result): DifferenceView {
  const decimals = tellingDecimals(result);
  return {
    model: result.model,
    modelHref: here.to(site.context.urls.model(result.model)),
    about: site.index.benchmarks.get(result.benchmark)?.name ?? result.benchmark,
    conditions: conditions(site, result),
    values: result.values.slice(0, MOST_VALUES).map((value) => ({
      score: site.context.language.score(value.score, decimals),
      href: value.claims[0] === undefined ? '' : here.to(site.context.urls.claim(value.claims[0])),
    })),
    more:
      result.values.length > MOST_VALUES
        ? site.t('audit.more-values', { count: result.values.length - MOST_VALUES })
        : '',
    apart: site.context.language.score(result.spread, decimals),
  };
}

/** How far apart a result's numbers are, as a share of the one shown: comparable between units. */
function share(result: Result | undefined): number | null {
  return result === undefined ? null : result.spread / Math.max(Math.abs(result.score), 1e-9);
}

/** Differing results, the furthest apart first. */
export function widestFirst(site: Site, findings: readonly Finding[]): Finding[] {
  const shares = new Map(
    findings.map(({ id, claims }) => [id, share(site.index.resultOfClaim.get(claims[0] ?? ''))]),
  );
  return [...findings].sort(
    (a, b) =>
      compareNumbers(shares.get(a.id) ?? null, shares.get(b.id) ?? null, 'descending') ||
      compareText(a.id, b.id),
  );
}
