/** A model's results as its page groups them: board by board, then by field, each with its proof. */
import { compareNames, compareText } from '../core/compare.ts';
import { MISSING } from '../core/format.ts';
import { type Proof, packProofs } from '../core/proof.ts';
import type { Model, Result } from '../core/result.ts';
import type { Standing } from '../store/types.ts';
import { fieldTitle } from './benchmark-facts.ts';
import { boardRule } from './board-rule.ts';
import { benchmarkLink, type Here, type Site } from './frame.ts';
import type { Placement } from './indexes.ts';
import { type ProofView, proofOf, proofView, resultHref, scriptJson, spreadWord } from './proof.ts';
import { ofWord, rankWord } from './ranks.ts';
import { conditions, originMark, whyLoose } from './words.ts';

/** Groups of more results than this are laid out only when they come into sight. */
const LONG = 60;

/** Of more results than this the proofs are packed, as those of boards are, instead of one under each row. */
const MOST_INLINE = 150;

interface ModelResultView {
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
  readonly spread: string;
  readonly loose: string;
  readonly rank: string;
  readonly first: boolean;
  /** Null where the page carries its proofs packed. */
  readonly proof: ProofView | null;
}

interface AverageView {
  readonly score: string;
  /** How much it covers, by which rule, and that it was recomputed. */
  readonly words: string;
  readonly rank: string;
  readonly published: string;
  readonly publishedHref: string;
  /** Id of the published average's result, or the empty string. */
  readonly publishedId: string;
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

/** Takes a proof and gives what the row shows of it. */
type Prove = (proof: Proof) => ProofView | null;

function resultView(
  site: Site,
  here: Here,
  result: Result,
  decimals: number,
  column: { readonly shots: number | null; readonly metric: string } | null,
  standing: Pick<Standing, 'rank' | 'of' | 'band'> | undefined,
  prove: Prove,
): ModelResultView {
  const benchmark = benchmarkLink(site, here, result.benchmark);
  const mark = originMark(site.t, result.origin);
  const why = whyLoose(site, result, column);
  const { language } = site.context;
  return {
    id: result.id,
    benchmark: benchmark.name,
    benchmarkHref: benchmark.href,
    conditions: conditions(site, result),
    score: language.score(result.score, decimals),
    stderr: result.stderr === null ? '' : `± ${language.score(result.stderr, decimals)}`,
    href: resultHref(site, here, result),
    mark: mark.name,
    words: mark.words,
    differs: result.spread > 0,
    spread: spreadWord(site.context.language, result, decimals),
    loose: why ?? '',
    rank: site.index.sourceOfResult.has(result.id)
      ? site.t('model.table.inherited')
      : standing === undefined
        ? MISSING
        : ofWord(site.t, rankWord(standing.rank, false, standing.band), standing.of),
    first: standing !== undefined && standing.rank === 1 && standing.of > 1,
    proof: prove(proofOf(site, here, result, decimals, why)),
  };
}

/** "3 of 12", "2= of 12"; the empty string where the model is not ranked. */
export function rankOn(site: Site, { board, row }: Placement): string {
  const ranks = site.index.ranks.get(board.id);
  if (row.rank === null || ranks === undefined) return '';
  return ofWord(site.t, rankWord(row.rank, ranks.shared.has(row.rank), row.band), ranks.ranked);
}

function averageView(site: Site, here: Here, { board, row }: Placement): AverageView | null {
  const published = row.published === null ? undefined : site.index.results.get(row.published);
  if (board.columns.length === 1 || (row.average === null && published === undefined)) return null;
  const rule = boardRule(site.t, board);
  return {
    score: row.average === null ? MISSING : site.context.language.score(row.average, board.decimals),
    words: site.t(rule === '' ? 'model.table.recomputed-plain' : 'model.table.recomputed-here', {
      coverage: site.t('model.table.coverage', { covered: row.coverage, columns: board.columns.length }),
      rule,
    }),
    rank: rankOn(site, { board, row }),
    published:
      published === undefined
        ? ''
        : site.context.language.score(published.score, Math.min(4, published.decimals)),
    publishedHref: published === undefined ? '' : resultHref(site, here, published),
    publishedId: published?.id ?? '',
  };
}

function suiteGroups(
  site: Site,
  here: Here,
  model: Model,
  taken: Set<string>,
  prove: Prove,
): ResultGroupView[] {
  const placements = site.index.placementsOfModel.get(model.id) ?? [];
  return placements.map((placement): ResultGroupView => {
    const { board, row } = placement;
    const names = site.index.columnNames.get(board.id) ?? [];
    const results = row.cells.flatMap((cell, place) => {
      const result = cell === null ? undefined : site.index.results.get(cell.result);
      if (cell === null || result === undefined) return [];
      taken.add(result.id);
      const decimals = board.columns[place]?.decimals ?? result.decimals;
      const view = resultView(
        site,
        here,
        result,
        decimals,
        cell.loose === null ? null : (board.columns[place] ?? null),
        cell,
        prove,
      );
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

function otherGroups(
  site: Site,
  here: Here,
  model: Model,
  taken: ReadonlySet<string>,
  prove: Prove,
): ResultGroupView[] {
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
      title: field === 'unlisted' ? site.t('model.table.unlisted') : fieldTitle(site, field),
      href: '',
      average: null,
      long: results.length > LONG,
      hasErrors: results.some((result) => result.stderr !== null),
      results: results
        .sort(
          (a, b) =>
            compareNames(name(a), name(b)) ||
            compareNames(conditions(site, a), conditions(site, b)) ||
            compareText(a.id, b.id),
        )
        .map((result) => {
          const standing = site.index.standings.get(result.id);
          return resultView(site, here, result, Math.min(4, result.decimals), null, standing, prove);
        }),
    }));
}

/**
 * All results of a model: those on boards by board, with the average, then the others by field. `packed` has the
 * proofs as JSON for the page's script, in the order of the rows, where they are too many to stand under each row;
 * else it is the empty string.
 */
export function resultGroups(
  site: Site,
  here: Here,
  model: Model,
): { groups: ResultGroupView[]; packed: string } {
  const isInline = (site.index.resultsOfModel.get(model.id)?.length ?? 0) <= MOST_INLINE;
  const proofs: Proof[] = [];
  const prove = (proof: Proof): ProofView | null => {
    if (isInline) return proofView(site, proof);
    proofs.push(proof);
    return null;
  };
  const taken = new Set<string>();
  const groups = [
    ...suiteGroups(site, here, model, taken, prove),
    ...otherGroups(site, here, model, taken, prove),
  ];
  return { groups, packed: isInline ? '' : scriptJson(packProofs(proofs)) };
}
