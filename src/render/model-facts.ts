/** A model in one line, as tables and headings name it. */
import type { Openness } from '../core/board-data.ts';
import type { Translate } from '../core/language.ts';
import type { Model } from '../core/result.ts';
import type { Here, Site } from './frame.ts';
import { licenseOf } from './license-of.ts';
import { externalUrl, licenseUrl } from './links.ts';
import { sizeWord, typeWord } from './words.ts';

export interface LicenseView {
  readonly label: string;
  readonly href: string;
  /** "open", "not open", or the empty string where unknown. */
  readonly openness: string;
  readonly summary: string;
}

export interface ModelLine {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** Organisation, size, type and licence that are known. */
  readonly facts: readonly string[];
  /** True where no card is about it: it stands in others' tables only. */
  readonly mentioned: boolean;
  readonly flagged: string;
}

/** "open" or "not open"; the empty string where nobody says. */
function opennessWord(t: Translate, openness: Openness): string {
  if (openness === 'unknown') return '';
  return t(openness === 'open' ? 'words.licences.open' : 'words.licences.not-open');
}

/** The licences of a model; the empty string stands for what is not known. */
export function licenses(site: Site, model: Model): LicenseView[] {
  const named = model.license_name !== null || model.license_link !== null;
  return model.licenses.map((id) => {
    const known = licenseOf(site.context.registry, model, id);
    const entry = site.context.registry.license(id);
    const other = id === 'other' || (entry === undefined && named);
    return {
      label: other ? (model.license_name ?? entry?.name ?? id) : (entry?.name ?? id),
      href: (other ? licenseUrl(model.license_link, model.id) : externalUrl(entry?.url)) ?? '',
      openness: opennessWord(site.t, known?.openness ?? 'unknown'),
      summary: known?.summary ?? '',
    };
  });
}

/** The short name of a model's licence: ids as the Hub writes them, which take less room than names. */
function licenseWord(t: Translate, model: Model): string {
  const ids = model.licenses.map((id) =>
    id === 'other' ? (model.license_name ?? t('words.licences.other')) : id,
  );
  return ids.length > 2 ? t('words.licences.several', { count: ids.length }) : ids.join(', ');
}

/** One line about a model. */
export function modelLine(site: Site, here: Here, id: string): ModelLine {
  const model = site.index.models.get(id);
  const href = here.to(site.context.urls.model(id));
  if (model === undefined) return { id, name: id, href, facts: [], mentioned: true, flagged: '' };
  const facts = [
    model.owner ?? '',
    sizeWord(model),
    typeWord(site.t, model.type),
    licenseWord(site.t, model),
  ];
  return {
    id,
    name: model.name,
    href,
    facts: facts.filter((fact) => fact !== ''),
    mentioned: model.card === null,
    flagged: model.flagged?.reason ?? '',
  };
}
