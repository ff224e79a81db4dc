/** What stands around a table or a line: the headings above it and the sentence that leads to it. */
import type { List, Nodes, Paragraph, Root } from 'mdast';
import { foldCase, tidy } from '../core/fold.ts';
import { once } from '../core/once.ts';
import { type Glossary, glossaryOf } from './glossary.ts';
import { captionOf, continuation, footnoteOf, noteOf } from './notes-below.ts';
import { plainText } from './pipe-grid.ts';
import { withoutUnderline } from './underlined.ts';

interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly line: number;
}

export interface Context {
  /** From the outermost to the innermost. */
  readonly headings: readonly Heading[];
  /** The paragraph directly above, or null; `item`: it is the last item of a list. */
  readonly leadIn: {
    readonly text: string;
    readonly line: number;
    readonly strong: string | null;
    readonly item?: boolean;
  } | null;
  /** True right below `<!-- cardboard: ignore -->`. */
  readonly ignored: boolean;
  /**
   * Paragraphs and lists above under each of the open headings, the innermost heading first and the nearest paragraph
   * last: what introduces a section holds for its subsections. At most 800 characters each; at least one text.
   */
  readonly above: readonly string[];
  /** What the card opens with, whatever the headings: about its first 1,000 characters of paragraphs and lists. */
  readonly opening: string;
  /** The last paragraph since the table before that says that results follow ("… is shown below"). */
  readonly announcement: string | null;
  /** The last code block above under the same heading, as written. */
  readonly code: string | null;
  /** The paragraph right below, where it goes on with a sentence that the block interrupts ("on the dev set."). */
  readonly below: string | null;
  /** The paragraph right below a table that speaks of it as a caption does ("Comparison of F1 …"), or null. */
  readonly captionBelow: string | null;
  /** The paragraph right below a table, where no other table follows that it may lead to; else null. */
  readonly noteBelow: string | null;
  /** The paragraph or list right below a table that starts with a mark such as "*", or null. */
  readonly footnote: string | null;
  /** The one data set that the front matter names, or else the card's paragraphs; null where they name several. */
  readonly dataset: () => string | null;
  /** What the card's sections say of labels. */
  readonly glossary: Glossary;
  /** First lines of the items of the list that the block stands in; none outside of a list. */
  readonly siblings: readonly string[];
}

export interface Block {
  readonly node: Nodes;
  readonly context: Context;
}

/** How a paragraph says that a table follows. */
const ANNOUNCES = /\b(?:below|following|as follows)\b[^.]*[.:]?$|如下[^。]*[:：。]?$|[:：]$/iu;

const HTML_HEADING = /^<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/i;

const SUMMARY = /<summary\b[^<>]*>([\s\S]{1,300}?)<\/summary>/i;

/** Below every heading of Markdown, above a paragraph in bold. */
const SUMMARY_DEPTH = 6.5;

