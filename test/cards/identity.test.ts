import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyCard, keepFirstOfEachModel } from '../../src/cards/identity.ts';

const idOf = (path: string, data: Record<string, unknown> | null = null) =>
  identifyCard(path, data, null).value.id;

describe('the id', () => {
  it.each([
    ['a/b/README.md', 'a/b'],
    ['a/b/readme.md', 'a/b'],
    ['wild/2022/owner/name/README.md', 'owner/name'],
    ['owner/name.md', 'owner/name'],
    ['deep/owner/name.md', 'owner/name'],
    ['owner__name.md', 'owner/name'],
    ['deep/down/owner__name.md', 'owner/name'],
    ['owner__name__v2.md', 'owner/name__v2'],
    ['name.md', 'name'],
    ['name/README.md', 'name'],
    ['name.v0.1.MD', 'name.v0.1'],
    ['__name.md', '__name'],
    ['name__.md', 'name__'],
    ['..__...md', 'unnamed/unnamed'],
    ['../../etc/passwd.md', 'etc/passwd'],
    ['a\u0000b/c\nd.md', 'a-b/c-d'],
    ['a/..\\..\\b.md', 'a/..-..-b'],
    ['.md', 'unnamed'],
    ['', 'unnamed'],
  ])('of %j is %j', (path, id) => {
    expect(idOf(path)).toBe(id);
  });

  it('comes from model_id where that is valid', () => {
    expect(identifyCard('a/b.md', { model_id: ' acme/zephyr-7B ' }, null).value).toMatchObject({
      id: 'acme/zephyr-7B',
      owner: 'acme',
      name: 'zephyr-7B',
    });
  });

  it.each([
    'zephyr',
    'a/b/c',
    '../b',
    'a/..',
    'a/',
    '/b',
    'a b/c',
    `a/${'x'.repeat(300)}`,
    7,
    ['a/b'],
    'a/b?c',
  ])('does not come from a bad model_id: %j', (model_id) => {
    const place = { file: 'cards/a/b.md', line: 3, column: 11 };
    const { value, diagnostics } = identifyCard('a/b.md', { model_id }, null, place);
    expect(value.id).toBe('a/b');
    expect(diagnostics).toMatchObject([{ code: 'cards/bad-model-id', ...place }]);
  });

  it('has no empty, dot or control segments whatever the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        const { id, owner, name, names } = identifyCard(path, null, null).value;
        expect(id).toBe(owner === null ? name : `${owner}/${name}`);
        for (const segment of id.split('/')) expect(segment).toMatch(/^(?!\.*$)[^\p{Cc}/\\]+$/u);
        expect(id.split('/').length).toBeLessThanOrEqual(2);
        expect(names).toContain(id);
      }),
    );
  });
});

