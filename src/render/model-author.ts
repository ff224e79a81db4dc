/** What an author can do so that more of a card counts: what was held back and why, and what reading it brought up. */
import { claimId } from '../core/claim.ts';
import { compareText } from '../core/compare.ts';
import type { Model } from '../core/result.ts';
import type { CardRecord } from '../store/types.ts';
import { benchmarkLink, type Here, type Site } from './frame.ts';
import { type HeldKind, heldReason } from './held.ts';
import { editUrl } from './links.ts';

/** More numbers held for one reason than this are counted. */
const MOST_NUMBERS = 12;
const MOST_REASONS = 12;
const MOST_DIAGNOSTICS = 20;
const MOST_MISSING = 8;

interface HeldNumber {
  readonly raw: string;
  /** Labels of its row and column, as the card has them. */
  readonly label: string;
  readonly href: string;
  readonly where: string;
}

interface HeldView {
  readonly title: string;
  /** The step of the reading that held them. */
  readonly reason: string;
  readonly advice: string;
  readonly numbers: readonly HeldNumber[];
  readonly more: string;
}

export interface AuthorView {
  /** "12 numbers of this card are held back", or the empty string. */
  readonly heldTitle: string;
  readonly held: readonly HeldView[];
  readonly diagnostics: readonly {
    /** Its class, and what it is called. */
    readonly severity: string;
    readonly severityWord: string;
    readonly message: string;
    readonly where: string;
    readonly hint: string;
  }[];
  /** Boards that do not rank the model for what it lacks. */
  readonly unranked: readonly { readonly board: string; readonly href: string; readonly lacks: string }[];
  readonly edit: string;
}

function heldViews(site: Site, here: Here, card: CardRecord): HeldView[] {
  const groups = new Map<string, { kind: HeldKind; reason: string; ids: string[] }>();
  for (const claim of site.index.heldOfCard.get(card.path) ?? []) {
    const { kind, reason } = heldReason(claim);
    // Steps that name one label after the other are one reason.
    const key = kind === 'unsure' || kind === 'benchmark' ? kind : `${kind} ${reason}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { kind, reason, ids: [claimId(claim)] });
    else group.ids.push(claimId(claim));
  }
  return [...groups.values()]
    .sort((a, b) => b.ids.length - a.ids.length || compareText(a.reason, b.reason))
    .slice(0, MOST_REASONS)
    .map(({ kind, reason, ids }) => ({
      title: site.t(`held.${kind}.title`, { count: ids.length }),
      reason,
      advice: site.t(`held.${kind}.advice`),
      numbers: ids.slice(0, MOST_NUMBERS).flatMap((id) => {
        const source = site.index.claims.get(id)?.source;
        if (source === undefined) return [];
        return [
          {
            raw: shorten(source.raw, 40),
            label: [source.row, source.header]
              .flatMap((text) => (text ? [shorten(text, 60)] : []))
              .join(' · '),
            href: here.to(site.context.urls.claim(id)),
            where: site.t('model.differ.line', { line: String(source.line) }),
          },
        ];
      }),
      more:
        ids.length > MOST_NUMBERS ? site.t('model.author.more', { count: ids.length - MOST_NUMBERS }) : '',
    }));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function unrankedOn(site: Site, here: Here, model: Model): AuthorView['unranked'] {
  return (site.index.placementsOfModel.get(model.id) ?? []).flatMap(({ board, row }) => {
    const missing = board.columns.filter((_, place) => row.cells[place] === null);
    if (row.rank !== null || missing.length === 0) return [];
    const names = site.index.columnNames.get(board.id) ?? [];
    const lacking = missing
      .slice(0, MOST_MISSING)
      .map(
        (column) => names[board.columns.indexOf(column)] ?? benchmarkLink(site, here, column.benchmark).name,
      );
    const more = missing.length - lacking.length;
    const list = lacking.join(', ');
    return [
      {
        board: board.name,
        href: here.to(site.context.urls.board(board.id)),
        lacks: more === 0 ? list : site.t('model.author.lacks-more', { list, count: more }),
      },
    ];
  });
}

/** The view; null where there is nothing to do, or no card. */
export function authorView(site: Site, here: Here, model: Model, card: CardRecord | null): AuthorView | null {
  if (card === null) return null;
  const { repository, branch } = site.context.config;
  const held = heldViews(site, here, card);
  const diagnostics = (site.index.diagnosticsOfCard.get(card.file) ?? [])
    .slice(0, MOST_DIAGNOSTICS)
    .map((diagnostic) => ({
      severity: diagnostic.severity,
      severityWord: site.t(`audit.severity.${diagnostic.severity}`),
      message: diagnostic.message,
      where: site.t('model.differ.line', { line: String(diagnostic.line) }),
      // Marks of code are for Markdown.
      hint: sentence((diagnostic.hint ?? '').replaceAll('`', '')),
    }));
  const unranked = unrankedOn(site, here, model);
  if (held.length + diagnostics.length + unranked.length === 0) return null;
  const count = site.index.heldOfCard.get(card.path)?.length ?? 0;
  return {
    heldTitle: count === 0 ? '' : site.t('model.author.held', { count }),
    held,
    diagnostics,
    unranked,
    edit: editUrl(repository, branch, card.file) ?? '',
  };
}
