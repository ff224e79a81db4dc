/** YAML as data with places: turns the events of a YAML parser into nodes, and finds nodes by path. */
import { explainYamlError } from './yaml-errors.ts';
import { isTooComplex } from './yaml-limits.ts';

export type YamlPath = readonly (string | number)[];

/** A value in the source. Offsets are UTF-16 code units from the start of the text that was read. */
export interface YamlNode {
  readonly kind: 'mapping' | 'sequence' | 'scalar' | 'empty';
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  /** Of a mapping, in the order of the source; a key that stands twice is here twice. */
  readonly pairs: readonly YamlPair[];
  /** Of a sequence; null for an item that has no text at all. */
  readonly items: readonly (YamlNode | null)[];
  /** The anchored node, where this node is an alias. */
  readonly target: YamlNode | null;
}

interface YamlPair {
  readonly key: YamlNode;
  readonly name: string;
  readonly value: YamlNode | null;
}

export interface YamlDocument {
  readonly value: unknown;
  readonly root: YamlNode;
  /** Every later standing of a key that stands before in the same mapping. */
  readonly duplicates: readonly { readonly name: string; readonly key: YamlNode; readonly first: YamlNode }[];
}

export interface YamlError {
  readonly kind: 'syntax' | 'too-complex';
  /** One plain sentence. */
  readonly message: string;
  readonly offset: number;
}

export type YamlReading =
  | { readonly document: YamlDocument; readonly error: null }
  | { readonly document: null; readonly error: YamlError };

/** What the parser tells its listener; js-yaml 4 does. */
interface ParserState {
  readonly position: number;
  readonly kind: string | null;
  readonly result: unknown;
  readonly anchor?: string | null;
}

export type YamlListener = (event: 'open' | 'close', state: ParserState) => void;

interface Open {
  readonly from: number;
  readonly children: Draft[];
}

interface Draft {
  readonly from: number;
  readonly to: number;
  readonly kind: string | null;
  readonly value: unknown;
  readonly children: readonly Draft[];
  readonly target: Draft | null;
}

/**
 * Reads one document with a parser that throws `YAMLException`s and tells `listener` of every node it opens and
 * closes. Never throws for what the text says: what cannot be read, or would expand beyond the limits, is an error
 * value with its offset.
 */
export function readYamlTree(
  text: string,
  parse: (input: string, listener: YamlListener) => unknown,
): YamlReading {
  // Parsers drop a byte order mark themselves, which would shift every offset.
  const input = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  const stack: Open[] = [];
  const anchors = new Map<string, Draft>();
  let root: Draft | null = null;
  const listener = (event: 'open' | 'close', state: ParserState): void => {
    if (event === 'open') {
      stack.push({ from: state.position, children: [] });
      return;
    }
    const { from, children } = stack.pop() as Open;
    const start = contentStart(input, from, state.position);
    const alias = input[start] === '*' && state.kind === null && start < state.position;
    const name = alias ? /^\*([^\s,[\]{}]+)/.exec(input.slice(start, start + 200))?.[1] : undefined;
    // The parser first tries every value as the first key of a mapping: then the value is its own only child.
    const [only] = children;
    const draft: Draft =
      children.length === 1 &&
      only !== undefined &&
      only.kind === state.kind &&
      Object.is(only.value, state.result)
        ? only.kind === 'scalar'
          ? { ...only, value: state.result }
          : only
        : {
            from: start,
            to: state.position,
            kind: state.kind,
            value: state.result,
            children: state.kind === 'mapping' || state.kind === 'sequence' ? children : [],
            target: name === undefined ? null : (anchors.get(name) ?? null),
          };
    if (state.anchor) anchors.set(state.anchor, draft);
    const parent = stack.at(-1);
    if (parent === undefined) root = draft;
    else parent.children.push(draft);
  };
  let value: unknown;
  try {
    value = parse(input, listener) ?? null;
  } catch (error) {
    if (!isParserError(error)) throw error;
    return {
      document: null,
      error: explainYamlError(error, input, contentStart(input, stack.at(-1)?.from ?? 0, input.length)),
    };
  }
  if (root === null) {
    const empty: YamlNode = {
      kind: 'empty',
      start: 0,
      end: 0,
      value: null,
      pairs: [],
      items: [],
      target: null,
    };
    return { document: { value: null, root: empty, duplicates: [] }, error: null };
  }
  if (isTooComplex(value)) {
    const message = 'Aliases or nesting expand beyond the limit.';
    const { from } = firstAlias(root) ?? (root as Draft);
    return { document: null, error: { kind: 'too-complex', message, offset: from } };
  }
  const duplicates: { name: string; key: YamlNode; first: YamlNode }[] = [];
  return { document: { value, root: finish(root, input, duplicates, new Map()), duplicates }, error: null };
}

