/** Boards: the table, the pages that show it, and the files beside them. */
import { describe, expect, it } from 'vitest';
import { packBoardData, unpackBoardData } from '../../src/core/packed-board-data.ts';
import { type PackedProofs, unpackProof } from '../../src/core/proof.ts';
import type { Model } from '../../src/core/result.ts';
import type { Page } from '../../src/core/urls.ts';
import { boardView } from '../../src/render/board.ts';
import { columnGroups, columnKeys } from '../../src/render/board-columns.ts';
import { boardPages } from '../../src/render/board-pages.ts';
import { printed, sortedRows, tableView, tableWidth } from '../../src/render/board-table.ts';
import { boardLine } from '../../src/render/boards.ts';
import { type Framed, type Here, pageAt, type Site, siteOf } from '../../src/render/frame.ts';
import { modelView } from '../../src/render/model.ts';
import { overallData } from '../../src/render/overall-data.ts';
import { rankedBy } from '../../src/render/ranked-by.ts';
import type { Board, SiteData } from '../../src/store/types.ts';
import { largeData, sampleContext, sampleData } from './sample-data.ts';

const site = siteOf(sampleData(), sampleContext({ baseUrl: 'https://example.org/board' }));
const here = pageAt('boards/open_llm_v2/index.html');
const first = site.data.boards[0] as Board;
const partOf = ({ rows }: Board) => ({
  rows,
  sorted: '',
  sortHref: () => '',
  proofs: '',
  suffix: '',
  more: {},
  paging: null,
  back: '',
  data: '',
  dataFile: '',
});
const table = tableView(site, here, first, partOf(first));

