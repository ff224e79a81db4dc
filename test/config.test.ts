import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configSchemaDocument } from '../scripts/config-schema.ts';
import { loadConfig, parseConfig } from '../src/config.ts';
import { DEFAULT_CONFIG } from '../src/core/config.ts';
import { UsageError } from '../src/core/usage-error.ts';
import { loadRegistry } from '../src/registry/load.ts';

const project = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');
const parse = (text: string) => parseConfig(text, 'cardboard.config.yml');
const complaints = (text: string) =>
  parse(text).diagnostics.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`);

describe('the language', () => {
  const check = (text: string) =>
    parseConfig(text, 'a/cardboard.config.yml', {
      languages: (theme) => (theme === 'a/mine' ? ['de', 'en', 'tlh'] : ['de', 'en']),
    });

  it('is one that there are texts in', () => {
    expect(check('language: de-AT').diagnostics).toEqual([]);
    expect(check('theme: mine\nlanguage: tlh')).toMatchObject({
      value: { theme: 'a/mine', language: 'tlh' },
      diagnostics: [],
    });
  });

  it('that nobody wrote is told at its place, with those there are', () => {
    expect(check('title: x\nlanguage: fr').diagnostics).toMatchObject([
      {
        severity: 'error',
        line: 2,
        column: 11,
        message: 'There are no texts in the language "fr".',
        hint: 'there are texts in: de, en. docs/messages.md says how to add a language.',
      },
    ]);
  });

  it.each(['/etc', '../theirs', 'a/../../b', 'C:\\x'])('a theme does not stand in %s', (theme) => {
    expect(check(`theme: '${theme}'`).diagnostics).toMatchObject([{ code: 'config/bad-value' }]);
  });
});

describe('names in boards', () => {
  const registry = loadRegistry(fileURLToPath(new URL('../registry', import.meta.url))).value;
  const check = (text: string) =>
    parseConfig(text, 'cardboard.config.yml', { registry: () => registry }).diagnostics.map(
      ({ severity, line, column, message, hint }) => `${line}:${column} ${severity} ${message} ${hint}`,
    );

  it('that the registry has pass', () => {
    expect(
      check('boards:\n- mt_bench\n- id: x\n  name: X\n  columns: [gsm8k, {benchmark: mmlu, metric: acc}]'),
    ).toEqual([]);
  });

  it.each([
    ['boards: [mt_bensh]', '1:10 error No suite has the id "mt_bensh". did you mean `mt_bench`?'],
    [
      'boards:\n- id: x\n  name: X\n  columns: [mmlux]',
      '4:13 warning No benchmark of the registry has the id "mmlux". did you mean `mmlu`?',
    ],
    [
      'boards:\n- id: x\n  name: X\n  columns:\n  - benchmark: HellaSwag',
      '5:16 warning No benchmark of the registry has the id "HellaSwag". its id is `hellaswag`.',
    ],
    [
      'boards:\n- id: x\n  name: X\n  columns: [{benchmark: mmlu, metric: accc}]',
      '4:39 warning No metric of the registry has the id "accc". did you mean `acc`?',
    ],
  ])('that it does not have are told: %j', (text, complaint) => expect(check(text)).toEqual([complaint]));
});

describe('parseConfig', () => {
  it('reads every key', () => {
    const { value, diagnostics } = parse(`
title: Small models
description: What they report.
language: de
base_url: https://acme.github.io/board/
repository: https://github.com/acme/board.git
branch: trunk
boards:
- mt_bench
- id: maths
  name: Maths
  columns:
  - gsm8k
  - benchmark: hendrycks_math
    metric: exact_match
    shots: 4
    setting: maj@4
  average: {rule: none, decimals: 1}
flagged:
- model: acme/too-good
  reason: It has seen the test.
models:
- {model: acme/too-good, type: chat, parameters: 7.2}
aliases:
  Too Good 7B: acme/too-good
