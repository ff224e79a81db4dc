/** Where models stand best: their ranks on boards, the best first. */
import { compareNumbers, compareText } from '../core/compare.ts';
import { MISSING } from '../core/format.ts';
import type { Model } from '../core/result.ts';
import type { Here, Site } from './frame.ts';
import type { Placement } from './indexes.ts';
import { rankOn } from './model-results.ts';

const MOST_RANKS = 12;

/** A rank on a board, as lists show it. */
export interface RankView {
  readonly board: string;
  readonly href: string;
  readonly rank: string;
}

export interface BestView extends RankView {
  readonly model: string;
  readonly modelHref: string;
  /** The average as the board has it. */
  readonly average: string;
}

/** The ranked rows of a model among others, the best rank first; of equal ranks the one among more models. */
export function rankedPlacements(site: Site, id: string): Placement[] {
  const ranked = (board: string) => site.index.ranks.get(board)?.ranked ?? 0;
  return (site.index.placementsOfModel.get(id) ?? [])
    .filter(({ board, row }) => row.rank !== null && ranked(board.id) > 1)
    .sort(
      (a, b) =>
        compareNumbers(a.row.rank, b.row.rank, 'ascending') ||
        ranked(b.board.id) - ranked(a.board.id) ||
        compareText(a.board.id, b.board.id),
    );
}

/** A rank as lists show it. */
export function rankView(site: Site, here: Here, placement: Placement): RankView {
  return {
    board: placement.board.name,
    href: here.to(site.context.urls.board(placement.board.id)),
    rank: rankOn(site, placement),
  };
}

/** The best-placed model of each board, the best rank first. */
export function bestViews(site: Site, here: Here, models: readonly Model[]): BestView[] {
  const best = new Map<string, { placement: Placement; model: Model }>();
  const rank = ({ row }: Placement) => row.rank as number;
  for (const model of models) {
    for (const placement of rankedPlacements(site, model.id)) {
      const other = best.get(placement.board.id);
      if (other === undefined || rank(placement) < rank(other.placement))
        best.set(placement.board.id, { placement, model });
    }
  }
  const ranked = ({ placement }: { placement: Placement }) =>
    site.index.ranks.get(placement.board.id)?.ranked ?? 0;
  return [...best.values()]
    .sort(
      (a, b) =>
        rank(a.placement) - rank(b.placement) ||
        ranked(b) - ranked(a) ||
        compareText(a.placement.board.id, b.placement.board.id),
    )
    .slice(0, MOST_RANKS)
    .map(({ placement, model }) => ({
      ...rankView(site, here, placement),
      model: model.name,
      modelHref: here.to(site.context.urls.model(model.id)),
      average:
        placement.row.average === null
          ? MISSING
          : site.context.language.score(placement.row.average, placement.board.decimals),
    }));
}
