/** The documents tell the truth: every code, key and option is described, every link leads somewhere. */
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { configSchemaDocument } from '../scripts/config-schema.ts';
import { diagnosticsDocument } from '../scripts/diagnostics-doc.ts';
import { parseConfig } from '../src/config.ts';
import { CODES } from '../src/core/codes.ts';
import { anchorOf, codeBlocksOf, codeLinesOf, headingsOf, linksOf } from './support/markdown-facts.ts';
import { filesBelow, ROOT, readProjectFile } from './support/project.ts';

const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  ...filesBelow('docs')
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
];

const scripts = (JSON.parse(readProjectFile('package.json')) as { scripts: Record<string, string> }).scripts;
const sources = filesBelow('src')
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, source: readProjectFile(`src/${path}`) }));

describe('docs/diagnostics.md', () => {
  it('is what the catalogue gives (else: npm run docs)', () => {
    expect(readProjectFile('docs/diagnostics.md')).toBe(diagnosticsDocument());
  });

  it('has a heading for every code', () => {
    expect(headingsOf(readProjectFile('docs/diagnostics.md'))).toEqual(
      expect.arrayContaining(Object.keys(CODES)),
    );
  });

  it('shows what a catalogue says, its hint included', () => {
    const document = diagnosticsDocument({
      'room/name': {
        severity: 'warning',
        title: 'It happened',
        explanation: 'It means this.',
        hint: 'do that.',
      },
    });
    expect(document).toContain(
      '## room\n\n### room/name\n\n**warning** · It happened.\n\nIt means this.\n\nWhat to do: do that.\n',
    );
  });
});

