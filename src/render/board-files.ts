/** The files beside a board's page: its data, and the proofs of its numbers in scripts that are loaded when they are asked for. */

import { shortHash } from '../core/hash.ts';
import type { PackedBoardData } from '../core/packed-board-data.ts';
import { type Proof, packProofs } from '../core/proof.ts';
import type { Board } from '../store/types.ts';
import { ROWS_OF_PROOFS } from './board-table.ts';
import type { Here, Site } from './frame.ts';
import { proofOf } from './proof.ts';
import { whyLoose } from './words.ts';

/** A file in the board's folder. */
export interface BoardFile {
  readonly name: string;
  readonly content: string;
}

/** The proofs of a stretch of rows, row by row in the order of the columns. */
function proofsOf(site: Site, here: Here, board: Board, from: number): Proof[] {
  const proofs: Proof[] = [];
  for (const row of board.rows.slice(from, from + ROWS_OF_PROOFS)) {
    for (const [place, cell] of row.cells.entries()) {
      const result = cell === null ? undefined : site.index.results.get(cell.result);
      const column = board.columns[place];
      if (cell === null || result === undefined || column === undefined) continue;
      proofs.push(
        proofOf(
          site,
          here,
          result,
          column.decimals,
          whyLoose(site, result, cell.loose === null ? null : column),
        ),
      );
    }
  }
  return proofs;
}

/** A script that hands over the proofs of one part. Made anew each time, so that a long board's are never all in memory. */
function* proofScripts(site: Site, here: Here, board: Board): Generator<string> {
  for (let from = 0; from < board.rows.length; from += ROWS_OF_PROOFS) {
    const packed = JSON.stringify(packProofs(proofsOf(site, here, board, from)));
    const part = from / ROWS_OF_PROOFS;
    yield `(self.cardboardProofs=self.cardboardProofs||[])[${part}]=${packed};\n`;
  }
}

/** The name of the scripts with a board's proofs, "{part}" in the place of the number; it changes with what they say. */
export function proofsName(site: Site, here: Here, board: Board): string {
  let hashes = '';
  for (const script of proofScripts(site, here, board)) hashes += shortHash(script);
  return `proofs-${shortHash(hashes, 10)}-{part}.js`;
}

/** The scripts with a board's proofs under their names. */
export function* proofFiles(site: Site, here: Here, board: Board, name: string): Iterable<BoardFile> {
  let part = 0;
  for (const content of proofScripts(site, here, board)) {
    yield { name: name.replace('{part}', String(part)), content };
    part++;
  }
}

/** The file with a board's data. */
export function dataFile(packed: PackedBoardData): BoardFile {
  const content = `${JSON.stringify(packed)}\n`;
  return { name: `rows-${shortHash(content, 10)}.json`, content };
}
