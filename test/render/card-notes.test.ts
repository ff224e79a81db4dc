import { describe, expect, it } from 'vitest';
import { BLOCK_SIGN } from '../../src/render/card-blocks.ts';
import { cardParts } from '../../src/render/card-notes.ts';
import { pageAt, siteOf } from '../../src/render/frame.ts';
import { resultGroups } from '../../src/render/model-results.ts';
import { markOf, renderSigned } from './card-fixture.ts';
import { sampleContext, sampleData } from './sample-data.ts';

const CARD = `---
value: 1.5
---
Nothing here.

| A | B |
|---|---|
| 2 | 3 |

Then <!--counts--> 4 and ${BLOCK_SIGN} 5.
`;

describe('the blocks of a card', () => {
  const html = renderSigned(CARD, [
    markOf(CARD, '1.5', 'front-matter'),
    markOf(CARD, '2', 'table'),
    markOf(CARD, '3', 'table', '| 2 '),
    markOf(CARD, '5', 'text', '4 and'),
  ]);

  it('have a sign each where they hold marks, and no card can forge one', () => {
    const starts = html.split(BLOCK_SIGN).map((part) => part.slice(0, 14));
    expect(starts).toEqual(['', '<section class', '<div class="ta', '<p>Then  4 and']);
  });
});

describe('the notes of a card', () => {
  const data = sampleData();
  const context = sampleContext();
  const site = siteOf(data, context);
  const here = pageAt('models/arcee-ai/Arcee-Spark/index.html');
  const model = data.models.find(({ id }) => id === 'arcee-ai/Arcee-Spark') as (typeof data.models)[number];
  const card = data.cards.find((candidate) => candidate.model === model.id) as (typeof data.cards)[number];
  const { groups } = resultGroups(site, here, model);
  const ids = data.claims.filter((claim) => claim.card === card.path).map(({ source }) => source);
  const mark = ({ line, column }: (typeof ids)[number]) =>
    `<td align="right" class="claim" id="L${line}C${column}" title="t">1</td>`;
  const notes = (html: string) => cardParts(site, here, { ...card, html }, groups).map(({ note }) => note);

  it('say where the numbers of a block count', () => {
    const [first, second] = notes(`<p>a</p>${BLOCK_SIGN}<table>${ids.map(mark).join('')}</table>`);
    expect(first).toBeNull();
    expect(second?.sections[0]).toMatchObject({ href: '#board-open_llm_v2' });
    expect(groups.map(({ id }) => `#${id}`)).toEqual(
      expect.arrayContaining(second?.sections.map(({ href }) => href) ?? []),
    );
  });

  it('leave out a block whose marks are nobody’s, and text that only looks like one', () => {
    const text = `${BLOCK_SIGN}<p>class="claim" id="L1C1"</p>${BLOCK_SIGN}<p><mark class="claim" id="L9999C9">1</mark></p>`;
    expect(notes(text)).toEqual([null, null]);
  });

  it('keep the card whole', () => {
    const html = `<p>a</p>${BLOCK_SIGN}<p>b</p>${BLOCK_SIGN}<p>c</p>`;
    const parts = cardParts(site, here, { ...card, html }, groups);
    expect(parts.map((part) => part.html).join('')).toBe('<p>a</p><p>b</p><p>c</p>');
  });
});
