/** Organisations: the list of all, and a page for each with its models and where they stand. */
import { compareNames, compareText } from '../core/compare.ts';
import { MODEL_TYPES, type Model, type Origin } from '../core/result.ts';
import { DISAGREEMENTS } from './audit-rows.ts';
import { type BestView, bestViews, type RankView, rankedPlacements, rankView } from './best-ranks.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { licenseOf } from './license-of.ts';
import { licenseAnchor } from './licenses.ts';
import { hubOwner } from './links.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { typeWord } from './words.ts';

/** More models than this are counted instead of listed. */
const MOST_MODELS = 1000;

/** Lists of more models than this get a box to look for one. */
const LONG = 20;

/** An owner of models, with what its pages are made from. */
export interface Org {
  readonly id: string;
  /** Those with most results first. */
  readonly models: readonly Model[];
  readonly results: number;
}

interface OrgModelView {
  readonly model: ModelLine;
  readonly results: string;
  /** "12 of 14" numbers that its own card reports; the empty string where it has none. */
  readonly own: string;
  readonly best: RankView | null;
  /** Its results whose claims differ; the empty string where all agree. */
  readonly differing: string;
}

interface Counted {
  readonly label: string;
  readonly href: string;
  readonly count: string;
}

export interface OrgView extends Framed {
  readonly name: string;
  /** The way to the list of all. */
  readonly list: string;
  readonly counts: string;
  readonly hub: string;
  readonly types: readonly Counted[];
  readonly licenses: readonly Counted[];
  readonly origins: readonly Counted[];
  readonly differing: string;
  readonly best: readonly BestView[];
  readonly models: readonly OrgModelView[];
  /** Whether there are enough to look for one. */
  readonly long: boolean;
  /** How many models more there are; the empty string where all are listed. */
  readonly more: string;
}

export interface OrgsView extends Framed {
  readonly counts: string;
  readonly orgs: readonly {
    readonly name: string;
    readonly href: string;
    readonly models: string;
    readonly results: string;
    readonly best: RankView | null;
    readonly bestModel: string;
  }[];
  /** Owners none of whose models has a result. */
  readonly silent: readonly { readonly name: string; readonly href: string }[];
}

/** Every owner of models, by name. Models that are named without an owner have none. */
export function orgsOf(site: Site): Org[] {
  const owned = new Map<string, Model[]>();
  for (const model of site.data.models) {
    if (model.owner === null) continue;
    const list = owned.get(model.owner);
    if (list === undefined) owned.set(model.owner, [model]);
    else list.push(model);
  }
  const count = (model: Model) => site.index.resultsOfModel.get(model.id)?.length ?? 0;
  return [...owned]
    .map(([id, models]) => ({
      id,
      models: models.sort(
        (a, b) => count(b) - count(a) || compareNames(a.name, b.name) || compareText(a.id, b.id),
      ),
      results: models.reduce((sum, model) => sum + count(model), 0),
    }))
    .sort((a, b) => compareNames(a.id, b.id) || compareText(a.id, b.id));
}

/** How many of a model's results have differing claims. */
function differingOf(site: Site, id: string): number {
  const findings = site.index.findings.ofModel.get(id) ?? [];
  return findings.filter(({ rule, model }) => model === id && DISAGREEMENTS.has(rule)).length;
}

function orgModelView(site: Site, here: Here, model: Model): OrgModelView {
  const { language } = site.context;
  const results = site.index.resultsOfModel.get(model.id) ?? [];
  const own = results.filter(({ origin }) => origin === 'self-reported').length;
  const line = modelLine(site, here, model.id);
  const [best] = rankedPlacements(site, model.id);
  const differing = differingOf(site, model.id);
  return {
    model: { ...line, facts: line.facts.filter((fact) => fact !== model.owner) },
    results: language.count(results.length),
    own:
      results.length === 0
        ? ''
        : site.t('words.rank.of', { rank: language.count(own), count: results.length }),
    best: best === undefined ? null : rankView(site, here, best),
    differing: differing === 0 ? '' : language.count(differing),
  };
}

