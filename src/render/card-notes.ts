/** Margin notes of a card: beside each of its blocks, where the numbers that stand in it count on the site. */
import { BLOCK_SIGN } from './card-blocks.ts';
import { sayCard } from './card-words.ts';
import type { Here, Site } from './frame.ts';
import type { ResultGroupView } from './model-results.ts';

/** More models than this are counted instead of named. */
const MOST_NAMED = 3;

interface NoteLink {
  readonly label: string;
  readonly href: string;
  /** How many numbers, before the link: "12 in". */
  readonly words: string;
}

interface CardNote {
  /** Sections of the model's own page that the numbers stand in. */
  readonly sections: readonly NoteLink[];
  /** Other models that the numbers are about. */
  readonly models: readonly NoteLink[];
  /** "40 about 12 other models" where they are too many to name, else the empty string. */
  readonly others: string;
  /** "3 held back", or the empty string. */
  readonly held: string;
}

/** A stretch of a card's HTML, with a note before it where it holds numbers. */
export interface CardPart {
  readonly html: string;
  readonly note: CardNote | null;
}

/** The claims' anchors in a stretch of a card's HTML, as card-marks.ts writes them. */
function anchorsIn(html: string): string[] {
  const marks =
    /<(?:mark|span|td|th)(?: [a-z]+="[^"]*")*? class="claim(?: held)?" id="((?:[\w./~-]+:)?L\d+C\d+)"/g;
  return [...html.matchAll(marks)].map((match) => match[1] as string);
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function noteOf(
  site: Site,
  here: Here,
  card: { readonly path: string; readonly model: string },
  anchors: readonly string[],
  sections: ReadonlyMap<string, readonly ResultGroupView[]>,
): CardNote | null {
  const own = new Map<string, number>();
  const others = new Map<string, number>();
  let held = 0;
  for (const anchor of anchors) {
    const id = `${card.path}#${anchor}`;
    const result = site.index.resultOfClaim.get(id);
    if (result === undefined) held += site.index.claims.get(id)?.status === 'held' ? 1 : 0;
    else if (result.model !== card.model) add(others, result.model);
    else for (const section of sections.get(result.id) ?? []) add(own, section.id);
  }
  if (own.size + others.size + held === 0) return null;
  const titles = new Map([...sections.values()].flat().map((section) => [section.id, section.title]));
  const about = [...others.values()].reduce((sum, count) => sum + count, 0);
  const named = others.size <= MOST_NAMED;
  return {
    sections: [...own].map(([section, count]) => ({
      label: titles.get(section) ?? section,
      href: `#${section}`,
      words: site.t('model.card.in', { count }),
    })),
    models: !named
      ? []
      : [...others].map(([model, count]) => ({
          label: site.index.models.get(model)?.name ?? model,
          href: here.to(site.context.urls.model(model)),
          words: site.t('model.card.about', { count }),
        })),
    others: named
      ? ''
      : site.t('model.card.about-others', {
          count: about,
          models: site.t('model.card.models', { count: others.size }),
        }),
    held: held === 0 ? '' : site.t('model.card.held-back', { count: held }),
  };
}

/** Cuts a rendered card into stretches, each with its note. `groups` are the sections of the model's own page. */
export function cardParts(
  site: Site,
  here: Here,
  card: { readonly path: string; readonly model: string; readonly html: string },
  groups: readonly ResultGroupView[],
): CardPart[] {
  const sections = new Map<string, ResultGroupView[]>();
  const note = (result: string, group: ResultGroupView) => {
    const list = sections.get(result);
    if (list === undefined) sections.set(result, [group]);
    else list.push(group);
  };
  for (const group of groups) {
    for (const { id } of group.results) note(id, group);
    if (group.average !== null && group.average.publishedId !== '') note(group.average.publishedId, group);
  }
  return card.html
    .split(BLOCK_SIGN)
    .map((html, place) => ({
      html: sayCard(site.t, html),
      note: place === 0 ? null : noteOf(site, here, card, anchorsIn(html), sections),
    }))
    .filter(({ html }) => html !== '');
}
