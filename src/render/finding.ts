/** A finding of the audit as pages show it: what was published, what comes out, by which rule. */
import { claimFile } from '../core/claim.ts';
import { decimalsOf, MISSING } from '../core/format.ts';
import type { Finding } from '../core/result.ts';
import { findingSentence, wayWords } from './finding-words.ts';
import { benchmarkLink, type Here, type Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';

/** The lines of one file: a card, or one that stands beside it. */
interface FilePlaces {
  readonly file: string;
  readonly lines: readonly { readonly href: string; readonly line: number }[];
}

export interface FindingView {
  readonly id: string;
  readonly holds: boolean;
  readonly severity: Finding['severity'];
  readonly rule: Finding['rule'];
  /** What came out, in a word or two. */
  readonly verdict: string;
  /** The part of the audit's page that says what it means. */
  readonly ruleHref: string;
  readonly model: ModelLine;
  /** The suite or the benchmark it is about. */
  readonly about: string;
  readonly aboutHref: string;
  readonly message: string;
  readonly published: string;
  readonly recomputed: string;
  readonly difference: string;
  readonly by: string;
  /** Whether the figures say more than the message does. */
  readonly tabled: boolean;
  readonly alternatives: readonly { readonly by: string; readonly value: string }[];
  /** Every place that it rests on. */
  readonly places: readonly FilePlaces[];
  /** "and 3 more", or the empty string. */
  readonly more: string;
}

const MOST_PLACES = 20;

/** What a finding is about: a benchmark, or a suite with the board that shows it. */
export function about(site: Site, here: Here, finding: Finding): { about: string; aboutHref: string } {
  const { urls, registry } = site.context;
  if (finding.benchmark === null && finding.suite === null) return { about: '', aboutHref: '' };
  if (finding.benchmark !== null) {
    const { name, href } = benchmarkLink(site, here, finding.benchmark);
    return { about: name, aboutHref: href };
  }
  const board = site.data.boards.find((candidate) => candidate.suite === finding.suite);
  const name = board?.name ?? registry.suite(finding.suite ?? '')?.name ?? finding.suite ?? '';
  return { about: name, aboutHref: board === undefined ? '' : here.to(urls.board(board.id)) };
}

/** The view of one finding. */
export function findingView(site: Site, here: Here, finding: Finding): FindingView {
  const decimals = Math.min(4, Math.max(finding.published === null ? 0 : decimalsOf(finding.published), 2));
  const { published, recomputed } = finding;
  const { language } = site.context;
  const places = new Map<string, { href: string; line: number }[]>();
  let shown = 0;
  for (const id of finding.claims.slice(0, MOST_PLACES)) {
    const claim = site.index.claims.get(id);
    if (claim === undefined) continue;
    shown++;
    const place = { href: here.to(site.context.urls.claim(id)), line: claim.source.line };
    const file = claimFile(claim);
    const lines = places.get(file);
    if (lines === undefined) places.set(file, [place]);
    // Several numbers of one line are one place to look at.
    else if (!lines.some(({ line }) => line === place.line)) lines.push(place);
  }
  return {
    id: finding.id,
    holds: finding.severity === 'ok',
    severity: finding.severity,
    rule: finding.rule,
    verdict:
      finding.severity === 'ok'
        ? site.t('findings.verdicts.holds')
        : site.t(`findings.verdicts.${finding.rule}`),
    ruleHref: here.to(`audit/#${finding.severity === 'ok' ? 'holding' : `rule-${finding.rule}`}`),
    model: modelLine(site, here, finding.model),
    ...about(site, here, finding),
    message: findingSentence(site, finding),
    published: published === null ? MISSING : language.score(published, decimals),
    recomputed: recomputed === null ? MISSING : language.score(recomputed, decimals),
    difference:
      published === null || recomputed === null ? '' : language.difference(published - recomputed, decimals),
    by: wayWords(site, finding.by ?? ''),
    tabled: finding.rule === 'average' && (finding.severity !== 'ok' || finding.alternatives.length > 0),
    alternatives: finding.alternatives.map(({ by, value }) => ({
      by: wayWords(site, by),
      value: language.score(value, decimals),
    })),
    places: [...places].map(([file, lines]) => ({ file, lines })),
    more:
      finding.claims.length > shown ? site.t('findings.more', { count: finding.claims.length - shown }) : '',
  };
}
