/** Finds models whose results are those of the model that they are made from. */
import { foldCase } from '../core/fold.ts';
import { countOf } from '../core/format.ts';
import { shortHash } from '../core/hash.ts';
import type { Finding, Model, Result } from '../core/result.ts';
import type { AuditInput, AuditRule } from './rule.ts';

/** Fewer results may be the same by chance; so may fewer different ones. */
const FEWEST = 4;

/**
 * One finding for each model that shares four or more results with a base model which its card names, all of them
 * equal, and at least four of them different from one another, with digits behind the point.
 */
function findSameAsBase(input: AuditInput): Finding[] {
  const results = new Map<string, Result[]>();
  for (const result of input.results) {
    if (result.metric === 'average') continue;
    const list = results.get(result.model);
    if (list === undefined) results.set(result.model, [result]);
    else list.push(result);
  }
  const ids = new Map(input.models.map((model) => [foldCase(model.id), model.id]));
  return input.models.flatMap((model) =>
    [...new Set(model.base_models.map((base) => ids.get(foldCase(base)) ?? base))]
      .filter((base) => base !== model.id)
      .flatMap((base) => findingOf(model, base, results.get(model.id) ?? [], results.get(base) ?? [])),
  );
}

const keyOf = (result: Result): string =>
  [
    result.benchmark,
    result.metric,
    result.shots,
    foldCase(result.setting ?? ''),
    foldCase(result.split ?? ''),
  ].join('\n');

function findingOf(model: Model, base: string, own: readonly Result[], theirs: readonly Result[]): Finding[] {
  if (own.length < FEWEST || theirs.length < FEWEST) return [];
  const known = new Map(theirs.map((result) => [keyOf(result), result]));
  const pairs = own.flatMap((result) => {
    const other = known.get(keyOf(result));
    return other === undefined ? [] : [{ result, other }];
  });
  if (pairs.length < FEWEST || pairs.some(({ result, other }) => result.score !== other.score)) return [];
  const telling = new Set(
    pairs.map(({ result }) => result.score).filter((score) => !Number.isInteger(score)),
  );
  if (telling.size < FEWEST) return [];
  const relation = model.base_model_relation === null ? '' : ` (${model.base_model_relation})`;
  return [
    {
      id: shortHash(`same-as-base\n${model.id}\n${base}`),
      rule: 'same-as-base',
      severity: 'info',
      model: model.id,
      suite: null,
      benchmark: null,
      message: `All ${countOf(pairs.length, 'result')} that ${model.id} shares with its base model ${base}${relation} are the same.`,
      published: null,
      recomputed: null,
      by: null,
      alternatives: [],
      claims: [
        ...pairs.flatMap(({ result }) => result.claims.slice(0, 1)),
        ...pairs.flatMap(({ other }) => other.claims.slice(0, 1)),
      ],
    },
  ];
}

/** Results identical to the base model's. */
export const SAME_AS_BASE: AuditRule = { id: 'same-as-base', find: findSameAsBase };
