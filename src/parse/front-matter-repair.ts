/** Saves what can be saved of broken metadata: the parts that are valid by themselves. */
import type { YamlDocument, YamlError } from '../core/yaml-tree.ts';
import { readYaml } from './yaml.ts';

export interface Repair {
  /** What is left once the broken parts are gone, or null where nothing is. Offsets are those of the input. */
  readonly document: YamlDocument | null;
  /** One for each part that was given up, in the order of the text. */
  readonly errors: readonly YamlError[];
}

/** With more broken parts than this, a block is no metadata: nothing of it is saved, and no more time is spent. */
const MAXIMUM_BROKEN = 200;

/** Parts that still do not read together are dropped one by one, at most so often. */
const MAXIMUM_ATTEMPTS = 8;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the top-level keys of a block one by one, and the results of a broken `model-index` one by one. Broken
 * parts are blanked out instead of cut, so that every offset stays true. `error` is the one that the block gave.
 */
export function repairYaml(whole: string, error: YamlError): Repair {
  if (error.kind === 'too-complex') return { document: null, errors: [error] };
  const markers = documentMarkers(whole);
  const block = blank(whole, spansOf(markers));
  const parts = topLevelParts(block);
  const anchors = new Set(Array.from(block.matchAll(/&([^\s,[\]{}]{1,60})/g), (match) => match[1] as string));
  const errors = markers.map((marker) => marker.error);
  const dropped: Span[] = [];
  let brokenParts = 0;
  for (const part of parts) {
    const text = block.slice(part.start, part.end);
    const inside = errorOf(text, anchors);
    if (inside === null) continue;
    if (++brokenParts > MAXIMUM_BROKEN) return { document: null, errors: inOrder(errors) };
    for (const loss of smallestLoss(text, inside, anchors)) {
      const { span, error: local } = shifted(loss, part.start);
      dropped.push(span);
      errors.push(local);
    }
  }
  let text = blank(block, dropped);
  for (let attempt = 0; attempt < MAXIMUM_ATTEMPTS; attempt++) {
    const reading = readYaml(text);
    if (reading.error === null) {
      return { document: reading.document, errors: errors.length === 0 ? [error] : inOrder(errors) };
    }
    if (reading.error.kind === 'too-complex') return { document: null, errors: [reading.error] };
    const offset = reading.error.offset;
    const part = parts.findLast(({ start, end }) => start <= offset && text.slice(start, end).trim() !== '');
    if (part === undefined) break;
    if (errors.length === 0) errors.push(error);
    text = blank(text, [part]);
  }
  return { document: null, errors: errors.length === 0 ? [error] : inOrder(errors) };
}

function inOrder(errors: readonly YamlError[]): YamlError[] {
  return [...errors].sort((a, b) => a.offset - b.offset);
}

/** Lines that end a YAML document or start the next, of which metadata has but one. */
function documentMarkers(block: string): Loss[] {
  const losses: Loss[] = [];
  let first = true;
  for (const { start, text } of linesOf(block)) {
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    const marker = /^(?:\.\.\.|---)(?=[ \t]|$)/.exec(text);
    if (marker !== null && !first) {
      const message = 'A YAML document ends or starts here, and metadata is one document.';
      const span = { start, end: start + text.length };
      losses.push({ span, error: { kind: 'syntax', message, offset: start } });
    }
    first = false;
  }
  return losses;
}

interface Loss {
  readonly span: Span;
  readonly error: YamlError;
}

/** What must go from a broken part: lines that stand loose in it, else results of a model-index, else all of it. */
function smallestLoss(text: string, error: YamlError, anchors: ReadonlySet<string>): readonly Loss[] {
  const loose = looseLines(text).map(
    (span): Loss => ({
      span,
      error: { kind: 'syntax', message: '`key: value` is expected here.', offset: span.start },
    }),
  );
  const without = blank(text, spansOf(loose));
  const all = { start: 0, end: text.length };
  if (!text.startsWith('model-index')) {
    if (loose.length > 0 && errorOf(without, anchors) === null) return loose;
    return [{ span: all, error: loose[0]?.error ?? error }];
  }
  // A result with a loose line in it may have lost any of its words: it is lost as a whole.
  const results = resultParts(without);
  const broken: Loss[] = [];
  for (const span of results) {
    const inside = firstWithin(loose, span)?.error ?? errorOfResult(without, span, anchors);
    if (inside !== null) broken.push({ span, error: inside });
    if (broken.length > MAXIMUM_BROKEN) return [{ span: all, error: broken[0]?.error ?? error }];
  }
  const given = new Set(broken.map(({ span }) => span.start));
  const apart = loose.filter(({ span }) => !given.has(startOfResult(results, span)));
  const losses = [...broken, ...apart].sort((a, b) => a.span.start - b.span.start);
  const someAreLeft = broken.length < results.length || results.length === 0;
  if (losses.length > 0 && someAreLeft && errorOf(blank(text, spansOf(losses)), anchors) === null)
    return losses;
  return [{ span: all, error: losses[0]?.error ?? error }];
}

