/** Renders a card as HTML that is safe to publish, every claim marked at the place it was read from. */
import type { Element, Root as HtmlRoot } from 'hast';
import type { FootnoteReference, List, ListItem, Parents, Root, Table } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { defaultHandlers, type Options as RehypeOptions } from 'remark-rehype';
import { unified } from 'unified';
import { indexLines } from '../core/position.ts';
import { signBlocks } from './card-blocks.ts';
import { isTangled, isTooDeep, rawHtml } from './card-limits.ts';
import { settleLinks } from './card-links.ts';
import { type CardMark, type Offsets, placeMarks } from './card-marks.ts';
import { CARD_SCHEMA } from './card-schema.ts';
import { sourceLines } from './card-source.ts';
import { fitIntoPage, modernise, openDetails } from './card-structure.ts';
import { element, rebuild } from './card-tree.ts';

export interface CardHtmlOptions {
  /** The whole file, as the tree's positions count it. */
  readonly text: string;
  /** 1-based lines of the metadata with its fences, both inclusive; null where the card has none. */
  readonly frontMatter: { readonly startLine: number; readonly endLine: number } | null;
  readonly marks: readonly CardMark[];
  /** Hosts whose images are shown; those of others become links. */
  readonly imageHosts: readonly string[];
  /**
   * Absolute address that the card's relative links count from
   * ("https://huggingface.co/acme/zephyr/blob/main/"); null makes them plain text.
   */
  readonly relativeBase: string | null;
}

type Handler = Extract<
  NonNullable<RehypeOptions['handlers']>[keyof NonNullable<RehypeOptions['handlers']>],
  object
>;
type State = Parameters<Handler>[0];

/** Text that reference links may multiply their definitions into, beyond the card's own size. */
const REFERENCE_BUDGET = 1_000_000;

/** Each reference to a note adds a way back to it, so a short text could fill a page with arrows. */
const MOST_NOTE_REFERENCES = 2_000;

/**
 * Renders a parsed card: metadata as preformatted text first, then the body, sanitised. Each mark's anchor is the id
 * of an element: the cell of a table, a `mark` around the text, or, where the text cannot be found in what is shown,
 * an empty element at the start of the block. A card too deep to render is shown as preformatted text; HTML that
 * would grow beyond measure is shown as text. Of marks with one anchor the first counts. BLOCK_SIGN stands before each
 * outermost block that holds marks. `tree` is not changed.
 */
export function renderCardHtml(tree: Root, given: CardHtmlOptions): string {
  const anchors = new Set<string>();
  const marks = given.marks.filter(({ anchor }) => !anchors.has(anchor) && anchors.add(anchor));
  const options = { ...given, marks };
  const { text, frontMatter } = options;
  const first = frontMatter === null ? 1 : frontMatter.endLine + 1;
  const body: HtmlRoot = isTooDeep(tree)
    ? { type: 'root', children: [sourceLines(text, first, Number.POSITIVE_INFINITY, marks)] }
    : renderBody(tree, first, options);
  if (frontMatter !== null) {
    const source = sourceLines(text, frontMatter.startLine, frontMatter.endLine, marks);
    const section = element('section', { className: ['front-matter'], ariaLabel: 'Metadata' }, [source]);
    body.children.unshift(section, { type: 'text', value: '\n' });
  }
  signBlocks(body);
  return unified().use(rehypeStringify).stringify(body);
}

function renderBody(tree: Root, firstLine: number, options: CardHtmlOptions): HtmlRoot {
  const body: Root = {
    ...tree,
    children: tree.children.filter((node) => (node.position?.start.line ?? firstLine) >= firstLine),
  };
  const html = sanitisedHtml(body, options.text);
  const offsets = realOffsets(body, options.text);
  settleLinks(html, options);
  fitIntoPage(html);
  const marks = options.marks.filter((mark) => mark.line >= firstLine);
  placeMarks(html, options.text, marks, offsets);
  openDetails(html, new Set(marks.map((mark) => mark.anchor)));
  return html;
}

