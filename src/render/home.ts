/** The home page: what this is, the boards with their leaders, one number taken apart, the cards, the counts. */

import { compareNames, compareText } from '../core/compare.ts';
import { countOf, formatCount, formatDay, formatScore } from '../core/format.ts';
import type { Result } from '../core/result.ts';
import type { CardRecord } from '../store/types.ts';
import { AGREEMENT_ADDRESS } from './agreement.ts';
import { DISAGREEMENTS } from './audit-rows.ts';
import { type BoardLine, boardLine } from './boards.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { OVERALL_ADDRESS } from './overall.ts';
import { type ProofView, proofOf, proofView, resultHref } from './proof.ts';
import { conditions, originMark } from './words.ts';

/** More boards than this are left to the list of boards. */
const BOARDS_SHOWN = 12;

/** More cards than this are left to the list of models. */
const CARDS_SHOWN = 10;

interface ExampleView {
  readonly score: string;
  readonly href: string;
  readonly mark: string;
  readonly model: ModelLine;
  readonly benchmark: string;
  readonly conditions: string;
  readonly proof: ProofView;
}

export interface HomeView extends Framed {
  readonly title: string;
  readonly description: string;
  readonly counts: readonly { readonly count: string; readonly noun: string; readonly href: string }[];
  readonly example: ExampleView | null;
  readonly boards: readonly BoardLine[];
  readonly moreBoards: string;
  readonly boardsHref: string;
  readonly overall: string;
  /** "Newest cards" where days are known. */
  readonly cardsTitle: string;
  readonly cardsNote: string;
  readonly cards: readonly { readonly model: ModelLine; readonly counts: string }[];
  readonly moreCards: string;
  readonly modelsHref: string;
  readonly audit: {
    readonly hold: string;
    readonly fail: string;
    readonly differ: string;
    readonly href: string;
    readonly agreement: string;
  };
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
    score: formatScore(result.score, decimals),
    href: resultHref(site, here, result),
    mark: originMark(site.t, result.origin).name,
    model: modelLine(site, here, result.model),
    benchmark: site.index.benchmarks.get(result.benchmark)?.name ?? result.benchmark,
    conditions: conditions(site, result),
    proof: proofView(site, proofOf(site, here, result, decimals)),
  };
}

/** The view of the home page. */
export function homeView(site: Site, here: Here): HomeView {
  const { data, context, index } = site;
  const averages = data.findings.filter((finding) => finding.rule === 'average');
  const hold = averages.filter((finding) => finding.severity === 'ok').length;
  const differ = data.findings.filter((finding) => DISAGREEMENTS.has(finding.rule)).length;
  const reported = data.benchmarks.filter((benchmark) => benchmark.results > 0).length;
  const count = (number: number, noun: string, address: string) => ({
    count: formatCount(number),
    noun: number === 1 ? noun : `${noun}s`,
    href: here.to(address),
  });
  const nameOf = (card: CardRecord) => index.models.get(card.model)?.name ?? card.model;
  const cards = [...data.cards].sort(
    (a, b) =>
      compareText(b.added ?? '', a.added ?? '') ||
      b.accepted - a.accepted ||
      compareNames(nameOf(a), nameOf(b)) ||
      compareNames(a.model, b.model),
  );
  const dated = data.cards.some((card) => card.added !== null);
  return {
    frame: frame(site, here, '', context.config.description),
    title: context.config.title,
    description: context.config.description,
    counts: [
      count(data.cards.length, 'card', 'models/'),
      count(data.models.length, 'model', 'models/'),
      count(reported, 'benchmark', 'benchmarks/'),
      count(data.results.length, 'result', 'data/'),
      count(index.acceptedClaims, 'claim', 'data/'),
    ],
    example: exampleView(site, here),
    boards: data.boards.slice(0, BOARDS_SHOWN).map((board) => boardLine(site, here, board)),
    moreBoards: data.boards.length > BOARDS_SHOWN ? `All ${countOf(data.boards.length, 'board')}` : '',
    boardsHref: here.to('boards/'),
    overall: data.overall.rows.length === 0 ? '' : here.to(OVERALL_ADDRESS),
    cards: cards.slice(0, CARDS_SHOWN).map((card) => ({
      model: modelLine(site, here, card.model),
      counts: countOf(card.accepted, 'number') + (card.added === null ? '' : ` · ${formatDay(card.added)}`),
    })),
    cardsTitle: dated ? 'Newest cards' : 'Cards',
    cardsNote: dated || cards.length <= CARDS_SHOWN ? '' : 'Those that give the most numbers.',
    moreCards:
      cards.length > CARDS_SHOWN ? countOf(cards.length - CARDS_SHOWN, 'more card', 'more cards') : '',
    modelsHref: here.to('models/'),
    audit: {
      hold: countOf(hold, 'published average holds', 'published averages hold'),
      fail: `${formatCount(averages.length - hold)} ${averages.length - hold === 1 ? 'does' : 'do'} not`,
      differ:
        differ === 0
          ? ''
          : countOf(
              differ,
              'result is claimed with differing numbers',
              'results are claimed with differing numbers',
            ),
      href: averages.length + differ === 0 ? '' : here.to('audit/'),
      agreement: here.to(AGREEMENT_ADDRESS),
    },
    about: context.content.some((article) => article.name === 'about') ? here.to('about/') : '',
  };
}
