/** The list of models: those with a card, those that stand in others' tables only, and cards without results. */
import { compareNames } from '../core/compare.ts';
import type { Model } from '../core/result.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';

/** Rows on one page of the list; what comes after stands on further pages. */
const MODELS_PER_PAGE = 3000;

interface ModelRow {
  readonly model: ModelLine;
  readonly results: string;
  readonly boards: string;
}

export interface ModelsView extends Framed {
  readonly counts: string;
  readonly carded: readonly ModelRow[];
  readonly mentioned: readonly ModelRow[];
  /** Models whose card gives no result. */
  readonly silent: readonly ModelRow[];
  readonly pages: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
}

/** One page of the list: its file's path and its models. */
export interface ModelsPage {
  readonly path: string;
  readonly models: readonly Model[];
}

/** 0: has a card and results; 1: stands in others' tables only; 2: has a card without results. */
function partOf(model: Model, results: ReadonlyMap<string, unknown>): 0 | 1 | 2 {
  return model.card === null ? 1 : results.has(model.id) ? 0 : 2;
}

/** Cuts the list of models into pages, part after part, each by name. `results` has the models that have any. */
export function modelsPages(
  models: readonly Model[],
  results: ReadonlyMap<string, unknown>,
  perPage = MODELS_PER_PAGE,
): ModelsPage[] {
  const ordered = [...models].sort(
    (a, b) =>
      partOf(a, results) - partOf(b, results) || compareNames(a.name, b.name) || compareNames(a.id, b.id),
  );
  const pages: ModelsPage[] = [];
  for (let start = 0; start === 0 || start < ordered.length; start += perPage) {
    const path = start === 0 ? 'models/index.html' : `models/index-${pages.length + 1}.html`;
    pages.push({ path, models: ordered.slice(start, start + perPage) });
  }
  return pages;
}

function rowView(site: Site, here: Here, model: Model): ModelRow {
  return {
    model: modelLine(site, here, model.id),
    results: site.context.language.count(site.index.resultsOfModel.get(model.id)?.length ?? 0),
    boards: (site.index.placementsOfModel.get(model.id) ?? []).map(({ board }) => board.name).join(', '),
  };
}

/** The view of one page of the list of models. */
export function modelsView(
  site: Site,
  here: Here,
  page: ModelsPage,
  pages: readonly ModelsPage[],
): ModelsView {
  const { models } = site.data;
  const carded = models.filter((model) => model.card !== null).length;
  const counts = [
    site.t('board.all.counts.carded', { count: carded }),
    site.t('board.all.counts.mentioned', { count: models.length - carded }),
  ].join(', ');
  const part = (wanted: 0 | 1 | 2) =>
    page.models
      .filter((model) => partOf(model, site.index.resultsOfModel) === wanted)
      .map((model) => rowView(site, here, model));
  const place = pages.indexOf(page) + 1;
  const title =
    place <= 1
      ? site.t('board.all.title')
      : site.t('board.part', {
          name: site.t('board.all.title'),
          part: site.t('board.page', { number: place }),
        });
  return {
    frame: frame(site, here, title, `${counts}.`),
    counts,
    carded: part(0),
    mentioned: part(1),
    silent: part(2),
    pages:
      pages.length === 1
        ? []
        : pages.map((other, index) => ({
            label: site.context.language.count(index + 1),
            href: here.to(other.path.replace(/index\.html$/, '')),
            current: other === page,
          })),
  };
}