describe('the table of a board', () => {
  it('shares ranks and leaves the unranked without one', () => {
    expect(table.rows.map(({ rank }) => rank)).toEqual(['1=', '1=', '3', '–']);
  });

  it('has no average where the rule wants more, and never a zero for what is missing', () => {
    const minerva = table.rows.find((row) => row.model.id === 'Minerva 8B');
    expect(minerva).toMatchObject({ average: '–', averageHref: '', coverage: '2 of 6' });
    expect(table.rows[0]?.coverage).toBe('');
    expect(minerva?.cells.filter((cell) => cell === null)).toHaveLength(4);
  });

  it('states shots and metric in every column', () => {
    expect(table.columns.map(({ under }) => under.split(' · ').length)).toEqual(table.columns.map(() => 2));
  });

  it('marks the rows that lack a cell, and counts those that do not', () => {
    expect(table.rows.map(({ partial }) => partial)).toEqual(
      [false, false, true, false].map((_, place) => table.rows[place]?.cells.includes(null)),
    );
    expect(boardView(site, here, first, partOf(first)).partial).toMatch(/^\d complete rows?$/);
  });

  it('shows from where to where claims differ, in the cell and with its cause in the proof', () => {
    const cells = table.rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
    const differing = cells.filter((cell) => cell.differs);
    expect(differing.length).toBeGreaterThan(0);
    for (const cell of differing) expect(cell.spread).toMatch(/^\d+\.\d+–\d+\.\d+$/);
    expect(cells.filter((cell) => !cell.differs).every((cell) => cell.spread === '')).toBe(true);
  });

  it('leads from every number to its place in a card', () => {
    const cells = table.rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
    expect(cells.every((cell) => /^\.\.\/\.\.\/models\/.+\/#L\d+C\d+$/.test(cell.href))).toBe(true);
  });

  it('marks who says so, what differs and what fits loosely', () => {
    const spark = table.rows[0]?.cells;
    expect(spark?.[0]).toMatchObject({ mark: 'leaderboard', differs: false, loose: '', best: true });
    expect(spark?.[1]).toMatchObject({ differs: true });
    expect(spark?.[5]).toMatchObject({ mark: 'self', loose: 'measured with 0 shots' });
  });

  it('links averages to the section of the model that explains them', () => {
    expect(table.rows[0]?.averageHref).toBe('../../models/arcee-ai/Arcee-Spark/#board-open_llm_v2');
    const view = modelView(
      site,
      pageAt('models/x/index.html'),
      site.index.models.get('arcee-ai/Arcee-Spark') as Model,
    );
    expect(view.groups.map(({ id }) => id)).toContain('board-open_llm_v2');
  });

  it('sorts ascending first where lower is better', () => {
    const perplexity = site.data.boards[1] as SiteData['boards'][number];
    const view = tableView(site, here, perplexity, { ...partOf(perplexity), sorted: 'lambada' });
    expect(view.columns[0]).toMatchObject({ first: 'ascending', lowerIsBetter: true });
    expect(view.average).toBeNull();
    expect(view.columns[0]?.sorted).toBe('ascending');
  });

  it('without an average is led by the column that ranks it', () => {
    const original = first;
    const unaveraged = { ...original, rows: original.rows.map((row) => ({ ...row, average: null })) };
    expect(rankedBy(original)).toBe('average');
    expect(rankedBy(unaveraged)).toBe(0);
    expect(
      rankedBy({ ...unaveraged, rows: unaveraged.rows.map((row) => ({ ...row, rank: null })) }),
    ).toBeNull();
    const line = boardLine(site, here, unaveraged);
    expect(line.measure).toBe('IFEval');
    expect(line.leaders[0]?.score).toBe('56.21');
  });

  it('tells columns of one benchmark apart in its address', () => {
    const column = { metric: 'acc', shots: null, setting: null, decimals: 1, higher_is_better: true };
    const columns = ['a', 'b', 'a', 'a'].map((benchmark) => ({ ...column, benchmark }));
    expect(columnKeys(columns)).toEqual(['a', 'b', 'a-2', 'a-3']);
    expect(columnKeys([...columns, { ...column, benchmark: 'average' }]).at(-1)).toBe('average-2');
  });

  it('keeps the exact value beside a text that rounds it', () => {
    expect(printed(25.5383, 2)).toEqual({ score: '25.54', exact: '25.5383' });
    expect(printed(25.5, 2)).toEqual({ score: '25.50', exact: '' });
    expect(printed(-3, 0)).toEqual({ score: '−3', exact: '' });
  });

  it('asks for more room with more columns', () => {
    expect([1, 5, 8, 20].map((columns) => tableWidth(columns, true))).toEqual([1, 2, 4, 4]);
  });
});

/** All pages and files of a board by path, with the views that its pages were rendered from. */
function pagesOf(of: Site, board: Board) {
  const views = new Map<string, Framed>();
  const pages = new Map<string, Page>();
  const page = (template: string, path: string, view: (here: Here) => Framed, listed = true): Page => {
    const made = view(pageAt(path));
    views.set(path, made);
    return { path, content: of.context.templates.render(template, made), listed };
  };
  for (const one of boardPages(of, board, page)) pages.set(one.path, one);
  return { views, pages, paths: [...pages.keys()] };
}

/** What a script with proofs hands over. */
function proofsIn(script: string): PackedProofs {
  return JSON.parse(/^[^=]+=[^=]+=(.*);\n$/s.exec(script)?.[1] ?? '') as PackedProofs;
}

const dataIn = (html: string) =>
  unpackBoardData(JSON.parse(/id="board-data">(.*?)<\/script>/s.exec(html)?.[1] ?? ''));

describe('the pages of a board', () => {
  const { pages, views, paths } = pagesOf(site, first);
  const main = pages.get('boards/open_llm_v2/index.html') as Page;

  it('hold the same rows and numbers in the table and in the data', () => {
    const data = dataIn(main.content);
    expect(data.models.id).toEqual(first.rows.map(({ model }) => model));
    expect(data.columns.map(({ key }) => key)).toEqual(table.columns.map(({ key }) => key));
    for (const [row, { cells }] of table.rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const scores = data.scores[column];
        expect(scores?.score[row]?.toFixed(2) ?? null).toBe(cell?.score ?? null);
        expect(scores?.origin[row] === ' ').toBe(cell === null);
        expect(scores?.claimed[row] != null).toBe(cell?.differs ?? false);
        expect(scores?.loose[row]).toBe((cell?.loose ?? '') !== '');
      }
    }
    expect(data).toMatchObject({ ranked: 'average', average: { rule: 'mean', requires: 6, decimals: 2 } });
    expect(data.models.href[0]).toBe(table.rows[0]?.model.href);
  });

  it('have a proof for each number, in the order of the page', () => {
    const name = paths.find((path) => /proofs-[0-9a-f]{10}-0\.js$/.test(path)) as string;
    expect(main.content).toContain(`data-proofs="${name.split('/').at(-1)?.replace('-0.js', '-{part}.js')}"`);
    const packed = proofsIn(pages.get(name)?.content ?? '');
    const cells = table.rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
    cells.forEach((cell, place) => {
      const proof = unpackProof(packed, place);
      expect(proof?.values[0]?.score.toFixed(2)).toBe(cell.score);
      expect(proof?.loose ?? '').toBe(cell.loose);
    });
    expect(packed.proofs).toHaveLength(cells.length);
  });

  it('give every column an order of its own, out of the sitemap and known by the board', () => {
    const orders = paths.filter((path) => path.includes('/by/'));
    // A column that nobody reports has no order.
    const filled = first.columns.filter((_, place) => first.rows.some((row) => row.cells[place] !== null));
    expect(orders).toHaveLength(filled.length);
    for (const path of orders) {
      const { content, listed } = pages.get(path) as Page;
      expect(listed).toBe(false);
      expect(content).toContain('<meta name="robots" content="noindex">');
      expect(content).toMatch(/<link rel="canonical" href="[^"]*\/boards\/open_llm_v2\/">/);
      expect(content.match(/aria-sort/g)).toHaveLength(1);
    }
    expect(main.content.match(/class="sort" href="by\/[^"]+\/"/g)).toHaveLength(orders.length);
  });

  it('stand in a frame with the first rows, the way to all, and the board’s own addresses', () => {
    const embed = pages.get('boards/open_llm_v2/embed/index.html') as Page;
    expect(embed.listed).toBe(false);
    expect(embed.content).toContain('<base href="../" target="_blank">');
    expect(embed.content).toContain("base-uri 'self'");
    expect(embed.content).not.toContain('board-tools');
    const file = /data-file="([^"]+)"/.exec(embed.content)?.[1] ?? '';
    const rows = unpackBoardData(JSON.parse(pages.get(`boards/open_llm_v2/${file}`)?.content ?? ''));
    expect(rows).toEqual(dataIn(main.content));
  });

  it('say why something may be missing', () => {
    expect(main.content).toMatch(/Publishers choose what to report.*<a href="\.\.\/\.\.\/models\/">/s);
    expect(views.size).toBeGreaterThan(2);
  });
});

