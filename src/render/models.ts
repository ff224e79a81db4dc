/** The list of models: those with a card of their own, then those that stand in others' tables only. */
import { compareNames } from '../core/compare.ts';
import { countOf, formatCount } from '../core/format.ts';
import type { Model } from '../core/result.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';

/** Rows on one page of the list; what comes after stands on further pages. */
export const MODELS_PER_PAGE = 2000;

interface ModelRow {
  readonly model: ModelLine;
  readonly results: string;
  readonly boards: readonly { readonly name: string; readonly href: string }[];
}

export interface ModelsView extends Framed {
  readonly counts: string;
  readonly carded: readonly ModelRow[];
  readonly mentioned: readonly ModelRow[];
  readonly pages: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
}

/** One page of the list: its file's path and its models. */
export interface ModelsPage {
  readonly path: string;
  readonly models: readonly Model[];
}

/** Cuts the list of models into pages: models with a card first, each part by name. */
export function modelsPages(models: readonly Model[], perPage = MODELS_PER_PAGE): ModelsPage[] {
  const ordered = [...models].sort(
    (a, b) =>
      Number(a.card === null) - Number(b.card === null) ||
      compareNames(a.name, b.name) ||
      compareNames(a.id, b.id),
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
    results: formatCount(site.index.resultsOfModel.get(model.id)?.length ?? 0),
    boards: (site.index.placementsOfModel.get(model.id) ?? []).map(({ board }) => ({
      name: board.name,
      href: here.to(site.context.urls.board(board.id)),
    })),
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
  const counts = `${countOf(carded, 'model')} with a card, ${formatCount(models.length - carded)} in others' tables only`;
  const rows = page.models.map((model) => ({ own: model.card !== null, row: rowView(site, here, model) }));
  const place = pages.indexOf(page) + 1;
  const title = place <= 1 ? 'Models' : `Models, page ${place}`;
  return {
    frame: frame(site, here, title, `${counts}.`),
    counts,
    carded: rows.filter(({ own }) => own).map(({ row }) => row),
    mentioned: rows.filter(({ own }) => !own).map(({ row }) => row),
    pages:
      pages.length === 1
        ? []
        : pages.map((other, index) => ({
            label: `${index + 1}`,
            href: here.to(other.path.replace(/index\.html$/, '')),
            current: other === page,
          })),
  };
}
