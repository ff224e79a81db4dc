import { expect, test } from 'vitest';
import { renderArticle } from '../../src/render/article-html.ts';

test('prose keeps its links inside the site, and marks those that leave it', () => {
  expect(renderArticle('[audit](../audit/) and [harness](https://a.example/x)')).toBe(
    '<p><a href="../audit/">audit</a> and <a href="https://a.example/x" rel="nofollow noopener">harness</a></p>',
  );
});

test('headings can be linked to; the title is left to the page', () => {
  const html = renderArticle(
    '---\ntitle: About\n---\n# About\n\n## How it works\n\n## How it works\n\n<a id="own"></a>',
  );
  expect(html).not.toMatch(/<h1|About/);
  expect([...html.matchAll(/id="([^"]*)"/g)].map((match) => match[1])).toEqual([
    'how-it-works',
    'how-it-works-1',
    'own',
  ]);
});

test('a comment on its own line can be replaced by HTML, any other is dropped', () => {
  const insert = (directive: string) => (directive === 'table: suite x' ? '<table class="x"></table>' : null);
  expect(
    renderArticle('a\n\n<!-- table: suite x -->\n\n<!-- note -->\n\nb <!-- table: suite x -->', insert),
  ).toBe('<p>a</p>\n<table class="x"></table>\n\n<p>b </p>');
});

test('prose is sanitised as cards are', () => {
  const html = renderArticle(
    '<script>alert(1)</script>\n\n<p onclick="x()" style="color:red"><a href="javascript:x()">x</a></p>',
  );
  expect(html).not.toMatch(/<script|alert|onclick|style|href/);
});
