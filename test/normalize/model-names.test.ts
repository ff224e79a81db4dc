import { describe, expect, it } from 'vitest';
import type { CardReading } from '../../src/core/card.ts';
import { nameModels } from '../../src/normalize/model-names.ts';
import { parametersOfName } from '../../src/normalize/models.ts';
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

  it('what an alias says', () => {
    expect(ids([card('acme/zephyr', []), card('b/c', ['Z7'])], { Z7: 'acme/zephyr' })[1]).toEqual([
      'acme/zephyr',
    ]);
  });
});

it.each([
  ['Llama-2-7b-hf', 7],
  ['Mixtral-8x7B-v0.1', 56],
  ['SmolLM-135M', 0.135],
  ['Qwen2.5-1.5B', 1.5],
  ['gpt-4', null],
  ['bert-base', null],
  ['wav2vec2-large-960h', null],
])('%s has parameters in billions: %s', (name, size) => expect(parametersOfName(name)).toBe(size));
