/** The shape of registry/*.yml: what an entry must say, what may be left out, and what stands for it then. */
import { z } from 'zod';
import { type Benchmark, LICENSE_CONDITIONS, type License, type Metric, type Suite } from './types.ts';

const line = z
  .string()
  .min(1)
  .refine(
    (text) => text.trim() === text && !/[\r\n\t]/.test(text),
    'must be one line without white space around it',
  );
/** Ids of benchmarks and suites become addresses of pages. */
const pageId = z
  .string()
  .regex(/^[a-z0-9]+(?:[_.-][a-z0-9]+)*$/, 'must be lower-case letters, digits and _ . -');
const metricId = z.string().regex(/^[a-z0-9][a-z0-9_.@^+-]*$/i, 'must be letters, digits and _ . @ ^ + -');
const names = z
  .array(line)
  .refine((list) => new Set(list).size === list.length, 'holds a name twice')
  .default([]);
const address = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .nullable()
  .default(null);
const text = line.nullable().default(null);
const unit = z.enum(['percent', 'points', 'score', 'elo', 'perplexity', 'fraction', 'number']);
const allowance = z.enum(['allowed', 'limited', 'forbidden', 'unknown']).default('unknown');
const wholeNumber = z.int().min(0);

export const BENCHMARK_ENTRY: z.ZodType<Benchmark> = z
  .strictObject({
    id: pageId,
    name: line,
    aliases: names,
    short_aliases: names,
    category: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/, 'must be lower-case words joined by hyphens'),
    metric: metricId,
    unit: unit.default('percent'),
    range: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
    higher_is_better: z.boolean().default(true),
    random_baseline: z.number().nullable().default(null),
    baseline_source: text,
    items: wholeNumber.min(1).nullable().default(null),
    items_source: text,
    shots: wholeNumber.max(1000).nullable().default(null),
    dataset: text,
    home: address,
    harness_task: text,
    human_score: z.number().nullable().default(null),
    human_source: text,
    paper: address,
    description: line,
    note: text,
    by_metric: z.record(metricId, pageId).default({}),
    differs_from: z.array(pageId).default([]),
  })
  .transform(
    (entry): Benchmark => ({
      ...entry,
      range: entry.range ?? (entry.unit === 'percent' ? [0, 100] : [null, null]),
    }),
  )
  .superRefine((entry, context) => {
    const [low, high] = entry.range;
    if (low !== null && high !== null && low >= high) {
      context.addIssue({ code: 'custom', path: ['range'], message: 'must run from low to high' });
    }
    if ((entry.items === null) !== (entry.items_source === null)) {
      const [path, message] =
        entry.items === null
          ? ['items', 'must stand beside its source']
          : ['items_source', 'must say where the number of items is from'];
      context.addIssue({ code: 'custom', path: [path], message });
    }
    if ((entry.human_score === null) !== (entry.human_source === null)) {
      context.addIssue({
        code: 'custom',
        path: ['human_score'],
        message: 'must stand beside its source, and the source beside it',
      });
    }
    const baseline = entry.random_baseline;
    if (baseline === null) return;
    if ((low !== null && baseline < low) || (high !== null && baseline > high)) {
      context.addIssue({ code: 'custom', path: ['random_baseline'], message: 'lies outside the range' });
    }
    if (entry.baseline_source === null) {
      context.addIssue({
        code: 'custom',
        path: ['baseline_source'],
        message: 'must say where the baseline is from',
      });
    }
  });

export const METRIC_ENTRY: z.ZodType<Metric> = z.strictObject({
  id: metricId,
  name: line,
  aliases: names,
  higher_is_better: z.boolean().nullable().default(null),
  unit: unit.nullable().default(null),
  description: line,
});

export const SUITE_ENTRY: z.ZodType<Suite> = z.strictObject({
  id: pageId,
  name: line,
  aliases: names,
  description: line,
  home: address,
  members: z
    .array(
      z.strictObject({
        benchmark: pageId,
        stands_for: pageId.nullable().default(null),
        metric: metricId,
        shots: wholeNumber.max(1000).nullable().default(null),
        setting: text,
      }),
    )
    .min(1),
  normalized: z.boolean().default(false),
  average: z.strictObject({
    rule: z.enum(['mean', 'none']),
    requires: z.union([z.literal('all'), wholeNumber.min(1)]).default('all'),
    decimals: wholeNumber.max(6).default(2),
    metrics: z.array(metricId).default([]),
    alternatives: z.array(z.array(metricId).min(1)).default([]),
  }),
});

export const LICENSE_ENTRY: z.ZodType<License> = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(?:[.+-]+[a-z0-9]+)*\+*$/, 'must be as the Hub writes it'),
    name: line,
    url: address,
    aliases: names,
    openness: z.enum(['open', 'restricted', 'closed', 'unknown']).default('unknown'),
    commercial_use: allowance,
    changes: allowance,
    distribution: allowance,
    conditions: z
      .array(z.enum(LICENSE_CONDITIONS))
      .refine((list) => new Set(list).size === list.length, 'holds a condition twice')
      .default([]),
    user_limit: wholeNumber.min(1).nullable().default(null),
    source: text,
    summary: line,
  })
  .superRefine((entry, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const isFree = [entry.commercial_use, entry.changes, entry.distribution].every(
      (one) => one === 'allowed',
    );
    if (entry.openness === 'open' && !isFree) say('openness', 'is open only where everything is allowed');
    if (entry.conditions.includes('user-limit') !== (entry.user_limit !== null))
      say('user_limit', 'must stand beside the condition "user-limit"');
    if (entry.source === null && (entry.conditions.length > 0 || entry.openness === 'open'))
      say('source', 'must say who says what it allows');
  });
