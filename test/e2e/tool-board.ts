/** A board of known models, to try its tools on: built as a site, served, with a browser to look at it. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildAndServe, type SampleSite } from './served-site.ts';

interface Made {
  readonly id: string;
  readonly license: string;
  readonly languages: readonly string[];
  /** ARC-Challenge, HellaSwag, MMLU, TruthfulQA, Winogrande, GSM8K. */
  readonly scores: readonly (number | null)[];
  /** The leaderboard says so, not the card itself. */
  readonly measured: boolean;
}

/** In the order of their averages; the last two have none. */
export const MADE: readonly Made[] = [
  made('acme/Anvil-70B', 'apache-2.0', ['en', 'de'], [70, 88, 72, 61, 84, 66], true),
  made('acme/Anvil-7B-Instruct', 'apache-2.0', ['en'], [66, 86, 63, 60, 79, 62], true),
  made('borealis/Crane-34B-Chat', 'mit', ['en', 'fr'], [65, 85, 75, 52, 83, 50], false),
  made('borealis/Crane-7B', 'mit', ['en'], [60, 83, 62, 45, 78, 40], false),
  made('cedar/Dune, "odd"|-3B', 'llama2', ['en'], [55, 80, 50, 44, 75, 30], true),
  made('cedar/Ember-1.1B', 'cc-by-nc-4.0', ['ja'], [40, 66, 30, 38, 63, 10], true),
  made('delta/Fjord-7B', 'mit', ['en'], [61, 83, 64, 47, null, 42], true),
  made('delta/=Gull-13B', 'other', ['de'], [58, null, 55, null, 77, null], false),
];

function made(
  id: string,
  license: string,
  languages: readonly string[],
  scores: readonly (number | null)[],
  measured: boolean,
): Made {
  return { id, license, languages, scores, measured };
}

const COLUMNS = [
  ['ai2_arc', 'AI2 Reasoning Challenge (25-Shot)', 25, 'acc_norm', 'ARC-Challenge'],
  ['hellaswag', 'HellaSwag (10-Shot)', 10, 'acc_norm', null],
  ['cais/mmlu', 'MMLU (5-Shot)', 5, 'acc', null],
  ['truthful_qa', 'TruthfulQA (0-shot)', 0, 'mc2', 'multiple_choice'],
  ['winogrande', 'Winogrande (5-shot)', 5, 'acc', 'winogrande_xl'],
  ['gsm8k', 'GSM8k (5-shot)', 5, 'acc', 'main'],
] as const;

/** Keys of the board's columns. */
export const KEYS = ['arc_challenge', 'hellaswag', 'mmlu', 'truthfulqa_mc2', 'winogrande', 'gsm8k'] as const;

function cardOf({ id, license, languages, scores, measured }: Made): string {
  const results = COLUMNS.map(([type, name, shots, metric, config], place) => {
    const score = scores[place];
    if (score == null) return '';
    return [
      '  - task: { type: text-generation }',
      `    dataset: { name: ${name}, type: ${type},${config === null ? '' : ` config: ${config},`} args: { num_few_shot: ${shots} } }`,
      `    metrics: [{ type: ${metric}, value: ${score.toFixed(2)} }]`,
      ...(measured ? ['    source: { url: "https://example.org/", name: Open LLM Leaderboard }'] : []),
    ].join('\n');
  });
  return [
    '---',
    `license: ${license}`,
    `language: [${languages.join(', ')}]`,
    'model-index:',
    `- name: ${JSON.stringify(id.slice(id.indexOf('/') + 1))}`,
    '  results:',
    ...results.filter((result) => result !== ''),
    '---',
    '',
    '# Made for a test',
    '',
  ].join('\n');
}

/** The board's page, below the site's address. */
export const BOARD = 'boards/open_llm_leaderboard_v1/';

/** Builds and serves the site below a base path, and starts the browser. */
export async function openToolBoard(): Promise<SampleSite> {
  const workplace = mkdtempSync(join(tmpdir(), 'cardboard-tools-'));
  const cards = join(workplace, 'cards');
  for (const one of MADE) {
    const file = join(cards, one.id, 'README.md');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, cardOf(one));
  }
  return buildAndServe(workplace, cards);
}
