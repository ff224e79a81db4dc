/** The few words of ours inside a rendered card, put into the site's language: cards are rendered once for all languages. */
import type { Translate } from '../core/language.ts';

/** Classes are ours alone, a card cannot write them, so that no text of a card is taken for one of these. */
const METADATA = /(<section class="front-matter" aria-label=")Metadata"/g;
const HELD = /(<[a-z]+(?: [a-z]+="[^"]*")*? class="claim held" id="[^"]*" title=")Held: /g;
const IMAGE = /(<(?:a|span) class="image"[^>]*>)image(?=[:<])/g;

/** Says the words of a card's HTML, or of a stretch of it, in a language. */
export function sayCard(t: Translate, html: string): string {
  return html
    .replace(METADATA, (_, start: string) => `${start}${attribute(t('card.metadata'))}"`)
    .replace(HELD, (_, start: string) => `${start}${attribute(t('card.held'))}: `)
    .replace(IMAGE, (_, start: string) => start + attribute(t('card.image')));
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
