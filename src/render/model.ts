/** A model's page: what it is, its results by suite with every proof, what does not add up, and the card itself. */
import { apiAddress } from '../core/api.ts';
import { siteAddress } from '../core/config.ts';
import type { Model, Result } from '../core/result.ts';
import type { CardRecord } from '../store/types.ts';
import { DISAGREEMENTS } from './audit-rows.ts';
import type { Fact } from './benchmark-facts.ts';
import { type CardPart, cardParts } from './card-notes.ts';
import type { Chart } from './charts/chart.ts';
import { modelDistributions, modelProfiles } from './charts/model-charts.ts';
import { bibtexOf, citePage } from './citation.ts';
import { compareLink, pairLink } from './compare.ts';
import { type CopyView, copyView } from './copies.ts';
import { type FindingView, findingView } from './finding.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { licenseAnchor } from './licenses.ts';
import { type LineageNode, lineageView, type ModelLink } from './lineage.ts';
import { editUrl, externalUrl, hubDataset, hubModel } from './links.ts';
import { type AuthorView, authorView } from './model-author.ts';
import { type BadgesView, badgesView } from './model-badges.ts';
import { type DisagreementsView, disagreementsView } from './model-disagreements.ts';
import { type LicenseView, licenses, modelLine } from './model-facts.ts';
import { basesOf, factsOf, type GlancePart, glanceOf, MOST_LISTED, shownName } from './model-glance.ts';
import { type MentionsView, mentionsView } from './model-mentions.ts';
import { type ResultGroupView, rankOn, resultGroups } from './model-results.ts';
import { type StrengthsView, strengthsView } from './model-strengths.ts';
import { overallPlace } from './overall.ts';
import { type RecomputedView, recomputedViews } from './recomputed.ts';
import { sizeWord, typeWord } from './words.ts';

/** Charts of each kind that a page shows. */
const MOST_PROFILES = 3;
const MOST_DISTRIBUTIONS = 4;

export interface ModelView extends Framed {
  readonly name: string;
  readonly owner: string;
  readonly ownerHref: string;
  readonly id: string;
  readonly glance: readonly GlancePart[];
  readonly counts: string;
  /** The ways to its comparison with what it was made from, and with any models; empty where there is none. */
  readonly compare: { readonly bases: string; readonly any: string };
  /** What the checks came to, in a few words; the empty string where nothing was checked. */
  readonly checked: string;
  /** Parts of this page that are worth a jump. */
  readonly jumps: readonly { readonly href: string; readonly label: string; readonly count: string }[];
  /** Whose cards report its numbers, where none is about the model itself; else the empty string. */
  readonly mentioned: string;
  readonly flagged: { readonly reason: string; readonly href: string } | null;
  readonly copy: CopyView | null;
  readonly type: string;
  readonly typeBecause: string;
  readonly parameters: { readonly text: string; readonly because: string } | null;
  /** Each with its place on the page of licences. */
  readonly licenses: readonly (LicenseView & { readonly page: string })[];
  readonly bases: readonly ModelLink[];
  readonly baseRelation: string;
  readonly datasets: readonly ModelLink[];
  readonly facts: readonly Fact[];
  readonly boards: readonly { readonly name: string; readonly href: string; readonly rank: string }[];
  readonly hub: string;
  /** All that is known of it, as JSON. */
  readonly json: string;
  readonly edit: string;
  readonly lineage: LineageNode | null;
  readonly mentions: MentionsView;
  readonly strengths: StrengthsView | null;
  readonly disagreements: DisagreementsView | null;
  /** Its row on boards beside their median and best; then where it stands among all on single benchmarks. */
  readonly charts: {
    readonly open: readonly Chart[];
    readonly folded: readonly Chart[];
    readonly foldedLabel: string;
  };
  readonly findings: readonly FindingView[];
  readonly groups: readonly ResultGroupView[];
  readonly recomputed: readonly RecomputedView[];
  /** Why there is no result; the empty string where there are some. */
  readonly empty: string;
  readonly author: AuthorView | null;
  /** BibTeX: what the card gives, and an entry for this page. */
  readonly citations: readonly string[];
  readonly citePage: string;
  readonly badges: BadgesView | null;
  /** Proofs for the page's script, or the empty string where each row has its own. */
  readonly packed: string;
  readonly card: {
    readonly parts: readonly CardPart[];
    readonly path: string;
    readonly counts: string;
  } | null;
}

