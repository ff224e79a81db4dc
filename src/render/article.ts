/** A page of prose: about the site, and questions that its readers ask. */
import { type Article, type Framed, frame, type Here, type Site } from './frame.ts';

export interface ArticleView extends Framed {
  readonly title: string;
  /** Rendered and sanitised already. */
  readonly html: string;
  /** Whether the prose brings its own first heading. */
  readonly headed: boolean;
}

/** The first sentences of an article as plain text. */
function opening(html: string): string {
  const paragraph = /<p>([\s\S]{1,2000}?)<\/p>/.exec(html)?.[1] ?? '';
  return paragraph
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#x22;/g, '"')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&amp;|&#x26;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The view of an article. */
export function articleView(site: Site, here: Here, article: Article): ArticleView {
  return {
    frame: frame(site, here, article.title, opening(article.html) || site.context.config.description),
    title: article.title,
    html: article.html,
    headed: /<h1[\s>]/i.test(article.html),
  };
}
