/** The Atom feed of new and changed cards, with what changed in their results. Format: RFC 4287. */
import type { Change } from '../core/changes.ts';
import { siteAddress } from '../core/config.ts';
import type { SiteFile } from '../core/urls.ts';
import { badgeText, headlineResults } from './badges.ts';
import { bestViews } from './best-ranks.ts';
import { pageAt, type Site } from './frame.ts';
import { newsWords } from './new.ts';
import { changesOf, FEED_PATH, hasFeed, NEW_ADDRESS, type News, newsOf } from './news.ts';
import { conditions } from './words.ts';

/** Entries beyond these are left out. */
const MOST_ENTRIES = 100;

/** Lines of an entry. */
const MOST_LINES = 12;

/** Text as XML has it: signs escaped, and without the characters that XML cannot hold. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** HTML inside XML: what HTML shows as text is escaped twice. */
function html(text: string): string {
  return xml(xml(text));
}

/** "GSM8K, exact match · 5-shot: 61.2 %, before 60.1 %" */
function changeWords(site: Site, change: Change): string {
  const result = site.index.results.get(change.id);
  if (result === undefined) return '';
  const { message } = badgeText(site, result);
  const label = `${site.index.benchmarks.get(change.benchmark)?.name ?? change.benchmark}, ${conditions(site, result)}`;
  if (change.kind !== 'changed' || change.before === null) return `${label}: ${message}`;
  const before = badgeText(site, { ...result, score: change.before }).message;
  return site.t('new.feed.before', { label, message, before });
}

/** The lines of an entry: the changes that are known, else its best ranks and first results. */
function linesOf(site: Site, news: News, changes: ReadonlyMap<string, readonly Change[]>): string[] {
  const changed = (changes.get(news.card.model) ?? [])
    .filter(({ day }) => day === news.day)
    .map((change) => changeWords(site, change))
    .filter((line) => line !== '');
  if (changed.length > 0) return changed.slice(0, MOST_LINES);
  const model = site.index.models.get(news.card.model);
  if (model === undefined) return [];
  const ranks = bestViews(site, pageAt(FEED_PATH), [model]).map(({ board, rank }) => `${board}: ${rank}`);
  const results = headlineResults(site, model.id)
    .slice(0, MOST_LINES)
    .map((result) => {
      const { label, message } = badgeText(site, result);
      return `${label}: ${message}`;
    });
  return [...ranks, ...results].slice(0, MOST_LINES);
}

/** The feed, where there is one. Its bytes depend on the cards, their days and the changes alone. */
export function* feedFiles(site: Site): Iterable<SiteFile> {
  const { config, urls, version, language } = site.context;
  const base = siteAddress(config);
  if (base === null || !hasFeed(site)) return;
  const news = newsOf(site).slice(0, MOST_ENTRIES);
  const changes = new Map<string, Change[]>();
  for (const change of changesOf(site)) {
    const list = changes.get(change.model);
    if (list === undefined) changes.set(change.model, [change]);
    else list.push(change);
  }
  const { hostname, pathname } = new URL(base);
  const instant = (day: string) => `${day}T00:00:00Z`;
  const address = (path: string) => xml(new URL(`${base}/${path}`).href);
  const entries = news.map((one) => {
    const page = urls.model(one.card.model);
    const lines = linesOf(site, one, changes).map((line) => `&#60;li&#62;${html(line)}&#60;/li&#62;`);
    const words = newsWords(site, one);
    const list = lines.length === 0 ? '' : `&#60;ul&#62;${lines.join('')}&#60;/ul&#62;`;
    return `<entry>
<id>${xml(`tag:${hostname},${one.day}:${pathname.replace(/\/$/, '')}/${encodeURI(page)}#${one.kind}`)}</id>
<title>${xml(site.t(`new.feed.${one.kind}`, { model: one.card.model }))}</title>
<link href="${address(page)}"/>
<updated>${instant(one.day)}</updated>
<category term="${one.kind}"/>
<content type="html">&#60;p&#62;${html(words)}&#60;/p&#62;${list}</content>
</entry>
`;
  });
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language.code)}">
<id>${address('')}</id>
<title>${xml(config.title)}</title>
<subtitle>${xml(config.description)}</subtitle>
<link href="${address(NEW_ADDRESS)}"/>
<link rel="self" type="application/atom+xml" href="${address(FEED_PATH)}"/>
<updated>${instant(news[0]?.day ?? '1970-01-01')}</updated>
<author><name>${xml(config.title)}</name></author>
<generator version="${xml(version)}">Cardboard</generator>
${entries.join('')}</feed>
`;
  yield { path: FEED_PATH, content };
}
