import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/core/result.ts';
import { pageAt, siteOf } from '../../src/render/frame.ts';
import { type LineageNode, lineageView } from '../../src/render/lineage.ts';
import { sampleContext, sampleData, sampleModel } from './sample-data.ts';

const child = (id: string, parents: readonly string[], type: Model['type'] = 'fine-tuned'): Model =>
  sampleModel(id, { parents, type });

/** One line a model, indented by its depth. */
function drawn(node: LineageNode | null, depth = 0): string[] {
  if (node === null) return [];
  const { own, label, facts, from, fromWord, more, children } = node;
  const others = from.map((base) => base.label).join(', ');
  const text = [own ? `[${label}]` : label, facts, others && `${fromWord} ${others}`]
    .filter(Boolean)
    .join(' ');
  return [
    `${'  '.repeat(depth)}${text}`,
    ...children.flatMap((below) => drawn(below, depth + 1)),
    ...(more ? [`${'  '.repeat(depth + 1)}${more}`] : []),
  ];
}

function tree(of: string, models: readonly Model[]): string[] {
  const data = { ...sampleData(), models };
  const context = sampleContext();
  const site = siteOf(data, context);
  const model = models.find(({ id }) => id === of) as Model;
  return drawn(lineageView(site, pageAt('models/x/y/index.html'), model));
}

const FAMILY = [
  child('a/base', [], 'pretrained'),
  child('b/chat', ['a/base'], 'chat'),
  child('c/merge', ['b/chat', 'x/elsewhere'], 'merge'),
  child('d/chat-awq', ['b/chat'], 'quantized'),
  child('e/more', ['b/chat']),
  child('f/more-awq', ['e/more'], 'quantized'),
];

describe('the lineage of a model', () => {
  it('leads from its oldest ancestor to what is made from it, further training first', () => {
    expect(tree('b/chat', FAMILY)).toEqual([
      'a/base pretrained',
      '  [b/chat] chat',
      '    e/more fine-tuned',
      '      f/more-awq quantized',
      '    c/merge merge also from x/elsewhere',
      '    d/chat-awq quantized',
    ]);
    expect(tree('f/more-awq', FAMILY)).toEqual([
      'a/base pretrained',
      '  b/chat chat',
      '    e/more fine-tuned',
      '      [f/more-awq] quantized',
    ]);
  });

  it('starts at a merge, which names what it was made from', () => {
    expect(tree('c/merge', FAMILY)).toEqual(['[c/merge] merge from b/chat, x/elsewhere']);
    expect(tree('g/h', [...FAMILY, child('g/h', ['c/merge'])])).toEqual([
      'c/merge merge from b/chat, x/elsewhere',
      '  [g/h] fine-tuned',
    ]);
  });

  it('is cut where base models go round', () => {
    const ring = [child('a/one', ['a/two']), child('a/two', ['a/three']), child('a/three', ['a/one'])];
    expect(tree('a/one', ring)).toEqual([
      'a/three fine-tuned',
      '  a/two fine-tuned',
      '    [a/one] fine-tuned',
    ]);
    expect(tree('a/self', [child('a/self', ['a/self'])])).toEqual([]);
  });

  it('is left out where the page says as much already', () => {
    expect(tree('b/chat', [child('b/chat', ['x/elsewhere'], 'chat')])).toEqual([]);
    expect(tree('a/base', [child('a/base', [], 'pretrained')])).toEqual([]);
  });

  it('says how many it leaves out', () => {
    const many = Array.from({ length: 40 }, (_, index) => child(`q/${index}`, ['a/base'], 'quantized'));
    const lines = tree('a/base', [child('a/base', [], 'pretrained'), ...many]);
    expect(lines).toHaveLength(26);
    expect(lines.at(-1)).toBe('  and 16 more');
  });

  it('leads to pages here, to the Hub for others, and nowhere for what is no id', () => {
    const models = [child('a/b', ['x/elsewhere', 'a/c', 'javascript:alert(1)']), child('a/c', [])];
    const data = { ...sampleData(), models };
    const context = sampleContext();
    const site = siteOf(data, context);
    const view = lineageView(site, pageAt('models/a/b/index.html'), models[0] as Model);
    expect(view?.from.map(({ href, external }) => [href, external])).toEqual([
      ['https://huggingface.co/x/elsewhere', true],
      ['../c/', false],
      ['', true],
    ]);
  });
});
