/** A model at a glance: its facts in one line, and the rest of what its card says of it in a list. */
import { foldSeparators } from '../core/fold.ts';
import type { Model } from '../core/result.ts';
import type { CardRecord } from '../store/types.ts';
import type { Fact } from './benchmark-facts.ts';
import type { Here, Site } from './frame.ts';
import { linkToModel, type ModelLink } from './lineage.ts';
import { licenses } from './model-facts.ts';
import { sizeWord, typeWord } from './words.ts';

/** Longer lists of tags, names and data sets are cut. */
export const MOST_LISTED = 40;

/** More languages and base models than this are counted in the line. */
const MOST_IN_LINE = 3;

/** A part of the line: a text, perhaps with words before it and a link. */
export interface GlancePart {
  readonly before: string;
  readonly links: readonly ModelLink[];
  /** Where there are no links: the text itself. */
  readonly text: string;
}

/** The card's own name for its model where it only writes the id's another way; else the id's, as on every board. */
export function shownName(model: Model): string {
  return foldSeparators(model.display_name) === foldSeparators(model.name) ? model.display_name : model.name;
}

/** "7B chat model", or what of it is known. */
function kindOf(site: Site, model: Model): string {
  const words = [sizeWord(model), typeWord(site.t, model.type)].filter((word) => word !== '').join(' ');
  return words === '' ? '' : site.t('model.glance.kind', { kind: words });
}

/** Base models as its page names them: under their ids here, where those are known. */
export function basesOf(site: Site, here: Here, model: Model): ModelLink[] {
  const ids = model.parents.length > 0 ? model.parents : model.base_models;
  return ids.slice(0, MOST_LISTED).map((id) => linkToModel(site, here, id));
}

/** Type and size, licence with what it allows, base, languages, library, the day it was added: what is known of them. */
export function glanceOf(site: Site, here: Here, model: Model, card: CardRecord | null): GlancePart[] {
  const { t } = site;
  const text = (words: string): GlancePart => ({ before: '', links: [], text: words });
  const bases = basesOf(site, here, model);
  const { languages } = model;
  const parts: GlancePart[] = [
    text(kindOf(site, model)),
    ...licenses(site, model)
      .slice(0, MOST_IN_LINE)
      .map(({ label, openness }) => text(openness === '' ? label : `${label} (${openness})`)),
    bases.length === 0 || bases.length > MOST_IN_LINE
      ? text(bases.length === 0 ? '' : t('model.glance.from-many', { count: bases.length }))
      : { before: t('model.glance.from'), links: bases, text: '' },
    text(
      languages.length > MOST_IN_LINE
        ? t('model.glance.languages', { count: languages.length })
        : languages.join(', '),
    ),
    text(model.library ?? ''),
    text(
      card === null || card.added === null
        ? ''
        : t('model.glance.added', { day: site.context.language.day(card.added) }),
    ),
  ];
  return parts.filter((part) => part.text !== '' || part.links.length > 0);
}

/** What else the card says of its model. */
export function factsOf(site: Site, model: Model): Fact[] {
  const { t } = site;
  const list = (items: readonly string[]) => {
    const shown = items.slice(0, MOST_LISTED).join(', ');
    const more = items.length - MOST_LISTED;
    return more <= 0 ? shown : t('model.facts.and-more', { list: shown, count: more });
  };
  const otherNames = [...new Set([model.display_name, ...model.names])].filter(
    (name) => name !== model.id && name !== model.name && name !== shownName(model),
  );
  const facts = [
    { label: t('model.facts.languages'), text: list(model.languages) },
    { label: t('model.facts.task'), text: model.pipeline_tag ?? '' },
    { label: t('model.facts.tags'), text: list(model.tags) },
    { label: t('model.facts.names'), text: list(otherNames) },
  ];
  return facts.filter(({ text }) => text !== '').map((fact) => ({ ...fact, href: '', note: '' }));
}
