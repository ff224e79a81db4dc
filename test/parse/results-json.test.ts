import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { YamlNode } from '../../src/core/yaml-tree.ts';
import { readResultsJson } from '../../src/parse/results-json.ts';

const value = (text: string) => readResultsJson(text)?.document?.value;

/** Every scalar of a document with the text at its place. */
function scalars(node: YamlNode, text: string): [unknown, string][] {
  const inside = [...node.pairs.map((pair) => pair.value), ...node.items];
  return node.kind === 'scalar'
    ? [[node.value, text.slice(node.start, node.end)]]
    : inside.flatMap((one) => (one === null ? [] : scalars(one, text)));
}

describe('the JSON of a harness', () => {
  it('is read with places in the file, whatever stands between', () => {
    const text = '{\n\t"samples": [{"a": "}]\\"{"}, 1],\r\n\t"results": {"mmlu":\t{"acc,none": 0.61}}\n}';
    const { document } = readResultsJson(text) ?? {};
    expect(document?.value).toEqual({ samples: 0, results: { mmlu: { 'acc,none': 0.61 } } });
    expect(document && scalars(document.root, text)).toContainEqual([0.61, '0.61']);
  });

  it('may hold what Python writes for no number', () => {
    expect(value('{"results": {"a": {"x": NaN, "y": -Infinity, "z": 1e-05}}}')).toEqual({
      results: { a: { x: 'NaN', y: '-Infinity', z: 0.00001 } },
    });
  });

  it('is none without results', () => {
    for (const text of [
      '',
      '[]',
      '{}',
      '"results"',
      '{"eval_accuracy": 0.9}',
      '{"a": {"results": {}}}',
      '<html>',
    ])
      expect(readResultsJson(text), text).toBeNull();
  });

  it('is an error with its place where it breaks off', () => {
    const reading = readResultsJson('{"results": {"a": {"acc": 0.5}');
    expect(reading?.error?.kind).toBe('syntax');
    expect(reading?.error?.offset).toBeLessThan(31);
  });

  it('agrees with JSON on every value that is kept', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.json({ maxDepth: 3 }),
        fc.boolean(),
        (results, samples, indented) => {
          const parsed = { samples: JSON.parse(samples), results: { task: JSON.parse(results) } };
          const text = JSON.stringify(parsed, null, indented ? 2 : 0);
          // Keys that would change what an object is are taken out by both.
          fc.pre(!text.includes('__proto__'));
          expect(value(text)).toEqual({ samples: 0, results: parsed.results });
        },
      ),
    );
  });

  it.each([
    ['five million brackets', `{"samples": ${'['.repeat(5_000_000)}`],
    ['brackets among the results', `{"results": ${'['.repeat(5_000_000)}`],
    [
      'a deep value that is left out',
      `{"results": {"a": 1}, "b": ${'[1,'.repeat(900_000)}1${']'.repeat(900_000)}}`,
    ],
    ['white space', ' '.repeat(8_000_000)],
    ['a string without an end', `{"results": "${'\\"'.repeat(3_000_000)}`],
    [
      'too many tasks',
      `{"results": {${Array.from({ length: 300_000 }, (_, i) => `"t${i}":{"acc":0.1}`).join(',')}}}`,
    ],
    ['keys without values', '{"a"'.repeat(1_000_000)],
    ['anchors', `{"results": {"a": &a [1], "b": [${'*a,'.repeat(300_000)}1]}}`],
  ])('does not hang on %s', (_, text) => {
    const start = performance.now();
    expect(() => readResultsJson(text)).not.toThrow();
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
