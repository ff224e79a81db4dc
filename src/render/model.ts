/** A model's page: what it is, its results by suite with every proof, what does not add up, and the card itself. */
import { compareNames, compareText } from '../core/compare.ts';
import { countOf, formatScore, MISSING } from '../core/format.ts';
import type { Model, Result } from '../core/result.ts';
import { type Fact, SHOTS_INFERRED } from './benchmark.ts';
import { fieldTitle } from './benchmarks.ts';
import { type FindingView, findingView } from './finding.ts';
import { benchmarkLink, type Framed, frame, type Here, type Site } from './frame.ts';
import type { Placement } from './indexes.ts';
import { editUrl, externalUrl, hubDataset, hubModel } from './links.ts';
import { type LicenseView, licenses, modelLine } from './model-facts.ts';
import { type ProofView, proofOf, proofView, resultHref } from './proof.ts';
import { ofWord, rankWord } from './ranks.ts';
import { conditions, originMark, sizeWord, typeWord } from './words.ts';

/** Groups of more results than this are laid out only when they come into sight. */
const LONG = 60;

/** Longer lists of tags, names and data sets are cut. */
const MOST_LISTED = 40;

export interface ModelResultView {
  readonly id: string;
  readonly benchmark: string;
  readonly benchmarkHref: string;
  readonly conditions: string;
  readonly score: string;
  readonly stderr: string;
  readonly href: string;
  readonly mark: string;
  readonly words: string;
  readonly differs: boolean;
  readonly loose: string;
  readonly rank: string;
  readonly first: boolean;
  readonly proof: ProofView;
}

interface AverageView {
  readonly score: string;
  readonly coverage: string;
  readonly rule: string;
  readonly rank: string;
  readonly published: string;
  readonly publishedHref: string;
}

export interface ResultGroupView {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly average: AverageView | null;
  /** Laid out only when it comes into sight. */
  readonly long: boolean;
  readonly hasErrors: boolean;
  readonly results: readonly ModelResultView[];
}

interface LinkView {
  readonly label: string;
  readonly href: string;
  readonly external: boolean;
}

export interface ModelView extends Framed {
  readonly name: string;
  readonly owner: string;
  readonly id: string;
  readonly mentioned: boolean;
  readonly type: string;
  readonly typeBecause: string;
  readonly flagged: { readonly reason: string; readonly href: string } | null;
  readonly hub: string;
  readonly edit: string;
  readonly licenses: readonly LicenseView[];
  readonly bases: readonly LinkView[];
  readonly baseRelation: string;
  readonly datasets: readonly LinkView[];
  readonly facts: readonly Fact[];
  readonly boards: readonly { readonly name: string; readonly href: string; readonly rank: string }[];
  readonly counts: string;
  /** What the checks came to, in a few words; the empty string where nothing was checked. */
  readonly checked: string;
  readonly findings: readonly FindingView[];
  readonly groups: readonly ResultGroupView[];
  readonly mentions: readonly { readonly card: string; readonly href: string; readonly count: string }[];
  readonly card: { readonly html: string; readonly path: string; readonly counts: string } | null;
}

function resultView(
  site: Site,
  here: Here,
  result: Result,
  decimals: number,
  loose: string | null,
): ModelResultView {
  const benchmark = benchmarkLink(site, here, result.benchmark);
  const standing = site.index.standings.get(result.id);
  const mark = originMark(result.origin);
  const why = loose ?? (result.shots_inferred ? SHOTS_INFERRED : null);
  return {
    id: result.id,
    benchmark: benchmark.name,
    benchmarkHref: benchmark.href,
    conditions: conditions(result, site.context.registry),
    score: formatScore(result.score, decimals),
    stderr: result.stderr === null ? '' : `± ${formatScore(result.stderr, decimals)}`,
    href: resultHref(site, here, result),
    mark: mark.name,
    words: mark.words,
    differs: result.spread > 0,
    loose: why ?? '',
    rank: standing === undefined ? MISSING : ofWord(String(standing.rank), standing.of),
    first: standing !== undefined && standing.rank === 1 && standing.of > 1,
    proof: proofView(proofOf(site, here, result, decimals, why)),
  };
}

/** "3 of 12", "2= of 12"; the empty string where the model is not ranked. */
function rankOn(site: Site, { board, row }: Placement): string {
  const ranks = site.index.ranks.get(board.id);
  if (row.rank === null || ranks === undefined) return '';
  return ofWord(rankWord(row.rank, ranks.shared.has(row.rank)), ranks.ranked);
}

function averageView(site: Site, here: Here, { board, row }: Placement): AverageView | null {
  const published = row.published === null ? undefined : site.index.results.get(row.published);
  if (board.columns.length === 1 || (row.average === null && published === undefined)) return null;
  return {
    score: row.average === null ? MISSING : formatScore(row.average, board.decimals),
    coverage: `${row.coverage} of ${board.columns.length}`,
    rule: board.rule.replace(/\.$/, ''),
    rank: rankOn(site, { board, row }),
    published: published === undefined ? '' : formatScore(published.score, Math.min(4, published.decimals)),
    publishedHref: published === undefined ? '' : resultHref(site, here, published),
  };
}