/** Turns Markdown into HTML in which nothing harmful is left; elements keep their places in `text`. */
export function sanitisedHtml(tree: Root, text: string): HtmlRoot {
  const unsafe = unified()
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '', handlers: handlers(text) })
    .runSync(tree) as HtmlRoot;
  if (isTangled(unsafe)) {
    rebuild(unsafe, (child) => {
      const html = rawHtml(child);
      return html === null ? child : { type: 'text', value: html };
    });
  }
  const parsed = unified().use(rehypeRaw).runSync(unsafe, { value: text }) as HtmlRoot;
  modernise(parsed);
  return unified().use(rehypeSanitize, CARD_SCHEMA).runSync(parsed) as HtmlRoot;
}

/** Rendering of what the defaults would let grow faster than the card. */
function handlers(text: string): Record<string, Handler> {
  let budget = REFERENCE_BUDGET + 4 * text.length;
  let notes = 0;
  const lists = new WeakMap<object, List>();
  const reference =
    (render: (state: State, node: never) => ReturnType<Handler>): Handler =>
    (state: State, node: { identifier: string }) => {
      const id = node.identifier.toUpperCase();
      const definition = state.definitionById.get(id);
      if (definition !== undefined) {
        budget -= definition.url.length + (definition.title?.length ?? 0);
        if (budget < 0) state.definitionById.delete(id);
      }
      return render(state, node as never);
    };
  return {
    linkReference: reference(defaultHandlers.linkReference),
    imageReference: reference(defaultHandlers.imageReference),
    footnoteReference(state: State, node: FootnoteReference) {
      notes += 1;
      if (notes > MOST_NOTE_REFERENCES) return { type: 'text', value: `[^${node.label ?? node.identifier}]` };
      return defaultHandlers.footnoteReference(state, node);
    },
    // The default asks all items for each item whether one of them holds paragraphs.
    listItem(state: State, node: ListItem, parent: Parents | undefined) {
      if (parent?.type !== 'list') return defaultHandlers.listItem(state, node, parent);
      let list = lists.get(parent);
      if (list === undefined) {
        const isLoose = (item: ListItem) => item.spread ?? item.children.length > 1;
        list = { ...parent, spread: (parent.spread ?? false) || parent.children.some(isLoose), children: [] };
        lists.set(parent, list);
      }
      return defaultHandlers.listItem(state, node, list);
    },
    // The default looks each row up among all rows and fills every row up to the widest.
    table(state: State, node: Table) {
      const widths = node.children.map((row) => row.children.length);
      const columns = node.align?.length ?? 0;
      const cells = widths.reduce((sum, width) => sum + width, 0);
      const isFilled = columns * widths.length <= 4 * cells + 1_000;
      const rows = node.children.map((row, index) => {
        const made = row.children.slice(0, Math.max(columns, 1)).map((cell, column) => {
          const align = node.align?.[column] ?? null;
          const result = element(
            index === 0 ? 'th' : 'td',
            align === null ? {} : { align },
            state.all(cell) as Element[],
          );
          state.patch(cell, result);
          return result;
        });
        while (isFilled && made.length < columns) made.push(element(index === 0 ? 'th' : 'td'));
        const result = element('tr', {}, made);
        state.patch(row, result);
        return result;
      });
      const result = element('table', {}, [
        element('thead', {}, rows.slice(0, 1)),
        ...(rows.length > 1 ? [element('tbody', {}, rows.slice(1))] : []),
      ]);
      state.patch(node, result);
      return result;
    },
  };
}

/**
 * Offsets in the file for places in the rendered tree. HTML is handed on without the quote marks and the indentation
 * of the block around it, so columns on its later lines fall short by what was taken off.
 */
function realOffsets(tree: Root, text: string): Offsets {
  const lines = indexLines(text);
  const missing = new Map<number, number>();
  const stack: Root['children'][number][] = [...tree.children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('children' in node) for (const child of node.children) stack.push(child);
    if (node.type !== 'html' || node.position === undefined) continue;
    const own = indexLines(node.value);
    for (let line = 2; line <= own.count; line++) {
      const inFile = node.position.start.line + line - 1;
      const taken = lines.text(inFile).trimEnd().length - own.text(line).trimEnd().length;
      if (taken > 0) missing.set(inFile, taken);
    }
  }
  return ({ line, column }) => lines.start(line) + column - 1 + (missing.get(line) ?? 0);
}
