/** Organisations and licences: whose models, where they stand, and under what terms. */
import { describe, expect, it } from 'vitest';
import { pageAt, siteOf } from '../../src/render/frame.ts';
import { licensesView } from '../../src/render/licenses.ts';
import { orgsOf, orgsView, orgView } from '../../src/render/orgs.ts';
import { renderSite } from '../../src/render/site.ts';
import { sampleContext, sampleData, sampleModel } from './sample-data.ts';

const data = sampleData();
const site = siteOf(data, sampleContext());
const orgs = orgsOf(site);
const org = (id: string) =>
  orgView(site, pageAt(`orgs/${id}/index.html`), orgs.find((one) => one.id === id) ?? never(id));

function never(id: string): never {
  throw new Error(`no organisation ${id}`);
}

describe('organisations', () => {
  it('are the owners of models, each once, by name; a model without an owner has none', () => {
    expect(orgs.map(({ id }) => id)).toEqual(['acme', 'arcee-ai', 'EleutherAI', 'شركة']);
    expect(orgs.flatMap(({ models }) => models).map(({ id }) => id)).not.toContain('Minerva 8B');
  });

  it('have their best rank on each board, by their best model', () => {
    expect(org('acme').best.map(({ board, rank, model }) => [board, rank, model])).toEqual([
      ['Open LLM Leaderboard v2', '1= of 3', 'Zephyr-7B'],
    ]);
    expect(org('EleutherAI').best, 'nobody else is on its board').toEqual([]);
  });

  it('say how many numbers each model reports of itself, and where claims differ', () => {
    const [model] = org('arcee-ai').models;
    expect(model).toMatchObject({ results: '6', own: '2 of 6' });
    expect(org('arcee-ai').origins).toEqual([
      { label: 'leaderboard', href: '', count: '4' },
      { label: 'self-reported', href: '', count: '2' },
    ]);
    expect(org('arcee-ai').differing).toBe('on 1 result');
    expect(org('EleutherAI').differing).toBe('');
  });

  it('list their models with most results first, and count those beyond a thousand', () => {
    const many = Array.from({ length: 1200 }, (_, index) => sampleModel(`many/m${index}`));
    const large = siteOf({ ...data, models: [...data.models, ...many] }, sampleContext());
    const view = orgView(
      large,
      pageAt('orgs/many/index.html'),
      orgsOf(large).find(({ id }) => id === 'many') ?? never('many'),
    );
    expect(view.models).toHaveLength(1000);
    expect(view.models[10]?.model.name).toBe('m10');
    expect(view.more).toMatch(/^200 more models/);
  });

  it('stand in the list, those without results apart', () => {
    const view = orgsView(site, pageAt('orgs/index.html'), orgs);
    expect(view.orgs.map(({ name }) => name)).toEqual(['acme', 'arcee-ai', 'EleutherAI']);
    expect(view.silent.map(({ name }) => name)).toEqual(['شركة']);
  });

  it('have pages that lead to every model of theirs', () => {
    const pages = new Map([...renderSite(data, sampleContext())].map(({ path, content }) => [path, content]));
    const page = pages.get('orgs/arcee-ai/index.html') ?? '';
    expect(page).toContain('href="../../models/arcee-ai/Arcee-Spark/"');
    expect(pages.get('orgs/index.html')).toContain('href="arcee-ai/"');
  });
});

describe('licences', () => {
  const view = licensesView(site, pageAt('licenses/index.html'));

  it('stand by openness, with what they allow and the models under them', () => {
    expect(view.groups.map(({ id, licenses }) => [id, licenses.map((one) => one.id)])).toEqual([
      ['open', ['apache-2.0']],
      ['restricted', ['llama2']],
    ]);
    const [apache] = view.groups[0]?.licenses ?? [];
    expect(apache?.commercial).toEqual({ kind: 'allowed', word: 'yes' });
    expect(apache?.models).toEqual([
      { name: 'arcee-ai/Arcee-Spark', href: '../models/arcee-ai/Arcee-Spark/' },
    ]);
  });

  it('that the registry does not know stand as cards write them, and lead nowhere unsafe', () => {
    expect(view.own.map(({ name, href }) => [name, href])).toEqual([
      ['"><img src=x onerror=alert(1)>', ''],
      ['zephyr-licence', ''],
    ]);
    expect(new Set(view.lists.map(({ anchor }) => anchor)).size).toBe(view.lists.length);
    expect(view.lists.every(({ anchor }) => /^[\w.-]+$/.test(anchor))).toBe(true);
  });

  it('count a model once, and the cards that name none', () => {
    const twice = sampleModel('acme/Twice', {
      card: 'acme/Twice/README.md',
      licenses: ['llama2', 'llama2', 'apache-2.0'],
    });
    const silent = sampleModel('acme/Silent', { card: 'acme/Silent/README.md' });
    const more = siteOf({ ...data, models: [...data.models, twice, silent] }, sampleContext());
    const counted = licensesView(more, pageAt('licenses/index.html'));
    expect(counted.lists.map(({ name, count }) => [name, count])).toContainEqual(['Apache License 2.0', '2']);
    expect(counted.none).toMatch(/^1 card names no licence/);
    expect(view.none).toBe('');
  });
});
