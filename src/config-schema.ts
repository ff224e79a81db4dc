/** The schema of cardboard.config.yml: what may stand in it, and what is taken where nothing does. */
import { z } from 'zod';
import type { Config, ConfigBoard } from './core/config.ts';
import { DEFAULT_CONFIG } from './core/config.ts';
import { MODEL_TYPES } from './core/result.ts';

const line = z.string().trim().min(1).max(200);
const webAddress = z
  .string()
  .trim()
  .max(2000)
  .regex(/^https?:\/\/[^\s/?#]+[^\s?#]*$/, 'must be a web address that starts with http:// or https://');
const id = z
  .string()
  .max(80)
  .regex(
    /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
    'must be lower-case letters and digits, joined by hyphens, underscores or dots',
  );
const modelId = z
  .string()
  .max(200)
  .regex(/^[^\s/]+(?:\/[^\s/]+)?$/, 'must read OWNER/NAME');
const host = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/, 'must be a host name such as images.example.org');

const column = z.union([
  line.describe('Id of a benchmark.'),
  z.strictObject({
    benchmark: line.describe('Id of a benchmark.'),
    metric: line.optional().describe("Id of a metric; the benchmark's own where it is left out."),
    shots: z
      .int()
      .min(0)
      .max(1000)
      .optional()
      .describe('Number of examples in the prompt; any where it is left out.'),
    setting: line.optional().describe('What else tells results apart, such as "maj@100".'),
  }),
]);

const average = z.strictObject({
  rule: z.enum(['mean', 'none']).default('mean').describe('How columns become one number.'),
  requires: z
    .union([z.literal('all'), z.int().min(1).max(1000)], 'must be "all" or a number of columns')
    .default('all')
    .describe('How many columns a model needs to get an average.'),
  decimals: z.int().min(0).max(6).default(2).describe('Digits behind the point.'),
});

const board = z.union([
  id.describe('Id of a suite of the registry, shown as it is.'),
  z.strictObject({
    id: id.describe('The last part of its address, /boards/ID/.'),
    name: line.describe('Its heading.'),
    description: z.string().trim().max(2000).optional().describe('A sentence or two below the heading.'),
    columns: z.array(column).min(1).max(60).describe('Its benchmarks, in order.'),
    average: average.optional().describe('The rule of the average; without it, the mean of all columns.'),
  }),
]);

const flag = z.strictObject({
  model: modelId.describe('Id of the model.'),
  reason: z.string().trim().min(1).max(500).describe('What is wrong, in one sentence that visitors read.'),
  link: webAddress.optional().describe('Where the reason is shown.'),
});

const modelFacts = z.strictObject({
  model: modelId.describe('Id of the model.'),
  type: z.enum(MODEL_TYPES).optional().describe('What kind of model it is.'),
  parameters: z
    .number()
    .positive()
    .max(1_000_000)
    .optional()
    .describe('Its parameters in billions, such as 46.7.'),
});

const basePath = z
  .string()
  .max(200)
  .regex(/^\/(?:[A-Za-z0-9._~-]+\/)*$/, 'must start and end with a slash, such as /leaderboard/')
  .refine((path) => !path.split('/').some((part) => /^\.+$/.test(part)), 'must not hold . or ..');

/** The config as it is written. Every key may be left out. */
export const configSchema = z
  .strictObject({
    title: line.optional().describe('Name of the site.'),
    description: z
      .string()
      .trim()
      .max(500)
      .optional()
      .describe('One sentence on the site, for its first page and search engines.'),
    language: z
      .string()
      .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language code such as en')
      .optional()
      .describe('Language of the site, as a code: en, de, or one that your theme brings.'),
    theme: z
      .string()
      .max(200)
      .regex(
        /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\:]+$/,
        'must be a folder beside or below the config, such as theme',
      )
      .optional()
      .describe(
        'Folder with templates/, public/, messages/ and content/ of your own; else that of the config.',
      ),
    base_url: webAddress
      .optional()
      .describe('Address of the published site. The sitemap and canonical links need it.'),
    base_path: basePath
      .optional()
      .describe('Path the site lives below, with a slash on both ends; else the path of base_url.'),
    repository: webAddress
      .optional()
      .describe('Web address of the repository that holds the cards, for "edit this card".'),
    branch: line.optional().describe('Branch of the repository that is edited.'),
    boards: z
      .array(board)
      .max(200)
      .optional()
      .describe('The boards in order; left out, every suite that has results.'),
    flagged: z
      .array(flag)
      .max(10_000)
      .optional()
      .describe('Models whose results should not be trusted, and why.'),
    models: z
      .array(modelFacts)
      .max(10_000)
      .optional()
      .describe('What you know better about a model than its card and its name say.'),
    aliases: z
      .record(line, modelId)
      .optional()
      .describe('Names that cards use for a model, each with the id of the model that is meant.'),
    pictures: z
      .enum(['all', 'boards', 'none'])
      .optional()
      .describe('Which pages get a picture of their own for previews. Only a site with a base_url has any.'),
    image_hosts: z
      .array(host)
      .max(100)
      .optional()
      .describe(
        "Hosts whose images are shown in cards. Images from elsewhere become links: a visitor's browser asks nobody else.",
      ),
  })
  .meta({ title: 'Cardboard', description: 'The config of a Cardboard site: cardboard.config.yml.' });

