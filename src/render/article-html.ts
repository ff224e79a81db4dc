/** Renders the site's own prose (content/*.md): the same sanitiser as for cards, with headings that can be linked to. */
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { sanitisedHtml } from './card-html.ts';
import { headingSlug } from './card-links.ts';
import { CARD_ID_PREFIX } from './card-schema.ts';
import { makeScrollable } from './card-structure.ts';
import { rebuild, textOf, walk } from './card-tree.ts';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Renders Markdown to HTML. Links stay as written, so that "../audit/" works below any base path; those that leave the
 * site get rel="nofollow noopener". A level-one heading is dropped: the page has its title from elsewhere.
 * A comment on a line of its own, like `<!-- table: suite mt_bench -->`, is handed to `insert` ("table: suite mt_bench");
 * the HTML it gives stands there instead, as it is. Front matter at the start is left out.
 */
export function renderArticle(
  markdown: string,
  insert: (directive: string) => string | null = () => null,
): string {
  const text = markdown.replace(/^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/, '');
  const tree: Root = reader.parse(text);
  const inserted: string[] = [];
  tree.children = tree.children.flatMap((node) => {
    if (node.type === 'heading' && node.depth === 1) return [];
    const directive = node.type === 'html' ? /^<!--\s*([^\n]*?)\s*-->$/.exec(node.value)?.[1] : undefined;
    const html = directive === undefined ? null : insert(directive);
    if (html === null) return [node];
    inserted.push(html);
    return [{ type: 'paragraph', children: [{ type: 'text', value: placeholder(inserted.length - 1) }] }];
  });
  const html = sanitisedHtml(tree, text);
  linkHeadings(html);
  makeScrollable(html);
  rebuild(html, (child) => {
    if (
      child.type === 'element' &&
      child.tagName === 'a' &&
      /^https?:/i.test(String(child.properties.href))
    ) {
      child.properties.rel = ['nofollow', 'noopener'];
    }
    return child;
  });
  return unified()
    .use(rehypeStringify)
    .stringify(html)
    .replace(/<p>\uE000(\d+)\uE001<\/p>/g, (_, index: string) => inserted[Number(index)] ?? '');
}

/** Private-use characters, which no prose needs, around the place of an insertion. */
function placeholder(index: number): string {
  return `\uE000${index}\uE001`;
}

/** Ids on headings, and fragments that lead to them; `<a id>` in the prose keeps its name. */
function linkHeadings(html: HtmlRoot): void {
  const ids = new Set<string>();
  walk(html, (node) => {
    if (node.type !== 'element') return undefined;
    const { id } = node.properties;
    if (typeof id === 'string' && id.startsWith(CARD_ID_PREFIX)) {
      node.properties.id = id.slice(CARD_ID_PREFIX.length);
      ids.add(node.properties.id);
    }
    if (/^h[2-6]$/.test(node.tagName) && node.properties.id === undefined) {
      const slug = headingSlug(textOf(node));
      let unique = slug;
      for (let count = 1; ids.has(unique); count++) unique = `${slug}-${count}`;
      ids.add(unique);
      node.properties.id = unique;
    }
    return undefined;
  });
}
