import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardReading } from '../../src/core/card.ts';
import { doubtfulPairs, listIdentities } from '../../src/normalize/model-identities.ts';
import { nameModels } from '../../src/normalize/model-names.ts';
import { cardNaming as card } from './claims.ts';

const ids = (cards: CardReading[], aliases: Record<string, string> = {}) => {
  const names = nameModels(cards, aliases);
  return cards.map((reading) => reading.claims.map((one) => names.idOf(one)));
};

describe('a model named in a table is', () => {
  it('the card of that id or name, whatever the case', () => {
    expect(
      ids([card('acme/Zephyr-7B', []), card('b/c', ['ACME/zephyr-7b', 'zephyr-7b', 'Zephyr 7B'])])[1],
    ).toEqual(['acme/Zephyr-7B', 'acme/Zephyr-7B', 'acme/Zephyr-7B']);
  });

  it('nobody in particular where two cards have that name', () => {
    expect(ids([card('acme/zephyr', []), card('other/zephyr', []), card('b/c', ['zephyr'])])[2]).toEqual([
      'zephyr',
    ]);
  });

  it('never another size, version or variant', () => {
    const written = ['zephyr-13b', 'zephyr-7b-v0.2', 'zephyr-7b-instruct', 'zephyr-7b-GPTQ'];
    expect(ids([card('acme/zephyr-7b', []), card('b/c', written)])[1]).toEqual(written);
  });

  it('one model across cards under spellings that differ in separators', () => {
    const [, first, second] = ids([
      card('a/x', []),
      card('b/c', ['Llama 2 7B']),
      card('d/e', ['llama-2-7b']),
    ]);
    expect(first).toEqual(second);
  });

  it("each card's own baseline where the name says no more", () => {
    expect(ids([card('a/x', ['Baseline']), card('b/y', ['Baseline'])])).toEqual([
      ['Baseline (a∕x)'],
      ['Baseline (b∕y)'],
    ]);
  });

  it('its whole name, where the card writes the size in another cell', () => {
    const beside = card('b/c', ['Meadow']);
    const claims = beside.claims.map((one) => ({ ...one, model: 'Meadow 3B' }));
    expect(ids([card('acme/Meadow-3B', []), { ...beside, claims }])[1]).toEqual(['acme/Meadow-3B']);
  });

  it('what an alias says', () => {
    expect(ids([card('acme/zephyr', []), card('b/c', ['Z7'])], { Z7: 'acme/zephyr' })[1]).toEqual([
      'acme/zephyr',
    ]);
  });
});

const meaning = (cards: CardReading[], reading: CardReading, aliases: Record<string, string> = {}) => {
  const names = nameModels(cards, aliases);
  return reading.claims.map((one) => names.meaningOf(one));
};

describe('what a card says of a name counts in that card', () => {
  const uploads = [card('acme/demo-7b', []), card('other/demo-7b', [])];

  it('its base_model, where two owners have the name', () => {
    const told = card('b/c', ['Demo 7B'], { baseModels: ['other/demo-7b'] });
    const untold = card('d/e', ['Demo 7B']);
    expect(meaning([...uploads, told, untold], told)).toMatchObject([
      { id: 'other/demo-7b', by: 'base-model' },
    ]);
    expect(meaning([...uploads, told, untold], untold)).toMatchObject([{ id: 'Demo 7B', by: 'own-page' }]);
  });

  it('a link, unless it contradicts the name', () => {
    const link = (id: string, text: string) =>
      `<td><a href="https://huggingface.co/${id}" rel="x">${text}</a></td>`;
    const html = `${link('acme/demo-7b', 'Demo')}${link('acme/demo-7b', 'Demo 13B')}`;
    const told = card('b/c', ['Demo', 'Demo 13B'], {}, html);
    expect(meaning([...uploads, told], told)).toMatchObject([
      { id: 'acme/demo-7b', by: 'link' },
      { id: 'Demo 13B', by: 'own-page' },
    ]);
  });

  it.each([
    ['Demo-small', 'acme/demo-base', 'another size'],
    ['Demo 7B', 'acme/demo-7b-GGUF', 'another number format'],
    ['Demo 7B v1', 'acme/demo-7b-v2', 'the page of another name', 'demo-7b-v2'],
  ])('not a link from %s to %s: it leads to %s', (name, id, _, ...others) => {
    const html = [name, ...others].map(
      (text) => `<td><a href="https://huggingface.co/${id}">${text}</a></td>`,
    );
    const told = card('b/c', [name], {}, html.join(''));
    expect(meaning([told], told)).toMatchObject([{ id: name, by: 'own-page' }]);
  });

  it('not a link to the page of another name in its tables', () => {
    const html = '<li><a href="https://huggingface.co/acme/famous">Demo</a></li>';
    const told = card('b/c', ['Demo', 'Famous'], {}, html);
    expect(ids([told])).toEqual([['Demo', 'Famous']]);
  });

  it('"base model", where it has one', () => {
    const told = card('b/c', ['Base model'], { baseModels: ['acme/demo-7b'] });
    const merged = card('b/d', ['Base model'], { baseModels: ['acme/demo-7b', 'other/demo-7b'] });
    expect(ids([...uploads, told, merged]).slice(2)).toEqual([['acme/demo-7b'], ['Base model (b∕d)']]);
  });
});

