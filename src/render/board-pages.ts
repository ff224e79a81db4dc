/**
 * The pages of a board: the board itself, further pages of a long one, its rows by each column for readers without
 * JavaScript, a bare page to be embedded, and the files beside them.
 */
import { packBoardData } from '../core/packed-board-data.ts';
import type { Page } from '../core/urls.ts';
import type { Board } from '../store/types.ts';
import { type BoardPaging, type BoardPart, boardView } from './board.ts';
import { boardChartsAddress, boardChartsView } from './board-charts.ts';
import { columnViews } from './board-columns.ts';
import { boardData } from './board-data.ts';
import { embedView } from './board-embed.ts';
import { dataFile, proofFiles, proofsName } from './board-files.ts';
import { hasAverage, sortedRows } from './board-table.ts';
import { hasBoardCharts } from './charts/board-charts.ts';
import { type Framed, type Here, pageAt, type Site } from './frame.ts';
import { scriptJson } from './proof.ts';
import { rankedBy } from './ranked-by.ts';

/** Boards of so many rows have them all on one page. */
const MOST_ROWS_ON_ONE_PAGE = 1000;

/** Rows on each page of a longer board. */
const ROWS_ON_A_PAGE = 500;

/**
 * Pages by column are for boards of so many columns, and so many numbers on all of these pages together: beyond that
 * they would outweigh the rest of the site.
 */
const MOST_SORTED_COLUMNS = 12;
const MOST_SORTED_NUMBERS = 50_000;

/** Renders one page of a site. */
type RenderPage = (template: string, path: string, view: (here: Here) => Framed, listed?: boolean) => Page;

/** Names that may stand in an address as they are. */
const PLAIN_KEY = /^[a-z0-9]+(?:[_.-][a-z0-9]+)*$/;

/** Yields everything that a board consists of, the board's own page first. */
export function* boardPages(site: Site, board: Board, page: RenderPage): Iterable<Page> {
  const folder = site.context.urls.board(board.id);
  const main = pageAt(`${folder}index.html`);
  const columns = columnViews(site, main, board);
  const by = rankedBy(board);
  const ranked = by === null ? '' : by === 'average' ? by : (columns[by]?.key ?? '');
  const packed = packBoardData(boardData(site, main, board, columns, ranked));
  const file = dataFile(packed);
  const proofs = proofsName(site, main, board);
  const isLong = board.rows.length > MOST_ROWS_ON_ONE_PAGE;
  const orders = isLong ? [] : ordersOf(board, columns, ranked);
  const sortHref = (here: Here) => (key: string) => {
    if (key === ranked) return here.path === main.path ? '' : here.to(folder);
    const order = orders.find((one) => one.key === key);
    return order === undefined ? '' : here.to(`${folder}${order.path}`);
  };
  const usual = { suffix: '', more: {}, paging: null, back: '', data: '', dataFile: '', proofs: '' };
  const whole = (here: Here): BoardPart => ({
    ...usual,
    rows: board.rows,
    sorted: ranked,
    sortHref: sortHref(here),
    proofs,
    data: scriptJson(packed),
  });

  if (isLong) {
    const count = Math.ceil(board.rows.length / ROWS_ON_A_PAGE);
    const address = (number: number) => (number === 1 ? folder : `${folder}${number}/`);
    for (let number = 1; number <= count; number++) {
      yield page('board', `${address(number)}index.html`, (here) =>
        boardView(site, here, board, {
          ...whole(here),
          ...(number === 1
            ? { data: '', dataFile: file.name }
            : { data: '', proofs: '', suffix: site.t('board.page', { number }), back: here.to(folder) }),
          rows: board.rows.slice((number - 1) * ROWS_ON_A_PAGE, number * ROWS_ON_A_PAGE),
          more: {
            previous: number === 1 ? null : address(number - 1),
            next: number === count ? null : address(number + 1),
          },
          paging: paging(site, here, board, number, count, address),
        }),
      );
    }
  } else {
    yield page('board', main.path, (here) => boardView(site, here, board, whole(here)));
  }
  for (const { key, path, name, place } of orders) {
    yield page(
      'board',
      `${folder}${path}index.html`,
      (here) =>
        boardView(site, here, board, {
          ...usual,
          rows: sortedRows(board, place),
          sorted: key,
          sortHref: sortHref(here),
          suffix: site.t('board.by', { column: name }),
          more: { canonical: folder, indexed: false },
          back: here.to(folder),
        }),
      false,
    );
  }
  if (hasBoardCharts(site, board))
    yield page('board-charts', `${boardChartsAddress(site, board)}index.html`, (here) =>
      boardChartsView(site, here, board),
    );
  yield page(
    'embed',
    `${folder}embed/index.html`,
    () => embedView(site, main, board, ranked, file.name),
    false,
  );
  yield { path: `${folder}${file.name}`, content: file.content, listed: false };
  for (const { name, content } of proofFiles(site, main, board, proofs))
    yield { path: `${folder}${name}`, content, listed: false };
}

interface Order {
  readonly key: string;
  /** Below the board's folder. */
  readonly path: string;
  readonly name: string;
  readonly place: number | 'average';
}

/** The orders that have a page of their own: every column and the average, the board's own order left out. */
function ordersOf(
  board: Board,
  columns: readonly { readonly key: string; readonly name: string }[],
  ranked: string,
): Order[] {
  const numbers = board.rows.length * columns.length ** 2;
  if (board.rows.length < 2 || columns.length > MOST_SORTED_COLUMNS || numbers > MOST_SORTED_NUMBERS)
    return [];
  const orders: Order[] = columns.map(({ key, name }, place) => ({
    key,
    name,
    place,
    path: `by/${PLAIN_KEY.test(key) && key.length <= 80 ? key : `column-${place + 1}`}/`,
  }));
  const average: Order = { key: 'average', name: '', place: 'average', path: 'by/average/' };
  const all =
    hasAverage(board) && board.rows.some((row) => row.average !== null) ? [average, ...orders] : orders;
  return all.filter(
    ({ key, place }) =>
      key !== ranked && (place === 'average' || board.rows.some((row) => row.cells[place] != null)),
  );
}

function paging(
  site: Site,
  here: Here,
  board: Board,
  number: number,
  count: number,
  address: (number: number) => string,
): BoardPaging {
  const { count: write } = site.context.language;
  const from = (number - 1) * ROWS_ON_A_PAGE + 1;
  const to = Math.min(number * ROWS_ON_A_PAGE, board.rows.length);
  return {
    words: site.t('board.rows', { from: write(from), to: write(to), all: write(board.rows.length) }),
    pages: Array.from({ length: count }, (_, place) => ({
      label: write(place + 1),
      href: here.to(address(place + 1)),
      current: place + 1 === number,
    })),
  };
}
