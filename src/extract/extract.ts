/** Extracts every claim of one card: metadata first, then tables, code and lines in reading order, then files beside it. */
import type { Code, Root } from 'mdast';
import type { CardFile, CardIdentity } from '../core/card.ts';
import { type Claim, claimAnchor, compareClaims } from '../core/claim.ts';
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { once } from '../core/once.ts';
import { indexLines, type LineIndex } from '../core/position.ts';
import type { YamlReading } from '../core/yaml-tree.ts';
import type { FrontMatter } from '../parse/front-matter.ts';
import type { Registry } from '../registry/types.ts';
import { namePartsOfCollections } from './collections.ts';
import { type Block, blocksOf, onlyDataset } from './context.ts';
import { continueTable } from './continued-rows.ts';
import { isListOfScores, readData } from './data-results.ts';
import { type Draft, finishClaim } from './draft.ts';
import { readDump } from './dumps.ts';
import { isProgram, openFence, withTitle } from './fence.ts';
import { type Grid, withCaption } from './grid.ts';
import { reportHeld } from './held.ts';
import { endOfTable, gridsOfHtml } from './html-grid.ts';
import { readLines } from './lines.ts';
import { readModelIndex } from './model-index.ts';
import { gridOfTable, gridsOfLines } from './pipe-grid.ts';
import { readGrid } from './read-grid.ts';
import { type ResultsReaders, readResultsFiles } from './results-files.ts';
import { gridsOfCommas, gridsOfSpaces } from './space-grid.ts';
import { makeSubjects, type Subjects } from './subject.ts';
import { readSurroundings } from './surroundings.ts';
import { tellTablesApart } from './tables-apart.ts';

/** Beyond this many claims a card is not read on: no author needs them, and a hostile card would stall a build. */
const MAXIMUM_CLAIMS = 20_000;

/** Data in a fence is parsed up to this many characters. */
const MAXIMUM_DATA = 200_000;

/** An HTML table without an end tag is read no further than this many characters. */
const MAXIMUM_TABLE = 300_000;

export interface ExtractInput {
  readonly card: CardFile;
  readonly identity: CardIdentity;
  readonly frontMatter: FrontMatter;
  readonly tree: Root;
  readonly registry: Registry;
  /** Reads the data of a fence, JSON or YAML, with places. */
  readonly readData: (text: string) => YamlReading;
  /** Reads the files beside the card, with places. */
  readonly resultsReaders: ResultsReaders;
}

interface Reader {
  readonly input: ExtractInput;
  readonly lines: LineIndex;
  readonly subjects: Subjects;
  readonly diagnostics: Diagnostic[];
  /** The card's text with its comments blanked: what stands in one, no reader sees. */
  readonly shown: string;
  readonly shownLines: LineIndex;
  /** The Markdown table read last. */
  lastTable: Grid | null;
  /** Offset up to which HTML tables are read already: one may run over several blocks. */
  htmlRead: number;
}

/** Accepted and held claims of a card, ordered by place. Never throws on a card's content. */
export function extractClaims(input: ExtractInput): Checked<Claim[]> {
  const { card, frontMatter, identity, registry, tree } = input;
  const diagnostics: Diagnostic[] = [];
  const shown = card.text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\r\n]/g, ' '));
  const blocks = blocksOf(tree, onlyDataset(frontMatter.data));
  const headings = new Set(blocks.flatMap((block) => headingsOf(block).map((text) => text.slice(0, 200))));
  const reader: Reader = {
    input,
    lines: indexLines(card.text),
    subjects: makeSubjects(identity, [...headings]),
    diagnostics,
    shown,
    shownLines: indexLines(shown),
    lastTable: null,
    htmlRead: 0,
  };
  const index = readModelIndex(frontMatter, card.file, registry);
  diagnostics.push(...index.diagnostics);
  const drafts: Draft[] = [];
  for (const block of blocks) {
    if (index.value.length + drafts.length > MAXIMUM_CLAIMS) {
      diagnostics.push(
        diagnose(
          'extract/too-many',
          { file: card.file, line: block.node.position?.start.line ?? 1, column: 1 },
          `Reading stops after ${MAXIMUM_CLAIMS} results.`,
        ),
      );
      break;
    }
    for (const draft of readBlock(block, reader)) drafts.push(draft);
  }
  const beside = readResultsFiles(card, identity, reader.subjects, registry, input.resultsReaders);
  diagnostics.push(...beside.diagnostics);
  const mangled = frontMatter.state === 'flattened';
  const claims = new Map<string, Claim>();
  const body = namePartsOfCollections(drafts, index.value);
  const read = [...index.value, ...body].slice(0, MAXIMUM_CLAIMS);
  for (const draft of [...tellTablesApart(read, registry), ...beside.value]) {
    const held =
      mangled && draft.file === undefined
        ? {
            ...draft,
            confidence: Math.min(draft.confidence, 0.3),
            because: [...draft.because, 'held: the card has lost its structure'],
          }
        : draft;
    const claim = finishClaim(card.path, held);
    const anchor = claimAnchor(claim);
    if (!claims.has(anchor)) claims.set(anchor, claim);
  }
  const ordered = [...claims.values()].sort(compareClaims);
  diagnostics.push(...reportHeld(ordered, card.file));
  return { value: ordered, diagnostics };
}

