/** A model's page: what it is, its results by suite with every proof, what does not add up, and the card itself. */
import { compareText } from '../core/compare.ts';
import { foldSeparators } from '../core/fold.ts';
import { countOf } from '../core/format.ts';
import type { Model, Result } from '../core/result.ts';
import { DISAGREEMENTS } from './audit-rows.ts';
import type { Fact } from './benchmark.ts';
import { type CardPart, cardParts } from './card-notes.ts';
import { type CopyView, copyView } from './copies.ts';
import { type FindingView, findingView } from './finding.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { type LineageNode, lineageView, linkToModel, type ModelLink } from './lineage.ts';
import { editUrl, externalUrl, hubDataset, hubModel } from './links.ts';
import { type LicenseView, licenses, modelLine } from './model-facts.ts';
import { type ResultGroupView, rankOn, resultGroups } from './model-results.ts';
import { overallPlace } from './overall.ts';
import { type RecomputedView, recomputedViews } from './recomputed.ts';
import { sizeWord, typeWord } from './words.ts';

/** Longer lists of tags, names and data sets are cut. */
const MOST_LISTED = 40;

export interface ModelView extends Framed {
  readonly name: string;
  readonly owner: string;
  readonly id: string;
  readonly mentioned: boolean;
  readonly type: string;
  readonly typeBecause: string;
  readonly flagged: { readonly reason: string; readonly href: string } | null;
  readonly copy: CopyView | null;
  readonly recomputed: readonly RecomputedView[];
  readonly hub: string;
  readonly edit: string;
  readonly licenses: readonly LicenseView[];
  readonly bases: readonly ModelLink[];
  readonly baseRelation: string;
  readonly parameters: { readonly text: string; readonly because: string } | null;
  readonly lineage: LineageNode | null;
  readonly datasets: readonly ModelLink[];
  readonly facts: readonly Fact[];
  readonly boards: readonly { readonly name: string; readonly href: string; readonly rank: string }[];
  readonly counts: string;
  /** What the checks came to, in a few words; the empty string where nothing was checked. */
  readonly checked: string;
  readonly findings: readonly FindingView[];
  readonly groups: readonly ResultGroupView[];
  readonly mentions: readonly { readonly card: string; readonly href: string; readonly count: string }[];
  /** Proofs for the page's script, or the empty string where each row has its own. */
  readonly packed: string;
  readonly card: {
    readonly parts: readonly CardPart[];
    readonly path: string;
    readonly counts: string;
  } | null;
}

function factsOf(model: Model): Fact[] {
  const list = (items: readonly string[]) =>
    items.slice(0, MOST_LISTED).join(', ') +
    (items.length > MOST_LISTED ? ` and ${items.length - MOST_LISTED} more` : '');
  const otherNames = [...new Set([model.display_name, ...model.names])].filter(
    (name) => name !== model.id && name !== model.name && name !== shownName(model),
  );
  const facts: Fact[] = [
    { label: 'Languages', text: list(model.languages), href: '', note: '' },
    { label: 'Task', text: model.pipeline_tag ?? '', href: '', note: '' },
    { label: 'Library', text: model.library ?? '', href: '', note: '' },
    { label: 'Tags', text: list(model.tags), href: '', note: '' },
    { label: 'Also written', text: list(otherNames), href: '', note: '' },
  ];
  return facts.filter(({ text }) => text !== '');
}

