/** A comparison as it is shown and taken away: markup, charts, Markdown, CSV, and its address. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../../src/core/charts/slope-chart.ts';
import { comparedIds, comparedQuery } from '../../../src/core/comparison/compare-address.ts';
import { compareModels } from '../../../src/core/comparison/compare-models.ts';
import { comparisonHtml } from '../../../src/core/comparison/comparison-html.ts';
import { comparisonCsv, comparisonMarkdown } from '../../../src/core/comparison/comparison-text.ts';
import { makeLanguage } from '../../../src/core/language.ts';
import { loadMessages } from '../../../src/site/messages.ts';
import { compareModel as model, compareResult as result } from './compared.ts';

const { code, all } = loadMessages(new URL('../../../messages', import.meta.url).pathname, 'en');
const language = makeLanguage(code, all);
const words = { language, to: (address: string) => `../${address}` };

const two = compareModels([
  model(
    'acme/Zephyr',
    ['gsm8k', 'mmlu', 'bbh', 'musr'].map((id, place) =>
      result(id, 40 + place, { stderr: 1, field: [10, 35, 90] }),
    ),
    { facts: { size: '7B', organisation: 'acme' } },
  ),
  model('beta/Breeze', [
    result('gsm8k', 50, { stderr: 1 }),
    result('mmlu', 41.5, { stderr: 1 }),
    result('bbh', 30),
    result('musr', 43),
    result('gpqa', 20, { shots: 0 }),
  ]),
]);

describe('markup', () => {
  const html = comparisonHtml(two, words);

  it('says differences, and whether chance explains them', () => {
    expect(html).toContain('+10.0, beyond chance');
    expect(html).toContain('+0.5, within chance');
    expect(html).toContain(
      'Breeze beside Zephyr, on 4 results that both have: better on 2, worse on 1, equal on 1.',
    );
  });

  it('draws slopes for two models, and a profile', () => {
    expect(html.match(/<figure/g)).toHaveLength(2);
    expect(html).toContain('class="slope rising sure"');
    const three = compareModels([...two.models, model('c/d', [result('gsm8k', 1)])]);
    expect(comparisonHtml(three, words).match(/<figure/g)).toHaveLength(1);
  });

  it('leads to models, benchmarks and proofs', () => {
    for (const href of ['../models/acme/Zephyr/', '../benchmarks/gsm8k/', '../models/x/#L1C1'])
      expect(html).toContain(`href="${href}"`);
  });

  it('names its tables and their headings, has every id once, and no style', () => {
    expect(html.match(/<table/g)?.length).toBe(html.match(/<caption/g)?.length);
    for (const [heading] of html.matchAll(/<th[\s>][^>]*>?/g)) expect(heading).toContain('scope=');
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toMatch(/ style=|NaN|undefined/);
  });

  it('lets no hostile text become markup', () => {
    const evil = '<img src=x onerror=alert(1)>"';
    const hostile = compareModels(
      ['a', 'b'].map((id) =>
        model(
          `${id}/${evil}`,
          ['p', 'q', 'r'].map((one) =>
            result(`${one}${evil}`, 5, { conditions: evil, setting: evil, page: `x/${evil}`, proof: evil }),
          ),
          { name: evil, page: evil, facts: { licence: evil } },
        ),
      ),
    );
    expect(comparisonHtml(hostile, words)).not.toContain('<img');
  });

  it('says so where nothing was measured alike', () => {
    const nothing = compareModels([
      model('a/b', [result('x', 1)]),
      model('c/d', [result('x', 1, { shots: 0 })]),
    ]);
    const said = comparisonHtml(nothing, words);
    expect(said).toContain('No two of these models');
    expect(said).toContain('not comparable: other or unstated shots');
  });
});

it('becomes a Markdown table whose cells hold', () => {
  const odd = compareModels([
    model('a/b', [result('x', 1, { name: 'a|b' })], { name: 'One | two' }),
    model('c/d', [result('x', -2.5, { name: 'a|b' })], { name: 'Three' }),
  ]);
  expect(comparisonMarkdown(odd, language.t).split('\n')).toEqual([
    '| Benchmark | Conditions | One \\| two | Three |',
    '| --- | --- | ---: | ---: |',
    '| a\\|b | accuracy · 5-shot | 1.0 | −2.5 |',
    '',
  ]);
});

it('becomes comma-separated values, a result a line', () => {
  const lines = comparisonCsv(two).trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + 8);
  expect(lines[0]).toContain('benchmark,metric,shots');
  expect(lines.find((line) => line.startsWith('gsm8k') && line.includes('beta/Breeze'))).toBe(
    'gsm8k,acc,5,,,percent,beta/Breeze,50,1,self-reported,10,2.82843,true',
  );
});

it('is named by its address, whatever the ids', () => {
  expect(comparedQuery(['acme/a', 'acme/b&c'])).toBe('?m=acme/a&m=acme/b%26c');
  expect(comparedIds('?m=a&m=b&m=a&m=&x=1')).toEqual(['a', 'b']);
  expect(comparedIds('?m=1&m=2&m=3&m=4&m=5&m=6&m=7')).toHaveLength(6);
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 6 }), (ids) => {
      expect(comparedIds(comparedQuery(ids))).toEqual(ids);
    }),
  );
});

it('moves labels apart, within the height, and keeps their order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 20 }), (places) => {
      const spaced = spread(places, 17, 400);
      const order = places
        .map((_, place) => place)
        .sort((a, b) => (places[a] as number) - (places[b] as number) || a - b);
      for (const [at, place] of order.entries()) {
        expect(spaced[place]).toBeLessThanOrEqual(400);
        if (at > 0)
          expect(
            (spaced[place] as number) - (spaced[order[at - 1] as number] as number),
          ).toBeGreaterThanOrEqual(17 - 1e-9);
      }
    }),
  );
});
