/** Reads the config: a YAML file in, a checked config and every problem in it out. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { z } from 'zod';
import { unknownLanguage, unknownNames } from './config-names.ts';
import { completeConfig, configSchema, pathOf } from './config-schema.ts';
import { type Config, DEFAULT_CONFIG } from './core/config.ts';
import { type Checked, type Diagnostic, diagnose, type Place } from './core/diagnostic.ts';
import { nearest } from './core/nearest.ts';
import { indexLines } from './core/position.ts';
import { UsageError } from './core/usage-error.ts';
import { nodeAt, readYamlTree, type YamlDocument, type YamlNode } from './core/yaml-tree.ts';
import type { Registry } from './registry/types.ts';

/** What the command line says about the config; null where it says nothing. */
export interface ConfigOverrides {
  readonly baseUrl?: string | null;
  readonly basePath?: string | null;
}

/** What names in a config are checked against; those that are left out are not checked. */
export interface KnownNames {
  readonly registry?: () => Registry;
  /** The languages that there are texts in, with those that a theme's folder brings. */
  readonly languages?: (theme: string) => readonly string[];
}

/**
 * Reads the config file at `path` (null: none, everything as it is by default), then applies `overrides`. The value
 * is whole even where diagnostics hold errors, but a build should stop at those. Names of suites, benchmarks,
 * metrics and languages are checked where `names` has the known ones. Throws a UsageError where an override is not valid.
 */
export function loadConfig(
  path: string | null,
  overrides: ConfigOverrides = {},
  names: KnownNames = {},
): Checked<Config> {
  const { value, diagnostics } =
    path === null ? { value: DEFAULT_CONFIG, diagnostics: [] } : readConfigFile(path, names);
  const config = override(value, overrides);
  const path2 = pathOf(config.baseUrl);
  if (path2 !== null && path2 !== '/' && path2 !== config.basePath && diagnostics.length === 0) {
    const message = `The path of base_url is ${path2}, and base_path is ${config.basePath}: they must agree.`;
    if (path === null || overrides.baseUrl || overrides.basePath)
      throw new UsageError(message.replace(/\.$/, ''));
    diagnostics.push(diagnose('config/bad-value', { file: nameOf(path), line: 1, column: 1 }, message));
  }
  return { value: config, diagnostics };
}

/** Checks the text of a config, its names against those that are known. `file` names it in diagnostics. */
export function parseConfig(
  text: string,
  file: string,
  { registry, languages }: KnownNames = {},
): Checked<Config> {
  const lines = indexLines(text);
  const reading = readYamlTree(text, (input, listener) =>
    load(input, { schema: CORE_SCHEMA, json: true, listener }),
  );
  if (reading.error !== null) {
    const place = { file, ...lines.at(reading.error.offset) };
    return {
      value: DEFAULT_CONFIG,
      diagnostics: [diagnose('config/unreadable', place, reading.error.message)],
    };
  }
  const { document } = reading;
  const placeOf = (node: YamlNode | null | undefined): Place => {
    const { line, column } = lines.at(node?.start ?? 0);
    const end = lines.at(node?.end ?? 0);
    const endColumn = end.line === line ? end.column : lines.text(line).length + 1;
    return { file, line, column, endColumn: Math.max(column + 1, endColumn) };
  };
  const diagnostics: Diagnostic[] = document.duplicates.map(({ name, key, first }) => {
    const message = `\`${name}\` stands on line ${lines.at(first.start).line} already.`;
    return diagnose('config/bad-value', placeOf(key), message);
  });
  const value = withoutEmpty(document.value ?? {});
  const checked = configSchema.safeParse(value);
  if (!checked.success)
    diagnostics.push(...checked.error.issues.flatMap((issue) => explain(issue, value, document, placeOf)));
  if (diagnostics.length > 0 || !checked.success) return { value: DEFAULT_CONFIG, diagnostics };
  const written = completeConfig(checked.data);
  const theme = join(dirname(file), written.theme ?? '.');
  const config = { ...written, theme, places: placesOfModels(written, document, placeOf) };
  const unknown = [
    ...(registry === undefined || config.boards.length === 0 ? [] : unknownNames(config, registry())),
    ...(languages === undefined ? [] : unknownLanguage(config, languages(theme))),
  ];
  return {
    value: config,
    diagnostics: [
      ...repeatedBoards(document, placeOf),
      ...unknown.map(({ paths, message, severity, hint }) => {
        const node = paths.map((path) => nodeAt(document.root, [...path])?.node).find((found) => found);
        return diagnose('config/unknown-name', placeOf(node), message, { severity, hint });
      }),
    ],
  };
}

/** Where the config names models. */
function placesOfModels(
  { aliases, flagged, models }: Config,
  { root }: YamlDocument,
  placeOf: (node: YamlNode | null | undefined) => Place,
): Config['places'] {
  const places: Record<string, Place> = {};
  for (const name of Object.keys(aliases))
    places[`aliases.${name}`] = placeOf(nodeAt(root, ['aliases', name])?.key);
  for (const [list, entries] of Object.entries({ flagged, models }))
    for (const index of entries.keys())
      places[`${list}[${index}]`] = placeOf(nodeAt(root, [list, index, 'model'])?.node);
  return places;
}