function readBlock(block: Block, reader: Reader): Draft[] {
  const { node } = block;
  if (block.context.ignored) {
    const place = { file: reader.input.card.file, line: node.position?.start.line ?? 1, column: 1 };
    if (node.type === 'table')
      reader.diagnostics.push(
        diagnose('extract/not-results', place, 'This table is left out, as the comment above it asks.'),
      );
    return [];
  }
  if (node.type === 'table') {
    reader.lastTable = gridOfTable(node, reader.input.card.text);
    return fromGrid(reader.lastTable, block, reader);
  }
  if (node.type === 'code') {
    const under = headingsOf(block);
    return fromCode(node, block, reader).map((draft) => ({ under, ...draft }));
  }
  if (node.type === 'paragraph' || node.type === 'html') return fromLines(block, reader);
  return [];
}

function fromGrid(written: Grid, block: Block, reader: Reader): Draft[] {
  const { registry, card } = reader.input;
  const grid = withCaption(written);
  const around = readSurroundings(block.context, registry, reader.subjects, grid.caption);
  const reading = readGrid(grid, around, registry, reader.subjects);
  const place = { file: card.file, line: grid.line, column: 1 };
  if (reading.kind === 'results') {
    const under = headingsOf(block);
    return reading.drafts.map((draft) => ({ ...draft, under }));
  }
  if (reading.kind === 'not-results')
    reader.diagnostics.push(
      diagnose('extract/not-results', place, `This table holds no results: ${reading.reason}.`),
    );
  if (reading.kind === 'unclear')
    reader.diagnostics.push(
      diagnose('extract/unreadable-table', place, `This table could not be understood: ${reading.reason}.`),
    );
  return [];
}

const headingsOf = ({ context }: Block): string[] => context.headings.map((heading) => heading.text);

