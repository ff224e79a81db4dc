/** Reads the block between a card's two fences: as YAML, with every repair that is safe. */
import matter from 'gray-matter';
import { type Diagnostic, diagnose } from '../core/diagnostic.ts';
import type { LineIndex } from '../core/position.ts';
import { nodeAt, type YamlDocument, type YamlError, type YamlNode } from '../core/yaml-tree.ts';
import type { FrontMatter, FrontMatterPlace } from './front-matter.ts';
import type { Fences } from './front-matter-fences.ts';
import { repairYaml } from './front-matter-repair.ts';
import { findFlattening } from './front-matter-shape.ts';
import { type PreparedBlock, prepareBlock } from './front-matter-text.ts';
import { readYaml } from './yaml.ts';

/** More problems of one kind than this are not listed. */
const MAXIMUM_LISTED = 10;

/** What there is of a front matter that is not there. */
export const ABSENT: FrontMatter = {
  data: null,
  range: null,
  bodyOffset: 0,
  displaced: null,
  state: 'none',
  position: () => null,
  keyPosition: () => null,
  text: () => null,
};

/** Reads the block that `fences` frame in `text`, and adds what is wrong with it to `diagnostics`. */
export function readBlock(
  text: string,
  file: string,
  fences: Fences,
  lines: LineIndex,
  diagnostics: Diagnostic[],
): FrontMatter {
  const range = { startLine: lines.at(fences.open).line, endLine: lines.at(fences.close).line };
  const block = text.slice(fences.blockStart, Math.max(fences.blockStart, fences.blockEnd));
  const blockLine = range.startLine + 1;
  const around = { ...ABSENT, range, bodyOffset: fences.bodyStart };

  const flattening = findFlattening(block);
  if (flattening !== null) {
    const line = blockLine + flattening.line;
    const where = { file, line, column: 1, endColumn: Math.max(2, lines.text(line).length + 1) };
    diagnostics.push(diagnose('front-matter/flattened', where, flattening.message));
    return { ...around, state: 'flattened' };
  }

  let prepared = prepareBlock(block, 'as written');
  let outcome = load(prepared);
  const first = outcome.error;
  if (first?.kind === 'syntax' && block.includes('\t')) {
    const untabbed = prepareBlock(block, 'tabs as spaces');
    if (untabbed.firstTab !== null && untabbed.text !== prepared.text) {
      prepared = untabbed;
      outcome = load(untabbed);
      const line = blockLine + untabbed.firstTab.line - 1;
      const { column } = untabbed.firstTab;
      const more = untabbed.tabbedLines > 1 ? ` So do ${untabbed.tabbedLines - 1} more lines.` : '';
      const message = `A tab indents this line, which YAML forbids.${more}`;
      diagnostics.push(diagnose('front-matter/tab', { file, line, column, endColumn: column + 1 }, message));
    }
  }

  // An empty front matter whose closing fence does not count for the Hub, which reads on to a later rule of the body.
  const empty = /^---[ \t]*(?:\r\n|\r|\n|$)/.exec(block);
  if (empty !== null && !(outcome.document !== null && isMapping(outcome.document.value))) {
    const message =
      'The front matter is empty and has no line between its fences, so the Hub reads the body as metadata up to the next `---`. Nothing is read from it here.';
    const where = { file, line: range.startLine, column: 1, endColumn: 4 };
    diagnostics.push(
      diagnose('front-matter/not-a-mapping', where, message, {
        hint: 'put an empty line between the two fences.',
      }),
    );
    const fenceRange = { startLine: range.startLine, endLine: range.startLine + 1 };
    return { ...ABSENT, range: fenceRange, bodyOffset: fences.blockStart + empty[0].length, state: 'broken' };
  }

  const at = (offset: number, end = offset + 1): FrontMatterPlace => {
    const from = prepared.place(offset);
    const to = prepared.place(Math.max(end, offset + 1));
    const line = blockLine + from.line - 1;
    const width = lines.text(line).length + 1;
    const column = Math.min(from.column, Math.max(1, width));
    const endColumn = to.line === from.line ? Math.min(to.column, width) : width;
    return { line, column, endColumn: Math.max(column + 1, endColumn) };
  };

  let state: FrontMatter['state'] = 'ok';
  let document = outcome.document;
  if (outcome.error !== null) {
    state = 'broken';
    const repair = repairYaml(prepared.text, outcome.error);
    document = repair.document;
    for (const error of repair.errors.slice(0, MAXIMUM_LISTED)) {
      const code = error.kind === 'too-complex' ? 'front-matter/too-complex' : 'front-matter/syntax';
      diagnostics.push(diagnose(code, { file, ...at(error.offset) }, error.message));
    }
  }
  if (document === null) return { ...around, state: 'broken' };
  if (document.value !== null && !isMapping(document.value)) {
    const message = `The front matter is ${Array.isArray(document.value) ? 'a list' : 'a single value'}, not \`key: value\` lines.`;
    diagnostics.push(
      diagnose(
        'front-matter/not-a-mapping',
        { file, ...at(document.root.start, document.root.end) },
        message,
      ),
    );
    return { ...around, state: 'broken' };
  }
  for (const { name, key, first: before } of document.duplicates.slice(0, MAXIMUM_LISTED)) {
    const message = `\`${name.slice(0, 80)}\` stands here a second time (first on line ${at(before.start).line}); the last one is used.`;
    diagnostics.push(diagnose('front-matter/duplicate-key', { file, ...at(key.start, key.end) }, message));
  }
  return {
    ...around,
    state,
    data: (document.value ?? {}) as Record<string, unknown>,
    ...lookUps(document, prepared, at),
  };
}

