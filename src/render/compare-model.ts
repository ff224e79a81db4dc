/** A model as comparisons know it, and the files that hand it to the browser. */
import { ascending, quantileSorted } from 'd3-array';
import type { CompareFact, CompareModel, CompareResult } from '../core/comparison/model.ts';
import type { Model, Result } from '../core/result.ts';
import { questionsOf } from '../core/standard-error.ts';
import type { SiteFile } from '../core/urls.ts';
import { measuredAlike } from './charts/benchmark-charts.ts';
import type { Site } from './frame.ts';
import { licenses } from './model-facts.ts';
import { scriptJson } from './proof.ts';
import { conditions, sizeWord, typeWord } from './words.ts';

/** Fewer models have no median worth the name. */
const FEWEST_MODELS = 5;

/** Bases that are named. */
const MOST_BASES = 4;

/** Digits of a median, which is a mean where models are even in number. */
const MEDIAN_DIGITS = 6;

/** A model with its results, in the order of the site's data. */
export function compareModel(site: Site, model: Model): CompareModel {
  const results = site.index.resultsOfModel.get(model.id) ?? [];
  return {
    id: model.id,
    name: model.name,
    page: site.context.urls.model(model.id),
    facts: factsOf(site, model),
    results: results.map((result) => compareResult(site, result)),
  };
}

function factsOf(site: Site, model: Model): CompareModel['facts'] {
  const added = site.index.cardOfModel.get(model.id)?.added ?? null;
  const bases = model.parents.slice(0, MOST_BASES).map((id) => site.index.models.get(id)?.id ?? id);
  const facts: [CompareFact, string][] = [
    ['organisation', model.owner ?? ''],
    ['type', typeWord(site.t, model.type)],
    ['size', sizeWord(model)],
    [
      'licence',
      licenses(site, model)
        .map(({ label }) => label)
        .join(', '),
    ],
    ['base', bases.join(', ') + (model.parents.length > MOST_BASES ? ' …' : '')],
    ['added', added === null ? '' : site.context.language.day(added)],
  ];
  return Object.fromEntries(facts.filter(([, text]) => text !== ''));
}

function compareResult(site: Site, result: Result): CompareResult {
  const { registry, urls } = site.context;
  const benchmark = site.index.benchmarks.get(result.benchmark);
  const entry = registry.benchmark(result.benchmark);
  const usual = result.metric === (benchmark?.metric ?? entry?.metric);
  const higher = usual
    ? (benchmark?.higher_is_better ?? null)
    : (registry.metric(result.metric)?.higher_is_better ?? null);
  const claim = result.claims[0];
  return {
    benchmark: result.benchmark,
    metric: result.metric,
    shots: result.shots,
    setting: result.setting,
    split: result.split,
    name: benchmark?.name ?? entry?.name ?? result.benchmark,
    page: benchmark === undefined ? '' : urls.benchmark(result.benchmark),
    conditions: conditions(site, result),
    score: result.score,
    unit: result.unit,
    stderr: result.stderr,
    decimals: result.decimals,
    origin: result.origin,
    lowerIsBetter: higher === false,
    questions: questionsOf(result, entry),
    proof: claim === undefined ? urls.model(result.model) : urls.claim(claim),
    field: fieldOf(site, result, higher === false),
  };
}

/** Found once for all models that were measured alike. */
const FIELDS = new WeakMap<readonly Result[], CompareResult['field']>();

function fieldOf(site: Site, result: Result, lowerIsBetter: boolean): CompareResult['field'] {
  const alike = measuredAlike(site, result);
  if (alike.length < FEWEST_MODELS) return null;
  const known = FIELDS.get(alike);
  if (known !== undefined) return known;
  const scores = alike.map(({ score }) => score).sort(ascending);
  const [low, high] = [scores[0] as number, scores.at(-1) as number];
  const median = Number((quantileSorted(scores, 0.5) as number).toPrecision(MEDIAN_DIGITS));
  const field: CompareResult['field'] = lowerIsBetter ? [high, median, low] : [low, median, high];
  FIELDS.set(alike, field);
  return field;
}

/** The list of models with results, ids and the addresses of their pages; outside of folders that are named by owners. */
export const COMPARE_LIST = 'compare-models.js';

/** The file beside a model's page that hands its results to the browser. */
function compareFile(page: string): string {
  return `${page}compare.js`;
}

/**
 * Scripts that hand models to the page of comparisons. They are scripts and not JSON, so that the page works from a
 * disk too, where nothing can be fetched.
 */
export function* compareFiles(site: Site): Iterable<SiteFile> {
  const models = site.data.models.filter(({ id }) => site.index.resultsOfModel.has(id));
  const list = models.map(({ id }) => {
    const page = site.context.urls.model(id);
    // Most addresses follow from the id.
    return page === `models/${id}/` ? [id] : [id, page];
  });
  yield { path: COMPARE_LIST, content: `cardboardCompare.list(${scriptJson(list)});\n` };
  for (const model of models) {
    const data = compareModel(site, model);
    yield { path: compareFile(data.page), content: `cardboardCompare.model(${scriptJson(data)});\n` };
  }
}
