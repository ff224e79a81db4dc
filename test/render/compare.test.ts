/** Ready-made comparisons, and the files that the page of comparisons loads. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import {
  compareLink,
  compareView,
  pairAddress,
  pairLink,
  pairs,
  pairView,
} from '../../src/render/compare.ts';
import { compareFiles } from '../../src/render/compare-model.ts';
import { pageAt, siteOf } from '../../src/render/frame.ts';
import type { SiteData } from '../../src/store/types.ts';
import { largeData, sampleContext, sampleData } from './sample-data.ts';

const here = pageAt('compare/index.html');

/** A site in which the second model was made from the first, and the third from the first and the second. */
function family() {
  const data = largeData(6, 4);
  const [first, second] = data.models.map(({ id }) => id) as [string, string];
  const parents = [[], [first], [first, second], ['nobody/knows']];
  return siteOf(
    { ...data, models: data.models.map((model, place) => ({ ...model, parents: parents[place] ?? [] })) },
    sampleContext(),
  );
}

describe('a model and what it was made from', () => {
  const site = family();
  const [base, tuned, merged, orphan] = site.data.models as [
    SiteData['models'][number],
    SiteData['models'][number],
    SiteData['models'][number],
    SiteData['models'][number],
  ];

  it('has a page where they have results in common', () => {
    expect([...pairs(site).keys()].sort()).toEqual([tuned.id, merged.id].sort());
    expect(pairLink(site, here, tuned.id)).toBe(here.to(pairAddress(site, tuned.id)));
    expect(pairLink(site, here, base.id)).toBe('');
    expect(pairLink(site, here, orphan.id)).toBe('');
  });

  it('is held against its one base; of several each is held against it', () => {
    const at = pageAt(`${pairAddress(site, tuned.id)}index.html`);
    const first = (id: string) => {
      const pair = pairs(site).get(id);
      if (pair === undefined) throw new Error(id);
      return /m=([^&]*)/.exec(pairView(site, at, pair).change)?.[1];
    };
    expect(first(tuned.id)).toBe(base.id);
    expect(first(merged.id)).toBe(merged.id);
  });

  it('is listed on the page of comparisons', () => {
    const view = compareView(site, here);
    expect(view.pairs).toHaveLength(2);
    expect(view.pairs.every(({ counts }) => counts === '4 results in common')).toBe(true);
  });
});

it('leads to a comparison of any models', () => {
  expect(compareLink(pageAt('models/a/b/index.html'), ['a/b', 'c/d'])).toBe('../../../compare/?m=a/b&m=c/d');
});

it('hands models to the browser as scripts, hostile names and all', () => {
  const site = siteOf(sampleData(), sampleContext());
  const handed: { list: string[][]; models: { id: string; results: unknown[] }[] } = { list: [], models: [] };
  const cardboardCompare = {
    list: (list: string[][]) => handed.list.push(...list),
    model: (model: { id: string; results: unknown[] }) => handed.models.push(model),
  };
  const files = [...compareFiles(site)];
  for (const { content } of files) {
    expect(content).not.toContain('</script');
    runInNewContext(String(content), { cardboardCompare });
  }
  const withResults = site.data.models.filter(({ id }) => site.index.resultsOfModel.has(id));
  expect(handed.models.map(({ id }) => id)).toEqual(withResults.map(({ id }) => id));
  // Where the browser looks for each is where it lies.
  const paths = handed.list.map(([id, page]) => `${page ?? `models/${id}/`}compare.js`);
  expect(paths).toEqual(files.slice(1).map(({ path }) => path));
});