describe('a long board', () => {
  const data = largeData(1_200, 4);
  const long = siteOf(data, sampleContext());
  const board = data.boards[0] as Board;
  const { pages, paths } = pagesOf(long, board);
  const html = (path: string) => pages.get(`boards/large/${path}index.html`)?.content ?? '';
  const rowsIn = (text: string) => text.match(/<th scope="row"/g)?.length;

  it('is cut into pages that know each other, with all of its data in a file', () => {
    expect(['', '2/', '3/'].map((path) => rowsIn(html(path)))).toEqual([500, 500, 200]);
    expect(html('')).toContain('Rows 1–500 of 1,200');
    expect(html('3/')).toContain('Rows 1,001–1,200 of 1,200');
    expect(html('')).not.toContain('rel="prev"');
    expect(html('2/')).toContain('<link rel="prev" href="../">');
    expect(html('2/')).toContain('<link rel="next" href="../3/">');
    expect(html('3/')).not.toContain('rel="next"');
    const file = /id="board-data" data-file="([^"]+)"/.exec(html(''))?.[1] ?? '';
    const rows = unpackBoardData(JSON.parse(pages.get(`boards/large/${file}`)?.content ?? ''));
    expect(rows.models.id).toEqual(board.rows.map(({ model }) => model));
    expect(html('2/')).not.toContain('id="board-data"');
  });

  it('has no page for each order, and its proofs in many files', () => {
    expect(paths.filter((path) => path.includes('/by/'))).toEqual([]);
    expect(paths.filter((path) => path.includes('/proofs-'))).toHaveLength(12);
  });
});

