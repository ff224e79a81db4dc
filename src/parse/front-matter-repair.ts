/** Saves what can be saved of broken metadata: the parts that are valid by themselves. */
import type { YamlDocument, YamlError } from '../core/yaml-tree.ts';
import { readYaml } from './yaml.ts';

export interface Repair {
  /** What is left once the broken parts are gone, or null where nothing is. Offsets are those of the input. */
  readonly document: YamlDocument | null;
  /** One for each part that was given up, in the order of the text. */
  readonly errors: readonly YamlError[];
}

/** Parts that still do not read together are dropped one by one, at most so often. */
const MAXIMUM_ATTEMPTS = 8;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the top-level keys of a block one by one, and the results of a broken `model-index` one by one. Broken
 * parts are blanked out instead of cut, so that every offset stays true. `whole` is the error that the block gave.
 */
export function repairYaml(block: string, whole: YamlError): Repair {
  if (whole.kind === 'too-complex') return { document: null, errors: [whole] };
  const parts = topLevelParts(block);
  const errors: YamlError[] = [];
  const dropped: Span[] = [];
  for (const part of parts) {
    const error = errorOf(block, part);
    if (error === null) continue;
    const results = block.startsWith('model-index', part.start) ? resultParts(block, part) : [];
    const broken = results.flatMap((result) => {
      const inside = errorOf(block, result, 'list');
      return inside === null ? [] : [{ span: result, error: inside }];
    });
    if (broken.length > 0 && broken.length < results.length) {
      const spans = broken.map(({ span }) => span);
      if (errorOf(blank(block, spans), part) === null) {
        for (const { span, error: inside } of broken) {
          dropped.push(span);
          errors.push(inside);
        }
        continue;
      }
    }
    dropped.push(part);
    errors.push(broken[0]?.error ?? error);
  }
  let text = blank(block, dropped);
  for (let attempt = 0; attempt < MAXIMUM_ATTEMPTS; attempt++) {
    const reading = readYaml(text);
    if (reading.error === null) {
      return { document: reading.document, errors: errors.length === 0 ? [whole] : errors };
    }
    if (reading.error.kind === 'too-complex') return { document: null, errors: [reading.error] };
    const offset = reading.error.offset;
    const part = parts.findLast(({ start, end }) => start <= offset && text.slice(start, end).trim() !== '');
    if (part === undefined) break;
    if (errors.length === 0) errors.push(whole);
    text = blank(text, [part]);
  }
  return { document: null, errors: errors.length === 0 ? [whole] : errors };
}

/** The error that a part gives when it is read alone, at its offset in the whole; null where it reads well. */
function errorOf(text: string, span: Span, shape: 'mapping' | 'list' = 'mapping'): YamlError | null {
  const reading = readYaml(text.slice(span.start, span.end));
  if (reading.error !== null) {
    // An alias whose anchor stands in another part is judged when all are read together.
    if (/anchor that is not defined/.test(reading.error.message)) return null;
    return { ...reading.error, offset: reading.error.offset + span.start };
  }
  const { value } = reading.document;
  const fits = value === null || (shape === 'list' ? Array.isArray(value) : isMapping(value));
  if (fits) return null;
  return { kind: 'syntax', message: '`key: value` is expected here.', offset: span.start };
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** From each line that starts a top-level key (or fits nowhere) to the next. */
function topLevelParts(block: string): Span[] {
  const starts: number[] = [];
  for (const { start, text } of linesOf(block)) {
    if (text === '' || /^[ \t#]/.test(text)) continue;
    if (/^(?:-(?:[ \t]|$)|[\]}])/.test(text) && starts.length > 0) continue;
    starts.push(start);
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? block.length }));
}

/** The items below every `results:` of a model-index, at the indentation of the first. */
function resultParts(block: string, part: Span): Span[] {
  const spans: Span[] = [];
  let indent: number | null = null;
  let open: number | null = null;
  let below = false;
  const close = (end: number): void => {
    if (open !== null) spans.push({ start: open, end });
    open = null;
  };
  for (const line of linesOf(block.slice(part.start, part.end))) {
    const start = line.start + part.start;
    if (line.text.trim() === '' || line.text.trim().startsWith('#')) continue;
    if (/^[ \t]*(?:- +)?results:[ \t]*(?:#.*)?$/.test(line.text)) {
      close(start);
      below = true;
      indent = null;
      continue;
    }
    if (!below) continue;
    const width = line.text.length - line.text.trimStart().length;
    const item = /^[ \t]*-(?:[ \t]|$)/.test(line.text);
    if (item && (indent === null || width === indent)) {
      close(start);
      indent = width;
      open = start;
    } else if (indent !== null && width < indent) {
      close(start);
      below = false;
    }
  }
  close(part.end);
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
