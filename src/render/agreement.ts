/** The page that holds what cards say of their own models against what others measured. */

import { type AgreementPair, agreementPairs, countAgreement } from './charts/agreement.ts';
import { agreementCharts, pairDecimals, pairHref } from './charts/agreement-charts.ts';
import type { Chart } from './charts/chart.ts';
import { benchmarkLink, type Framed, frame, type Here, type Site } from './frame.ts';
import { conditions } from './words.ts';

/** Where the page stands. */
export const AGREEMENT_ADDRESS = 'agreement/';

/** Rows of the table of those that chance does not explain. */
const MOST_ROWS = 60;

interface AgreementRow {
  readonly model: string;
  readonly modelHref: string;
  readonly benchmark: string;
  readonly benchmarkHref: string;
  readonly conditions: string;
  readonly own: string;
  readonly ownHref: string;
  readonly other: string;
  readonly otherHref: string;
  /** Who the other is. */
  readonly by: string;
  readonly difference: string;
  readonly bound: string;
}

export interface AgreementView extends Framed {
  readonly counts: string;
  /** What comes out, in sentences; empty where nobody reports anything twice. */
  readonly sentences: readonly string[];
  readonly charts: readonly Chart[];
  readonly rows: readonly AgreementRow[];
  /** "12 more …", or the empty string. */
  readonly more: string;
  readonly audit: string;
  readonly data: string;
}

/** The view of the page of agreement. */
export function agreementView(site: Site, here: Here): AgreementView {
  const { t } = site;
  const pairs = agreementPairs(site);
  const counts = countAgreement(pairs);
  const beyond = pairs.filter((pair) => pair.beyond?.exceeds === true);
  const line = t('agreement.counts', {
    pairs: t('agreement.pairs', { count: counts.pairs }),
    models: t('agreement.models', { count: counts.models }),
  });
  return {
    frame: frame(site, here, t('agreement.title'), t('agreement.description', { counts: line })),
    counts: line,
    sentences:
      counts.pairs === 0
        ? []
        : [
            t('agreement.equal', { count: counts.equal, pairs: counts.pairs }),
            t('agreement.apart', { better: counts.better, worse: counts.worse }),
            counts.beyond === 0
              ? t('agreement.beyond-none', { judged: counts.judged })
              : t('agreement.beyond', {
                  count: counts.beyond,
                  judged: counts.judged,
                  better: counts.beyondBetter,
                }),
          ],
    charts: agreementCharts(site, here, pairs),
    rows: beyond.slice(0, MOST_ROWS).map((pair) => rowOf(site, here, pair)),
    more: beyond.length > MOST_ROWS ? t('agreement.more', { count: beyond.length - MOST_ROWS }) : '',
    audit: here.to('audit/'),
    data: here.to('data/'),
  };
}

function rowOf(site: Site, here: Here, pair: AgreementPair): AgreementRow {
  const { result, own, other, beyond } = pair;
  const { language, urls } = site.context;
  const benchmark = benchmarkLink(site, here, result.benchmark);
  const decimals = pairDecimals(pair);
  return {
    model: site.index.models.get(result.model)?.name ?? result.model,
    modelHref: here.to(urls.model(result.model)),
    benchmark: benchmark.name,
    benchmarkHref: benchmark.href,
    conditions: conditions(site, result),
    own: language.score(own.score, decimals),
    ownHref: pairHref(site, here, pair, 'own'),
    other: language.score(other.score, decimals),
    otherHref: pairHref(site, here, pair, 'other'),
    by: site.t(pair.byLeaderboard ? 'agreement.by.leaderboard' : 'agreement.by.card'),
    difference: language.difference(pair.difference, decimals),
    bound:
      beyond === null
        ? ''
        : site.t(beyond.estimated ? 'charts.agreement.estimated' : 'charts.agreement.stated', {
            bound: language.score(beyond.bound, 1),
          }),
  };
}
