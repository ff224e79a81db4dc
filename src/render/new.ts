/** The page of what is new: results that changed since the build before, and cards by day. */
import { API_FOLDER } from '../core/api.ts';
import type { Change } from '../core/changes.ts';
import { type BestView, bestViews } from './best-ranks.ts';
import { benchmarkLink, type Framed, frame, type Here, type Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { changesOf, FEED_PATH, hasFeed, type News, newsOf } from './news.ts';
import { conditions } from './words.ts';

/** Cards of one day beyond these are counted, and days beyond those left out. */
const MOST_A_DAY = 50;
const MOST_CARDS = 300;

/** Changes of each kind beyond these are counted. */
const MOST_CHANGES = 60;

/** Benchmarks that are named of each model. */
const MOST_NAMES = 6;

interface ChangeView {
  readonly model: string;
  readonly modelHref: string;
  readonly benchmark: string;
  readonly benchmarkHref: string;
  readonly conditions: string;
  /** The way to its place in the card; the empty string where it is gone. */
  readonly href: string;
  readonly score: string;
  readonly before: string;
  /** "+1.2"; the empty string where there was no other number. */
  readonly difference: string;
}

/** The results of one model that are new, or gone. */
interface ModelChanges {
  readonly model: string;
  readonly modelHref: string;
  readonly count: string;
  /** A few of the benchmarks. */
  readonly benchmarks: string;
}

interface ChangesView {
  readonly kind: Change['kind'];
  readonly title: string;
  /** Of results with another number. */
  readonly changes: readonly ChangeView[];
  /** Of results that are new or gone. */
  readonly models: readonly ModelChanges[];
  readonly more: string;
}

interface CardNewsView {
  readonly model: ModelLine;
  readonly what: string;
  readonly best: readonly BestView[];
}

interface DayView {
  readonly day: string;
  readonly date: string;
  readonly cards: readonly CardNewsView[];
  readonly more: string;
}

export interface NewView extends Framed {
  readonly changes: readonly ChangesView[];
  readonly days: readonly DayView[];
  /** The way to the feed, or the empty string. */
  readonly feed: string;
  /** The way to the changes as data, or the empty string. */
  readonly json: string;
}

function changeView(site: Site, here: Here, change: Change): ChangeView {
  const { language, urls } = site.context;
  const benchmark = benchmarkLink(site, here, change.benchmark);
  const claim = site.index.results.get(change.id)?.claims[0];
  const decimals = Math.min(4, change.decimals);
  return {
    model: change.model,
    modelHref: site.index.models.has(change.model) ? here.to(urls.model(change.model)) : '',
    benchmark: benchmark.name,
    benchmarkHref: benchmark.href,
    conditions: conditions(site, change),
    href: claim === undefined ? '' : here.to(urls.claim(claim)),
    score: language.score(change.score, decimals),
    before: change.before === null ? '' : language.score(change.before, decimals),
    difference: change.before === null ? '' : language.difference(change.score - change.before, decimals),
  };
}

function modelChanges(site: Site, here: Here, changes: readonly Change[]): ModelChanges[] {
  const models = new Map<string, Change[]>();
  for (const change of changes) {
    const list = models.get(change.model);
    if (list === undefined) models.set(change.model, [change]);
    else list.push(change);
  }
  return [...models].map(([model, list]) => {
    const names = new Set(list.map(({ benchmark }) => benchmarkLink(site, here, benchmark).name));
    const shown = [...names].slice(0, MOST_NAMES).join(', ');
    return {
      model,
      modelHref: site.index.models.has(model) ? here.to(site.context.urls.model(model)) : '',
      count: site.t('new.results', { count: list.length }),
      benchmarks: names.size > MOST_NAMES ? `${shown} …` : shown,
    };
  });
}

const KINDS = ['changed', 'added', 'removed'] as const;

function changesViews(site: Site, here: Here): ChangesView[] {
  const all = changesOf(site);
  return KINDS.flatMap((kind) => {
    const found = all.filter((change) => change.kind === kind);
    if (found.length === 0) return [];
    const models = kind === 'changed' ? [] : modelChanges(site, here, found);
    const entries = kind === 'changed' ? found.length : models.length;
    return [
      {
        kind,
        title: site.t(`new.kinds.${kind}`),
        changes:
          kind === 'changed'
            ? found.slice(0, MOST_CHANGES).map((change) => changeView(site, here, change))
            : [],
        models: models.slice(0, MOST_CHANGES),
        more: entries > MOST_CHANGES ? site.t('new.more-changes', { count: entries - MOST_CHANGES }) : '',
      },
    ];
  });
}

/** What happened to a card, in a few words: "new card, 14 results". */
export function newsWords(site: Site, { kind, card }: News): string {
  const results = site.index.resultsOfModel.get(card.model)?.length ?? 0;
  return site.t(`new.cards.${kind}`, { results: site.t('new.results', { count: results }) });
}

function dayViews(site: Site, here: Here): DayView[] {
  const days = new Map<string, News[]>();
  for (const news of newsOf(site)) {
    const list = days.get(news.day);
    if (list === undefined) days.set(news.day, [news]);
    else list.push(news);
  }
  const views: DayView[] = [];
  let room = MOST_CARDS;
  for (const [day, news] of days) {
    if (room <= 0) break;
    const listed = news.slice(0, Math.min(room, MOST_A_DAY));
    room -= listed.length;
    const more = news.length - listed.length;
    views.push({
      day,
      date: site.context.language.day(day),
      cards: listed.map((one) => {
        const model = site.index.models.get(one.card.model);
        return {
          model: modelLine(site, here, one.card.model),
          what: newsWords(site, one),
          best: model === undefined ? [] : bestViews(site, here, [model]).slice(0, 2),
        };
      }),
      more: more > 0 ? site.t('new.more-cards', { count: more }) : '',
    });
  }
  return views;
}

/** The view of the page of what is new. */
export function newView(site: Site, here: Here): NewView {
  const { t } = site;
  return {
    frame: frame(site, here, t('new.title'), t('new.description')),
    changes: changesViews(site, here),
    days: dayViews(site, here),
    feed: hasFeed(site) ? here.to(FEED_PATH) : '',
    json: changesOf(site).length === 0 ? '' : here.to(`${API_FOLDER}changes.json`),
  };
}
