/** Made-up worlds of results: claims of a few cards, normalised as a build does it. */
import fc from 'fast-check';
import type { CardReading } from '../../src/core/card.ts';
import type { Claim } from '../../src/core/claim.ts';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import type { Copy } from '../../src/core/result.ts';
import { type ExportedFiles, exportFiles } from '../../src/export-files.ts';
import { type Normalized, normalize } from '../../src/normalize/normalize.ts';
import { brokenReading } from '../../src/reading.ts';
import { loadRegistry } from '../../src/registry/load.ts';
import { claim } from '../normalize/claims.ts';

export const { value: registry } = loadRegistry('registry');

export interface Said {
  readonly model: string | null;
  readonly benchmark: string;
  readonly metric: string | null;
  readonly shots: number | null;
  readonly setting: string | null;
  readonly split: string | null;
  readonly value: number;
  readonly percent?: boolean;
  readonly stderr?: number | null;
  readonly source?: { readonly name: string | null; readonly url: string | null };
  readonly date?: string | null;
}

/** What a card of this path says, as a reading without diagnostics; every claim stands in a group of its own. */
function readingOf(path: string, said: readonly Said[]): CardReading {
  const card = { path, file: path, text: '', hash: '', results: [] };
  const claims = said.map((one, index): Claim => {
    const { source = { name: null, url: null } } = one;
    return claim({
      card: path,
      subject: one.model === null ? 'self' : 'other',
      model_as_written: one.model,
      benchmark_as_written: one.benchmark,
      metric_as_written: one.metric,
      shots: one.shots,
      setting: one.setting,
      split: one.split,
      value: one.value,
      unit_as_written: one.percent ? 'percent' : null,
      stderr: one.stderr ?? null,
      origin_name: source.name,
      origin_url: source.url,
      date: one.date ?? null,
      group: `table@${index}`,
      model: null,
      benchmark: null,
      metric: null,
      score: null,
      unit: null,
    });
  });
  return { ...brokenReading(card, ''), claims, diagnostics: [] };
}

export function worldOf(cards: Readonly<Record<string, readonly Said[]>>): Normalized {
  const readings = Object.entries(cards).map(([path, said]) => readingOf(path, said));
  return normalize(readings, registry, DEFAULT_CONFIG);
}

/** What a world gives in a format; the day of the export is 3 February 2026. */
export function exported(
  world: Normalized,
  format: 'every-eval-ever' | 'eval-results' | 'model-index',
  copies: readonly Copy[] = [],
): ExportedFiles {
  const effects = { progress: () => {} };
  return exportFiles(world, registry, {
    format,
    config: DEFAULT_CONFIG,
    copies,
    retrieved: 1_770_076_800,
    effects,
  });
}

const ordinary = registry.benchmarks
  .filter(({ category }) => category !== 'aggregate')
  .map(({ name }) => name);
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

/** Claims in the field's own words. */
const plainClaim: fc.Arbitrary<Said> = fc.record({
  model: fc.constantFrom(null, null, 'Zephyr-7B-beta', 'acme/wind-13b', 'GPT-4'),
  benchmark: fc.constantFrom(...ordinary, 'Zebra-QA', 'Wolf Bench v3'),
  metric: fc.constantFrom(null, null, 'acc', 'acc_norm', 'exact_match', 'f1', 'wer'),
  shots: fc.constantFrom(null, 0, 5, 25),
  setting: fc.constantFrom(null, null, 'CoT', 'maj@8', 'hard', 'en', 'thinking'),
  split: fc.constantFrom(null, 'test', 'validation'),
  value: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
  percent: fc.boolean(),
  stderr: fc.constantFrom(null, 1.25),
  source: fc.constantFrom(
    { name: null, url: null },
    { name: 'Example Board', url: 'https://example.org/board?q=1' },
    {
      name: 'Open LLM Leaderboard',
      url: 'https://huggingface.co/spaces/open-llm-leaderboard/open_llm_leaderboard',
    },
    { name: 'Nowhere', url: null },
  ),
  date: fc.constantFrom(null, '2026-02-03'),
});

/** Claims as nobody would write them but to do harm. */
const hostileClaim: fc.Arbitrary<Said> = fc.record({
  model: fc.oneof(
    fc.constantFrom('../../etc/passwd', '..', 'con', 'a/../../b', '.hidden/.git', 'A/b', 'a/B', 'a/b'),
    word,
  ),
  benchmark: fc.oneof(
    fc.constantFrom('../x', '- a: b', '---', 'MMLU # x', 'yes', '12:30', '1_000', '2026-02-03'),
    word,
  ),
  metric: fc.option(word),
  shots: fc.option(fc.nat(100)),
  setting: fc.option(fc.oneof(fc.constantFrom('MMLU', '5-shot', 'null', ': {', 'acc', '(x)'), word)),
  split: fc.option(word),
  value: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, 1, 0.5, 1e-7, 1e21),
  ),
  percent: fc.boolean(),
  source: fc.record({
    name: fc.option(word),
    url: fc.option(fc.constantFrom('javascript:alert(1)', 'https://example.org/', 'https://[', 'http://x y')),
  }),
});

export const plainWorld = fc
  .record({
    'acme/wind-7b/README.md': fc.array(plainClaim, { maxLength: 12 }),
    'borealis/storm.md': fc.array(plainClaim, { maxLength: 12 }),
  })
  .map(worldOf);

export const hostileWorld = fc
  .record({
    'acme/wind-7b/README.md': fc.array(fc.oneof(plainClaim, hostileClaim), { maxLength: 12 }),
    'no-owner.md': fc.array(hostileClaim, { maxLength: 8 }),
  })
  .map(worldOf);
