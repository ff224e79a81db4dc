/** Cuts a search into its parts, each with its place. Takes any text, in time linear in its length. */
import { endsValue, isComparison, isSpace, meant } from './characters.ts';

/** A word, or what stands between quotes. */
export interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  readonly start: number;
  readonly end: number;
  /** False where the closing quote is missing. */
  readonly closed: boolean;
}

export interface FieldPart {
  readonly kind: 'field';
  readonly not: boolean;
  readonly name: Piece;
  readonly values: readonly Piece[];
  /** True where nothing stands behind the colon or the last comma. */
  readonly open: boolean;
  readonly start: number;
  readonly end: number;
}

export type Part =
  | { readonly kind: 'or'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'word';
      readonly not: boolean;
      readonly word: Piece;
      readonly start: number;
      readonly end: number;
    }
  | FieldPart
  /** A sign that nothing stands before. */
  | { readonly kind: 'stray'; readonly start: number; readonly end: number };

/** What a name before a colon is; null: no field has it. */
export type KindOf = (name: string) => 'text' | 'number' | 'flag' | null;

/**
 * The parts of a search in their order. `kindOf` tells fields from other words, so that the value that is missing in
 * "license: org:qwen" is not taken from the next field.
 */
export function scanQuery(text: string, kindOf: KindOf): Part[] {
  const parts: Part[] = [];
  const at = (place: number): string => meant(text.charAt(place));
  let place = 0;

  const skipSpace = (from: number): number => {
    let next = from;
    while (isSpace(at(next))) next++;
    return next;
  };

  /** What ends at a closing quote; a backslash keeps a quote or a backslash. */
  const readQuoted = (start: number): Piece => {
    let content = '';
    let next = start + 1;
    while (next < text.length) {
      const sign = at(next);
      if (sign === '"') return { text: content, quoted: true, start, end: next + 1, closed: true };
      if (sign === '\\' && (at(next + 1) === '"' || at(next + 1) === '\\')) next++;
      content += text.charAt(next);
      next++;
    }
    return { text: content, quoted: true, start, end: next, closed: false };
  };

  const readUntil = (start: number, ends: (sign: string) => boolean): Piece => {
    let next = start;
    while (next < text.length && at(next) !== '"' && !ends(at(next))) next++;
    return { text: text.slice(start, next), quoted: false, start, end: next, closed: true };
  };

  const readWord = (start: number): Piece => {
    if (at(start) === '"') return readQuoted(start);
    const word = readUntil(start, (sign) => sign === ':' || isComparison(sign) || endsValue(sign));
    // An address is one word.
    if (/^https?$/i.test(word.text) && text.startsWith('://', word.end)) return readUntil(start, endsValue);
    return word;
  };

  /** A value of a field; those of numbers may have spaces around their signs. */
  const readValue = (start: number, isNumber: boolean): Piece => {
    if (at(start) === '"') return readQuoted(start);
    let value = readUntil(start, endsValue);
    if (!isNumber) return value;
    let next = skipSpace(value.end);
    if (/^[<>=≤≥＜＞＝]+$/.test(value.text) && next > value.end) {
      const rest = readUntil(next, endsValue);
      value = { ...value, text: value.text + rest.text, end: rest.end };
      next = skipSpace(value.end);
    }
    if (next > value.end && text.startsWith('..', next)) {
      const dots = readUntil(next, endsValue);
      const more = /^\.+$/.test(dots.text) ? readUntil(skipSpace(dots.end), endsValue) : null;
      value = { ...value, text: value.text + dots.text + (more?.text ?? ''), end: (more ?? dots).end };
    }
    return value;
  };

  /** Whether a field that is known starts here. */
  const startsField = (start: number): boolean => {
    let from = start;
    if (at(from) === '-') from++;
    if (at(from) === '@') from++;
    const name = readUntil(from, (sign) => sign === ':' || isComparison(sign) || endsValue(sign));
    return at(name.end) === ':' && kindOf(name.text) !== null;
  };

  const readField = (start: number, not: boolean, name: Piece, sign: number): FieldPart => {
    const values: Piece[] = [];
    const isNumber = kindOf(name.text) === 'number';
    let end = at(sign) === ':' ? sign + 1 : sign;
    let open = true;
    for (;;) {
      const next = skipSpace(end);
      const sign = at(next);
      if (sign === '' || sign === ';') break;
      if (sign === ',') {
        open = true;
        end = next + 1;
        continue;
      }
      if (!open || (next > end && startsField(next))) break;
      const value = readValue(next, isNumber);
      values.push(value);
      end = value.end;
      open = false;
    }
    return { kind: 'field', not, name, values, open, start, end };
  };

  for (place = skipSpace(0); place < text.length; place = skipSpace(place)) {
    const start = place;
    if (at(place) === ';' || at(place) === ',') {
      place++;
      parts.push({ kind: 'or', start, end: place });
      continue;
    }
    while (at(place) === '-') place++;
    const not = place > start;
    if (not && (at(place) === '' || endsValue(at(place)))) continue;
    const bare = at(place) === '@' ? readWord(place + 1) : null;
    const word = readWord(place);
    if (word.end === place || (bare !== null && bare.end === place + 1)) {
      // A sign with nothing before it, or an "@" alone.
      do place++;
      while (at(place) === ':' || isComparison(at(place)));
      parts.push({ kind: 'stray', start, end: place });
      continue;
    }
    const sign = skipSpace(word.end);
    if (at(sign) === ':' || isComparison(at(sign))) {
      const part = readField(start, not, bare ?? word, sign);
      place = part.end;
      parts.push(part);
    } else {
      place = word.end;
      parts.push({ kind: 'word', not, word, start, end: word.end });
    }
  }
  return parts;
}
