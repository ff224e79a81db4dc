/** How to cite. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexOf, citePage } from '../../src/render/citation.ts';

describe('citations of a card', () => {
  it('are its blocks of BibTeX, without marks and references', () => {
    const html =
      '<pre tabindex="0"><code>pip install x@1\n</code></pre><h2>Cite</h2>' +
      '<pre tabindex="0"><code class="language-bibtex">@article{a,\n  title={1 &#x3C; 2 &#x26; more},\n  year={<mark class="claim" id="L1C2">2024</mark>}\n}\n</code></pre>';
    expect(bibtexOf(html)).toEqual(['@article{a,\n  title={1 < 2 & more},\n  year={2024}\n}']);
  });

  it('are none in a card without, and few in one with many', () => {
    expect(bibtexOf('<p>@misc{x}</p><pre>@')).toEqual([]);
    const block = (name: number) => `<pre><code>@misc{k${name}, title={x}}</code></pre>`;
    expect(bibtexOf([1, 1, 2, 3, 4, 5].map(block).join(''))).toHaveLength(3);
  });

  it('take time in proportion to the card', () => {
    const html = '<pre><code>@misc{'.repeat(40_000);
    const start = performance.now();
    bibtexOf(html);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('the citation of a page', () => {
  it('has its address where the site knows its own', () => {
    const page = {
      site: 'My board',
      title: 'Results of a/b_c',
      id: 'a/b_c',
      address: 'https://x.org/models/a/b_c/',
    };
    expect(citePage(page)).toBe(
      '@misc{my-board:a-b-c,\n  title = {{Results of a/b\\_c}},\n  author = {{My board}},\n  url = {https://x.org/models/a/b_c/}\n}',
    );
    expect(citePage({ ...page, address: null })).not.toContain('url');
  });

  it('keeps its braces balanced whatever a model is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const text = citePage({ site: 's', title: name, id: name, address: null });
        const bare = text.replace(/\\[{}\\]/g, '');
        let depth = 0;
        for (const character of bare) {
          if (character === '{') depth++;
          if (character === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });
});
