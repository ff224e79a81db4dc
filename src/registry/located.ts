/** Reads a YAML list of entries against a schema, and remembers on which line each entry and key stands. */
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { type Checked, type Diagnostic, diagnose, type Place } from '../core/diagnostic.ts';
import { indexLines, type LineIndex } from '../core/position.ts';

/** An entry and where it stands. */
export interface Located<T> {
  readonly entry: T;
  /** The place of a key of the entry, or of the entry itself. */
  place(key?: string): Place;
}

/**
 * Parses `text`, a YAML list (YAML 1.2 core schema: no dates, no code), and checks each item. Items that do not
 * fit, or that repeat the id of an earlier one, are left out, each with `registry/bad-entry`.
 */
export function locateEntries<T extends { readonly id: string }>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): Checked<Located<T>[]> {
  const diagnostics: Diagnostic[] = [];
  const bad = (place: Place, message: string) =>
    diagnostics.push(diagnose('registry/bad-entry', place, message));
  const lines = indexLines(text);
  const starts = new Map<unknown, number>();
  let items: unknown;
  try {
    items = loadWithLines(text, starts);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const mark = error.mark as { line?: number; column?: number } | undefined;
    bad(
      { file, line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 },
      `Not valid YAML: ${error.reason}.`,
    );
    return { value: [], diagnostics };
  }
  if (!Array.isArray(items)) {
    bad({ file, line: 1, column: 1 }, 'The file must hold a list of entries.');
    return { value: [], diagnostics };
  }
  const value: Located<T>[] = [];
  const seen = new Map<string, number>();
  for (const [index, item] of (items as unknown[]).entries()) {
    const start = starts.get(item) ?? 1;
    const next = starts.get(items[index + 1]) ?? lines.count + 1;
    const place = (key?: string) => placeOf(file, lines, start, next, key);
    const read = schema.safeParse(item);
    if (!read.success) {
      for (const issue of read.error.issues) {
        const [key] = issue.path;
        const path = issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
        bad(place(typeof key === 'string' ? key : undefined), `${labelOf(item)}${path}: ${issue.message}.`);
      }
      continue;
    }
    const before = seen.get(read.data.id);
    if (before !== undefined) {
      bad(place('id'), `${labelOf(item)}: the id stands on line ${before} already.`);
      continue;
    }
    seen.set(read.data.id, place('id').line);
    value.push({ entry: read.data, place });
  }
  return { value, diagnostics };
}

/** Parses YAML and notes the 1-based line on which each mapping starts. */
function loadWithLines(text: string, starts: Map<unknown, number>): unknown {
  const open: number[] = [];
  return load(text, {
    schema: CORE_SCHEMA,
    listener(event, state) {
      if (event === 'open') open.push(state.line + 1);
      else {
        const line = open.pop() ?? 1;
        if (state.kind === 'mapping' && state.result !== null && typeof state.result === 'object') {
          starts.set(state.result, line);
        }
      }
    },
  });
}

/** The place of a key on the lines of an entry (1-based `start`, `next` exclusive), or the entry's first line. */
function placeOf(
  file: string,
  lines: LineIndex,
  start: number,
  next: number,
  key: string | undefined,
): Place {
  for (let line = start; key !== undefined && line < next; line++) {
    const text = lines.text(line);
    const column = text.search(/[^\s-]/);
    if (column >= 0 && text.startsWith(`${key}:`, column)) {
      return { file, line, column: column + 1, endColumn: column + 1 + key.length };
    }
  }
  return { file, line: start, column: 1 };
}

function labelOf(item: unknown): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? `"${id}"` : 'An entry without an id';
}
