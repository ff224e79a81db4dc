/** Where claims about a model differ: every number with who says so, how far they are apart, and why perhaps. */
import { compareText } from '../core/compare.ts';
import type { Proof, ProofValue } from '../core/proof.ts';
import { proofHref, proofSpread } from '../core/proof.ts';
import type { Model, Result } from '../core/result.ts';
import { benchmarkLink, type Here, type Site } from './frame.ts';
import { proofOf } from './proof.ts';
import { conditions, type OriginMark, originMark } from './words.ts';

/** More disagreements than this are folded. */
const MOST_OPEN = 6;

/** More places of one number than this are counted. */
const MOST_PLACES = 3;

interface PlaceView {
  /** Whose card, or the name of a source. */
  readonly who: string;
  readonly href: string;
  readonly where: string;
}

interface ClaimedView {
  readonly score: string;
  readonly stderr: string;
  /** From the number that is shown; the empty string for that one. */
  readonly difference: string;
  readonly mark: OriginMark;
  readonly places: readonly PlaceView[];
  /** "and 4 more places", or the empty string. */
  readonly more: string;
}

interface DisagreementView {
  readonly id: string;
  readonly benchmark: string;
  readonly benchmarkHref: string;
  readonly conditions: string;
  readonly apart: string;
  /** The likely cause as a clause; the empty string where none can be seen. */
  readonly cause: string;
  readonly values: readonly ClaimedView[];
}

export interface DisagreementsView {
  readonly open: readonly DisagreementView[];
  readonly folded: readonly DisagreementView[];
  readonly foldedLabel: string;
}

/** How far apart a result's numbers are, as a share of the one shown: comparable between units. */
function relativeSpread({ spread, score }: Result): number {
  return spread / Math.max(Math.abs(score), 1e-9);
}

function placesOf(
  site: Site,
  model: Model,
  value: ProofValue,
  ids: readonly string[],
): Pick<ClaimedView, 'places' | 'more'> {
  const places = value.claims.slice(0, MOST_PLACES).map((claim, place): PlaceView => {
    const card = site.index.claims.get(ids[place] ?? '')?.card;
    const reporter = card === undefined ? undefined : site.index.cards.get(card)?.model;
    const who =
      reporter === undefined || reporter === model.id
        ? site.t('model.differ.own-card')
        : site.t('model.differ.other-card', { model: reporter });
    return {
      who: claim.source === null ? who : site.t('model.differ.naming', { who, source: claim.source }),
      href: proofHref(claim),
      where: site.t('model.differ.line', { line: String(claim.line) }),
    };
  });
  const more = ids.length - places.length;
  return { places, more: more <= 0 ? '' : site.t('model.differ.more-places', { count: more }) };
}

function view(site: Site, here: Here, model: Model, result: Result): DisagreementView {
  const proof: Proof = proofOf(site, here, result, Math.min(4, result.decimals));
  const { spread, decimals } = proofSpread(proof);
  const { name, href } = benchmarkLink(site, here, result.benchmark);
  const { language } = site.context;
  const shown = proof.values[0]?.score ?? 0;
  return {
    id: result.id,
    benchmark: name,
    benchmarkHref: href,
    conditions: conditions(site, result),
    apart: language.score(spread, decimals),
    cause: proof.cause ?? '',
    values: proof.values.map((value, place) => ({
      score: language.score(value.score, decimals),
      stderr: value.stderr === null ? '' : `± ${language.score(value.stderr, decimals)}`,
      difference: place === 0 ? '' : language.difference(value.score - shown, decimals),
      mark: originMark(site.t, value.origin),
      ...placesOf(site, model, value, result.values[place]?.claims ?? []),
    })),
  };
}

/** The disagreements about a model, the furthest apart first; null where all claims agree. */
export function disagreementsView(site: Site, here: Here, model: Model): DisagreementsView | null {
  const differing = (site.index.resultsOfModel.get(model.id) ?? [])
    .filter((result) => result.values.length > 1 && result.spread > 0)
    .sort((a, b) => relativeSpread(b) - relativeSpread(a) || compareText(a.id, b.id));
  if (differing.length === 0) return null;
  const views = differing.map((result) => view(site, here, model, result));
  const most = views.length > MOST_OPEN + 2 ? MOST_OPEN : views.length;
  return {
    open: views.slice(0, most),
    folded: views.slice(most),
    foldedLabel:
      views.length === most ? '' : site.t('model.differ.show-more', { count: views.length - most }),
  };
}
