/** Renders Markdown as a card, with marks found by their text: for the tests of rendered cards. */
import type { SourceKind } from '../../src/core/claim.ts';
import { indexLines } from '../../src/core/position.ts';
import { parseMarkdown } from '../../src/parse/markdown.ts';
import { BLOCK_SIGN } from '../../src/render/card-blocks.ts';
import { type CardHtmlOptions, renderCardHtml } from '../../src/render/card-html.ts';
import type { CardMark } from '../../src/render/card-marks.ts';

/** The mark of the first place after `after` where `raw` stands in the text. */
export function markOf(text: string, raw: string, kind: SourceKind, after = ''): CardMark {
  const from = after === '' ? 0 : text.indexOf(after) + after.length;
  const offset = text.indexOf(raw, from);
  if (offset < 0) throw new Error(`${raw} is not in the text`);
  const { line, column } = indexLines(text).at(offset);
  return { anchor: `L${line}C${column}`, line, column, cell: null, kind, raw, title: 'proof', held: false };
}

/** Renders a card without the signs before its blocks; front matter between `---` lines at its start is found as the reader of cards would. */
export function render(
  text: string,
  marks: readonly CardMark[] = [],
  rules: Partial<CardHtmlOptions> = {},
): string {
  return renderSigned(text, marks, rules).replaceAll(BLOCK_SIGN, '');
}

/** Renders a card with a sign before each block that holds a mark, as the pages need it. */
export function renderSigned(
  text: string,
  marks: readonly CardMark[] = [],
  rules: Partial<CardHtmlOptions> = {},
): string {
  const matter = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(text)?.[0] ?? '';
  const lines = matter.split(/\r?\n/).length - 1;
  return renderCardHtml(parseMarkdown(text, matter.length), {
    text,
    frontMatter: matter === '' ? null : { startLine: 1, endLine: lines },
    marks,
    imageHosts: [],
    relativeBase: null,
    ...rules,
  });
}