function checkedWord(site: Site, findings: readonly FindingView[]): string {
  const averages = findings.filter((finding) => finding.rule === 'average');
  const failing = averages.filter((finding) => !finding.holds).length;
  const differing = findings.filter(({ rule }) => DISAGREEMENTS.has(rule)).length;
  const others = findings.length - averages.length - differing;
  const word = (key: string, count: number) =>
    count === 0 ? '' : site.t(`model.checked.${key}`, { count, of: averages.length });
  const parts = [
    failing === 0 ? word('averages-hold', averages.length) : word('averages-fail', failing),
    word('differ', differing),
    word('others', others),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function countsOf(site: Site, results: readonly Result[]): string {
  if (results.length === 0) return site.t('model.no-results');
  const benchmarks = new Set(results.map((result) => result.benchmark)).size;
  return site.t('model.counts', {
    results: site.t('model.results', { count: results.length }),
    benchmarks: site.t('model.benchmarks', { count: benchmarks }),
  });
}

function cardView(
  site: Site,
  here: Here,
  card: CardRecord | null,
  groups: readonly ResultGroupView[],
): ModelView['card'] {
  if (card === null) return null;
  const read = site.t('model.card.read', { count: card.accepted });
  const held = card.held === 0 ? '' : `, ${site.t('model.card.held', { count: card.held })}`;
  return { parts: cardParts(site, here, card, groups), path: card.path, counts: read + held };
}

function emptyWord(site: Site, results: number, card: CardRecord | null): string {
  if (results > 0) return '';
  if (card === null) return site.t('model.empty.mentioned');
  return card.held > 0
    ? site.t('model.empty.held', { count: card.held })
    : site.t(card.accepted > 0 ? 'model.empty.others' : 'model.empty.nothing');
}

function chartsOf(site: Site, here: Here, model: Model): ModelView['charts'] {
  const [first, ...others] = [
    ...modelProfiles(site, here, model).slice(0, MOST_PROFILES),
    ...modelDistributions(site, here, model, MOST_DISTRIBUTIONS),
  ];
  return {
    open: first === undefined ? [] : [first],
    folded: others,
    foldedLabel: others.length === 0 ? '' : site.t('model.more-charts', { count: others.length }),
  };
}

function jumpsOf(site: Site, view: Omit<ModelView, 'jumps' | 'frame'>): ModelView['jumps'] {
  const { count } = site.context.language;
  const differing = (view.disagreements?.open.length ?? 0) + (view.disagreements?.folded.length ?? 0);
  const jump = (anchor: string, here: boolean, number = 0) =>
    here
      ? [
          {
            href: `#${anchor}`,
            label: site.t(`model.jumps.${anchor}`),
            count: number === 0 ? '' : count(number),
          },
        ]
      : [];
  return [
    jump('strengths', view.strengths !== null),
    jump('disagreements', differing > 0, differing),
    jump('charts', view.charts.open.length > 0),
    jump('results', view.groups.length > 0),
    jump('checked', view.findings.length > 0, view.findings.length),
    jump('author', view.author !== null),
    jump('cite', true),
    jump('badges', view.badges !== null),
    jump('card', view.card !== null),
  ].flat();
}

/** The view of a model's page. */
export function modelView(site: Site, here: Here, model: Model): ModelView {
  const { t, context } = site;
  const { config, urls } = context;
  const results = site.index.resultsOfModel.get(model.id) ?? [];
  const card = site.index.cardOfModel.get(model.id) ?? null;
  const { groups, packed } = resultGroups(site, here, model);
  const counts = countsOf(site, results);
  const line = modelLine(site, here, model.id);
  const findings = (site.index.findings.ofModel.get(model.id) ?? []).map((finding) =>
    findingView(site, here, finding),
  );
  const mentions = mentionsView(site, here, results, card?.path ?? null);
  const home = siteAddress(config);
  const view = {
    name: shownName(model),
    owner: model.owner ?? '',
    ownerHref: model.owner === null ? '' : here.to(urls.org(model.owner)),
    id: model.id,
    glance: glanceOf(site, here, model, card),
    counts,
    compare: {
      bases: pairLink(site, here, model.id),
      any: results.length === 0 ? '' : compareLink(here, [model.id]),
    },
    checked: checkedWord(site, findings),
    mentioned: card === null && mentions.count > 0 ? t('model.mentioned', { count: mentions.count }) : '',
    flagged:
      model.flagged === null
        ? null
        : { reason: model.flagged.reason, href: externalUrl(model.flagged.link) ?? '' },
    copy: copyView(site, here, model.id),
    type: typeWord(site.t, model.type),
    typeBecause: model.type === 'unknown' ? '' : (model.type_because ?? ''),
    parameters:
      model.parameters_because === null ? null : { text: sizeWord(model), because: model.parameters_because },
    licenses: licenses(site, model).map((license, place) => ({
      ...license,
      page: here.to(`licenses/#${licenseAnchor(context.registry, model, model.licenses[place] ?? '')}`),
    })),
    bases: basesOf(site, here, model),
    baseRelation: model.base_model_relation ?? '',
    datasets: model.datasets.slice(0, MOST_LISTED).map((id) => ({
      label: id,
      href: hubDataset(id) ?? '',
      external: true,
    })),
    facts: factsOf(site, model),
    boards: [
      overallPlace(site, here, model.id) ?? [],
      (site.index.placementsOfModel.get(model.id) ?? []).map((placement) => ({
        name: placement.board.name,
        href: here.to(urls.board(placement.board.id)),
        rank: rankOn(site, placement),
      })),
    ].flat(),
    hub: hubModel(model.id) ?? '',
    json: here.to(apiAddress(urls.model(model.id))),
    edit: card === null ? '' : (editUrl(config.repository, config.branch, card.file) ?? ''),
    lineage: lineageView(site, here, model),
    mentions,
    strengths: strengthsView(site, here, model),
    disagreements: disagreementsView(site, here, model),
    charts: chartsOf(site, here, model),
    findings,
    groups,
    recomputed: recomputedViews(site, here, model.id),
    empty: emptyWord(site, results.length, card),
    author: authorView(site, here, model, card),
    citations: card === null ? [] : bibtexOf(card.html),
    citePage: citePage({
      site: config.title,
      title: t('model.cite.title-of', { model: model.id }),
      id: model.id,
      address: home === null ? null : `${home}/${urls.model(model.id)}`,
    }),
    badges: badgesView(site, here, model),
    packed,
    card: cardView(site, here, card, groups),
  };
  return {
    frame: frame(
      site,
      here,
      model.id,
      t(card === null ? 'model.description-mentioned' : 'model.description', {
        facts: [model.name, ...line.facts].join(', '),
        counts,
      }),
    ),
    ...view,
    jumps: jumpsOf(site, view),
  };
}
