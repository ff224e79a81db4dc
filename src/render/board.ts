/** A board's page: models ranked over the columns of a suite, every number with its proof. */
import type { Board } from '../store/types.ts';
import { auditedOn } from './audited-on.ts';
import { boardChartsLink } from './board-charts.ts';
import { boardRule } from './board-rule.ts';
import { type BoardTableView, overWords, type TablePart, tableView } from './board-table.ts';
import { type InheritedView, inheritedOn } from './copies.ts';
import { type Framed, type FrameMore, frame, type Here, type Site } from './frame.ts';
import { externalUrl } from './links.ts';

interface PageLink {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** Which rows of a long board a page has. */
export interface BoardPaging {
  /** "Rows 501–1,000 of 3,240" */
  readonly words: string;
  readonly pages: readonly PageLink[];
}

export interface BoardView extends Framed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** "6 benchmarks · 290 models · 240 cards" */
  readonly counts: string;
  readonly home: string;
  /** "3 findings of the audit" about its models on its benchmarks, or the empty string. */
  readonly audited: string;
  readonly audit: string;
  /** The way to its charts, or the empty string. */
  readonly charts: string;
  readonly table: BoardTableView;
  /** How it is ranked, in one sentence without a full stop. */
  readonly rule: string;
  readonly rescaled: boolean;
  /** Models that are not ranked because their numbers are another's. */
  readonly inherited: readonly InheritedView[];
  /** Why it has no rank to show, or the empty string. */
  readonly unranked: string;
  /** The way to the list of all models. */
  readonly models: string;
  /** Rows that lack a cell, "3 complete rows", where there are such rows and others; else the empty string. */
  readonly partial: string;
  readonly paging: BoardPaging | null;
  /** The way to the board in its own order, on a page that has another; else the empty string. */
  readonly back: string;
  /** JSON of the board's data, for the script element that holds it; '' where it stands in a file or is not needed. */
  readonly data: string;
  readonly dataFile: string;
}

/** What one page of a board has of its own. */
export interface BoardPart extends TablePart {
  /** Behind the board's name: "page 2", "by ARC"; or the empty string. */
  readonly suffix: string;
  readonly more: FrameMore;
  readonly paging: BoardPaging | null;
  readonly back: string;
  readonly data: string;
  readonly dataFile: string;
}

/** Cards that a board's numbers stand in. */
function cardsOf(site: Site, board: Board): number {
  const cards = new Set<string>();
  for (const { cells } of board.rows) {
    for (const cell of cells) {
      for (const id of site.index.results.get(cell?.result ?? '')?.claims ?? []) {
        const card = site.index.claims.get(id)?.card;
        if (card !== undefined) cards.add(card);
      }
    }
  }
  return cards.size;
}

/** Why nobody is ranked, or the empty string where somebody is. */
function unrankedWords(site: Site, board: Board): string {
  if (board.rows.some(({ rank }) => rank !== null)) return '';
  const { requires } = board.average;
  if (board.average.rule === 'none') return site.t('board.unranked.none');
  return requires >= board.columns.length
    ? site.t('board.unranked.all')
    : site.t('board.unranked.some', { requires, all: board.columns.length });
}

/** The view of one page of a board. */
export function boardView(site: Site, here: Here, board: Board, part: BoardPart): BoardView {
  const { t } = site;
  const rows = board.rows.length;
  const suite = board.suite === null ? undefined : site.context.registry.suite(board.suite);
  const counts = [
    overWords(site, board),
    t('board.models', { count: rows }),
    t('board.cards', { count: cardsOf(site, board) }),
  ].join(' · ');
  const complete = board.rows.filter(({ coverage }) => coverage === board.columns.length).length;
  const title = part.suffix === '' ? board.name : t('board.part', { name: board.name, part: part.suffix });
  const sentences = [`${board.name}: ${counts}.`, board.description].join(' ').trim();
  return {
    frame: frame(site, here, title, sentences, part.more),
    id: board.id,
    name: title,
    description: board.description,
    counts,
    home: externalUrl(suite?.home) ?? '',
    audited: auditedOn(site, board),
    audit: here.to('audit/'),
    charts: boardChartsLink(site, here, board),
    table: tableView(site, here, board, part),
    rule: boardRule(t, board),
    rescaled: suite?.normalized ?? false,
    inherited: inheritedOn(site, here, board),
    unranked: unrankedWords(site, board),
    models: here.to('models/'),
    partial: complete === 0 || complete === rows ? '' : t('board.complete-rows', { count: complete }),
    paging: part.paging,
    back: part.back,
    data: part.data,
    dataFile: part.dataFile,
  };
}
