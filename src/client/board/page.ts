/** What a board's page holds: its table, its data, and the places of the tools. core/board-data.ts has the contract. */
import type { BoardData } from '../../core/board-data.ts';
import { type PackedBoardData, unpackBoardData } from '../../core/packed-board-data.ts';

export interface BoardPage {
  readonly table: HTMLTableElement;
  readonly body: HTMLTableSectionElement;
  /** What the table scrolls in. */
  readonly box: HTMLElement;
  readonly header: HTMLTableRowElement;
  /** The rows that came with the page. */
  readonly rows: readonly HTMLTableRowElement[];
  /** Keys of the header's cells, in the page's order. */
  readonly keys: readonly string[];
  /** Where the tools go; null on a page to be embedded. */
  readonly tools: HTMLElement | null;
  /** Where it is said that no row is left. */
  readonly none: HTMLElement | null;
  /** The file that a long board's data stands in; null where the page has them all. */
  readonly file: string | null;
  readonly script: HTMLElement;
}

/** Finds the board of the page, or null. */
export function findBoard(): BoardPage | null {
  const script = document.getElementById('board-data');
  const table = document.getElementById('board');
  if (script === null || !(table instanceof HTMLTableElement)) return null;
  const body = table.tBodies[0];
  const header = table.tHead?.rows[table.tHead.rows.length - 1];
  if (body === undefined || header === undefined) return null;
  return {
    table,
    body,
    header,
    box: table.parentElement as HTMLElement,
    rows: [...body.rows],
    keys: [...header.cells].map((cell) => cell.dataset.key ?? ''),
    tools: document.getElementById('board-tools'),
    none: document.getElementById('board-none'),
    file: script.dataset.file ?? null,
    script,
  };
}

/** The data of a board: what the page has, or what the file says. Rejects where the file cannot be had. */
export async function loadBoard(page: BoardPage): Promise<BoardData> {
  if (page.file === null) return readBoard(page);
  const response = await fetch(page.file);
  if (!response.ok) throw new Error(`${page.file}: ${response.status}`);
  return unpackBoardData((await response.json()) as PackedBoardData);
}

/** The data that the page itself has. */
export function readBoard(page: BoardPage): BoardData {
  return unpackBoardData(JSON.parse(page.script.textContent ?? '') as PackedBoardData);
}
