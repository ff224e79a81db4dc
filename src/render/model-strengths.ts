/** What a model is good and weak at among models of its size: on how many of them it is better, benchmark by benchmark. */
import { compareNames, compareText } from '../core/compare.ts';
import { formatParameters } from '../core/format.ts';
import type { Model, Result } from '../core/result.ts';
import { benchmarkLink, type Here, type Site } from './frame.ts';
import { type Peers, SIZE_FACTOR } from './peers.ts';
import { resultHref } from './proof.ts';
import { conditions } from './words.ts';

/** Of more benchmarks than this only the ends are shown first. */
const MOST_SHOWN = 6;
const AT_EACH_END = 3;

interface StandingView {
  readonly benchmark: string;
  readonly benchmarkHref: string;
  readonly conditions: string;
  /** "better than 83% of 24". */
  readonly words: string;
  /** 0 to 100, for the bar: those that it is better than, and half of those level with it. */
  readonly share: number;
  /** The number itself. */
  readonly score: string;
  readonly href: string;
}

export interface StrengthsView {
  /** Who is compared. */
  readonly note: string;
  /** The highest and the lowest, each from its end; or all of them, where they are few, as the highest. */
  readonly highest: readonly StandingView[];
  readonly lowest: readonly StandingView[];
  /** Every one, from the highest; empty where `highest` has them all. */
  readonly all: readonly StandingView[];
  readonly allLabel: string;
}

interface Standing {
  readonly result: Result;
  readonly peers: Peers;
}

const shareOf = ({ better, equal, of }: Peers): number => (100 * (better + equal / 2)) / of;

/** A share that is not all and not none never reads as one of them. */
function percent({ better, of }: Peers): number {
  return Math.max(1, Math.min(99, Math.round((100 * better) / of)));
}

/** In words; levels are told apart from wins. */
export function standingWords(site: Pick<Site, 't'>, peers: Peers): string {
  const { better, equal, of } = peers;
  const kind = better === of ? 'all' : better === 0 ? 'none' : 'share';
  const words = site.t(`model.strengths.${kind}`, { share: String(percent(peers)), of });
  return equal === 0 ? words : site.t('model.strengths.level', { words, equal });
}

/** One standing a benchmark: the one with the most models to compare with. */
function standingsOf(site: Site, model: Model): Standing[] {
  const best = new Map<string, Standing>();
  for (const result of site.index.resultsOfModel.get(model.id) ?? []) {
    const peers = site.index.peersOfResult.get(result.id);
    if (peers === undefined) continue;
    const known = best.get(result.benchmark);
    if (known === undefined || peers.of > known.peers.of) best.set(result.benchmark, { result, peers });
  }
  return [...best.values()].sort(
    (a, b) =>
      shareOf(b.peers) - shareOf(a.peers) ||
      b.peers.of - a.peers.of ||
      compareNames(nameOf(site, a), nameOf(site, b)) ||
      compareText(a.result.id, b.result.id),
  );
}

function nameOf(site: Site, { result }: Standing): string {
  return site.index.benchmarks.get(result.benchmark)?.name ?? result.benchmark;
}

/** The view; null where nothing can be compared. */
export function strengthsView(site: Site, here: Here, model: Model): StrengthsView | null {
  const standings = standingsOf(site, model);
  if (standings.length === 0 || model.parameters === null) return null;
  const views = standings.map(({ result, peers }): StandingView => {
    const { name, href } = benchmarkLink(site, here, result.benchmark);
    return {
      benchmark: name,
      benchmarkHref: href,
      conditions: conditions(site, result),
      words: standingWords(site, peers),
      share: Number(shareOf(peers).toFixed(1)),
      score: site.context.language.score(result.score, Math.min(4, result.decimals)),
      href: resultHref(site, here, result),
    };
  });
  const isLong = views.length > MOST_SHOWN;
  return {
    note: site.t('model.strengths.note', {
      from: formatParameters(model.parameters / SIZE_FACTOR),
      to: formatParameters(model.parameters * SIZE_FACTOR),
    }),
    highest: isLong ? views.slice(0, AT_EACH_END) : views,
    lowest: isLong ? views.slice(-AT_EACH_END).reverse() : [],
    all: isLong ? views : [],
    allLabel: isLong ? site.t('model.strengths.show-all', { count: views.length }) : '',
  };
}
