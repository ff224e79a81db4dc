/** What is new: the page, the feed and llms.txt say what the cards' days and changes say, and nothing without them. */
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Changes } from '../../src/core/changes.ts';
import { feedFiles } from '../../src/render/feed.ts';
import { pageAt, siteOf } from '../../src/render/frame.ts';
import { llmsFiles } from '../../src/render/llms.ts';
import { newView } from '../../src/render/new.ts';
import { type RenderContext, renderSite } from '../../src/render/site.ts';
import type { SiteData } from '../../src/store/types.ts';
import { HOSTILE, sampleContext, sampleData } from './sample-data.ts';

const BASE = 'https://example.org/board';
const plain = sampleData();
const dated: SiteData = {
  ...plain,
  cards: plain.cards.map((card, place) => ({
    ...card,
    added: `2026-01-0${place + 1}`,
    changed: place === 0 ? '2026-02-01' : null,
  })),
};
const gsm8k = plain.results.find(({ benchmark }) => benchmark === 'gsm8k');
if (gsm8k === undefined) throw new Error('the sample has no GSM8K');
const changes: Changes = {
  counts: { added: 0, changed: 1, removed: 1 },
  changes: [
    { ...gsm8k, kind: 'changed', before: 35.2, day: '2026-01-03' },
    { ...gsm8k, id: 'gone', model: 'acme/Gone', kind: 'removed', before: null, day: null },
  ],
};
const context: RenderContext = { ...sampleContext({ baseUrl: BASE }), changes };
const paths = (data: SiteData, given: RenderContext) => [...renderSite(data, given)].map(({ path }) => path);

describe('the page of what is new', () => {
  const view = newView(siteOf(dated, context), pageAt('new/index.html'));

  it('has cards by day, the latest first, with what happened and their best ranks', () => {
    expect(view.days.map(({ date }) => date)).toEqual([
      '1 Feb 2026',
      ...dated.cards.map(({ added }) => `${Number(added?.slice(-1))} Jan 2026`).toReversed(),
    ]);
    expect(view.days[0]?.cards[0]?.what).toMatch(/^card changed, \d+ results?$/);
    expect(view.days.at(-1)?.cards[0]?.what).toMatch(/^new card/);
  });

  it('has results that changed, with the number before, and those that are gone', () => {
    expect(view.changes.map(({ kind }) => kind)).toEqual(['changed', 'removed']);
    expect(view.changes[0]?.changes[0]).toMatchObject({
      benchmark: 'GSM8K',
      score: '36.4',
      before: '35.2',
      difference: '+1.2',
      href: '../models/EleutherAI/llemma_7b/#L138C14',
    });
    expect(view.changes[1]?.models).toEqual([
      { model: 'acme/Gone', modelHref: '', count: '1 result', benchmarks: 'GSM8K' },
    ]);
  });

  it('is not there where nobody knows of anything new', () => {
    expect(paths(dated, context)).toContain('new/index.html');
    const quiet = { ...sampleContext({ baseUrl: BASE }), changes: null };
    expect(paths(plain, quiet)).not.toContain('new/index.html');
    const [home] = renderSite(plain, quiet);
    expect(home?.content).not.toContain('"new/"');
  });
});

describe('the feed', () => {
  const feedOf = (data: SiteData, given: RenderContext) => [...feedFiles(siteOf(data, given))];
  const feed = feedOf(dated, context)[0]?.content as string;

  it('is Atom: each entry with an id of its own, a title, a day and a whole address', () => {
    const entries = feed.match(/<entry>[\s\S]*?<\/entry>/g) ?? [];
    expect(entries).toHaveLength(dated.cards.length + 1);
    const ids = entries.map((entry) => /<id>([^<]+)<\/id>/.exec(entry)?.[1]);
    expect(new Set(ids).size).toBe(entries.length);
    for (const id of ids)
      expect(id).toMatch(/^tag:example\.org,2026-\d\d-\d\d:\/board\/models\/\S+#(?:added|changed)$/);
    for (const entry of entries) {
      expect(entry).toMatch(/<title>[^<]+<\/title>/);
      expect(entry).toMatch(/<updated>2026-\d\d-\d\dT00:00:00Z<\/updated>/);
      expect(entry).toMatch(/<link href="https:\/\/example\.org\/board\/models\//);
    }
    expect(feed).toContain('<updated>2026-02-01T00:00:00Z</updated>\n<author>');
    expect(feed).toContain(`<link rel="self" type="application/atom+xml" href="${BASE}/feed.xml"/>`);
  });

  it('names the results that changed on the day, with the number before', () => {
    const place = dated.cards.findIndex(({ model }) => model === 'EleutherAI/llemma_7b');
    const day = dated.cards[place]?.added as string;
    const given = {
      ...context,
      changes: { ...changes, changes: [{ ...changes.changes[0], day } as (typeof changes.changes)[number]] },
    };
    expect(feedOf(dated, given)[0]?.content).toContain('36.4 %, before 35.2 %');
  });

  it('is well-formed and harmless, whatever cards are called', () => {
    expect(feed).not.toContain(HOSTILE);
    expect(feed).not.toMatch(/[^\P{Cc}\n]/u);
    const open = (feed.match(/<[a-z][^>]*[^/]>/g) ?? []).length;
    expect(open).toBe((feed.match(/<\/[a-z]+>/g) ?? []).length);
    for (const [, content] of feed.matchAll(/<content type="html">([^<]*)<\/content>/g)) {
      const text = (content ?? '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
      const names = parseFragment(text).childNodes.map(({ nodeName }) => nodeName);
      expect(names.every((name) => name === 'p' || name === 'ul')).toBe(true);
    }
  });

  it('is not there without days, or without the site’s address; pages lead to it where it is', () => {
    expect(feedOf(plain, context)).toEqual([]);
    expect(feedOf(dated, { ...sampleContext(), changes })).toEqual([]);
    const [home] = renderSite(dated, context);
    expect(home?.content).toContain('<link rel="alternate" type="application/atom+xml"');
    const [quiet] = renderSite(plain, context);
    expect(quiet?.content).not.toContain('atom+xml');
  });
});

describe('llms.txt', () => {
  const text = (given = context) => [...llmsFiles(siteOf(plain, given))][0]?.content as string;

  it('has a title, a summary, and lists of links by section', () => {
    const lines = text().split('\n');
    expect(lines[0]).toMatch(/^# \S/);
    expect(lines[2]).toMatch(/^> \S/);
    for (const line of lines.filter((one) => one.startsWith('- '))) {
      expect(line).toMatch(/^- \[[^\]]+\]\(https:\/\/example\.org\/board\/[^)\s]*\)(?:: .+)?$/);
    }
    expect(lines.filter((line) => line.startsWith('## ')).length).toBeGreaterThan(2);
  });

  it('has addresses from itself where the site’s is not known', () => {
    expect(text({ ...sampleContext(), changes })).toContain('](api/v1/index.json)');
  });
});
