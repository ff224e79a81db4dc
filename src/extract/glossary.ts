/**
 * Collects what a section says of the labels in its tables: "*Code:* we report pass@1 …", "- **GermanDPR**: … MRR@10",
 * "- HellaSwag (10-shot) - a test of …".
 */
import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { foldSeparators, tidy } from '../core/fold.ts';
import { plainText } from './pipe-grid.ts';

export interface Definition {
  readonly text: string;
  readonly line: number;
}

/** Definitions by the line of the heading they stand under (0 before the first), then by folded label. */
export type Glossary = ReadonlyMap<number, ReadonlyMap<string, Definition>>;

/** Beyond this many characters a paragraph defines no label. */
const MOST_TEXT = 4000;

/** Reads a card's definitions; linear in its length. */
export function glossaryOf(tree: Root): Glossary {
  const glossary = new Map<number, Map<string, Definition>>();
  let heading = 0;
  const add = (label: string, text: string, line: number) => {
    const key = foldSeparators(label.replace(/[(（[][^()[\]（）]*[)）\]]/g, ' '));
    if (key.length < 2 || text === '') return;
    const section = glossary.get(heading) ?? new Map<string, Definition>();
    glossary.set(heading, section);
    if (!section.has(key)) section.set(key, { text, line });
  };
  const walk = (nodes: readonly Nodes[], depth: number) => {
    for (const node of nodes) {
      if (node.type === 'heading') heading = node.position?.start.line ?? 0;
      else if (node.type === 'paragraph') readParagraph(node, depth > 0, add);
      else if (['list', 'listItem', 'blockquote'].includes(node.type) && depth < 12)
        walk((node as { children: Nodes[] }).children, depth + 1);
    }
  };
  walk(tree.children, 0);
  return glossary;
}

type Add = (label: string, text: string, line: number) => void;

/** Labels in bold or italics split a paragraph; a list's item may start with its label in plain words. */
function readParagraph(paragraph: Paragraph, inList: boolean, add: Add): void {
  const line = paragraph.position?.start.line ?? 1;
  let label: string | null = null;
  let held: PhrasingContent[] = [];
  const flush = () => {
    if (label !== null) add(label, `${label} ${tidy(plainText(held))}`.slice(0, MOST_TEXT), line);
    label = null;
    held = [];
  };
  const { children } = paragraph;
  for (const [index, child] of children.entries()) {
    const next = children[index + 1];
    if (child.type === 'strong' || child.type === 'emphasis') {
      const text = tidy(plainText(child.children));
      const ends =
        /[:：]$/.test(text) ||
        (next?.type === 'text' && /^\s*(?:\([^()]*\)\s*)?(?:[:：]|[-–—] )/.test(next.value));
      if (ends && text.length <= 60) {
        flush();
        label = text.replace(/[:：]$/, '');
        continue;
      }
    }
    held.push(child);
  }
  if (label === null && inList) {
    const text = tidy(plainText(children)).slice(0, MOST_TEXT);
    const start = /^([^:：]{2,60}?)(?:\s*[:：]\s|\s[-–—]\s)/.exec(text);
    if (start) add(start[1] as string, text, line);
    return;
  }
  flush();
}

/** Where a block stands: under which headings, the outermost first, by their lines. */
interface Place {
  readonly glossary: Glossary;
  readonly headings: readonly { readonly line: number }[];
}

/** True where the paragraph above defines several labels ("*Code:* pass@1 of … *Reading:* …"). */
export function defines({
  glossary,
  leadIn,
  headings,
}: Place & { readonly leadIn: { readonly line: number } | null }): boolean {
  const section = glossary.get(headings[headings.length - 1]?.line ?? 0);
  return [...(section?.values() ?? [])].filter((definition) => definition.line === leadIn?.line).length > 1;
}

/** Looks a label up in the sections that the block stands in, the innermost first. */
export function definer({ glossary, headings }: Place): (label: string) => Definition | null {
  const sections = [
    ...headings.map((heading) => heading.line),
    ...(headings.length === 0 ? [0] : []),
  ].reverse();
  return (label) => {
    const key = foldSeparators(label);
    for (const line of sections) {
      const found = glossary.get(line)?.get(key);
      if (found) return found;
    }
    return null;
  };
}