image_hosts: [Images.Example.org]
`);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({
      title: 'Small models',
      description: 'What they report.',
      baseUrl: 'https://acme.github.io/board',
      basePath: '/board/',
      repository: 'https://github.com/acme/board',
      branch: 'trunk',
      boards: [
        {
          id: 'mt_bench',
          name: '',
          description: '',
          suite: 'mt_bench',
          columns: [],
          average: { rule: 'mean', requires: 'all', decimals: 2 },
        },
        {
          id: 'maths',
          name: 'Maths',
          description: '',
          suite: null,
          columns: [
            { benchmark: 'gsm8k', metric: null, shots: null, setting: null },
            { benchmark: 'hendrycks_math', metric: 'exact_match', shots: 4, setting: 'maj@4' },
          ],
          average: { rule: 'none', requires: 'all', decimals: 1 },
        },
      ],
      flagged: [{ model: 'acme/too-good', reason: 'It has seen the test.', link: null }],
      models: [{ model: 'acme/too-good', type: 'chat', parameters: 7.2 }],
      aliases: { 'Too Good 7B': 'acme/too-good' },
      pictures: 'all',
      imageHosts: ['images.example.org'],
      language: 'de',
      theme: '.',
      places: {
        'flagged[0]': { file: 'cardboard.config.yml', line: 20, column: 10, endColumn: 23 },
        'models[0]': { file: 'cardboard.config.yml', line: 23, column: 11, endColumn: 24 },
        'aliases.Too Good 7B': { file: 'cardboard.config.yml', line: 25, column: 3, endColumn: 14 },
      },
    });
  });

  it.each(['', '# nothing\n', 'title:\n'])('takes nothing for the defaults: %j', (text) => {
    expect(parse(text)).toEqual({ value: { ...DEFAULT_CONFIG, theme: '.' }, diagnostics: [] });
  });

  it.each([
    ['titel: x', '1:1 config/unknown-key The config has no key "titel".', 'did you mean `title`?'],
    [
      'title: x\nbaseUrl: y',
      '2:1 config/unknown-key The config has no key "baseUrl".',
      'did you mean `base_url`?',
    ],
    [
      'boards:\n- id: a\n  name: A\n  colums: [b]\n  columns: [b]',
      '4:3 config/unknown-key `boards[0]` has no key "colums".',
      'did you mean `columns`?',
    ],
    [
      'boards:\n- id: a\n  name: A\n  columns:\n  - benchmark: x\n    shot: 1',
      '6:5 config/unknown-key `boards[0].columns[0]` has no key "shot".',
      'did you mean `shots`?',
    ],
    [
      'flagged:\n- {model: a/b, reason: c, url: d}',
      '2:27 config/unknown-key `flagged[0]` has no key "url".',
      undefined,
    ],
  ])('refuses unknown keys, with the nearest: %j', (text, complaint, hint) => {
    expect(complaints(text)).toEqual([complaint]);
    expect(parse(text).diagnostics[0]?.hint).toBe(hint);
  });

  it.each([
    ['title: [a]', '1:8 config/bad-value `title` must be a text.'],
    ['title: 7', '1:8 config/bad-value `title` must be a text.'],
    ['title: ""', '1:8 config/bad-value `title` must not be empty.'],
    [
      'base_url: acme.github.io',
      '1:11 config/bad-value `base_url` must be a web address that starts with http:// or https://.',
    ],
    [
      'base_url: javascript:alert(1)',
      '1:11 config/bad-value `base_url` must be a web address that starts with http:// or https://.',
    ],
    [
      'base_path: board',
      '1:12 config/bad-value `base_path` must start and end with a slash, such as /leaderboard/.',
    ],
    ['base_path: /../', '1:12 config/bad-value `base_path` must not hold . or ...'],
    [
      'base_path: //evil.example/',
      '1:12 config/bad-value `base_path` must start and end with a slash, such as /leaderboard/.',
    ],
    ['boards: mt_bench', '1:9 config/bad-value `boards` must be a list.'],
    [
      'boards:\n- MT Bench',
      '2:3 config/bad-value `boards[0]` must be lower-case letters and digits, joined by hyphens, underscores or dots.',
    ],
    [
      'boards:\n- id: ../x\n  name: A\n  columns: [b]',
      '2:7 config/bad-value `boards[0].id` must be lower-case letters and digits, joined by hyphens, underscores or dots.',
    ],
    ['boards:\n- id: x\n  columns: [b]', '2:3 config/bad-value `boards[0].name` is missing.'],
    [
      'boards:\n- id: x\n  name: X\n  columns: []',
      '4:12 config/bad-value `boards[0].columns` needs at least 1.',
    ],
    [
      'boards:\n- id: x\n  name: X\n  columns: [b]\n  average: {rule: median}',
      '5:19 config/bad-value `boards[0].average.rule` must be "mean" or "none".',
    ],
    [
      'boards:\n- id: x\n  name: X\n  columns: [b]\n  average: {requires: most}',
      '5:23 config/bad-value `boards[0].average.requires` must be "all" or a number of columns.',
    ],
    ['boards: [a, a]', '1:13 config/bad-value A board with the id "a" stands above already.'],
    ['aliases: {x: 1}', '1:14 config/bad-value `aliases.x` must be a text.'],
    [
      'image_hosts: [https://x.org/]',
      '1:15 config/bad-value `image_hosts[0]` must be a host name such as images.example.org.',
    ],
    ['title: a\ntitle: b', '2:1 config/bad-value `title` stands on line 1 already.'],
    ['- a', '1:1 config/bad-value The config must be `key: value` lines.'],
    ['title: "a', '1:8 config/unreadable A quoted text is not closed.'],
    ['a:\n\tb: c', '2:1 config/unreadable A tab stands in the indentation, which YAML forbids.'],
  ])('tells where a value is wrong: %j', (text, complaint) => {
    expect(complaints(text)).toEqual([complaint]);
  });

  it('tells of all problems at once', () => {
    expect(parse('titel: x\nlanguage: 7\nflagged: [{}]').diagnostics).toHaveLength(4);
  });
});

describe('loadConfig', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cardboard-config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (text: string) => {
    writeFileSync(join(folder, 'site.yml'), text);
    return join(folder, 'site.yml');
  };

  it('needs no file', () => {
    expect(loadConfig(null)).toEqual({ value: DEFAULT_CONFIG, diagnostics: [] });
  });

  it('lets the command line override', () => {
    const path = file('base_url: https://one.example/a\nbase_path: /a/\ntitle: T\n');
    expect(loadConfig(path, { baseUrl: 'https://two.example/b/' }).value).toMatchObject({
      title: 'T',
      baseUrl: 'https://two.example/b',
      basePath: '/b/',
    });
    expect(loadConfig(file('title: T'), { basePath: '/c/' }).value).toMatchObject({
      basePath: '/c/',
      baseUrl: null,
    });
  });

  it.each([
    { baseUrl: 'example.org' },
    { baseUrl: 'ftp://example.org' },
    { basePath: 'x' },
    { basePath: '/x' },
    { basePath: '/../' },
    { baseUrl: 'https://example.org/a', basePath: '/b/' },
  ])('refuses wrong overrides: %j', (overrides) => {
    expect(() => loadConfig(null, overrides)).toThrow(UsageError);
  });

  it('tells where an address and a path do not agree', () => {
    expect(loadConfig(file('base_url: https://example.org/a\nbase_path: /b/\n')).diagnostics).toMatchObject([
      { code: 'config/bad-value', severity: 'error' },
    ]);
  });

  it('says so where there is no such file', () => {
    expect(() => loadConfig(join(folder, 'none.yml'))).toThrow(/there is no config file/);
    expect(() => loadConfig(folder)).toThrow(UsageError);
  });
});

describe('what is published about the config', () => {
  it('is the schema as it is (else: npx tsx scripts/config-schema.ts)', () => {
    expect(project('docs/cardboard.config.schema.json')).toBe(configSchemaDocument());
  });

  it('has a sample without problems, which names the schema', () => {
    const text = project('cardboard.config.yml');
    expect(parse(text).diagnostics).toEqual([]);
    expect(text).toMatch(/^# yaml-language-server: \$schema=docs\/cardboard\.config\.schema\.json\n/);
  });

  it('has commented examples that hold when they are used', () => {
    const commented = project('cardboard.config.yml')
      .split('\n')
      .filter(
        (line) =>
          /^# (?: |- |[a-z_]+:(?: |$)(?!\$schema))/.test(line) && !line.includes('yaml-language-server'),
      )
      .map((line) => line.slice(2))
      .join('\n');
    const { value, diagnostics } = parse(commented);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      basePath: '/leaderboard/',
      boards: [{}, { id: 'reasoning' }],
      flagged: [{}],
    });
  });
});
