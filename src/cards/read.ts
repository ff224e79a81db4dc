/** Reads the files of cards. */
import { promises as fs } from 'node:fs';
import type { CardFile } from '../core/card.ts';
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { sha256 } from '../core/hash.ts';
import { indexLines } from '../core/position.ts';
import type { FoundCard } from './discover.ts';

/** Larger cards are not read. */
const MAXIMUM_BYTES = 2_000_000;

/** Files open at a time. */
const FILES_AT_ONCE = 16;

/** Reads one card. The value is null where it cannot be used, and a diagnostic says why. */
export async function readCard(found: FoundCard): Promise<Checked<CardFile | null>> {
  const { path, file } = found;
  const start = { file, line: 1, column: 1 };
  let bytes: Buffer;
  try {
    const read = await readAtMost(found.absolute, MAXIMUM_BYTES);
    if (read === null) {
      const message = 'This card is larger than 2 MB and is not read.';
      return { value: null, diagnostics: [diagnose('cards/too-large', start, message)] };
    }
    bytes = read;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const message = `This card cannot be read (${reason}).`;
    return { value: null, diagnostics: [diagnose('cards/unreadable', start, message)] };
  }
  const diagnostics: Diagnostic[] = [];
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const at = text.indexOf('\uFFFD');
    const place = at === -1 ? start : { file, ...indexLines(text).at(at) };
    const message = 'This is not UTF-8; the bytes from here on that are not were replaced.';
    diagnostics.push(diagnose('cards/not-utf8', place, message));
  }
  if (text.startsWith('\uFEFF')) {
    text = text.slice(1);
    diagnostics.push(
      diagnose('front-matter/byte-order-mark', start, 'The file starts with a byte order mark.'),
    );
  }
  return { value: { path, file, text, hash: sha256(bytes) }, diagnostics };
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