/** A fence may hold pipe tables, a printed frame, or result lines; programs are left alone. */
function fromCode(node: Code, block: Block, reader: Reader): Draft[] {
  const { first, lines } = openFence(node, reader.lines);
  if (isProgram(node, lines)) return [];
  const { registry } = reader.input;
  const { subjects } = reader;
  const said = block.context.above.join('\n');
  const around = readSurroundings(block.context, registry, subjects);
  const drafts: Draft[] = [];
  const text = lines.join('\n');
  if (/^(?:ya?ml|json5?)$/i.test(node.lang ?? '') || /^\s*[{[]\s*(?:\n|")/.test(text)) {
    const document = text.length <= MAXIMUM_DATA ? reader.input.readData(text).document : null;
    const read = document ? readData(text, first, `code@${first}`, document, registry, subjects, around) : [];
    const isList = document !== null && isListOfScores(document.value);
    if (read.length > 0 || (/^json/i.test(node.lang ?? '') && !isList)) return read;
  }
  for (const grid of gridsOfLines(lines, first, 'code'))
    drafts.push(...fromGrid(withTitle(withoutCells(grid), lines, first), block, reader));
  const dumped = readDump(lines, first, `code@${first}`, around, subjects);
  const printed = new Set(dumped.map(({ source }) => source.line));
  // Any text may look like columns: what is not understood is no table.
  const commas = gridsOfCommas(lines, first, /^[ct]sv$/i.test(node.lang ?? ''));
  for (const untitled of [...gridsOfSpaces(lines, first), ...commas]) {
    const grid = withTitle(untitled, lines, first);
    const within = readSurroundings(block.context, registry, subjects, grid.caption);
    const reading = readGrid(grid, within, registry, subjects);
    if (reading.kind === 'results')
      drafts.push(...reading.drafts.filter(({ source }) => !printed.has(source.line)));
  }
  drafts.push(...dumped);
  const input = { lines, firstLine: first, group: `code@${first}`, kind: 'code' as const, subjects, said };
  drafts.push(...readLines({ ...input, above: null, siblings: [] }, () => around, registry));
  return drafts;
}

/** Cell numbers count in pipe tables of the card itself only. */
function withoutCells(grid: Grid): Grid {
  const strip = (cells: Grid['header']) => cells.map((cell) => ({ ...cell, cell: null }));
  return { ...grid, header: strip(grid.header), rows: grid.rows.map(strip) };
}

/** Tables of an HTML block; a blank line may end the block inside a table, so the file's text is followed to its end. */
function fromHtml(block: Block, reader: Reader): Draft[] {
  const text = reader.shown;
  const from = block.node.position?.start.offset ?? 0;
  const to = block.node.position?.end.offset ?? from;
  const drafts: Draft[] = [];
  const tag = /<table\b/gi;
  tag.lastIndex = Math.max(from, reader.htmlRead);
  for (let found = tag.exec(text); found && found.index < to; found = tag.exec(text)) {
    const end = endOfTable(text, found.index, Math.min(text.length, found.index + MAXIMUM_TABLE));
    for (const grid of gridsOfHtml(text, found.index, end, reader.lines))
      drafts.push(...fromGrid(grid, block, reader));
    reader.htmlRead = end;
    tag.lastIndex = end;
  }
  return drafts;
}

/** The sentence that leads to rows of the same paragraph stands in the lines above them. */
function leadInside(block: Block, lines: readonly string[], gridLine: number): Block['context'] {
  const first = block.node.position?.start.line ?? gridLine;
  const above = lines.slice(0, gridLine - first);
  for (let index = above.length - 1; index >= 0; index--) {
    const text = (above[index] as string).trim();
    if (text !== '' && !text.includes('|'))
      return { ...block.context, leadIn: { text, line: first + index, strong: null } };
  }
  return block.context;
}

/** Lines of an HTML block with its tags and comments blanked, so that places stay right. */
function withoutTags(text: string, position: NonNullable<Block['node']['position']>): string[] {
  return text
    .slice(position.start.offset ?? 0, position.end.offset ?? 0)
    .replace(/<[^<>]{1,1000}>/g, (tag) => tag.replace(/[^\r\n]/g, ' '))
    .split(/\r\n|\r|\n/);
}

/** Lines of a paragraph, or of raw HTML: rows with pipes that Markdown sees no table in, and result lines. */
function fromLines(block: Block, reader: Reader): Draft[] {
  const { position } = block.node;
  if (!position) return [];
  const lines: string[] = [];
  // What stands in a comment, no reader sees.
  const source = block.node.type === 'html' ? reader.shownLines : reader.lines;
  for (let line = position.start.line; line <= position.end.line; line++) lines.push(source.text(line));
  const { registry, card } = reader.input;
  const { subjects } = reader;
  const said = block.context.above.join('\n');
  const drafts: Draft[] = [];
  if (block.node.type === 'html' && /<table\b/i.test(lines.join('\n'))) return fromHtml(block, reader);
  if (!lines.some((line) => /\d/.test(line))) return [];
  if (lines.filter((line) => /^\s*\|.*\|/.test(line)).length >= 2) {
    const place = { file: card.file, line: position.start.line, column: position.start.column };
    const message = 'Rows with pipes stand here that are not a Markdown table; they are read as text.';
    reader.diagnostics.push(diagnose('extract/broken-table', place, message));
    for (const grid of gridsOfLines(lines, position.start.line, 'text')) {
      drafts.push(
        ...fromGrid(
          withoutCells(continueTable(reader.lastTable, grid)),
          { ...block, context: leadInside(block, lines, grid.line) },
          reader,
        ),
      );
    }
  }
  if (block.node.type === 'html' && /<(?:script|style|svg|code)\b/i.test(lines.join('\n'))) return drafts;
  const shown = block.node.type === 'html' ? withoutTags(reader.shown, position) : lines;
  const around = once(() => readSurroundings(block.context, registry, subjects));
  const group = `text@${position.start.line}`;
  const above = block.context.leadIn?.text ?? null;
  const input = {
    lines: shown,
    firstLine: position.start.line,
    group,
    kind: 'text' as const,
    subjects,
    said,
  };
  drafts.push(...readLines({ ...input, above, siblings: block.context.siblings }, around, registry));
  return drafts;
}