function shifted({ span, error }: Loss, by: number): Loss {
  return {
    span: { start: span.start + by, end: span.end + by },
    error: { ...error, offset: error.offset + by },
  };
}

function errorOfResult(text: string, { start, end }: Span, anchors: ReadonlySet<string>): YamlError | null {
  const error = errorOf(text.slice(start, end), anchors, 'list');
  return error === null ? null : { ...error, offset: error.offset + start };
}

function spansOf(losses: readonly Loss[]): Span[] {
  return losses.map(({ span }) => span);
}

/** Where the result starts that a span lies in, or -1. */
function startOfResult(results: readonly Span[], { start }: Span): number {
  let low = 0;
  let high = results.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((results[middle] as Span).start <= start) low = middle + 1;
    else high = middle;
  }
  const before = results[low - 1];
  return before !== undefined && start < before.end ? before.start : -1;
}

/** The first of losses in order that lies within a span: found by halving, as a card may hold thousands of both. */
function firstWithin(losses: readonly Loss[], { start, end }: Span): Loss | null {
  let low = 0;
  let high = losses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((losses[middle] as Loss).span.start < start) low = middle + 1;
    else high = middle;
  }
  const found = losses[low];
  return found !== undefined && found.span.end <= end ? found : null;
}

/** The error that a part gives when it is read alone; null where it reads well. */
function errorOf(
  text: string,
  anchors: ReadonlySet<string>,
  shape: 'mapping' | 'list' = 'mapping',
): YamlError | null {
  const { document, error } = readYaml(text);
  if (error !== null) {
    // An alias whose anchor stands in another part is judged when all are read together.
    const alias = /^\*([^\s,[\]{}]{1,60})/.exec(text.slice(error.offset, error.offset + 61))?.[1];
    return alias !== undefined && anchors.has(alias) ? null : error;
  }
  const { value } = document;
  const fits = value === null || (shape === 'list' ? Array.isArray(value) : isMapping(value));
  return fits ? null : { kind: 'syntax', message: '`key: value` is expected here.', offset: 0 };
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** From each line that starts a top-level key to the next. What stands above the first is a part as well. */
function topLevelParts(block: string): Span[] {
  const starts = [0];
  for (const { start, text } of linesOf(block)) if (start > 0 && isKeyLine(text)) starts.push(start);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? block.length }));
}

function isKeyLine(line: string): boolean {
  return /^(?:"[^"]*"|'[^']*'|[^\s#[\]{},"'&*!|>%@`-][^#]*?)[ \t]*:(?:[ \t]|$)/.test(line);
}

/** Lines at the first column that are no key, list item, comment or closing bracket. */
function looseLines(part: string): Span[] {
  const spans: Span[] = [];
  for (const { start, text } of linesOf(part)) {
    if (text === '' || isKeyLine(text) || /^(?:[ \t#\]}]|-(?:[ \t]|$))/.test(text)) continue;
    spans.push({ start, end: start + text.length });
  }
  return spans;
}

/** The items below every `results:` of a model-index, at the indentation of the first. */
function resultParts(part: string): Span[] {
  const spans: Span[] = [];
  let indent: number | null = null;
  let open: number | null = null;
  let below = false;
  const close = (end: number): void => {
    if (open !== null) spans.push({ start: open, end });
    open = null;
  };
  for (const { start, text } of linesOf(part)) {
    const content = text.trimStart();
    if (content === '' || content.startsWith('#')) continue;
    if (/^(?:- +)?results:[ \t]*(?:#.*)?$/.test(content)) {
      close(start);
      below = true;
      indent = null;
      continue;
    }
    if (!below) continue;
    const width = text.length - content.length;
    const item = /^-(?:[ \t]|$)/.test(content);
    if (item && (indent === null || width === indent)) {
      close(start);
      indent = width;
      open = start;
    } else if (indent !== null && width < indent && (item || isKeyLine(content))) {
      close(start);
      below = false;
    }
  }
  close(part.length);
  return spans;
}

function* linesOf(text: string): Generator<{ start: number; text: string }> {
  let start = 0;
  for (const line of text.split(/(?<=\n|\r(?!\n))/)) {
    yield { start, text: line.replace(/[\r\n]+$/, '') };
    start += line.length;
  }
}

/** Replaces everything in the spans but line ends by spaces. The spans are in order and do not overlap. */
function blank(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