function lookUps(
  document: YamlDocument,
  prepared: PreparedBlock,
  at: (offset: number, end: number) => FrontMatterPlace,
): Pick<FrontMatter, 'position' | 'keyPosition' | 'text'> {
  const placeOf = (node: YamlNode | null | undefined): FrontMatterPlace | null =>
    node ? at(node.start, node.end) : null;
  return {
    position(path) {
      const found = nodeAt(document.root, path);
      return placeOf(found?.node ?? found?.key);
    },
    keyPosition: (path) => placeOf(nodeAt(document.root, path)?.key),
    text(path) {
      const node = nodeAt(document.root, path)?.node;
      const scalar = node?.target ?? node;
      if (scalar?.kind !== 'scalar') return null;
      if (typeof scalar.value === 'string') return scalar.value;
      // Anything but text was a plain scalar, perhaps behind a tag or an anchor.
      return prepared.text.slice(scalar.start, scalar.end).replace(/^(?:[!&]\S*\s+)+/, '');
    },
  };
}

/** A closing delimiter that no block contains, as YAML forbids the character. */
const END = '\u0000';

/**
 * Hands a block to gray-matter, whose only engine here is the safe YAML reader: the ones that run code, and its
 * own YAML reader with its dates and octal numbers, are off. Options are always given, so that it caches nothing.
 */
function load(prepared: PreparedBlock): { document: YamlDocument | null; error: YamlError | null } {
  let outcome: { document: YamlDocument | null; error: YamlError | null } | null = null;
  const refuse = { parse: () => ({}) };
  const yaml = {
    parse: () => {
      // gray-matter prefixes a line end; reading the block itself keeps offsets true.
      outcome = readYaml(prepared.text);
      return {};
    },
  };
  if (prepared.text.includes(END)) return readYaml(prepared.text);
  matter(`---\n${prepared.text}\n${END}\n`, {
    language: 'yaml',
    delimiters: ['---', END],
    engines: { yaml, js: refuse, javascript: refuse, json: refuse, coffee: refuse, toml: refuse },
  });
  // A block of nothing but comments and white space reaches no engine.
  return outcome ?? readYaml('');
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