type Written = z.output<typeof configSchema>;

/** Fills in what is not written. */
export function completeConfig(written: Written): Config {
  const baseUrl = written.base_url?.replace(/\/+$/, '') ?? null;
  return {
    title: written.title ?? DEFAULT_CONFIG.title,
    description: written.description ?? DEFAULT_CONFIG.description,
    baseUrl,
    basePath: written.base_path ?? pathOf(baseUrl) ?? DEFAULT_CONFIG.basePath,
    repository: written.repository?.replace(/\/+$/, '').replace(/\.git$/, '') ?? null,
    branch: written.branch ?? DEFAULT_CONFIG.branch,
    boards: written.boards?.map(completeBoard) ?? DEFAULT_CONFIG.boards,
    flagged: written.flagged?.map(({ model, reason, link }) => ({ model, reason, link: link ?? null })) ?? [],
    models:
      written.models?.map(({ model, type, parameters }) => ({
        model,
        type: type ?? null,
        parameters: parameters ?? null,
      })) ?? [],
    aliases: { ...written.aliases },
    pictures: written.pictures ?? DEFAULT_CONFIG.pictures,
    imageHosts: written.image_hosts?.map((name) => name.toLowerCase()) ?? [],
    language: written.language ?? DEFAULT_CONFIG.language,
    theme: written.theme ?? null,
    places: {},
  };
}

/** The path of an address, with a slash on both ends, or null where the address is no address. */
export function pathOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const path = new URL(address).pathname;
  return path.endsWith('/') ? path : `${path}/`;
}

function completeBoard(written: NonNullable<Written['boards']>[number]): ConfigBoard {
  if (typeof written === 'string') {
    // Name, description and rule are the suite's own.
    const average = { rule: 'mean', requires: 'all', decimals: 2 } as const;
    return { id: written, name: '', description: '', suite: written, columns: [], average };
  }
  return {
    id: written.id,
    name: written.name,
    description: written.description ?? '',
    suite: null,
    columns: written.columns.map((given) => ({
      benchmark: typeof given === 'string' ? given : given.benchmark,
      metric: typeof given === 'string' ? null : (given.metric ?? null),
      shots: typeof given === 'string' ? null : (given.shots ?? null),
      setting: typeof given === 'string' ? null : (given.setting ?? null),
    })),
    average: written.average ?? { rule: 'mean', requires: 'all', decimals: 2 },
  };
}

/** The schema for editors, as JSON Schema. */
export function configJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(configSchema, { io: 'input', target: 'draft-7' }) as Record<string, unknown>;
}