/** Counts each value of a list of models, the most frequent first. */
function tally(values: Iterable<string>): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
}

function typesOf(site: Site, org: Org): Counted[] {
  const counts = new Map(tally(org.models.map(({ type }) => type)));
  if (counts.get('unknown') === org.models.length) return [];
  return MODEL_TYPES.flatMap((type) => {
    const count = counts.get(type);
    if (count === undefined) return [];
    const label = type === 'unknown' ? site.t('orgs.unknown-type') : typeWord(site.t, type);
    return [{ label, href: '', count: site.context.language.count(count) }];
  });
}

function licensesOf(site: Site, here: Here, org: Org): Counted[] {
  const { registry, language } = site.context;
  const labels = new Map<string, string>();
  const named = org.models.flatMap((model) =>
    [...new Set(model.licenses)].map((id) => {
      const entry = licenseOf(registry, model, id);
      const key = licenseAnchor(registry, model, id);
      labels.set(
        key,
        entry?.name ?? (id === 'other' ? (model.license_name ?? site.t('words.licences.other')) : id),
      );
      return key;
    }),
  );
  return tally(named).map(([key, count]) => ({
    label: labels.get(key) ?? key,
    href: here.to(`licenses/#${key}`),
    count: language.count(count),
  }));
}

const ORIGINS: readonly Origin[] = ['leaderboard', 'self-reported', 'third-party'];

function originsOf(site: Site, org: Org): Counted[] {
  const counts = new Map(
    tally(
      org.models.flatMap((model) =>
        (site.index.resultsOfModel.get(model.id) ?? []).map(({ origin }) => origin),
      ),
    ),
  );
  return ORIGINS.flatMap((origin) => {
    const count = counts.get(origin);
    if (count === undefined) return [];
    return [{ label: site.t(`words.marks.${origin}`), href: '', count: site.context.language.count(count) }];
  });
}

/** "3 models, 2 with a card, 41 results" */
function countsOf(site: Site, org: Org): string {
  const { t } = site;
  const cards = org.models.filter(({ card }) => card !== null).length;
  return [
    t('orgs.models', { count: org.models.length }),
    t('orgs.cards', { count: cards }),
    t('orgs.results', { count: org.results }),
  ].join(', ');
}

/** The view of an organisation's page. */
export function orgView(site: Site, here: Here, org: Org): OrgView {
  const { t } = site;
  const counts = countsOf(site, org);
  const models = org.models.slice(0, MOST_MODELS).map((model) => orgModelView(site, here, model));
  const differing = org.models.reduce((sum, model) => sum + differingOf(site, model.id), 0);
  const more = org.models.length - MOST_MODELS;
  return {
    frame: frame(site, here, org.id, t('orgs.description', { name: org.id, counts })),
    name: org.id,
    list: here.to('orgs/'),
    counts,
    hub: hubOwner(org.id) ?? '',
    types: typesOf(site, org),
    licenses: licensesOf(site, here, org),
    origins: originsOf(site, org),
    differing: differing === 0 ? '' : t('orgs.differing-results', { count: differing }),
    best: bestViews(site, here, org.models),
    models,
    long: org.models.length > LONG,
    more: more > 0 ? t('orgs.more', { count: more }) : '',
  };
}

/** The view of the list of organisations. */
export function orgsView(site: Site, here: Here, orgs: readonly Org[]): OrgsView {
  const { t } = site;
  const { language, urls } = site.context;
  const counts = t('orgs.count', { count: orgs.length });
  const name = ({ id }: Org) => ({ name: id, href: here.to(urls.org(id)) });
  return {
    frame: frame(site, here, t('orgs.title'), t('orgs.list-description', { counts })),
    counts,
    orgs: orgs
      .filter(({ results }) => results > 0)
      .map((org) => {
        const [best] = bestViews(site, here, org.models);
        return {
          ...name(org),
          models: language.count(org.models.length),
          results: language.count(org.results),
          best: best ?? null,
          bestModel: best?.model ?? '',
        };
      }),
    silent: orgs.filter(({ results }) => results === 0).map(name),
  };
}