function mentionsOf(
  site: Site,
  here: Here,
  results: readonly Result[],
  own: string | null,
): ModelView['mentions'] {
  const counts = new Map<string, number>();
  for (const result of results) {
    for (const id of result.claims) {
      const card = site.index.claims.get(id)?.card;
      if (card !== undefined && card !== own) counts.set(card, (counts.get(card) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([path, count]) => {
      const card = site.index.cards.get(path);
      if (card === undefined) return [];
      return [
        {
          card: card.model,
          href: here.to(site.context.urls.model(card.model)),
          count: countOf(count, 'number'),
        },
      ];
    });
}

function checkedWord(findings: readonly FindingView[]): string {
  const averages = findings.filter((finding) => finding.rule === 'average');
  const failing = averages.filter((finding) => !finding.holds).length;
  const differing = findings.filter(({ rule }) => DISAGREEMENTS.has(rule)).length;
  const others = findings.length - averages.length - differing;
  const parts = [
    averages.length === 0
      ? ''
      : failing === 0
        ? countOf(averages.length, 'published average holds', 'published averages hold')
        : `${failing} of ${countOf(averages.length, 'published average')} ${failing === 1 ? 'does' : 'do'} not hold`,
    differing === 0
      ? ''
      : countOf(differing, 'result with differing claims', 'results with differing claims'),
    others === 0 ? '' : countOf(others, 'thing to look at', 'things to look at'),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The card's own name for its model where it only writes the id's another way; else the id's, as on every board. */
function shownName(model: Model): string {
  return foldSeparators(model.display_name) === foldSeparators(model.name) ? model.display_name : model.name;
}

/** The view of a model's page. */
export function modelView(site: Site, here: Here, model: Model): ModelView {
  const { config, urls } = site.context;
  const results = site.index.resultsOfModel.get(model.id) ?? [];
  const card = site.index.cardOfModel.get(model.id) ?? null;
  const { groups, packed } = resultGroups(site, here, model);
  const benchmarks = new Set(results.map((result) => result.benchmark)).size;
  const counts =
    results.length === 0
      ? 'no results'
      : `${countOf(results.length, 'result')} on ${countOf(benchmarks, 'benchmark')}`;
  const where = card === null ? 'read from other models’ cards' : 'read from model cards';
  const line = modelLine(site, here, model.id);
  const findings = (site.index.findings.ofModel.get(model.id) ?? []).map((finding) =>
    findingView(site, here, finding),
  );
  return {
    frame: frame(
      site,
      here,
      model.id,
      `${[model.name, ...line.facts].join(', ')}: ${counts}, ${where}, each with its proof.`,
    ),
    name: shownName(model),
    owner: model.owner ?? '',
    id: model.id,
    mentioned: card === null,
    type: [sizeWord(model), typeWord(site.t, model.type)].filter((word) => word !== '').join(' '),
    typeBecause: model.type === 'unknown' ? '' : (model.type_because ?? ''),
    flagged:
      model.flagged === null
        ? null
        : { reason: model.flagged.reason, href: externalUrl(model.flagged.link) ?? '' },
    copy: copyView(site, here, model.id),
    recomputed: recomputedViews(site, here, model.id),
    hub: hubModel(model.id) ?? '',
    edit: card === null ? '' : (editUrl(config.repository, config.branch, card.file) ?? ''),
    licenses: licenses(site, model),
    bases: (model.parents.length > 0 ? model.parents : model.base_models)
      .slice(0, MOST_LISTED)
      .map((id) => linkToModel(site, here, id)),
    baseRelation: model.base_model_relation ?? '',
    parameters:
      model.parameters_because === null ? null : { text: sizeWord(model), because: model.parameters_because },
    lineage: lineageView(site, here, model),
    datasets: model.datasets.slice(0, MOST_LISTED).map((id) => ({
      label: id,
      href: hubDataset(id) ?? '',
      external: true,
    })),
    facts: factsOf(model),
    boards: [
      overallPlace(site, here, model.id) ?? [],
      (site.index.placementsOfModel.get(model.id) ?? []).map((placement) => ({
        name: placement.board.name,
        href: here.to(urls.board(placement.board.id)),
        rank: rankOn(site, placement),
      })),
    ].flat(),
    counts,
    checked: checkedWord(findings),
    findings,
    groups,
    packed,
    mentions: mentionsOf(site, here, results, card?.path ?? null),
    card:
      card === null
        ? null
        : {
            parts: cardParts(site, here, card, groups),
            path: card.path,
            counts: `${countOf(card.accepted, 'number')} read${card.held === 0 ? '' : `, ${card.held} held back`}`,
          },
  };
}
