/** The page of licences: what each allows and asks for, how open it is, and the models under it. */
import type { Openness } from '../core/board-data.ts';
import { compareNames, compareText } from '../core/compare.ts';
import { MISSING } from '../core/format.ts';
import { shortHash } from '../core/hash.ts';
import type { Model } from '../core/result.ts';
import type { Allowance, License, Registry } from '../registry/types.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { licenseOf } from './license-of.ts';
import { externalUrl, licenseUrl } from './links.ts';

/** More models of one licence than this are counted instead of listed. */
const MOST_MODELS = 300;

interface ModelsOf {
  /** What its name in the table and its list of models are found by: "mit". */
  readonly anchor: string;
  readonly name: string;
  readonly count: string;
  readonly models: readonly { readonly name: string; readonly href: string }[];
  /** How many there are beyond those listed; the empty string where there are none. */
  readonly more: string;
}

interface AllowanceView {
  /** "allowed", "limited", "forbidden", "unknown": the class that draws it. */
  readonly kind: Allowance;
  readonly word: string;
}

interface LicenseRow extends ModelsOf {
  readonly id: string;
  /** Where its text stands, or the empty string. */
  readonly href: string;
  readonly summary: string;
  readonly commercial: AllowanceView;
  readonly changes: AllowanceView;
  readonly distribution: AllowanceView;
  readonly asks: readonly string[];
  readonly source: string;
}

interface OwnRow extends ModelsOf {
  readonly href: string;
}

export interface LicensesView extends Framed {
  readonly counts: string;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly meaning: string;
    readonly licenses: readonly LicenseRow[];
  }[];
  /** Licences that cards name and the registry does not know. */
  readonly own: readonly OwnRow[];
  /** "12 cards name no licence.", or the empty string. */
  readonly none: string;
  /** All of the above with their models, by name. */
  readonly lists: readonly ModelsOf[];
}

/**
 * The anchor of a model's licence on the page: the registry's id where it knows the licence, else one made of what the
 * card calls it and where it links to.
 */
export function licenseAnchor(registry: Pick<Registry, 'license'>, model: Model, id: string): string {
  const entry = licenseOf(registry, model, id);
  if (entry !== undefined && entry.id !== 'other') return entry.id;
  return `own-${shortHash(JSON.stringify([id, model.license_name, licenseUrl(model.license_link, model.id)]), 10)}`;
}

interface Group {
  readonly anchor: string;
  readonly entry: License | undefined;
  readonly id: string;
  readonly models: Model[];
}

function groupsOf(site: Site): Group[] {
  const { registry } = site.context;
  const groups = new Map<string, Group>();
  for (const model of site.data.models) {
    for (const id of new Set(model.licenses)) {
      const anchor = licenseAnchor(registry, model, id);
      const group = groups.get(anchor);
      if (group === undefined) {
        const entry = anchor.startsWith('own-') ? undefined : licenseOf(registry, model, id);
        groups.set(anchor, { anchor, entry, id, models: [model] });
        // A card may name one licence twice, once by its id and once as `other`.
      } else if (group.models.at(-1) !== model) group.models.push(model);
    }
  }
  return [...groups.values()];
}

function modelsOf(site: Site, here: Here, group: Group, name: string): ModelsOf {
  const { language, urls } = site.context;
  const count = (model: Model) => site.index.resultsOfModel.get(model.id)?.length ?? 0;
  const more = group.models.length - MOST_MODELS;
  return {
    anchor: group.anchor,
    name,
    count: language.count(group.models.length),
    models: group.models
      .toSorted((a, b) => count(b) - count(a) || compareNames(a.id, b.id) || compareText(a.id, b.id))
      .slice(0, MOST_MODELS)
      .map((model) => ({ name: model.id, href: here.to(urls.model(model.id)) })),
    more: more > 0 ? site.t('licenses.more', { count: more }) : '',
  };
}

function allowance(site: Site, kind: Allowance): AllowanceView {
  return { kind, word: kind === 'unknown' ? MISSING : site.t(`licenses.allowance.${kind}`) };
}

function licenseRow(site: Site, here: Here, group: Group, entry: License): LicenseRow {
  const { t } = site;
  const limit = entry.user_limit === null ? '' : site.context.language.count(entry.user_limit);
  return {
    ...modelsOf(site, here, group, entry.name),
    id: entry.id,
    href: externalUrl(entry.url) ?? '',
    summary: entry.summary,
    commercial: allowance(site, entry.commercial_use),
    changes: allowance(site, entry.changes),
    distribution: allowance(site, entry.distribution),
    asks: entry.conditions.map((condition) =>
      condition === 'user-limit' && limit !== ''
        ? t('licenses.users', { limit })
        : t(`licenses.conditions.${condition}`),
    ),
    source: entry.source ?? '',
  };
}

/** The name of a licence that the registry does not know, as its cards give it. */
function ownName(site: Site, group: Group): string {
  const model = group.models[0] as Model;
  return model.license_name ?? (group.id === 'other' ? site.t('licenses.unnamed') : group.id);
}

/** Every licence that a model has, in no fixed order: its name, its id, its place on the page of licences. */
export function licensesOf(
  site: Site,
): { readonly name: string; readonly id: string; readonly anchor: string; readonly models: number }[] {
  return groupsOf(site).map((group) => ({
    name: group.entry?.name ?? ownName(site, group),
    id: group.id,
    anchor: group.anchor,
    models: group.models.length,
  }));
}

function ownRow(site: Site, here: Here, group: Group): OwnRow {
  const model = group.models[0] as Model;
  return {
    ...modelsOf(site, here, group, ownName(site, group)),
    href: licenseUrl(model.license_link, model.id) ?? '',
  };
}

const OPENNESS: readonly Openness[] = ['open', 'restricted', 'closed', 'unknown'];

/** The view of the page of licences. */
export function licensesView(site: Site, here: Here): LicensesView {
  const { t } = site;
  const groups = groupsOf(site).sort(
    (a, b) => b.models.length - a.models.length || compareText(a.anchor, b.anchor),
  );
  const rows = groups.flatMap((group) =>
    group.entry === undefined
      ? []
      : [{ openness: group.entry.openness, row: licenseRow(site, here, group, group.entry) }],
  );
  const own = groups
    .filter(({ entry }) => entry === undefined)
    .map((group) => ({ size: group.models.length, row: ownRow(site, here, group) }))
    .sort((a, b) => b.size - a.size || compareNames(a.row.name, b.row.name))
    .map(({ row }) => row);
  const silent = site.data.models.filter(
    ({ card, licenses }) => card !== null && licenses.length === 0,
  ).length;
  const counts = t('licenses.count', { count: rows.length + own.length });
  const lists: ModelsOf[] = [...rows.map(({ row }) => row), ...own];
  return {
    frame: frame(site, here, t('licenses.title'), t('licenses.description', { counts })),
    counts,
    groups: OPENNESS.map((openness) => ({
      id: openness,
      title: t(`licenses.groups.${openness}.title`),
      meaning: t(`licenses.groups.${openness}.meaning`),
      licenses: rows.filter((row) => row.openness === openness).map(({ row }) => row),
    })).filter(({ licenses }) => licenses.length > 0),
    own,
    none: silent === 0 ? '' : t('licenses.none', { count: silent }),
    lists: lists.sort((a, b) => compareNames(a.name, b.name) || compareText(a.anchor, b.anchor)),
  };
}
