/** Tells in time when a card would cost too much to render: nesting, and HTML that multiplies itself. */
import type { Root as HtmlRoot } from 'hast';
import type { Nodes } from 'mdast';

/** Elements and Markdown nodes deeper than this are no prose; most engines recurse over them. */
const MAXIMUM_DEPTH = 100;

/** True where Markdown nests deeper than anything a person writes. */
export function isTooDeep(tree: Nodes): boolean {
  const stack: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.depth > MAXIMUM_DEPTH) return true;
    if ('children' in top.node)
      for (const node of top.node.children) stack.push({ node, depth: top.depth + 1 });
  }
  return false;
}

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** Open ones are opened again in every later block, by the rules of HTML. */
const FORMATTING = new Set([
  'a',
  'b',
  'big',
  'code',
  'em',
  'font',
  'i',
  'nobr',
  's',
  'small',
  'strike',
  'strong',
  'tt',
  'u',
]);

/** Elements that change how what follows is read, so that a closing tag inside them may close nothing. */
const READ_OTHERWISE = new Set(
  (
    'applet button embed form frame frameset iframe marquee math noembed noframes noscript object option plaintext ' +
    'script select style svg template textarea title xmp'
  ).split(' '),
);

/** HTML that Markdown hands on unread; null for any other node. */
export function rawHtml(node: object): string | null {
  const { type, value } = node as { type: string; value?: string };
  return type === 'raw' ? (value ?? '') : null;
}

/** A comment, a well-formed tag, or a sign that begins something else. */
const MARKUP =
  /<!--(?:(?!--)[\s\S])*-->|<(\/?)([a-z][a-z\d-]*)(?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>|<(?=[a-z/!?])/gi;

/**
 * True where raw HTML would make the HTML parser's work or its output grow faster than the card: tags that are never
 * closed, or closed in the wrong order, cost a step for each later node (or a new element, where they format).
 * Tags that are properly paired cost nothing, however many there are. Linear in the size of the tree.
 */
export function isTangled(tree: HtmlRoot): boolean {
  const open: string[] = [];
  let unpaired = 0;
  let unpairedFormatting = 0;
  let tokens = 0;
  let deepest = 0;
  const lose = (name: string) => {
    unpaired += 1;
    if (FORMATTING.has(name)) unpairedFormatting += 1;
  };
  const loseAll = () => {
    open.forEach(lose);
    open.length = 0;
  };
  const start = (name: string) => {
    deepest = Math.max(deepest, open.push(name));
  };
  const end = (name: string) => {
    if (open.at(-1) === name) open.pop();
    else loseAll();
  };
  const stack: { children: HtmlRoot['children']; index: number; name: string | null }[] = [
    { children: tree.children, index: 0, name: null },
  ];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.children[top.index++];
    if (node === undefined) {
      if (top.name !== null) end(top.name);
      stack.pop();
      continue;
    }
    tokens += 1;
    const html = rawHtml(node);
    if (node.type === 'element') {
      if (!VOID.has(node.tagName)) {
        start(node.tagName);
        stack.push({ children: node.children, index: 0, name: node.tagName });
      }
    } else if (html !== null) {
      for (const [whole, slash, tag] of html.matchAll(MARKUP)) {
        tokens += 1;
        if (whole.startsWith('<!--')) continue;
        if (tag === undefined) {
          loseAll();
          continue;
        }
        const name = tag.toLowerCase();
        if (READ_OTHERWISE.has(name)) {
          loseAll();
          lose(name);
        } else if (!VOID.has(name)) {
          if (slash === '') start(name);
          else end(name);
        }
      }
    }
  }
  loseAll();
  return (
    deepest > 4 * MAXIMUM_DEPTH ||
    unpaired > 1_000 ||
    unpaired * tokens > 20_000_000 ||
    unpairedFormatting * tokens > 200_000
  );
}