describe('the display name', () => {
  const data = { model_name: 'Zephyr 7B', 'model-index': [{ name: 'zephyr-7b' }] };

  it('is the first that is there, in the documented order', () => {
    const { model_name: _, ...withoutName } = data;
    expect(identifyCard('a/b.md', data, 'Heading').value).toMatchObject({
      displayName: 'Zephyr 7B',
      displayNameFrom: 'model_name',
    });
    expect(identifyCard('a/b.md', withoutName, 'Heading').value).toMatchObject({
      displayName: 'zephyr-7b',
      displayNameFrom: 'model-index',
    });
    expect(identifyCard('a/b.md', {}, 'Heading').value).toMatchObject({
      displayName: 'Heading',
      displayNameFrom: 'heading',
    });
    expect(identifyCard('a/b.md', null, null).value).toMatchObject({
      displayName: 'b',
      displayNameFrom: 'path',
    });
  });

  it('is no model-index name where there are several, or a placeholder', () => {
    expect(
      identifyCard('a/b.md', { 'model-index': [{ name: 'x' }, { name: 'y' }] }, null).value.displayNameFrom,
    ).toBe('path');
    for (const name of [
      'PLACEHOLDER',
      'no_model_name_available',
      '',
      null,
      7,
      '{{ model_name }}',
      '[More Information Needed]',
    ]) {
      expect(identifyCard('a/b.md', { 'model-index': [{ name }] }, null).value.displayNameFrom).toBe('path');
    }
  });

  it.each([
    ['Model Card for Zephyr-7B', 'Zephyr-7B'],
    ['Zephyr-7B Model Card', 'Zephyr-7B'],
    ['🤗  Zephyr 🪁 7B', 'Zephyr 7B'],
    [':rocket: Zephyr:', 'Zephyr'],
    ['Introducing', 'Introducing'],
    ['Model Card: Zephyr', 'Zephyr'],
    ['Model card — Zephyr', 'Zephyr'],
    ['Zephyr\u0007 7B', 'Zephyr 7B'],
  ])('of a heading %j is %j', (heading, name) => {
    expect(identifyCard('a/b.md', null, heading).value).toMatchObject({
      displayName: name,
      displayNameFrom: 'heading',
    });
  });

  it.each([
    'Model Card',
    'Introduction',
    'Usage',
    'How to use',
    'Model description:',
    '📖',
    '---',
    'What is it?',
    'Model Card for Model ID',
    'x'.repeat(300),
    'Evaluation results',
    'Open LLM Leaderboard Evaluation Results',
    'Some training details',
    'This model is a fine-tuned version of zephyr',
    'Moved to https://example.org/model',
    'Intended uses & limitations',
  ])('is not a heading like %j', (heading) => {
    expect(identifyCard('a/b.md', null, heading).value).toMatchObject({
      displayName: 'b',
      displayNameFrom: 'path',
    });
  });
});

describe('a heading that repeats a part of the path', () => {
  const path = 'acme/fast-llama-2-7b.md';

  it('says less than the path where it is the start: a family', () => {
    expect(identifyCard(path, null, 'Fast Llama').value).toMatchObject({
      displayName: 'fast-llama-2-7b',
      names: ['acme/fast-llama-2-7b', 'fast-llama-2-7b', 'Fast Llama'],
    });
  });

  it('is the name of another model where it is not', () => {
    expect(identifyCard(path, null, 'Llama 2').value).toMatchObject({
      displayName: 'fast-llama-2-7b',
      names: ['acme/fast-llama-2-7b', 'fast-llama-2-7b'],
    });
  });

  it('is the better spelling where it is all of it', () => {
    expect(identifyCard(path, null, 'Fast Llama 2 7B').value.displayName).toBe('Fast Llama 2 7B');
  });
});

describe('the names', () => {
  it('are all that the card gives, once each', () => {
    const data = {
      model_name: 'Zephyr 7B',
      'model-index': [{ name: 'zephyr-7b' }, { name: 'b' }, { name: 'PLACEHOLDER' }, null],
    };
    expect(identifyCard('a/b.md', data, 'Model Card for Zephyr 7B').value.names).toEqual([
      'a/b',
      'b',
      'Zephyr 7B',
      'zephyr-7b',
    ]);
  });
});

describe('keepFirstOfEachModel', () => {
  const card = (path: string) => ({
    path,
    file: `cards/${path}`,
    identity: identifyCard(path, null, null).value,
  });

  it('leaves later cards of one model out, letter case aside', () => {
    const cards = ['a/b.md', 'a/b/README.md', 'a__b.md', 'A/B.md', 'c.md'].map(card);
    const { value, diagnostics } = keepFirstOfEachModel(cards);
    expect(value.map(({ path }) => path)).toEqual(['a/b.md', 'c.md']);
    expect(diagnostics.map(({ code, file, severity }) => [code, file, severity])).toEqual([
      ['cards/same-model', 'cards/a/b/README.md', 'error'],
      ['cards/same-model', 'cards/a__b.md', 'error'],
      ['cards/same-model', 'cards/A/B.md', 'error'],
    ]);
    expect(diagnostics[2]?.message).toContain('only in letter case');
  });
});