/** Every block of a card in reading order, each with its context; containers are entered, not listed. */
export function blocksOf(tree: Root, dataset: string | null = null): Block[] {
  const blocks: Block[] = [];
  const glossary = glossaryOf(tree);
  const only = once(() => dataset ?? onlyNamedDataset(tree));
  let headings: Heading[] = [];
  let code: string | null = null;
  /** What stands under each of the open headings, the outermost first; what stands above all of them is first. */
  let said: string[] = [''];
  let opening = '';
  let announcement: string | null = null;

  const above = () => [...said].reverse();
  const open = (heading: Heading) => {
    if (heading.text === '') return;
    const outer = headings.filter((one) => one.depth < heading.depth);
    // What introduces a section holds for all of its subsections; what stood in a sibling does not.
    if (outer.length < headings.length || headings.length === 0) code = null;
    if (headings.length === 0) said = [''];
    said = [...said.slice(0, outer.length + 1), ''];
    announcement = null;
    headings = [...outer, heading];
  };
  const walk = (
    children: readonly Nodes[],
    level: number,
    inherited: Context['leadIn'],
    ignoring: boolean,
    siblings: readonly string[],
  ) => {
    let leadIn = inherited;
    let ignored = ignoring;
    for (const [index, child] of children.entries()) {
      const node = withoutUnderline(child);
      const line = node.position?.start.line ?? 1;
      if (node.type === 'heading') {
        open({ depth: node.depth, text: tidy(plainText(node.children)), line });
        leadIn = null;
        continue;
      }
      if (node.type === 'html') {
        const words = (markup: string) => tidy(markup.replace(/<[^<>]*>/g, ' '));
        const heading = HTML_HEADING.exec(node.value.trim());
        if (heading) open({ depth: Number(heading[1]), text: words(heading[2] as string), line });
        const spoken = sentenceOf(node.value);
        if (spoken !== null) leadIn = { text: spoken, line, strong: null };
        // What a folded part is called stands over it as a heading would.
        const summary = SUMMARY.exec(node.value);
        if (/<\/details>/i.test(node.value)) {
          headings = headings.filter((one) => one.depth < SUMMARY_DEPTH);
          said = said.slice(0, headings.length + 1);
        }
        if (summary) {
          open({ depth: SUMMARY_DEPTH, text: words(summary[1] as string), line });
          leadIn = null;
        }
      }
      const lead = leadIn;
      const title = node.type === 'paragraph' ? boldTitle(node) : null;
      const below = continuation(children[index + 1]);
      const captionBelow = captionOf(children[index + 1], children[index + 2]);
      blocks.push({
        node,
        context: {
          headings,
          leadIn,
          above: above(),
          opening,
          announcement,
          below,
          captionBelow,
          footnote: footnoteOf(node, children[index + 1]),
          noteBelow: noteOf(node, children[index + 1], children[index + 2]),
          dataset: only,
          code,
          ignored,
          glossary,
          siblings,
        },
      });
      const wasIgnored = ignored;
      ignored = node.type === 'html' && /^<!--\s*cardboard:\s*ignore\s*-->\s*$/i.test(node.value);
      if (level > 0 && ignoring) ignored = true;
      if (title !== null) {
        open({ depth: 7, text: title, line });
        leadIn = null;
      } else if (node.type === 'paragraph' && !isPicture(node)) {
        leadIn = { text: tidy(plainText(node.children)), line, strong: leadingStrong(node) };
        if (ANNOUNCES.test(leadIn.text)) announcement = leadIn.text;
        said[said.length - 1] = `${said[said.length - 1]}\n${leadIn.text}`.slice(-800);
        if (opening.length < 1000) opening = `${opening} ${leadIn.text.slice(0, 1000)}`;
      } else if (node.type === 'list') leadIn = leadOfList(node, line);
      else if (node.type === 'code') code = node.value;
      else if (node.type === 'table') announcement = null;
      else if (!['html', 'table', 'listItem', 'blockquote'].includes(node.type)) leadIn = null;
      if ((node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') && level < 12) {
        walk(
          node.children as Nodes[],
          level + 1,
          lead,
          wasIgnored,
          node.type === 'list' ? itemsOf(node) : siblings,
        );
      }
    }
  };
  walk(tree.children, 0, null, false, []);
  return blocks;
}

/** The words of raw HTML that holds a sentence and no more: "<br>Metrics for <b>Validation</b> are:"; else null. */
function sentenceOf(html: string): string | null {
  if (html.length > 1000 || /<(?:table|ul|ol|pre|code|script|style|h[1-6]|summary)\b|<!--/i.test(html))
    return null;
  const text = tidy(html.replace(/<[^<>]*>/g, ' '));
  return text.split(' ').length >= 4 ? text : null;
}

/** A paragraph of images alone says nothing of what follows it, whatever their descriptions say. */
function isPicture(paragraph: Paragraph): boolean {
  return paragraph.children.every(
    (node) => node.type === 'image' || (node.type === 'text' && node.value.trim() === ''),
  );
}

/** What the items of a list say in their first paragraphs; of a very long list, the first 400. */
function itemsOf(list: List): string[] {
  return list.children.slice(0, 400).map((item) => {
    const first = item.children[0];
    return first?.type === 'paragraph' ? tidy(plainText(first.children)).slice(0, 300) : '';
  });
}

/** A list right above a table may lead to it: its last item is what a caption would be ("- **C-MTEB**: …"). */
function leadOfList(list: List, line: number): Context['leadIn'] {
  const item = list.children[list.children.length - 1];
  const paragraph = item?.children[item.children.length - 1];
  if (paragraph?.type !== 'paragraph') return null;
  // Where items number the tables beneath them, the number tells a title from a sentence.
  const number = list.ordered ? `${(list.start ?? 1) + list.children.length - 1}. ` : '';
  return {
    text: `${number}${tidy(plainText(paragraph.children))}`,
    line: paragraph.position?.start.line ?? line,
    strong: leadingStrong(paragraph),
    item: true,
  };
}

/** The bold phrase a paragraph starts with, as a caption does: "**MT-Bench-PT** (1 to 10):". */
function leadingStrong(paragraph: Paragraph): string | null {
  const first = paragraph.children[0];
  // "Harrow:" on a line of its own above the sentence that says what it is.
  const line =
    first?.type === 'text' ? /^\s*(\p{Lu}[^\n:.]{2,40})[:：]\s*\n/u.exec(first.value)?.[1] : undefined;
  if (line !== undefined) return tidy(line);
  return first?.type === 'strong' ? tidy(plainText(first.children)).replace(/[:：]$/, '') : null;
}

/** A paragraph that is one bold phrase stands for a heading. */
function boldTitle(paragraph: Paragraph): string | null {
  const solid = paragraph.children.filter((node) => !(node.type === 'text' && /^[\s:：]*$/.test(node.value)));
  if (solid.length !== 1 || solid[0]?.type !== 'strong') return null;
  // "**########## First turn ##########**", as a script prints it.
  const text = tidy(plainText(solid[0].children).replace(/^\s*#{2,}|#{2,}\s*$/g, '')).replace(/[:：]$/, '');
  return text.length > 0 && text.length <= 100 && !/\d\s*%?$/.test(text.replace(/.*[:=]/, ''))
    ? text
    : text.length <= 100 && !/[:=]\s*[\d.]+%?$/.test(text)
      ? text
      : null;
}

/** The last sentence of a text: the one that speaks of what follows. */
export function lastSentence(text: string): string {
  const trimmed = text.replace(/[\s:：]+$/, '');
  const sentences = trimmed.split(/(?<=[.!?。！？])\s+(?=[\p{Lu}\p{Lo}"'(*\d])/u);
  return sentences[sentences.length - 1] ?? trimmed;
}

/** Names before "dataset" or "corpus", with a capital or a digit in each word but small ones, or as the Hub writes them. */
const DATASET_NAME =
  /(?<![\p{L}\d_/-])(?<!- )((?:\p{Lu}[\p{L}\d_./+-]*|\d[\p{L}\d.+-]*[\p{L}\d])(?: (?:\p{Lu}[\p{L}\d_./+-]*|-|of|the|and|for|\d[\d.]*)){0,12}|[\p{L}\d][\p{L}\d_.-]{1,40}\/[\p{L}\d][\p{L}\d_.-]{1,60}) (?:[Dd]ata ?[Ss]et|[Cc]orpus)(?![\p{L}\d])/gu;

/** The only data set that a card's paragraphs and lists call one; null where they name none or several. */
function onlyNamedDataset(tree: Root): string | null {
  const names = new Map<string, string>();
  const walk = (nodes: readonly Nodes[], depth: number) => {
    for (const node of nodes) {
      if (names.size > 1) return;
      if (node.type === 'paragraph')
        for (const [, written] of tidy(plainText(node.children)).slice(0, 5000).matchAll(DATASET_NAME)) {
          const name = nameInHub(written as string).replace(
            /^(?:the|this|our|a|an|each|all|its|these|that) /i,
            '',
          );
          // "Explore the dataset" names nothing.
          if (/ (?:of|the|and|for)$/.test(name)) continue;
          if (!/^(?:the|this|our|a|an|each|its|training|evaluation|test|hugging ?face|github)$/i.test(name))
            names.set(foldCase(name), name);
        }
      else if (['list', 'listItem', 'blockquote'].includes(node.type) && depth < 12)
        walk((node as { children: Nodes[] }).children, depth + 1);
    }
  };
  walk(tree.children, 0);
  return names.size === 1 ? ([...names.values()][0] as string) : null;
}

/** The name of the only data set under `datasets` in a card's front matter, without its owner; null otherwise. */
export function onlyDataset(data: Readonly<Record<string, unknown>> | null): string | null {
  const datasets = data?.datasets;
  const [only, ...more] = Array.isArray(datasets) ? datasets : [datasets];
  if (typeof only !== 'string' || more.length > 0 || only.length > 100) return null;
  return nameInHub(only) || null;
}

/** "acme/demo-set" without its owner. */
function nameInHub(written: string): string {
  return written.includes(' ') ? written : written.slice(written.lastIndexOf('/') + 1);
}
