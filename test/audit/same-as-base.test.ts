/** Models whose results are their base model's. */
import { expect, it } from 'vitest';
import { SAME_AS_BASE } from '../../src/audit/same-as-base.ts';
import { claim } from './claims.ts';
import { inputOf, model } from './input.ts';

const card = (id: string, scores: string) =>
  scores
    .split(' ')
    .map((raw, row) => claim(`b${row}`, 'acc', raw, 12 + row, { model: id, card: `${id}.md` }));

function found(own: string, theirs: string, bases: readonly string[] = ['Acme/Base']) {
  const models = [
    model('acme/base'),
    model('acme/tuned', { base_models: bases, base_model_relation: 'quantized' }),
  ];
  return SAME_AS_BASE.find(inputOf([...card('acme/tuned', own), ...card('acme/base', theirs)], { models }));
}

it('names the base model and how many results are the same', () => {
  expect(found('61.2 50.1 49.3 12.7', '61.2 50.1 49.3 12.7 11.1')).toMatchObject([
    {
      rule: 'same-as-base',
      severity: 'info',
      model: 'acme/tuned',
      message: 'All 4 results that acme/tuned shares with its base model acme/base (quantized) are the same.',
    },
  ]);
});

it.each([
  ['one differs', '61.2 50.1 49.3 12.7', '61.2 50.1 49.3 12.8', ['acme/base']],
  ['few are shared', '61.2 50.1 49.3', '61.2 50.1 49.3 12.7', ['acme/base']],
  ['they tell little', '100 0 50 20', '100 0 50 20', ['acme/base']],
  ['it is not the base', '61.2 50.1 49.3 12.7', '61.2 50.1 49.3 12.7', ['acme/other']],
  ['it names itself', '61.2 50.1 49.3 12.7', '61.2 50.1 49.3 12.7', ['acme/tuned']],
])('says nothing where %s', (_, own, theirs, bases) => {
  expect(found(own, theirs, bases)).toEqual([]);
});