function suiteGroups(site: Site, here: Here, model: Model, taken: Set<string>): ResultGroupView[] {
  const placements = site.index.placementsOfModel.get(model.id) ?? [];
  return placements.map((placement): ResultGroupView => {
    const { board, row } = placement;
    const names = site.index.columnNames.get(board.id) ?? [];
    const results = row.cells.flatMap((cell, place) => {
      const result = cell === null ? undefined : site.index.results.get(cell.result);
      if (cell === null || result === undefined) return [];
      taken.add(result.id);
      const decimals = board.columns[place]?.decimals ?? result.decimals;
      const view = resultView(site, here, result, decimals, cell.loose);
      return [{ ...view, benchmark: names[place] ?? view.benchmark }];
    });
    if (row.published !== null) taken.add(row.published);
    return {
      id: `board-${board.id}`,
      title: board.name,
      href: here.to(site.context.urls.board(board.id)),
      average: averageView(site, here, placement),
      long: false,
      hasErrors: results.some((result) => result.stderr !== ''),
      results,
    };
  });
}

function otherGroups(site: Site, here: Here, model: Model, taken: ReadonlySet<string>): ResultGroupView[] {
  const fields = new Map<string, Result[]>();
  for (const result of site.index.resultsOfModel.get(model.id) ?? []) {
    if (taken.has(result.id)) continue;
    const benchmark = site.index.benchmarks.get(result.benchmark);
    const field = benchmark?.listed ? benchmark.category : 'unlisted';
    const list = fields.get(field);
    if (list === undefined) fields.set(field, [result]);
    else list.push(result);
  }
  const name = (result: Result) => site.index.benchmarks.get(result.benchmark)?.name ?? result.benchmark;
  return [...fields]
    .sort(([a], [b]) => Number(a === 'unlisted') - Number(b === 'unlisted') || compareText(a, b))
    .map(([field, results]) => ({
      id: `field-${field.replace(/[^\w-]+/g, '-')}`,
      title: field === 'unlisted' ? 'Benchmarks that only cards know' : fieldTitle(field),
      href: '',
      average: null,
      long: results.length > LONG,
      hasErrors: results.some((result) => result.stderr !== null),
      results: results
        .sort(
          (a, b) =>
            compareNames(name(a), name(b)) ||
            compareNames(conditions(a, site.context.registry), conditions(b, site.context.registry)) ||
            compareText(a.id, b.id),
        )
        .map((result) => resultView(site, here, result, Math.min(4, result.decimals), null)),
    }));
}

function otherModel(site: Site, here: Here, id: string): LinkView {
  const known = site.index.models.has(id);
  const href = known ? here.to(site.context.urls.model(id)) : (hubModel(id) ?? '');
  return { label: id, href, external: !known };
}

function factsOf(model: Model): Fact[] {
  const list = (items: readonly string[]) =>
    items.slice(0, MOST_LISTED).join(', ') +
    (items.length > MOST_LISTED ? ` and ${items.length - MOST_LISTED} more` : '');
  const otherNames = model.names.filter((name) => name !== model.id && name !== model.name);
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
  const differing = findings.length - averages.length;
  const parts = [
    averages.length === 0
      ? ''
      : failing === 0
        ? countOf(averages.length, 'published average holds', 'published averages hold')
        : `${failing} of ${countOf(averages.length, 'published average')} ${failing === 1 ? 'does' : 'do'} not hold`,
    differing === 0
      ? ''
      : countOf(differing, 'result with differing claims', 'results with differing claims'),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The view of a model's page. */
export function modelView(site: Site, here: Here, model: Model): ModelView {
  const { config, urls } = site.context;
  const results = site.index.resultsOfModel.get(model.id) ?? [];
  const card = site.index.cardOfModel.get(model.id) ?? null;
  const taken = new Set<string>();
  const groups = [...suiteGroups(site, here, model, taken), ...otherGroups(site, here, model, taken)];
  const benchmarks = new Set(results.map((result) => result.benchmark)).size;
  const counts = `${countOf(results.length, 'result')} on ${countOf(benchmarks, 'benchmark')}`;
  const where = card === null ? "read from other models' cards" : 'read from model cards';
  const line = modelLine(site, here, model.id);
  const findings = (site.index.findingsOfModel.get(model.id) ?? []).map((finding) =>
    findingView(site, here, finding),
  );
  return {
    frame: frame(
      site,
      here,
      model.id,
      `${[model.name, ...line.facts].join(', ')}: ${counts}, ${where}, each with its proof.`,
    ),
    name: model.display_name,
    owner: model.owner ?? '',
    id: model.id,
    mentioned: card === null,
    type: [sizeWord(model), typeWord(model.type)].filter((word) => word !== '').join(' '),
    typeBecause: model.type === 'unknown' ? '' : (model.type_because ?? ''),
    flagged:
      model.flagged === null
        ? null
        : { reason: model.flagged.reason, href: externalUrl(model.flagged.link) ?? '' },
    hub: hubModel(model.id) ?? '',
    edit: card === null ? '' : (editUrl(config.repository, config.branch, card.file) ?? ''),
    licenses: licenses(site, model),
    bases: model.base_models.slice(0, MOST_LISTED).map((id) => otherModel(site, here, id)),
    baseRelation: model.base_model_relation ?? '',
    datasets: model.datasets.slice(0, MOST_LISTED).map((id) => ({
      label: id,
      href: hubDataset(id) ?? '',
      external: true,
    })),
    facts: factsOf(model),
    boards: (site.index.placementsOfModel.get(model.id) ?? []).map((placement) => ({
      name: placement.board.name,
      href: here.to(urls.board(placement.board.id)),
      rank: rankOn(site, placement),
    })),
    counts,
    checked: checkedWord(findings),
    findings,
    groups,
    mentions: mentionsOf(site, here, results, card?.path ?? null),
    card:
      card === null
        ? null
        : {
            html: card.html,
            path: card.path,
            counts: `${countOf(card.accepted, 'number')} read${card.held === 0 ? '' : `, ${card.held} held back`}`,
          },
  };
}
