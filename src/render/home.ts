/** The home page: what this is, one number taken apart, the boards with their leaders, what was checked, the cards. */
import { compareNames, compareText } from '../core/compare.ts';
import type { Result } from '../core/result.ts';
import type { CardRecord } from '../store/types.ts';
import { AGREEMENT_ADDRESS } from './agreement.ts';
import { DISAGREEMENTS } from './audit-rows.ts';
import { type BoardLine, boardLine } from './boards.ts';
import { agreementPairs } from './charts/agreement.ts';
import { agreementCharts } from './charts/agreement-charts.ts';
import type { Chart } from './charts/chart.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { hasNews, NEW_ADDRESS } from './news.ts';
import { OVERALL_ADDRESS } from './overall.ts';
import { type ProofView, proofOf, proofView, resultHref } from './proof.ts';
import { conditions, originMark } from './words.ts';

/** Boards with their leaders; those beyond are named. */
const BOARDS_SHOWN = 6;

/** More results that are reported twice make a picture that is too heavy for a first page. */
const MOST_PAIRS = 400;

/** More cards than this are left to the list of models. */
const CARDS_SHOWN = 8;

interface ExampleView {
  readonly score: string;
  readonly href: string;
  readonly mark: string;
  readonly model: ModelLine;
  readonly benchmark: string;
  readonly conditions: string;
  readonly proof: ProofView;
}

/** A count with what is counted and where it is shown. */
interface FigureView {
  readonly count: string;
  readonly noun: string;
  readonly href: string;
}

export interface HomeView extends Framed {
  readonly title: string;
  readonly description: string;
  readonly counts: readonly FigureView[];
  readonly example: ExampleView | null;
  readonly boards: readonly BoardLine[];
  readonly moreBoards: readonly { readonly name: string; readonly href: string; readonly count: string }[];
  readonly allBoards: string;
  readonly boardsHref: string;
  readonly overall: string;
  /** "Newest cards" where days are known. */
  readonly cardsTitle: string;
  readonly cardsNote: string;
  readonly cards: readonly { readonly model: ModelLine; readonly counts: string }[];
  readonly allModels: string;
  readonly modelsHref: string;
  readonly audit: {
    readonly href: string;
    readonly figures: readonly FigureView[];
    readonly agreement: string;
    /** What cards say of their own models against what others measured; null where too little is reported twice. */
    readonly chart: Chart | null;
  };
  /** The page of what is new, or the empty string. */
  readonly news: string;
  readonly about: string;
}

/** The number to show how numbers are proved: the first of the first board. */
function exampleOf(site: Site): { result: Result; decimals: number } | null {
  for (const board of site.data.boards) {
    for (const row of board.rows) {
      for (const [place, cell] of row.cells.entries()) {
        const result = cell === null ? undefined : site.index.results.get(cell.result);
        const proved = result?.claims.some((id) => site.index.claims.has(id)) ?? false;
        if (result !== undefined && proved)
          return { result, decimals: board.columns[place]?.decimals ?? result.decimals };
      }
    }
  }
  return null;
}

function exampleView(site: Site, here: Here): ExampleView | null {
  const example = exampleOf(site);
  if (example === null) return null;
  const { result, decimals } = example;
  return {
    score: site.context.language.score(result.score, decimals),
    href: resultHref(site, here, result),
    mark: originMark(site.t, result.origin).name,
    model: modelLine(site, here, result.model),
    benchmark: site.index.benchmarks.get(result.benchmark)?.name ?? result.benchmark,
    conditions: conditions(site, result),
    proof: proofView(site, proofOf(site, here, result, decimals)),
  };
}

/** What was checked, each with the part of the audit that has it; what there is none of is left out. */
function checkedFigures(site: Site, here: Here): FigureView[] {
  const { findings } = site.data;
  const averages = findings.filter((finding) => finding.rule === 'average');
  const hold = averages.filter((finding) => finding.severity === 'ok').length;
  const differ = findings.filter((finding) => DISAGREEMENTS.has(finding.rule)).length;
  const others = findings.length - averages.length - differ;
  const figure = (key: string, count: number, anchor: string): FigureView[] =>
    count === 0
      ? []
      : [
          {
            count: site.context.language.count(count),
            noun: site.t(`home.checked.${key}`, { count }),
            href: here.to(`audit/${anchor}`),
          },
        ];
  return [
    figure('hold', hold, '#holding'),
    figure('fail', averages.length - hold, '#rule-average'),
    figure('differ', differ, ''),
    figure('others', others, ''),
  ].flat();
}

/** The cards to show: the newest where days are known, else those that give the most numbers. */
function cardsOf(site: Site): CardRecord[] {
  const nameOf = (card: CardRecord) => site.index.models.get(card.model)?.name ?? card.model;
  return [...site.data.cards]
    .sort(
      (a, b) =>
        compareText(b.added ?? '', a.added ?? '') ||
        b.accepted - a.accepted ||
        compareNames(nameOf(a), nameOf(b)) ||
        compareNames(a.model, b.model),
    )
    .slice(0, CARDS_SHOWN);
}

/** The view of the home page. */
export function homeView(site: Site, here: Here): HomeView {
  const { data, context, index, t } = site;
  const { language, urls } = context;
  const pairs = agreementPairs(site);
  const reported = data.benchmarks.filter((benchmark) => benchmark.results > 0).length;
  const figure = (key: string, count: number, address: string): FigureView => ({
    count: language.count(count),
    noun: t(`home.counts.${key}`, { count }),
    href: here.to(address),
  });
  const dated = data.cards.some((card) => card.added !== null);
  const shown = data.boards.length > BOARDS_SHOWN + 1 ? BOARDS_SHOWN : data.boards.length;
  return {
    frame: frame(site, here, '', context.config.description),
    title: context.config.title,
    description: context.config.description,
    counts: [
      figure('cards', data.cards.length, 'models/'),
      figure('models', data.models.length, 'models/'),
      figure('benchmarks', reported, 'benchmarks/'),
      figure('results', data.results.length, 'data/'),
      figure('claims', index.acceptedClaims, 'data/'),
    ],
    example: exampleView(site, here),
    boards: data.boards.slice(0, shown).map((board) => boardLine(site, here, board)),
    moreBoards: data.boards.slice(shown).map((board) => ({
      name: board.name,
      href: here.to(urls.board(board.id)),
      count: t('home.boards.models', { count: board.rows.length }),
    })),
    allBoards: t('home.boards.all', { count: data.boards.length }),
    boardsHref: here.to('boards/'),
    overall: data.overall.rows.length === 0 ? '' : here.to(OVERALL_ADDRESS),
    cardsTitle: t(dated ? 'home.cards.newest' : 'home.cards.title'),
    cardsNote: dated || data.cards.length <= CARDS_SHOWN ? '' : t('home.cards.most'),
    cards: cardsOf(site).map((card) => {
      const numbers = t('home.cards.numbers', { count: card.accepted });
      return {
        model: modelLine(site, here, card.model),
        counts: card.added === null ? numbers : `${numbers} · ${language.day(card.added)}`,
      };
    }),
    allModels: t('home.cards.all', { count: data.models.length }),
    modelsHref: here.to('models/'),
    audit: {
      href: here.to('audit/'),
      figures: checkedFigures(site, here),
      agreement: here.to(AGREEMENT_ADDRESS),
      chart: pairs.length > MOST_PAIRS ? null : (agreementCharts(site, here, pairs)[0] ?? null),
    },
    news: hasNews(site) ? here.to(NEW_ADDRESS) : '',
    about: context.content.some((article) => article.name === 'about') ? here.to('about/') : '',
  };
}
