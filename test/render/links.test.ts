import { describe, expect, it } from 'vitest';
import { addUrl, editUrl, externalUrl, hubDataset, hubModel, licenseUrl } from '../../src/render/links.ts';

describe('externalUrl', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    [' http://example.org ', 'http://example.org/'],
  ])('takes %j', (text, href) => expect(externalUrl(text)).toBe(href));

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    '//example.org',
    'LICENSE',
    'https://',
    'https://user:secret@example.org/',
    '',
    null,
    undefined,
  ])('refuses %j', (text) => expect(externalUrl(text)).toBeNull());
});

describe('the Hub', () => {
  it.each(['acme/zephyr', 'a/b_c.d-1'])('has %s', (id) =>
    expect(hubModel(id)).toBe(`https://huggingface.co/${id}`),
  );
  it.each(['zephyr', 'a/b/c', '../x', 'a/..', 'a/b?x', 'javascript:alert(1)', 'a/<b>', 'شركة/نموذج'])(
    'has no %s',
    (id) => expect(hubModel(id)).toBeNull(),
  );
  it('has data sets with and without an owner', () => {
    expect(hubDataset('openai/gsm8k')).toBe('https://huggingface.co/datasets/openai/gsm8k');
    expect(hubDataset('gsm8k')).toBe('https://huggingface.co/datasets/gsm8k');
    expect(hubDataset('a b')).toBeNull();
  });
});

describe('licenseUrl', () => {
  it('leads to a file beside the card, or to an absolute URL', () => {
    expect(licenseUrl('LICENSE', 'acme/zephyr')).toBe('https://huggingface.co/acme/zephyr/blob/main/LICENSE');
    expect(licenseUrl('https://example.org/l', 'acme/zephyr')).toBe('https://example.org/l');
  });
  it.each(['javascript:alert(1)', '../../x', 'a/b', ''])('is nothing for %j', (link) =>
    expect(licenseUrl(link, 'acme/zephyr')).toBeNull(),
  );
  it('is nothing for a file of a model that is not on the Hub', () => {
    expect(licenseUrl('LICENSE', 'zephyr')).toBeNull();
  });
});

describe('editUrl', () => {
  it('leads to the file on its branch', () => {
    expect(editUrl('https://github.com/acme/board/', 'main', 'cards/a b/c#d.md')).toBe(
      'https://github.com/acme/board/edit/main/cards/a%20b/c%23d.md',
    );
  });
  it.each([
    [null, 'cards/a.md'],
    ['javascript:alert(1)', 'cards/a.md'],
    ['https://github.com/acme/board', '/root/cards/a.md'],
    ['https://github.com/acme/board', '../a.md'],
    ['https://github.com/acme/board', 'C:/a.md'],
  ])('is nothing for %j and %j', (repository, file) => expect(editUrl(repository, 'main', file)).toBeNull());
});

describe('addUrl', () => {
  it('leads to the folder that the cards stand in', () => {
    expect(addUrl('https://github.com/acme/board', 'main', 'cards/a/b/README.md', 'a/b/README.md')).toBe(
      'https://github.com/acme/board/new/main/cards',
    );
  });
  it('is nothing where the folder is not the repository’s', () => {
    expect(addUrl('https://github.com/acme/board', 'main', '../cards/a.md', 'a.md')).toBeNull();
    expect(addUrl(null, 'main', 'cards/a.md', 'a.md')).toBeNull();
  });
});
