/** Our words inside a card are said in the site's language; the card's own stay as they are. */
import { expect, it } from 'vitest';
import { sayCard } from '../../src/render/card-words.ts';

const t = (key: string) => `<${key}>`;

it.each([
  [
    '<section class="front-matter" aria-label="Metadata">',
    '<section class="front-matter" aria-label="&lt;card.metadata>">',
  ],
  [
    '<td align="right" class="claim held" id="L1C2" title="Held: GSM8K">',
    '<td align="right" class="claim held" id="L1C2" title="&lt;card.held>: GSM8K">',
  ],
  ['<span class="image">image: image</span>', '<span class="image">&lt;card.image>: image</span>'],
])('%s', (html, said) => expect(sayCard(t, html)).toBe(said));

it.each([
  '<p title="Held: x">Metadata, image, Held: x</p>',
  '<section aria-label="Metadata">',
  '<a href="x">image</a>',
  '<a title="class=&quot;claim held&quot; id=&quot;x&quot; title=&quot;Held: ">',
])('leaves %s', (html) => expect(sayCard(t, html)).toBe(html));
