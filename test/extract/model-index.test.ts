/** What a metric of `model-index` says of itself, beside its value. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOne } from '../../src/reading.ts';
import { loadRegistry } from '../../src/registry/load.ts';

const registry = loadRegistry(join(import.meta.dirname, '../../registry')).value;

function claimsOf(metrics: string) {
  const text = `---\nmodel-index:\n- name: demo\n  results:\n  - task: {type: text-generation}\n    dataset: {name: MMLU, type: cais/mmlu}\n    metrics:\n${metrics}\n---\n`;
  return readOne({ path: 'acme/demo.md', file: 'acme/demo.md', text, hash: '', results: [] }, registry, [])
    .claims;
}

describe('a metric of model-index', () => {
  it.each([
    ['{type: acc, value: 61.2}', false],
    ['{type: acc, value: 61.2, verified: false}', false],
    ['{type: acc, value: 61.2, verified: true}', true],
    ['{type: acc, value: 61.2, verifyToken: eyJub3QiOiJhIHRva2VuIn0}', true],
    ['{type: acc, value: 61.2, verifyToken: 1234}', true],
    ['{type: acc, value: 61.2, verifyToken: ""}', false],
  ])('%s claims to be verified: %s', (metric, expected) => {
    const [claim, ...more] = claimsOf(`    - ${metric}`);
    expect(more).toEqual([]);
    expect(claim?.claims_verification).toBe(expected);
    expect(claim?.because.some((why) => why.includes('not checked here'))).toBe(expected);
  });

  it('stands once verified and once not as two claims', () => {
    const claims = claimsOf(
      '    - {type: acc, value: 61.2, verified: true}\n    - {type: acc, value: 61.3, verified: false}',
    );
    expect(claims.map((claim) => [claim.value, claim.claims_verification])).toEqual([
      [61.2, true],
      [61.3, false],
    ]);
  });
});
