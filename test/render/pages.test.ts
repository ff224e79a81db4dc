/** Pages as they are written: structure, escaping, links. */
import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/core/urls.ts';
import { renderSite } from '../../src/render/site.ts';
import { HOSTILE, largeData, sampleContext, sampleData } from './sample-data.ts';

const pages = [
  ...renderSite(
    sampleData(),
    sampleContext({
      repository: 'https://github.com/acme/board',
      baseUrl: 'https://example.org/board',
      imageHosts: ['img.example.org'],
    }),
  ),
];
const page = (path: string): Page => {
  const found = pages.find((candidate) => candidate.path === path);
  if (found === undefined) throw new Error(`no page ${path}`);
  return found;
};
const board = page('boards/open_llm_v2/index.html').content;
const spark = page('models/arcee-ai/Arcee-Spark/index.html').content;

/** Everything in a page that a browser would follow or load. */
function addresses(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1] as string);
}

/** Pages that are no page of their own to search engines: other orders of a board, and boards to be embedded. */
const isAside = (path: string) => /^boards\/[^/]+\/(?:by\/|embed\/|rows-|proofs-)/.test(path);
const isBare = (path: string) => path.endsWith('/embed/index.html');
const readable = pages.filter(({ path }) => path.endsWith('.html'));

it('writes every page once, and lists all but 404.html and what stands aside', () => {
  const paths = pages.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  const unlisted = pages.filter(({ listed }) => !listed).map(({ path }) => path);
  expect(unlisted).toEqual([...paths.filter(isAside), '404.html']);
  for (const path of [
    'index.html',
    'boards/index.html',
    'benchmarks/index.html',
    'models/index.html',
    'audit/index.html',
    'data/index.html',
    'about/index.html',
  ]) {
    expect(paths).toContain(path);
  }
});

it('makes pages when they are asked for', () => {
  const iterator = renderSite(sampleData(), sampleContext())[Symbol.iterator]();
  expect(iterator.next().value?.path).toBe('index.html');
});

it('renders alike from the same data', () => {
  const again = [...renderSite(sampleData(), sampleContext())];
  expect(again).toEqual([...renderSite(sampleData(), sampleContext())]);
});

describe.each(readable.map(({ path, content }) => [path, content] as const))('%s', (path, html) => {
  it('has one first heading, and its outline leaves no level out', () => {
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [place, level] of levels.entries())
      expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('states its language, title, description and policy', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]+">/);
    expect(html).toContain("default-src 'none'");
  });

  it.skipIf(isBare(path))('has landmarks and a way past the navigation', () => {
    for (const part of [
      '<header',
      '<nav aria-label="Site"',
      '<main id="content"',
      '<footer',
      'class="skip" href="#content"',
    ]) {
      expect(html).toContain(part);
    }
  });

  it('has no inline style, no inline script, no handler, no empty view', () => {
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+="/);
    const scripts = [...html.matchAll(/<script([^>]*)>/g)].map((match) => match[1] as string);
    expect(scripts.every((script) => /\ssrc="|type="application\/(?:ld\+)?json"/.test(script))).toBe(true);
    expect(html).not.toMatch(/undefined|\[object|NaN/);
  });

  it('names its tables, and the scope of every heading in them', () => {
    for (const [table] of html.matchAll(/<table[\s\S]*?<\/table>/g)) {
      if (!/<table class="(?:board|results|leaders|sums)/.test(table)) continue;
      expect(table).toContain('<caption');
      for (const [heading] of table.matchAll(/<th[\s>][^>]*>?/g)) expect(heading).toContain('scope=');
    }
  });

  it('lets no hostile name become markup', () => {
    expect(html).not.toContain(HOSTILE);
    expect(html).not.toContain('<img src=x');
    expect(addresses(html).filter((address) => /^\s*javascript:/i.test(address))).toEqual([]);
  });

  it('has every id once', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it('marks links to other sites', () => {
    const outside = [...html.matchAll(/<a\s[^>]*href="https?:[^>]*>/g)].map((match) => match[0]);
    expect(outside.filter((link) => !link.includes('rel="nofollow noopener"'))).toEqual([]);
  });
});

it('escapes the hostile name wherever it is shown', () => {
  const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;';
  expect(board).toContain(escaped);
  expect(page('models/index.html').content).toContain(escaped);
});

it('links relatively everywhere but on 404.html', () => {
  const rooted = readable.filter(({ content }) =>
    addresses(content).some((address) => address.startsWith('/')),
  );
  expect(rooted.map(({ path }) => path)).toEqual(['404.html']);
});

it('shows what is missing as a dash with its reason, never as zero', () => {
  expect(board).toContain('<td class="score missing" title="Nobody reports this">–</td>');
});

it('explains its marks under the board', () => {
  expect(board.indexOf('class="legend"')).toBeGreaterThan(board.indexOf('</table>'));
});

it('lets nothing end the proofs early', () => {
  const data = sampleData();
  const hostile = {
    ...data,
    claims: data.claims.map((claim) => ({
      ...claim,
      because: ['</script><script>alert(1)</script>', '<!--'],
    })),
  };
  for (const { content, path } of renderSite(hostile, sampleContext())) {
    if (path !== 'benchmarks/ifeval/index.html') continue;
    const json = /<script type="application\/json" id="proofs">(.*?)<\/script>/.exec(content)?.[1] as string;
    expect(JSON.parse(json).texts).toContain('</script><script>alert(1)</script>');
    expect(content).not.toContain('<script>alert');
  }
});

it('shows a card as it was rendered, and offers to edit it', () => {
  expect(spark).toContain('<td class="claim" id="L24C14"');
  expect(spark).toContain('https://github.com/acme/board/edit/main/cards/arcee-ai/Arcee-Spark/README.md');
});

it('links every claim of a board to an element of a model page', () => {
  const broken = addresses(board)
    .filter((address) => /#L\d+C\d+$/.test(address))
    .filter((address) => {
      const [target = '', id = ''] = new URL(address, 'https://x.org/boards/open_llm_v2/').pathname
        .slice(1)
        .concat('|', address.split('#')[1] ?? '')
        .split('|');
      return !pages.some(
        ({ path, content }) => path === `${target}index.html` && content.includes(`id="${id}"`),
      );
    });
  expect(broken).toEqual([]);
});

it('stays in bounds with a thousand models', () => {
  const large = [...renderSite(largeData(1000, 6), sampleContext())];
  const content = large.find(({ path }) => path === 'boards/large/index.html')?.content ?? '';
  expect(content.match(/class="number/g)).toHaveLength(6000);
  expect(content.length).toBeLessThan(6000 * 180 + 1000 * 700);
});
