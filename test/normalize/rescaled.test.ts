import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { readOne } from '../../src/reading.ts';
import { loadRegistry } from '../../src/registry/load.ts';

const registry = loadRegistry(join(import.meta.dirname, '../../registry')).value;

function benchmarksOf(gpqa: string, musr: string): string[] {
  const text = [
    '# Demo',
    '',
    '## Open LLM Leaderboard v2',
    '',
    '| Benchmark | Demo |',
    '|---|---|',
    '| IFEval | 32.04 |',
    `| GPQA | ${gpqa} |`,
    `| MuSR | ${musr} |`,
    '| MMLU-Pro | 16.95 |',
  ].join('\n');
  const reading = readOne(
    { path: 'acme/demo/README.md', file: 'README.md', text, hash: '', results: [] },
    registry,
    [],
  );
  return normalize([reading], registry, DEFAULT_CONFIG)
    .results.map((result) => result.benchmark)
    .sort();
}

describe('scores under the name of a leaderboard that rescales', () => {
  it('are rescaled where they lie where rescaling puts them', () => {
    expect(benchmarksOf('7.61', '8.60')).toContain('leaderboard_gpqa');
  });

  it('are raw where they lie above chance on every benchmark', () => {
    const raw = benchmarksOf('26.12', '32.75');
    expect(raw).toHaveLength(4);
    expect(raw.filter((id) => id.startsWith('leaderboard_'))).toEqual([]);
  });
});

describe('scores under the name of a suite in another language', () => {
  it('are of that suite, though its tests are called like the English ones', () => {
    const text =
      '# Demo\n\n## KoBEST\n\n| Model | COPA | HellaSwag | BoolQ |\n|---|---|---|---|\n| Demo | 0.63 | 0.51 | 0.52 |';
    const reading = readOne(
      { path: 'acme/demo/README.md', file: 'README.md', text, hash: '', results: [] },
      registry,
      [],
    );
    const { results } = normalize([reading], registry, DEFAULT_CONFIG);
    expect(results.map((result) => result.benchmark).sort()).toEqual([
      'kobest_boolq',
      'kobest_copa',
      'kobest_hellaswag',
    ]);
  });
});
