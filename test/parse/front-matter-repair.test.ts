import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../src/parse/front-matter.ts';

interface Entry {
  readonly dataset: { readonly name: string; readonly type: string };
  readonly metrics: readonly { readonly type: string; readonly value: number }[];
}

const entry = (index: number): Entry => ({
  dataset: { name: `Set ${index}`, type: `set${index}` },
  metrics: [
    { type: 'acc', value: index + 0.25 },
    { type: 'f1', value: index + 0.5 },
  ],
});

const textOf = (index: number): string => `  - task:
      type: text-generation
    dataset:
      name: Set ${index}
      type: set${index}
    metrics:
    - type: acc
      value: ${index}.25
    - type: f1
      value: ${index}.5
`;

describe('a card that is damaged in one place', () => {
  const damage = fc.constantFrom(
    '"',
    "'",
    '[',
    '{',
    '}',
    ']',
    ': ',
    '\t',
    '\n',
    '\n\n',
    '@',
    '*x',
    '&',
    '! ',
    '- ',
    '  ',
    '#',
    '|',
    '%',
    '\u0007',
    '\n---x\n',
    '\nx\n',
    '\n x\n',
    '\n...\n',
  );
  const count = 5;

  it('keeps its other results as they were, or loses them: none becomes another', () => {
    let saved = 0;
    let broken = 0;
    fc.assert(
      fc.property(fc.nat(count - 1), fc.nat(textOf(0).length - 1), damage, (which, at, inserted) => {
        const parts = Array.from({ length: count }, (_, index) => textOf(index));
        const hurt = parts[which] as string;
        parts[which] = hurt.slice(0, at) + inserted + hurt.slice(at);
        const text = `---\nlicense: mit\nmodel-index:\n- name: zephyr\n  results:\n${parts.join('')}tags:\n- a\n---\n`;
        const { value, diagnostics } = parseFrontMatter(text, 'card.md');
        if (value.state !== 'broken') return;
        broken++;
        expect(diagnostics.length).toBeGreaterThan(0);
        expect(value.data).toMatchObject({ license: 'mit' });
        const index = (value.data?.['model-index'] ?? []) as { results?: (Partial<Entry> | null)[] }[];
        const results = index[0]?.results ?? [];
        const undamaged = results.filter(
          (result) => typeof result?.dataset?.name === 'string' && result.dataset.name !== `Set ${which}`,
        );
        for (const result of undamaged) {
          const original = Number(result?.dataset?.name.slice(4));
          expect(result).toMatchObject(entry(original));
        }
        if (undamaged.length === count - 1) saved++;
      }),
      { numRuns: 2000 },
    );
    // Most damage stays in the result it was done to; what shifts a line to another level takes neighbours along.
    expect(saved / broken).toBeGreaterThan(0.6);
  });
});
