/** What the search over the whole site knows, and its page. */
import { describe, expect, it } from 'vitest';
import { unpackSearch } from '../../src/core/search-index.ts';
import { makeSearch } from '../../src/core/search-rank.ts';
import { pageAt, siteOf } from '../../src/render/frame.ts';
import { searchEntries, searchIndexFile, searchView } from '../../src/render/search.ts';
import { renderSite } from '../../src/render/site.ts';
import { sampleContext, sampleData } from './sample-data.ts';

const site = siteOf(sampleData(), sampleContext());
const entries = searchEntries(site);

describe('what the search knows', () => {
  it('is everything that has a page, each once', () => {
    const pages = new Set([...renderSite(sampleData(), sampleContext())].map(({ path }) => path));
    const addresses = entries.map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(pages).toContain(`${address.replace(/#.*/, '')}index.html`);
    const { models, benchmarks, boards } = site.data;
    for (const { id } of models) expect(addresses).toContain(site.context.urls.model(id));
    for (const { id } of benchmarks) expect(addresses).toContain(site.context.urls.benchmark(id));
    for (const { id } of boards) expect(addresses).toContain(site.context.urls.board(id));
  });

  it('is read back from the file as it was', () => {
    const { path, content } = searchIndexFile(site);
    expect(path).toBe('search/index.js');
    const index = JSON.parse(
      content
        .toString()
        .replace(/^globalThis\.cardboardSearch=/, '')
        .replace(/;\n$/, ''),
    );
    const wanted = entries.map(({ title, address }) => `${title.replace(/[\s|]+/g, ' ').trim()} ${address}`);
    expect(
      unpackSearch(index)
        .map(({ title, address }) => `${title} ${address}`)
        .sort(),
    ).toEqual(wanted.sort());
  });

  it('finds every model by its id and by what cards call it', () => {
    const search = makeSearch(entries);
    for (const { id, names } of site.data.models) {
      for (const name of [id, ...names].filter(
        (text) => text.length <= 60 && !/\//.test(text.replace(id, '')),
      )) {
        const found = search(name).groups.find(({ kind }) => kind === 'model');
        expect(found?.entries.map(({ title }) => title) ?? [], name).toContain(
          id.replace(/[\s|]+/g, ' ').trim(),
        );
      }
    }
  });

  it('does not repeat what a name says', () => {
    for (const { title, also } of entries) expect(also).not.toContain(title);
  });
});

it('the page leads to every list', () => {
  const { ways } = searchView(site, pageAt('search/index.html'));
  expect(ways.map(({ href }) => href)).toEqual([
    '../models/',
    '../benchmarks/',
    '../boards/',
    '../orgs/',
    '../licenses/',
    '../audit/',
    '../data/',
  ]);
});
