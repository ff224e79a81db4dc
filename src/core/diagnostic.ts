/** What a person should know about a card or the config: a plain object with a place, a code and a hint. */
import { CODES, type Code } from './codes.ts';

export type Severity = 'error' | 'warning' | 'info';

export interface Diagnostic {
  readonly severity: Severity;
  readonly code: Code;
  readonly message: string;
  /** Path as the reader knows it (relative to the working folder), with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** 1-based and exclusive, on the same line. */
  readonly endColumn?: number;
  readonly hint?: string;
}

/** A value together with everything worth saying about how it was obtained. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: Diagnostic[];
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn?: number;
}

/**
 * Makes a diagnostic of a catalogued code; severity and hint come from the catalogue unless given.
 * A card's own text in `message` is shortened, so that a hostile card cannot flood the report.
 */
export function diagnose(
  code: Code,
  place: Place,
  message: string,
  extra: { severity?: Severity; hint?: string } = {},
): Diagnostic {
  const entry = CODES[code];
  const hint = extra.hint ?? entry.hint;
  return {
    severity: extra.severity ?? entry.severity,
    code,
    message: message.length > 400 ? `${message.slice(0, 399)}…` : message,
    file: place.file,
    line: place.line,
    column: place.column,
    ...(place.endColumn === undefined ? {} : { endColumn: place.endColumn }),
    ...(hint === undefined ? {} : { hint }),
  };
}
