/** Reads the files of cards. */
import { promises as fs } from 'node:fs';
import type { CardFile, ResultsFile } from '../core/card.ts';
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { sha256 } from '../core/hash.ts';
import { indexLines } from '../core/position.ts';
import type { FoundCard } from './discover.ts';
import type { FoundResultsFile } from './results-files.ts';

/** Larger cards are not read. */
const MAXIMUM_BYTES = 2_000_000;

/** Nor are larger results files; a harness may write its samples beside its results. */
const MAXIMUM_RESULTS_BYTES: Readonly<Record<ResultsFile['kind'], number>> = {
  'eval-results': 1_000_000,
  harness: 8_000_000,
};

/** All results files of one card together. */
const MAXIMUM_BESIDE_BYTES = 16_000_000;

/** Files open at a time. */
const FILES_AT_ONCE = 16;

/** Reads one card and what stands beside it. The value is null where the card cannot be used, and a diagnostic says why. */
export async function readCard(found: FoundCard): Promise<Checked<CardFile | null>> {
  const { path, file } = found;
  const start = { file, line: 1, column: 1 };
  const read = await readText(found.absolute, MAXIMUM_BYTES);
  if (read === 'too large') {
    const message = 'This card is larger than 2 MB and is not read.';
    return { value: null, diagnostics: [diagnose('cards/too-large', start, message)] };
  }
  if (typeof read === 'string') {
    const message = `This card cannot be read (${read}).`;
    return { value: null, diagnostics: [diagnose('cards/unreadable', start, message)] };
  }
  const { text, hash } = read;
  const diagnostics: Diagnostic[] = [];
  const wrong = notUtf8(read, file);
  if (wrong !== null) diagnostics.push(wrong);
  if (read.hadMark) {
    diagnostics.push(
      diagnose('front-matter/byte-order-mark', start, 'The file starts with a byte order mark.'),
    );
  }
  const results = await readResults(found.results, diagnostics);
  return { value: { path, file, text, hash, results }, diagnostics };
}

/** The files beside a card, as many as are not too large, one after another. */
async function readResults(
  found: readonly FoundResultsFile[],
  diagnostics: Diagnostic[],
): Promise<ResultsFile[]> {
  const results: ResultsFile[] = [];
  let left = MAXIMUM_BESIDE_BYTES;
  for (const { kind, path, file, absolute } of found) {
    const start = { file, line: 1, column: 1 };
    const limit = MAXIMUM_RESULTS_BYTES[kind];
    const read = await readText(absolute, Math.min(limit, left));
    if (read === 'too large') {
      const message =
        left < limit
          ? 'With this file, the files beside the card are larger than 16 MB; it is not read.'
          : `This file is larger than ${limit / 1_000_000} MB and is not read.`;
      diagnostics.push(diagnose('results-file/too-large', start, message));
    } else if (typeof read === 'string') {
      const message = `This file cannot be read (${read}).`;
      diagnostics.push(diagnose('results-file/unreadable', start, message));
    } else {
      left -= read.bytes;
      const wrong = notUtf8(read, file);
      if (wrong !== null) diagnostics.push(wrong);
      results.push({ kind, path, file, text: read.text, hash: read.hash });
    }
  }
  return results;
}

interface ReadText {
  readonly text: string;
  readonly hash: string;
  readonly bytes: number;
  /** Offset of the first replaced byte; null where all is UTF-8. */
  readonly replaced: number | null;
  /** Whether a byte order mark was taken off. */
  readonly hadMark: boolean;
}

/** The text of a file; in its stead "too large", or the code of what failed. */
async function readText(path: string, limit: number): Promise<ReadText | string> {
  let bytes: Buffer | null;
  try {
    bytes = await readAtMost(path, limit);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
  }
  if (bytes === null) return 'too large';
  let text: string;
  let replaced: number | null = null;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    replaced = Math.max(0, text.indexOf('\uFFFD'));
  }
  const hadMark = text.startsWith('\uFEFF');
  if (hadMark) text = text.slice(1);
  return { text, hash: sha256(bytes), bytes: bytes.length, replaced, hadMark };
}

function notUtf8({ text, replaced, hadMark }: ReadText, file: string): Diagnostic | null {
  if (replaced === null) return null;
  const place = indexLines(text).at(Math.max(0, replaced - (hadMark ? 1 : 0)));
  const message = 'This is not UTF-8; the bytes from here on that are not were replaced.';
  return diagnose('cards/not-utf8', { file, ...place }, message);
}

/** Reads many cards, a few at a time, and gives them in the order asked for. */
export async function* readCards(found: readonly FoundCard[]): AsyncGenerator<Checked<CardFile | null>> {
  const reading: Promise<Checked<CardFile | null>>[] = [];
  let next = 0;
  while (next < found.length || reading.length > 0) {
    while (next < found.length && reading.length < FILES_AT_ONCE)
      reading.push(readCard(found[next++] as FoundCard));
    yield (await reading.shift()) as Checked<CardFile | null>;
  }
}

/** The bytes of a file, or null where there are more than `limit`: asked of the bytes themselves, not of the size. */
async function readAtMost(path: string, limit: number): Promise<Buffer | null> {
  const handle = await fs.open(path, 'r');
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    while (length <= limit) {
      const { bytesRead, buffer } = await handle.read(
        Buffer.allocUnsafe(Math.min(65_536, limit + 1 - length)),
      );
      if (bytesRead === 0) break;
      chunks.push(buffer.subarray(0, bytesRead));
      length += bytesRead;
    }
    return length > limit ? null : Buffer.concat(chunks, length);
  } finally {
    await handle.close();
  }
}