function isParserError(error: unknown): error is Error & { reason?: string; mark?: { position?: number } } {
  return error instanceof Error && error.name === 'YAMLException';
}

/** The node at a path, through aliases and merge keys; null where there is none. */
export function nodeAt(
  root: YamlNode,
  path: YamlPath,
): { node: YamlNode | null; key: YamlNode | null } | null {
  let node: YamlNode | null = root;
  let key: YamlNode | null = null;
  for (const step of path) {
    const inside: YamlNode | null = node === null ? null : (node.target ?? node);
    if (inside === null) return null;
    if (typeof step === 'number') {
      if (inside.kind !== 'sequence' || step < 0 || step >= inside.items.length) return null;
      node = inside.items[step] ?? null;
      key = null;
    } else {
      const pair = findPair(inside, step, 0);
      if (pair === null) return null;
      node = pair.value;
      key = pair.key;
    }
  }
  return { node, key };
}

function findPair(mapping: YamlNode, name: string, depth: number): YamlPair | null {
  const own = mapping.pairs.findLast((pair) => pair.name === name);
  if (own !== undefined || depth > 8) return own ?? null;
  for (const pair of mapping.pairs) {
    if (pair.name !== '<<' || pair.value === null) continue;
    const merged = pair.value.target ?? pair.value;
    for (const source of merged.kind === 'sequence' ? merged.items : [merged]) {
      const found = source === null ? null : findPair(source.target ?? source, name, depth + 1);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Skips white space, line ends and comments. */
function contentStart(input: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = input.charCodeAt(at);
    if (code === 32 || code === 9 || code === 10 || code === 13) at++;
    else if (code === 35 /* # */)
      while (at < to && input.charCodeAt(at) !== 10 && input.charCodeAt(at) !== 13) at++;
    else return at;
  }
  return to;
}

/** Turns drafts into nodes: pairs keys with values, finds keys that stand twice. */
function finish(
  draft: Draft,
  input: string,
  duplicates: { name: string; key: YamlNode; first: YamlNode }[],
  done: Map<Draft, YamlNode>,
): YamlNode {
  const known = done.get(draft);
  if (known !== undefined) return known;
  let end = draft.to;
  while (end > draft.from && /\s/.test(input[end - 1] as string)) end--;
  const pairs: YamlPair[] = [];
  const items: (YamlNode | null)[] = [];
  const kind =
    draft.kind === 'mapping' || draft.kind === 'sequence' || draft.kind === 'scalar' ? draft.kind : 'empty';
  const node: YamlNode = {
    kind,
    start: draft.from,
    end,
    value: draft.value,
    pairs,
    items,
    target: draft.target === null ? null : finish(draft.target, input, duplicates, done),
  };
  done.set(draft, node);
  if (kind === 'mapping') {
    const seen = new Map<string, YamlNode>();
    for (let i = 0; i < draft.children.length; i++) {
      const keyDraft = draft.children[i] as Draft;
      const key = finish(keyDraft, input, duplicates, done);
      const colon = contentStart(input, keyDraft.to, input.length);
      const valueDraft = input[colon] === ':' ? draft.children[++i] : undefined;
      const value = valueDraft === undefined ? null : finish(valueDraft, input, duplicates, done);
      const name = String(keyText(key.value));
      pairs.push({ key, name, value: value?.kind === 'empty' && value.target === null ? null : value });
      const first = seen.get(name);
      if (first !== undefined && name !== '<<') duplicates.push({ name, key, first });
      else seen.set(name, key);
    }
  } else if (kind === 'sequence') {
    // An item without any text has a place in the data, but none in the source.
    const values = draft.value as readonly unknown[];
    let next = 0;
    for (const value of values) {
      const child = draft.children[next];
      const matches =
        child !== undefined && (Object.is(child.value, value) || values.length === draft.children.length);
      items.push(matches ? finish(child, input, duplicates, done) : null);
      if (matches) next++;
    }
  }
  return node;
}

function keyText(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? '[object Object]' : value;
}

function firstAlias(draft: Draft): Draft | null {
  const waiting = [draft];
  while (waiting.length > 0) {
    const next = waiting.pop() as Draft;
    if (next.target !== null) return next;
    for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i] as Draft);
  }
  return null;
}