describe('the catalogue of codes', () => {
  it.each(Object.entries(CODES))('%s has sentences as the house writes them', (code, entry) => {
    expect(code).toMatch(/^[a-z-]+\/[a-z0-9-]+$/);
    expect(entry.title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(entry.explanation).toMatch(/^(?:\p{Lu}|`|registry\/).*\.$/su);
    if ('hint' in entry) expect(entry.hint).toMatch(/\.$/);
  });

  it('holds no code that nothing reports', () => {
    const used = sources
      .filter(({ path }) => path !== 'core/codes.ts')
      .map(({ source }) => source)
      .join('\n');
    expect(Object.keys(CODES).filter((code) => !used.includes(`'${code}'`))).toEqual([]);
  });
});

describe('docs/config.md', () => {
  const document = readProjectFile('docs/config.md');

  it('has a heading for every key of the config', () => {
    const schema = JSON.parse(readProjectFile('docs/cardboard.config.schema.json')) as { properties: object };
    const keys = Object.keys(schema.properties).filter((key) => key !== '$schema');
    expect(keys.length).toBeGreaterThan(5);
    const headings = headingsOf(document).map((heading) => heading.replaceAll('`', ''));
    expect(keys.filter((key) => !headings.includes(key))).toEqual([]);
  });

  it('names every key below those', () => {
    const below = new Set<string>();
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node) for (const key of Object.keys(node.properties as object)) below.add(key);
      Object.values(node).forEach(visit);
    };
    visit(JSON.parse(readProjectFile('docs/cardboard.config.schema.json')));
    expect(
      [...below].filter((key) => !document.includes(`\`${key}\``) && !document.includes(`## ${key}\n`)),
    ).toEqual([]);
  });

  it('stands beside a schema for editors that is current (else: npm run docs)', () => {
    expect(readProjectFile('docs/cardboard.config.schema.json')).toBe(configSchemaDocument());
  });

  it('has an example that the config reader takes without complaint', () => {
    const examples = codeBlocksOf(document, 'yaml').filter((example) => example.startsWith('title:'));
    expect(examples).toHaveLength(1);
    expect(parseConfig(examples[0] as string, 'example.yml').diagnostics).toEqual([]);
  });
});

describe('README.md', () => {
  const readme = readProjectFile('README.md');

  it('names every option of the command line', () => {
    const commandLine = sources
      // The options in history.ts are git's.
      .filter(({ path }) => /^(?:cli\.ts|commands\/)/.test(path) && path !== 'commands/history.ts')
      .map(({ source }) => source);
    const options = new Set(
      [...commandLine.join('\n').matchAll(/['"`](?:-\w, )?(--[a-z][a-z-]+)/g)].map((match) => match[1]),
    );
    expect(options.size).toBeGreaterThan(5);
    expect([...options].filter((option) => !readme.includes(option as string))).toEqual([]);
  });

  it('starts with commands that work when pasted', () => {
    const lines = codeLinesOf(readme, 'sh');
    expect(lines.slice(0, 3)).toEqual(['npm ci && npm run build', 'npm ci && npm test', 'npm run serve']);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s runs only scripts that there are', (path) => {
    const text = readProjectFile(path);
    const named = [...text.matchAll(/npm run (?:--?\w+ )*([a-z:]+)/g)].map((match) => match[1] as string);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('shows commands on files that exist', () => {
    const files = codeLinesOf(readme, 'sh').flatMap((line) => line.match(/\bcards\/\S+/g) ?? []);
    expect(files.filter((file) => !existsSync(`${ROOT}/${file}`))).toEqual([]);
  });
});

describe('links', () => {
  it.each(DOCUMENTS)('of %s lead to files and headings that exist', (path) => {
    const dead = linksOf(readProjectFile(path)).filter((link) => {
      if (/^[a-z]+:/.test(link)) return false;
      const [file = '', fragment] = link.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      if (!existsSync(`${ROOT}/${target}`)) return true;
      return fragment !== undefined && !headingsOf(readProjectFile(target)).map(anchorOf).includes(fragment);
    });
    expect(dead).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  it('names every room of src/ and every source file beside them', () => {
    const text = readProjectFile('docs/architecture.md');
    const places = new Set(sources.map(({ path }) => (path.includes('/') ? `${path.split('/')[0]}/` : path)));
    expect([...places].filter((place) => !text.includes(`\`${place}\``))).toEqual([]);
  });
});

describe('content/', () => {
  const pages = filesBelow('content').filter((path) => path.endsWith('.md'));

  it.each(pages)('%s has a title and a description', (path) => {
    const block = /^---\n([\s\S]*?)\n---\n/.exec(readProjectFile(`content/${path}`))?.[1] ?? '';
    expect(load(block)).toEqual({ title: expect.any(String), description: expect.any(String) });
  });

  it.each(pages)('%s asks for tables of suites that the registry has', (path) => {
    const asked = [...readProjectFile(`content/${path}`).matchAll(/^<!-- table: (.*?) -->$/gm)].map(
      (match) => match[1],
    );
    const suites = load(readProjectFile('registry/suites.yml')) as { id: string }[];
    const known = suites.map((suite) => `suite ${suite.id}`);
    expect(asked.filter((table) => !known.includes(table as string))).toEqual([]);
  });
});

describe('the workflow that publishes', () => {
  const text = readProjectFile('.github/workflows/site.yml');
  const workflow = load(text) as {
    on: Record<string, unknown>;
    permissions: object;
    jobs: Record<string, { permissions?: object; 'timeout-minutes'?: number; steps: { run?: string }[] }>;
  };

  it('pins every action by its commit, with the version beside it', () => {
    const uses = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(4);
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
      [],
    );
  });

  it('lets each job do no more than it must, and not for ever', () => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.check?.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs.build?.permissions).toEqual({ contents: 'read', pages: 'read' });
    expect(workflow.jobs.deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(text).not.toMatch(/secrets\./);
  });

  it('annotates pull requests, and runs only scripts that there are', () => {
    const commands = Object.values(workflow.jobs).flatMap((job) =>
      job.steps.flatMap((step) => step.run ?? []),
    );
    expect(commands).toContain('npm run --silent cardboard -- check cards --format github');
    const named = commands.flatMap((command) => [...command.matchAll(/npm run (?:--\w+ )*([a-z:]+)/g)]);
    expect(named.map((match) => match[1] as string).filter((name) => scripts[name] === undefined)).toEqual(
      [],
    );
    // What others may have written reaches a shell through its environment only.
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
  });
});

describe('the sources', () => {
  it('say their purpose in the first sentence', () => {
    const silent = sources.filter(({ source }) => !/^(?:#!.*\n)?\/\*\*\s[^*]*\S/.test(source));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('speak of the project, not of how it came about', () => {
    const telling = ['src', 'test', 'scripts', 'docs', 'content', 'registry', 'templates', '.github']
      .flatMap((folder) => filesBelow(folder).map((path) => `${folder}/${path}`))
      .filter((path) => /\.(?:ts|md|ya?ml|eta|css|sql|txt)$/.test(path) && path !== 'test/docs.test.ts')
      .filter((path) =>
        /\b(?:[Ii]ssue|[Tt]icket|[Pp]ull request|PR) ?#?\d+\b|\bTODO\b|\bFIXME\b/.test(readProjectFile(path)),
      );
    expect(telling).toEqual([]);
  });

  it('have fixtures named after behaviour', () => {
    const cases = filesBelow('test/fixtures').map((path) => path.split('/').slice(0, 2).join('/'));
    expect([...new Set(cases)].filter((name) => /issue|bug|\d{3,}$/.test(name))).toEqual([]);
  });
});