describe('columns of several suites', () => {
  const suites = [
    { id: 'one', name: 'One', members: ['a', 'b', 'c'] },
    { id: 'two', name: 'Two', members: ['c', 'd'] },
  ];
  const registry = {
    ...site.context.registry,
    suites: suites.map((suite) => ({
      ...suite,
      members: suite.members.map((benchmark) => ({ benchmark })),
    })),
  } as unknown as Site['context']['registry'];
  const mixed: Site = { ...site, context: { ...site.context, registry } };
  const groups = (...benchmarks: string[]) =>
    columnGroups(mixed, { suite: null, columns: benchmarks.map((benchmark) => ({ benchmark })) as never });

  it('are grouped under the suite that has most of them', () => {
    expect(groups('a', 'b', 'c', 'd', 'e')).toEqual(['One', 'One', 'One', 'Two', '']);
  });

  it('need no group where there is but one', () => {
    expect(groups('a', 'b')).toEqual(['', '']);
    expect(groups('a', 'd', 'e')).toEqual(['', '', '']);
  });
});

describe('a board that is empty in its own way', () => {
  const without = (more: Partial<Board>): string => {
    const data: SiteData = { ...sampleData(), boards: [{ ...first, ...more }] };
    const bare = siteOf(data, sampleContext());
    return pagesOf(bare, data.boards[0] as Board).pages.get('boards/open_llm_v2/index.html')?.content ?? '';
  };

  it('says why nobody is ranked', () => {
    const rows = first.rows.map((row) => ({ ...row, rank: null, average: null, band: null }));
    expect(without({ rows })).toContain('no model has a number in every column');
  });

  it('ranks by its one column without speaking of an average', () => {
    const rows = first.rows.map((row) => ({ ...row, average: null, cells: row.cells.slice(0, 1) }));
    const html = without({
      rows,
      columns: first.columns.slice(0, 1),
      average: { rule: 'mean', requires: 1 },
    });
    expect(html).toContain('Ranked by its one column.');
    expect(html).not.toContain('data-key="average"');
  });
});

it('holds the ranking across benchmarks as a board of its own', () => {
  const overall = {
    ...site.data.overall,
    rows: [
      {
        model: first.rows[0]?.model ?? '',
        rank: 1,
        band: [1, 2] as const,
        score: 71.26,
        low: 48.3,
        high: 90,
        benchmarks: 6,
        opponents: 20,
        comparisons: 120,
      },
    ],
  };
  const ranked = siteOf({ ...sampleData(), overall }, sampleContext());
  const data = overallData(ranked, pageAt('overall/index.html'));
  expect(data).toMatchObject({ ranked: 'score', rank: [1], averages: [null] });
  expect(data.scores.map(({ score }) => score[0])).toEqual([71.26, 6, 20, 120]);
  expect(unpackBoardData(packBoardData(data))).toEqual(data);
});

it('orders rows by a column, the best first and those without a number last', () => {
  const scores = sortedRows(first, 0).map((row) => row.cells[0]?.score ?? null);
  const known = scores.filter((score) => score !== null);
  expect(known).toEqual([...known].sort((a, b) => b - a));
  expect(scores.slice(known.length).every((score) => score === null)).toBe(true);
  const lower: Board = {
    ...first,
    columns: first.columns.map((one) => ({ ...one, higher_is_better: false })),
  };
  const reversed = sortedRows(lower, 0).flatMap((row) => row.cells[0]?.score ?? []);
  expect(reversed).toEqual([...known].reverse());
});