function readConfigFile(path: string, names: KnownNames): Checked<Config> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      code === 'ENOENT'
        ? `there is no config file ${path}`
        : `the config file ${path} cannot be read (${code})`,
    );
  }
  return parseConfig(text, nameOf(path), names);
}

function nameOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
}

function override(config: Config, { baseUrl, basePath }: ConfigOverrides): Config {
  let changed = config;
  if (baseUrl) {
    const url = configSchema.shape.base_url.safeParse(baseUrl);
    if (!url.success)
      throw new UsageError(`--base-url ${url.error.issues[0]?.message}, and ${quote(baseUrl)} is not one`);
    const address = baseUrl.trim().replace(/\/+$/, '');
    changed = { ...changed, baseUrl: address, basePath: pathOf(address) ?? changed.basePath };
  }
  if (basePath) {
    const path = configSchema.shape.base_path.safeParse(basePath);
    if (!path.success)
      throw new UsageError(`--base-path ${path.error.issues[0]?.message}, and ${quote(basePath)} does not`);
    changed = { ...changed, basePath };
  }
  return changed;
}

/** A key without a value is a key left out. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, given]) => given !== null));
}

/** One problem of the schema as diagnostics with places. Of alternatives, the one that comes nearest is explained. */
function explain(
  issue: z.core.$ZodIssue,
  value: unknown,
  document: YamlDocument,
  placeOf: (node: YamlNode | null | undefined) => Place,
): Diagnostic[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const given = path.reduce<unknown>(
      (part, step) => (part as Record<string | number, unknown> | undefined)?.[step],
      value,
    );
    const isObject = typeof given === 'object' && given !== null;
    // Alternatives that want something else than a mapping where one stands, or the reverse, were not meant.
    const fitting = issue.errors.filter(
      (errors) =>
        !errors.some(
          (error) =>
            error.code === 'invalid_type' &&
            error.path.length === 0 &&
            (error.expected === 'object') !== isObject,
        ),
    );
    const [chosen] = fitting;
    if (chosen !== undefined && fitting.length === 1) {
      return chosen.flatMap((inner) =>
        explain(
          { ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue,
          value,
          document,
          placeOf,
        ),
      );
    }
  }
  const found = nodeAt(document.root, path);
  const name = path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const near = nearest(key, knownKeys(path));
      const where = name === '' ? 'The config' : `\`${name}\``;
      const extra = near === null ? {} : { hint: `did you mean \`${near}\`?` };
      return diagnose(
        'config/unknown-key',
        placeOf(nodeAt(document.root, [...path, key])?.key),
        `${where} has no key ${quote(key)}.`,
        extra,
      );
    });
  }
  if (path.length === 0) {
    return [diagnose('config/bad-value', placeOf(document.root), 'The config must be `key: value` lines.')];
  }
  // A key that is missing is reported at what lacks it.
  const place = placeOf(found?.node ?? found?.key ?? nodeAt(document.root, path.slice(0, -1))?.node);
  return [diagnose('config/bad-value', place, `\`${name}\` ${inWords(issue, found === null)}.`)];
}

function inWords(issue: z.core.$ZodIssue, missing: boolean): string {
  if (missing) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value')
    return `must be ${issue.values.map((value) => quote(String(value))).join(' or ')}`;
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return 'must not be empty';
    return issue.origin === 'array' ? `needs at least ${issue.minimum}` : `must be at least ${issue.minimum}`;
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? `must have at most ${issue.maximum} characters`
      : `must be at most ${issue.maximum}`;
  }
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input')
    return 'is not of a kind that can stand here';
  return issue.message;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a mapping (`key: value` lines)',
  record: 'a mapping (`name: model id` lines)',
};

/** The keys that the schema knows at a path of the config. */
function knownKeys(path: readonly (string | number)[]): string[] {
  if (path.length === 0) return Object.keys(configSchema.shape);
  const keys: Record<string, string[]> = {
    boards: ['id', 'name', 'description', 'columns', 'average'],
    columns: ['benchmark', 'metric', 'shots', 'setting'],
    average: ['rule', 'requires', 'decimals'],
    flagged: ['model', 'reason', 'link'],
  };
  return keys[String(path.findLast((step) => typeof step === 'string'))] ?? [];
}

function repeatedBoards(
  document: YamlDocument,
  placeOf: (node: YamlNode | null | undefined) => Place,
): Diagnostic[] {
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const boards = (document.value as { boards?: (string | { id: string })[] } | null)?.boards ?? [];
  boards.forEach((board, index) => {
    const id = typeof board === 'string' ? board : board.id;
    if (seen.has(id)) {
      const path = typeof board === 'string' ? ['boards', index] : ['boards', index, 'id'];
      diagnostics.push(
        diagnose(
          'config/bad-value',
          placeOf(nodeAt(document.root, path)?.node),
          `A board with the id ${quote(id)} stands above already.`,
        ),
      );
    }
    seen.add(id);
  });
  return diagnostics;
}

function quote(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`;
}
