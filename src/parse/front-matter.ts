/** Reads a card's front matter: where it stands, what it says, where each value stands, and what is wrong with it. */
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { indexLines, type LineIndex } from '../core/position.ts';
import type { YamlPath } from '../core/yaml-tree.ts';
import { ABSENT, readBlock } from './front-matter-block.ts';
import {
  type Fences,
  findBadFence,
  findDisplaced,
  findFences,
  looksLikeMetadata,
} from './front-matter-fences.ts';
import { findFlattening } from './front-matter-shape.ts';

export interface FrontMatter {
  /** The metadata, or null where there is none or nothing of it could be read. */
  readonly data: Record<string, unknown> | null;
  /** 1-based lines of the two fences, also of a block that is not used; null where there is none. */
  readonly range: { readonly startLine: number; readonly endLine: number } | null;
  /** Offset in the text where the body starts. */
  readonly bodyOffset: number;
  /** Offsets of a displaced block: it stands inside the body and is not part of it. Null in every other state. */
  readonly displaced: { readonly start: number; readonly end: number } | null;
  /**
   * 'ok': used as it is, though a warning may stand beside it. 'none': there is none. 'broken': only a part of it,
   * or nothing, could be read. 'displaced': it stands where the Hub does not read it, and is not used.
   * 'flattened': the card has lost its structure, so that nothing of it can be trusted.
   */
  readonly state: 'ok' | 'none' | 'broken' | 'displaced' | 'flattened';
  /** The place of a value by its path, ("model-index", 0, "results", 1); an empty value's place is its key's. */
  position(path: YamlPath): FrontMatterPlace | null;
  /** The place of the key at a path. */
  keyPosition(path: YamlPath): FrontMatterPlace | null;
  /** A scalar as it is written, before YAML makes a number or a boolean of it; quotes are taken off. */
  text(path: YamlPath): string | null;
}

/** 1-based, in the card's file; `endColumn` is exclusive and on the same line. */
export interface FrontMatterPlace {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/**
 * Reads the front matter of a card's text. Never throws and runs nothing: `file` only names the card in diagnostics.
 */
export function parseFrontMatter(text: string, file: string): Checked<FrontMatter> {
  const lines = indexLines(text);
  const diagnostics: Diagnostic[] = [];
  const place = (offset: number, length = 1) => placeAt(lines, file, offset, length);
  if (text.charCodeAt(0) === 0xfeff) {
    diagnostics.push(
      diagnose('front-matter/byte-order-mark', place(0), 'The file starts with a byte order mark.'),
    );
  }

  const strict = findFences(text, false);
  const fences = strict ?? findFences(text, true);
  if (fences !== null) {
    if (strict === null) {
      const message = 'The lines of this card end with a lone carriage return.';
      diagnostics.push(diagnose('front-matter/line-ends', place(fences.open, 3), message));
    }
    return { value: readBlock(text, file, fences, lines, diagnostics), diagnostics };
  }

  const without = (state: FrontMatter['state'], extra: Partial<FrontMatter> = {}): Checked<FrontMatter> => ({
    value: { ...ABSENT, state, ...extra },
    diagnostics,
  });
  const rangeOf = (found: Fences) => ({
    startLine: lines.at(found.open).line,
    endLine: lines.at(found.close).line,
  });
  const flattening = findFlattening(text);
  if (flattening !== null) {
    const line = flattening.line + 1;
    const where = { file, line, column: 1, endColumn: Math.max(2, lines.text(line).length + 1) };
    diagnostics.push(diagnose('front-matter/flattened', where, flattening.message));
    const found = findDisplaced(text);
    return found === null
      ? without('flattened')
      : without('flattened', {
          range: rangeOf(found),
          displaced: { start: found.open, end: found.bodyStart },
        });
  }

  const bad = findBadFence(text);
  if (bad !== null) {
    const block = bad.fences === null ? '' : text.slice(bad.fences.blockStart, bad.fences.blockEnd);
    if (bad.word !== '' || looksLikeMetadata(block)) {
      const message =
        bad.word === ''
          ? 'White space stands behind the opening `---`, so the Hub does not see the metadata.'
          : `\`${bad.word}\` stands behind the opening \`---\`: nothing is run, and nothing is read from the block.`;
      const where = bad.word === '' ? place(bad.open, 4) : place(bad.wordAt, bad.word.length);
      diagnostics.push(diagnose('front-matter/bad-fence', where, message));
      if (bad.fences === null) return without('broken');
      return without('broken', { range: rangeOf(bad.fences), bodyOffset: bad.fences.bodyStart });
    }
  }

  const displaced = findDisplaced(text);
  if (displaced !== null) {
    const message =
      'A block that looks like metadata stands below other text, where the Hub does not read it.';
    diagnostics.push(diagnose('front-matter/displaced', place(displaced.open, 3), message));
    const { open: start, bodyStart: end } = displaced;
    return without('displaced', { range: rangeOf(displaced), displaced: { start, end } });
  }

  const opening = /^\s*---(?:\r\n|\r|\n)/.exec(text.slice(0, 10_000));
  if (
    opening !== null &&
    looksLikeMetadata(
      text
        .slice(opening[0].length, opening[0].length + 4_000)
        .split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/, 1)[0] as string,
    )
  ) {
    const message = 'The front matter is not closed: no later line is exactly `---`.';
    const at = opening[0].indexOf('-');
    diagnostics.push(diagnose('front-matter/unclosed', place(at, 3), message));
    return without('broken');
  }
  diagnostics.push(diagnose('front-matter/missing', place(0), 'This card has no front matter.'));
  return without('none');
}

function placeAt(lines: LineIndex, file: string, offset: number, length: number) {
  const { line, column } = lines.at(offset);
  const width = Math.max(1, Math.min(length, lines.text(line).length + 1 - column));
  return { file, line, column, endColumn: column + width };
}
