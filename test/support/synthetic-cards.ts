/** Made-up cards in many shapes, the same ones for the same number. */

const BENCHMARKS = [
  'MMLU',
  'HellaSwag',
  'GSM8K',
  'ARC-Challenge',
  'TruthfulQA',
  'Winogrande',
  'HumanEval',
  'Zebra-QA',
];
const OWNERS = ['acme', 'Borealis', 'çedilla', 'delta-works'];
const KINDS = ['Instruct', 'base', 'DPO', 'GGUF'];

/** A generator of whole numbers below a limit: multiplicative, with Knuth's constants for 32 bits. */
export function generator(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** `count` cards as [path below the cards folder, text]. */
export function syntheticCards(count: number, seed = 1): [string, string][] {
  const below = generator(seed);
  return Array.from({ length: count }, (_, index) => {
    const owner = OWNERS[below(OWNERS.length)] as string;
    const size = [1, 3, 7, 13, 70][below(5)] as number;
    const name = `Model-${index}-${size}B-${KINDS[below(KINDS.length)]}`;
    const chosen = BENCHMARKS.filter(() => below(3) > 0);
    const value = () => (20 + below(7000) / 100).toFixed(2);
    const rival = `Rival-${below(5)}-7B`;
    const table =
      below(2) === 0
        ? [
            '| Benchmark | Value |',
            '| --- | ---: |',
            ...chosen.map((benchmark) => `| ${benchmark} | ${value()} |`),
          ]
        : [
            `| Model | ${chosen.join(' | ')} |`,
            `| --- |${' --- |'.repeat(chosen.length)}`,
            `| ${name} | ${chosen.map(() => `**${value()}**`).join(' | ')} |`,
            `| ${rival} | ${chosen.map(() => (below(4) === 0 ? '-' : value())).join(' | ')} |`,
          ];
    const text = [
      '---',
      `license: ${['mit', 'apache-2.0', 'other'][below(3)]}`,
      `language: [en${below(2) === 0 ? ', de' : ''}]`,
      'model-index:',
      `- name: ${name}`,
      '  results:',
      '  - task: { type: text-generation }',
      '    dataset: { name: MMLU (5-Shot), type: cais/mmlu, args: { num_few_shot: 5 } }',
      `    metrics: [{ type: acc, value: ${value()} }]`,
      '---',
      '',
      `# ${name}`,
      '',
      ...table,
      '',
      `EQ-Bench: ${value()}`,
      '',
    ];
    return [`${owner}/${name}/README.md`, text.join('\n')];
  });
}
