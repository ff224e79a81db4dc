/** Renders a site: every page once, one after another, so that none is held in memory longer than it takes to write. */
import type { Page } from '../core/urls.ts';
import type { SiteData } from '../store/types.ts';
import { AGREEMENT_ADDRESS, agreementView } from './agreement.ts';
import { articleView } from './article.ts';
import { auditView } from './audit.ts';
import { benchmarkView } from './benchmark.ts';
import { benchmarksView } from './benchmarks.ts';
import { boardPages } from './board-pages.ts';
import { boardsView } from './boards.ts';
import { COMPARE_ADDRESS, compareView, pairAddress, pairs, pairView } from './compare.ts';
import { dataView } from './data.ts';
import {
  type Framed,
  type Here,
  pageAnywhere,
  pageAt,
  type RenderContext,
  type Site,
  siteOf,
} from './frame.ts';
import { homeView } from './home.ts';
import { licensesView } from './licenses.ts';
import { metaOf } from './meta.ts';
import { modelView } from './model.ts';
import { modelsPages, modelsView } from './models.ts';
import { newView } from './new.ts';
import { FEED_PATH, hasFeed, hasNews, NEW_ADDRESS } from './news.ts';
import { notFoundView } from './not-found.ts';
import { orgsOf, orgsView, orgView } from './orgs.ts';
import { OVERALL_ADDRESS, overallView } from './overall.ts';
import { picturesOf } from './pictures.ts';
import { searchView } from './search.ts';
import { subjectsOf } from './subjects.ts';

export type { RenderContext } from './frame.ts';

/** Yields every page of the site, in a fixed order. Pages are made when they are asked for. */
export function renderSite(data: SiteData, context: RenderContext): Iterable<Page> {
  return renderPages(siteOf(data, context));
}

/** The pages of a site that is put together already. */
export function* renderPages(site: Site): Iterable<Page> {
  const { data, context } = site;
  const { urls, templates, content, config } = context;
  const subjects = subjectsOf(site);
  const pictures = picturesOf(site, subjects);
  const feed = hasFeed(site) ? FEED_PATH : null;
  const page = (template: string, path: string, make: (here: Here) => Framed, listed = true): Page => {
    const here = pageAt(path);
    const view = make(here);
    const meta = metaOf(site, here, view.frame, subjects.get(path), pictures, feed);
    return { path, content: templates.render(template, { ...view, meta }), listed };
  };
  yield page('home', 'index.html', (here) => homeView(site, here));
  yield page('overall', `${OVERALL_ADDRESS}index.html`, (here) => overallView(site, here));
  yield page('boards', 'boards/index.html', (here) => boardsView(site, here));
  for (const board of data.boards) yield* boardPages(site, board, page);
  yield page('benchmarks', 'benchmarks/index.html', (here) => benchmarksView(site, here));
  for (const benchmark of data.benchmarks) {
    yield page('benchmark', `${urls.benchmark(benchmark.id)}index.html`, (here) =>
      benchmarkView(site, here, benchmark),
    );
  }
  const lists = modelsPages(data.models, site.index.resultsOfModel);
  for (const list of lists) {
    yield page('models', list.path, (here) => modelsView(site, here, list, lists));
  }
  for (const model of data.models) {
    yield page('model', `${urls.model(model.id)}index.html`, (here) => modelView(site, here, model));
  }
  const orgs = orgsOf(site);
  yield page('orgs', 'orgs/index.html', (here) => orgsView(site, here, orgs));
  for (const org of orgs)
    yield page('org', `${urls.org(org.id)}index.html`, (here) => orgView(site, here, org));
  yield page('licenses', 'licenses/index.html', (here) => licensesView(site, here));
  if (hasNews(site)) yield page('new', `${NEW_ADDRESS}index.html`, (here) => newView(site, here));
  yield page('compare', `${COMPARE_ADDRESS}index.html`, (here) => compareView(site, here));
  for (const pair of pairs(site).values()) {
    yield page('compare-pair', `${pairAddress(site, pair.model.id)}index.html`, (here) =>
      pairView(site, here, pair),
    );
  }
  yield page('audit', 'audit/index.html', (here) => auditView(site, here));
  yield page('agreement', `${AGREEMENT_ADDRESS}index.html`, (here) => agreementView(site, here));
  yield page('data', 'data/index.html', (here) => dataView(site, here));
  yield page('search', 'search/index.html', (here) => searchView(site, here));
  for (const article of content) {
    yield page('article', `${article.name}/index.html`, (here) => articleView(site, here, article));
  }
  const missing = pageAnywhere('404.html', config.basePath);
  yield {
    path: missing.path,
    content: templates.render('not-found', notFoundView(site, missing)),
    listed: false,
  };
}
