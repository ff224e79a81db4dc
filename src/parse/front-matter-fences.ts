/** Finds where a card's front matter starts and ends, by the Hub's rule, and metadata that stands elsewhere. */

/** Offsets into the text that was scanned. */
export interface Fences {
  /** Of the first dash of the opening fence. */
  readonly open: number;
  /** Of the first character below the opening fence. */
  readonly blockStart: number;
  /** Of the line end above the closing fence: the block is what stands between the two. */
  readonly blockEnd: number;
  /** Of the first dash of the closing fence. */
  readonly close: number;
  /** Of the first character below the closing fence. */
  readonly bodyStart: number;
}

/**
 * The Hub's rule, which reads as the regular expression
 * `^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))`, as a scanner of linear time.
 * `lenient` also takes lone carriage returns for line ends where the rule does not.
 */
export function findFences(text: string, lenient: boolean): Fences | null {
  const open = skipSpace(text, 0);
  if (!text.startsWith('---', open)) return null;
  const blockStart = afterLineEnd(text, open + 3);
  if (blockStart === null) return null;
  return closeFence(text, open, blockStart, lenient);
}

/** The first line that is exactly `---` below the block's first line: a fence needs a line end of its own above it. */
function closeFence(text: string, open: number, blockStart: number, lenient: boolean): Fences | null {
  for (let at = text.indexOf('---', blockStart); at !== -1; at = text.indexOf('---', at + 1)) {
    const before = text[at - 1];
    if (before !== '\n' && before !== '\r') continue;
    const blockEnd = before === '\n' && text[at - 2] === '\r' ? at - 2 : at - 1;
    if (blockEnd < blockStart) continue;
    const end = skipBlanks(text, at + 3);
    const bodyStart = end === text.length ? end : afterLineEnd(text, end);
    if (bodyStart === null) continue;
    const loneReturn = text[end] === '\r' && bodyStart === end + 1;
    if (loneReturn && !lenient) continue;
    return { open, blockStart, blockEnd, close: at, bodyStart };
  }
  return null;
}

export interface BadFence {
  readonly open: number;
  /** What stands behind the dashes, without white space around it: "js", "yaml" or nothing. */
  readonly word: string;
  readonly wordAt: number;
  readonly fences: Fences | null;
}

/** An opening line that has more than dashes: `---js`, `---yaml`, `--- `. Not a longer rule such as `-----`. */
export function findBadFence(text: string): BadFence | null {
  const open = skipSpace(text, 0);
  if (!text.startsWith('---', open)) return null;
  const lineEnd = endOfLine(text, open + 3);
  const rest = text.slice(open + 3, Math.min(lineEnd, open + 103));
  const match = /^([ \t]*)([A-Za-z][\w+.-]{0,40})?[ \t]*$/.exec(rest);
  if (match === null || rest === '') return null;
  const blockStart = afterLineEnd(text, lineEnd);
  return {
    open,
    word: match[2] ?? '',
    wordAt: open + 3 + (match[2] === undefined ? 0 : (match[1] as string).length),
    fences: blockStart === null ? null : closeFence(text, open, blockStart, true),
  };
}

/** Keys that only metadata of cards has at the start of a line. */
const CARD_KEYS = new Set([
  'base_model',
  'co2_eq_emissions',
  'datasets',
  'inference',
  'language',
  'library_name',
  'license',
  'license_link',
  'license_name',
  'metrics',
  'model-index',
  'model_name',
  'pipeline_tag',
  'tags',
  'thumbnail',
  'widget',
]);

/** How far below the top a displaced block may start, in lines: further down it is an example. */
const DISPLACED_WITHIN = 200;

/**
 * A block between two `---` lines that holds a card's metadata but stands below other text.
 * Fenced code is passed over: documentation of the format is not metadata.
 */
export function findDisplaced(text: string): Fences | null {
  let at = 0;
  let code: string | null = null;
  for (let line = 0; line < DISPLACED_WITHIN && at < text.length; line++) {
    const end = endOfLine(text, at);
    const content = text.slice(at, Math.min(end, at + 200));
    const next = afterLineEnd(text, end);
    if (next === null) return null;
    const mark = /^ {0,3}(```+|~~~+)/.exec(content)?.[1];
    if (mark !== undefined) {
      if (code === null) code = mark;
      else if (mark.startsWith(code)) code = null;
    } else if (code === null && /^---[ \t]*$/.test(content)) {
      const fences = closeFence(text, at, next, true);
      if (fences === null) return null;
      if (looksLikeMetadata(text.slice(fences.blockStart, fences.blockEnd))) return fences;
    }
    at = next;
  }
  return null;
}

/**
 * True where a text reads as a card's metadata: it names at least one key that cards have, and its unindented
 * lines are keys, list items, comments or lone pipes, with one exception in eight.
 */
export function looksLikeMetadata(block: string): boolean {
  let known = 0;
  let fitting = 0;
  let other = 0;
  for (const line of block.split(/\r\n|\r|\n/, 2000)) {
    if (line.trim() === '' || line.trim() === '|' || /^[ \t]/.test(line)) continue;
    const key = /^([A-Za-z_][\w-]{0,60}):(?:[ \t]|$)/.exec(line)?.[1];
    if (key !== undefined && CARD_KEYS.has(key)) known++;
    if (key !== undefined || /^(?:- |-$|#[ \t])/.test(line)) fitting++;
    else other++;
  }
  return known > 0 && other * 8 <= fitting;
}

/** Offset of the first character that is not white space. A byte order mark counts as white space. */
function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] as string)) at++;
  return at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** Offset behind the line end at `at`, or null where there is none. */
function afterLineEnd(text: string, at: number): number | null {
  if (text[at] === '\n') return at + 1;
  if (text[at] !== '\r') return null;
  return text[at + 1] === '\n' ? at + 2 : at + 1;
}
