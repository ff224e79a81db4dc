import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { readOne } from '../../src/reading.ts';
import { loadRegistry } from '../../src/registry/load.ts';

const registry = loadRegistry(join(import.meta.dirname, '../../registry')).value;

function metricsOf(path: string, text: string): string[] {
  const reading = readOne({ path, file: path, text, hash: '', results: [] }, registry, []);
  return normalize([reading], registry, DEFAULT_CONFIG).results.map((result) => result.metric);
}

const table = (...models: string[]) =>
  [
    '# Demo',
    '',
    '| Model | HumanEval |',
    '|---|---|',
    ...models.map((name, at) => `| ${name} | ${90 + at}.5 |`),
  ].join('\n');

describe('HumanEval among models of embeddings', () => {
  it('is no pass@1 where most of the models embed', () => {
    expect(metricsOf('acme/demo/README.md', table('bge-demo', 'Voyage-Code-002'))).toEqual([
      'score',
      'score',
    ]);
  });

  it('is no pass@1 on a card that says so', () => {
    const text = `---\npipeline_tag: feature-extraction\n---\n${table('Demo', 'Llama-2-7B')}`;
    expect(metricsOf('acme/demo/README.md', text)).toEqual(['score', 'score']);
  });

  it('is pass@1 elsewhere', () => {
    expect(metricsOf('acme/demo/README.md', table('Demo', 'Llama-2-7B'))).toEqual(['pass@1', 'pass@1']);
  });
});