describe('names stay apart', () => {
  it('where a table has rows for both spellings', () => {
    const both = card('a/x', ['Demo-7b-v1', 'Demo-v1-7b']);
    const elsewhere = card('b/y', ['Demo v1 7B']);
    expect(ids([both, elsewhere])).toEqual([['Demo-7b-v1', 'Demo v1 7B'], ['Demo v1 7B']]);
    expect(ids([elsewhere, card('c/z', ['Demo-7b-v1'])])).toEqual(
      [['Demo v1 7B'], ['Demo v1 7B']].map(() => ['Demo v1 7B']),
    );
  });

  it('where the only card of that name is not by the maker of the family', () => {
    const upload = card('someone/Llama-2-7b', []);
    const reader = card('b/c', ['Llama 2 7B']);
    expect(ids([upload, reader])[1]).toEqual(['Llama 2 7B']);
    expect(ids([upload, reader, card('meta-llama/Llama-2-7b-hf', [])])[1]).toEqual([
      'meta-llama/Llama-2-7b-hf',
    ]);
  });

  it("and a name is never the reader's own model where its reader took it for another", () => {
    expect(ids([card('acme/zephyr-7b', ['Zephyr 7B'])])).toEqual([['Zephyr 7B']]);
  });
});

it('says which pairs a person should look at, and which names met', () => {
  const cards = [card('acme/demo-7b', []), card('b/c', ['Demo', 'Demo-7B', 'Demo-7B-base', 'Demo2-7B'])];
  const identities = listIdentities(cards, nameModels(cards, {}));
  expect(identities.find(({ id }) => id === 'acme/demo-7b')?.names).toMatchObject([
    { name: 'Demo-7B', by: 'name', confidence: 0.95, cards: 1, places: [{ file: 'b/c/README.md' }] },
  ]);
  expect(doubtfulPairs(identities)).toEqual([
    { models: ['Demo', 'acme/demo-7b'], because: 'one names its size, the other none' },
    { models: ['Demo-7B-base', 'acme/demo-7b'], because: 'one says "base", the other nothing' },
  ]);
});

describe('whatever the order of cards', () => {
  const written = fc.constantFrom(
    ...['Llama 2 7B', 'llama-2-7b', 'meta-llama/Llama-2-7b-hf', 'Meta-Llama/llama-2-7B-hf', 'Llama2-7B-Chat'],
    ...[
      'Llama-2-Chat 7B',
      'Zephyr 7B β',
      'zephyr-7b-beta',
      'acme/zephyr-7b-beta',
      'Baseline',
      'base model',
      'GPT-4',
    ],
  );
  const ids = fc.constantFrom(
    'acme/zephyr-7b-beta',
    'other/zephyr-7b-beta',
    'x/y',
    'z/Llama-2-7b',
    'p/q',
    'r/s',
  );
  const someCard = fc
    .tuple(ids, fc.array(written, { maxLength: 5 }), fc.array(written, { maxLength: 2 }))
    .map(([id, names, baseModels]) => card(id, names, { baseModels }));
  const someCards = fc.uniqueArray(someCard, { selector: ({ path }) => path, maxLength: 6 });
  const outcome = (cards: readonly CardReading[]) => {
    const names = nameModels(cards, { 'GPT-4': 'openai/gpt-4' });
    const identities = listIdentities(cards, names);
    return { ids: names.ids, identities, doubtful: doubtfulPairs(identities), unused: names.unusedAliases };
  };

  it('models have the same ids, names and reasons', () => {
    fc.assert(
      fc.property(
        someCards.chain((cards) =>
          fc.tuple(fc.constant(cards), fc.shuffledSubarray(cards, { minLength: cards.length })),
        ),
        ([cards, shuffled]) => {
          expect(outcome(shuffled)).toEqual(outcome(cards));
        },
      ),
    );
  });
});
